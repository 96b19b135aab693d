"""Writes requirements/*.txt: what pyproject.toml asks for, resolved by pip and pinned with all it needs."""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
OLDEST = (3, 11)
SYSTEMS = (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))
Pins = dict[str, str]


def main() -> None:
    """Pin three levels, each on top of the one before, so that a host installs only what runs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    levels = {
        "run": project["dependencies"],
        "demo": extras["demo"],
        "dev": [*extras["test"], *extras["check"]],
    }
    if sys.version_info[:2] != OLDEST:  # a newer one needs packages that the oldest refuses
        sys.exit("Pins are made with Python 3.11: make clean lock PYTHON=python3.11")
    known: Pins = {}
    below: str | None = None
    for level, wanted in levels.items():
        pins = resolve([*wanted, *(f"{name}=={pin}" for name, pin in known.items())])
        fresh = {name: pin for name, pin in pins.items() if name not in known}
        write(level, below, fresh)
        known |= fresh
        below = level


def resolve(wanted: list[str]) -> Pins:
    """Everything `wanted` needs, by name; pins for other machines carry their marker."""
    found = [item["metadata"] for item in report(wanted)]
    pins: Pins = {canonicalize_name(item["name"]): item["version"] for item in found}
    needed = [Requirement(text) for item in found for text in item.get("requires_dist", ())]
    for need in needed:
        name = canonicalize_name(need.name)
        if name not in pins and need.marker and elsewhere(need.marker):
            pins[name] = f"{newest(need)} ; {need.marker}"
    return pins


def report(wanted: list[str], *options: str) -> list[dict[str, Any]]:
    """What pip would install, as its report tells it."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "report.json")
        pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "-qq"]
        subprocess.run([*pip, "--report", str(told), *options, *wanted], check=True)
        return list(json.loads(told.read_text(encoding="utf-8"))["install"])


def newest(need: Requirement) -> str:
    """The version pip takes on the machines where `need` applies, of which this is none."""
    with tempfile.TemporaryDirectory() as target:
        other = ("--no-deps", "--ignore-requires-python", "--only-binary=:all:", "--target", target)
        (item,) = report([f"{need.name}{need.specifier}"], *other, "--python-version", PYTHONS[-1])
    return str(item["metadata"]["version"])


def elsewhere(marker: Marker) -> bool:
    """Whether a marker holds on some machine the bot may run on, extras aside."""
    return any(
        marker.evaluate(
            {"python_version": python, "sys_platform": system, "platform_system": name, "extra": ""}
        )
        for python in PYTHONS
        for system, name in SYSTEMS
    )


def write(level: str, below: str | None, pins: Pins) -> None:
    """One file: the level below it, then a line for each pin."""
    lines = [f"-r {below}.txt"] if below else []
    lines += [f"{name}=={pin}" for name, pin in sorted(pins.items())]
    head = "# Written by `make lock` from pyproject.toml; change that instead.\n"
    text = head + "\n".join(lines) + "\n"
    (ROOT / "requirements" / f"{level}.txt").write_text(text, encoding="utf-8")
    print(f"requirements/{level}.txt: {len(pins)} pins")


if __name__ == "__main__":
    main()
