"""Lets a line that stands alone above others say what these are: "PBs", "Race predictor", "November so far"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, TIMES, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.beside import tells_mine
from bot.runs.parse.stances.labelled import describes_a_route
from bot.runs.parse.words.labels import Labels, any_of

_HEADED = frozenset(
    {
        Stance.BEST,
        Stance.PLAN,
        Stance.GOAL,
        Stance.HYPOTHETICAL,
        Stance.SUM,
        Stance.PAST,
        Stance.TOTAL,
        Stance.OTHER_SPORT,
    }
)
"""Stances of a headline that a table may stand under."""

_LIST_HEAD = any_of("list_head")
_PLANNED = any_of("plan_head")
_SUM_UP, _FOR_A_DAY = any_of("sum_up"), DAYS | any_of("weekday", "day", "times")
_OF_A_ROUTE, _PERSON = any_of("of_a_route"), any_of("person")
HEADS = _LIST_HEAD | _PERSON
"""What a first line may say of all others."""

OF_MANY = _OF_A_ROUTE | _PLANNED
"""What another line may say of all others."""

_DATING = any_of("past", "filler", "about", "recalls", "place_from")
_LONGEST = 4
_FEWEST_ROWS = 2
_ENDS = frozenset(("\n", ":"))
_WHO = any_of("person", "determiner")
_OWN_DOING = any_of("run_past", "strong_did", "subject", "pb_now")
_TOLD = any_of("run_past", "strong_did", "day", "weekday", "pb_now") | DAYS
_SPORT, _RUN = any_of("sport"), any_of("run_past", "run_word", "kinds")
_OF_ONE_RUN = _TOLD | any_of("run_noun", "kinds")


def under_its_head(clauses: Sequence[Clause], own: list[Stance], told: Labels) -> list[Stance]:
    """The stances as the first or the last line has them, where it says what the others are; `told` are all labels."""
    head = clauses[0]
    if head.labels & _LIST_HEAD and _heads_a_list(head):
        return _under_list(clauses, own)
    if own[0] is Stance.PAST and head.closed_by in _ENDS and _is_a_memory(head):
        return [Stance.PAST if stance in OWN else stance for stance in own]
    if own[0] in _HEADED and head.closed_by == "\n":
        return _under_headline(clauses, own)
    if told & _OF_A_ROUTE and describes_a_route(clauses):
        return [Stance.ANNOUNCEMENT if stance in OWN else stance for stance in own]
    if told & _PLANNED:
        own = _ends_as_a_plan(clauses, own)
    return _under_person(clauses, own) if head.labels & _PERSON else own


def _is_a_memory(head: Clause) -> bool:
    """Whether a line only says how long ago what stands under it was: "On this day 3 years ago", "memory from 2020"."""
    items = head.items[head.start : head.end]
    said = all(isinstance(item, Quantity) or item.labels & _DATING for item in items)
    return said and not head.labels & DISTANCES


def _heads_a_list(clause: Clause) -> bool:
    """Whether it is a short line that calls what follows a list: "Start list 10k", "Cut-offs:"."""
    if clause.closed_by not in _ENDS or clause.end - clause.start > _LONGEST:
        return False
    return clause.labels & _LIST_HEAD != 0 and not clause.labels & (_TOLD | TIMES)


def _under_list(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, none of a run for the rows under such a line: "Programme", "Start list", "Pace chart"."""
    rows = [one for one in clauses[1:] if one.labels & (DISTANCES | TIMES)]
    own_doing = any(one.labels & _OWN_DOING or tells_mine(one) for one in clauses[1:])
    if len(rows) < _FEWEST_ROWS or own_doing:
        return own
    return [Stance.STATEMENT] * len(own)


def _under_person(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, those of somebody's run where only who it was stands above the figures: "My sister"."""
    head = clauses[0]
    told = any(one.labels & _OWN_DOING for one in clauses[1:])
    if told or head.closed_by != "\n" or not OWN.issuperset(own):
        return own
    items = head.items[head.start : head.end]
    return [Stance.OTHER_PERSON] * len(own) if all(i.labels & _WHO for i in items) else own


def _under_headline(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, that of a headline for all lines under it which tell no run by themselves."""
    if own[0] is Stance.OTHER_SPORT:
        return [own[0]] * len(own) if _names_a_sport(clauses, own) else own
    if not _is_a_headline(clauses[0]):
        return own
    if own[0] is Stance.TOTAL:
        return [Stance.TOTAL if stance in OWN else stance for stance in own]
    if not OWN.issuperset(own[1:]):
        return own
    rows = [one for one in clauses[1:] if one.labels & DISTANCES and one.labels & TIMES]
    if own[0] is Stance.SUM:
        return (
            own if rows else [own[0]] * len(own)
        )  # not "This week", and a line for each of its runs
    of_all = len(rows) > 1 and not any(one.labels & _TOLD for one in rows)
    return [own[0]] * len(own) if of_all else own


def _ends_as_a_plan(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, a plan's where the post ends by calling it so: "8 km, that is what the plan has for Thursday"."""
    last = clauses[-1]
    called = last.items[last.start].labels & _SUM_UP and last.labels & _PLANNED
    if not called or last.labels & _OWN_DOING or not last.labels & _FOR_A_DAY:
        return own
    return [Stance.PLAN if stance in OWN else stance for stance in own]


def _names_a_sport(clauses: Sequence[Clause], own: Sequence[Stance]) -> bool:
    """Whether a line of its own says what sport all lines under it are of: "Swim", "Bike"."""
    head = clauses[0]
    if head.closed_by != "\n" or not OWN.issuperset(own[1:]):
        return False
    named = all(item.labels & _SPORT for item in head.items[head.start : head.end])
    return named and not any(one.labels & _RUN for one in clauses[1:])


def _is_a_headline(clause: Clause) -> bool:
    """Whether it is a short line without any figure, that speaks of no single run."""
    if clause.closed_by != "\n" or clause.end - clause.start > _LONGEST:
        return False
    return not (clause.measured_items or clause.labels & _OF_ONE_RUN)
