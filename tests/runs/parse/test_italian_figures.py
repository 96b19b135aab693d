"""Figures as only Italian tells them: an "e" or a "meno" joins what has no unit, "primi" tells of a first run."""

import pytest


def told(reading):
    """The distance, time and pace of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s, run.pace_s_per_km) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Oggi 10 km in 45 e 30", [(10_000, 2730, None)]),
        ("Dieci chilometri giusti, cinquantuno e quaranta", [(10_000, 3100, None)]),
        ("Domenica ho corso la mezza, 1 e 49", [(21_097, 6540, None)]),
        ("Corsi 5 km, 12 e 15 persone in tutto", [(5000, None, None)]),
    ],
)
def test_seconds_are_joined_to_minutes(read, text, runs):
    """Minutes and seconds, or hours and minutes, may be told with nothing but an "e"."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Oggi 8 km e 300", [(8300, None, None)]),
        ("Stamattina 7 chilometri e duecento", [(7200, None, None)]),
        ("Ieri fatti 7km500", [(7500, None, None)]),
        ("Oggi 8 km e 300 flessioni", [(8000, None, None)]),
        ("Oggi 8 km e 300 m d+", [(8000, None, None)]),
        ("Corsi 8.000 m in pista", [(8000, None, None)]),
    ],
)
def test_metres_are_joined_to_kilometres(read, text, runs):
    """Round metres behind kilometres need no unit, unless something else is counted."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Oggi 21 km in due ore meno dieci", 6600),
        ("Oggi 10 km in un'ora meno cinque minuti", 3300),
        ("Oggi 20 km in due ore meno un quarto", 6300),
    ],
)
def test_minutes_are_taken_off_hours(read, text, seconds):
    """A time may be told by what it lacks to full hours."""
    assert [run.duration_s for run in read(text).runs] == [seconds]


@pytest.mark.parametrize(
    ("text", "pace"),
    [
        ("Oggi 25 km, passo 5.50", 350),
        ("Oggi 12 km a 5,20 di media", 320),
        ("Oggi 12 km a 5 e 30 al km", 330),
    ],
)
def test_a_pace_may_have_a_dot_or_an_and(read, text, pace):
    """Two figures behind the word for a pace are its minutes and seconds."""
    assert [run.pace_s_per_km for run in read(text).runs] == [pace]


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("Primi 4 km dopo l'infortunio oggi, 26 min e zero dolore", [4000]),
        ("Primi 5 km senza fermarmi oggi! 31 minuti", [5000]),
        ("I primi 5 km dopo il via in 22 minuti, poi crollo", []),
    ],
)
def test_ones_first_is_a_whole_run(read, text, metres):
    """What is told as the first of its kind is no part of a longer run."""
    assert [run.distance_m for run in read(text).runs] == metres


@pytest.mark.parametrize(
    ("text", "metres"),
    [("Otto e otto km di pura noia", [8800]), ("Corsi cinque e sei km", [5000, 6000])],
)
def test_tenths_are_spoken_behind_an_and(read, text, metres):
    """Kilometres and tenths are told in words with an "e" between; few and few are rather two runs."""
    assert [run.distance_m for run in read(text).runs] == metres


def test_an_hour_may_have_a_dot(read):
    """What stands behind "h" is an hour of the day, and no time of the run."""
    (run,) = read("Ieri (h 18.30) 6,4 km tra le luci").runs
    assert (run.distance_m, run.duration_s) == (6400, None)


def test_a_time_of_hours_is_no_stop(read):
    """A stop that is only mentioned takes no time of hours."""
    (run,) = read("Sabato ho corso una mezza, 1h58 con sosta alla fontana").runs
    assert run.duration_s == 7080


def test_a_race_on_the_track_needs_no_unit(read):
    """What was run "in pista" is told in metres."""
    assert told(read("10000 in pista oggi: 41:20, che noia")) == [(10_000, 2480, None)]


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("Domenica 15 ho corso 8 km", [8000]),
        ("Domenica 15 in 1h20", [15_000]),
    ],
)
def test_a_weekday_may_tell_its_day_of_the_month(read, text, metres):
    """A mere number behind the weekday of that day is no distance where one comes later."""
    assert [run.distance_m for run in read(text).runs] == metres


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Oggi Km 10 in un'ora e due minuti", [(10_000, 3720, None)]),
        ("lunedì, km 8, tempo 45', cielo sereno", [(8000, 2700, None)]),
        ("km 6,7 tempo 37.25 e un piccione quasi in faccia", [(6700, 2245, None)]),
        ("km 30, crisi nera", []),
        ("domenica al km 30 ho mollato", []),
    ],
)
def test_the_unit_may_stand_before_its_number(read, text, runs):
    """A "km" that opens a phrase measures the number behind it, where a day or a time is told as well."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("NUOVO PB sui 10!! 44:12 domenica", [(10_000, 2652, None)]),
        ("lunedì test sui 10: 1:00:12", [(10_000, 3612, None)]),
    ],
)
def test_a_time_may_be_raced_over_a_bare_number(read, text, runs):
    """The number behind "sui" is in kilometres where the only time fits it."""
    assert told(read(text)) == runs


@pytest.mark.parametrize("text", ["3000 in pista 15'40", "fatto il 3000 oggi, 15'40"])
def test_a_time_with_a_prime_is_no_hour(read, text):
    """Minutes with a prime are the time of a race on the track, however round."""
    (run,) = read(text).runs
    assert (run.distance_m, run.duration_s) == (3000, 940)


def test_the_kind_of_a_run_may_follow_its_number(read):
    """A bare number "di" some kind of run is its distance, but none of repeats."""
    assert told(read("ieri 12 di fondo lento")) == [(12_000, None, None)]
    assert not read("ieri 12 di ripetute").is_run


def test_several_names_with_their_times_are_others(read):
    """Times that all stand behind a name are none of the author's."""
    assert not read("I nostri domenica a Ravenna: Bruno 3h22, Patrizia 3h49").is_run


def test_one_who_says_so_is_no_distance(read):
    """A spelled "one" behind a verb of saying is somebody."""
    assert not read("lo dice uno con 4 punti sul polpaccio").is_run


def test_a_way_that_there_is_is_not_run(read):
    """A way of so far that is only said to be there is no run, however far away it is."""
    assert not read("a 40 min da Bologna c'è una ciclabile di 6 km nel verde, merita").is_run
    assert not read("c'è un anello di 5 km al parco Nord").is_run
    assert read("c'è un anello di 5 km al parco, l'ho corso in 28 minuti").is_run
