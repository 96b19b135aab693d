"""Dutch figures: races called by their number, and English miles."""

import pytest


def told(reading):
    """The distance and time of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("PR op de 10! 46:12, nog steeds aan het trillen", [(10_000, 2772)]),
        ("47.30 op de 10 en dat met een kater", [(10_000, 2850)]),
        ("De 18 van Sint-Job, zaterdag, 1:39:30", [(18_000, 5970)]),
        ("zondag onder de 30 op de 5: 29:59", [(5000, 1799)]),
    ],
)
def test_a_race_is_called_by_its_number(read, text, runs):
    """Wherever the post tells a time that fits it."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("10 EM in 1:13:30 gelopen", 16_093),
        ("10EM 1:24:45", 16_093),
        ("10 em in 1:20:00 in Tilburg gelopen", 16_093),
        ("8 em 44:00", 8000),
    ],
)
def test_an_english_mile_is_written_in_capitals(read, text, metres):
    """In small letters it is no unit but before a word of Dutch: "em" is "in" in Portuguese."""
    assert [far for far, _ in told(read(text))] == [metres]


def test_a_sentence_ends_behind_an_abbreviated_unit(read):
    """What is planned in the sentence behind "22 min." says nothing of the run."""
    reading = read("Maandag 3,2 km gejogd in 22 min. Morgen weer volgens schema")
    assert told(reading) == [(3200, 1320)]
