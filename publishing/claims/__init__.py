"""Claims drawn from data/claims.toml, those of one verdict by each fence, with the verdict worked out.

```claims
holds-after-rounding
```

The word `tally` in its place draws how many claims have each verdict.
"""

from functools import cache
from typing import Any, get_args

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import calculator, knowledge
from calculators.contract.fields import shown
from data.claims import Claim, Verdict, read_claims
from data.records import DataErrors, nearest
from data.units import UNITS, show
from publishing.age import draw_mark
from publishing.claims.verdict import Checked, check_claim
from publishing.drawing import template
from publishing.markdown.page import Page, page_of, way_to_calculator
from publishing.places import title_of, way
from publishing.tables import figure_number

TEMPLATE = template("claims", "claims.html")
TALLY = "tally"
POINTS = "points"
VERDICTS: dict[str, str] = {
    "exact": "Follows exactly",
    "holds-after-rounding": "Holds after rounding",
    "does-not-follow": "Does not follow",
    "contradicted": "Contradicted by what we read",
    "not-seen": "Not seen in its source",
    "not-testable": "Cannot be tested",
}
assert tuple(VERDICTS) == get_args(Verdict)


@cache
def checked_claims() -> list[Checked]:
    """Every claim with its verdict worked out once, in the order of the file.

    Raises:
        DataErrors: with every problem of the file.
    """
    claims, problems = read_claims(knowledge())
    if problems:
        raise DataErrors(problems)
    return [check_claim(claim, knowledge()) for claim in claims.values()]


def claims_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one fence of claims; superfences calls this.

    Raises:
        SuperFencesException: the fence names no verdict.
    """
    asked = source.strip()
    if asked == TALLY:
        return draw_tally()
    if asked not in VERDICTS:
        way_out = f"Write one of {', '.join(VERDICTS)}, or {TALLY}.{nearest(asked, VERDICTS)}"
        raise SuperFencesException(f"In a claims fence: there is no verdict “{asked}”. {way_out}")
    return draw_claims([each for each in checked_claims() if each.verdict == asked], page_of(md))


def draw_tally() -> Markup:
    """How many claims have each verdict, as a table."""
    return _lines(TEMPLATE.module.tally(tally()))  # type: ignore[attr-defined]  # a macro of the template


def tally() -> list[tuple[str, str, int]]:
    """Each verdict, in words, with the number of claims that have it."""
    found = [each.verdict for each in checked_claims()]
    return [(verdict, words, found.count(verdict)) for verdict, words in VERDICTS.items()]  # type: ignore[arg-type]  # of the keys, which are the verdicts


def draw_claims(claims: list[Checked], page: Page) -> Markup:
    """Each claim: what is said and by whom, the verdict, our number, why, and the way to work it out oneself."""
    return _lines(TEMPLATE.module.claims([_shown(each, page) for each in claims]))  # type: ignore[attr-defined]  # a macro of the template


def _lines(html: str) -> Markup:
    """Without empty lines, which would end a block of HTML in Markdown."""
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def _shown(checked: Checked, page: Page) -> dict[str, Any]:
    """What the template shows of one claim."""
    claim = checked.claim
    sources = [name for name in (claim.by, claim.cites) if name]
    return {
        "id": claim.id,
        "says": claim.says,
        "kind": checked.verdict or claim.verdict,
        "verdict": VERDICTS[checked.verdict or claim.verdict],
        "cited": [(name, page.references.cite(name)) for name in sources],
        "number": _number(checked),
        "why": why(claim),
        "figures": _numbers(claim.figures, page),
        "against": _numbers(claim.contradicted_by, page),
        "open": _way_to_answer(checked, page),
        "more": (title_of(claim.more), way(claim.more, page.place)) if claim.more else None,
    }  # fmt: skip


def _numbers(names: tuple[str, ...], page: Page) -> list[tuple[str, Markup]]:
    """The figures' labels, each with the button that opens its card."""
    figures = [knowledge().figures[name] for name in names]
    return [(figure.label, figure_number(figure, page)) for figure in figures]


def why(claim: Claim) -> str:
    """The one line that says what the verdict rests on."""
    return claim.note or claim.contradicted or claim.unseen or claim.untestable or ""


def _number(checked: Checked) -> dict[str, str] | None:
    """Our number in words, with its label and band, and the number claimed."""
    cell, claim = checked.cell, checked.claim
    if cell is None or claim.output is None or claim.calculator is None or checked.answer is None:
        return None
    return {
        "label": calculator(claim.calculator).words(claim.output),
        "phrase": UNITS[cell["unit"]].phrase(cell["text"]),
        "band": _band(checked),
        "claimed": _claimed(claim, cell["unit"]),
        "mark": draw_mark(*(knowledge().figures[name] for name in checked.rests_on)),
    }


def _band(checked: Checked) -> str:
    """Within what the number may lie, in words that do not call the claim's own rounding the reader's."""
    cell, claim = checked.cell, checked.claim
    if cell is None or cell["low"] is None or not (checked.answer or {})["bands"].get(claim.output):
        return ""
    digits = calculator(str(claim.calculator)).outputs[str(claim.output)].digits  # type: ignore[union-attr]  # a number
    low, high = (show(end, cell["unit"], digits) for end in (cell["low"], cell["high"]))
    return f"Within what rounding leaves open, {UNITS[cell['unit']].between(low, high)}"


def _claimed(claim: Claim, unit: str) -> str:
    """What the number would have to be: "above $1,000 billion", "14%, give or take 0.5 points for its rounding"."""
    words = {"equals": "", "above": "above ", "at-least": "at least "}[claim.relation or "equals"]
    phrase = UNITS[unit].phrase(shown(claim.value or 0, unit))
    if not claim.rounded_to:
        return f"{words}{phrase}"
    apart = POINTS if UNITS[unit].kind == "percent" else unit  # percentages of one base lie points apart
    return f"{words}{phrase}, give or take {UNITS[apart].phrase(shown(claim.rounded_to / 2, apart))} for its rounding"


def _way_to_answer(checked: Checked, page: Page) -> tuple[str, str] | None:
    """The calculator's title, and the link that opens it with these inputs."""
    if checked.link is None:
        return None
    return calculator(str(checked.claim.calculator)).title, way_to_calculator(
        checked.link.removeprefix("#"), page.place
    )
