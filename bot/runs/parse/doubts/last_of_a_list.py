"""Tells a figure of the author's that ends a list of others' but was not run: seed times, guesses, laps in a kart."""

from collections.abc import Sequence

from bot.runs.parse.doubts.naming import is_who
from bot.runs.parse.figures.quantities import DAYS, Item, Quantity, is_day
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.people import is_name, is_only_a_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

ENDS_A_LIST = any_of("object_self")
"""Labels without any of which no list of others ends in the author."""

_ME, _OWNER = ENDS_A_LIST, any_of("owner", "guess.owner")
_VERB = any_of("guess.past", "guess.verb")
_EVENT = any_of("named", "kinds", "run_word", "run_past", "pb", "distance_unit")
_PLAIN = MARK | DAYS | any_of("list_head", "times", "weekday", "moods", "determiner", "article")
_BEFORE, _WHOM = any_of("before_after"), UNKNOWN | any_of("person")
_NO_RUN = any_of("pastime", "sport")
_ELSE = frozenset(
    {Stance.OTHER_SPORT, Stance.TRAVEL, Stance.WALK, Stance.PAST, Stance.HYPOTHETICAL, Stance.GOAL}
)


def ends_a_list_of_no_runs(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether "me" and one figure end a list of others' that what stands around it says were not run."""
    draft = drafts[0]
    if draft.distance is not None and draft.duration is not None:
        return False  # "Parkrun results: mum 33:10, me 25:02"
    at = draft.clauses[0]
    mine = post.clauses[at]
    if not mine.items[mine.start].labels & _ME:
        return False
    first = at
    while first and _is_an_entry(post.clauses[first - 1]):
        first -= 1
    entries = post.clauses[first:at]
    if not entries:
        return False
    return (
        (first > 0 and _is_another_heading(post.clauses[first - 1]))
        or any(map(_is_no_result, entries))
        or _goes_on_otherwise(post, at, draft.last)
    )


def _is_an_entry(clause: Clause) -> bool:
    """Whether it opens with somebody and tells a figure: "Kate 45:00", "Ian's 43:30"."""
    who = clause.items[clause.start]
    named = is_who(who) or is_name(who) or is_only_a_name(who) or who.labels & _OWNER
    return bool(named) and any(map(_is_a_figure, clause.items[clause.start + 1 : clause.end]))


def _is_a_figure(item: Item) -> bool:
    return isinstance(item, Quantity) and not is_day(item)


def _is_another_heading(head: Clause) -> bool:
    """Whether what heads the list names neither a run nor merely a day: "Seed times:", but not "Sunday's results:"."""
    if head.closed_by != ":" or head.labels & _EVENT:
        return False
    return not all(item.labels & _PLAIN for item in head.items[head.start : head.end])


def _is_no_result(entry: Clause) -> bool:
    """Whether a verb that is none of running leads to somebody's figure: "Jo guessed 24:10"."""
    return any(
        item.labels & UNKNOWN and item.labels & _VERB
        for item in entry.items[entry.start + 1 : entry.end]
    )


def _goes_on_otherwise(post: Post, at: int, last: int) -> bool:
    """Whether what follows is of a time before somebody, of another sport, a plan, or of one more who did it."""
    behind = post.items[last + 1 : last + 4]
    behind = behind[1:] if behind and behind[0].labels & MARK else behind
    if len(behind) > 1 and behind[0].labels & _BEFORE and behind[1].labels & _WHOM:
        return True  # "me 28:28 before baby"
    for clause, stance in zip(post.clauses[at + 1 :], post.stances[at + 1 :], strict=True):
        here = clause.bracketed or clause.sentence == post.clauses[at].sentence
        if stance in _ELSE or clause.labels & _NO_RUN or (here and stance is Stance.PLAN):
            return True
        if here and stance is Stance.OTHER_PERSON and any(map(_is_a_figure, clause.measured_items)):
            return True
    return False
