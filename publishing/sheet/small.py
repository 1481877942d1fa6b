"""A stylesheet made small: without remarks and spare space, and without rules that nothing on the site can match."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import tinycss2

GROUPS = {"media", "supports", "container", "layer"}
Tokens = list[Any]


def small(css: str, known: set[str] | None = None) -> str:
    """A sheet without comments and spare space, and without the rules that need a word that is not known."""
    return "".join(rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), known))


def rules(parsed: Tokens, known: set[str] | None) -> Iterator[str]:
    """Each rule as text, of its selectors only those that can find something."""
    for rule in parsed:
        if rule.type == "error":
            raise ValueError(f"Line {rule.source_line} of a stylesheet: {rule.message}.")
        if rule.type == "at-rule":
            yield at_rule(rule, known)
        elif selectors := [squeezed(one) for one in listed(rule.prelude) if known is None or needs(one) <= known]:
            yield f"{','.join(selectors)}{{{declarations(rule.content)}}}"


def at_rule(rule: Any, known: set[str] | None) -> str:
    """A rule that begins with @ as text; a group of rules that has lost them all is nothing."""
    head = f"@{rule.at_keyword} {squeezed(rule.prelude)}".rstrip()
    if rule.content is None:
        return f"{head};"
    if rule.lower_at_keyword not in GROUPS:
        return f"{head}{{{declarations(rule.content)}}}"
    within = "".join(rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), known))
    return within and f"{head}{{{within}}}"


def declarations(content: Tokens) -> str:
    """What stands between a rule's braces; rules within it stay whole."""
    return ";".join(map(written, tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)))


def written(part: Any) -> str:
    """One declaration, or one rule within a rule, as text."""
    if part.type == "error":
        raise ValueError(f"Line {part.source_line} of a stylesheet: {part.message}.")
    if part.type == "declaration":
        return f"{part.name}:{squeezed(part.value)}{'!important' if part.important else ''}"
    return "".join(rules([part], None))


def squeezed(tokens: Tokens) -> str:
    """Tokens as text, without remarks and with one space where there were more; strings stay as they are."""
    text: str = tinycss2.serialize(cleaned(tokens))
    return text.strip()


def cleaned(tokens: Tokens) -> Tokens:
    """The tokens without remarks, also within brackets, and each stretch of space as one."""
    kept: Tokens = []
    for token in tokens:
        if token.type == "whitespace":
            token.value = " "
        for part in ("content", "arguments"):
            if hasattr(token, part):
                setattr(token, part, cleaned(getattr(token, part)))
        if token.type != "comment" and not (kept and token.type == kept[-1].type == "whitespace"):
            kept.append(token)
    return kept


def listed(prelude: Tokens) -> Iterator[Tokens]:
    """The selectors of a list, one by one."""
    one: Tokens = []
    for token in prelude:
        if token == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def needs(selector: Tokens) -> set[str]:
    """The classes and values of attributes without which a selector finds nothing; functions are not looked into."""
    classes = {after.value for sign, after in pairwise(selector) if sign == "." and after.type == "ident"}
    blocks = [token.content for token in selector if token.type == "[] block"]
    return classes | {
        block[2].value for block in blocks if len(block) == 3 and block[1] == "=" and block[2].type == "ident"
    }
