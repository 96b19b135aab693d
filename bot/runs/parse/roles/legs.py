"""Finds the distances that are legs of one run: "3k easy, 3k hard", "2k jog, 5k tempo, 2k home", "4k out, 4k back"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import MEASURED, Item, Measure
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.roles.shared import are_with_and_without
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK

_EFFORT = any_of("effort")
_OUT, _BACK = any_of("way_out"), any_of("way_back", "back_in")
_NAMED = any_of("named")
_OUTSIDE, _ALONG = any_of("outdoors"), any_of("way_along", "ground_lead")
_DESCRIBED = any_of("it_is", "there_is", "copula")
_ASIDE, _AND = any_of("before_after"), any_of("and")
_OTHERS = any_of("person", "owner", "crowd")
_HOURS = [any_of(f"times.{time}") for time in ("morning", "midday", "evening", "night")]
_JOGGED = any_of("part", "kinds.easy", "kinds.recovery", "way_back", "there", "updown")
_MADE_UP_OF = any_of("made_up_of")
_CALLED_TWO = any_of("several_runs")
_THERE = any_of("into", "way_out", "way", "updown", "split_pace")
_SESSION = any_of("kinds.intervals", "kinds.tempo", "prescribed")
_JOGGING = any_of("kinds.easy", "part")
_ENDS = MARK | joined(MEASURED.values())
_LEGS = frozenset({Role.DISTANCE, Role.PART, Role.SPLIT, Role.REPS, Role.OPEN})
_STRETCHES = frozenset({Role.DISTANCE, Role.SPLIT})
_HEADING = frozenset((":", "("))
_FEWEST, _PAIR = 3, 2
_NEAR = 3
_WHOLE = 0.9
"""Of what the other distances make together, from which one of them is rather the whole."""


def as_legs(items: Sequence[Item], clauses: Sequence[Clause], cast: list[Cast]) -> list[Cast]:
    """The roles with the distances that are legs of one run as its parts."""
    if sum(member.role is Role.DAY for member in cast) > 1 or _are_apart(clauses):
        return cast
    if wrapped := _run_in_and_out(items, clauses, cast):
        return wrapped
    told = [member for member in cast if member.role is Role.DISTANCE]
    legs = _between_jogs(items, clauses, cast) or _taken_apart(items, cast)
    if (
        not legs
        and len(told) > 1
        and (_told_by_legs(items, clauses, told) or _is_wrapped(items, told))
    ):
        legs = told
    if not legs:
        return cast
    return [m._replace(role=Role.PART) if m in legs else m for m in cast]


def _are_apart(clauses: Sequence[Clause]) -> bool:
    """Whether several times of the day tell runs apart, or they are called two: "5k hard before work, 3k easy after".

    "Twice out today: 4k with the dog, 7k without" are two as well.
    """
    told = joined(clause.labels for clause in clauses)
    return told & _CALLED_TWO != 0 or sum(told & hour != 0 for hour in _HOURS) > 1


def _run_in_and_out(
    items: Sequence[Item], clauses: Sequence[Clause], cast: list[Cast]
) -> list[Cast]:
    """The roles where one runs in and out, as up and down: "2 km in, 6 km at tempo, 2 km out"."""
    far = [m for m in cast if m.is_distance]
    if len(far) < _FEWEST or far[0].role is not Role.POINT:
        return []
    last = far[-1].place + 1
    ends = last + 1 == clauses[far[-1].clause].end and items[last].labels & _OUT
    if not ends or len({clauses[member.clause].sentence for member in far}) > 1:
        return []
    named = [m for m in far if m.quantity.labels & _NAMED]
    return [
        m._replace(role=Role.OTHER if m in named else Role.PART) if m in far else m for m in cast
    ]


def _between_jogs(
    items: Sequence[Item], clauses: Sequence[Clause], cast: Sequence[Cast]
) -> list[Cast]:
    """The distances of a run that begins and ends with a jog: "2k jog, then 5 at race effort, 2k back"."""
    legs = [member for member in cast if member.role in _LEGS and _may_be_a_leg(member)]
    if len(legs) < _FEWEST or any(member.role is Role.TOTAL for member in cast):
        return []
    if len({clauses[member.clause].sentence for member in legs}) > 1:
        return []
    jogged = _is_jogged(items, legs[0]) or _leads_to_a_session(items, legs)
    if not jogged or not _is_jogged(items, legs[-1]):
        return []
    far = [member.quantity.value for member in legs if _is_far(member)]
    if not _is_far(legs[0]) or (len(far) == len(legs) and far[0] >= _WHOLE * sum(far[1:])):
        return []
    return [m for m in legs if m.role is not Role.REPS and _is_far(m)]


def _leads_to_a_session(items: Sequence[Item], legs: Sequence[Cast]) -> bool:
    """Whether the way to a session opens it: "2k up to the woods, 4k worth of reps, 2k back"."""
    way = items[legs[0].place + 1 : legs[0].place + 2]
    if not way or not way[0].labels & _THERE:
        return False
    at = legs[1].place + 1
    return legs[1].role is Role.REPS or any(
        item.labels & _SESSION for item in items[at : at + _NEAR]
    )


def _is_far(member: Cast) -> bool:
    return member.quantity.measure in (Measure.DISTANCE, Measure.REPS)


def _may_be_a_leg(member: Cast) -> bool:
    """Whether it is a distance, or a number that goes on in the unit of one: "2k jog, 5 at race effort"."""
    return _is_far(member) or member.role is Role.OPEN


def _is_jogged(items: Sequence[Item], member: Cast) -> bool:
    """Whether words of a jog stand right before or behind a distance: "jogged 2k to the track", "3k there"."""
    at = member.place
    if member.quantity.labels & _JOGGING:  # "2 easy k"
        return True
    if at and items[at - 1].labels & _JOGGING:
        return True
    for item in items[at + 1 : at + 1 + _NEAR]:
        if item.labels & _ENDS:
            return False
        if item.labels & _JOGGED:
            return True
    return False


def _told_by_legs(items: Sequence[Item], clauses: Sequence[Clause], told: Sequence[Cast]) -> bool:
    """Whether distances are told each with its effort, out and back, or with a plus between them."""
    behind = [items[member.place + 1] if member.place + 1 < len(items) else None for member in told]
    efforts = {item.text for item in behind if item is not None and item.labels & _EFFORT}
    before = [items[member.place - 1] if member.place else None for member in told]
    if _is_out_and_back(told, behind) or _is_out_and_back(told, before):
        return True
    if len({clauses[member.clause].sentence for member in told}) > 1:
        return False
    each = len(efforts) > 1 and all(item and item.labels & _EFFORT for item in behind)
    if each or _is_added_up(items, told):
        return True
    return leads_there_and_back(items, told) or are_with_and_without(items, told)


def _taken_apart(items: Sequence[Item], cast: Sequence[Cast]) -> list[Cast]:
    """A whole with the distances behind it that make it up: "12k this morning: 4k easy, 4k tempo, 4k easy"."""
    told = [m for m in cast if m.role in _STRETCHES and m.is_distance]
    if len(told) < _FEWEST or told[0].role is not Role.DISTANCE:
        return []
    whole, *others = [member.quantity.value for member in told]
    if abs(sum(others) - whole) > (1 - _WHOLE) * whole:
        return []
    between = items[told[0].place + 1 : told[1].place]
    heads = any(item.text in _HEADING or item.labels & _MADE_UP_OF for item in between)
    return told if heads else []


def _is_added_up(items: Sequence[Item], told: Sequence[Cast]) -> bool:
    """Whether three or more distances stand with a plus before each but the first: "3k + 5k + 2k"."""
    return len(told) > 2 and all(items[member.place - 1].text == "+" for member in told[1:])


def leads_there_and_back(items: Sequence[Item], told: Sequence[Cast]) -> bool:
    """Whether ways lead to some place outside, along it and back: "2k down to the river, 4k along it, 2k back up".

    A way to work or to the gym and the way home are two runs; "it's 2k down to the river" only says where it is.
    """
    if told[0].place and items[told[0].place - 1].labels & _DESCRIBED:
        return False
    ways = [items[member.place + 1 : member.place + 1 + _NEAR] for member in told]
    if not all(ways) or not ways[-1][0].labels & _BACK or not ways[0][0].labels & _THERE:
        return False
    led_out = len(told) > _PAIR and ways[0][0].labels & _OUT != 0
    outside = led_out or any(item.labels & _OUTSIDE for item in ways[0][1:])
    return outside and all(joined([i.labels for i in way[:2]]) & _ALONG for way in ways[1:-1])


def _is_wrapped(items: Sequence[Item], told: Sequence[Cast]) -> bool:
    """Whether a run is told with what came before and after it: "10k race plus 1k before and 1k after"."""
    if len(told) != _FEWEST or told[0].quantity.value < max(m.quantity.value for m in told):
        return False
    if any(item.labels & _OTHERS for item in items[told[0].place : told[-1].place]):
        return False
    return all(_is_before_or_after(items, member.place + 1) for member in told[1:])


def _is_before_or_after(items: Sequence[Item], at: int) -> bool:
    """Whether a "before" or "after" stands there alone, and not "before work"."""
    if at >= len(items) or not items[at].labels & _ASIDE:
        return False
    return at + 1 == len(items) or items[at + 1].labels & (MARK | _AND) != 0


def _is_out_and_back(told: Sequence[Cast], beside: Sequence[Item | None]) -> bool:
    """Whether two distances are the ways of one run: "4k out, 4k back", "out 6k back 6k"."""
    out, back = beside[0], beside[-1]
    if len(told) != 2 or not out or not back:
        return False
    return bool(out.labels & _OUT) and bool(back.labels & _BACK)
