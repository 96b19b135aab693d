"""Round figures behind their unit, halves of a unit and short names of days, as Dutch has them."""

import pytest


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Gisteren een kilometer of acht gelopen", (8000, None)),
        ("vandaag een km of 12 gerend langs de dijk", (12_000, None)),
        ("Vanmorgen een uur of twee hardgelopen in het bos", (None, 7200)),
        ("vandaag een minuut of twintig rustig gejogd", (None, 1200)),
    ],
)
def test_a_number_behind_its_unit_makes_it_round(read, text, run):
    """An "or" between a unit and a number says that it was some so many of it."""
    (told,) = read(text).runs
    assert (told.distance_m, told.duration_s) == run


def test_a_late_hour_told_so_is_no_duration(read):
    """More hours than a run takes are an hour of the day."""
    reading = read("10 km gelopen, een uur of zeven vertrokken")
    assert [(run.distance_m, run.duration_s) for run in reading.runs] == [(10_000, None)]


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("Vandaag vijf en een halve kilometer gelopen", 5500),
        ("Vandaag een halve kilometer gelopen", 500),
        ("Vandaag een halve gelopen", 21_097),
    ],
)
def test_half_a_unit_is_no_race(read, text, metres):
    """The word for half a marathon halves the unit that follows it."""
    assert [run.distance_m for run in read(text).runs] == [metres]


@pytest.mark.parametrize(("text", "days"), [("zo 15 km 1:22:10", -3), ("Zo, 15 km gelopen", None)])
def test_a_word_that_is_a_day_as_well_is_one_before_a_figure(read, text, days):
    """Such a word is a day at the head of a line where a figure follows, and what opens a post elsewhere."""
    (run,) = read(text).runs
    assert run.date_offset_days == days
