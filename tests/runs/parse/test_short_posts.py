"""Short posts: what is only said of a distance is told from a run, and figures in few words belong together."""

import pytest

from bot.runs.parse import explain
from tests.runs.parse.scores import NOW


def figures(reading):
    """The distance and time of each run that is read without a question."""
    return [(run.distance_m, run.duration_s) for run in reading.runs] if reading.is_run else []


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("last year's turkey trot I ran 34:10, hoping for 32", []),
        ("I need an actual plan for a 10 miler", []),
        ("half a mile of the river trail is washed out past mile 4", []),
        ("400 followers on the club insta, 5k next", []),
        ("sorry about the extra 800m on Sunday", []),
        ("it's 1.6 to a mile", []),
        ("last year's shoes, 8k in 44:10", [(8000, 2650)]),
        ("need a nap, 10k in 52:10 done", [(10000, 3130)]),
        ("3 miles of the river trail, legs like lead", [(4828, None)]),
        ("5k next to the canal", [(5000, None)]),
        ("sorry for the late post, 10k in 52:10", [(10000, 3130)]),
    ],
)
def test_what_is_only_said_of_distances(read, text, runs):
    """What was last year, is needed, shut, next or excused is no run, but one may stand beside it."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("8 mlies 1hr 10mim, new shoes", [(12875, 4200)]),
        ("15km 1:19:00 (14.11.26)", [(15000, 4740)]),
        ("100k in 12.10.26", [(100_000, 43826)]),
        ("splits 4:50 4:55 5:05 5:10 4:51 = 24:51 for the 5k", [(5000, 1491)]),
        ("raced the 800 at the alumni meet, 2:21", [(800, 141)]),
        ("10k in 54, no wait, 53 min", [(10000, 3180)]),
        ("about 7k, maybe 40 mins, was not measuring", [(7000, 2400)]),
        ("2 mile w/u, 5 @ tempo, 2 c/d", [(14484, None)]),
        ("2 mile warm up, 5 @ tempo, 10 cool down", [(11265, None)]),
        ("just ran 4km in school shoes, teacher life", [(4000, None)]),
        ("just ran 4km in school", []),
        ("10k tomorrow, maybe 50 mins", []),
        ("the 800 people at the alumni meet, 2:21", []),
    ],
)
def test_figures_written_in_haste(read, text, runs):
    """A slip of a unit, a short year, a sum of splits, a bare part and a guess are read as they were meant."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("me and the dog 4 miles, first proper chat in a year", [(6437, None)]),
        ("logging monday's 9k", [(9000, None)]),
        ("4 1/2 miles roond the loch", [(7242, None)]),
        ("me and Ben 10k on the 14th, who's in", []),
        ("logging off, 10k tomorrow", []),
    ],
)
def test_who_ran_and_what_is_only_logged_now(read, text, runs):
    """Who ran may open a post before how far, and what is logged late is over."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("longo de 18, 1h49", (18_000, 6540)),
        ("treino de 12, 1h06", (12_000, 3960)),
        ("longão de 15 no domingo com a galera da assessoria, 1h22", (15_000, 4920)),
        ("8 da manhã, 44:00", (None, 2640)),
    ],
)
def test_how_far_a_kind_of_run_was_may_be_told_with_an_of(read, text, figures):
    """A "da" farther on makes no other thing of the number."""
    assert [(run.distance_m, run.duration_s) for run in read(text).runs] == [figures]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("fui correr domingo, 10 km", "pt"),
        ("80 km de bicicleta, 3 h", "pt"),
        ("trote suave 6k 36:10", "es"),
    ],
)
def test_of_two_languages_the_one_that_joins_more_words_is_read(text, language):
    """Where both know as many of a post's words."""
    assert explain(text, now=NOW).languages[0] == language


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("10 km em 50 e poucos minutos", (10_000, 3000)),
        ("8 e pouco km feitos", (8000, None)),
    ],
)
def test_a_number_in_figures_may_go_on_with_a_bit(read, text, figures):
    """What is left open counts for nothing."""
    assert [(run.distance_m, run.duration_s) for run in read(text).runs] == [figures]
