"""What must hold for every calculator, present and future, and for those made for the tests."""

import re
from dataclasses import fields as fields_of
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from calculators import knowledge, names
from calculators.contract.answer import answer, worked_out
from calculators.contract.declarations import Line, names_in
from calculators.contract.examples import refusals
from calculators.contract.fields import default_of, figures_of, is_year_of, span_of, within
from calculators.contract.formulas import words
from calculators.contract.link import read_link
from calculators.contract.reading import InputProblems, Missing
from calculators.contract.shape import Calculator, Output, Verdict
from calculators.contract.solve import Wish, solve
from data.units import UNITS, twelve
from tests.cases import all_names, cases, first_example, shape
from tests.subset import faults

ALL = pytest.mark.parametrize("name", all_names())
SECTIONS = ("How it works", "Where it ends", "Worked examples", "Statements it tests", "Figures it rests on", "Next")
FENCES = {"examples": "Worked examples", "rests-on": "Figures it rests on"}
WAYS_OUT = ("Enter", "Choose", "Write", "Use", "Make")


def source(asked: Calculator) -> str:
    return Path(asked.function.__code__.co_filename).read_text("utf-8")


def start(asked: Calculator) -> dict[str, Any]:
    """The answer to its defaults, or to its example where it has none."""
    return answer(asked, asked.example, knowledge())


@ALL
def test_its_body_holds_nothing_but_the_allowed_subset(name: str) -> None:
    assert faults(source(shape(name))) == []


GOOD = '''
class Result: ...
def calculate(*, base: float, rate: float) -> Result:
    """Formula."""
    require(base > 0, "base", "Enter more than 0.")
    growth = 1 + rate / 100
    return Result(value=base * growth)
'''


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("growth = 1", "growth: float = 1", "A line is a AnnAssign. Write require lines, then assignments, then return"),
        ("    growth = 1 + rate / 100\n", "    growth = 1\n    require(growth > 0, 'base', 'Enter.')\n", "The lines stand in another order."),
        ("growth = 1 + rate", "growth = 1.085 + rate", "The number 1.085 stands in the body. Make it an input."),
        ("rate / 100", "round(rate)", "“round” is none of the allowed functions. Use total, count, first"),
        ("rate / 100", "rate // 100", "“FloorDiv” is none of the allowed expressions."),
        ("rate / 100", "(1 if rate is None else rate)", "“Is” is none of the allowed expressions."),
        ("rate / 100", "[rate][0]", "“Subscript” is none of the allowed expressions."),
        ("rate / 100", "total([rate, base])", "A list is more than a step of rows."),
        ("rate / 100", "total([total([total([a for a in b]) for b in c]) for c in d])", "A comprehension nests more than once."),
        ("growth", "ab12", "“ab12” is a cell to a spreadsheet. Choose a longer name."),
        ("growth = 1 + rate / 100", "log = log(rate)", "“log” is a function that the body calls. Choose another name."),
        ("rate: float", "rate: float = 8.5", "The inputs are not keyword arguments without Python defaults."),
        ("    return Result(value=base * growth)\n", "", "There is not one return. End with return Result(...)."),
        ("class Result: ...", "class Result: ...\ndef dig(): ...", "“dig” is a function of its own. Write its steps into calculate."),
    ],
)  # fmt: skip
def test_what_leaves_the_subset_is_told_with_a_way_out(old: str, new: str, told: str) -> None:
    assert faults(GOOD) == []
    assert any(told in fault for fault in faults(GOOD.replace(old, new))), faults(GOOD.replace(old, new))


@ALL
def test_every_default_and_every_bound_of_its_rounding_lies_within_the_limits(name: str) -> None:
    for field in shape(name).fields.values():
        default = default_of(field, knowledge())
        assert default is None or within(default, field), f"{name}: {field.name} starts outside its limits."
        for figure in figures_of(field, knowledge()) if field.numeric and not is_year_of(field) else []:
            for end in span_of(field, figure):
                assert within(end, field), (
                    f"{name}: {field.name} refuses {end}, which the rounding of {figure.id} allows."
                )


@ALL
def test_what_only_the_reader_can_give_has_an_example_that_answers(name: str) -> None:
    asked = shape(name)
    lacking = [field.name for field in asked.required if not field.input.example]
    assert lacking == [], f"{name}: {lacking} has neither a default nor an example. Write example=… into its Input."
    assert start(asked)["outputs"][asked.headline]["value"] is not None


@ALL
def test_every_message_of_require_names_a_way_out(name: str) -> None:
    for each in shape(name).body.requirements:
        assert each.message.startswith(WAYS_OUT) and each.message.endswith("."), each.message
        assert each.field in shape(name).fields
        assert {key for _, key, _, _ in Formatter().parse(each.message) if key} <= set(shape(name).fields)


@pytest.mark.parametrize(("name", "number", "case"), list(cases("refused")))
def test_every_message_of_a_refusal_names_a_way_out(name: str, number: int, case: dict[str, Any]) -> None:
    for message in case["problems"].values():
        assert re.search(rf"\b({'|'.join(WAYS_OUT)})\b", message), message


@ALL
def test_every_unit_is_one_of_the_list(name: str) -> None:
    asked = shape(name)
    inputs = [each for field in asked.fields.values() for each in (field, *field.columns.values()) if each.numeric]
    outputs = [said for said in asked.outputs.values() if isinstance(said, Output)]
    assert {each.input.unit for each in inputs} | {said.unit for said in outputs} <= set(UNITS)


@ALL
def test_a_verdict_has_a_sentence_for_each_word_and_names_what_there_is(name: str) -> None:
    from typing import get_args, get_type_hints

    asked = shape(name)
    given = get_type_hints(asked.function, include_extras=True)["return"]
    for key, hint in get_type_hints(given, include_extras=True).items():
        said = hint.__metadata__[0]
        if isinstance(said, Verdict):
            assert set(said.sentences) == set(get_args(get_args(hint)[0]))
            keys = {each for text in said.sentences.values() for _, each, _, _ in Formatter().parse(text) if each}
            assert keys <= {*asked.fields, *asked.outputs} - {key}


@ALL
def test_a_chart_names_columns_inputs_and_outputs_that_there_are_in_one_unit(name: str) -> None:
    asked = shape(name)
    units = {key: field.input.unit for key, field in asked.fields.items()}
    units |= {key: said.unit for key, said in asked.outputs.items() if isinstance(said, Output)}
    for table, said in asked.tables.items():
        chart, columns = said.chart, asked.columns[table]
        if chart is None:
            continue
        drawn = names_in(chart.y) if isinstance(chart, Line) else (chart.value,)
        beside = chart.x if isinstance(chart, Line) else chart.label
        assert {beside, *drawn} <= set(columns), f"{name}: the chart of {table} names no column of it."
        [unit] = {columns[each].unit for each in drawn}
        assert unit, f"{name}: {drawn} holds texts; a chart draws numbers."
        assert {units[mark] for mark in names_in(getattr(chart, "mark", ""))} <= {unit}
        assert {key for _, key, _, _ in Formatter().parse(chart.title) if key} <= set(units)
        assert len(drawn) <= 4, f"{name}: the chart of {table} has too many lines to tell apart."


@pytest.mark.parametrize("name", names())
def test_a_page_of_its_own_holds_all_its_parts_and_something_is_refused(name: str) -> None:
    page = Path(__file__).parents[1] / "docs" / "calculators" / f"{name}.md"
    assert page.exists(), f"{name} has no page of its own. Write docs/calculators/{name}.md, as CONTRIBUTING shows it."
    assert page_faults(name, page.read_text("utf-8")) == []
    assert refusals(name), f"{name} refuses nothing. Write at least one [[refused]] table."


def page_faults(name: str, text: str) -> list[str]:
    """What the page of a calculator lacks, or holds in another place."""
    head, *sections = re.split(r"^## ", text.split("---\n", 2)[2], flags=re.MULTILINE)
    title = f"# {name.replace('-', ' ').capitalize()}"
    faults = [] if head.strip().startswith(f"{title}\n") else [f"Its first line is not “{title}”."]
    if [section.partition("\n")[0] for section in sections] != list(SECTIONS):
        faults.append(f"Its sections are not, in this order: {', '.join(SECTIONS)}.")
    if not re.search(rf"^\*\*.+\*\*\n\n```calculator\n{name}\n", head, re.MULTILINE):
        faults.append("Above the first section there is not one bold sentence and the fence “calculator”.")
    for fence, section in FENCES.items():
        if not any(each.startswith(f"{section}\n") and f"```{fence}\n{name}\n```" in each for each in sections):
            faults.append(f"The section “{section}” does not hold the fence “{fence}”.")
    return faults


def test_a_page_that_lacks_a_part_is_told() -> None:
    page = (Path(__file__).parents[1] / "docs" / "calculators" / "market-growth.md").read_text("utf-8")
    order = "Its sections are not, in this order: " + ", ".join(SECTIONS) + "."
    for old, new, told in [
        ("## Where it ends", "## Its end", [order]),
        ("# Market growth", "# Growth of markets", ["Its first line is not “# Market growth”."]),
        ("```examples\nmarket", "```examples\nother", ["The section “Worked examples” does not hold the fence “examples”."]),
        ("```rests-on\n", "```figures\n", ["The section “Figures it rests on” does not hold the fence “rests-on”."]),
        ("```calculator\n", "```python\n", ["Above the first section there is not one bold sentence and the fence “calculator”."]),
    ]:  # fmt: skip
        assert old in page and page_faults("market-growth", page.replace(old, new)) == told


@pytest.mark.parametrize(("name", "number", "case"), list(cases("preset")))
def test_a_preset_says_why_and_answers(name: str, number: int, case: dict[str, Any]) -> None:
    assert set(case) == {"label", "reason", "inputs"} and case["reason"].endswith(".")
    assert answer(shape(name), case["inputs"], knowledge())["outputs"]


@pytest.mark.parametrize(("name", "number", "case"), list(cases("example")))
def test_function_and_steps_agree_to_twelve_digits(name: str, number: int, case: dict[str, Any]) -> None:
    asked = shape(name)
    if name == "endless":
        return
    given, outcome = worked_out(asked, case["inputs"], knowledge())
    left_out = any(value is None for value in outcome.values.values())
    if left_out and any(outcome.gone.values()):
        return  # the function by itself needs every optional input; the steps alone leave some out
    result = asked.function(**given.numbers)
    for each in fields_of(result):
        assert rounded(getattr(result, each.name)) == rounded(outcome.values[each.name])


def rounded(value: Any) -> Any:
    return twelve(value) if isinstance(value, float) else value


@ALL
def test_the_function_by_itself_was_compared_for_every_calculator(name: str) -> None:
    """The test above leaves out examples in which a step has no value; one at least must be whole."""
    asked = shape(name)
    texts = [case["inputs"] for own, _, case in cases("example") if own == name]
    assert any(not any(worked_out(asked, each, knowledge())[1].gone.values()) for each in texts)


@pytest.mark.parametrize(("name", "number", "case"), list(cases("example")))
def test_the_band_contains_the_answer(name: str, number: int, case: dict[str, Any]) -> None:
    if name == "endless":
        return
    for cell in answer(shape(name), case["inputs"], knowledge())["outputs"].values():
        if isinstance(cell["value"], int | float) and cell["low"] is not None:
            assert cell["low"] <= cell["value"] <= cell["high"]


@ALL
def test_its_link_brings_the_same_answer_back(name: str) -> None:
    asked, given = shape(name), answer(shape(name), first_example(name)["inputs"], knowledge())
    own, texts = read_link(given["link_with_money"])
    again = answer(asked, texts, knowledge())
    assert own == name
    assert [again[key] for key in ("inputs", "outputs", "tables", "link")] == [
        given[key] for key in ("inputs", "outputs", "tables", "link")
    ]


@ALL
def test_its_link_holds_none_of_the_readers_money_unless_asked(name: str) -> None:
    asked, given = shape(name), start(shape(name))
    private = {field.name for field in asked.fields.values() if field.private}
    from urllib.parse import parse_qsl

    held = dict(parse_qsl(given["link"].partition("?")[2]))
    assert not private & set(held)
    assert ("answer" in held) == (not private)


@pytest.mark.slow
@ALL
def test_a_solution_put_in_gives_the_target(name: str) -> None:
    """The target is what another value of the input gives, so that there is a solution."""
    asked, texts = shape(name), dict(first_example(name)["inputs"])
    output = next((key for key, said in asked.outputs.items() if isinstance(said, Output)), "")
    wished = answer(asked, texts, knowledge())["outputs"][output]
    tried = 0
    for field in asked.fields.values():
        if field.numeric and not field.optional and wished["value"] is not None:
            found = solve(asked, texts, Wish(field.name, output, wished["text"]), knowledge())
            for solution in found["solutions"]:
                again = answer(asked, {**texts, field.name: solution}, knowledge())
                assert again["outputs"][output]["text"] == wished["text"], (field.name, solution)
                tried += 1
            assert found["solutions"] or "makes no difference" in found["message"], found["message"]
    assert tried or not any(field.numeric for field in asked.fields.values())


@ALL
def test_every_step_of_the_working_has_words_and_lines(name: str) -> None:
    for step in start(shape(name))["working"]:
        assert step["label"] and (step["lines"] or "columns" in step or step["reason"])
        assert "_" not in words(step["name"])


@ALL
def test_nonsense_in_every_field_is_told_at_every_field(name: str) -> None:
    asked = shape(name)
    with pytest.raises(InputProblems) as refused:
        answer(asked, dict.fromkeys(asked.fields, "<nonsense>"), knowledge())
    assert {problem.input for problem in refused.value.problems} == set(asked.fields)


@ALL
def test_empty_fields_are_waited_for_or_told(name: str) -> None:
    asked = shape(name)
    with pytest.raises((InputProblems, Missing)):
        answer(asked, dict.fromkeys(asked.fields, ""), knowledge())
