"""Tells which of several times is the run's: others have theirs, parts have theirs, and one may be told again."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Item, Measure, is_day
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.stances.people import is_name, is_only_a_name
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_IN, _OUT, _BACK = any_of("in_time"), any_of("way_out"), any_of("way_back", "back_in")
_WHOLE = (Role.DISTANCE, Role.TOTAL)
_ZONE = any_of("zone_of")
_SORRY = any_of("corrects")
_FEWEST_SPLITS, _MOST_LEGS, _FEWEST_UNITS, _KILOMETRE = 3, 4, 2, 1000
_OWN_TIME = any_of("self", "run_past", "strong_did", "in_time")
_ME = any_of("subject", "object_self", "ones_own")
_SOMEBODY, _OWNER = any_of("person", "name"), any_of("owner")
_ANOTHER = _SOMEBODY | _OWNER | UNKNOWN | any_of("third_person", "bunch")
_WITH = any_of("accompanied", "alongside", "tags.with_others")
_BEFORE_IT = frozenset(("(", ")", ":", "-"))
_ALL_OF_US = any_of("tags.with_others")
_BEFORE_A_TIME = any_of("person_verb", "strong_did", "run_past", "looks_back", "in_time", "about")


def settle_times(items: Sequence[Item], cast: list[Cast]) -> list[Cast]:
    """The roles with the times of others, of parts, and those told again taken out."""
    cast = _by_its_units(items, cast)
    if whole := _sum_of_splits(cast):
        return _but(cast, whole, Role.TIME)
    cast = _but(cast, _unsaid(items, cast), Role.OTHER)
    times = [member for member in cast if member.role is Role.TIME]
    if spent := _spent_before(items, cast, times):
        cast = _but(cast, spent, Role.OTHER)
        times = [time for time in times if time not in spent]
    if len(times) < 2:
        return cast
    if len({time.quantity.options or time.quantity.value for time in times}) == 1:
        return _but(cast, times[1:], Role.SPLIT)  # "44:59 44:59 44:59!!!! Riverside 10k"
    if len(zones := _in_zones(items, times)) > 1:
        cast = _but(cast, zones, Role.SPLIT)
        times = [member for member in cast if member.role is Role.TIME]
    if len(times) < 2:
        return cast
    if legs := _summed_up(cast, times):
        return _but(cast, legs, Role.SPLIT)
    if there_and_back := _there_and_back(items, cast, times):
        return there_and_back
    cast = _but(cast, _of_others(items, times) or _put_right(items, times), Role.OTHER)
    return _but(cast, _of_parts(cast), Role.SPLIT)


def but_of_others(items: Sequence[Item], cast: list[Cast]) -> list[Cast]:
    """The roles with the times of others taken out, where two times are all that is told: "Tom 40:12, me 52:40"."""
    times = [member for member in cast if member.role is Role.TIME]
    return _but(cast, _of_others(items, times), Role.OTHER) if len(times) > 1 else cast


def _but(cast: list[Cast], told: Sequence[Cast], role: Role) -> list[Cast]:
    """The roles with another for those."""
    return [m._replace(role=role) if m in told else m for m in cast] if told else cast


def _by_its_units(items: Sequence[Item], cast: list[Cast]) -> list[Cast]:
    """The roles with the times of single kilometres or miles as splits: "km1 5:40, km2 5:36, km3 5:31, total 16:47".

    Where they begin with the first, are several, and no distance is told, their number is how far it was.
    """
    units = [
        at for at, member in enumerate(cast[:-1]) if _is_timed_unit(items, member, cast[at + 1])
    ]
    if len(units) < _FEWEST_UNITS:
        return cast
    times = [cast[at + 1] for at in units]
    told = _but(cast, times, Role.SPLIT)
    numbers = [cast[at].quantity.value for at in units]
    few = len(units) < _FEWEST_SPLITS
    if few or any(m.is_distance for m in cast) or numbers != list(range(1, len(units) + 1)):
        return told
    last = cast[units[-1]]
    unit = items[last.place - 1].meanings["distance_unit"]
    far = replace(
        last.quantity, measure=Measure.DISTANCE, value=len(units) * unit, unit=unit, options=()
    )
    return [
        member._replace(role=Role.DISTANCE, quantity=far) if member is last else member
        for member in told
    ]


def _is_timed_unit(items: Sequence[Item], point: Cast, time: Cast) -> bool:
    """Whether a number behind its unit has a clock next to it: "km1 5:40", "mile 2: 9:05"."""
    if point.role is not Role.POINT or point.quantity.measure is not Measure.NUMBER:
        return False
    unit = items[point.place - 1].meanings.get("distance_unit", 0.0) >= _KILOMETRE
    between = items[point.place + 1 : time.place]
    near = len(between) < _FEWEST_UNITS and all(item.labels & MARK for item in between)
    return unit and near and time.quantity.measure is Measure.CLOCK


def _there_and_back(
    items: Sequence[Item], cast: Sequence[Cast], times: Sequence[Cast]
) -> list[Cast]:
    """The roles with the times of both ways as one, where one distance is told: "Out: 26:10, back: 25:01, 10k"."""
    far = [member.quantity.value for member in cast if member.role in _WHOLE]
    if len(times) != 2 or len(far) != 1:
        return []
    out, back = times
    if not (_beside(items, out, _OUT) and _beside(items, back, _BACK)):
        return []
    seconds = sum(time.quantity.options[0] for time in times if time.quantity.options)
    whole = replace(back.quantity, value=seconds, options=(seconds,))
    if duration_over(whole, far[0]) is None:
        return []
    told = [member._replace(quantity=whole) if member is back else member for member in cast]
    return _but(told, [out], Role.SPLIT)


def _beside(items: Sequence[Item], time: Cast, wanted: Labels) -> bool:
    """Whether a word stands right before a time, over a mark or an "in", or right behind it."""
    at = time.place
    lead = at - 1
    if lead > 0 and items[lead].labels & (MARK | _IN) and not items[lead].labels & wanted:
        lead -= 1
    return any(
        item.labels & wanted for item in (*items[max(0, lead) : at], *items[at + 1 : at + 2])
    )


def _in_zones(items: Sequence[Item], times: Sequence[Cast]) -> list[Cast]:
    """Those that the heart was in a zone: "Z2 22:10, Z3 25:30"."""
    return [
        time
        for time in times
        if any(item.labels & _ZONE for item in items[max(0, time.place - 2) : time.place])
    ]


def _summed_up(cast: Sequence[Cast], times: Sequence[Cast]) -> Sequence[Cast]:
    """Those before the last, where that is their sum: "down in 9:02, back up in 9:38, so 2 miles and 18:40".

    Each may have its own distance, and the first be hours: "5k out 26:40, 5k back 26:00. 52:40", "podcast 1:20, silence
    16 min. Total 1:36:00".
    """
    if len([member for member in cast if member.is_distance]) not in (1, len(times) - 1):
        return ()
    *legs, whole = (t.quantity.options or (round(t.quantity.value),) for t in times)
    if not 1 < len(legs) <= _MOST_LEGS or not all(leg[0] for leg in legs):
        return ()
    return times[:-1] if whole[0] in map(sum, product(*legs)) else ()


def _of_others(items: Sequence[Item], times: Sequence[Cast]) -> list[Cast]:
    """Those told behind a name, where the first is the author's: "10k in 48:09. Carl 45:50"."""
    mine = [time for time in times if _who_of(items, time.place) & _ME]
    if mine and len(mine) < len(times):  # "Lena 50:12. Me 50:50", "mum got 33:10, I got 25:02"
        return [time for time in times if time not in mine and _is_anothers(items, time.place)]
    if aside := [time for time in times if _stands_aside_for_them(items, time.place)]:
        return aside if len(aside) < len(times) else []
    theirs = [time for time in times if time.place and _names(items[time.place - 1])]
    own = joined([item.labels for item in items[: times[0].place]]) & _OWN_TIME
    return theirs if theirs and own and times[0] not in theirs else []


def _who_of(items: Sequence[Item], place: int) -> Labels:
    """The labels of who stands before a time, over a verb and brackets: "Tom (18:40)", "I got 25:12", "me: 24:41"."""
    at = place - 1
    while at > 0 and (items[at].labels & _BEFORE_A_TIME or items[at].text in _BEFORE_IT):
        at -= 1
    who = items[at].labels if at >= 0 else 0
    return 0 if who & _ALL_OF_US else who


def _stands_aside_for_them(items: Sequence[Item], place: int) -> bool:
    """Whether brackets behind somebody whom nobody ran with tell it: "chased Marek (39:50)", "Dad's time (41:10)"."""
    if place < 2 or items[place - 1].text != "(":
        return False
    led = items[max(0, place - 4) : place - 1]
    if any(item.labels & _WITH for item in led):
        return False
    called = led[-1].labels & _SOMEBODY or (len(led) > 1 and led[-2].text == "@")
    return bool(called) or any(item.labels & _OWNER for item in led)


def _is_anothers(items: Sequence[Item], place: int) -> bool:
    """Whether somebody stands before a time, also one whom nobody knows: "Soraya 46:20", "him 26:52"."""
    return _who_of(items, place) & _ANOTHER != 0


def _put_right(items: Sequence[Item], times: Sequence[Cast]) -> list[Cast]:
    """The time that the next one puts right: "10k in 49:12. Sorry, 59:12"."""
    return [wrong for wrong, right in pairwise(times) if _beside(items, right, _SORRY)]


def _sum_of_splits(cast: Sequence[Cast]) -> list[Cast]:
    """The last of some splits, where it is the sum of all before: "splits 4:50 4:55 5:05 = 14:50 for 3k"."""
    clocks = [m for m in cast if m.quantity.measure is Measure.CLOCK and m.quantity.options]
    if len(clocks) < _FEWEST_SPLITS or any(clock.role is not Role.SPLIT for clock in clocks):
        return []
    *splits, whole = (clock.quantity.options[0] for clock in clocks)
    return clocks[-1:] if abs(whole - sum(splits)) <= len(splits) else []


def _unsaid(items: Sequence[Item], cast: Sequence[Cast]) -> list[Cast]:
    """The bare minutes that a time behind a "no wait" puts right: "10k in 54, no wait, 53 min"."""
    return [
        wrong
        for wrong, right in pairwise(cast)
        if right.role is Role.TIME
        and wrong.quantity.measure is Measure.NUMBER
        and items[wrong.place - 1].labels & _IN
        and _beside(items, right, _SORRY)
    ]


def _spent_before(items: Sequence[Item], cast: Sequence[Cast], times: Sequence[Cast]) -> list[Cast]:
    """Those told in hours and minutes before the only distance with its own: "I get half an hour. 5k in 29 min".

    So are they before a watch's: "the sitter could only do an hour: 4 miles, 35:30".
    """
    spent = [time for time in times if time.quantity.measure is Measure.DURATION]
    far = [member for member in cast if member.is_distance and member.role in _WHOLE]
    if not spent or len(far) != 1 or spent[0].clause >= far[0].clause:
        return []
    timed = any(_is_run_in(items, far[0], time) for time in cast)
    if not timed and not any(_is_on_its_watch(items, far[0], time) for time in times):
        return []
    return [time for time in spent if time.clause < far[0].clause]


def _is_run_in(items: Sequence[Item], far: Cast, time: Cast) -> bool:
    """Whether an "in" leads from the distance, over its day, to a time that fits: "6k last night in 36"."""
    if time.clause != far.clause or time.is_distance or not items[time.place - 1].labels & _IN:
        return False
    between = items[far.place + 1 : time.place - 1]
    over_its_day = time.place > far.place and all(map(is_day, between))
    return over_its_day and duration_over(time.quantity, far.quantity.value) is not None


def _is_on_its_watch(items: Sequence[Item], far: Cast, time: Cast) -> bool:
    """Whether a clock stands right behind the distance, or over a comma, and fits it."""
    if time.quantity.measure is not Measure.CLOCK:
        return False
    between = items[far.place + 1 : time.place]
    beside = far.place < time.place <= far.place + 2 and all(item.text == "," for item in between)
    return beside and duration_over(time.quantity, far.quantity.value) is not None


def _names(item: Item) -> bool:
    """Whether it is somebody's known name."""
    return "name" in item.meanings and (is_name(item) or is_only_a_name(item))


def _of_parts(cast: Sequence[Cast]) -> list[Cast]:
    """Those behind a part where the whole has its own: "17k, 10k at MP in 46:40, all 1:28:00"."""
    whole = [member.quantity.value for member in cast if member.role is Role.DISTANCE]
    times = [member for member in cast if member.role is Role.TIME]
    if len(whole) != 1 or len(times) < 2 or duration_over(times[-1].quantity, whole[0]) is None:
        return []
    behind = pairwise(cast)
    return [time for part, time in behind if time in times[:-1] and _is_of(part, time)]


def _is_of(part: Cast, time: Cast) -> bool:
    """Whether a distance that is only a part of the run stands before a time in its clause."""
    far = part.is_distance and part.role is Role.SPLIT
    return far and part.clause == time.clause
