"""How a recap is worded, and what it does not say."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from bot.messages.model import Written
from bot.milestones.model import Milestone
from bot.recaps.findings import Finding
from bot.recaps.model import OnTheWay, Reached, Recap
from bot.schedule.model import MONTH, WEEK, YEAR
from cogs.delivery.letter import digest_of
from cogs.recaps import wording

CLUB, ANA, BEN, CLEO = 7, 11, 12, 13
MONDAY = date(2026, 11, 16)
HUNDRED = Milestone("distance", "100")


def recap_of(people, *, runs=None):
    ids = tuple(10**18 + number for number in range(people))
    return Recap(CLUB, "Owls", "km", WEEK, MONDAY, date(2026, 11, 22), 12_345_678, runs or people, people,
                 (), 3, ids, ids)  # fmt: skip


@pytest.mark.parametrize("people", [1, 3, 40, 70, 71, 72, 300, 5000])
def test_words_never_pass_discords_limits_and_no_name_is_cut(people):
    """Everyone is a whole mention once, or among those that are counted."""
    told = wording.worded(recap_of(people), Random(3))
    line = told.rpartition("🏃")[2]
    names = line.partition(": ")[2].split(", ")
    mentions = [name for name in names if name.startswith("<@")]
    assert len(told) <= wording.MAX_WORDS
    assert all(name.endswith(">") for name in mentions) and len(set(mentions)) == len(mentions)
    left = people - len(mentions)
    assert (f"and {left:,} more" in line) == (left > 0)


@pytest.mark.parametrize("every", [WEEK, MONTH, YEAR])
def test_the_longest_recap_there_can_be_fits_a_message(every):
    """5,000 runners and newcomers, milestones and challenges with long names, and everything that can be found."""
    ids = tuple(10**18 + number for number in range(5000))
    found = tuple(
        Finding(key, key, (("day", MONDAY), ("number", 10**6), ("weeks", 53), ("metres", 10**9)))
        for key in ("together", "new", "row")
    )
    recap = replace(
        recap_of(5000),
        every=every,
        kudos=10**6,
        newcomers=ids,
        milestones=tuple(Reached(one, "x" * 64, Milestone("runs", "1000")) for one in ids),
        challenges=(OnTheWay("@everyone " * 20, 100),) * 3,
        guests=tuple("*" * 64 for _ in ids),
        findings=found if every != WEEK else (),
    )
    told = wording.worded(recap, Random(5))
    assert len(told) <= wording.MAX_WORDS and " more" in told
    assert len(wording.totals(recap)) <= 1024 and "@everyone" not in told


def test_whom_a_folded_recap_shows_changes_with_the_week():
    """The visible ones are drawn anew, and the same for every telling of one week."""
    first, other = recap_of(300), recap_of(300)
    assert wording.worded(first, wording.dice(first)) == wording.worded(other, wording.dice(other))
    assert wording.worded(first, Random(1)) != wording.worded(first, Random(2))


def test_a_quiet_week_has_its_own_voice():
    """Two runs are told warmly, one in the singular."""
    told = wording.worded(recap_of(1), Random(1))
    assert "calm" in told and "one run" in told and "one of us" in told
    assert "calm" not in wording.worded(recap_of(3), Random(1))


@pytest.mark.parametrize("word", ["only", "lost", "failed", "missed", "lazy", "best", "winner"])
def test_nobody_is_ranked_or_shamed(word):
    """No voice of the recap weighs one against another."""
    told = [wording.worded(recap_of(people), Random(1)) for people in (1, 5)]
    assert all(word not in text.casefold() for text in told)


def test_a_guests_milestone_has_a_name_and_no_mention(tx, now, club):
    """No mention reaches a guest, so the name stands there."""
    recap = replace(
        recap_of(1), milestones=(Reached(-1, "Aunt May", Milestone("first", "marathon")),)
    )
    told = wording.worded(recap, Random(1))
    assert "Aunt May: first marathon" in told and "<@-" not in told


def test_a_recap_goes_without_what_rests_on_a_hushed_message():
    """Of one whose message is hushed nothing is told but that they ran; what rests on no message stays."""
    ana, ben = Reached(ANA, "Ana", Milestone("runs", "10"), 1), Reached(BEN, "Ben", HUNDRED, 2)
    hushed, calm = Written(5, 1), Written(5, 2)
    rests_on = {ana: hushed, CLEO: hushed, BEN: calm}
    told = replace(recap_of(3), milestones=(ana, ben), newcomers=(BEN, CLEO), rests_on=rests_on)
    found = told.without({hushed})
    assert found == replace(told, milestones=(ben,), newcomers=(BEN,))
    assert digest_of(told) == digest_of(replace(told, rests_on={}))
