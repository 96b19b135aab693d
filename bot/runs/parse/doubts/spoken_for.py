"""Tells a run that its author only passes on: posted for somebody, seen in a picture, read of winners, "his 5k"."""

from collections.abc import Callable, Sequence
from itertools import pairwise, starmap

from bot.runs.parse.doubts.naming import is_who
from bot.runs.parse.figures.quantities import DISTANCES, Item, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.stances.people import is_a_named_owner, is_known_name, is_name
from bot.runs.parse.words.labels import any_of, joined

SPOKEN_FOR = any_of(
    *("posted_for", "third_person_whose", "wins", "heads_no_run", "tracked"),
    *("sends", "name", "owner", "guess.owner", "reading", "relay", "affirms"),
)
"""Labels without any of which nobody's run is passed on."""

_WHOSE, _I, _PERSON = any_of("determiner"), any_of("self"), any_of("person")
_AUTHOR, _WHICH = any_of("subject"), any_of("adjective", "tags.first", "split_first", "fresh")
_THEIRS, _FOR = any_of("third_person_whose"), any_of("for_lead")
_WITH = any_of("tags.with_others", "accompanied")
_POSTED = any_of("posted_for")
_WINS, _BY, _WINNERS = any_of("wins"), any_of("credit_lead"), any_of("heads_no_run")
_TRACKED, _YOU = any_of("tracked"), any_of("you")
_SENT, _PICTURE = any_of("sends"), any_of("picture", "taken_on")
_WROTE = any_of("sends", "guess.past")
_GROUP = any_of("tags.group")
_COMEBACK, _TOGETHER = any_of("tags.comeback"), any_of("with_me", "alongside", "tags.with_others")
_OWNER, _RECORD = any_of("owner"), any_of("run_thing", "device")
_RELAY, _TOTAL = any_of("relay"), any_of("total")
_SAYS = any_of("reading")
_YES, _DID = any_of("affirms"), any_of("did", "strong_did", "person_verb")
_ME = any_of("object_self", "with_me")
_HEADS = frozenset(("\n", ":", "!"))


def is_spoken_for(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether somebody else's run is passed on, whatever the words of running are."""
    return any(rule(drafts[0], post) for rule in _RULES)


def _is_posted_for(_: Draft, post: Post) -> bool:
    """Whether it says for whom it is posted: "posting for Gran: 5k", but not "posting for accountability"."""
    return any(map(_names_who_it_is_for, post.clauses))


def _names_who_it_is_for(clause: Clause) -> bool:
    at = clause.place("posted_for") + 1
    while at < clause.end and clause.items[at].labels & _WHOSE:
        at += 1
    if at >= clause.end:
        return False
    return clause.items[at].labels & _PERSON != 0 or is_name(clause.items[at])


def _is_posted_at_a_wish(_: Draft, post: Post) -> bool:
    """Whether somebody asked for the post: "Sarah asked me to post this: 5k"."""
    return any(asked.labels & _POSTED and is_who(who) for who, asked in pairwise(post.items))


def _is_headed_by_whose(draft: Draft, post: Post) -> bool:
    """Whether a colon parts the figures from whose they are: "Jo texted: 10k", "For Bev: 8k"."""
    head = post.clauses[0]
    if head.closed_by != ":" or head.end != 2 or draft.first != head.end + 1:
        return False
    one, two = post.items[:2]
    dedicated = one.labels & _FOR and is_known_name(two)
    return bool(dedicated or (two.labels & _WROTE and is_known_name(one)))


def _is_theirs(draft: Draft, post: Post) -> bool:
    """Whether a time is told for somebody's distance: "22:02 for his 5k", not "paced Jo to 28:10 for her 5k"."""
    clause = post.clauses[draft.clauses[0]]
    if not clause.labels & _THEIRS or clause.labels & (_AUTHOR | _WITH):
        return False
    told = clause.items[draft.first : draft.last + 1]
    items = [item for item in told if not item.labels & _WHICH]
    return any(his.labels & _THEIRS and far.labels & DISTANCES for his, far in pairwise(items))


def _did_another(_: Draft, post: Post) -> bool:
    """Whether its author asks, and says, that somebody else did it: "Did Ian run? Yes, 10k in 48:10"."""
    return any(starmap(_is_answered_of_another, pairwise(post.clauses)))


def _is_answered_of_another(asked: Clause, answer: Clause) -> bool:
    if not (answer.opening and answer.items[answer.start].labels & _YES) or not asked.asked:
        return False
    did, *who = asked.items[asked.start : asked.end]
    if did.labels & _DID != _DID or asked.labels & (_AUTHOR | _ME):
        return False
    who = [item for item in who if not item.labels & _WHOSE or item.labels & _PERSON][:1]
    return any(item.labels & _PERSON or is_name(item) for item in who)


def _is_won(draft: Draft, post: Post) -> bool:
    """Whether its sentence tells who won: "won by Constance", "Winners Deakin and Obi"."""
    items = _sentence_of(draft, post)
    if any(item.labels & _I for item in items):
        return False
    for one, two, three in zip(items, items[1:], [*items[2:], None], strict=False):
        if one.labels & _WINNERS and one.labels & _PERSON and is_name(two):
            return True
        if one.labels & _WINS and two.labels & _BY and three and is_name(three):
            return True
    return False


def _sentence_of(draft: Draft, post: Post) -> list[Item]:
    """The words of the sentences in which its figures stand."""
    sentences = {post.clauses[number].sentence for number in draft.clauses}
    told = [clause for clause in post.clauses if clause.sentence in sentences]
    return [item for clause in told for item in post.items[clause.start : clause.end]]


def _was_followed(_: Draft, post: Post) -> bool:
    """Whether it opens with that somebody was followed all the way: "tracked you all day!! 4:02:02"."""
    opens = post.items[:2]
    followed = len(opens) > 1 and opens[0].labels & _TRACKED and opens[1].labels == _YOU
    return bool(followed) and not post.labels & _AUTHOR


def _is_of_a_team(draft: Draft, post: Post) -> bool:
    """Whether a time is what a whole relay took: "ekiden total 2:58:40"."""
    led = post.items[: draft.first][-2:]
    return len(led) > 1 and bool(led[0].labels & _RELAY and led[1].labels & _TOTAL)


def _was_sent(_: Draft, post: Post) -> bool:
    """Whether somebody who is told of sent a picture not of the author: "my mate sent a pic from Rome, 16k"."""
    head = post.clauses[0]
    at = next((n for n in range(head.end) if head.items[n].labels & _SENT), head.end)
    if at == head.end or post.labels & _AUTHOR:
        return False
    who, behind = head.items[head.start : at], head.items[at + 1 : head.end]
    named, seen = any(map(is_who, who)), joined(item.labels for item in behind)
    return named and seen & _PICTURE != 0 and not seen & _I


def _is_on_anothers_watch(_: Draft, post: Post) -> bool:
    """Whether somebody's watch or run heads the figures: "Wilf's watch 51:02", "dad's first run since! 3 miles"."""
    head = post.clauses[0]
    if len(post.items) < 3:
        return False
    whose, seen = post.items[:2]
    owned = whose.labels & _OWNER or is_a_named_owner(whose)
    if not owned or not seen.labels & _RECORD or head.labels & _GROUP:
        return False
    if _tells_of_mine(post):
        return False  # "Wilf's watch 51:02, mine 53:40"
    if isinstance(post.items[2], Quantity):
        return True
    since = (head.end == 2 and head.closed_by in _HEADS) or seen.labels & _COMEBACK
    return bool(since) and not post.told & (_AUTHOR | _TOGETHER)


def _tells_of_mine(post: Post) -> bool:
    """Whether figures of the author's own are told: "mine 53:40", "I had 8.9"."""
    return any(
        mine.labels & _I and any(isinstance(item, Quantity) for item in post.items[at + 1 : at + 3])
        for at, mine in enumerate(post.items)
    )


def _was_only_said(draft: Draft, post: Post) -> bool:
    """Whether the figures stand in what somebody by name says: '"Just a little 7 miler" says Norma'."""
    said = draft.clauses[0] + 1
    if draft.by_a_clock or said >= len(post.clauses) or post.clauses[said - 1].closed_by != '"':
        return False
    clause = post.clauses[said]
    says, *who = clause.items[clause.start : clause.end]
    return bool(says.labels & _SAYS and who and is_name(who[0]))


_RULES: tuple[Callable[[Draft, Post], bool], ...] = (
    _is_posted_for,
    _is_posted_at_a_wish,
    _is_headed_by_whose,
    _is_theirs,
    _is_won,
    _was_followed,
    _is_of_a_team,
    _was_sent,
    _is_on_anothers_watch,
    _was_only_said,
    _did_another,
)
