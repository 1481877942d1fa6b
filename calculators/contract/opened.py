"""A link opened later: what it answered then, what today's published numbers answer, and what changed.

*Then* are the link's own values; *today* replaces the sourced ones by what their figures say now. If
*then*, as shown, is no longer the answer that the link names, the method changed since its release.
"""

import re
from collections.abc import Mapping
from typing import Any

from calculators.contract.answer import NONE, answer, headline
from calculators.contract.fields import figures_of, value_in
from calculators.contract.link import ANSWER, RELEASE, inputs_of
from calculators.contract.release import release
from calculators.contract.shape import Calculator
from data.figures import Knowledge
from data.units import canonical

OUR_RELEASE = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){2}\+[0-9a-f]{8}", re.ASCII)
OUR_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?", re.ASCII)


def opened(calculator: Calculator, link: Mapping[str, str], known: Knowledge) -> dict[str, Any]:
    """What to say of a link: `messages`, the texts for `today`, and the changelog's `entry` if the method changed.

    Raises:
        InputProblems: an input of the link is wrong.
        Missing: inputs without a default are not in it.
    """
    then = answer(calculator, inputs_of(link), known)
    messages = []
    changed = ANSWER in link and link[ANSWER] != headline(calculator, then["outputs"])
    if changed:
        now = then["outputs"][calculator.headline]["text"]
        why = "the method has changed since, or the link was altered."
        messages.append(f"{_said(calculator, link)} The same numbers now give {now}: {why}")
    now_held = {name: _now(calculator, name, text, known) for name, text in link.items() if "~" in text}
    today = {name: text for name, text in now_held.items() if text != link[name]}
    if today:
        now = answer(calculator, {**inputs_of(link), **today}, known)["outputs"][calculator.headline]["text"]
        labels = ", ".join(calculator.quoted(name) for name in today)
        messages.append(f"Revised since then: {labels}. With today’s published numbers the answer is {now}.")
    if absent := [name for name in calculator.fields if name not in link and calculator.fields[name].published]:
        labels = ", ".join(calculator.quoted(name) for name in absent)
        messages.append(f"Not in the link, so today’s published numbers: {labels}.")
    if ANSWER in link and not messages:
        messages.append("It still gives the answer that it gave then.")
    return {"messages": messages, "today": today, "entry": release().partition("+")[0] if changed else ""}


def _said(calculator: Calculator, link: Mapping[str, str]) -> str:
    """What the link says for itself; only what a link of ours can say is repeated, for anybody can write one."""
    made = link.get(RELEASE, "")
    release_of = f"release {made}" if OUR_RELEASE.fullmatch(made) else "an unknown release"
    words = getattr(calculator.outputs[calculator.headline], "sentences", {})
    ours = OUR_NUMBER.fullmatch(link[ANSWER]) or link[ANSWER] in [*words, NONE]
    return f"The link, made with {release_of}, says {link[ANSWER] if ours else 'what is no answer of this calculator'}."


def _now(calculator: Calculator, name: str, text: str, known: Knowledge) -> str:
    """The input as a link would hold it today; a figure that is gone leaves the link's own number."""
    field, figure = calculator.fields.get(name), known.figures.get(text.partition("~")[2])
    if field is None or figure is None or figure not in figures_of(field, known):
        return text
    if field.input.default.endswith(".as_of"):
        return f"{figure.year}~{figure.id}"
    return f"{canonical(value_in(field, figure, figure.number))}~{figure.id}"
