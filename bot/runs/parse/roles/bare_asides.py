"""Tells numbers that only stand beside a run without a unit: "9 w 5@tempo", "14 w/ 2800 vert", "pancakes (6)"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.runs.parse.figures.quantities import CLOCKS, DURATIONS, NUMBERS, Item, Measure, is_clock
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, Lexeme

_WITH = any_of("including", "alongside")
_CLIMB = any_of("climb")
_AT = any_of("at")
_EFFORT = any_of("kinds", "effort", "pace_phrase", "pace_word")
_QUARTERS = frozenset((0, 15, 30, 45))
_REPEATS = any_of("kinds.intervals", "tags.hills")
_AND = any_of("and")
_LAST, _AVERAGE = any_of("last"), any_of("averaged")
_SAYS = any_of("reading")
_STOPS, _CALLED = any_of("gives_out"), any_of("fresh", "adjective") & ~any_of("article")
_RAN, _LAPS = any_of("run_past"), any_of("lap_each")
_KILOMETRE, _FOOT = 1000, 0.3048
_LEAST_CLIMB = 50
_PULSES = range(95, 206)


def settle_asides(items: Sequence[Item], cast: Sequence[Cast], unit: float) -> Sequence[Cast]:
    """The roles, where what a run had in it, how much it climbed and what else is counted are not runs of their own."""
    numbers = [member for member in cast if member.role is Role.OPEN]
    if not numbers or (len(numbers) == 1 and not numbers[0].place):
        return cast
    timed = any(member.role is Role.TIME for member in cast)
    settled: list[Cast] = []
    for member in cast:
        if member.role is Role.OPEN:
            role = _role_beside(items, member, numbers[0], timed=timed)
            in_feet = role is Role.CLIMB and unit > _KILOMETRE
            member = (_in_feet(member) if in_feet else member)._replace(role=role)
        settled.append(member)
    return settled


def _in_feet(climbed: Cast) -> Cast:
    """The climb of somebody who counts in miles, in metres."""
    quantity = replace(climbed.quantity, value=climbed.quantity.value * _FOOT)
    return climbed._replace(quantity=quantity)


def _role_beside(items: Sequence[Item], member: Cast, first: Cast, *, timed: bool) -> Role:
    """What a number is to the run told before it, or still open."""
    at = member.place
    if not at or member.quantity.measure is not Measure.NUMBER:
        return member.role
    if _is_climbed(items, member):
        return Role.CLIMB
    if (
        _is_of_stops(items, at)
        or _is_in_brackets(items, at)
        or _is_a_pulse(items, member, timed=timed)
    ):
        return Role.OTHER
    if first is not member and first.quantity.value >= member.quantity.value:
        return Role.OTHER if has_part_of_it(items, at) else member.role
    return member.role


def _is_climbed(items: Sequence[Item], member: Cast) -> bool:
    """Whether so much was climbed on the way: "w/ 2800 vert"."""
    at, climbed = member.place, member.quantity.value
    if climbed < _LEAST_CLIMB or not items[at - 1].labels & (_WITH | MARK):
        return False
    return bool(items[at + 1 : at + 2]) and items[at + 1].labels & _CLIMB != 0


def _is_in_brackets(items: Sequence[Item], at: int) -> bool:
    """Whether brackets behind a word say how many there were: "pancakes (6)"."""
    enclosed = items[at - 1].text == "(" and items[at + 1 : at + 2]
    if not enclosed or items[at + 1].text != ")" or at < 2:
        return False
    counted = items[at - 2]
    return isinstance(counted, Lexeme) and not counted.labels & MARK


def _is_of_stops(items: Sequence[Item], at: int) -> bool:
    """Whether it counts how often somebody stood still: "8 with two stops"."""
    behind = items[at + 1 : at + 2]
    return bool(behind) and behind[0].labels & _STOPS != 0


def _is_a_pulse(items: Sequence[Item], member: Cast, *, timed: bool) -> bool:
    """Whether it ends what a watch tells of a run: "8 | 46:20 | 151", "7.5 // 41:22 // 142 avg"."""
    at, behind = member.place, items[member.place + 1 : member.place + 3]
    if not timed or member.quantity.value not in _PULSES:
        return False
    if not items[at - 1].labels & (MARK | CLOCKS):
        return False
    behind = behind[1:] if behind and behind[0].labels & _AVERAGE else behind
    return not behind or behind[0].labels & MARK != 0


def has_part_of_it(items: Sequence[Item], at: int) -> bool:
    """Whether what stands at a place is the harder part of a run: "w 5@tempo", "incl 5 hills", "last 4 quick"."""
    lead = items[at - 1]
    if lead.labels & (_WITH | _AND) and items[at].labels & _REPEATS:
        return not items[at].labels & NUMBERS  # "6 + strides", "7 incl 5 hills"
    if not (lead.labels & (_WITH | _LAST) or lead.text == "(") or not items[at].labels & NUMBERS:
        return False
    behind = items[at + 1 : at + 3]
    if not behind:
        return False
    if behind[0].labels & _AT:
        return len(behind) == 2 and (behind[1].labels & _EFFORT != 0 or _is_a_pace(behind[1]))
    if not behind[0].labels & (_EFFORT | _REPEATS):
        return False
    return not lead.labels & _LAST or len(behind) == 1 or behind[1].labels & MARK != 0


def _is_a_pace(item: Item) -> bool:
    """Whether a clock is no hour at which something begins: "w 5 @ 7:38"."""
    return is_clock(item) and item.options[0] % 60 not in _QUARTERS


def is_called_one(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a spelled "one" is somebody, or what a run of some minutes is called: "the big one, 20 minutes"."""
    if member.quantity.value != 1 or not member.quantity.text.isalpha() or not member.place:
        return False
    if items[member.place - 1].labels & _SAYS:
        return True  # "lo dice uno con 4 punti sul polpaccio"
    if items[member.place - 1].labels & _RAN and any(item.labels & _LAPS for item in items):
        return True  # "two laps, ran one, walked one"
    timed = any(m.role is Role.TIME and m.quantity.labels & DURATIONS for m in cast)
    return timed and items[member.place - 1].labels & _CALLED != 0
