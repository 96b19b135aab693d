"""Tells whether figures are of somebody who is only answered: "15k on it, well done", "12k Sam!", "8k, get you"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.clauses import OF_A_QUESTION, Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.other_matters import is_of_the_authors
from bot.runs.parse.stances.people import is_known_name
from bot.runs.parse.stances.spoken_to import may_be_called
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, MENTIONED

ANSWERED = any_of("praise", "you", "name", "question", "hailed", "strong_did") | OF_A_QUESTION
"""Labels without any of which nobody is answered."""

_PRAISE, _YOU, _GET = map(any_of, ("praise", "you", "run_verb"))
_HAILED = any_of("hailed", "praise", "adjective_praise", "marvels", "strong_did", "it")
_OF_ONE_WHO_SPEAKS = any_of("self", "run_past", "run_word", "thanks")
_COMPANY = any_of("tags.with_others", "tags.group", "bunch")
_OWN = _COMPANY | any_of("self", "run_past", "strong_did")
_OF_THE_AUTHOR = _OWN | any_of("moods.negative")
_A_KIND = any_of("kinds")
_OF_ONE_WHO_RAN = _COMPANY | any_of(
    *("subject", "object_self", "am_old", "thanks", "alongside", "did", "run_past", "run_word"),
    *("moods", "times", "kinds", "pb"),
)


def is_answered(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the author only says something to what somebody else ran."""
    draft = drafts[0]
    if draft.day is not None:
        return _is_hardly_believed(draft, post)
    if post.told & _HAILED and _is_hailed(draft, post):
        return True
    return not draft.timed and (
        _is_merely_praised(draft, post) or _is_told_to_somebody(draft, post)
    )


def _is_hailed(draft: Draft, post: Post) -> bool:
    """Whether figures are only said to somebody called, and hailed: "@oz 1:42 for 13.1, get in!!"."""
    if post.told & _OF_ONE_WHO_SPEAKS or not _is_called(post, draft):
        return False
    behind = post.clauses[draft.clauses[-1] + 1 :]
    hails = [item for clause in behind for item in clause.items[clause.start : clause.end]]
    return bool(hails) and all(item.labels & (_HAILED | MARK) for item in hails)


def _is_called(post: Post, draft: Draft) -> bool:
    """Whether somebody is called, and nothing else said, before the figures or right behind them."""
    if draft.first:
        return _calls_one(post.items[: draft.first])
    return _calls_one(post.items[draft.last + 1 : post.clauses[draft.clauses[-1]].end])


def _calls_one(items: Sequence[Item]) -> bool:
    """Whether it is a mention, or a name behind an "@", as nobody writes of a place."""
    if len(items) == 1:
        return items[0].labels & MENTIONED != 0
    if len(items) != 2 or items[0].text != "@":
        return False
    return may_be_called(items[1])


def _is_hardly_believed(draft: Draft, post: Post) -> bool:
    """Whether the reader is told something of what is asked back: "5k today?? in this wind? you're all mad"."""
    told = post.clauses[draft.clauses[-1]]
    if draft.timed or told.closed_by != "?" or post.told & _OWN:
        return False
    return any(
        one.opening and _speaks_to_the_reader(one) for one in post.clauses if one is not told
    )


def _is_merely_praised(draft: Draft, post: Post) -> bool:
    """Whether mere praise stands behind a distance: "15k on it, well done", "ok 10k it is, well done"."""
    told = joined(post.clauses[number].labels for number in draft.clauses)
    if post.told & _OF_THE_AUTHOR or told & _A_KIND:
        return False  # "8k easy, well done"
    behind = post.clauses[draft.clauses[-1] + 1 : draft.clauses[-1] + 2]
    return any(clause.labels & _PRAISE and clause.end - clause.start == 1 for clause in behind)


def _is_told_to_somebody(draft: Draft, post: Post) -> bool:
    """Whether a distance is cried to a name, or the reader spoken to or asked behind it: "12k Sam!", "8k, get you"."""
    if post.told & _OF_ONE_WHO_RAN:
        return False
    told = post.clauses[draft.clauses[-1]]
    name = post.items[draft.last + 1 : told.end]
    if told.closed_by == "!" and told.opening and len(name) == 1 and is_known_name(name[0]):
        return True
    behind = range(draft.clauses[-1] + 1, len(post.clauses))
    return any(
        _speaks_to_the_reader(post.clauses[at])
        or (
            post.clauses[at].sentence == told.sentence
            and post.stances[at] is Stance.QUESTION
            and not is_of_the_authors(post.clauses[at])  # "why does my foot go numb"
        )
        for at in behind
    )


def _speaks_to_the_reader(clause: Clause) -> bool:
    """Whether it begins with the reader: "you're mad", "get you", but not "telling you"."""
    first, *behind = clause.items[clause.start : clause.end]
    if first.labels & _YOU:
        return True
    return bool(first.labels & _GET and len(behind) == 1 and behind[0].labels & _YOU)
