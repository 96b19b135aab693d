"""Labelled posts: the part that was worked with, and the part that is only ever scored.

One JSON a line: `half` is "work" or "held"; figures are right within 1 % and 1 s; `alt` holds values
that are just as right, `runs` all runs where there are several. A post that is `ambiguous` counts
only when it is logged with the wrong figures.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent / "examples"


@dataclass
class Score:
    """How a part of the examples was read."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    exact: int = 0
    dated: int = 0
    dated_right: int = 0

    @property
    def precision(self):
        return self.right / (self.right + self.wrong)

    @property
    def recall(self):
        return self.right / (self.right + self.missed)

    @property
    def exactness(self):
        return self.exact / self.right


def examples(language, half):
    lines = (EXAMPLES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [example for line in lines if (example := json.loads(line))["half"] == half]


def near(found, wanted):
    if found is None or wanted is None:
        return found is wanted
    return abs(found - wanted) <= max(0.01 * wanted, 1)


def allowed(example, name):
    return [example.get(name), *example.get("alt", {}).get(name, [])]


def figures_right(run, example):
    return all(
        any(near(getattr(run, name), wanted) for wanted in allowed(example, name))
        for name in ("distance_m", "duration_s")
    )


def score(read, language, half):
    result = Score()
    for example in examples(language, half):
        reading = read(example["text"], units=example.get("units"))
        if not example["is_run"]:
            result.wrong += reading.is_run and not example["ambiguous"]
        elif not reading.is_run:
            result.missed += not example["ambiguous"]
        else:
            result.right += 1
            result.exact += figures_right(reading.runs[0], example)
            if example["date_offset_days"] is not None:
                result.dated += 1
                wanted = allowed(example, "date_offset_days")
                result.dated_right += (reading.runs[0].date_offset_days or 0) in wanted
    return result


@pytest.mark.parametrize("half", ["work", "held"])
def test_english_is_read_well(read, half):
    """Of the English posts hardly a wrong run is logged, few are missed, and figures are right."""
    result = score(read, "en", half)
    assert result.precision >= 0.97, result
    assert result.recall >= 0.97, result
    assert result.exactness >= 0.95, result
    assert result.dated_right / result.dated >= 0.95, result


def several():
    clear = [example for example in examples("en", "work") if not example["ambiguous"]]
    return [example for example in clear if len(example.get("runs", [])) > 1]


@pytest.mark.parametrize("example", several(), ids=lambda example: example["id"])
def test_all_runs_of_a_post_are_found(read, example):
    """A post that tells of several runs yields each with its figures and its day."""
    runs = read(example["text"]).runs
    assert len(runs) == len(example["runs"])
    for run, wanted in zip(runs, example["runs"], strict=True):
        assert near(run.distance_m, wanted["distance_m"])
        assert near(run.duration_s, wanted["duration_s"])
        assert (run.date_offset_days or 0) == wanted["date_offset_days"]


def described():
    names = ("kind", "mood", "climb_m", "time_of_day", "pace_s_per_km")
    return [
        (example["text"], name, example[name])
        for example in examples("en", "work")
        for name in names
        if example["is_run"]
        and not example["ambiguous"]
        and example.get(name) is not None
        and name not in example.get("alt", {})
    ]


def test_what_is_said_beside_the_figures_is_kept(read):
    """Kind, mood, climb, time of day and pace are right in nineteen posts of twenty."""
    told = described()
    wrong = []
    for text, name, wanted in told:
        runs = read(text).runs
        found = getattr(runs[0], name) if runs else None
        right = found == wanted if isinstance(wanted, str) else near(found, wanted)
        if not right:
            wrong.append((text, name, wanted, found))
    assert len(wrong) <= 0.05 * len(told), wrong
