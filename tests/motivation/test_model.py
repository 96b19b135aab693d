"""Which messages fit a day, and which takes its turn."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import almanac, texts
from bot.almanac import time_of_day
from bot.motivation.model import ANY, CHALLENGE, SEASONS, choose, days_in, fitting, messages, season

BERLIN, SYDNEY, SINGAPORE = map(
    almanac.latitude, ("Europe/Berlin", "Australia/Sydney", "Asia/Singapore")
)


@pytest.mark.parametrize(
    ("month", "north", "south"),
    [
        (1, "winter", "summer"),
        (2, "winter", "summer"),
        (3, "spring", "autumn"),
        (5, "spring", "autumn"),
        (6, "summer", "winter"),
        (9, "autumn", "spring"),
        (11, "autumn", "spring"),
        (12, "winter", "summer"),
    ],
)
def test_seasons_are_those_of_the_hemisphere(month, north, south):
    """January is winter in Berlin and summer in Sydney; Singapore has none, nor has a zone without a place."""
    day = date(2026, month, 15)
    assert (season(day, BERLIN), season(day, SYDNEY)) == (north, south)
    assert season(day, SINGAPORE) is None and season(day, almanac.latitude("UTC")) is None


@pytest.mark.parametrize("tone", ["warm", "playful"])
@pytest.mark.parametrize("now", [None, *SEASONS])
@given(turn=st.integers(min_value=0))
def test_no_message_comes_twice_in_thirty(tone, now, turn):
    """In every season more messages fit than the thirty that a member was told last, and all of them come."""
    among = fitting(messages(texts.motivation(tone)), now)
    told, said = {}, []
    for instant in range(2 * len(among)):
        message = choose(among, told, turn=turn)
        assert message.key not in said[-30:] and message.bound_to in (ANY, now)
        told[message.key] = instant
        said.append(message.key)
    assert said[: len(among)] == said[len(among) :]


@pytest.mark.parametrize("tone", ["warm", "playful"])
def test_in_a_challenge_there_are_messages_for_one(tone):
    """They fit nobody else; in one, they come beside those for any day."""
    among = messages(texts.motivation(tone))
    without, within = fitting(among, None), fitting(among, None, in_challenge=True)
    assert {one.bound_to for one in without} == {ANY} and len(without) >= 45
    assert {one.bound_to for one in within} == {ANY, CHALLENGE}


def test_chapters_take_turns():
    """The first five messages of any season are of five chapters."""
    warm = texts.motivation("warm")
    first = [message.words for message in messages(warm)[:5]]
    home = {
        words: name for name, kinds in warm.items() for said in kinds.values() for words in said
    }
    assert sorted(home[words] for words in first) == sorted(warm)


def test_without_messages_none_is_told():
    """Plain tone has none to choose from."""
    assert choose([], {"1": 1}, turn=3) is None


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("weekdays", {0, 1, 2, 3, 4}),
        ("Every Day", set(range(7))),
        ("weekend", {5, 6}),
        ("Mon, Wed and Sat", {0, 2, 5}),
        ("tuesdays thursdays", {1, 3}),
        ("mo/we/fr", {0, 2, 4}),
        ("off", set()),
        ("t", None),
        ("someday", None),
        ("mon blue", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_type_them(typed, days):
    """Names, their beginnings and usual groups are read; anything else is not guessed."""
    assert days_in(typed) == days


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("7:30", time(7, 30)),
        ("7.30", time(7, 30)),
        ("7", time(7)),
        ("6pm", time(18)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("18h", time(18)),
        ("24:00", None),
        ("13pm", None),
        ("7:61", None),
        ("noonish", None),
    ],
)
def test_times_are_read_as_people_type_them(typed, at):
    """Hours of either clock are read; an hour that no day has is not."""
    assert time_of_day(typed) == at
