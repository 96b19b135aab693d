"""Reads what is run on a track, where a bare number tells metres: "1500 in 4:41", "800s, 10 of them"."""

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import Meanings, any_of
from bot.runs.parse.words.lexicon import MARK

_TRACK = frozenset(
    (200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 2400, 3000, 3200, 5000, 10_000)
)
"""Metres that are run on a track, where a bare number is one of them."""

_RACED_FLAT = frozenset((800, 1500, 3000, 5000, 10_000))
"""Of which a time may stand before: nobody rows so far, as they do 2000."""

_THE, _RACED = any_of("article", "determiner"), any_of("run_past", "raced_it", "raced_track")
_FOR, _AT = any_of("for_lead", "in_time"), any_of("at")
_ENDS = MARK | any_of("day", "weekday", "times")
_TIMES = (Form.CLOCK, Form.DECIMAL, Form.PRIME)
_OPENS, _CLUB = MARK | any_of("bunch"), any_of("bunch")
_DAYS, _RACED_OVER = any_of("day", "weekday"), any_of("race_lead")
_EFFORT, _JOGGED, _LAP = any_of("effort"), any_of("kinds.easy", "kinds.recovery"), 400
_ON_A_TRACK = any_of("on_a_track")
_WHERE = frozenset(("at", "on", "in_time"))
_AHEAD = any_of("ahead", "plan")
_MOST_REPEATS = 60
_ROUND = 5
_AS_FAR_AS = 12
"""How many words behind it a time may stand, where a meet or the track is told."""
_REPEATS = Meanings({"track_repeats": 0.0, "kinds": 0.0, "kinds.intervals": 0.0})


def track_repeats(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """800s, 10 of them: repeats on the track, of which "s" makes a plural and no second."""
    if not is_of_a_track(source, at, numeral):
        return None
    end = at + numeral.width
    for behind in range(end + 1, min(end + 4, len(source.lexemes))):
        if source.texts[behind] == "?":
            break  # "done yasso 800s? is 10x too many"
        if source.labels[behind] & _AHEAD:
            break  # "800s next Tuesday, 6 of them"
        count = source.numeral(behind)
        if count is not None and count.form is Form.WHOLE:
            after = behind + count.width
            if "of_it" in source.meanings[after] or "reps_word" in source.meanings[after]:
                return Quantity(Measure.REPS, numeral.value * count.value, after + 1 - at, unit=1.0)
    return Quantity(Measure.OTHER, 0, numeral.width + 1, meanings=_REPEATS)


def counted_repeats(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """8 hill reps: how often somebody went up, and no distance."""
    if numeral.form is not Form.WHOLE or not 2 <= numeral.value <= _MOST_REPEATS:
        return None
    meanings = source.meanings[at + numeral.width]
    if "repeats" not in meanings:
        return None
    return Quantity(Measure.REPS, 0, numeral.width + 1, meanings=meanings)


def is_of_a_track(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether so many metres are repeated, of which an "s" makes a plural: "12x400s"."""
    end = at + numeral.width
    return numeral.value in _TRACK and source.texts[end] == "s" and source.attached(end)


def run_on_a_track(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """A bare number before a time in which so many metres may well be run."""
    end = at + numeral.width
    if numeral.value not in _TRACK:
        return None
    ends = end == len(source.lexemes) or source.labels[end] & _ENDS
    led = "in_time" in source.meanings[end] and source.numeral(end + 1) is not None
    if led:
        times = range(end + 1, end + 2)
    elif _is_led_by_its_time(source, at, bool(ends) or "at" in source.meanings[end]):
        times, led = range(at - 3, at - 2), True  # "2:41 for the 800"
    elif _is_at_a_meet(source, at, end) or _is_raced_alone(source, at, end, numeral.value):
        times = range(end, min(end + _AS_FAR_AS, len(source.lexemes)))
    elif at > 1 and ends and source.labels[at - 1] & _RACED_OVER and numeral.value in _RACED_FLAT:
        times, led = range(at - 2, at - 1), True  # "4:49 for 1500"
    elif at == 1 and ends and numeral.value in _RACED_FLAT:
        times = range(1)  # "4:19 1500, last in the fast heat"
    else:
        return None
    raced = source.labels[end] & _ON_A_TRACK and source.texts[end + 1] != ","  # "in pista, 18:45"
    over = raced or source.meanings[end].get("day", 0) < 0
    if not any(
        _is_run_in_seconds(source, place, numeral.value)
        or _is_run_in(
            source.numeral(place), numeral.value, sure=led or bool(over) or _led(source, place)
        )
        for place in times
    ):
        return None
    return Quantity(Measure.DISTANCE, numeral.value, numeral.width, unit=1000.0)


def _is_led_by_its_time(source: Source, at: int, ends: bool) -> bool:
    """Whether a time is told for it, and no thing follows of which there are so many: "2:41 for the 800"."""
    if at < 3 or not ends or not source.labels[at - 1] & _THE:
        return False
    return source.labels[at - 2] & _FOR != 0 and not source.labels[at - 4] & _AT


def _led(source: Source, at: int) -> bool:
    """Whether an "in" leads to the time at a place."""
    return at > 0 and "in_time" in source.meanings[at - 1]


def _is_raced_alone(source: Source, at: int, end: int, metres: float) -> bool:
    """Whether a race on the track opens a phrase as all that was run: "400 flat out", "club 3000 last night"."""
    if at and not source.labels[at - 1] & _OPENS:
        return False
    if at and source.labels[at - 1] & _CLUB:
        return source.labels[end] & _DAYS != 0
    hard = source.labels[end] & _EFFORT and not source.labels[end] & _JOGGED
    return bool(hard) and metres >= _LAP


def _is_run_in(time: Numeral | None, metres: float, *, sure: bool) -> bool:
    """Whether so many metres may well be run in the time; a round one without a prime is an hour, unless `sure`."""
    if time is None or len(time.parts) != 2 or time.form not in _TIMES:
        return False
    minutes, seconds = time.parts
    if not (sure or seconds % _ROUND or time.form is Form.PRIME):
        return False
    return 100 <= (minutes * 60 + seconds) * 1000 / metres <= 600


def _is_run_in_seconds(source: Source, at: int, metres: float) -> bool:
    """Whether so many metres may well be run in seconds that are told with their unit: "a 400 in 71 sec"."""
    seconds = source.numeral(at)
    if seconds is None or source.meanings[at + seconds.width].get("time_unit") != 1:
        return False
    return 100 <= seconds.value * 1000 / metres <= 600


def _is_at_a_meet(source: Source, at: int, end: int) -> bool:
    """Whether a meet or the track stands beside: "1500 at the open meet", "track 5000 last night"."""
    if (at and "ground_track" in source.meanings[at - 1]) or source.labels[end] & _ON_A_TRACK:
        return True
    if at > 1 and source.labels[at - 1] & _THE and source.labels[at - 2] & _RACED:
        ends = source.labels[end] & _ENDS != 0  # "raced the 800 at the alumni meet, 2:21"
        return ends or not source.meanings[end].keys().isdisjoint(_WHERE)
    end += "day" in source.meanings[end]  # "1500 tonight at the track"
    if not source.meanings[end].keys() & _WHERE:
        return False
    behind = source.meanings[end + 1 : end + 5]
    return any(meanings.keys() & {"sports_meet", "ground_track", "ground"} for meanings in behind)
