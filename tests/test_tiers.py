"""A run of a tier fails when a test did not run."""

import pytest

from tests.tier import LEFT_OUT

PASSES = "def test_passes(): pass\n"
LEFT = {
    "skipped": "import pytest\n@pytest.mark.skip(reason='x')\ndef test_left(): pass\n",
    "skipped inside": "import pytest\ndef test_left(): pytest.skip('x')\n",
    "skipped as a whole": "import pytest\npytest.skip('x', allow_module_level=True)\n",
    "expected to fail": "import pytest\n@pytest.mark.xfail\ndef test_left(): assert 0\n",
}
MARKED = "import pytest\n@pytest.mark.browser\ndef test_left(): assert 0\n"
INI = "[pytest]\nmarkers =\n  browser\n  slow\n  audit\n"


def run(pytester: pytest.Pytester, content: str, *options: str) -> pytest.RunResult:
    pytester.makeini(INI)
    pytester.makepyfile(test_a=PASSES, test_b=content)
    return pytester.runpytest("-p", "tests.tier", *options)


@pytest.mark.parametrize("processes", [[], pytest.param(["-n", "2"], marks=pytest.mark.slow)], ids=["one", "two"])
@pytest.mark.parametrize("content", LEFT.values(), ids=LEFT)
def test_a_skipped_test_fails_the_tier(pytester: pytest.Pytester, content: str, processes: list[str]) -> None:
    result = run(pytester, content, "--tier", "test", *processes)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*tests that did not run*", "*test_b*"])
    assert result.stdout.str().count("was skipped") == 1


def test_a_deselected_test_fails_the_tier(pytester: pytest.Pytester) -> None:
    result = run(pytester, PASSES, "--tier", "test", "--deselect", "test_b.py::test_passes")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*test_b.py::test_passes was deselected"])


def test_a_test_of_a_higher_tier_is_left_out_without_a_word(pytester: pytest.Pytester) -> None:
    result = run(pytester, MARKED, "--tier", "check")
    assert result.ret == pytest.ExitCode.OK
    result.assert_outcomes(passed=1)


def test_a_run_without_a_tier_may_choose_its_tests(pytester: pytest.Pytester) -> None:
    assert run(pytester, LEFT["skipped"]).ret == pytest.ExitCode.OK


def test_each_tier_holds_the_ones_before_it() -> None:
    assert LEFT_OUT["audit"] < LEFT_OUT["test"] < LEFT_OUT["check"]
