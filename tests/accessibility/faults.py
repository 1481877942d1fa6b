"""One seeded fault for each family of axe's rules, as a change of a real page, and the rule that must see it.

A fault is a fragment put into the page's text by the page's own parser (no script of the page takes part), or a
change of an attribute. It stays for one scan. Left out: `cat.time-and-media` beyond what needs no sound or film.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """A fault by the rule that sees it: markup to put into the article, or an attribute to set."""

    family: str
    rule: str
    markup: str = ""
    element: str = ""
    attribute: str = ""
    value: str | None = None


FAULTS = [
    Fault("cat.aria", "aria-valid-attr-value", '<p><a href="#x" aria-expanded="perhaps">More</a></p>'),
    Fault("cat.color", "color-contrast", '<p class="faint">Too faint to read.</p>'),
    Fault("cat.color", "color-contrast-enhanced", '<p class="quiet">Read by most, not by all.</p>'),
    Fault(
        "cat.color", "link-in-text-block", '<p class="linked">Words before it, <a href="#x">a link</a>, and more.</p>'
    ),
    Fault("cat.forms", "label", '<p><input type="text"></p>'),
    Fault("cat.keyboard", "tabindex", '<p><a href="#x" tabindex="5">First of all</a></p>'),
    Fault("cat.keyboard", "region", "<p>Text that is in no part of the page.</p>", element="body"),
    Fault("cat.language", "html-has-lang", element="html", attribute="lang"),
    Fault("cat.language", "valid-lang", '<p lang="klingonese">Heghlu</p>'),
    Fault("cat.name-role-value", "button-name", '<p><button type="button"></button></p>'),
    Fault("cat.parsing", "duplicate-id-aria", '<p id="said">One</p><p id="said">Two</p><input aria-labelledby="said">'),
    Fault("cat.semantics", "heading-order", "<h5>A heading three levels down</h5>"),
    Fault(
        "cat.sensory-and-visual-cues",
        "target-size",
        '<p class="small"><button type="button">a</button><button type="button">b</button></p>',
    ),
    Fault(
        "cat.sensory-and-visual-cues",
        "meta-viewport",
        element="meta[name=viewport]",
        attribute="content",
        value="width=device-width, user-scalable=no",
    ),
    Fault("cat.structure", "list", "<ul><p>Not an item</p></ul>"),
    Fault(
        "cat.tables",
        "td-headers-attr",
        '<table class="x"><tr><th id="head">Head</th></tr><tr><td headers="none">Cell</td></tr></table>',
    ),
    Fault("cat.text-alternatives", "image-alt", '<p><img src="../images/none.svg"></p>'),
    Fault("cat.text-alternatives", "document-title", element="head > title"),
    Fault("cat.time-and-media", "meta-refresh", '<meta http-equiv="refresh" content="30">', element="head"),
]
STYLES = {
    ".faint": {"color": "#aaa", "background": "#fff"},
    ".quiet": {"color": "#666", "background": "#fff"},
    ".linked a": {"color": "#333", "textDecoration": "none"},
    ".small button": {
        "width": "12px",
        "height": "12px",
        "padding": "0",
        "fontSize": "8px",
        "minHeight": "0",
        "minWidth": "0",
        "border": "0",
    },
}
PLANT = """([fault, styles]) => {
    const within = document.querySelector(fault.element || "article");
    if (fault.markup) within.append(...new DOMParser().parseFromString(`<template>${fault.markup}</template>`, "text/html").querySelector("template").content.childNodes);
    else if (fault.value) within.setAttribute(fault.attribute, fault.value);
    else if (fault.attribute) within.removeAttribute(fault.attribute);
    else within.remove();
    for (const [selector, rules] of Object.entries(styles))
        for (const element of document.querySelectorAll(selector)) Object.assign(element.style, rules);
}"""
