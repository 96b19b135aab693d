"""Figures that are set down, allowed, owned or run by something else, beside runs that sound like them."""

import pytest


def logs(read, text):
    """Whether a text is read as one run that needs no question."""
    reading = read(text)
    return reading.is_run and len(reading.runs) == 1


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("7k tempo, jog down. That's the menu for Friday", False),
        ("6k easy, that's on the cards tomorrow", False),
        ("6k easy, that was the menu", True),
        ("5k done, that's the plan for the week complete", True),
    ],
)
def test_what_is_called_a_task_for_a_day_is_still_to_be_run(read, text, is_run):
    """Figures of which the post says that they are the menu of a day ahead are a plan."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("12k and a swim planned this weekend", False),
        ("three runs planned: 5k Tuesday, 8k Thursday, 14k Sunday", False),
        ("on the start line in 20 min, 10k, frozen", False),
        ("Forecast for the race: 28 degrees, 12k, no shade", False),
        ("number pinned, 10k in an hour and a half, need a wee", False),
        ("1 min jog, 4 min walk starts tomorrow", False),
        ("on the whiteboard: 4 x 1 mile", False),
        ("number pinned, gun went, 10k in an hour dead", True),
        ("20 min run, school starts tomorrow", True),
        ("7k this morning and a swim planned this afternoon", True),
        ("on the start line in shorts, 10k in 49:20", True),
        ("Forecast: rain. Reality: sun. 9k, 51:20", True),
    ],
)
def test_a_plan_or_a_forecast_around_figures_is_of_them(read, text, is_run):
    """What is planned along, counted up as planned, forecast or about to start is no run yet."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("GP says two miles at most", False),
        ("Surgeon says no running till May and then 3k at most", False),
        ("physio says no hills, flat 6k", True),
        ("doctor said 2 miles so I did 2 miles, 22:10", True),
    ],
)
def test_what_a_doctor_allows_is_no_run(read, text, is_run):
    """A distance that a doctor sets stays a limit until its author says that they ran it."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("my 8k PB of 38:15 has stood since 2014", False),
        ("my marathon pb of 3:29:58 still makes me smile", False),
        ("my new 8k PB of 38:15 has me grinning", True),
        ("my 10k pb of 48:00 was no match for me, 47:10", True),
    ],
)
def test_a_best_of_which_something_is_said_stands(read, text, is_run):
    """What is said of "my PB of" a time is of a best that stands, unless another time beat it."""
    reading = read(text)
    assert (reading.is_run or reading.reason != "personal_best") is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("Marathon entries for York went up to £69, madness", False),
        ("10k places now £45, no thanks", False),
        ("£12 entry, 10k, 49:58, no medal", True),
    ],
)
def test_what_places_of_a_race_cost_is_no_run(read, text, is_run):
    """The price of a race's places is told of the race alone."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("the tap's been running 20 minutes, still cold", False),
        ("the export finally ran through, 3 h 12 min", False),
        ("I've been running 20 minutes, still cold", True),
        ("we finally ran through the woods, 52 min", True),
    ],
)
def test_things_that_go_on_running_are_no_run(read, text, is_run):
    """A thing that has been running, or ran at last, leaves no time to its author."""
    assert logs(read, text) is is_run


@pytest.mark.parametrize(
    ("text", "is_run"),
    [
        ("my 12-yr-old ran 5k in 22:10", False),
        ("our 13 yr old just ran 3k in 13:28", False),
        ("my 12-year-old and I ran 5k in 29:10", True),
        ("ran 5k in 29:10 with my 12-yr-old", True),
    ],
)
def test_a_child_called_by_its_age_is_who_runs(read, text, is_run):
    """An age with hyphens, or a "just" behind it, names who ran as well as any other."""
    assert logs(read, text) is is_run
