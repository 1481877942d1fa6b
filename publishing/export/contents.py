"""What is given away, and under which address: everything that a file for programs or a download is written from."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from calculators import knowledge
from data.knowledge import NAMED, Figure, Knowledge
from publishing.claims import checked_claims
from publishing.claims.verdict import Checked
from publishing.uses import Use


@dataclass(frozen=True)
class Contents:
    """All records, the claims as checked, where each figure is used, and the site's address if it is known."""

    known: Knowledge
    claims: list[Checked]
    uses: Mapping[str, list[Use]]
    root: str = ""

    def link(self, place: str) -> str:
        """The address of something below the site's root: in full where that is known."""
        return f"{self.root.rstrip('/')}/{place.removeprefix('./')}" if self.root else place

    def editions(self, figure: Figure) -> list[Figure]:
        """All figures that measure the same thing, the figure itself among them, from the oldest edition."""
        return self._editions.get(figure.measures or "", [figure])

    def claims_about(self, figure: Figure) -> list[Checked]:
        """The claims that are about the figure, rest on it, or are contradicted by it."""
        return self._claims.get(figure.id, [])

    @cached_property
    def numbers(self) -> list[Figure]:
        """The figures that are one number each."""
        return [each for each in self.known.figures.values() if each.value is not None]

    @cached_property
    def series(self) -> list[Figure]:
        """The figures that stand for a table."""
        return [each for each in self.known.figures.values() if each.value is None]

    @cached_property
    def _editions(self) -> dict[str, list[Figure]]:
        """Grouped once: asking each figure about all others would take its time in squares."""
        found: dict[str, list[Figure]] = {}
        for each in sorted(self.known.figures.values(), key=lambda each: (each.edition or each.as_of, each.id)):
            if each.measures:
                found.setdefault(each.measures, []).append(each)
        return found

    @cached_property
    def _claims(self) -> dict[str, list[Checked]]:
        found: dict[str, list[Checked]] = {}
        for each in self.claims:
            claim = each.claim
            named = (*claim.figures, *claim.contradicted_by, *NAMED.findall(claim.inputs or ""))
            for name in dict.fromkeys(named):
                found.setdefault(name, []).append(each)
        return found


def read_contents(uses: Mapping[str, list[Use]]) -> Contents:
    """Everything that this publication holds, for the site whose address the environment names."""
    return Contents(knowledge(), checked_claims(), uses, os.environ.get("SITE_URL", ""))
