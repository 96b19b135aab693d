"""Settles the numbers that were told without a unit: minutes, a distance, or nothing of the run."""

from collections.abc import Sequence
from dataclasses import replace

from bot.runs.parse.drafts.counted_out import is_a_count
from bot.runs.parse.drafts.devices import are_readings
from bot.runs.parse.drafts.races_by_number import is_exact, is_race, is_race_of_a_time
from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import NUMBERS, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.roles.bare_asides import is_called_one, settle_asides
from bot.runs.parse.roles.bare_days import are_of_two_times, is_of_a_weekday, is_paced_on_a_day
from bot.runs.parse.roles.bare_minutes import is_minutes
from bot.runs.parse.roles.bare_runs import is_a_run
from bot.runs.parse.roles.bare_sessions import legs_of_a_session
from bot.runs.parse.roles.bare_tenths import is_told_in_tenths
from bot.runs.parse.roles.bare_times import is_for_its_time, with_time_alone
from bot.runs.parse.roles.behind import are_numbers_of_days
from bot.runs.parse.roles.called_by_day import (
    is_called_by_its_day,
    is_what_a_day_was,
)
from bot.runs.parse.roles.confirmed import is_confirmed
from bot.runs.parse.roles.day_by_day import goes_on_by_days
from bot.runs.parse.roles.further_runs import goes_on
from bot.runs.parse.roles.how_far import is_how_far, is_paced
from bot.runs.parse.roles.shared import are_numbers_with_and_without
from bot.runs.parse.stances.labelled import (
    is_called_a_distance,
    is_in_minutes,
    unit_of_label,
)
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import Lexeme

MILE = 1609.344
_UNITS, _NEARLY = (1000.0, MILE), 0.04
_READ = any_of("reading")
_PARTS, _KILOMETRE = 2, 1000
_LONGEST_JOG = 4
_LONGEST_SUM_KM = 60
_OF_MILES = {"known_number"}
_HALF = 13
"""From here on a number that is known is half a marathon or a whole one, whatever the unit."""

_SOUNDS_SO = (Role.DIFFERENCE, Role.PART)
_NOT, _HOW_HARD = any_of("negation"), any_of("effort", "run_word", "walk")
_FOR, _THE, _OF = any_of("race_lead"), any_of("determiner"), any_of("of")
_TOTAL, _PART = any_of("total"), any_of("part")


def settle_open(items: Sequence[Item], cast: Sequence[Cast], units: str | None) -> list[Cast]:
    """Turns each bare number into minutes, into a distance, or drops it."""
    unit = _unit_of_all(items, cast, units)
    cast = with_time_alone(items, settle_asides(items, cast, unit), unit)
    if unit and (legs := legs_of_a_session(items, cast)):
        return [
            (m._replace(role=Role.PART) if m.is_distance else _as_part(m, unit)) if m in legs else m
            for m in cast
            if m.role is not Role.OPEN or m in legs
        ]
    if parts := _minutes_of_the_whole(items, cast):
        cast = [member for member in cast if member not in parts]
    if unit and (parts := _parts_of_the_whole(cast)):
        cast = [member for member in cast if member not in parts]
    settled: list[Cast] = []
    listed = unit > 0 and (are_numbers_of_days(items, cast) or are_readings(items, cast))
    shared = unit > 0 and are_numbers_with_and_without(items, cast)
    twice = unit > 0 and are_of_two_times(items, cast)
    for member in cast:
        if member.role is Role.OPEN and not member.quantity.value:
            continue  # nobody runs 0 of anything
        of_a_day = unit > 0 and _goes_on_as_a_part(items, member, cast)
        if of_a_day or (twice and member.quantity.measure is Measure.NUMBER):
            settled.append(_as_distance(member, unit)._replace(role=Role.DISTANCE))
        elif member.role is not Role.OPEN:
            bare = unit and member.role is Role.PART and _is_a_bare_part(items, member, cast)
            settled.append(_as_part(member, unit) if bare else member)
        elif _is_read_of_a_run(items, member, cast):
            continue
        elif unit and _is_told_with_its_day(items, member, cast, unit):
            settled.append(_as_distance(member, unit))
        elif is_a_count(items, member.place) or is_called_one(items, member, cast):
            continue
        elif shared:
            settled.append(_as_part(member, unit))
        elif listed or _is_told_as_far(items, member, cast, unit):
            settled.append(_as_distance(member, unit))
        elif one := _settled(items, member, cast, unit, settled):
            settled.append(one)
    return settled


def _is_read_of_a_run(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a watch says nearly the same of a run that is told, in either unit: "10 miler, 16.2 on my watch"."""
    at, number = member.place, member.quantity.value
    beside = (*items[max(0, at - 1) : at], *items[at + 1 : at + 2])
    if not number or not any(item.labels & _READ for item in beside):
        return False
    told = [member for member in cast if member.role is Role.DISTANCE]
    far = [one.quantity.value for one in told if not _is_said_by_a_watch(items, one.place)]
    return any(abs(number * unit - metres) <= _NEARLY * metres for metres in far for unit in _UNITS)


def _is_said_by_a_watch(items: Sequence[Item], at: int) -> bool:
    return at > 0 and items[at - 1].labels & _READ != 0


def _parts_of_the_whole(cast: Sequence[Cast]) -> Sequence[Cast]:
    """The numbers that add up to the only distance, told before them: "10 miles, first 5 easy then 5 at MP"."""
    far = [member for member in cast if member.role is Role.DISTANCE]
    parts = [member for member in cast if member.role is Role.OPEN]
    if len(far) != 1 or len(parts) < _PARTS or far[0].quantity.unit < _KILOMETRE:
        return ()
    if len({member.quantity.value for member in cast if member.role is Role.DAY}) > 1:
        return ()
    whole = sum(part.quantity.value for part in parts) * far[0].quantity.unit
    added_up = abs(whole - far[0].quantity.value) < 1
    return parts if added_up and far[0].place < parts[0].place else ()


def _minutes_of_the_whole(items: Sequence[Item], cast: Sequence[Cast]) -> Sequence[Cast]:
    """The numbers that add up to the only time, each told how it was: "30 min done as 10 easy 10 hard 10 easy"."""
    times = [member for member in cast if member.role is Role.TIME]
    parts = [member for member in cast if member.role is Role.OPEN]
    if len(times) != 1 or len(parts) < _PARTS or any(member.is_distance for member in cast):
        return ()
    if sum(part.quantity.value for part in parts) * 60 != times[0].quantity.value:
        return ()
    behind = [items[part.place + 1 : part.place + 2] for part in parts]
    return parts if all(item and item[0].labels & _HOW_HARD for item in behind) else ()


def _settled(
    items: Sequence[Item], member: Cast, cast: Sequence[Cast], unit: float, before: Sequence[Cast]
) -> Cast | None:
    """A bare number as what the words around it make of it, or None; `before` are those settled so far."""
    named = unit_of_label(items, member.place) or _unit_of_its_point(items, member, cast)
    if named >= 1000:
        return _as_distance(member, named)
    exact = is_exact(member.quantity)
    if exact and is_race(items, member):
        return _as_distance(member, unit or 1000.0)
    if exact and is_a_run(items, member, cast):
        return _as_distance(member, unit)
    if is_in_minutes(items, member) or is_minutes(items, member, before):
        return member._replace(role=Role.TIME)
    if _is_part(items, member, cast):
        return _as_part(member, unit or 1000.0)
    if is_race(items, member) or is_race_of_a_time(items, member, cast):
        return _as_distance(member, unit or 1000.0)
    if _is_total(items, member):
        return _as_distance(member, unit)._replace(role=Role.TOTAL)
    far = (
        goes_on(items, member, before)
        or _is_timed_for_it(items, member)
        or is_how_far(items, member, cast)
        or is_a_run(items, member, cast)
        or is_told_in_tenths(items, member, cast)
    )
    return _as_distance(member, unit) if far else None


def _unit_of_its_point(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> float:
    """The unit of the whole that a point on the way is told of, where its time fits: "at km 4 of 6 (34:50)"; or 0."""
    at = member.place
    if at < _PARTS + 1 or not items[at - 1].labels & _OF or not items[at - 2].labels & NUMBERS:
        return 0.0
    unit = float(items[at - 3].meanings.get("distance_unit", 0.0))
    times = [one.quantity for one in cast if one.role is Role.TIME]
    metres = member.quantity.value * unit
    return unit if any(duration_over(time, metres) is not None for time in times) else 0.0


def _unit_of_all(items: Sequence[Item], cast: Sequence[Cast], units: str | None) -> float:
    """The unit of numbers without one: that of other distances, one that is named alone, or the author's."""
    told = [one for one in cast if not (units and one.role is Role.OTHER)]
    said = [one.quantity.unit for one in told if one.quantity.unit >= 1000]
    said += [
        item.meanings["distance_unit"]
        for at, item in enumerate(items)
        if isinstance(item, Lexeme)
        and item.meanings.get("distance_unit", 0.0) >= 1000
        and (len(item.text) > 1 or _is_meant_by_it(items, at))
        and not (at and items[at - 1].labels & _NOT)
    ]
    return said[0] if said else {"km": 1000.0, "mi": MILE}.get(units or "", 0.0)


def _is_meant_by_it(items: Sequence[Item], at: int) -> bool:
    """Whether a "k" is told from miles: "I ran the 18 too. K not miles"."""
    behind = items[at + 1 : at + 2]
    return bool(behind) and behind[0].labels & _NOT != 0


def _is_told_as_far(items: Sequence[Item], member: Cast, cast: Sequence[Cast], unit: float) -> bool:
    """Whether its label, its time and pace, or the days of a list say that it is a distance."""
    if is_called_a_distance(items, member) or is_confirmed(member, cast):
        return True
    if is_for_its_time(items, member, cast, unit):
        return True
    return goes_on_by_days(items, member, cast)


def _goes_on_as_a_part(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether its own day makes a run of what sounds like a part or as more: "today 5 more", "hoy 6 de soltura"."""
    if member.quantity.measure is not Measure.NUMBER:
        return False
    return member.role in _SOUNDS_SO and goes_on_by_days(items, member, cast)


def _is_told_with_its_day(
    items: Sequence[Item], member: Cast, cast: Sequence[Cast], unit: float
) -> bool:
    """Whether the day beside a number, and what is told of it, make it a run."""
    if member.place:
        named = is_called_by_its_day(items, member.place)
        return named or is_what_a_day_was(items, member.place)
    return is_of_a_weekday(items, 0) or is_paced_on_a_day(items, member, cast, unit)


def in_kilometres(cast: Sequence[Cast]) -> list[Cast]:
    """With 3.1 and 6.2 as what they say, where somebody counts in kilometres, and not as so many miles."""
    return [
        member._replace(quantity=replace(member.quantity, value=value * 1000, unit=1000.0))
        if member.quantity.meanings.keys() == _OF_MILES
        and (value := float(member.quantity.text.replace(",", "."))) < _HALF
        else member
        for member in cast
    ]


def _as_distance(member: Cast, unit: float) -> Cast:
    """The number as a distance in `unit` metres; in kilometres, still open, when that is 0."""
    value = member.quantity.value * (unit or 1000.0)
    quantity = replace(
        member.quantity, measure=Measure.DISTANCE, value=value, unit=unit, options=()
    )
    return member._replace(role=Role.DISTANCE, quantity=quantity)


def _as_part(member: Cast, unit: float) -> Cast:
    return _as_distance(member, unit)._replace(role=Role.PART)


def _is_part(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether it is the main part between others that have their unit: "2 miles warm up, 4 at tempo"."""
    behind = items[member.place + 1 : member.place + 2]
    if not behind or behind[0].meanings.keys().isdisjoint(("at", "of_it", "kinds")):
        return False
    parts = [one for one in cast if one.role is Role.PART and one.quantity.unit >= 1000]
    return bool(parts) and member.quantity.value <= _LONGEST_SUM_KM


def _is_a_bare_part(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a warm-up is told in the unit of another part: "W/U 1, 4M @ 7s, C/D 1", "2 mile w/u, 5 tempo, 2 c/d"."""
    if member.quantity.measure is not Measure.NUMBER or member.quantity.value > _LONGEST_JOG:
        return False
    return any(
        one.role is Role.REPS
        or (one.role is Role.PART and one.quantity.unit >= _KILOMETRE)
        or (one.role in (Role.DISTANCE, Role.OPEN) and is_paced(items, one.place, cast))
        for one in cast
    )


def _is_timed_for_it(items: Sequence[Item], member: Cast) -> bool:
    """Whether a time is told for the way that a number with a point is: "the lake, 19:30 for the 3.8"."""
    before = items[max(0, member.place - 3) : member.place]
    if len(before) < 3 or "." not in member.quantity.text:
        return False
    time, lead, the = before
    if not (lead.labels & _FOR and the.labels & _THE and isinstance(time, Quantity)):
        return False
    timed = time.measure is Measure.CLOCK
    return timed and duration_over(time, member.quantity.value * 1000) is not None


def _is_total(items: Sequence[Item], member: Cast) -> bool:
    """Whether it is the whole of parts or repeats: "4x1k, 6.5 total", "race 6.3 plus warm up = 10.9"."""
    at = member.place
    told = any(item.labels & _TOTAL for item in items[at + 1 : at + 2])
    if not told and at and items[at - 1].labels & _TOTAL:
        told = any(item.labels & _PART for item in items[:at])
    return told and member.quantity.value <= _LONGEST_SUM_KM
