"""axe-core over a page, and its findings as sentences.

The rules are those for WCAG 2.0 to 2.2 A and AA, axe's best practices, and contrast at 7:1 (AAA). In forced colors
the browser chooses text and ground, and tells axe the author's text upon its own ground: there the contrast rules are
off. What axe cannot decide ("incomplete") is a finding too, unless reviewed.toml says who looked at it and why it is
right; of contrast nothing is let pass whose letters our own measure has not just measured. axe is handed to the page
as text: the site's own policy needs no exception for it. Left out: axe's experiments.
"""

from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Page

from publishing import ROOT
from tests.accessibility.reviewed import Entry

LIBRARY = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MORE = ["color-contrast-enhanced"]
CONTRAST = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
RUN = """async ([options, entries]) => {
    const found = await axe.run(document, options);
    const told = (rule, node, sure) => {
        const target = node.target.flat().join(" ");
        const measured = !rule.id.startsWith("color-contrast") || globalThis.looking?.measures(node.element);
        const held = ([name, selector]) => name === rule.id && measured && node.element.matches(selector);
        const reviewed = sure ? [] : entries.filter(held);
        const checks = [...node.any, ...node.all, ...node.none].map((check) => check.message);
        return { rule: rule.id, sure, target, why: checks.join("; "), reviewed: reviewed.map(([, selector]) => selector) };
    };
    return [
        ...found.violations.flatMap((rule) => rule.nodes.map((node) => told(rule, node, true))),
        ...found.incomplete.flatMap((rule) => rule.nodes.map((node) => told(rule, node, false))),
    ];
}"""


@dataclass(frozen=True)
class Finding:
    """One node that a rule speaks about; `sure` tells a violation from what axe cannot decide."""

    rule: str
    target: str
    why: str
    sure: bool

    def __str__(self) -> str:
        return f"{self.rule}{'' if self.sure else ' (undecided)'}: {self.target}: {self.why}"


@cache
def library() -> str:
    """The text of axe-core, as locked."""
    return LIBRARY.read_text("utf-8")


def bring(page: Page) -> None:
    """Hand axe to the page, once for each document."""
    if not page.evaluate("() => Boolean(globalThis.axe)"):
        page.evaluate(library())


def options(forced: bool) -> dict[str, object]:
    """What axe is asked for."""
    rules = {name: {"enabled": name in MORE and not forced} for name in (CONTRAST if forced else MORE)}
    return {"runOnly": TAGS, "rules": rules, "resultTypes": ["violations", "incomplete"], "elementRef": True}


def scan(page: Page, entries: list[Entry], forced: bool = False) -> tuple[list[Finding], set[Entry]]:
    """What axe finds in the page as it is; and which of the reviewed entries took something away."""
    bring(page)
    found = page.evaluate(RUN, [options(forced), [[each.rule, each.selector] for each in entries]])
    used = {each for each in entries for one in found if one["rule"] == each.rule and each.selector in one["reviewed"]}
    findings = [Finding(one["rule"], one["target"], one["why"], one["sure"]) for one in found if not one["reviewed"]]
    return findings, used


def families(page: Page) -> dict[str, list[str]]:
    """The rules that run here, by axe's category (`cat.aria`, `cat.color` …)."""
    bring(page)
    rules = page.evaluate("tags => axe.getRules().filter(rule => tags[1].includes(rule.ruleId) ||"
                          " rule.tags.some(tag => tags[0].includes(tag)))", [TAGS, MORE])  # fmt: skip
    found: dict[str, list[str]] = {}
    for rule in rules:
        for tag in rule["tags"]:
            if tag.startswith("cat."):
                found.setdefault(tag, []).append(rule["ruleId"])
    return found
