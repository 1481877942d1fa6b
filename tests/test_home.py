"""The band below the number of the home page comes from the figure, or the fence says what to name instead."""

import pytest
from pymdownx.superfences import SuperFencesException

from publishing.home import band_fence


def drawn(source: str) -> str:
    return band_fence(source, "band", "", {}, None)


def test_the_band_says_what_the_published_rounding_leaves_open() -> None:
    """720 is published in tens: anything within 5 of it rounds to it."""
    words = "As rounded when published, it stands for $715 billion to $725 billion."
    assert drawn("convergence-market-2023\n") == f'<p class="home-band">{words}</p>'


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "convergence-market-2032",
            "In a band fence: there is no figure “convergence-market-2032”. Correct the id. "
            "Did you mean “convergence-market-2030”?",
        ),
        (
            "convergence-share-2023",
            "In a band fence: of convergence-share-2023 no published rounding is known. "
            "Name a figure that has rounded_to.",
        ),
    ],
)
def test_a_figure_without_a_band_is_told(name: str, told: str) -> None:
    with pytest.raises(SuperFencesException) as error:
        drawn(name)
    assert str(error.value) == told
