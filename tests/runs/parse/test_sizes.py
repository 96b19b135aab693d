"""How large and how exact figures are tells runs from other matters."""

import pytest

from bot.runs.parse import explain
from bot.runs.parse.evidence.sizes import KINDS
from bot.runs.parse.evidence.wording import WORDINGS, spelled, traits
from tests.runs.parse.scores import NOW


def sized(text):
    """The sizes of a post's figures, each as it stands in the file of weights."""
    every = traits(explain(text, now=NOW).items)
    return {" ".join([kind, *spelled(parts)]) for kind, parts in every if kind in KINDS}


def odds(text):
    return WORDINGS["en"].weigh(explain(text, now=NOW).items).odds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8.6k", {"distances 1", "far 8300", "units parts"}),
        ("half", {"distances 1", "far 17000"}),
        ("45 min", {"distances 0", "long 2400", "exact five minutes"}),
        ("90 seconds", {"distances 0", "long 60", "exact second"}),
        ("lunch at 12:30", {"distances 0", "clock 2 2 480", "behind_colon 30"}),
    ],
)
def test_a_figure_alone_is_told_by_its_size_and_roundness(text, expected):
    """In metres and seconds, by the band that it is in."""
    assert sized(text) >= expected
    assert not any(one.startswith(("pace", "fits")) for one in sized(text))


@pytest.mark.parametrize(
    ("text", "pace", "fits"),
    [
        ("8.6k, 44:10", "pace 270", "fits yes second near"),
        ("10k in 50 min", "pace 270", "fits yes minute near"),
        ("10k, 1:02", "pace 360", "fits yes second near"),  # hours, as nobody takes a minute
        ("3 miles, then 27:30 on the sofa", "pace 310", "fits yes second around"),
        ("30k in 55:00", "pace 0", "fits no minute near"),
        ("5k in 2h", "pace 800", "fits no minute near"),
    ],
)
def test_a_time_is_told_by_the_pace_that_it_would_be(text, pace, fits):
    """Whether runs have such a pace, and how far it stands from the distance."""
    assert {pace, fits} <= sized(text)


def test_of_many_figures_only_the_first_are_sized():
    """More are a table, whose many distances tell enough."""
    assert sized("1k 2k 5k 10k 15k 21k") == {
        *("distances 4", "units whole"),
        *("far 990", "far 1700", "far 4800"),
    }


def test_no_distance_has_no_pace():
    """Nobody ran nothing, however long it took."""
    assert "pace 0" not in sized("0k in 20 min")


def test_a_runners_figures_speak_for_a_run_more_than_round_ones():
    """Only a watch tells 8.62 km."""
    assert odds("8.62 km along the canal") > odds("10 km along the canal")
    assert odds("10k along the canal, 52:13") > odds("10k along the canal, 19:00")
