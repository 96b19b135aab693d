"""Says whether "half" is the race: it ends what is said, or its time or day comes next."""

import re

from bot.runs.parse.figures.numerals import Form
from bot.runs.parse.figures.quantities import Source
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK

_HALF_TIME = re.compile(r"[1-3][:.][0-5]\d[:.][0-5]\d")
_OF_A_HALF = any_of("distance_unit", "time_unit", "article", "of", "number", "determiner")
_BEHIND_A_RACE = any_of(
    *("in_time", "did", "day", "weekday", "pb", "join", "period", "alongside", "bound"),
    "tags.with_others",
)
_BEHIND_A_RUN, _AT = any_of("amid", "accompanied", "before_after"), any_of("at")
_RAN, _AN = any_of("run_past", "strong_did"), any_of("article")
_ON, _DAYS = any_of("on"), any_of("weekday", "short_weekday")
_NUMBERS = FIGURE | any_of("number")
_FEW_HOURS = frozenset("1234")
_HOUR, _MINUTE = 3600, 60
_HALF_MINUTES = (75, 200)


def is_race_half(source: Source, at: int) -> bool:
    """Whether "half" is the race: it ends what is said, or its time or day comes next."""
    first = "split_first" in source.meanings[at - 1] and "self" not in source.meanings[at - 2]
    if first or "split_lead" in source.meanings[at]:  # of a race, or the first half marathon
        return _is_timed_half(source, at) or _is_a_sentence_on_it(source, at)
    if at + 1 >= len(source.lexemes):
        return True
    following, carried = source.texts[at + 1], source.labels[at + 1]
    if carried & _NUMBERS and _is_spoken_time(source, at + 1):
        return True
    if carried & FIGURE:
        hours = source.meanings[at + 2].get("time_unit") == _HOUR and following in _FEW_HOURS
        return ":" in following or hours or _is_so_many_minutes(source, at + 1)  # "half 1h52"
    if carried & MARK:
        return following not in ("/", "%") and not (following == "-" and source.attached(at + 1))
    if carried & _BEHIND_A_RACE or (carried & _ON and source.labels[at + 2] & _DAYS):
        return True
    if source.labels[at - 1] & _AN and carried & _RAN:
        return True  # German "nen Halben gelaufen"
    ran_a = source.labels[at - 2] & _RAN and source.labels[at - 1] & _AN
    if ran_a and carried & _BEHIND_A_RUN and not carried & _AT:
        return True  # "ran a half on no training"
    return not carried & _OF_A_HALF and _is_timed_half(source, at)


def _is_so_many_minutes(source: Source, at: int) -> bool:
    """Whether minutes follow that half a marathon takes: "half 118 mins"."""
    minutes = source.numeral(at)
    if minutes is None or source.meanings[at + minutes.width].get("time_unit") != _MINUTE:
        return False
    return minutes.form is Form.WHOLE and _HALF_MINUTES[0] <= minutes.value <= _HALF_MINUTES[1]


def _is_spoken_time(source: Source, at: int) -> bool:
    """Whether hours and minutes follow without a colon: "half one fifty two"."""
    hours = source.numeral(at)
    if hours is None or hours.form is not Form.WHOLE or not 1 <= hours.value <= 3:
        return False
    minutes = source.numeral(at + hours.width) if at + hours.width < len(source.lexemes) else None
    return minutes is not None and minutes.form is Form.WHOLE and 10 <= minutes.value < 60


def _is_timed_half(source: Source, at: int) -> bool:
    return source.once(_last_half_time) > at


def _is_a_sentence_on_it(source: Source, at: int) -> bool:
    """Whether it is all that is said, right behind a time of a half: "1:58:44. first half. sobbing"."""
    ends = at + 1 >= len(source.lexemes) or source.labels[at + 1] & MARK != 0
    return (
        ends and source.labels[at - 1] & MARK != 0 and source.once(_last_half_time) == at - 2 >= 0
    )


def _last_half_time(source: Source) -> int:
    """Where the last time of a half marathon to the second stands, which tells which half is meant; or -1."""
    times = (n for n, lexeme in enumerate(source.lexemes) if _HALF_TIME.fullmatch(lexeme.text))
    return max(times, default=-1)
