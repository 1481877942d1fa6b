"""What the frame makes of a plain table: a region with a name, and heads that head something."""

from markdown import Markdown

CORNER = "## Priorities\n\n| | IT | OT |\n| --- | --- | --- |\n| Works on | data | *machines* |\n"
COLUMNS = "## Priorities\n\n| Who | What |\n| --- | --- |\n| IT | data |\n"


def drawn(text: str) -> str:
    """The text as a page has it, in one line."""
    html = Markdown(extensions=["tables", "publishing.markdown"]).convert(text)
    return "".join(line.strip() for line in html.splitlines())


def test_a_plain_table_stands_in_a_region_named_after_its_heading() -> None:
    assert '<div class="plain-table" data-scrolls="Priorities"><table class="plain-rows">' in drawn(COLUMNS)


def test_below_an_empty_corner_stand_the_heads_of_the_rows() -> None:
    assert "<tr><td></td><th>IT</th><th>OT</th></tr>" in drawn(CORNER)
    assert '<tr><th scope="row">Works on</th><td>data</td><td><em>machines</em></td></tr>' in drawn(CORNER)


def test_where_the_corner_has_words_the_first_column_is_as_the_others() -> None:
    assert "<tr><td>IT</td><td>data</td></tr>" in drawn(COLUMNS)
