"""Says whether a mark is told as kept under: "finally sub 25 at parkrun!", "broke 30 and cried on a marshal"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, Item, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_CHEERED = any_of("moods.positive", "pb_now", "strong_did", "run_past", "tags.first")
_TRIED = any_of("tried")
_TO_BREAK = any_of("to_break")
_AT_LAST, _RELEASED = any_of("at_last"), any_of("released")
MARKS = any_of("bound")
"""A label without which no mark is told."""

_PAST = any_of("looks_back", "strong_did", "guess.past")
_SOMEBODY = any_of("name", "person", "you")
_OF_NO_MARK = frozenset({Stance.QUESTION, Stance.PAST})
_MADE_OF_IT = UNKNOWN | any_of("join_in", "goal", "person", "software", "part", "tags.group")
"""What makes something else of a mark that it stands right behind: "sub 25 pacer"."""

_CREDITING = any_of("for_lead", "credit_lead")
_UNBROKEN = any_of("negation", "to_break")
_UNTIL, _IMAGINED = any_of("deadline"), any_of("imagined")
_AHEAD = UNKNOWN | any_of("weekday", "month", "year", "day")
_FIGURES = DISTANCES | DAYS
_A_BEST, _LISTED = any_of("pb"), any_of("pb_list")
_BESIDE_A_BEST = MARK | DISTANCES | DAYS | any_of("pb", "place_lead", "fresh")


def beats_a_mark(post: Post) -> bool:
    """Whether a mark is told as beaten: cheered, at last, by a verb of the past, on a day that is over."""
    marks = [m for m in post.cast if m.role is Role.BOUND and m.stance in OWN]
    own = [mark for mark in marks if _is_ones_own(post, mark)]
    if not own:
        return False
    if any(_is_at_last(post, mark) or _is_broken(post, mark) for mark in own):
        return True
    if all(_is_to_be_broken(post, mark) for mark in own):
        return False
    if _says_its_mark_again(post, marks) or any(map(_is_of_a_day_gone, post.cast)):
        return True
    cheered = any(clause.closed_by == "!" for clause in post.clauses)
    return cheered or post.labels & (_CHEERED | _RELEASED) != 0


def is_no_mark_of_ones_own(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a distance is told with nothing but a mark that may be anybody's: "beat 50 for 10k and win a mug!"."""
    first = drafts[0]
    if first.timed or first.distance is None:
        return False
    told = [number for number in first.clauses if post.clauses[number].labels & MARKS]
    marks = [m for m in post.cast if m.role is Role.BOUND and m.clause in told]
    return bool(marks) and not any(
        _is_ones_own(post, mark) and (_is_at_last(post, mark) or not _is_to_be_broken(post, mark))
        for mark in marks
    )


def is_a_cheered_best(post: Post, draft: Draft) -> bool:
    """Whether nothing but a best over a distance by its name is cheered: "parkrun pb!", "half PB! legs gone"."""
    if not draft.named or draft.times or not OWN.issuperset(post.stances):
        return False
    clause = post.clauses[draft.clauses[0]]
    if clause.closed_by != "!" or not clause.labels & _A_BEST or clause.labels & _LISTED:
        return False
    return all(item.labels & _BESIDE_A_BEST for item in clause.items[clause.start : clause.end])


def _is_ones_own(post: Post, mark: Cast) -> bool:
    """Whether a mark is led by nobody's name, makes nothing else, and has no day to be kept by."""
    clause = post.clauses[mark.clause]
    if _is_asked_or_anothers(post, clause) or clause.labels & _IMAGINED:
        return False
    if any(item.labels & _SOMEBODY for item in post.items[clause.start : mark.place]):
        return False
    behind = post.items[mark.place + 1 : clause.end]
    while behind and behind[0].labels & _FIGURES:
        behind = behind[1:]
    if behind and behind[0].labels & _MADE_OF_IT:
        return False
    end = max(c.end for c in post.clauses if c.sentence == clause.sentence)
    return not _has_a_deadline(post.items[mark.place + 1 : end])


def _is_asked_or_anothers(post: Post, told: Clause) -> bool:
    """Whether the sentence asks, puts it down to somebody, or breaks no mark: "for my daughter", "can't break 50"."""
    judged = zip(post.clauses, post.stances, strict=True)
    return any(
        stance in _OF_NO_MARK
        or clause.labels & _UNBROKEN == _UNBROKEN
        or (clause.labels & _SOMEBODY and _is_put_down_to_somebody(clause))
        for clause, stance in judged
        if clause.sentence == told.sentence
    )


def _is_put_down_to_somebody(clause: Clause) -> bool:
    """Whether a "for" or a "by" leads to somebody: "first time for my daughter"."""
    items = clause.items[clause.start : clause.end]
    return any(
        item.labels & _CREDITING and any(one.labels & _SOMEBODY for one in items[at + 1 : at + 3])
        for at, item in enumerate(items)
    )


def _has_a_deadline(behind: Sequence[Item]) -> bool:
    """Whether a mark is to be kept by some day: "sub 50 by Christmas"."""
    return any(
        item.labels & _UNTIL and any(day.labels & _AHEAD for day in behind[at + 1 : at + 2])
        for at, item in enumerate(behind)
    )


def _is_at_last(post: Post, mark: Cast) -> bool:
    """Whether "at last" stands with a mark, and leads to nothing: "under 50 at last", no "at last year's pace"."""
    if not post.labels & _AT_LAST:
        return False
    clause = post.clauses[mark.clause]
    at = clause.place("at_last")
    behind = clause.items[at + 1 : clause.end]
    return at < clause.end and not (behind and behind[0].labels & UNKNOWN)


def _is_broken(post: Post, mark: Cast) -> bool:
    """Whether a verb of the past opens what is told of a mark: "broke 30", "dipped under 23"."""
    clause = post.clauses[mark.clause]
    lead = [i for i in post.items[clause.start : mark.place] if not isinstance(i, Quantity)]
    if not lead or not lead[-1].labels & MARKS:
        return False
    return any(item.labels & _PAST for item in lead[-2:])


def _is_to_be_broken(post: Post, mark: Cast) -> bool:
    """Whether the verb of a mark may be an imperative: "beat 50 for 10k and win a mug!"."""
    return post.items[mark.place - 1].labels & _TO_BREAK != 0


def _is_of_a_day_gone(member: Cast) -> bool:
    day = member.quantity
    over = "over" in day.meanings or ("weekday" not in day.meanings and day.value < 0)
    return member.role is Role.DAY and member.stance in OWN and over


def _says_its_mark_again(post: Post, marks: Sequence[Cast]) -> bool:
    """Whether the mark is told once more by who tried for long: "sub 90 half. ten years of trying. sub 90."."""
    if not (post.labels & _TRIED and OWN.issuperset(post.stances)) or Role.DAY in post.roles:
        return False
    sentences = {post.clauses[mark.clause].sentence for mark in marks}
    return len(sentences) > 1 and len({mark.quantity.value for mark in marks}) == 1
