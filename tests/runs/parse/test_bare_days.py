"""Numbers without a unit that their day tells to be runs, in a club whose member counts in miles."""

import pytest

MILE = 1609.344


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("10 on Monday, all gorge, no people. Ate a burrito at the turnaround", [(10, -2)]),
        ("12 on Sunday with pack, John Bryan loop twice. Stopped for a nap.", [(12, -3)]),
        ("Ten on Sunday along the river with Thuy, ended at the bakery as usual", [(10, -3)]),
        ("3 this morning and 2 more tonight with the dog", [(3, 0), (2, 0)]),
        ("6 today @ 9:15. Saw Earl out there hustling.", [(6, 0)]),
        ("5.5 only, one kid started running with me till his mother shouted", [(5.5, None)]),
        ("M 4, T 6, W 3 (miles)", [(4, -2), (6, -1), (3, 0)]),
        ("M 5, T off, W 4 (miles)", [(5, -2), (4, 0)]),
        ("Mon 4, Tue off, Wed 3 (miles)", [(4, -2), (3, 0)]),
    ],
)
def test_a_number_is_a_run_by_its_day_and_what_is_told_of_it(read, text, runs):
    """The ground it led over, company, a pace or a list up to now leave nothing else to count."""
    reading = read(text, units="mi")
    assert reading.is_run
    told = [(run.distance_m, run.date_offset_days) for run in reading.runs]
    assert told == [(round(miles * MILE), day) for miles, day in runs]


@pytest.mark.parametrize(
    "text",
    [
        "10 on Monday for the pub table",
        "12 of us on Sunday",
        "20 on Sunday with the in-laws, lunch by the river, ate too much",
        "12 on Sunday by the river, who's bringing cake",
        "12 on Sunday for the trail clean-up, got muddy",
        "2 this morning and 2 more tonight, coffee is life",
        "dinner for 6 @ 9:15",
        "3 today @ 10:15. Saw the rota too late",
        "3 today @ 9:30, nets out, lost badly",
        "9.99 only",
        "M 4, T 6",
        "M 4, T 6, W 3 (goals)",
    ],
)
def test_people_hours_and_things_are_counted_on_days_as_well(read, text):
    """A table, a meeting, a price or a list of anything else is no run."""
    assert not read(text, units="mi").is_run
