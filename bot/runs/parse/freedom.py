"""Tells whether a finished run is told without any figure: "ran without a watch, lovely"."""

from bot.runs.parse.casting import Cast, Role
from bot.runs.parse.clauses import Clause
from bot.runs.parse.labels import any_of
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.people import is_name
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.stances import Stance
from bot.runs.parse.tokens import Shape

_BESIDE = frozenset(
    {Role.DAY, Role.OTHER, Role.DENIED, Role.BOUND, Role.OPEN, Role.REST, Role.POINT}
)
_FELT = any_of("moods.positive", "moods.negative", "moods.neutral")
_OTHERS = frozenset(
    {Stance.REPLY, Stance.OTHER_PERSON, Stance.INVITATION, Stance.PLAN}
    | {Stance.ANNOUNCEMENT, Stance.GOAL, Stance.HYPOTHETICAL, Stance.WATCHING, Stance.VOLUNTEER}
)
"""What makes a run that is only named more likely another's, or one to come."""

_SESSIONS = ("kinds.intervals", "kinds.tempo", "kinds.long", "kinds.recovery")


def freedom_run(post: Post) -> bool:
    """Whether a finished run is told without any figure."""
    if Stance.IDIOM in post.stances or any(quantity_matters(member) for member in post.cast):
        return False
    missed = {
        clause.sentence
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.NO_RUN
    }
    return any(
        stance is Stance.REPORT
        and _tells_run(clause)
        and (clause.sentence not in missed or clause.has("self", "contrast", "join"))
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    ) or _is_a_run_as_felt(post)


def _is_a_run_as_felt(post: Post) -> bool:
    """Whether a run is only named, but as one that is over: "grim run this morning, legs gone"."""
    if post.has("free") and post.has("run_past", "run_noun"):
        return True
    if not _OTHERS.isdisjoint(post.stances) or post.unknown_words() > 2:
        return False
    asked = {
        clause.sentence
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.QUESTION
    }
    return any(
        clause.sentence not in asked and _names_a_felt_run(clause, post)
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.FRAGMENT and clause.has("run_thing")
    )


def _names_a_felt_run(clause: Clause, post: Post) -> bool:
    """Whether it says of a run when it was and how it felt; mere praise may be of anybody's."""
    if clause.closed_by == "?" or clause.has("person", "you") or _is_that_run(clause):
        return False
    items = clause.items[clause.start : clause.end]
    if any(is_name(item) for item in items[1:]):
        return False
    if clause.has("tags.comeback") or _is_a_title(clause, post):
        return True
    if not post.labels & _FELT:
        return False
    told = clause.has("day", "times", "tags") or post.has("moods.negative")
    return told and (len(items) > 3 or len(post.clauses) > 1)


def _is_a_title(clause: Clause, post: Post) -> bool:
    """Whether a run of a day that is over heads what is told of it: "last night's run: round the loch"."""
    first = clause.items[clause.start]
    if clause is not post.clauses[0] or clause.end - clause.start != 2 or len(post.clauses) < 2:
        return False
    return isinstance(first, Quantity) and "day" in first.meanings and first.value < 0


def _is_that_run(clause: Clause) -> bool:
    """Whether a certain run is spoken of: "the run", "that run"."""
    lead = clause.items[max(clause.start, clause.place("run_thing") - 1)].meanings
    return "determiner" in lead and "article" not in lead


def quantity_matters(member: Cast) -> bool:
    """Whether a figure speaks of a run that did not come together."""
    if member.role is Role.OTHER and member.quantity.measure is Measure.DISTANCE:
        return True  # "ran -5 km"
    return member.role not in _BESIDE


def _tells_run(clause: Clause) -> bool:
    if clause.has("program_done"):
        return True
    if not clause.has("run_past"):
        return clause.has("strong_did") and clause.has("run_word", *_SESSIONS)
    at = clause.place("run_past")
    if "single_verb" not in clause.items[at].meanings:
        return True
    return at + 1 >= clause.end or _may_follow(clause.items[at + 1])


def _may_follow(item: Item) -> bool:
    """Whether "ran" may be followed by it without an object of another sense ("ran the script")."""
    if isinstance(item, Quantity):
        return item.measure is Measure.DAY
    if item.shape is not Shape.WORD:
        return True
    if not item.meanings:
        return isinstance(item, Lexeme) and item.guess == "adverb"
    return item.meanings.keys().isdisjoint(("article", "determiner", "object"))
