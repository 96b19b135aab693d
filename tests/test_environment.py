"""What `make` says on a machine where something is missing, and the pins it installs."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON = "#!/bin/sh\n"
RECENT = PYTHON + 'case "$2" in *ensurepip*) exit ${VENV:-0};; esac\n'
MAKES_VENV = RECENT + (
    'if [ "$2" = venv ]; then mkdir -p .venv/bin && cp "$0" .venv/bin/python; fi\n'
    'if [ "$3" = install ]; then echo "$SAID"; exit $PIP; fi\n'
)


@pytest.fixture
def environment(tmp_path):
    """A function that runs the script in a copy of the project, with a made-up python3."""
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)

    def run(python: str, level: str = "run", **variables: str) -> subprocess.CompletedProcess[str]:
        fake = tmp_path / "python3"
        fake.write_text(python)
        fake.chmod(0o755)
        return subprocess.run(
            ["sh", str(tmp_path / "scripts/environment.sh"), level],
            env={"PATH": os.environ["PATH"], "PYTHON": str(fake), **variables},
            capture_output=True,
            text=True,
        )

    return run


@pytest.mark.parametrize(
    ("python", "variables", "told"),
    [
        (PYTHON + "exit 1", {}, "needs Python 3.11 or later"),
        (RECENT, {"VENV": "1"}, "sudo apt install python3-venv"),
        (MAKES_VENV, {"PIP": "1", "SAID": "Network is unreachable"}, "connect this machine"),
        (
            MAKES_VENV,
            {"PIP": "1", "SAID": "none such (from versions: none)"},
            "connect this machine",
        ),
        (MAKES_VENV, {"PIP": "1", "SAID": "ERROR: no room"}, "installed: ERROR: no room"),
    ],
)
def test_what_is_missing_is_told(environment, python, variables, told):
    """A machine without what is needed gets one sentence that says what to do."""
    done = environment(python, **variables)
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_installs_once(environment, tmp_path):
    """Pins are installed once, and again only when they, or pyproject.toml, have changed."""
    said = "Installing the pinned packages ..."
    assert said in environment(MAKES_VENV, PIP="0").stdout
    assert environment(MAKES_VENV, PIP="1").stdout == ""
    with Path(tmp_path, "requirements/demo.txt").open("a") as pins:
        pins.write("new==1\n")
    assert said in environment(MAKES_VENV, PIP="0").stdout


def test_a_higher_level_holds_the_lower_ones(environment):
    """What was installed for the tests is enough for the demo, and not the other way round."""
    assert environment(MAKES_VENV, "demo", PIP="0").returncode == 0
    assert environment(MAKES_VENV, "dev", PIP="1").returncode == 1
    assert environment(MAKES_VENV, "dev", PIP="0").returncode == 0
    assert environment(MAKES_VENV, "demo", PIP="1").returncode == 0


def test_pins_are_exact():
    """Every line of requirements/ is one version, a level to build on, or a remark."""
    line = re.compile(r"#.*|-r \w+\.txt|[a-z0-9.-]+==[\w.]+( ; .+)?")
    for file in (ROOT / "requirements").glob("*.txt"):
        assert all(line.fullmatch(text) for text in file.read_text().splitlines()), file


def test_pins_follow_the_project():
    """What pyproject.toml asks for is pinned."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(need for extra in extras for need in extra)]
    names = {re.split(r"[^\w.-]", need)[0].lower().replace(".", "-") for need in asked}
    pinned = {
        line.partition("==")[0]
        for file in (ROOT / "requirements").glob("*.txt")
        for line in file.read_text().splitlines()
    }
    assert names <= pinned
