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


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5 km, 28 con 40, contento", [(5000, 1720)]),
        ("10 km en 52 con 40, última cuesta incluida", [(10_000, 3160)]),
        ("10 km con 300 metros de desnivel", [(10_000, None)]),
    ],
)
def test_seconds_follow_a_con(read, text, runs):
    """Behind minutes; what a distance is run with are no metres of it."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("11,8 de fartlek libre, 1h01, esquivando bicis", [(11_800, 3660)]),
        ("hoy 8,4 por el malecón con la brisa en contra, 51 min y un helado", [(8400, 3060)]),
        ("rodaje de tarde, 4,5 estrellas le doy, 31 min", [(None, 1860)]),
    ],
)
def test_tenths_are_kilometres_beside_the_only_time(read, text, runs):
    """Where it fits, and no word behind says what else there is so much of."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    "text",
    [
        "Nacho 10k en 41:20, el tío no tiene límites",
        "5k de mi hija en 24:10, qué orgullo",
        "vengo de ver a mi hermano, 10k en 46:10, afónica perdida",
        "dice su Garmin que Manolo corrió 16 km, yo no me lo creo",
        "@pili_run vas como una moto, 5k en 23:40",
    ],
)
def test_the_runs_of_others_are_theirs(read, text):
    """Whoever is named, watched, told of behind their run, or spoken to has run it."""
    assert told(read(text)) == []


def test_a_full_stop_behind_minutes_ends_the_sentence(read):
    """So that what is said next is no more of the time."""
    assert told(read("anoche 7 km en el velódromo, 42 min. Chévere el plan")) == [(7000, 2520)]


@pytest.mark.parametrize(
    "text",
    [
        "Saliste a correr 10 km ayer",
        "Tenía que hacer 12 km hoy pero tengo fiebre",
        "Debí correr 10 km hoy",
        "Me tocaban 8 km hoy, pero pereza",
        "Casi corrí 10 km hoy",
        "Estuve a punto de correr 10 km hoy",
        "Antes hacía 10 km en 38:00",
        "Saqué al perro esta mañana, 4 km en 55 min",
        "15 km de esquí de fondo en 1h05 hoy",
        "He corrido como un loco todo el día",
    ],
)
def test_what_was_owed_nearly_done_or_done_otherwise_is_no_run(read, text):
    """Nor is what whoever is spoken to has run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Tenía que hacer 12 km hoy y los hice en 1:02", [(12_000, 3720)]),
        ("Corrí 10 km en 50:10, debí salir más tarde", [(10_000, 3010)]),
        ("Hoy me tocaban 8 km, hechos en 42:10", [(8000, 2530)]),
        ("Casi muero: 10 km en 50:10", [(10_000, 3010)]),
        ("10 km en 50:10, a punto de salir el sol", [(10_000, 3010)]),
        ("Antes hacía frío, hoy 10 km en 45:10 con sol", [(10_000, 2710)]),
        ("Saqué al perro y luego corrí 5 km en 28:10", [(5000, 1690)]),
        ("He corrido como un loco 10 km en 38:00", [(10_000, 2280)]),
    ],
)
def test_a_run_is_told_beside_what_was_owed_or_nearly_done(read, text, runs):
    """What is done is a run, whatever else is said of it."""
    assert told(read(text)) == runs
