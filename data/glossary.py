"""Reads the glossary: words that the pages use, each with what is meant by it here.

`glossary.toml` holds one table for each term; its name is the term's place on the glossary page and
never changes. A form in small letters is found in any case, and with an s at its end; a form that
holds a capital is found just as it is written, so that IT is not it. Left out on purpose: words
that these pages also use in another sense, because a program cannot tell which one is meant.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.checks import ID
from data.records import Problem, read_record, read_tables

FILE = "glossary.toml"
FOLDER = Path(__file__).parent
FORM = re.compile(r"[A-Za-z]+(?:[ /-][A-Za-z]+)*")
LONGEST_DEFINITION = 50


@dataclass(frozen=True)
class Term:
    """One term of these pages.

    `term` is written as within a sentence; its `definition` is one or two plain sentences of our own. `also` are
    other names for it. `more` is the page, with or without an anchor, that explains it: "method.md#what".
    """

    id: str
    term: str
    definition: str
    also: tuple[str, ...] = ()
    more: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """Every name of the term, its own first."""
        return (self.term, *self.also)

    @property
    def title(self) -> str:
        """The term as it heads its definition: "Operating budget"."""
        return self.term[0].upper() + self.term[1:]


def read_glossary(folder: Path = FOLDER) -> tuple[dict[str, Term], list[Problem]]:
    """The terms of `folder` by id, and all that is wrong with them; a folder without the file holds none."""
    problems: list[Problem] = []
    terms: dict[str, Term] = {}
    tables: dict[str, dict[str, Any]] = read_tables(folder / FILE, problems) if (folder / FILE).exists() else {}
    for name, table in tables.items():
        term = read_record(Term, name, table, FILE, problems)
        if term is not None and not (faults := list(term_faults(term, terms))):
            terms[name] = term
        elif term is not None:
            problems.extend(faults)
    return terms, problems


def term_faults(term: Term, others: Mapping[str, Term]) -> Iterator[Problem]:
    """What is wrong with one term, by itself and beside those before it."""
    if not ID.fullmatch(term.id):
        yield Problem(FILE, term.id, "An id has small letters, digits and single hyphens.", "Rename it.")
    if re.search(r"[0-9%$€£]", term.definition):
        way_out = "Say it without; amounts belong to figures."
        yield Problem(FILE, f"{term.id}.definition", "It holds an amount.", way_out)
    if (words := len(term.definition.split())) > LONGEST_DEFINITION:
        way_out = f"Say it in at most {LONGEST_DEFINITION}, and name a page in more."
        yield Problem(FILE, f"{term.id}.definition", f"It has {words} words.", way_out)
    for place, form in enumerate(term.forms):
        thing = f"{term.id}.{'also' if place else 'term'}"
        if not FORM.fullmatch(form):
            way_out = "Write words of letters, with single spaces, hyphens or slashes between them."
            yield Problem(FILE, thing, f"“{form}” cannot be found in a text.", way_out)
        for same in (before for before in term.forms[:place] if collide(form, before)):
            yield Problem(FILE, thing, f"“{form}” is found as “{same}” already.", "Remove it.")
        for other in others.values():
            for same in (taken for taken in other.forms if collide(form, taken)):
                problem = f"“{form}” is the same word as “{same}” of {other.id}."
                yield Problem(FILE, thing, problem, "Keep it at one of the two.")


def exact(form: str) -> bool:
    """Whether a form is found only as it is written: one with a capital."""
    return form != form.lower()


def collide(one: str, other: str) -> bool:
    """Whether some text would be found as both forms."""
    if exact(one) and exact(other):
        return one == other
    return bool(_spellings(one) & _spellings(other))


def _spellings(form: str) -> set[str]:
    return {form.lower()} if exact(form) else {form, f"{form}s"}
