"""Of several figures of a run those are taken that tell how far it went and how long it took."""

import pytest


def told(reading):
    """The distance and time of each run that is read without a question."""
    runs = reading.runs if reading.is_run else []
    return [(run.distance_m, run.duration_s) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("10k just over the hour, 61 mins", [(10_000, 3660)]),
        ("10k in just over an hour, 1:01:20", [(10_000, 3680)]),
        ("8k in about 45 mins, 44:32 to be exact", [(8000, 2672)]),
        ("5k, just over 30, 30:12", [(5000, 1812)]),
        ("10k in 50, well 50:12", [(10_000, 3012)]),
        ("10k in 50, 24:10 at half way", [(10_000, 3000)]),
        ("10k in about 50 min, first half 24:10", [(10_000, 3000)]),
        ("5k in about 25 min, 24:50 on Sunday", [(5000, 1500)]),
    ],
)
def test_the_exact_time_is_taken(read, text, runs):
    """Where a time is told roughly, and once more as it was."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "The bread had two hours to prove, and ten miles fits in that. 1:29:00, oven on.",
            [(16_093, 5340)],
        ),
        ("1 hour, 10k, 5:55", [(10_000, 3600)]),
    ],
)
def test_a_clock_behind_a_distance_is_its_time(read, text, runs):
    """However long there was for it."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("got 8 of my 10 miles in before the thunder. 1:12:00", [(12_875, 4320)]),
        ("5 of my 8k in 27:10, then the heel said no", [(5000, 1630)]),
        ("week 5 of my 10k plan, 5k in 28:10", [(5000, 1690)]),
        ("6 of the 10 miles at marathon pace, 1:20:10", [(None, 4810)]),
        ("8 of my 10 miles, then rain", [(12_875, None)]),
        ("8 of my 10 miles today with Bev, the rest alone", [(16_093, None)]),
        ("ran 6 of my 8 miles with the dog, the rest solo", [(12_875, None)]),
        ("8 of my 10 miles, says Jo's watch, then the battery went. So annoying for her", []),
        ("8 of my 10 miles done, watching the tracker for Jo", []),
        ("8 of my 10 long runs done for the plan", []),
    ],
)
def test_so_much_of_what_was_meant_is_how_far_it_went(read, text, runs):
    """But not how much of it was on grass or at a pace."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("10 miler, watch says 16.3, 1:24:10", [(16_093, 5050)]),
        ("10 miler, watch says 16.3, 1:24:10, so it says", [(16_093, 5050)]),
        ("marathon done, 26.4 on the watch, 3:58:10", [(42_195, 14_290)]),
        ("watch says 12.1, 1:05:10", [(12_100, 3910)]),
    ],
)
def test_a_watch_tells_a_run_again(read, text, runs):
    """In whatever unit, where it is nearly as far."""
    assert told(read(text))[-1:] == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("longest prep run was 11k, still got round the half on Sunday, 2:24:10", [(21_097, 8650)]),
        ("longest run of the block was 32k today, 3:01:10", [(32_000, 10_870)]),
        ("@Kofi nice 10k!! I did 8k myself, 43:30", [(8000, 2610)]),
        ("Ken said 8k, I turned at the gate and did 5k. 24:45", [(5000, 1485)]),
        ("wanted 4 laps but only did 3, so 15k", [(15_000, None)]),
        ("wanted 4 laps but managed just 3, so 15k", [(15_000, None)]),
        ("4 laps planned, did about 3, so 15k", [(15_000, None)]),
        ("did 3 laps of the lake, that's 12k", [(12_000, None)]),
        ("Last night we were 11 for the 10k in 1:02:00", [(10_000, 3720)]),
        ("20 km bike into a 5k run, run split 28:12", [(5000, 1692)]),
        ("swim 1500m, run 6k", [(6000, None)]),
        ("duathlon: 5k run 22:10, 20k bike 38:40, 2.5k run 11:10", [(5000, 1330), (2500, 670)]),
    ],
)
def test_what_is_no_distance_of_the_run_is_left_out(read, text, runs):
    """The longest before it, how many went, and what was ridden or swum."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Sunday's long run ended up at 23k cos we got lost", [(23_000, None)]),
        ("my easy 5 ended up at 8k in 46:10", [(8000, 2770)]),
        ("we ended up at the 5k marker in the dark", []),
    ],
)
def test_a_run_ends_up_at_how_far_it_went(read, text, runs):
    """Where a run, and nobody, is said to have."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5k in 29:30 on Saturday and 28:50 tonight", [(5000, 1770), (5000, 1730)]),
        ("10k in 52:10 on Sunday, 53:10 last year", [(10_000, 3130)]),
        ("8k 45 min on Monday and 30 min today", [(8000, 2700), (None, 1800)]),
    ],
)
def test_a_second_time_on_its_own_day_is_as_far(read, text, runs):
    """Where it took about as long."""
    assert told(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("6·8 km at 40:20, phone fingers numb", [(6800, 2420)]),
        ("5k · 25:10 · cold", [(5000, 1510)]),
        ("fifteen k, an hour 29 and a half", [(15_000, 5370)]),
        ("10k in 54 and a half", [(10_000, 3270)]),
        ("10k total: 3k easy, 8x200, 3k home", [(10_000, None)]),
        ("55:06 for the Sunday 10, that's k not miles", [(10_000, 3306)]),
    ],
)
def test_figures_are_read_as_they_are_said(read, text, runs):
    """With a point in the middle of the line, a spoken half, a total before its parts and a day in the name."""
    assert told(read(text)) == runs
