"""Posts that tell of several days or times of a day, each with a run of its own."""

import pytest


def told(reading):
    """Distance, time and day of every run that was logged."""
    runs = reading.runs if reading.is_run else ()
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("samedi 10, dimanche 14 km", [(10_000, -4), (14_000, -3)]),
        ("sábado 10 y domingo 16 km", [(10_000, -4), (16_000, -3)]),
        ("hoje 6, ontem 9 km", [(6000, 0), (9000, -1)]),
        ("måndag 5, tisdag 5, idag 5 km", [(5000, -2), (5000, -1), (5000, 0)]),
        ("morgens 5, abends 5 km", [(5000, None), (5000, None)]),
        ("yesterday 12 degrees, today 5k", [(5000, 0)]),
        ("tonight 6, yesterday 10k", [(10_000, -1)]),
    ],
)
def test_numbers_of_days_lead_up_to_the_one_with_its_unit(read, text, runs):
    """Each day's number is in the unit that the last is told with, where it can be no hour and counts nothing."""
    assert [(far, day) for far, _, day in told(read(text))] == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ayer 14 km, hoy 6 de soltura", [14_000, 6000]),
        ("Gestern 10 km, heute 5 hinterher, morgen Couch", [10_000, 5000]),
        ("igår 6 km, idag 4 till", [6000, 4000]),
        ("yesterday 10k, today 5 more", [10_000, 5000]),
        ("yesterday 10k, today 5 more than planned", [10_000]),
        ("yesterday 10k, today 5 more to go", [10_000]),
        ("yesterday 10k, today 5 less", [10_000]),
        ("gestern 10 km, heute 5 schneller", [10_000]),
        ("ayer 14 km, hoy 6 cervezas", [14_000]),
    ],
)
def test_a_number_of_a_day_may_say_what_sort_of_run_it_was(read, text, runs):
    """More of the same, or an easy one, is a run of its day; so many more of what is planned or counted is none."""
    assert [far for far, _, _ in told(read(text))] == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("4 km lunedì in 24 min e 7 oggi in 40", [(4000, 1440), (7000, 2400)]),
        ("4k on monday in 24 min and 7 today in 40", [(4000, 1440), (7000, 2400)]),
        ("6 km de manhã em 33 min e 8 ao fim do dia em 45", [(6000, 1980), (8000, 2700)]),
        ("10 km in 45 min e 30 oggi in pineta", [(10_000, 2730)]),
        ("5k in 24 min and 30 today", [(5000, 1470)]),
    ],
)
def test_a_number_with_its_own_day_and_time_are_no_seconds(read, text, runs):
    """Behind an "and", what has its day and its minutes is another run; else it is the seconds of the first."""
    assert [(far, seconds) for far, seconds, _ in told(read(text))] == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("même boucle 8 km: hier 46 min, aujourd'hui 44 min", [(8000, 2760, -1), (8000, 2640, 0)]),
        ("8k: yesterday 46 min, today 2 hours of gardening", [(8000, 2760, -1)]),
    ],
)
def test_a_distance_that_heads_times_of_days_is_that_of_each(read, text, runs):
    """A time that is none for so far is lent nothing."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ce matin 20 min de footing, ce soir 5 km", [(None, 1200), (5000, None)]),
        ("this morning 20 min jog, tonight 5k all out", [(None, 1200), (5000, None)]),
        ("this evening 5k, 25 min this evening", [(5000, 1500)]),
    ],
)
def test_minutes_of_the_morning_are_not_those_of_the_evenings_run(read, text, runs):
    """Two halves of one day are two runs, and the same half told twice is one."""
    assert [(far, seconds) for far, seconds, _ in told(read(text))] == runs
