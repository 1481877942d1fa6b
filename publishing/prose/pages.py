"""The rules for what one page says: its links, citations, tables and bare amounts."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import yaml

from calculators import calculator, names
from calculators.contract.answer import answer
from calculators.contract.link import read_link
from calculators.contract.reading import InputProblems, Missing
from data.knowledge import Figure, Knowledge
from data.records import Problem, nearest
from data.units import UNITS, UnreadableNumber, canonical, read
from publishing.charts.asked import read_asked
from publishing.form import read_fence
from publishing.prose.finding import Finding, Repair
from publishing.prose.saying import Number, fault, lacks_unit, of_figure, right
from publishing.prose.scan import AMOUNT, Page, Piece

MAY_BE_UNCHECKED = ("docs/decisions/", "docs/method", "docs/contribute")
NUMBER = re.compile(r"[-−]?\$?[0-9](?:[0-9.,]*[0-9])?(?: ?%| (?:million|billion|trillion))?")


def page_findings(page: Page, known: Knowledge) -> Iterator[Finding]:
    """Everything wrong with one page."""
    yield from _front_matter(page)
    for link in page.links:
        scheme, _, rest = link.target.partition(":")
        if scheme == "figure":
            yield from _figure_link(page, link, rest, known)
        elif scheme == "calculator":
            yield from _calculator_link(page, link, rest, known)
        if scheme in ("figure", "illustrative", "calculator") and page.in_heading(link.start):
            yield finding(page, link, "A heading holds no amounts.", "Put the number into the text below it.")
    for citation in page.citations:
        if citation.target not in known.sources:
            way_out = f"Add it to data/sources.toml, or correct the id.{nearest(citation.target, known.sources)}"
            yield finding(page, citation, f"There is no source “{citation.target}”.", way_out)
    for name in page.figures_in_fences(known):
        if name not in known.figures:
            at = page.source.index(name) - 1
            yield _unknown_figure(page, Piece(name, "", at + 1, at + 1), name, known)
    for fence in page.fences:
        if fence.target == "calculator":
            yield from _calculator_fence(page, fence, known)
        elif fence.target == "chart":
            yield from _chart_fence(page, fence, known)
    yield from _bare_amounts(page, known)


def _front_matter(page: Page) -> Iterator[Finding]:
    """What stands between the lines --- is YAML, or the page would print it as text."""
    try:
        said = yaml.safe_load(page.front)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = page.front.splitlines()[mark.line] if mark else page.front
    else:
        if said is None or isinstance(said, dict):
            return
        line = page.front.splitlines()[0]
    at = page.source.index(line)
    way_out = 'Write key: text; put a text that holds a colon into quotation marks, as in description: "a: b".'
    yield finding(page, Piece(line, "", at, at + len(line)), "This is not YAML.", way_out)


def finding(page: Page, piece: Piece, problem: str, way_out: str, repair: str | None = None) -> Finding:
    """A finding at a piece of a page; `repair` is what the piece should be."""
    mended = None if repair is None else Repair(page.path, piece.start, piece.end, repair)
    return Finding(Problem(page.place(piece.start), f"“{piece.text}”", problem, way_out), mended)


def _unknown_figure(page: Page, piece: Piece, name: str, known: Knowledge) -> Finding:
    way_out = f"Correct the id, or add the figure.{nearest(name, known.figures)}"
    return finding(page, piece, f"There is no figure “{name}”.", way_out)


def _figure_link(page: Page, link: Piece, name: str, known: Knowledge) -> Iterator[Finding]:
    if name not in known.figures:
        yield _unknown_figure(page, link, name, known)
        return
    figure = known.figures[name]
    if figure.value is None:
        yield finding(page, link, f"{name} is a whole table.", "Link a single figure.")
        return
    text = link.text
    if lacks_unit(text, figure.unit):
        if not _before_its_like(page, link, figure, known):
            yield finding(page, link, "Its unit is missing.", f"Write {figure.phrase}.")
            return
        if UNITS[figure.unit].kind == "percent":
            text += "%"
    if wrong := fault(text, of_figure(figure)):
        mended = right(text, of_figure(figure))
        way_out = f"Write {mended}, or run python3 make.py fix."
        yield finding(page, link, f"{wrong} ({name})", way_out, f"[{mended}]({link.target})")


def _before_its_like(page: Page, link: Piece, figure: Figure, known: Knowledge) -> bool:
    """Whether the next link, at most three words on, is a figure of the same unit that states it."""
    following = next((other for other in page.links if other.start >= link.end), None)
    if following is None or len(page.prose[link.end : following.start].split()) > 3:
        return False
    other = known.figures.get(following.target.removeprefix("figure:"))
    return other is not None and other.unit == figure.unit and not lacks_unit(following.text, other.unit)


def _calculator_link(page: Page, link: Piece, rest: str, known: Knowledge) -> Iterator[Finding]:
    name, texts = read_link(unquote(rest) if "%" not in rest else rest)
    if name not in names():
        yield finding(page, link, f"There is no calculator “{name}”.", f"Correct its name.{nearest(name, names())}")
        return
    try:
        given = answer(calculator(name), texts, known)
    except InputProblems as error:
        for wrong in error.problems:
            yield finding(page, link, f"{wrong.input}: {wrong.message}".lstrip(": "), "Correct the link.")
        return
    except Missing as missing:
        yield finding(page, link, f"It leaves out {', '.join(missing.names)}.", "Add them to the link.")
        return
    headline = next(cell for cell in given["outputs"].values() if cell["unit"])  # of a verdict the first number
    if headline["value"] is not None and fault(link.text, Number(headline["value"], headline["unit"])) is None:
        return
    inputs = {canonical(given["inputs"][each]["value"]) for each in texts}
    strange = [said for said in NUMBER.findall(link.text) if _plain(said) not in inputs]
    if strange:
        answered = UNITS[headline["unit"]].phrase(headline["text"])
        problem = f"The calculator answers {answered}, and “{strange[0]}” is none of the link’s inputs."
        yield finding(page, link, problem, "Correct the words or the link.")


def _calculator_fence(page: Page, fence: Piece, known: Knowledge) -> Iterator[Finding]:
    named = Piece(fence.text.split("\n")[0], "", fence.start, fence.start)
    try:
        name, start = read_fence(fence.text)
        answer(calculator(name), start, known)
    except InputProblems as error:
        for wrong in error.problems:
            yield finding(
                page, named, f"{wrong.input}: {wrong.message}".lstrip(": "), "Correct the lines below the name."
            )
    except Missing:
        return  # its numbers are the reader's
    except LookupError as error:
        yield finding(page, named, str(error.args[0]), "Correct its name.")
    except tomllib.TOMLDecodeError as error:
        yield finding(page, named, f"What stands below the name is no TOML: {error}.", "Write name = value.")


def _chart_fence(page: Page, fence: Piece, known: Knowledge) -> Iterator[Finding]:
    """A chart that cannot be drawn, and amounts written into its title."""
    named = Piece(fence.text.split("\n")[0], "", fence.start, fence.start)
    for amount in AMOUNT.findall(fence.text):
        yield finding(page, named, f"It holds “{amount}”.", "Write the figure’s id in braces in its place.")
    try:
        read_asked(fence.text, known)
    except InputProblems as error:
        for wrong in error.problems:
            yield finding(page, named, f"{wrong.input}: {wrong.message}".lstrip(": "), "Correct the inputs.")
    except Missing as missing:
        yield finding(page, named, f"It leaves out {', '.join(missing.names)}.", "Add them to its inputs.")
    except (LookupError, ValueError) as error:
        if all(name in known.figures for name in page.figures_in_fences(known)):
            yield finding(page, named, str(error.args[0]), "Correct the lines of the fence.")


def _plain(text: str) -> str:
    try:
        return canonical(read(text.strip("$% "), "years").value)
    except UnreadableNumber:
        return text


def _bare_amounts(page: Page, known: Knowledge) -> Iterator[Finding]:
    if page.unchecked:
        if not page.name.startswith(MAY_BE_UNCHECKED):
            problem = Problem(f"{page.name}:1:1", "amounts: unchecked", "It is not allowed on this page.", "Remove it.")
            yield Finding(problem)
        return
    amounts = list(page.amounts())
    shown = [figure for figure in known.figures.values() if figure.value is not None] if amounts else []
    phrases = [figure.phrase for figure in shown]  # once a page: to set a number takes longer than to compare it
    for amount in amounts:
        same = [figure for figure, phrase in zip(shown, phrases, strict=True) if phrase == amount.text]
        links = [f"[{amount.text}](figure:{figure.id})" for figure in _nearest_figures(amount.text, shown)]
        linked = " or ".join(links or ["the figure it is"])
        way_out = f"Link {linked}, or mark it as made up: [{amount.text}](illustrative:)."
        repair = f"[{amount.text}](figure:{same[0].id})" if len(same) == 1 else None
        yield finding(page, amount, "It stands there without its source.", way_out, repair)


def _nearest_figures(text: str, figures: Iterable[Figure]) -> list[Figure]:
    """The figures, at most two, that these words come within a tenth of."""
    said = {unit: number for unit in UNITS if not lacks_unit(text, unit) and (number := _read(text, unit)) is not None}
    gaps = ((abs(said[figure.unit] - figure.number), figure.id, figure) for figure in figures if figure.unit in said)
    return [figure for _, _, figure in sorted(each for each in gaps if each[0] <= abs(each[2].number) / 10)[:2]]


def _read(text: str, unit: str) -> float | None:
    try:
        return read(text, unit).value
    except UnreadableNumber:
        return None
