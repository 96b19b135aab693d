"""Tells whether figures are entries of a list that holds no run of the author's: results, a form."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import CLOCKS, NUMBERS, Quantity, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.stances.beside import tells_mine
from bot.runs.parse.stances.labelled import is_a_summary
from bot.runs.parse.stances.people import is_known_name, is_name
from bot.runs.parse.words.labels import any_of

LISTED = any_of("of_a_form", "ordinal", "split_first", "category", "bunch", "month", "sessions")
"""Labels without any of which nothing is a list of what others ran, nor a form."""

_OF_A_FORM = any_of("of_a_form")
_PLACE = any_of("ordinal", "split_first")
_BUNCH, _CATEGORY, _SELF = any_of("bunch"), any_of("category"), any_of("self")
_MONTH, _RUNS = any_of("month"), any_of("sessions")
_NEAR = 4


def listed(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about what may only be listed, or None."""
    if _fills_in_a_form(post):
        return "announcement"
    if _is_of_a_team(post):
        return "other_person"
    if drafts[0].duration is None and sum(map(_is_of_a_month, post.clauses)) > 1:
        return "plan"
    if post.told & _RUNS and any(map(_counts_runs, post.clauses)):
        return "total"
    if post.told & _SELF:
        return None
    placed = sum(_is_placed(post, at) for at in range(len(post.clauses)))
    if placed > 1 or any(map(_is_of_a_category, post.clauses)):
        return "other_person"
    return None


def _counts_runs(clause: Clause) -> bool:
    """Whether a line of a summary says that there were several runs: "Runs: 4"."""
    if clause.closed_by != ":" or clause.end - clause.start > 1:
        return False
    count = clause.items[clause.end + 1 : clause.end + 2]
    several = any(
        isinstance(one, Quantity) and one.labels & NUMBERS and one.value > 1 for one in count
    )
    return clause.labels & _RUNS != 0 and several


def _is_of_a_month(clause: Clause) -> bool:
    """Whether a month leads to a distance, as in a calendar: "March half", "May 10 miler"."""
    month, *behind = clause.items[clause.start : clause.start + 2]
    return bool(behind and month.labels & _MONTH and is_distance(behind[0]))


def _fills_in_a_form(post: Post) -> bool:
    """Whether a line is labelled as no run's summary has it: "Driver: Ahmed"."""
    if not post.told & _OF_A_FORM or is_a_summary(post.clauses):
        return False
    return any(
        clause.closed_by == ":" and clause.items[clause.start].labels & _OF_A_FORM
        for clause in post.clauses
    )


def _is_of_a_team(post: Post) -> bool:
    """Whether a team heads several times: "Our over 60s team: 28:10, 29:45, 31:02 for the 5 miles"."""
    head = post.clauses[0]
    if (
        head.closed_by != ":"
        or not head.items[head.end - 1].labels & _BUNCH
        or post.tells("subject")
        or any(map(tells_mine, post.clauses))
    ):
        return False
    return sum(clause.labels & CLOCKS != 0 for clause in post.clauses[1:]) > 1


def _is_placed(post: Post, number: int) -> bool:
    """Whether a line begins with a place and a name: "2nd: Raj", "1st Tom"."""
    clause = post.clauses[number]
    first = clause.items[clause.start]
    if not clause.opening or not first.labels & _PLACE:
        return False
    at = clause.start + 1
    if at == clause.end:
        if clause.closed_by not in (":", ",") or number + 1 == len(post.clauses):
            return False
        at = post.clauses[number + 1].start
    return is_name(clause.items[at])


def _is_of_a_category(clause: Clause) -> bool:
    """Whether it begins with who of a race, and their time: "ladies 36:40", "first lady 19:02"."""
    items = clause.items[clause.start : min(clause.end, clause.start + _NEAR)]
    if not items[0].labels & _CATEGORY or any(is_known_name(item) for item in items):
        return False
    return any(isinstance(item, Quantity) and item.labels & CLOCKS for item in items[1:])
