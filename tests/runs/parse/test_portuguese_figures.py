"""Figures as Portuguese tells them: ordinals with a letter, an article before kilometres, days beside their number."""

import pytest


def told(reading):
    """The distance, time and day of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s, run.date_offset_days) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Corri 10 km em 44:10, fui 4a do escalão", [(10_000, 2650, None)]),
        ("Hoje 10 km em 50:12, a minha 12ª prova do ano", [(10_000, 3012, 0)]),
        ("Corri 10k a 5:00/km", [(10_000, None, None)]),
    ],
)
def test_a_letter_glued_to_a_number_makes_it_an_ordinal(read, text, runs):
    """One that stands apart is a word: "10k a 5:00"."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Os 10 da corrida do Sesi domingo em 52 min", [(10_000, 3120, -3)]),
        ("Hoje os 5 do costume na Alameda, meia hora redonda", [(5000, 1800, 0)]),
        ("Hoje corri 45 min com os 12 do clube", [(None, 2700, 0)]),
    ],
)
def test_an_article_tells_kilometres_of_a_number_with_its_time(read, text, runs):
    """A number that the time does not fit tells of something else."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Sexta-feira 13 corri 8 km", [(8000, None, -5)]),
        ("Dia 14 foram 10 km com chuva", [(10_000, None, -4)]),
    ],
)
def test_a_day_of_the_month_behind_its_weekday_or_before_what_was_done_is_a_day(read, text, runs):
    """And no distance, nor the third day of a challenge."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Hoje fiz 10 km em 45 e 30", [(10_000, 2730, 0)]),
        ("Hoje corri 8 km e 300", [(8300, None, 0)]),
    ],
)
def test_an_e_joins_what_has_no_unit(read, text, runs):
    """As it does in Italian."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    "text",
    [
        "Quinta que vem rodamos 8 km na orla",
        "Se fizer 10 km em 55 já fico contente",
        "Ia correr 10 km hoje mas o joelho travou",
        "Faz hoje 3 anos que corri a minha 1ª maratona em 4:31",
        "O relógio prevê 47:30 nos 10 km",
        "RP da meia: 1h36, RP da maratona: 3h29",
        "Ela disse: hoje fiz 8 km em 40 min",
        "Fui de bicla até Vila do Conde, 48 km",
    ],
)
def test_what_is_ahead_of_others_or_long_ago_is_no_run(read, text):
    """Nor is a best that somebody has."""
    assert not read(text).is_run


def test_is_and_and_are_kept_apart(read):
    """ "Hoje é" tells of what is to come, "hoje e ontem" does not."""
    assert len(read("5 km hoje e 5 km ontem, pernas boas").runs) == 2
    assert not read("Hoje é 8 km na orla").is_run


@pytest.mark.parametrize(
    "text",
    [
        "Saíste a correr 10 km ontem",
        "Tinha de fazer 12 km hoje",
        "Devia correr 10 km esta manhã e não pude",
        "Precisava correr 12 km hoje, não rolou",
        "Pensava fazer 12 km esta manhã mas nada",
        "Por pouco corri 10 km hoje",
        "Estive quase a correr 10 km hoje",
        "Corri 10 km... nos meus sonhos",
        "Antes corria 10 km em 38:00",
        "Corri como um louco o dia todo",
    ],
)
def test_what_was_owed_nearly_done_or_dreamt_is_no_run(read, text):
    """Nor is what whoever is spoken to has run."""
    assert not read(text).is_run


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Tinha de fazer 12 km hoje e fiz em 1:02", [(12_000, 3720)]),
        ("Precisava de correr, 8 km em 44:10 e cabeça limpa", [(8000, 2650)]),
        ("10 km em 50:10, por pouco", [(10_000, 3010)]),
        ("Sonhos cumpridos: 10 km em 49:50", [(10_000, 2990)]),
        ("Antes corria 5 km, hoje corri 10 km em 52:00", [(10_000, 3120)]),
        ("Corri como um louco 10 km em 38:00", [(10_000, 2280)]),
    ],
)
def test_a_run_is_told_beside_what_was_owed_or_dreamt(read, text, runs):
    """What is done is a run, whatever else is said of it."""
    reading = read(text)
    assert reading.is_run
    assert [(run.distance_m, run.duration_s) for run in reading.runs] == runs
