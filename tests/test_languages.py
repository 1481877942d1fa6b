"""Words of a source in another language say so, for a voice that reads them aloud; words in English need not."""

from dataclasses import replace

import pytest

from calculators import knowledge
from data.checks import source_faults
from data.knowledge import Knowledge
from publishing.card import draw_card
from publishing.citations import csl_json
from publishing.drawing import lang
from publishing.figure import draw_figure
from publishing.form import draw
from publishing.tables import _source

FIGURE = "convergence-market-2023"


def in_german(*ids: str) -> Knowledge:
    """What is known, had the sources named been written in German."""
    whole = knowledge()
    spoken = {name: replace(each, language="de") for name, each in whole.sources.items() if name in ids}
    return Knowledge({**whole.sources, **spoken}, whole.figures)


@pytest.mark.parametrize("tag", ["de", "pt-BR", "zh-Hant", "es-419"])
def test_a_language_is_named_by_its_tag(tag: str) -> None:
    source = replace(knowledge().sources["iot-analytics-2024"], language=tag)
    assert list(source_faults(Knowledge({source.id: source}, {}), "sources.toml")) == []
    assert lang(source) == f' lang="{tag}"' and csl_json(source)["language"] == tag


@pytest.mark.parametrize("word", ["German", "deu-x-", "DE", ""])
def test_a_language_that_is_no_tag_is_told(word: str) -> None:
    source = replace(knowledge().sources["iot-analytics-2024"], language=word)
    (problem,) = source_faults(Knowledge({source.id: source}, {}), "data/sources.toml")
    assert str(problem) == (
        f"data/sources.toml: iot-analytics-2024.language: “{word}” is no tag of a language. "
        "Write its tag, such as de, fr or pt-BR, or leave it out where it is English."
    )


def test_a_quotation_carries_the_language_of_what_was_read_and_a_title_that_of_its_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figure = knowledge().figures[FIGURE]
    assert figure.quote and figure.via
    for place, html in {
        "card": lambda: draw_card(FIGURE, "index.md"),
        "figure": lambda: draw_figure(figure, "a.md"),
    }.items():
        assert " lang=" not in html(), "English words in an English page need none"
        monkeypatch.setattr(f"publishing.{place}.knowledge", lambda: in_german(figure.via))
        assert '<blockquote class="card-quote" lang="de"><q>' in html() and "<cite>IT/OT convergence" in html()
        monkeypatch.setattr(f"publishing.{place}.knowledge", lambda: in_german(figure.source))
        assert '<blockquote class="card-quote"><q>' in html() and '<cite lang="de">IT/OT convergence' in html()


def test_the_list_of_sources_says_the_language_of_a_title() -> None:
    source = knowledge().sources["iot-analytics-2024"]
    assert "<cite>" in _source(source) and '<cite lang="de">' in _source(replace(source, language="de"))


def test_a_calculator_says_the_language_of_what_it_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = knowledge().figures[FIGURE]
    monkeypatch.setattr("publishing.form.knowledge", lambda: in_german(figure.source, figure.via or ""))
    html = draw("market-growth", {})
    assert '<q lang="de">' in html and '<cite lang="de">IT/OT convergence' in html
