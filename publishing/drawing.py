"""How components draw HTML: Jinja templates that lie beside their Python, strict and escaping."""

import jinja2
from markupsafe import Markup

from data.knowledge import Source


def template(component: str, name: str) -> jinja2.Template:
    """The template `name` of the component in publishing/<component>/; an undefined name is an error.

    A template may import macros of another component by "<component>/<name>".
    """
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("publishing", ""),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["zip"] = zip
    environment.filters["lang"] = lang
    return environment.get_template(f"{component}/{name}")


def lang(source: Source) -> Markup:
    """The attribute that says in which language a source's own words are; none in English, which the pages are in."""
    return Markup(' lang="{}"').format(source.language) if source.language != "en" else Markup()
