"""Where rules are asked only in posts that carry a label they need, nothing is read otherwise for it."""

from importlib import import_module

import pytest

from bot.runs.parse import explain
from bot.runs.parse.doubts import doubting, figure_doubts, remarks, unfinished
from bot.runs.parse.doubts.reasons import Doubts
from bot.runs.parse.drafts import untimed
from bot.runs.parse.evidence import circumstances, outdoors, way
from bot.runs.parse.figures.quantities import Reader, Readers
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.roles import distance_roles, other_times, time_roles
from bot.runs.parse.roles.rules import Rules
from bot.runs.parse.stances import adjuncts, alone, carry
from bot.runs.parse.words.remembered import Remembered
from bot.runs.parse.words.word_files import load
from tests.runs.parse.scores import examples, languages

EVERY = -1
"""A mask that lets everything through."""

MASKS = [
    (adjuncts, "_SAID_OF"),
    (carry, "LEADING"),
    (carry, "_TURNING"),
    (circumstances, "_LED_TO"),
    (circumstances, "_TALES"),
    (outdoors, "_SPENT"),
    (time_roles, "_TURNING"),
    (figure_doubts, "_MISTAKABLE"),
    (remarks, "REMARKS"),
    (unfinished, "DURATIONS"),
    (untimed, "_MAY_BE_UNMEASURED"),
    (way, "_LEADING"),
]
LED = {Stance.INVITATION, Stance.SOFTWARE, Stance.PAST, Stance.WATCHING, Stance.OTHER_PERSON} | {
    *(Stance.VOLUNTEER, Stance.STREAK, Stance.WEATHER, Stance.SUM)
}
"""Stances of which the label itself says the most: their tests ask only what speaks against it."""

BESIDE = [
    "{} 10k 52:10",
    "10k {} 52:10",
    "10k 52:10 {}",
    "10k 52:10, {}",
    "10k, {} 45 min",
    "5k, 45 min {}",
    "the tap {} for an hour",
    "45 min {} the canal yesterday",
]


def posts():
    """A word of every label at every side of figures, and a part of the posts that are worked with."""
    words = {label: " ".join(words) for words, all_of in load("en").entries() for label in all_of}
    yield from (form.format(word) for word in sorted({*words.values()}) for form in BESIDE)
    for language in languages():
        yield from (one["text"] for one in examples(language, "work")[::4])


def readings(now):
    """The posts as all stages saw them."""
    seen = [(text, explain(text, now=now)) for text in posts()]
    return [(text, one.items, one.stances, one.cast, one.reading) for text, one in seen]


@pytest.fixture(scope="module")
def masked(now):
    return readings(now)


def others(found, masked):
    """The posts that are read otherwise."""
    return [one[0] for one, old in zip(found, masked, strict=True) if one != old]


def test_masks_change_no_reading(masked, now, monkeypatch):
    """A rule that asks for a label that its mask lacks would be skipped just where it is needed."""
    for module, name in MASKS:
        assert isinstance(getattr(module, name), int)
        monkeypatch.setattr(module, name, EVERY)
    stage = import_module("bot.runs.parse.explain")
    open_readers = (Reader(EVERY, one.read) for one in stage.READERS.readers)
    monkeypatch.setattr(stage, "READERS", Readers(*open_readers))
    assert others(readings(now), masked) == []


def test_stances_name_every_label_they_ask_for(masked, now, monkeypatch):
    """A test that looks for a label which its rule does not name would never be asked there."""
    rules = [rule if rule.stance in LED else rule._replace(labels=EVERY) for rule in alone._RULES]
    monkeypatch.setattr(alone, "_RULES", tuple(rules))
    monkeypatch.setattr(alone, "_NEEDED", EVERY)
    monkeypatch.setattr(alone, "_RULES_FOR", Remembered(alone._rules_of, 2048))
    assert others(readings(now), masked) == []


@pytest.mark.parametrize("table", ["_DOUBTS", "_OF_WORDS"])
def test_doubts_name_every_sign_they_ask_for(masked, now, monkeypatch, table):
    """A doubt holds of no post that carries none of its signs, so whoever skips it misses nothing."""
    every = getattr(doubting, table).doubts
    monkeypatch.setattr(doubting, table, Doubts(*(one._replace(signs=EVERY) for one in every)))
    assert others(readings(now), masked) == []


def test_signs_of_a_time_name_every_label_they_ask_for(masked, now, monkeypatch):
    """Nor does a ground, a programme or what it was spent on speak for a time where it is looked for in every post."""
    opened = {circumstances.TO_THE_GROUND, circumstances.SPENT_OUT, circumstances.WEEK}
    every = tuple(
        one._replace(labels=EVERY) if one.labels in opened else one
        for one in circumstances._SIGNS_OF_A_TIME
    )
    assert len([one for one in every if one.labels == EVERY]) > len(opened)
    monkeypatch.setattr(circumstances, "_SIGNS_OF_A_TIME", every)
    assert others(readings(now), masked) == []


@pytest.mark.parametrize("module", [distance_roles, other_times])
def test_figures_name_every_label_they_ask_for(masked, now, monkeypatch, module):
    """Nor does a figure get another role where its rules are asked in every post."""
    every = (rule._replace(labels=EVERY) for rule in module._RULES.rules)
    monkeypatch.setattr(module, "_RULES", Rules(*every))
    assert others(readings(now), masked) == []
