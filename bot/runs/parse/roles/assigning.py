"""Gives each quantity its role: the run's distance, its time, its pace, a split, a rest, or none."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import CLOCKS, DISTANCES, TIMES, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.distance_roles import role_of_distance
from bot.runs.parse.roles.in_a_word import as_said_in_a_word
from bot.runs.parse.roles.its_time import with_its_time
from bot.runs.parse.roles.legs import as_legs
from bot.runs.parse.roles.outcome import as_it_came_to
from bot.runs.parse.roles.several_times import but_of_others, settle_times
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.roles.time_roles import (
    role_of_clock,
    role_of_duration,
    role_of_number,
    role_of_pace,
    role_of_speed,
)
from bot.runs.parse.stances.cut_short import as_far_as_it_went
from bot.runs.parse.words.labels import any_of

_new = tuple.__new__  # each figure of each post is cast, and `Cast(...)` takes twice as long
_FIRST_HALF = any_of("bare_half", "split_lead")
_OF_LEGS = any_of("effort", "way_back", "alone")
_RAN, _ME = any_of("run_past"), any_of("self")
_IN, _IN_OR_AT = any_of("in_time"), any_of("in_time", "at")
_OF_A_TIME = {Role.TIME, Role.SPLIT}
_LONG_ENOUGH = 5000
_ELITE = 200
"""Seconds per kilometre at which a time behind a distance may be that of its first half."""

_WISHED = any_of("unmet", "coached")
_UNMET, _ELAPSED = any_of("unmet"), any_of("elapsed")
_ROLES_IN = OWN | {Stance.SUM, Stance.WALK}


def assign(
    items: Sequence[Item], clauses: Sequence[Clause], stances: Sequence[Stance]
) -> list[Cast]:
    """Every quantity of the post with its role, in order."""
    told = distances = 0
    for clause in clauses:
        told |= clause.labels
        for quantity in clause.measured_items:
            distances += quantity.measure is Measure.DISTANCE
    cast: list[Cast] = []
    for number, clause in enumerate(clauses):
        stance = stances[number]
        for order, item in enumerate(clause.measured_items):
            at = clause.measured_at[order]
            if item.measure is Measure.DAY:
                role = Role.DAY
            elif stance not in _ROLES_IN:
                role = Role.DENIED
            elif _negative(items, at, item):
                role = Role.OTHER
            else:
                role = _BY_MEASURE[item.measure](View(items, at, clause, item, distances, told))
            if item.labels & TIMES:
                item.led = _is_led(items, at)
            cast.append(_new(Cast, (item, role, at, number, stance)))
    if len(cast) == 1 and told & _RAN:
        cast = as_said_in_a_word(items, clauses, cast)
    if told & _WISHED:
        cast = as_it_came_to(items, clauses, cast)
    if told & TIMES and told & DISTANCES:
        cast = with_its_time(items, clauses, cast)
    if told & _UNMET:
        cast = as_far_as_it_went(items, clauses, stances, cast)
    if told & _ELAPSED:
        cast = _by_the_whole_clock(items, cast)
    if len(cast) < 3 and not told & _OF_LEGS:
        return but_of_others(items, cast) if told & _ME and told & CLOCKS else cast
    cast = settle_times(items, cast)
    return _as_one_time(items, _quiet_splits(as_legs(items, clauses, cast)))


def _by_the_whole_clock(items: Sequence[Item], cast: list[Cast]) -> list[Cast]:
    """The elapsed time as that of the run, where a distance and no other time is told: "Elapsed time 31:00"."""
    clocks = [at for at, member in enumerate(cast) if member.quantity.labels & TIMES]
    far = [m for m in cast if m.role is Role.DISTANCE]
    if len(clocks) != 1 or len(far) != 1 or cast[clocks[0]].role is not Role.OTHER:
        return cast
    at = clocks[0]
    led = cast[at].place and items[cast[at].place - 1].labels & _ELAPSED
    return [*cast[:at], cast[at]._replace(role=Role.TIME), *cast[at + 1 :]] if led else cast


def _is_led(items: Sequence[Item], at: int) -> bool:
    """Whether an "in" before it makes a time of what might be a pace.

    A word that may lead to a pace as well ("på") leaves it to what fits.
    """
    return at > 0 and items[at - 1].labels & _IN_OR_AT == _IN


def _negative(items: Sequence[Item], at: int, quantity: Quantity) -> bool:
    """Whether a minus is glued to the number."""
    if quantity.spaced or not at:
        return False
    before = items[at - 1]
    return before.text == "-" and before.spaced


def _always(role: Role) -> Callable[[View], Role]:
    return lambda _: role


_BY_MEASURE: dict[Measure, Callable[[View], Role]] = {
    Measure.DISTANCE: role_of_distance,
    Measure.DURATION: role_of_duration,
    Measure.CLOCK: role_of_clock,
    Measure.PACE: role_of_pace,
    Measure.SPEED: role_of_speed,
    Measure.NUMBER: role_of_number,
    Measure.REPS: _always(Role.REPS),
    Measure.OTHER: _always(Role.OTHER),
}


def _is_sum(clocks: Sequence[Quantity]) -> bool:
    """Whether the first of some times is the whole of the others: 49:44, 25:10, 24:34."""
    first, *others = (clock.options[0] for clock in clocks)
    return abs(first - sum(others)) <= 5


def _is_whole(clocks: Sequence[Quantity]) -> bool:
    """Whether the last of some times is longer than all before it, as after the splits: 6:50, 6:48, 6:45, 21:07."""
    *splits, last = (clock.options[0] for clock in clocks)
    return last > sum(splits)


def _as_one_time(items: Sequence[Item], cast: list[Cast]) -> list[Cast]:
    """Two halves of a time told behind their distance, as their sum: "10k 26:00 24:00"."""
    for at in range(len(cast) - 2):
        far, first, second = cast[at : at + 3]
        if far.role is not Role.DISTANCE:
            continue
        halved = items[first.place - 1].labels & _FIRST_HALF == _FIRST_HALF
        if _are_halves(far.quantity, first, second, told=halved):
            seconds = first.quantity.options[0] + second.quantity.options[0]
            whole = replace(first.quantity, value=seconds, options=(seconds,))
            told = [
                first._replace(quantity=whole, role=Role.TIME),
                second._replace(role=Role.SPLIT),
            ]
            return [*cast[: at + 1], *told, *cast[at + 3 :]]
    return cast


def _are_halves(far: Quantity, first: Cast, second: Cast, *, told: bool) -> bool:
    """Whether two clocks are much alike, the first too fast for the whole of what hardly anybody runs.

    Where the first is `told` to be that of the first half, any pace will do.
    """
    if not {first.role, second.role} <= _OF_A_TIME or far.value < _LONG_ENOUGH:
        return False
    clocks = (first.quantity.options, second.quantity.options)
    if any(len(options) != 2 for options in clocks) or second.place - first.place > 2 + 2 * told:
        return False
    one, other = clocks[0][0], clocks[1][0]
    alike = abs(one - other) < (0.3 if told else 0.12) * one
    return alike and (told or one * 1000 < _ELITE * far.value <= 2 * one * 1000)


def _in_a_row(member: Cast, cast: Sequence[Cast], at: int) -> bool:
    """Whether it is a clock, or a bare number right behind or before another: "82 82 83 84"."""
    if member.role is Role.TIME:
        return len(member.quantity.options) == 2
    if member.role is not Role.OPEN or not any(one.role is Role.REPS for one in cast):
        return False
    beside = [one.place for one in cast[max(0, at - 1) : at + 2] if one.role is Role.OPEN]
    return len(beside) > 1 and beside[-1] - beside[0] < 5


def _is_of_a_distance(cast: Sequence[Cast], at: int) -> bool:
    """Whether a clock is the time of the distance told before it: "3000m, 12:50. Laps 1:40 1:43 1:45"."""
    far = [m.quantity.value for m in cast[:at] if m.role is Role.DISTANCE]
    return len(far) == 1 and duration_over(cast[at].quantity, far[0]) is not None


def _quiet_splits(cast: list[Cast]) -> list[Cast]:
    """Three clocks (24:30) in a row, with nothing else measured between them, are splits."""
    if len(cast) < 3:
        return cast
    result = list(cast)
    row: list[int] = []
    for at, member in enumerate([*cast, None]):
        if member is not None and _in_a_row(member, cast, at):
            row.append(at)
            continue
        if len(row) >= 3:
            clocks = [cast[place].quantity for place in row if cast[place].role is Role.TIME]
            if len(clocks) < len(row):
                pass
            elif _is_sum(clocks) or (_is_whole(clocks[::-1]) and _is_of_a_distance(cast, row[0])):
                row = row[1:]
            elif _is_sum(clocks[::-1]) or _is_whole(clocks):
                row = row[:-1]
            for place in row:
                result[place] = cast[place]._replace(role=Role.SPLIT)
        row = []
    return result
