"""Whose number stands in a field, in words: a publisher's, an edition's, the reader's, nobody's yet."""

from calculators.contract.fields import default_of, figure_of, is_year_of, published, shown
from calculators.contract.shape import Field
from calculators.contract.values import Value
from data.dates import when
from data.figures import Figure, Knowledge


def origin(field: Field, value: Value | None, known: Knowledge) -> str:
    """What a reader is told of the number in the field."""
    if value is None or value.state == "missing":
        return "Left out" if field.optional else "Enter your number" if field.numeric else "Enter your own"
    if value.figure is not None:
        return _source(field, value.figure, known)
    if value.rows_from:
        return f"{', '.join(dict.fromkeys(known.source_of(each).publisher for each in value.rows_from))}"
    if field.kind == "table":
        return "Your table"
    if not field.numeric:
        return ""
    return f"Your {'range' if value.typed_range else 'number'}{_outside(field, value, known)}"


def _source(field: Field, figure: Figure, known: Knowledge) -> str:
    said = known.source_of(figure).publisher
    if is_year_of(field):
        return f"{said}, the year it describes"
    return f"{said}, edition of {when(figure.edition)}" if figure.edition and field.input.editions else said


def _outside(field: Field, value: Value, known: Knowledge) -> str:
    bounds = published(field, known)
    if value.state != "outside" or bounds is None:
        figure, default = figure_of(field, known), default_of(field, known)
        if figure is None or default is None:
            return ""
        return f"; {_source(field, figure, known)}: {shown(default, field.input.unit)}"
    low, high = (shown(end, field.input.unit) for end in bounds)
    return f", outside the published {low}" + (f" to {high}" if low != high else "")
