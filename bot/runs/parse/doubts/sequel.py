"""Tells what follows on a distance that is the whole first sentence: something about it, or the life around a run."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DAYS,
    DISTANCES,
    MEASURED,
    NUMBERS,
    Item,
    Measure,
    Quantity,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.apart import told_over
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, UNKNOWN, Lexeme

_MONEY, _COUNTED = any_of("money"), any_of("counted_up")
_THING, _REFUSED = any_of("thing"), any_of("refused")
_SPORT, _RIDDEN = any_of("sport"), any_of("sport", "travel", "walk")
_AHEAD = any_of("month", "period", "goal", "plan", "plan_head", "as_planned", "ahead") | any_of(
    "purpose", "hypothetical", "unmet", "no_run", "past", "year"
)
_UNMET = any_of("unmet")
_GOAL, _OVER = any_of("goal"), any_of("looks_back")
_TICKED_OFF = any_of("looks_back", "strong_did", "run_past")
_WANT, _WHOLE = any_of("needed", "seeks"), any_of("whole")
_AFTER_IT = any_of("asks_after")
_ENTERED = any_of("puts_oneself_down")
_AGAIN = any_of("once_more")
_SMALL = any_of("determiner", "article", "adjective", "filler", "about", "small", "sum_up")
_IT, _SUMS_UP = any_of("demonstrative", "it"), any_of("sum_up")
_ASKS, _YOU, _SELF = any_of("question"), any_of("you"), any_of("self")
_CALLS, _JOIN_IN = any_of("question", "of_anything", "marvels"), any_of("join_in")
_MARVELS, _EVERYONE = any_of("rhetoric"), any_of("crowd")
_FOR, _OF, _A = any_of("for_lead"), any_of("of"), any_of("article")
_GOODS = UNKNOWN | any_of("travel", "life", "thing", "sport")
_PERSON, _SOMEBODY = any_of("person"), any_of("person", "name")
_WHOSE, _OWNER = any_of("determiner"), any_of("owner")
_FIRSTS = any_of("split_first", "pb", "pb_list", "pb_now", "tags.first") | NUMBERS
_ALONE = (
    any_of("day", "weekday", "times", "filler", "small", "adjective", "about", "strong_did")
    | MARK
    | DISTANCES
    | DAYS
)
"""What may stand with a distance that is told alone."""

_SHORT = 4


def sequel(post: Post, draft: Draft) -> Sequence[Clause]:
    """The clauses behind a first sentence that tells a distance, perhaps its day, and hardly more; or none."""
    if draft.distance is None or draft.open_unit or draft.named or draft.reps:
        return ()
    first = post.clauses[0].sentence
    if post.clauses[-1].sentence == first or post.clauses[draft.clauses[0]].sentence != first:
        return ()
    behind = [clause for clause in post.clauses if clause.sentence > first]
    said = post.items[post.clauses[0].start : behind[0].start]
    return behind if all(item.labels & _ALONE for item in said) else ()


def taken_up(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about a distance that the sentence behind it is about: "10k. For a car that old!"."""
    draft = drafts[0]
    if len(drafts) > 1 or draft.timed:
        return None
    if reason := _of_what_it_is_to_be(draft, post):
        return reason
    behind = sequel(post, draft)
    if not behind:
        return None
    items = post.items[behind[0].start : behind[0].end]
    stance = post.stances[len(post.clauses) - len(behind)]
    if reason := _of_its_runner(items, stance):
        return reason
    if behind[0].asked and items[0].labels & _AFTER_IT:
        return "question"  # "8k last night. Who went?"
    if told_over(post.clauses, post.stances, behind[0].sentence):
        return None
    if stance is Stance.QUESTION and _asks_about_it(items):
        return "question"
    if _calls_for_it(behind, items):
        return "question"
    if behind[0].closed_by != ":" and _is_only_when(items) and not _is_told_back(behind[1:]):
        return "plan"
    if stance is Stance.PAST and len(items) <= _SHORT and not behind[0].has("subject"):
        return "past"
    if items[0].labels & (_COUNTED | _OF) and not items[0].labels & _FOR:
        return "doubtful"  # "6 km. The length of the new tunnel"
    thousands = post.items[draft.first].text.endswith("k")
    return "doubtful" if thousands and _counts_something(behind, items) else None


def _of_what_it_is_to_be(draft: Draft, post: Post) -> str | None:
    """The reason where a sentence behind it says that it is a goal, or that the author has put their name down."""
    if not post.told & (_GOAL | _ENTERED | _WANT):
        return None
    for clause in post.clauses[draft.clauses[-1] + 1 :]:
        items = clause.items[clause.start : clause.end]
        summed = items[0].labels & _SUMS_UP
        if summed and _is_all_there_is_to_want(items[1:4]):
            return "goal"  # "26.2 on a sticker, that's all I want out of life"
        if not clause.opening and not summed:
            continue
        if summed and any(i.labels & _GOAL for i in items[1:3]):
            here = joined(one.labels for one in post.clauses if one.sentence == clause.sentence)
            over = told_over(post.clauses, post.stances, clause.sentence)
            return None if over or here & _TICKED_OFF else "goal"
        if items[0].labels & _ENTERED and len(items) <= _SHORT and draft.day is None:
            return "plan"  # "13.1. I signed up. What have I done"
    return None


def _is_all_there_is_to_want(items: Sequence[Item]) -> bool:
    """Whether "all I want" or "all we need" stands there."""
    if len(items) < 3:
        return False
    every, somebody, want = items
    return bool(every.labels & _WHOLE and somebody.labels & _SELF and want.labels & _WANT)


def _calls_for_it(behind: Sequence[Clause], items: Sequence[Item]) -> bool:
    """Whether the next sentence asks for what a run is asked for: "is it pram friendly?", "anyone want my place?"."""
    here = joined(clause.labels for clause in behind if clause.sentence == behind[0].sentence)
    return here & _JOIN_IN != 0 and any(item.labels & _CALLS for item in items[:2])


def _of_its_runner(items: Sequence[Item], stance: Stance) -> str | None:
    """The reason where somebody else may have done it, nobody, or by other means."""
    if len(items) < _SHORT and items[0].labels & _REFUSED:
        return "no_run"
    if _is_what_by(items):
        return "other_sport"
    if _is_somebody(items, stance):
        return "other_person"
    return "reply" if stance is Stance.REPLY and _is_only_praise(items) else None


def _is_only_when(items: Sequence[Item]) -> bool:
    """Whether nothing but when, or that it is to be, is said: "in April", "that's the plan", "signed up"."""
    days = [item.value for item in items if isinstance(item, Quantity) and "day" in item.meanings]
    if any(day <= 0 for day in days) or any(item.labels & _AGAIN for item in items):
        return False
    if _is_what_was_wished(items):
        return False
    when = _AHEAD | DAYS
    if any(item.labels & _GOAL for item in items) and not any(i.labels & _OVER for i in items):
        when |= CLOCKS | NUMBERS
    return any(item.labels & when for item in items) and all(
        item.labels & (when | _SMALL | MEASURED[Measure.OTHER]) for item in items
    )


def _is_what_was_wished(items: Sequence[Item]) -> bool:
    """Whether it only says how far it was to be: "6k. wanted 10", "5k. was meant to be 8", no "was meant for May"."""
    last = items[-1]
    far = isinstance(last, Quantity) and last.measure in (Measure.NUMBER, Measure.DISTANCE)
    return far and any(item.labels & _UNMET for item in items[:-1])


def _is_told_back(behind: Sequence[Clause]) -> bool:
    """Whether a clause opens with how it was: "felt fine", "walked none"."""
    return any(clause.opening and clause.items[clause.start].labels & _OVER for clause in behind)


def _is_what_by(items: Sequence[Item]) -> bool:
    """Whether it says by what other sport or ride: "swim", "on my bike", "by train", "hiked it with my aunt"."""
    if items[0].labels & _RIDDEN and len(items) > 1 and items[1].labels & _IT:
        return True
    led, last = items[:-1], items[-1].labels
    if not last & _RIDDEN or len(items) >= _SHORT or any(not i.labels & _SMALL for i in led):
        return False
    return bool(led or last & _SPORT)


def _is_somebody(items: Sequence[Item], stance: Stance) -> bool:
    """Whether it says whose it was: "my nephew", "Sam's first", "my dad ran that at 70"."""
    if items[-1].labels & _SOMEBODY and all(item.labels & _WHOSE for item in items[:-1]):
        return True
    if items[0].labels & _OWNER and len(items) > 1 and items[1].labels & _FIRSTS:
        return True
    return stance is Stance.OTHER_PERSON and any(
        item.labels & _IT and not led.labels & _FOR for led, item in pairwise(items[:_SHORT])
    )


def _is_only_praise(items: Sequence[Item]) -> bool:
    """Whether somebody is praised and nothing else said: "you legend", "so proud of you", "good effort"."""
    if any(item.labels & _YOU for item in items):
        return len(items) <= _SHORT
    return not any(item.labels & UNKNOWN for item in items)


def _asks_about_it(items: Sequence[Item]) -> bool:
    """Whether a question ends with "that", or has no word of its own: "is that far for a first go", "thoughts"."""
    if items[-1].labels & _IT or (len(items) == 1 and not items[0].labels & _MARVELS):
        return True
    asked = any(item.labels & (_IT | _EVERYONE) for item in items)
    return asked and not any(item.labels & UNKNOWN for item in items)


def _counts_something(behind: Sequence[Clause], items: Sequence[Item]) -> bool:
    """Whether money is told, or what the thousands are of: "steps!", "for a sofa", "that's what they want"."""
    if any(clause.labels & _MONEY for clause in behind):
        return True
    if all(item.labels & (_THING | _WHOSE) and isinstance(item, Lexeme) for item in items):
        return True
    if items[0].labels & _FOR and len(items) > 1 and items[1].labels & _A:
        told = items[2:]
        return any(i.labels & _GOODS for i in told) and not any(i.labels & _PERSON for i in told)
    if len(items) < 3 or not (items[0].labels & _SUMS_UP and items[1].labels & _ASKS):
        return False
    if items[2].labels & _GOODS:
        return True  # "That's how many leaflets they made me fold"
    return not any(item.labels & (_YOU | _SELF) and not item.labels & _WHOSE for item in items)
