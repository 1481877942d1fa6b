"""Figures, sources and claims as plain records for other programs: the same keys in the same order in every one.

A key of the dataclass that `ORDER` does not place comes after those that it does. Numbers are rounded to 12
digits; a number that is no amount, or that was worked out here, has no `low` and `high`, since no published
rounding stands behind it. A missing value is None, a missing list is empty.
"""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from calculators.contract.age import aged
from data.knowledge import Figure, Source
from data.series import rows_of
from data.units import twelve
from publishing.citations import csl_json
from publishing.claims import why
from publishing.claims.verdict import Checked
from publishing.export.contents import Contents
from publishing.export.permission import may_publish, sources_of, withheld
from publishing.markdown.page import calculator_pages
from publishing.places import address
from publishing.uses import Use

ORDER = (
    "id", "label", "value", "text", "unit", "low", "high", "rounded_to", "bound", "since", "as_of", "scope", "kind",
    "prices", "source", "via", "standing", "quote", "read", "locator", "checked", "review_by", "measures", "edition",
    "from", "rests_on", "parts", "within", "follows", "beside", "series", "rows", "doubt", "note",
)  # fmt: skip
LAST = ("page", "used_by")


def figure_record(figure: Figure, contents: Contents) -> dict[str, Any]:
    """Everything that is known of one figure, as far as it may be published again."""
    known, sources = contents.known, sources_of(figure, contents.known)
    rows = rows_of(figure.series) if figure.series and may_publish("table", sources) else None
    worked = {
        **fields_of(figure), **bounds(figure), "text": None if figure.value is None else figure.phrase,
        "rests_on": figure.named, "rows": rows,
        "page": address(f"figures/{figure.id}.md"), "used_by": used_by(contents.uses.get(figure.id, [])),
    }  # fmt: skip
    assert set(worked["rests_on"]) <= set(known.figures), "checked with the data"
    return withheld({key: worked[key] for key in in_order(worked)}, sources)


def in_order(keys: Any) -> Iterator[str]:
    """The keys of a figure's record as they follow each other."""
    yield from ORDER
    yield from (key for key in keys if key not in (*ORDER, *LAST))
    yield from LAST


def fields_of(record: Any) -> dict[str, Any]:
    """The fields of a dataclass as their data files call them, with plain values."""
    return {each.name.rstrip("_"): plain(getattr(record, each.name)) for each in dataclasses.fields(record)}


def plain(value: Any) -> Any:
    """A value as JSON has it: a date as text, a number to 12 digits, whole where it is whole."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        rounded = twelve(value)
        return int(rounded) if rounded.is_integer() else rounded
    return list(value) if isinstance(value, tuple) else value


def bounds(figure: Figure) -> dict[str, Any]:
    """The lowest and highest number that the published rounding allows, where it is one that was published."""
    rounded = figure.value is not None and figure.rounded_to is not None
    low, high = figure.allowed if rounded and not figure.bound and figure.kind != "derived" else (None, None)
    return {"low": plain(low), "high": plain(high)}


def used_by(uses: list[Use]) -> dict[str, list[dict[str, str]]]:
    """The pages and calculators that use a figure, each with its address below the site's root."""
    named = [(each.calculator, {"title": each.title, "page": each.address or "./"}) for each in uses]
    return {
        "pages": [use for calculator, use in named if not calculator],
        "calculators": [use for calculator, use in named if calculator],
    }


def source_record(source: Source) -> dict[str, Any]:
    """Everything that is known of one publication."""
    return fields_of(source)


def source_item(source: Source) -> dict[str, Any]:
    """One publication as an item of CSL-JSON; what CSL has no name for is in `custom`."""
    own = {key: value for key, value in fields_of(source).items() if key in ("interest", "licence", "redistribute")}
    return {**csl_json(source), "custom": own}


def claim_record(checked: Checked, contents: Contents) -> dict[str, Any]:
    """One claim: what is said and by whom, the verdict worked out, and the answer that it rests on, if any."""
    claim, cell = checked.claim, checked.cell or {}
    figures = [contents.known.figures[name] for name in (*claim.figures, *claim.contradicted_by)]
    named = [contents.known.sources[name] for name in (claim.by, claim.cites) if name]
    record = {
        "id": claim.id, "says": claim.says, "by": claim.by, "cites": claim.cites,
        "verdict": checked.verdict, "why": why(claim),
        "figures": list(claim.figures), "contradicted_by": list(claim.contradicted_by),
        "good_until": aged(contents.known.figures[name] for name in checked.rests_on)["good_until"],
        "calculator": claim.calculator, "output": claim.output,
        "relation": claim.relation, "claimed": plain(claim.value), "rounded_to": plain(claim.rounded_to),
        "text": cell.get("text"), "value": cell.get("value"), "unit": cell.get("unit"),
        "low": cell.get("low"), "high": cell.get("high"),
        "link": f"{address(calculator_pages()[claim.calculator])}{checked.link}" if claim.calculator else None,
    }  # fmt: skip
    return withheld(record, [*named, *(each for figure in figures for each in sources_of(figure, contents.known))])
