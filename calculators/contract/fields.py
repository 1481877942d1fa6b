"""What is known of an input before anybody types: its default, its editions, the range published for it."""

from calculators.contract.shape import Field
from calculators.contract.soundness import Misdeclared
from data.dates import when
from data.figures import Figure, Knowledge
from data.records import nearest
from data.units import UNITS, canonical, show


def figure_of(field: Field, known: Knowledge) -> Figure | None:
    """The figure that the field's default is taken from, if it has one."""
    if not field.input.default or field.kind in ("choice", "yes-no"):
        return None
    name = field.input.default.partition(".")[0]
    if name not in known.figures:
        way_out = "A default is a figure’s id; a number of your own belongs into example, or is left to the reader."
        raise Misdeclared(
            f"{field.name} starts with “{name}”, which is no figure.{nearest(name, known.figures)} {way_out}"
        )
    return known.figures[name]


def is_year_of(field: Field) -> bool:
    """Whether the default is the year that a figure describes, not its value."""
    return field.input.default.endswith(".as_of")


def default_of(field: Field, known: Knowledge) -> float | None:
    """The number that the field starts with, in the field's unit, if it has one."""
    figure = figure_of(field, known)
    if figure is None or field.kind == "table":
        return None
    return figure.year if is_year_of(field) else value_in(field, figure, figure.number)


def value_in(field: Field, figure: Figure, number: float) -> float:
    """A number of `figure` in the field's unit: USD million into USD billion."""
    shift = UNITS[figure.unit].scale - UNITS[field.input.unit].scale
    return float(f"{canonical(number)}e{shift}")


def editions_of(field: Field, known: Knowledge) -> list[Figure]:
    """The figures that the reader may choose among, from the oldest edition; none without `editions`."""
    if not field.input.editions:
        return []
    found = [figure for figure in known.figures.values() if figure.measures == field.input.editions]
    return sorted(found, key=lambda figure: (figure.edition or "", figure.id))


def family_of(field: Field, known: Knowledge) -> list[Figure]:
    """The figures that are a table's rows at the start, by year and edition; none without a `family`."""
    if not field.input.family:
        return []
    found = [figure for figure in known.figures.values() if (figure.measures or "").startswith(field.input.family)]
    return sorted(found, key=lambda figure: (figure.year, figure.edition or "", figure.id))


def figures_of(field: Field, known: Knowledge) -> list[Figure]:
    """Every figure that the field offers: its default, its editions, the rows of its table."""
    default = figure_of(field, known)
    offered = [*([default] if default else []), *editions_of(field, known), *family_of(field, known)]
    return list(dict.fromkeys(offered))


def family_row(field: Field, figure: Figure) -> list[float | str]:
    """The figure as a row of the table: what each column is named after."""
    cells: dict[str, float | str] = {"edition": when(figure.edition or figure.as_of), "year": figure.year}
    if "value" in field.columns:
        cells["value"] = value_in(field.columns["value"], figure, figure.number)
    return [cells[name] for name in field.columns]


def span_of(field: Field, figure: Figure) -> tuple[float, float]:
    """The lowest and highest number that the figure's published rounding allows, in the field's unit."""
    low, high = figure.allowed
    return value_in(field, figure, low), value_in(field, figure, high)


def published(field: Field, known: Knowledge) -> tuple[float, float] | None:
    """From the lowest to the highest published edition, rounding included; None for years and mere bounds."""
    default = figure_of(field, known)
    if default is None or is_year_of(field) or default.value is None:
        return None
    figures = [default, *editions_of(field, known)]
    if any(figure.bound for figure in figures):
        return None
    spans = [span_of(field, figure) for figure in figures]
    return min(low for low, _ in spans), max(high for _, high in spans)


def shown(number: float, unit: str) -> str:
    """A number as typed, set to be read, with as many decimal places as it has."""
    return show(number, unit, len(canonical(number).partition(".")[2]))


def within(number: float, field: Field) -> bool:
    """Whether the number is within the field's limits."""
    above, low, high = field.input.above, field.input.low, field.input.high
    return (
        (above is None or number > above) and (low is None or number >= low) and (high is None or number <= high)
    )  # fmt: skip


def limits(field: Field) -> str:
    """ "Enter a whole number from 1950 to 2100." """
    said = field.input
    what = "a whole number" if field.kind == "whole" else "a number"
    bounds = {"above": said.above, "from": said.low, "to" if said.low is not None else "up to": said.high}
    words = [f"{word} {shown(bound, said.unit)}" for word, bound in bounds.items() if bound is not None]
    return " ".join(["Enter", what, *words]) + "."
