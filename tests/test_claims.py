"""Claims: each rule of a verdict with its failing side, the file itself, and what the page and the API show."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from markdown import Markdown

from calculators import calculator, knowledge
from calculators.contract.reading import InputProblems, read_inputs
from data.claims import FILE, FOLDER, Claim, Relation, Verdict, read_claims
from data.units import canonical
from publishing import ROOT
from publishing.claims import TALLY, VERDICTS, checked_claims, claims_fence, tally
from publishing.claims.checking import claim_findings, named_in_claims, verdict_faults
from publishing.claims.verdict import Span, check_claim, follows, texts
from publishing.export import write_api
from publishing.export.contents import read_contents
from publishing.places import address
from publishing.prose.records import unused_findings

CLAIMS, PROBLEMS = read_claims(knowledge())
TESTABLE = [claim for claim in CLAIMS.values() if claim.calculator]


def claim(**keys: object) -> Claim:
    """A claim made for a test, of a relation to a number."""
    made: Callable[..., Claim] = partial(Claim, id="made", says="…", by="how-big-article", verdict="exact")
    return made(**keys)


def flipped(of: Claim) -> dict[str, list[str]]:
    """Each number that the claim's calculator is given, 5 % lower and 5 % higher, its rounding with it; no years."""
    asked = calculator(str(of.calculator))
    given = read_inputs(asked, texts(of, knowledge()), knowledge()).values
    return {
        name: ["–".join(canonical(end * factor) for end in dict.fromkeys((value.low, value.high))) for factor in (0.95, 1.05)]
        for name, value in given.items()
        if asked.fields[name].kind == "number" and value.value
    }  # fmt: skip


def verdicts(of: Claim) -> set[Verdict | None]:
    """The verdicts with one input flipped after another; what the calculator refuses gives none."""
    found = set()
    for name, values in flipped(of).items():
        for text in values:
            try:
                found.add(check_claim(of, knowledge(), {name: text}).verdict)
            except InputProblems:
                continue
    return found


def test_the_file_holds_the_31_statements_without_a_problem() -> None:
    assert PROBLEMS == [] and len(CLAIMS) == 31


@pytest.mark.parametrize("each", CLAIMS.values(), ids=lambda each: each.id)
def test_every_verdict_is_the_one_expected(each: Claim) -> None:
    assert check_claim(each, knowledge()).verdict == each.verdict


@pytest.mark.parametrize("each", TESTABLE, ids=lambda each: each.id)
def test_every_testable_claim_turns_if_an_input_is_5_percent_off(each: Claim) -> None:
    assert verdicts(each) - {each.verdict, None}


def test_a_claim_that_nothing_could_turn_is_seen() -> None:
    idle = replace(CLAIMS["passes-a-trillion-in-2027"], value=1.0, verdict="exact")
    assert verdicts(idle) == {"exact"}


@pytest.mark.parametrize(
    ("relation", "value", "rounded_to", "verdict"),
    [
        ("equals", 14.008, None, "exact"),
        ("equals", 14.0, None, "holds-after-rounding"),  # within the band
        ("equals", 13.5, 1.0, "holds-after-rounding"),  # the claim's own rounding reaches the band: up to 14.0
        ("equals", 13.5, 0.1, "does-not-follow"),
        ("equals", 15.0, 1.0, "does-not-follow"),
        ("above", 13.8, None, "exact"),
        ("above", 13.9, None, "holds-after-rounding"),  # the lowest corner only reaches it
        ("above", 14.1, None, "holds-after-rounding"),
        ("above", 14.2, None, "does-not-follow"),
        ("above", 14.2, 0.1, "holds-after-rounding"),
        ("at-least", 13.9, None, "exact"),
        ("at-least", 14.2, None, "holds-after-rounding"),
        ("at-least", 14.3, None, "does-not-follow"),
    ],
)
def test_a_number_from_13_9_to_14_2_gives_each_verdict(
    relation: Relation, value: float, rounded_to: float | None, verdict: str
) -> None:
    made = claim(calculator="c", relation=relation, value=value, rounded_to=rounded_to)
    assert follows(made, Span(14.008, 13.9, 14.2)) == verdict


def test_an_answer_without_a_number_or_a_bound_gives_no_verdict_and_is_told() -> None:
    """At no growth the mark is never reached; with a total of 4,700 to 5,200 the difference may be 0."""
    never = replace(CLAIMS["grows-by-rate"], output="years_needed", inputs="rate=0")
    unbound = replace(CLAIMS["ot-makes-the-difference"], inputs="total=4700–5200&gartner=4800")
    for each, said in ((never, "never at this rate"), (unbound, "161.3")):  # 242 of 4,950 − 4,800
        assert check_claim(each, knowledge()).verdict is None
        [problem] = verdict_faults(each, knowledge())
        assert problem.problem == f"Its calculator gives no number within bounds, but “{said}”."
        assert problem.way_out == "Choose inputs with which it does, or another output."


@pytest.mark.parametrize(
    ("first", "other", "verdict"),
    [
        ("ot-priority-security-2024", "ot-priority-ai-2024", "contradicted"),  # 29.5 to 30.5 is not above 30.5 to 31.5
        ("ot-priority-ai-2024", "ot-priority-security-2024", None),
        ("convergence-growth", "gartner-growth-2025-edition-2026-02", "contradicted"),  # 8.5 against 10.3
        ("convergence-growth", "gartner-growth-2024-edition-2024-01", None),  # 8.5 against 6.8
    ],
)
def test_figures_contradict_only_where_they_do_whatever_was_rounded(first: str, other: str, verdict: str) -> None:
    made = claim(figures=(first,), contradicted_by=(other,), relation="above")
    assert check_claim(made, knowledge()).verdict == verdict


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the claims that a test may spoil."""
    shutil.copy(FOLDER / FILE, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('verdict    = "exact"', 'verdict    = "does-not-follow"', "market-of-2023.verdict: It says does-not-follow; worked out, it is exact. The calculator gives 720.0. Look into it, then write exact, or correct the claim."),
        ('calculator = "segment-forecast"', 'calculator = "segment-forecasts"', "market-of-2023: There is no calculator “segment-forecasts”. Did you mean “segment-forecast”? Correct its calculator, inputs or output."),
        ('"year=2023"\noutput     = "together"', '"yaer=2023"\noutput     = "together"', "market-of-2023.inputs: segment-forecast has no input “yaer”. It takes data_center, it_software, ot, rate, base_year, year, part, revenue. Did you mean “year”? Correct the inputs."),
        ('output     = "together"', 'output     = "altogether"', "market-of-2023: segment-forecast gives no number “altogether”. Did you mean “together”? Correct its calculator, inputs or output."),
        ('output     = "explained"', 'output     = "verdict"', "ot-makes-the-difference: reconcile-totals gives no number “verdict”. Correct its calculator, inputs or output."),
        ('calculator = "segment-forecast"', 'calculator = "spending-mix"', "market-of-2023: spending-mix gives no number “together”. Correct its calculator, inputs or output."),
        ('calculator = "segment-forecast"\ninputs     = "year=2023"\noutput     = "together"', 'calculator = "technology-budget"\noutput     = "share"', "market-of-2023.inputs: technology-budget has no number of its own for operating_budget, technology_spending. Give them among the inputs."),
        ("mark={gartner-it-2024-edition-2024-01}", "mark={gartner-it-2024-edition}", "gartner-total-of-2023: There is no figure “gartner-it-2024-edition” for its inputs. Did you mean “gartner-it-2024-edition-2025-01”? Correct its calculator, inputs or output."),
        ('output     = "together"', "", "market-of-2023.output: It is missing beside calculator. Add output = …"),
        ('output     = "together"', 'output     = "together"\nunseen = "Not seen."', "market-of-2023: Its verdict rests on calculator and unseen. Give one of calculator, contradicted_by, contradicted, unseen, untestable."),
        ('untestable = "A definition, ', 'note = "A definition, ', "joins-data-and-processes: Its verdict rests on nothing. Give one of calculator, contradicted_by, contradicted, unseen, untestable."),
        ('["total-it-ot-2023"]\nverdict = "not-seen"', '["total-it-ot-203"]\nverdict = "not-seen"', "total-of-it-and-ot.figures: There is no number “total-it-ot-203”. Write the id of a figure that has a value. Did you mean “total-it-ot-2023”?"),
        ('["total-it-ot-2023"]\nverdict = "not-seen"', '["convergence-market-2023"]\nverdict = "not-seen"', "total-of-it-and-ot.unseen: Its figure “convergence-market-2023” is confirmed. Test the claim with a calculator, or correct the figure’s standing."),
        ('cites   = "rockwell-8"', 'cites   = "rockwel-8"', "There is no source “rockwel-8”. Add it to sources.toml, or correct the id. Did you mean “rockwell-8”?"),
        ('"ot-priority-ai-2024", "ot-priority-cloud-2024"', '"ot-priority-cloud-2024"', "security-is-first.verdict: No figure named in contradicted_by contradicts it, whatever was rounded. Name one that does, or give the claim a calculator."),
        ('more    = "totals.md"', 'more    = "total.md"', "There is no page “total.md”. Name a file below docs/."),
        ('relation   = "equals"', 'relation   = "equal"', "“equal” is not one of its words. Choose from: equals, above, at-least."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_claim_is_told(folder: Path, old: str, new: str, told: str) -> None:
    text = (folder / FILE).read_text("utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), "utf-8")
    found = [str(each.problem) for each in claim_findings(knowledge(), folder, ROOT / "docs")]
    assert any(line.startswith(("claims.toml: ", "data/claims.toml: ")) and line.endswith(told) for line in found)


def test_the_claims_as_they_are_give_no_finding() -> None:
    assert list(claim_findings(knowledge(), FOLDER, ROOT / "docs")) == []


def test_a_figure_and_a_source_that_only_a_claim_names_are_used() -> None:
    named = named_in_claims(knowledge(), FOLDER)
    assert {"gartner-growth-2026-edition-2026-02", "it-ot-teams-apart-2024", "rockwell-8", "cisco-2024"} <= named
    without = {each.problem.thing for each in unused_findings([], knowledge())}
    told = {each.problem.thing for each in unused_findings([], knowledge(), named)}
    assert {"it-ot-teams-apart-2024", "rockwell-8"} <= without and not told & named


def test_the_pages_first_sentence_agrees_with_the_tally() -> None:
    """Most that can be worked out hold, one does not follow, many were not seen."""
    counts = {verdict: count for verdict, _, count in tally()}
    assert counts["exact"] + counts["holds-after-rounding"] > len(TESTABLE) / 2
    assert counts["does-not-follow"] == 1 and counts["not-seen"] > len(CLAIMS) / 3


def drawn(word: str) -> str:
    """What a fence with this word draws."""
    return str(claims_fence(word, "claims", "claims", {}, Markdown(extensions=["publishing.markdown"])))


@pytest.mark.slow
def test_the_page_draws_every_claim_once_below_the_heading_of_its_verdict() -> None:
    text = (ROOT / "docs" / "claims.md").read_text("utf-8")
    fences = re.findall(r"^## (.+) \{#(.+)\}\n\n```claims\n(.+)\n```$", text, re.MULTILINE)
    assert fences == [(words, verdict, verdict) for verdict, words in VERDICTS.items()]
    found = [name for _, _, verdict in fences for name in re.findall(r'<li id="claim-([a-z0-9-]+)"', drawn(verdict))]
    assert sorted(found) == sorted(CLAIMS)


def test_a_claim_shows_verdict_number_band_reason_and_ways() -> None:
    html = drawn("holds-after-rounding")
    part = html[html.index('id="claim-passes-a-trillion-in-2027"') :]
    band = "Within what rounding leaves open, $989.1 billion to $1,006.6 billion."
    assert "<strong>$997.8 billion</strong>" in part and band in part
    assert "Holds after rounding.</strong> The published start and rate just miss it" in part
    assert "Claimed: above $1,000 billion." in part
    assert 'popovertarget="card-convergence-mark-2027"' in part
    assert 'href="calculators/claim-check/#claim-check?base=720~convergence-market-2023&amp;' in part.replace(
        "%7E", "~"
    )
    assert '<a href="growth/">More on the page “Growth”</a>' in part


def test_the_rounding_of_a_claim_is_said_with_its_unit() -> None:
    assert "Claimed: $720 billion, give or take $5 billion for its rounding." in drawn("exact")
    assert "Claimed: 14%, give or take 0.5 points for its rounding." in drawn("holds-after-rounding")


def test_the_tally_counts_every_claim() -> None:
    assert sum(count for _, _, count in tally()) == len(CLAIMS)
    assert f"{len(CLAIMS)} statements, by verdict" in drawn(TALLY)


def test_a_fence_with_another_word_is_told_what_to_write() -> None:
    with pytest.raises(Exception, match=r"there is no verdict “exakt”\. Write one of exact, .* Did you mean “exact”"):
        drawn("exakt")


@pytest.mark.slow
def test_the_file_for_programs_holds_every_claim_with_its_answer(tmp_path: Path) -> None:
    write_api(tmp_path, read_contents({}))
    content = json.loads((tmp_path / "api" / "claims.json").read_text("utf-8"))
    assert content["schema"] == 1 and [each["id"] for each in content["claims"]] == list(CLAIMS)
    said = {each["id"]: each for each in content["claims"]}["ot-makes-the-difference"]
    assert (said["verdict"], said["text"], said["value"]) == ("does-not-follow", "55.0", 55)  # 242 of 5,140 − 4,700
    assert (said["low"], said["high"]) == (pytest.approx(241.5 / 495 * 100), pytest.approx(242.5 / 385 * 100))
    assert said["link"].startswith(f"{address('calculators/reconcile-totals.md')}#reconcile-totals?total=5140")
    assert [each["verdict"] for each in content["claims"]] == [each.verdict for each in checked_claims()]


@pytest.mark.slow
def test_a_verdict_is_good_until_the_first_review_of_what_it_rests_on_or_is_set_against(tmp_path: Path) -> None:
    """Every claim, those that rest on no figure among them."""
    write_api(tmp_path, read_contents({}))
    content = json.loads((tmp_path / "api" / "claims.json").read_text("utf-8"))["claims"]
    days = {each["id"]: each["good_until"] for each in content}
    assert days["passes-a-trillion-in-2027"] == "2027-11-30"
    figures = {each.claim.id: each.rests_on for each in checked_claims()}
    for name, day in days.items():
        reviews = [knowledge().figures[figure].review_by.isoformat() for figure in figures[name]]
        assert day == min(reviews, default=None), name
    assert None in days.values()
    part = drawn("holds-after-rounding")
    assert '<strong>$997.8 billion</strong><sup class="age-mark" data-review-by="2027-11-30"' in part
