"""Distances and times are read as they are said in Spanish."""

import pytest


def told(reading):
    """The distance and time of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("hoy 7'7 km en 45 min por el río", [(7700, 2700)]),
        ("12'35 km en 1:10:20, piernas bien", [(12_350, 4220)]),
        ("10 km a 5'30 km, suave por el río", [(10_000, 3300)]),
    ],
)
def test_an_apostrophe_is_a_decimal_point(read, text, runs):
    """Before a unit, unless it would be a pace as well."""
    assert [run[0] for run in told(read(text))] == [run[0] for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("dieciséis doscientos por la Vía Verde, 1h29m30s", [(16_200, 5370)]),
        ("he corrido diez quinientos en 58:20", [(10_500, 3500)]),
        ("10.000 m en 44:10 hoy", [(10_000, 2650)]),
    ],
)
def test_metres_are_told_behind_kilometres(read, text, runs):
    """In hundreds, and where a point groups thousands."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("hoy 10 km en hora diez", [(10_000, 4200)]),
        ("15 km en dos horas menos cuarto", [(15_000, 6300)]),
        ("11 km en una hora menos cinco minutos", [(11_000, 3300)]),
        ("10 km, una hora un minuto quince", [(10_000, 3675)]),
    ],
)
def test_an_hour_has_its_minutes_in_words(read, text, runs):
    """More of them or less, with or without their unit."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("trote de 7,5 ayer en la tarde, 44 min", [(7500, 2640)]),
        ("Los 10 del jueves: 51:11", [(10_000, 3071)]),
        ("hice 21 de entrenamiento, 1:55:30", [(21_000, 6930)]),
    ],
)
def test_a_number_is_joined_to_its_run(read, text, runs):
    """By a word that else tells what is counted."""
    assert told(read(text)) == runs
