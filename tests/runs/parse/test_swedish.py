"""Distances, times and who ran are read as they are said in Swedish."""

import pytest


def told(reading):
    """The distance and time of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("46.12 på milen igår", [(10_000, 2772)]),
        ("10,4 km på 1.02 idag", [(10_400, 3720)]),
    ],
)
def test_a_time_with_a_dot_is_what_a_distance_took(read, text, runs):
    """It is neither a pace of ten kilometres nor a date."""
    assert told(read(text)) == runs


def test_a_date_has_its_word_before_it(read):
    """A day and month behind "den" are no time."""
    assert told(read("10,4 km den 15.11")) == [(10_400, None)]


def test_to_be_is_no_year(read):
    """What is said of a distance counts nothing: "14 km är" is no 14 years."""
    assert read("14 km är min längsta").reason == "statement"


@pytest.mark.parametrize(
    ("text", "runs"),
    [("Gårdagens femma gick lugnt och fint", [(5000, None)]), ("gick en femma i skogen", [])],
)
def test_a_run_goes_and_does_not_walk(read, text, runs):
    """The verb behind a run says how it went."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    "text",
    [
        "Svärfar, 71, joggade 5 km på 31 min",
        "Bertil (M75) sprang 5 km på 24:30",
        "Hans (K50) vann milen på 41:10",
    ],
)
def test_an_age_or_a_class_stands_between_somebody_and_what_they_did(read, text):
    """Who is told so did not write the post."""
    assert not read(text).is_run


def test_the_class_of_a_veteran_makes_him_somebody_else(read):
    """Men and women race by their years, which stand behind one letter."""
    assert not read("Bertil (M75) vann, 10 km på 44:10").is_run
