"""How well labelled posts are read: one half that was worked with, one that is only ever scored.

    python -m tests.runs.parse.scores [language ...]

One JSON a line: `half` is "work" or "held"; figures are right within 1 % and 1 s; `alt` holds values
that are just as right, `runs` all runs where there are several. A post that is `ambiguous` counts
only when it is logged with the wrong figures. `unsolved` marks a post of the work half that is still
read wrongly. Of the held half only totals are printed.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.runs.parse import Reading, parse

EXAMPLES = Path(__file__).parent / "examples"
NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)  # a Wednesday evening

Example = dict[str, Any]


@dataclass
class Score:
    """How a part of the examples was read; `faults` says what was wrong with which post."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    exact: int = 0
    dated: int = 0
    dated_right: int = 0
    several: int = 0
    several_right: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list, repr=False)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def exactness(self) -> float:
        return self.exact / max(1, self.right)

    @property
    def dates(self) -> float:
        return self.dated_right / max(1, self.dated)

    def __add__(self, other: "Score") -> "Score":
        names = ("right", "wrong", "missed", "exact", "dated", "dated_right")
        names += ("several", "several_right")
        sums = {name: getattr(self, name) + getattr(other, name) for name in names}
        return Score(**sums, faults=self.faults + other.faults)

    def __str__(self) -> str:
        parts = (self.precision, self.recall, self.exactness, self.dates)
        shares = " / ".join(f"{100 * part:5.1f}" for part in parts)
        return f"{shares} %  several {self.several_right}/{self.several}"


@lru_cache
def examples(language: str, half: str) -> list[Example]:
    """The labelled posts of a language's half; more files of one language are `<code>_<name>.jsonl`."""
    files = sorted(EXAMPLES.glob(f"{language}.jsonl")) + sorted(
        EXAMPLES.glob(f"{language}_*.jsonl")
    )
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [example for line in lines if (example := json.loads(line))["half"] == half]


def near(found: float | None, wanted: float | None) -> bool:
    """Right within 1 % and 1 unit, and nothing where nothing was said."""
    if found is None or wanted is None:
        return found is wanted
    return abs(found - wanted) <= max(0.01 * wanted, 1)


def allowed(example: Example, name: str) -> list[Any]:
    """Every value of a field that is right."""
    return [example.get(name), *example.get("alt", {}).get(name, [])]


def faults(reading: Reading, example: Example) -> Iterator[str]:
    """What is wrong with the first run that was read, or with there being one."""
    if reading.is_run != example["is_run"]:
        yield "WRONG RUN" if reading.is_run else f"MISSED ({reading.reason})"
    if not (reading.is_run and example["is_run"]):
        return
    run = reading.runs[0]
    for name in ("distance_m", "duration_s"):
        if not any(near(getattr(run, name), wanted) for wanted in allowed(example, name)):
            yield f"{name} {getattr(run, name)} for {example.get(name)}"
    if example["date_offset_days"] is not None and not _dated(run.date_offset_days, example):
        yield f"day {run.date_offset_days} for {example['date_offset_days']}"
    if len(example.get("runs", [])) > 1 and not _all_found(reading, example):
        yield f"{len(reading.runs)} runs, or others, for {len(example['runs'])}"


def is_solved(example: Example) -> bool:
    """Whether a post is read as it is labelled; of an ambiguous one whether to log it is open."""
    reading = parse(example["text"], now=NOW, units=example.get("units"))
    if example["ambiguous"] and reading.is_run != example["is_run"]:
        return True
    return not any(faults(reading, example)) and _all_dated(reading, example)


def _all_dated(reading: Reading, example: Example) -> bool:
    """Whether each of several runs is of its day, which the scores ask of the first alone."""
    wanted = example.get("runs", [])
    if len(wanted) < 2 or len(reading.runs) != len(wanted):
        return True
    days = [one.get("date_offset_days") or 0 for one in wanted]
    return [run.date_offset_days or 0 for run in reading.runs] == days


def _dated(found: int | None, example: Example) -> bool:
    return (found or 0) in allowed(example, "date_offset_days")


def _all_found(reading: Reading, example: Example) -> bool:
    """Whether the runs of a post are the labelled ones, each with its figures."""
    if len(reading.runs) != len(example["runs"]):
        return False
    return all(
        near(run.distance_m, wanted["distance_m"]) and near(run.duration_s, wanted["duration_s"])
        for run, wanted in zip(reading.runs, example["runs"], strict=True)
    )


def score(language: str, half: str) -> Score:
    """The score of one half of a language's examples."""
    result = Score()
    for example in examples(language, half):
        reading = parse(example["text"], now=NOW, units=example.get("units"))
        found = list(faults(reading, example))
        if example["ambiguous"] and reading.is_run != example["is_run"]:
            continue
        result.faults += [(fault, example["text"]) for fault in found]
        _count(result, example, reading, found)
    return result


def _count(result: Score, example: Example, reading: Reading, found: list[str]) -> None:
    result.right += reading.is_run and example["is_run"]
    result.wrong += reading.is_run and not example["is_run"]
    result.missed += example["is_run"] and not reading.is_run
    if not (reading.is_run and example["is_run"]):
        return
    result.exact += not any(fault.startswith("d") and "_" in fault for fault in found)
    if example["date_offset_days"] is not None:
        result.dated += 1
        result.dated_right += not any(fault.startswith("day") for fault in found)
    if len(example.get("runs", [])) > 1:
        result.several += 1
        result.several_right += not any("runs, or" in fault for fault in found)


def languages() -> list[str]:
    """Every language that has examples."""
    return sorted({file.stem.split("_")[0] for file in EXAMPLES.glob("*.jsonl")})


def main(chosen: list[str]) -> None:
    """Print the scores, and of the work half what went wrong."""
    print("precision / recall / distance and time / day")
    sums = {"work": Score(), "held": Score()}
    for language in chosen or languages():
        for half in ("work", "held"):
            result = score(language, half)
            print(f"{language} {half} {len(examples(language, half)):4}  {result}")
            if language != "en":
                sums[half] += result
            for fault, text in result.faults if half == "work" and chosen else ():
                print(f"     {fault}: {text!r}")
    for half, result in sums.items():
        print(f"but English, {half}: {result}")


if __name__ == "__main__":
    main(sys.argv[1:])
