"""Labelled posts in eight languages are read well enough to be trusted."""

import pytest

from tests.runs.parse.scores import Score, examples, languages, near, score


@pytest.mark.parametrize("half", ["work", "held"])
def test_english_is_read_well(half):
    """Of the English posts hardly a wrong run is logged, few are missed, and figures are right."""
    result = score("en", half)
    assert result.precision >= 0.97, result
    assert result.recall >= 0.97, result
    assert result.exactness >= 0.95, result
    assert result.dates >= 0.95, result


OTHERS = [language for language in languages() if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_is_read_well(language):
    """In each of the other languages few posts are misread, whichever half they are in."""
    result = score(language, "work") + score(language, "held")
    assert result.precision >= 0.93, result
    assert result.recall >= 0.85, result
    assert result.exactness >= 0.85, result


@pytest.mark.parametrize("half", ["work", "held"])
def test_the_other_languages_together_are_read_well(half):
    """Over the seven other languages hardly a wrong run is logged and nine runs of ten are right."""
    result = sum((score(language, half) for language in OTHERS), Score())
    assert result.precision >= 0.97, result
    assert result.recall >= 0.90, result
    assert result.exactness >= 0.90, result
    assert result.dates >= 0.95, result
    assert result.several_right >= 0.85 * result.several, result


def several():
    clear = [
        example
        for language in languages()
        for example in examples(language, "work")
        if not example["ambiguous"]
    ]
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
