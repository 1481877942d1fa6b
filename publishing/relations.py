"""What stands around one figure: its editions, what is said beside it, what it is made of and what is made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.claims import Claim
from data.dates import when
from data.knowledge import Figure, Knowledge


@dataclass(frozen=True)
class Relation:
    """Figures that stand in one relation to another, and the words for it."""

    words: str
    figures: tuple[Figure, ...]


def editions_of(figure: Figure, known: Knowledge) -> list[Figure]:
    """All figures that measure the same thing, the figure itself among them, from the oldest edition."""
    if figure.measures is None:
        return [figure]
    same = (each for each in known.figures.values() if each.measures == figure.measures)
    return sorted(same, key=lambda each: (each.edition or each.as_of, each.id))


def beside(figure: Figure, known: Knowledge) -> list[Figure]:
    """The figures that answer the same question within other bounds, whichever of the two records names the other."""
    return [each for each in known.figures.values() if each.id in figure.beside or figure.id in each.beside]


def edition_of(figure: Figure, known: Knowledge) -> str:
    """Whose edition it is, and of when: "Gartner, January 2024"."""
    whose = known.source_of(figure).publisher if figure.kind != "derived" or figure.measures else "worked out here"
    return f"{whose}, {when(figure.edition or figure.as_of)}"


def relations(figure: Figure, known: Knowledge) -> list[Relation]:
    """Every relation in which the figure stands to others, editions and neighbors aside."""
    every = known.figures.values()
    found = [
        ("Worked out from", _named(figure.named, known)),
        ("Worked out from it", [each for each in every if figure.id in each.named]),
        ("Its parts", _named(figure.parts, known)),
        ("It is a part of", [each for each in every if figure.id in each.parts]),
        ("Counted within", _named(figure.within, known)),
        ("It contains", [each for each in every if figure.id in each.within]),
        ("It should follow from", _named(figure.follows, known)),
        ("Should follow from it", [each for each in every if figure.id in each.follows]),
        ("Single values of it", [each for each in every if figure.series and _is_value_of(each, figure)]),
    ]
    return [Relation(words, tuple(dict.fromkeys(figures))) for words, figures in found if figures]


def _named(names: Iterable[str], known: Knowledge) -> list[Figure]:
    return [known.figures[name] for name in names]


def _is_value_of(each: Figure, table: Figure) -> bool:
    """Whether the figure was read in the edition that the table is of."""
    return each.value is not None and (each.source, each.edition) == (table.source, table.edition)


def claims_of(figure: Figure, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that are about the figure, rest on it, or are contradicted by it."""
    mark = f"{{{figure.id}}}"
    return [
        claim
        for claim in claims
        if figure.id in (*claim.figures, *claim.contradicted_by) or mark in (claim.inputs or "")
    ]
