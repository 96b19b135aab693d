"""Tells whether a run without a verb may be somebody else's, who is named: "Nico: 10 km in 48:12"."""

from collections.abc import Sequence

from bot.runs.parse.casting import Role
from bot.runs.parse.clauses import Clause
from bot.runs.parse.draft import Draft
from bot.runs.parse.labels import any_of
from bot.runs.parse.lexicon import MARK, UNKNOWN, Lexeme
from bot.runs.parse.people import is_known_name, is_name, is_only_a_name
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity

_A_CLOCK = MEASURED[Measure.CLOCK]
_LONGEST_NAME = 8
"""Letters; what is longer is rather a German noun."""

_SELF = any_of("self")
_OWNER = any_of("owner")
_BEFORE_A_NAME = any_of("determiner", "article", "adjective", "adjective_praise", "fresh")
_WITH_IT = any_of("with_it")
_CREDIT = any_of("credit_lead")
_FOR = any_of("for_lead")
_PERSON = any_of("person")
_TO = any_of("leads_to_named")
_DONE_TO = UNKNOWN | any_of("companion", "guess.verb", "guess.past")
_DISOWNED = any_of("disowned")
_NOT = any_of("negation")
_THAT = any_of("demonstrative")
_WAS = any_of("looks_back", "copula")
_FEW = 5
"""Words; who says more behind a figure tells something of a person."""

_SOMEBODY = any_of("name", "owner", "person")
_GOT = any_of("strong_did")
_RUN = any_of("run_noun", "kinds", "pb")


def told_of_somebody(post: Post) -> bool:
    """Whether a run that nobody says to have run is told under somebody's name, or to somebody's credit."""
    if not (post.told & _SOMEBODY or post.clauses[0].closed_by == ":"):
        return False
    return _is_headed_by_a_name(post) or _is_headed_by_an_owner(post) or _is_credited(post)


def is_disowned(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the run is said not to be the author's; a bracket behind something else is of that.

    "10k in 31:40, not mine", but "10 km, 58:14; those 14 seconds were a toddler (not mine)".
    """
    told = {number for draft in drafts for number in draft.clauses}
    sentences = {post.clauses[number].sentence for number in told}
    for at, clause in enumerate(post.clauses):
        if not clause.labels & _DISOWNED:
            continue
        bracketed = at > 0 and post.items[clause.start - 1].text == "("
        if not bracketed or at - 1 in told or clause.sentence in sentences:
            return True
    return False


def is_put_down_to_somebody(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the figures are said to be of somebody right behind: "that was my brother", "my son", "not me"."""
    last = max(number for draft in drafts for number in draft.clauses)
    if last + 1 >= len(post.clauses):
        return False
    clause = post.clauses[last + 1]
    items = list(post.items[clause.start : clause.end])
    if not (clause.labels & (_PERSON | _SELF)) or len(items) > _FEW:
        return False
    if len(items) == 2 and items[0].labels & _NOT and items[1].text == "me":
        return True
    if not items[-1].labels & _PERSON or clause.closed_by == "join":
        return False
    points = bool(items[0].labels & _THAT) and len(items) > 1 and items[1].labels & _WAS != 0
    who = items[2:-1] if points else items[:-1]
    if not points and (clause.sentence != post.clauses[last].sentence or not who):
        return False
    return all(item.labels & _BEFORE_A_NAME for item in who) and (
        points or bool(who[0].labels & _SELF)
    )


def praises_by_name(post: Post) -> bool:
    """Whether somebody is praised, and who: "Anna, 10 km en 48:12, bravo"."""
    return not post.tells("self") and any(map(is_known_name, post.items))


def _is_headed_by_a_name(post: Post) -> bool:
    """Whether a post begins with what may be somebody's name: "Nico: 10 km in 48:12"."""
    first = post.clauses[0]
    at = _behind_small(post.items)
    head = post.items[at]
    if not isinstance(head, Lexeme) or _speaks(post, at) or post.has("run_past"):
        return False
    if first.start == 0 and first.end == 1 and first.closed_by == ":":
        return _is_name(head)
    if "name" not in head.meanings or not (is_name(head) or is_only_a_name(head)):
        return False
    at += 1
    while at < min(first.end, 3) and _is_surname(post.items[at]):
        at += 1
    while at < len(post.items) - 1 and post.items[at].labels & (MARK | _WITH_IT | _BEFORE_A_NAME):
        at += 1
    return at < len(post.items) and isinstance(post.items[at], Quantity)


def _behind_small(items: Sequence[Item]) -> int:
    """Where the first word stands that is no "our", "the", "big"."""
    at = 0
    while at < len(items) - 1 and items[at].labels & _BEFORE_A_NAME:
        at += 1
    return at


def _speaks(post: Post, start: int) -> bool:
    """Whether the author speaks of themselves behind the place."""
    return any(item.labels & _SELF for item in post.items[start:])


def _is_headed_by_an_owner(post: Post) -> bool:
    """Whether a post begins with whose it is: "Nadia's strava: 21k, 1:41", "my teammate's long run: 30k"."""
    at = _behind_small(post.items)
    return post.items[at].labels & _OWNER != 0 and not (_speaks(post, at) or post.has("run_past"))


def _is_credited(post: Post) -> bool:
    """Whether a run is told as by somebody: "10k in 38 by the new guy", "30k from Jack"."""
    if not post.labels & (_CREDIT | _FOR) or _speaks(post, 0):
        return False
    return any(_is_credited_in(c) for c in post.clauses if c.labels & (_CREDIT | _FOR))


def _is_credited_in(clause: Clause) -> bool:
    """Whether somebody stands behind "by" or "from" and a figure; "chased by a dog" is another matter."""
    if clause.items[clause.start].labels & _GOT:
        return False  # "got lapped by a lad in jeans"
    told = False
    for at in range(clause.start, clause.end - 1):
        item, lead = clause.items[at], clause.items[at - 1]
        if told and item.labels & _FOR and is_known_name(clause.items[at + 1]):
            return True  # "sub 20 for Josh"
        if told and item.labels & _CREDIT and not lead.labels & _DONE_TO:
            behind = at + 1 + _behind_small(clause.items[at + 1 : clause.end])
            way = behind + 1 < clause.end and clause.items[behind + 1].labels & _TO
            if _is_who(clause.items[behind]) and not way:
                return True
        told = told or isinstance(item, Quantity) or item.labels & _RUN != 0
    return False


def _is_who(item: Item) -> bool:
    """Whether it is a person or somebody's known name."""
    return item.labels & _PERSON != 0 or is_known_name(item)


def _is_surname(item: Item) -> bool:
    """Whether it goes on from a first name: a name, or an initial."""
    return is_name(item) or (isinstance(item, Lexeme) and item.capital and len(item.text) == 1)


def lists_names(post: Post) -> bool:
    """Whether names stand before times, as in results: "1. Tom 36:10, 2. Ana 38:22"."""
    clocks = [
        member.place
        for member in post.cast
        if member.quantity.labels & _A_CLOCK and member.role is not Role.OTHER
    ]
    if len(clocks) < 2:
        return False
    heads = [post.items[place - 1] for place in clocks if place]
    return sum([isinstance(head, Lexeme) and _is_name(head) for head in heads]) > 1


def _is_name(word: Lexeme) -> bool:
    """Whether a word may be somebody's name: unknown, with a capital, and no long German noun."""
    if is_only_a_name(word):
        return True
    return is_name(word) and (bool(word.meanings) or len(word.text) <= _LONGEST_NAME)
