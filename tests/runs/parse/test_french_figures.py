"""Figures and days as French tells them: 9k1, 3 km 500, 10 000 m, une heure moins cinq, à 7h30."""

import pytest


def told(reading):
    """Distance, time and day of the only run that was read."""
    assert reading.is_run
    (run,) = reading.runs
    return run.distance_m, run.duration_s, run.date_offset_days


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("9k1 ce soir avec le club", (9100, None, 0)),
        ("couru 3 km 500 ce matin", (3500, None, 0)),
        ("10 000 m sur piste en 42'10", (10_000, 2530, None)),
        ("cinq kilomètres et demi hier", (5500, None, -1)),
    ],
)
def test_a_distance_goes_on_behind_its_unit_or_a_space(read, text, run):
    """Decimals and metres stand behind the unit, and thousands apart from the rest."""
    assert told(read(text)) == run


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("couru une heure moins cinq ce matin", 3300),
        ("footing d'une heure moins le quart", 2700),
        ("5 km 31 min 20 ma meilleure perf", 1880),
        ("10 km, une petite cinquantaine de minutes", 3000),
    ],
)
def test_minutes_are_taken_off_and_seconds_need_no_unit(read, text, seconds):
    """An hour goes on with what it lacks, and minutes with seconds before a word that can't be counted."""
    assert told(read(text))[1] == seconds


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("ce matin à 6h45, 10 km en 52 min", (10_000, 3120, 0)),
        ("réveil 5h15, 40 min de course, au bureau à 7h30", (None, 2400, None)),
        ("couru 1h ce matin", (None, 3600, 0)),
    ],
)
def test_an_hour_of_the_day_is_no_time_of_a_run(read, text, run):
    """An hour with its minutes behind "à" or an early alarm is of the day; a small one was run for."""
    assert told(read(text)) == run


def test_an_hour_behind_a_day_is_no_time_of_a_run(read):
    """A late hour behind a weekday is when something begins."""
    assert not read("échauffement libre, jeudi 19h15").is_run


def test_last_wednesday_is_a_week_ago_on_a_wednesday(read):
    """The name of today with "dernier" means the day a week ago."""
    assert told(read("mercredi dernier 10 km en 42'59")) == (10_000, 2579, -7)


def test_metres_that_one_could_see_are_no_minutes(read):
    """An m behind what could be seen stands for metres."""
    reading = read("footing de 45 min dans la brume, on y voyait pas à 10 m")
    assert told(reading) == (None, 2700, None)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("MARATHONIEN !!!! 3h41'09 dimanche à Nice", 42_195),
        ("marathonien depuis dimanche mais ce matin footing de 45 min", None),
    ],
)
def test_a_marathoner_ran_a_marathon_where_hours_are_told(read, text, metres):
    """The word for who finished one names the distance beside the hours it took."""
    assert read(text).runs[0].distance_m == metres


def test_letters_tell_languages_apart_that_share_a_word(read):
    """An é is of no German post, so "Terminé" is read as French."""
    assert told(read("Terminé 8 km")) == (8000, None, None)


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("fait le tour du lac, non je rigole, juste 8 km de plat", True),
        ("j'ai couru 42 km ce matin, non je rigole", False),
    ],
)
def test_a_joke_takes_back_only_what_was_told_before_it(read, text, is_run):
    """What follows "non je rigole" is meant."""
    assert read(text).is_run is is_run


def test_thousands_that_a_space_parts_are_one_number(read):
    """On the track as on the road."""
    assert read("piste 5 000 m en 22:30").runs[0].distance_m == 5000
