"""Reads distances told without a figure: parkrun, a mile, half a mile, a half marathon."""

import re

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Reader, Source
from bot.runs.parse.figures.race_half import is_race_half
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK

_TIME_THERE = re.compile(r"[1-5]\d[:.][0-5]\d")
_HOURS = re.compile(r"[2-5]:[0-5]\d:[0-5]\d")
_SOME_DISTANCE = any_of("named", "distance_unit", "bare_half")
_FOR, _THE = any_of("for_lead"), any_of("determiner")
_BEHIND_A_MILE = MARK | any_of("day", "weekday", "join", "times", "self")
_HOUR = 3600
_HOURS_OF_A_MARATHON = frozenset("23456")
_HM = "hm"
_PARTING = frozenset((",", ":", "-"))
_MILE = "mile"
_RAN, _MINE = any_of("run_past", "strong_did"), any_of("self")
_A_DAY = any_of("day", "weekday", "times")
_OF_A_RACE = any_of("kinds.race", "pb", "best_over")
_BEHIND_A_RACE = FIGURE | any_of("in_time", "on", "at", "day", "weekday", "pb")
_NEAR = 9
_FAR = 20_000
"""Metres that a group runs together less often than it is called by them."""

_STREAK = any_of("streak")
_STREAK_GOES_ON = _BEHIND_A_MILE | any_of("strong_did", "way")
_GROUND, _FIRST, _UNIT = any_of("ground"), any_of("my_first"), any_of("distance_unit")
_GROUP = any_of("bunch", "tags.group")
_OF_A_GROUP = any_of("determiner", "companion", "including")
_PART_OF = any_of("number", "article", "per", "split_lead", "split_first", "ordinal", "adjective")
_ADJECTIVE, _ENTIRE = any_of("adjective"), any_of("entire")
_LEADS_TO_A_LEG = MARK | any_of("and", "then", "join")
_HOW_IT_WAS = any_of("with_me", "strong_did", "moods", "free", "body")
_NONSTOP = any_of("nonstop")
_LEG = any_of("part", "kinds.easy", "kinds.recovery")
_FASTEST_MILE, _SLOWEST_MILE = 225, 900
"""Seconds."""

_ROUND_S = 30
"""Seconds in whose steps hours of the day are told."""


def read_unmeasured(source: Source, at: int) -> Quantity | None:
    """Distances told without a figure: a mile, half a mile, parkrun, a half marathon."""
    meanings = source.meanings[at]
    if _is_no_distance(source, at):
        return None
    if "full_marathon" in meanings:
        return _full_marathon(source, at)
    if "named" in meanings:
        share = _fraction(source, at) if "fraction" in meanings else None
        if share:
            return share  # "een halve kilometer" is no half marathon
        return Quantity(Measure.DISTANCE, meanings["named"], 1, meanings={**meanings, "said": 0.0})
    if told := _race_in_a_word(source, at) or _one_of_a_unit(source, at) or _mile(source, at):
        return told
    return _fraction(source, at) if "fraction" in meanings else None


def _is_no_distance(source: Source, at: int) -> bool:
    """Whether a name of a distance stands for something else here: climb, a group, the day of a run."""
    meanings = source.meanings[at]
    if "run_day" in meanings and not source.once(_is_timed_there):
        return True
    if "named" not in meanings:
        return False
    if source.texts[at] == _HM and source.labels[at - 1] & FIGURE:
        return True  # "600 hm" are metres of climb
    return meanings["named"] > _FAR and _names_a_group(source, at)


def _race_in_a_word(source: Source, at: int) -> Quantity | None:
    """A race by a word that means other things as well: "BQ! 3:29:44", "half in 1:52"."""
    meanings = source.meanings[at]
    if "qualifies" in meanings and source.once(_is_timed_in_hours):
        return Quantity(Measure.DISTANCE, meanings["qualifies"], 1, meanings={"said": 0.0})
    if "marathoner" in meanings and source.once(_takes_hours):
        return Quantity(Measure.DISTANCE, meanings["marathoner"], 1, meanings={"said": 0.0})
    if "maybe_parkrun" in meanings and _is_timed_as_a_race(source, at):
        return Quantity(Measure.DISTANCE, meanings["maybe_parkrun"], 1, meanings={"said": 0.0})
    if "bare_half" in meanings and is_race_half(source, at):
        metres = meanings["bare_half"]
        return Quantity(Measure.DISTANCE, metres, 1, meanings={"said": 0.0, "bare_half": metres})
    return None


def _one_of_a_unit(source: Source, at: int) -> Quantity | None:
    """One of a unit behind its article: "a mile", "a mile and a half", "a whole hour"."""
    if "article" not in source.meanings[at]:
        return None
    if source.labels[at + 1] & _ENTIRE and (whole := _whole_unit(source, at + 2)):
        return whole
    if not _long_unit(source, at + 1):
        return None
    metres = source.meanings[at + 1]["distance_unit"]
    share, width = _share_behind(source, at + 1)
    told = {} if share else {"article": 0.0}
    return Quantity(Measure.DISTANCE, (1 + share) * metres, width + 1, unit=metres, meanings=told)


def _whole_unit(source: Source, unit: int) -> Quantity | None:
    """The unit at `unit` that was run in whole, with the two words before it: "a whole mile"."""
    if _long_unit(source, unit):
        metres = source.meanings[unit]["distance_unit"]
        return Quantity(Measure.DISTANCE, metres, 3, unit=metres)
    return Quantity(Measure.DURATION, _HOUR, 3) if _is_an_hour(source, unit) else None


def _mile(source: Source, at: int) -> Quantity | None:
    """A mile that no article leads to: "mile and a half", "mile in 5:59", "my first non-stop mile"."""
    meanings = source.meanings[at]
    if "distance_unit" not in meanings:
        return None
    if more := _and_a_half(source, at):
        return more
    if source.texts[at] != _MILE or not _is_a_mile(source, at):
        return None
    metres = meanings["distance_unit"]
    return Quantity(Measure.DISTANCE, metres, 1, unit=metres)


def _is_a_mile(source: Source, at: int) -> bool:
    """Whether a bare "mile" is one that was run."""
    return (
        source.labels[at - 1] & _NONSTOP != 0
        or _is_timed_mile(source, at)
        or _is_the_timed_mile(source, at)
        or _opens_with_its_time(source, at)
        or _is_a_leg(source, at)
        or _is_ones_own_mile(source, at)
        or _is_a_mile_alone(source, at)
        or _is_of_a_streak(source, at)
    )


def _is_of_a_streak(source: Source, at: int) -> bool:
    """Whether it is that day's mile of a streak: "streak mile done at 23:50", "streak day 320, just the mile"."""
    lead, behind = source.labels[at - 1], source.labels[at + 1]
    if at + 1 < len(source.lexemes) and not behind & _STREAK_GOES_ON:
        return False
    return lead & _STREAK != 0 or (lead & _THE != 0 and any(i & _STREAK for i in source.labels[:3]))


def _is_timed_as_a_race(source: Source, at: int) -> bool:
    """Whether a time, a place or its day comes next: "parky in 28:40", but not "bit parky out, 28:40"."""
    if not source.labels[at + 1] & _BEHIND_A_RACE or source.labels[at - 1] & _PART_OF:
        return False
    return source.once(_is_timed_there) != 0


def _is_timed_there(source: Source) -> bool:
    """Whether a time is told on the day of a run, which is otherwise only wished well: "parkrunday! 31:45"."""
    return any(_TIME_THERE.fullmatch(lexeme.text) for lexeme in source.lexemes)


def _is_timed_in_hours(source: Source) -> bool:
    """Whether a time to the second says which race somebody qualified in, and no distance does: "BQ! 3:29:44"."""
    if any(labels & _SOME_DISTANCE for labels in source.labels):
        return False
    return any(_HOURS.fullmatch(lexeme.text) for lexeme in source.lexemes)


def _takes_hours(source: Source) -> bool:
    """Whether hours that a marathon takes are told, and no distance: "marathonien ! 3h41'09"."""
    if any(labels & _SOME_DISTANCE for labels in source.labels):
        return False
    hours = [at for at, m in enumerate(source.meanings) if m.get("time_unit") == _HOUR]
    return any(at and source.texts[at - 1] in _HOURS_OF_A_MARATHON for at in hours)


def _full_marathon(source: Source, at: int) -> Quantity | None:
    """A marathon by letters that stand for much else, where hours follow: "FM completed in 4:41"."""
    for behind in range(at + 1, min(at + _NEAR, len(source.lexemes))):
        time = source.numeral(behind)
        if time is not None and time.form in (Form.CLOCK, Form.LONG_CLOCK):
            metres = source.meanings[at]["full_marathon"]
            told = source.lexemes[at].capital and 2 <= time.parts[0] <= 6
            return Quantity(Measure.DISTANCE, metres, 1, meanings={"said": 0.0}) if told else None
    return None


def _and_a_half(source: Source, at: int) -> Quantity | None:
    """One and a half of a unit in its own word: "mile and a half"."""
    if not _long_unit(source, at) or source.labels[at - 1] & (FIGURE | _PART_OF):
        return None
    share, width = _share_behind(source, at)
    metres = source.meanings[at]["distance_unit"]
    return Quantity(Measure.DISTANCE, (1 + share) * metres, width, unit=metres) if share else None


def _names_a_group(source: Source, at: int) -> bool:
    """Whether it only says which people somebody ran with: "with the marathon crew"."""
    return source.labels[at + 1] & _GROUP != 0 and source.labels[at - 1] & _OF_A_GROUP != 0


def _share_behind(source: Source, unit: int) -> tuple[float, int]:
    """What is added behind the unit at `unit`, and how many lexemes both have: "mile and a half"."""
    article = "article" in source.meanings[unit + 2]
    share = source.meanings[unit + 2 + article].get("fraction", 0.0)
    if not share or "and" not in source.meanings[unit + 1]:
        return 0.0, 1
    return share, 3 + article


def _is_a_leg(source: Source, at: int) -> bool:
    """Whether a mile begins what is said and its effort comes next: "mile warmup, 4 x 1 mile, mile easy"."""
    lead = source.labels[at - 1]
    led = not at or lead & _LEADS_TO_A_LEG or source.texts[at - 1] == "+"
    return bool(led) and source.labels[at + 1] & _LEG != 0


def _is_a_mile_alone(source: Source, at: int) -> bool:
    """Whether a mile is a sentence, and then it is told how it was: "Mile. Dog came along"."""
    if at or source.texts[1] != ".":
        return False
    return any(labels & _HOW_IT_WAS for labels in source.labels[2 : len(source.lexemes)])


def _is_ones_own_mile(source: Source, at: int) -> bool:
    """Whether somebody did their mile, and no time or best of it is spoken of: "did my mile today".

    So they did their first, where no other distance is told: "ran my first mile without walking. 9:15".
    """
    done = at > 1 and source.labels[at - 2] & _RAN and source.labels[at - 1] & _MINE
    if at > 1 and source.labels[at - 2] & _RAN and source.labels[at - 1] & _FIRST:
        return sum([labels & _UNIT != 0 for labels in source.labels]) == 1
    return bool(done) and bool(source.labels[at + 1] & _A_DAY)


def _is_timed_mile(source: Source, at: int) -> bool:
    """Whether a mile stands alone before its time: "mile in 5:59", "mile race yesterday: 6:12"."""
    of_a_race = source.labels[at + 1] & _OF_A_RACE
    told = of_a_race or (at == 1 and source.labels[0] & _GROUND)  # "road mile 5:58"
    if source.labels[at - 1] & (FIGURE | _PART_OF) and not (told and _describes(source, at - 1)):
        return False
    time = at + 1 + ("in_time" in source.meanings[at + 1])
    if of_a_race:
        while time < min(at + _NEAR, len(source.lexemes)) and not source.labels[time] & FIGURE:
            time += 1
    parted = source.texts[time] in _PARTING and source.once(_has_one_figure)
    time += parted
    numeral = source.numeral(time) if time < len(source.lexemes) else None
    sure = numeral is not None and not (parted and numeral.value % _ROUND_S == 0)
    return sure and _is_a_mile_long(
        numeral
    )  # "ran the mile, 6:12", but not "the mile, 6:30 tonight"


def _is_the_timed_mile(source: Source, at: int) -> bool:
    """Whether its time is told for it: "8:02 for the mile", but not "8:02 for the mile split"."""
    if at < 3 or not (source.labels[at - 1] & _THE and source.labels[at - 2] & _FOR):
        return False
    if at + 1 < len(source.lexemes) and not source.labels[at + 1] & _BEHIND_A_MILE:
        return False
    return _is_a_mile_long(source.numeral(at - 3))


def _opens_with_its_time(source: Source, at: int) -> bool:
    """Whether nothing but a time as a watch tells it leads to a mile: "6:12 mile!!!", but not "6:00 mile Tuesday"."""
    ends = at + 1 == len(source.lexemes) or source.labels[at + 1] & _BEHIND_A_MILE
    alone = at == 1 and ends and source.texts.count(_MILE) == 1
    time = source.numeral(0) if alone else None
    return time is not None and time.value % _ROUND_S != 0 and _is_a_mile_long(time)


def _is_a_mile_long(time: Numeral | None) -> bool:
    """Whether a mile may well be run in a time to the second."""
    if time is None or time.form is not Form.CLOCK:
        return False
    return _FASTEST_MILE <= time.value <= _SLOWEST_MILE


def _has_one_figure(source: Source) -> bool:
    return sum([labels & FIGURE != 0 for labels in source.labels]) == 1


def _describes(source: Source, at: int) -> bool:
    """Whether a word only describes, and tells no part: "road mile race"."""
    return source.labels[at] & (FIGURE | _PART_OF) == source.labels[at] & _ADJECTIVE


def _long_unit(source: Source, at: int) -> bool:
    """A unit of distance in its own word: "mile", not "m" and not the "k" of something else."""
    metres = source.meanings[at].get("distance_unit", 0)
    return metres >= 1000 and len(source.texts[at]) > 1


def _is_an_hour(source: Source, at: int) -> bool:
    return source.meanings[at].get("time_unit") == _HOUR and len(source.texts[at]) > 3


def _fraction(source: Source, at: int) -> Quantity | None:
    share = source.meanings[at]["fraction"]
    end = at + 1
    end += source.texts[end] == "-" or "of" in source.meanings[end]
    end += "article" in source.meanings[end]
    if _long_unit(source, end):
        metres = source.meanings[end]["distance_unit"]
        return Quantity(Measure.DISTANCE, share * metres, end + 1 - at, unit=metres)
    if "time_unit" in source.meanings[end]:
        seconds = share * source.meanings[end]["time_unit"]
        return Quantity(Measure.DURATION, seconds, end + 1 - at)
    return None


UNNUMBERED = Reader(
    any_of(
        *("named", "full_marathon", "bare_half", "qualifies", "marathoner", "maybe_parkrun"),
        *("article", "fraction", "distance_unit"),
    ),
    read_unmeasured,
)
