"""Tells what was done in place of a run: "bike instead of a run", "walked 5k instead of an easy run"."""

from bot.runs.parse.figures.quantities import DAYS, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

IN_PLACE = any_of("in_place_of_a_run", "instead_of")
"""Labels without any of which nothing was done in place of a run."""

_AT_ONCE, _INSTEAD = any_of("in_place_of_a_run"), any_of("instead_of")
_OTHERWISE, _WHEN = any_of("sport", "walk", "moved_by"), DAYS | any_of("article", "times")
_A_RUN = any_of("run_noun")
_WHICH = any_of("article", "determiner", "self", "kinds", "weekday", "about", "adjective", "tags")
_WORDS_OF_A_RUN = 4


def is_done_in_its_place(clause: Clause) -> bool:
    """Whether it opens with what was done in place of a run: "bike instead of a run", "hike, not run"."""
    at = _place_of_a_run_left_out(clause)
    if at == clause.end or clause.has("run_past", "called_off"):
        return False
    opens = [item for item in clause.items[clause.start : at] if not item.labels & _WHEN][:2]
    return any(item.labels & _OTHERWISE for item in opens)


def leaves_out_a_run(clause: Clause) -> bool:
    """Whether it says that something was done instead of a run."""
    return _place_of_a_run_left_out(clause) < clause.end


def _place_of_a_run_left_out(clause: Clause) -> int:
    """Where "instead of a run", "instead of my easy run" begins, or the end of the clause."""
    for at in range(clause.start, clause.end):
        labels = clause.items[at].labels
        if labels & _AT_ONCE:
            return at
        if labels & _INSTEAD and _leads_to_a_run(clause, at + 1):
            return at
    return clause.end


def _leads_to_a_run(clause: Clause, at: int) -> bool:
    """Whether a run without a figure comes next, and only words that say which one before it."""
    for item in clause.items[at : min(at + _WORDS_OF_A_RUN, clause.end)]:
        if isinstance(item, Quantity):
            return False
        if item.labels & _A_RUN:
            return True
        if not item.labels & _WHICH:
            return False
    return False
