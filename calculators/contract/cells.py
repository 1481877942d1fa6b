"""Numbers as they are shown and carried: text, value to 12 digits, unit, band."""

from collections.abc import Mapping
from string import Formatter
from typing import Any

from calculators.contract.band import Band, Corners, doubtful
from calculators.contract.run import Outcome
from calculators.contract.shape import Calculator, Output, Verdict
from calculators.contract.values import Given
from data.units import LARGEST, UNITS, canonical, show, twelve

TOO_LARGE = "is a quadrillion or more, beyond what is shown here"
ROUNDING = "within the published rounding"
RANGE = "over your range"

Span = tuple[float, float]
Spans = dict[str, list[Span | None]]


def value_of(number: Any) -> Any:
    """A number as JSON carries it: 12 significant digits."""
    return twelve(number) if isinstance(number, float) else number


def cell(number: Any, said: Output, unit: str, words: str = "") -> dict[str, Any]:
    """One output as text, value and unit; `words` say why it has no value."""
    if number is None or (isinstance(number, int | float) and abs(number) >= LARGEST):
        return {"text": words or said.none or "–" if number is None else TOO_LARGE, "value": None, "unit": unit}
    text = number if isinstance(number, str) else show(number, unit, said.digits)
    return {"text": text, "value": value_of(number), "unit": unit}


def output_cell(calculator: Calculator, name: str, outcome: Outcome, given: Given, band: Band) -> dict[str, Any]:
    """One output with the bounds of its band."""
    said = calculator.outputs[name]
    if isinstance(said, Verdict):
        return {**_verdict(calculator, name, outcome, given), "low": None, "high": None}
    made = cell(outcome.values[name], said, given.unit(said.unit), outcome.gone.get(name, ""))
    bounded = not band.open_by and made["value"] is not None
    low, high = (band.low, band.high) if bounded else (None, None)
    return {**made, "low": value_of(low), "high": value_of(high)}


def _verdict(calculator: Calculator, name: str, outcome: Outcome, given: Given) -> dict[str, Any]:
    word = outcome.values[name]
    lacking = _lacking(calculator, name, outcome) if word is not None else outcome.gone.get(name)
    if word is not None and not lacking:
        return {"text": sentence(calculator, name, outcome, given), "value": word, "unit": ""}
    return {"text": lacking or calculator.outputs[name].none or "–", "value": None, "unit": ""}


def _lacking(calculator: Calculator, name: str, outcome: Outcome) -> str:
    """Why a verdict's sentence cannot be filled: what it names could not be worked out."""
    said = calculator.outputs[name]
    assert isinstance(said, Verdict), "only verdicts are sentences"
    keys = (each for _, each, _, _ in Formatter().parse(said.sentences[outcome.values[name]]) if each)
    return next((outcome.gone[key] for key in keys if outcome.gone.get(key)), "")


def sentence(calculator: Calculator, name: str, outcome: Outcome, given: Given) -> str:
    """A verdict's sentence with the inputs and outputs as shown."""
    said = calculator.outputs[name]
    assert isinstance(said, Verdict), "only verdicts are sentences"
    return said.sentences[outcome.values[name]].format(**phrases(calculator, outcome, given))


def phrases(calculator: Calculator, outcome: Outcome, given: Given) -> dict[str, str]:
    """Every input and output as it stands in a sentence."""
    said = {key: _phrase(outcome.values[key], given.unit(value.unit)) for key, value in given.values.items()}
    for key, each in calculator.outputs.items():
        if isinstance(each, Output):
            made = cell(outcome.values[key], each, given.unit(each.unit), outcome.gone.get(key, ""))
            said[key] = made["text"] if made["value"] is None else UNITS[made["unit"]].phrase(made["text"])
    return said


def _phrase(value: Any, unit: str) -> str:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return "–" if value is None else str(value)
    return UNITS[unit].phrase(show(value, unit, len(canonical(value).partition(".")[2])))


def table_cells(rows: list[Any] | None, columns: Mapping[str, Output], given: Given) -> dict[str, Any]:
    """A table as columns and rows of cells."""
    units = {name: given.unit(said.unit) for name, said in columns.items()}
    heads = [{"name": name, "label": said.label, "unit": units[name]} for name, said in columns.items()]
    made = [[cell(getattr(row, name), said, units[name]) for name, said in columns.items()] for row in rows or []]
    rows_of_cells = [[{"text": each["text"], "value": each["value"]} for each in row] for row in made]
    return {"columns": heads, "rows": rows_of_cells}


def table_spans(calculator: Calculator, name: str, found: Corners) -> Spans:
    """Of each column of numbers, within what every cell lies; none where rows come and go between the corners."""
    tables = [outcome.values[name] or [] for outcome in found.outcomes]
    if len(tables) < 2 or len({len(rows) for rows in tables}) > 1:
        return {}
    return {
        column: [_span([getattr(row, column) for row in rows]) for rows in zip(*tables, strict=True)]
        for column in calculator.columns[name]
    }


def _span(values: list[Any]) -> Span | None:
    numbers = [value for value in values if isinstance(value, int | float)]
    return (min(numbers), max(numbers)) if len(numbers) == len(values) else None


def table_bands(columns: Mapping[str, Output], spans: Spans, given: Given) -> dict[str, list[str]]:
    """Of each column that the rounding widens, every cell's band in words."""
    made = {name: [_span_words(span, columns[name], given) for span in cells] for name, cells in spans.items()}
    return {name: texts for name, texts in made.items() if any(texts)}


def _span_words(span: Span | None, said: Output, given: Given) -> str:
    text = _numbers(Band(*span), said, given.unit(said.unit)) if span else ""
    return text if " " in text else ""


def band_words(calculator: Calculator, name: str, found: Corners, given: Given) -> str:
    """Where the band is wider than what is shown: "within the published rounding 989.1 to 1,006.6"."""
    if len(found.outcomes) < 2 and not found.bands[name].open_by:
        return ""
    where = where_of(given)
    said, band = calculator.outputs[name], found.bands[name]
    if isinstance(said, Verdict):
        return _verdict_words(calculator, name, found, given, where)
    if band.open_by:
        somewhere = any(each.values[name] is not None for each in found.outcomes)
        return f"{where} no bound: {band.open_by}" if somewhere else ""
    numbers = _numbers(band, said, given.unit(said.unit))
    parts = [*([numbers] if numbers else []), *sorted(band.words)]
    return f"{where} {', or '.join(parts)}" if len(parts) > 1 or " " in numbers else ""


def where_of(given: Given) -> str:
    """Over what the band goes: the published rounding, a range typed, or both."""
    names = doubtful(given)
    typed = [name for name in names if given.values[name].typed_range]
    if not typed:
        return ROUNDING
    return RANGE if len(typed) == len(names) else f"{RANGE} and {ROUNDING}"


def _numbers(band: Band, said: Output, unit: str) -> str:
    if band.low is None or band.high is None:
        return ""
    low, high = (_end(end, unit, said.digits) for end in (band.low, band.high))
    if low == high:
        return low
    between = "or" if said.digits == 0 and round(band.high) - round(band.low) == 1 else "to"
    return f"{low} {between} {high}"


def _end(number: float, unit: str, digits: int) -> str:
    return show(number, unit, digits) if abs(number) < LARGEST else "a quadrillion or more"


def _verdict_words(calculator: Calculator, name: str, found: Corners, given: Given, where: str) -> str:
    own = found.outcomes[0].values[name]
    if own is None or _lacking(calculator, name, found.outcomes[0]):
        return ""
    whole = [each for each in found.outcomes if each.values[name] is not None and not _lacking(calculator, name, each)]
    others = {each.values[name]: each for each in reversed(whole) if each.values[name] != own}
    if others:
        said = (sentence(calculator, name, each, given) for each in reversed(others.values()))
        return f"{where} it may also be: {' Or: '.join(said)}"
    if len(whole) < len(found.outcomes):
        return f"{where} it is open whether this holds: in part of it there is no answer."
    if found.bands[name].open_by:
        return f"{where} it is open whether this holds: {found.bands[name].open_by}."
    return f"{where} this always holds."
