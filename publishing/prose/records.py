"""The rules for what the data hold beside the pages: derived values, what is used, refused addresses."""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from calculators import calculator, names
from calculators.contract.fields import editions_of, family_of
from calculators.contract.reading import InputProblems, Missing
from data.knowledge import Figure, Knowledge
from data.records import Problem
from data.units import canonical
from publishing.prose.derived import work_out
from publishing.prose.finding import Finding, Repair
from publishing.prose.pages import finding
from publishing.prose.scan import Page


def derived_findings(known: Knowledge, folder: Path) -> Iterator[Finding]:
    """Derived figures whose value is not what their formula gives."""
    for figure in known.figures.values():
        if figure.from_ is None:
            continue
        thing = f"{figure.id}.from"
        try:
            value = work_out(figure, known)
        except (ValueError, LookupError) as error:
            yield _unworkable(thing, str(error))
            continue
        except InputProblems as error:
            yield _unworkable(thing, " ".join(f"{each.input}: {each.message}" for each in error.problems))
            continue
        except Missing as missing:
            yield _unworkable(thing, f"It leaves out {', '.join(missing.names)}.")
            continue
        low, high = figure.allowed
        slack = abs(figure.number) * 1e-9
        if not low - slack <= value <= high + slack:
            stepped = round(value / figure.rounded_to) * figure.rounded_to if figure.rounded_to else value
            mended = canonical(stepped)
            way_out = f"Write value = {mended}, or run python3 make.py fix."
            problem = Problem("data", thing, f"It gives {canonical(value)}, not {canonical(figure.number)}.", way_out)
            yield Finding(problem, _value_repair(figure.id, mended, folder))


def _unworkable(thing: str, why: str) -> Finding:
    return Finding(Problem("data", thing, f"It cannot be worked out. {why}", "Correct the formula."))


def _value_repair(name: str, value: str, folder: Path) -> Repair | None:
    for path in sorted(folder.glob("*.toml")):
        pattern = rf"^\[{re.escape(name)}\]\n(?:(?!\[).*\n)*?value\s*=\s*(?P<value>\S+)"
        if found := re.search(pattern, path.read_text("utf-8"), re.MULTILINE):
            return Repair(path, found.start("value"), found.end("value"), value)
    return None


def unused_findings(pages: Iterable[Page], known: Knowledge, stated: Collection[str] = ()) -> Iterator[Finding]:
    """Figures that no page, table or calculator uses, and sources that no used figure and no page names.

    `stated` are the figures and sources that claims name.
    """
    pages = list(pages)
    used = {link.target.removeprefix("figure:") for page in pages for link in page.links}
    used |= {name for page in pages for name in page.figures_in_fences(known)}
    used |= offered(known) | (set(stated) & set(known.figures))
    todo = [known.figures[name] for name in used if name in known.figures]
    while todo:
        figure = todo.pop()
        below = {name for name in (*figure.named, *figure.parts, *figure.follows) if name in known.figures} - used
        used |= below
        todo.extend(known.figures[name] for name in below)
    taken_from = {known.figures[name].source for name in used if name in known.figures}
    used |= {figure.id for figure in known.figures.values() if figure.series and figure.source in taken_from}
    for name in known.figures:
        if name not in used:
            problem = "No page, table or calculator uses it."
            yield Finding(Problem("data", name, problem, f"Use it, as in [{name}](figure:{name}), or remove it."))
    cited = {piece.target for page in pages for piece in page.citations}
    cited |= set(stated)
    cited |= {source for name in used & set(known.figures) for source in _sources(known.figures[name])}
    for name in known.sources:
        if name not in cited:
            yield Finding(
                Problem("data", name, "No used figure and no page names this source.", "Cite it, or remove it.")
            )


def offered(known: Knowledge) -> set[str]:
    """The figures that calculators start from, and those among which they let a reader choose."""
    fields = [field for name in names() for field in calculator(name).fields.values()]
    chosen = {each.id for field in fields for each in (*editions_of(field, known), *family_of(field, known))}
    return chosen | {field.input.default.partition(".")[0] for field in fields}


def unplaced_findings(pages: Iterable[Page]) -> Iterator[Finding]:
    """Links to calculators that stand on no page."""
    pages = list(pages)
    placed = {name for page in pages for name in page.calculators()}
    for page in pages:
        for link in page.links:
            scheme, _, rest = link.target.partition(":")
            name = rest.partition("?")[0]
            if scheme == "calculator" and name in names() and name not in placed:
                yield finding(
                    page, link, f"No page holds the calculator “{name}”.", "Add a fence with its name to one."
                )


def _sources(figure: Figure) -> set[str]:
    return {figure.source, figure.via or figure.source}


def refused_findings(pages: Iterable[Page], known: Knowledge, folder: Path) -> Iterator[Finding]:
    """Links to addresses that data/refused.toml rules out."""
    path = folder / "refused.toml"
    refused = tomllib.loads(path.read_text("utf-8"))["refused"] if path.exists() else []
    for entry in refused:
        for source in known.sources.values():
            if source.url and _matches(source.url, entry["address"]):
                yield Finding(Problem("data", f"{source.id}.url", f"It is refused: {entry['reason']}", "Remove it."))
        for page in pages:
            for link in page.links:
                if _matches(link.target, entry["address"]):
                    yield finding(page, link, f"Its address is refused: {entry['reason']}", "Remove the link.")


def _matches(url: str, address: str) -> bool:
    if address.startswith("https://"):
        return url.startswith(address)
    host = urlsplit(url).hostname or ""
    return host == address or host.endswith(f".{address}")
