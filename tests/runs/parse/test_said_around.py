"""What is said around a run to nobody in particular, and what other words tell of its figures."""

import pytest


def figures(reading):
    """The distance and time of each run that is read without a question."""
    return [(run.distance_m, run.duration_s) for run in reading.runs] if reading.is_run else []


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("you're all so friendly! For the record: 9.8 km, 53:12", [(9800, 3192)]),
        ("You're so quick! 9.8 km, 53:12", []),
        ("Missed the group, so what can you do. 10 km on my own", [(10000, None)]),
        ("what can you do in 10 weeks, 5k?", []),
        ("20 min shuffle in the snow, let's call it a run", [(None, 1200)]),
        ("let's run 5k tomorrow", []),
        ("Today 8 km with the group, pace 4:30, very good", [(8000, None)]),
        ("B group today: 6k at 5:45", []),
    ],
)
def test_what_is_said_to_several_people_takes_no_run(read, text, runs):
    """What is said to a crowd, a saying and praise of the day leave a run to its author."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "Yesterday in the old ones 5km in 26:40, today in the carbon ones 25:55",
            [(5000, 1600), (5000, 1555)],
        ),
        ("5k today 26:40, last year in the old ones 25:55", [(5000, 1600)]),
        ("Half an hour with the gang. 1 min run, 1 min walk", [(None, 1800)]),
        ("Round the bay is 8.8km and it took me 50:05", [(8800, 3005)]),
        ("the airport is 30 km away and it took me 45 minutes", []),
        ("3 km out along the dyke, then 3 km back to the car", [(6000, None)]),
        ("drove 3 km back to the car", []),
    ],
)
def test_figures_are_told_in_other_words(read, text, runs):
    """A second day has the distance of the first, turns are no runs, and a way is run in the time it took."""
    assert figures(read(text)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("I wanted 4:30 at the marathon and I got 4:47:30. Cramps from 33 km on", [(42195, 17250)]),
        ("was supposed to be 12, calf went at 7k so I walked home", [(7000, None)]),
        ("33 km in the mountains, 4:05:00, cut off was 5", [(33000, 14700)]),
        ("the start was moved to 9, 10k route as before", []),
        ("ran my mile today, nothing hurt", [(1609, None)]),
        ("want to do my mile today", []),
    ],
)
def test_what_was_wished_and_announced_is_over(read, text, runs):
    """A wish outrun in its time was run to the end, a cut-off that was is none to come, and a mile may be one's own."""
    assert figures(read(text)) == runs
