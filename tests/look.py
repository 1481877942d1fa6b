"""Reads the design's roles and the components' styles: contrast of colors, steps of the scale, literals.

Only what our own style sheets say; how a browser draws it is looked at in the browser tests.
"""

import re
from pathlib import Path

TEXT = ("ink", "quiet", "accent", "sourced", "yours", "warning", "chart-ink", "chart-quiet")
SHAPES = ("edge", "chart-zero", "chart-mark", "chart-bar", "chart-whole", "chart-1", "chart-2", "chart-3", "chart-4")
GROUNDS = ("paper", "panel")
ENOUGH = dict.fromkeys(TEXT, 7.0) | dict.fromkeys(SHAPES, 3.0)
SCHEMES = {"light": "default", "dark": "slate"}
ROLE = re.compile(r"--([\w-]+): ([^;]+);")
RULE = re.compile(r'\[data-md-color-scheme="(\w+)"\] \{(.*?)\}', re.DOTALL)
DECLARATION = re.compile(r"(?<![\w-])([a-z-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])")
COLOR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(")
NAMES = re.compile(
    r"(?<![\w-])(?:white|black|red|green|blue|gr[ae]y|orange|yellow|purple|silver|navy|teal|maroon)(?![\w-])"
)
SIZE = re.compile(r"var\(--(?:text(?:-\w+)?|raised)\)|inherit")


def roles(tokens: str, scheme: str, *, strong: bool = False) -> dict[str, str]:
    """Each role of a scheme with its color; `strong` as a reader sees it who asks for more contrast."""
    wide, _, narrow = tokens.partition("@media (prefers-contrast: more)")
    found = dict(_rules(wide)[SCHEMES[scheme]])
    if strong:
        found |= _rules(narrow)[SCHEMES[scheme]]
    return {name: _followed(found, value) for name, value in found.items()}


def _rules(text: str) -> dict[str, dict[str, str]]:
    return {scheme: dict(ROLE.findall(body)) for scheme, body in RULE.findall(text)}


def _followed(found: dict[str, str], value: str) -> str:
    while match := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = found[match[1]]
    return value


def contrast(one: str, other: str) -> float:
    """The ratio that WCAG 2.2 defines, of two colors written #rrggbb."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def faint(found: dict[str, str], place: str) -> list[str]:
    """The roles that stand too faint on a ground, each as place, thing, problem, way out."""
    said = []
    for role, least in ENOUGH.items():
        for ground in GROUNDS:
            ratio = contrast(found[role], found[ground])
            if ratio < least:
                told = f"{place}: --{role} {found[role]} on --{ground} {found[ground]} is {ratio:.2f}:1"
                said.append(f"{told}; it is to be at least {least:g}:1: move it away from the ground.")
    return said


def literals(text: str, place: str) -> list[str]:
    """Colors and sizes of type that a component's style writes out instead of naming a role."""
    said = []
    for prop, value in DECLARATION.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        if COLOR.search(value) or NAMES.search(value):
            said.append(f"{place}: {prop}: {value} writes a color; name a role of tokens.css, as var(--ink).")
        shorthand = prop == "font" and value != "inherit"
        if shorthand or (prop == "font-size" and not SIZE.fullmatch(value)):
            said.append(f"{place}: {prop}: {value} is off the scale; name a step of tokens.css, as var(--text-small).")
    return said


def styles(root: Path) -> dict[str, str]:
    """Every style sheet below publishing/ but the tokens, by its place."""
    paths = sorted((root / "publishing").rglob("*.css"))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths if path.name != "tokens.css"}
