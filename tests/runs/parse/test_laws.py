"""Laws that hold for every text."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.runs.parse import explain, parse, parse_day, parse_distance, parse_duration

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)

ANY_TEXT = st.text(alphabet=st.characters(), max_size=300)
VOCABULARY = (
    "5k 10 km mi 24:30 1:12:30 1h12 45' 5'30\" @ 5:30/km half marathon parkrun yesterday Monday ran did "
    "my son and then but ? ! . , : - / x 6x800m warm up total in for at the a 15/11 2026-11-14 12 Nov ½ "
    "0 0k 0.00 distance wanted got "
    "tomorrow PB shoes bike > ~~ ** <@1> sub under first last over per until \ud800 \u200b \u202e ٥ 😀"
)
PIECES = st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=60).map(" ".join)

distances = st.integers(min_value=10, max_value=420)  # hundreds of metres
paces = st.integers(min_value=180, max_value=540)


def clock(seconds):
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


@given(ANY_TEXT | PIECES)
@example("\ud800\udfff 5k \udc00")
@example("5" * 4000)
@example("99999999999999999999 km in 1:00")
@example("0 km 6h")
@example("26 for 0k")
@example("26:07 for 0.00")
@example("wanted 0k, got 24:30")
@example("PB ever raced")
@example("5k 24:10 results:")
@example("5k on .5 incline")
@example("same loop Monday and Tuesday, 6 km each. no running for three weeks, 50, gutted")
@example(
    "same loop Monday and Tuesday, 6 km each. physio says no running for with three weeks, 50, gutted"
)
@example("The gate was locked so it ended up being 5k")
@example("recovery 6 yesterday. The gate was locked so it ended up being 5k. Hungover anyway 3 3.1")
def test_nothing_raises(text):
    """Any text at all is read or refused, in a post and in a form."""
    reading = parse(text, now=NOW)
    assert 0 <= reading.confidence <= 1
    assert not reading.is_run or reading.runs
    assert (reading.reason is None) == reading.is_run
    explain(text, now=NOW, units="mi", locale="en-US")
    parse_distance(text, units="km")
    parse_duration(text)
    parse_day(text, now=NOW)


@given(ANY_TEXT | PIECES)
@example("ran 00:00")
@example("easy run at 00:00")
@example("3 hours of music, distance 0")
@example("kleine stapjes: 3 km, eerste keer in zes weken")
@example("2k. Two months ago I couldn't do stairs: 3 km, the first time in six weeks")
@example("yesterda 1k 0 yesterda 0")
@example("should have been 8 miles, was 0")
@example("10 km in 54:20, 0:00 s")
@example("parkrun 0:00s")
@example("30 min treadmill 0:00s")
def test_no_run_is_absurd(text):
    """Figures are positive, days are not in the future, and no distance is beyond 1,000 km."""
    reading = parse(text, now=NOW)
    if reading.is_run:
        for run in reading.runs:
            assert run.distance_m is None or 0 < run.distance_m <= 1_000_000
            assert run.duration_s is None or run.duration_s > 0
            assert run.pace_s_per_km is None or run.pace_s_per_km > 0
            assert run.date_offset_days is None or run.date_offset_days <= 0


@given(distances, paces)
def test_a_rendered_time_comes_back(hundreds, pace):
    """Distance and time survive being written in each of the usual ways."""
    kilometres, seconds = hundreds / 10, round(hundreds * pace / 10)
    for text in (
        f"{kilometres} km in {clock(seconds)}",
        f"{clock(seconds)} for {kilometres}k",
        f"{kilometres}k, {clock(seconds)}",
        f"ran {kilometres} kilometres in {clock(seconds)}",
    ):
        reading = parse(text, now=NOW)
        assert reading.is_run, text
        assert [(r.distance_m, r.duration_s) for r in reading.runs] == [
            (hundreds * 100, seconds)
        ], text


@given(distances, paces, st.sampled_from(["@ {}", "@{}/km", "at {} pace", "{}/km", "pace {}"]))
def test_a_rendered_pace_comes_back(hundreds, pace, form):
    """Distance and pace survive being written in each of the usual ways."""
    text = f"{hundreds / 10}k " + form.format(clock(pace))
    reading = parse(text, now=NOW)
    assert reading.is_run, text
    assert [(r.distance_m, r.pace_s_per_km) for r in reading.runs] == [(hundreds * 100, pace)], text


POSTS = [
    "5k in 24:30, felt great",
    "10 miles @ 8:30",
    "ran for an hour and ten minutes",
    "Mon 5k 25:30, Wed 8k 44:10",
    "tempo: 2k warm up, 5k @ 4:25, 2k cool down",
    "parkrun 24:55",
    "out for a run, rained on, shouted at, home. 10/10",
    "10k race Sunday, 48:30, got lapped by a lad in jeans",
]


@pytest.mark.parametrize("text", POSTS)
@pytest.mark.parametrize(
    "greeting",
    ["hey all! ", "Good morning everyone, ", "hi team\n", "😀 ", "Phew. ", "So, ", "ok "],
)
@pytest.mark.parametrize("smile", ["", " :)", " 😊", " 🙌🙌", " lol"])
def test_manners_change_nothing(read, text, greeting, smile):
    """A greeting before and a smile behind keep the figures and the days of a post."""

    def figures(reading):
        return [
            (run.distance_m, run.duration_s, run.pace_s_per_km, run.date_offset_days)
            for run in reading.runs
        ]

    dressed = read(greeting + text + smile)
    assert dressed.is_run
    assert figures(dressed) == figures(read(text))


NO_RUNS = [
    "nice 5k!",
    "how do you run a sub 20 5k",
    "week 46: 52 km, 5:20 h",
    "Tom W 17:48 at parkrun, new club record!",
    "PBs: 5k 22:10\n10k 46:05",
    "film ran for 3 hours",
    "planning 16k, my sofa says no",
    "planejei 15 km, fiz nada",
    "Trainingsplan sagt 16 km, mein Sofa sagt nein",
    "5k in 24:58, would you believe it, my 12 year old",
    "10k in 31:40, that was my brother",
    "5k 19:40, not me",
    "5k 19:40, Josh's first",
    "10k 57:07, he says",
]


@pytest.mark.parametrize("text", NO_RUNS)
@pytest.mark.parametrize("greeting", ["", "Hi all, ", "Morning! ", "Phew. ", "So ", "Oh "])
@pytest.mark.parametrize("end", ["", " lol", " 😅", " 😊", " 🎉🎉", "!!"])
def test_manners_make_no_run(read, text, greeting, end):
    """Nor does a greeting before, or a laugh behind, turn into a run what is none."""
    assert not read(greeting + text + end).is_run


@pytest.mark.parametrize(
    "text",
    ["6.9, nice", "4.8 before the school run", "Home. 5.8. Soaked.", "13.4. Nothing to report."],
)
@pytest.mark.parametrize("greeting", ["", "hey all! ", "Good morning everyone, ", "Phew. "])
def test_manners_leave_a_bare_number_a_run(read, text, greeting):
    """Nor does a greeting make an age of the only number, where the member's unit is known."""
    reading = read(greeting + text, units="km")
    assert reading.is_run
    assert reading.runs == read(text, units="km").runs


@pytest.mark.parametrize("text", ["16/11 - 5k - 26:40", "15.11. 5k 26:00"])
@pytest.mark.parametrize("greeting", ["hey all! ", "hi team\n", "Good morning everyone, "])
def test_a_greeting_leaves_the_date(read, text, greeting):
    """A date that begins a post is one behind a greeting too."""
    assert read(greeting + text).runs == read(text).runs


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize(
    "text", ["8k on the 31st", "8k on the 1st", "Sunday the 8th: 8k", "Sat 7th 8k"]
)
def test_no_day_is_outside_the_calendar(text, year):
    """A day of the month is looked for as far as there are days."""
    for month, day in ((1, 1), (12, 31)):
        reading = parse(text, now=datetime(year, month, day, 12, tzinfo=UTC))
        assert all(-62 < (run.date_offset_days or 0) < 32 for run in reading.runs)


@pytest.mark.parametrize(
    "text", [*POSTS, "5 km yesterday", "3.1 miles easy", "half marathon 1:45:00", "10k @ 5:00/km"]
)
def test_units_decide_only_what_is_open(read, text):
    """A post that names its units reads the same in a club of miles and one of kilometres."""
    assert read(text, units="km") == read(text, units="mi") == read(text)
