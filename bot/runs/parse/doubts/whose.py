"""Tells whether a run without a verb may be somebody else's, who is named: "Nico: 10 km in 48:12"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.doubts.naming import (
    BEFORE_A_NAME,
    PLACE_LEAD,
    behind_small,
    but_where_from,
    is_one_of_ours,
    is_surname,
    is_who,
    may_be_a_name,
    names_people,
)
from bot.runs.parse.figures.quantities import (
    CLOCKS,
    TIMES,
    Item,
    Measure,
    Quantity,
    is_day,
    is_distance,
)
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.labelled import is_a_summary
from bot.runs.parse.stances.people import is_known_name, is_name, is_only_a_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN, Lexeme

_FEWEST_LINES = 2
_OF_AGE, _OLDEST = 18, 100
_CHEERS_ON = any_of("cheers_on")
_SELF, _I = any_of("self"), any_of("subject")
_FIRST, _OF = any_of("split_first"), any_of("of")
_OWNER, _THEIRS = any_of("owner"), any_of("third_person_whose")
_WITH_IT = any_of("with_it")
_CREDIT, _FOR = any_of("credit_lead"), any_of("for_lead")
_PERSON, _TO = any_of("person"), any_of("leads_to_named")
_DONE_TO = UNKNOWN | any_of("companion", "guess.verb", "guess.past")
_WHOSE = any_of("determiner")
_HEADED_BY = frozenset((",", ":", "-"))
TOLD_OF = UNKNOWN | any_of("name", "owner", "person", "reading")
_SAYS, _ARTICLE, _THE = any_of("reading"), any_of("article"), any_of("determiner")
MAY_BE_NAMES = any_of("name") | UNKNOWN
_DEVICE, _TAKEN = any_of("device", "software"), any_of("guess.past", "did")
_RUN, _GOT = any_of("run_noun", "kinds", "pb"), any_of("strong_did")


def told_of_somebody(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a run that nobody says to have run is told under somebody's name, or to somebody's credit."""
    if post.clauses[0].closed_by == ":":
        told = {number for d in drafts for number in d.clauses}
        own = any(post.clauses[n].labels & _SELF for n in told | _headings(post, min(told)))
    else:
        own = any(item.labels & _SELF for item in post.items[behind_small(post.items) :])
    if post.clauses[0].closed_by == ":" and _lists_groups(post):
        return True
    if not own and (
        _is_headed_by_a_name(post)
        or _is_headed_by_an_owner(post)
        or _is_headed_by_one_of_theirs(post)
        or _times_several_by_name(post)
    ):
        return True
    if _is_cheered_on(post) or _is_said_by_a_name(post) or _is_headed_by_an_age(drafts[0], post):
        return True
    return _is_headed_by_people(drafts, post) or _is_credited(post) or _comes_in_as(post)


def _headings(post: Post, number: int) -> set[int]:
    """The heading right before the clause of a run: "Ruth's update: she's ok. My update: 6k"."""
    return {number - 1} if number > 1 and post.clauses[number - 1].closed_by == ":" else set()


def _comes_in_as(post: Post) -> bool:
    """Whether somebody's place is told right behind the name, and none of the author's: "our Evie 14th of 80"."""
    if any(item.labels & _I for item in post.items) or not post.tells("ordinal", "split_first"):
        return False
    named = [at for at in range(len(post.items) - 1) if is_one_of_ours(post.items, at)]
    return any(_is_a_place(post.items[at + 1 : at + 3]) for at in named)


def _is_a_place(items: Sequence[Item]) -> bool:
    """Whether it is the place in which somebody came in: "14th of 80", "first of the girls"."""
    if isinstance(items[0], Quantity):
        return "ordinal" in items[0].meanings
    return len(items) > 1 and items[0].labels & _FIRST != 0 and items[1].labels & _OF != 0


def _times_several_by_name(post: Post) -> bool:
    """Whether several phrases are a name and its time: "Ours in Ravenna: Bruno 3h22, Patrizia 3h49"."""
    timed = [clause for clause in post.clauses if clause.labels & TIMES]
    return len(timed) > 1 and all(map(_times_a_name, timed))


def _times_a_name(clause: Clause) -> bool:
    return (
        clause.end == clause.start + 2
        and is_only_a_name(clause.items[clause.start])
        and clause.items[clause.start + 1].labels & TIMES != 0
    )


def _is_headed_by_a_name(post: Post) -> bool:
    """Whether a post begins with what may be somebody's name: "Nico: 10 km in 48:12"."""
    first = post.clauses[0]
    at = behind_small(post.items)
    head = post.items[at]
    if not isinstance(head, Lexeme) or post.has("run_past"):
        return False
    if first.start == 0 and first.end == 1 and first.closed_by == ":":
        return may_be_a_name(head) and not (_is_a_label(post) or _heads_days(head, post))
    if "name" not in head.meanings or not (is_name(head) or is_only_a_name(head)):
        return False
    at += 1
    if at > 1 and post.items[at - 2].labels & _WHOSE and is_distance(post.items[at]):
        return False  # "the Poppy 10k"
    while at < min(first.end, 3) and is_surname(post.items[at]):
        at += 1
    while at < len(post.items) - 1 and post.items[at].labels & (MARK | _WITH_IT | BEFORE_A_NAME):
        at += 1
    return at < len(post.items) and isinstance(post.items[at], Quantity)


def _heads_days(head: Lexeme, post: Post) -> bool:
    """Whether an unknown word heads runs of several days: "Weekend: parkrun 25:40 Sat, 15k Sun"."""
    return not head.meanings and sum(map(is_day, post.items)) > 1


def _lists_groups(post: Post) -> bool:
    """Whether lines begin with letters for groups or goals, each with its distance: "A: 10k 44:10, B: 10k 45:00"."""
    heads = [one for one in post.clauses if one.opening and one.closed_by == ":"]
    letters = [
        one for one in heads if one.end - one.start == 1 and len(post.items[one.start].text) == 1
    ]
    return len(letters) >= _FEWEST_LINES and sum(map(is_distance, post.items)) > 1


def _is_cheered_on(post: Post) -> bool:
    """Whether somebody is cheered on by name: "Go Bev! 30k in 2:41, looking strong", "10k, go Rosa go! 48:40"."""
    if not post.told & _CHEERS_ON or post.tells("self"):
        return False
    return any(
        clause.end - clause.start in (2, 3)
        and clause.items[clause.start].labels & _CHEERS_ON
        and is_name(clause.items[clause.start + 1])
        and (clause.closed_by == "!" or _ends_in_a_name(clause))
        for clause in post.clauses
    )


def _ends_in_a_name(clause: Clause) -> bool:
    """Whether it ends a post with the name alone: "4k, 23 min, go Beth"."""
    last = clause.items[-1]
    return (
        clause.end == len(clause.items) and clause.end - clause.start == 2 and is_known_name(last)
    )


def _is_said_by_a_name(post: Post) -> bool:
    """Whether somebody by name says the figures: "Bex said 5k in 22:10 which is a lie"; a watch has no such name."""
    if len(post.items) < 3 or post.tells("self") or not is_name(post.items[0]):
        return False
    says, figure = post.items[1:3]
    return says.labels & _SAYS != 0 and isinstance(figure, Quantity)


def _is_headed_by_an_age(draft: Draft, post: Post) -> bool:
    """Whether a name and an age come first: "Steve, 68, 23:15 parkrun"."""
    if len(post.clauses) < 3 or [one.closed_by for one in post.clauses[:2]] != [",", ","]:
        return False
    who, age = post.items[0], post.items[post.clauses[1].start]
    alone = [one.end - one.start for one in post.clauses[:2]] == [1, 1]
    if not alone or not is_name(who) or not isinstance(age, Quantity):
        return False
    apart = post.clauses[1].start not in draft.places and draft.distance is not None
    return apart and age.measure is Measure.NUMBER and _OF_AGE <= age.value < _OLDEST


def _is_headed_by_one_of_theirs(post: Post) -> bool:
    """Whether somebody is told of by name and by what is theirs: "Sam at his first half today, 2:11:30"."""
    head = post.clauses[0]
    if not is_known_name(post.items[0]) or not head.labels & _THEIRS:
        return False
    theirs = next(at for at, item in enumerate(post.items) if item.labels & _THEIRS)
    return not any(isinstance(item, Quantity) for item in post.items[:theirs])


def _is_a_label(post: Post) -> bool:
    """Whether a word with a colon only begins the lines of a block: "Location: Leith", "T: 48:11, D: 9 km"."""
    head, value = post.items[0], post.items[post.clauses[1].start] if post.clauses[1:] else None
    lines = [one for one in post.clauses[1:] if one.opening and one.closed_by == ":"]
    block = len([one for one in lines if one.end - one.start == 1]) >= _FEWEST_LINES
    if len(head.text) == 1:
        return block and sum(map(is_distance, post.items)) == 1
    if value is None or isinstance(value, Quantity) or post.clauses[1].opening:
        return False
    return is_a_summary(post.clauses) or (block and not is_known_name(head))


def _speaks(post: Post, start: int) -> bool:
    """Whether the author speaks of themselves behind the place."""
    return any(item.labels & _SELF for item in post.items[start:])


def _is_headed_by_an_owner(post: Post) -> bool:
    """Whether a post begins with whose it is: "Nadia's strava: 21k, 1:41", "my teammate's long run: 30k"."""
    at = behind_small(post.items)
    head = post.clauses[0]
    if post.stances[0] is Stance.NO_RUN or (head.closed_by == "." and not head.labels & _RUN):
        return False  # "Kid's swimming was cancelled so parkrun it was", "Dad's birthday. 5k"
    if head.closed_by == ":" and _is_seen_on_anothers(head):
        return True
    return post.items[at].labels & _OWNER != 0 and not post.has("run_past")


def _is_seen_on_anothers(head: Clause) -> bool:
    """Whether it says on whose watch or page it was seen: "Screenshot of my brother's watch:"."""
    if head.measured_items or not head.labels & _DEVICE or head.labels & _TAKEN:
        return False
    return any(
        whose.labels & _OWNER and seen.labels & _DEVICE
        for whose, seen in pairwise(head.items[head.start : head.end])
    )


def _is_headed_by_people(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a post begins with who ran: "Kev and his brother, 9k in 52:30", "Dad - 5k - 31:00"."""
    last = 0
    while post.clauses[last].closed_by == "join" and last + 1 < len(post.clauses):
        last += 1
    clause = post.clauses[last]
    if not (_is_one_of_ours_unnamed(clause) or clause.closed_by in _HEADED_BY) or last + 1 >= len(
        post.clauses
    ):
        return False
    heads = but_where_from(post.items[: clause.end])
    if not all(names_people(heads, at) for at in range(len(heads))):
        return False
    if not any(map(is_who, heads)):
        return False
    called = clause.closed_by == "," and len(heads) == 1  # "coach, 8k, 45:00"
    along = clause.has("with_me")  # "my son on his bike kept me company, 6k 35:10"
    if called or along or any(post.clauses[n].labels & _SELF for d in drafts for n in d.clauses):
        return False
    return isinstance(post.items[post.clauses[last + 1].start], Quantity)


def _is_one_of_ours_unnamed(clause: Clause) -> bool:
    """Whether somebody and where they are from are all of a sentence: "a lad in our club."."""
    if (
        clause.closed_by != "."
        or not clause.items[0].labels & _ARTICLE
        or clause.has("object_self")
    ):
        return False  # "a kid on a scooter overtook me."
    return any(
        place.labels & PLACE_LEAD and whose.labels & _WHOSE
        for place, whose in pairwise(clause.items[: clause.end])
    )


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
            behind = at + 1 + behind_small(clause.items[at + 1 : clause.end])
            way = behind + 1 < clause.end and clause.items[behind + 1].labels & _TO
            if is_who(clause.items[behind]) and not (way or _is_named_place(clause.items, behind)):
                return True
        told = told or isinstance(item, Quantity) or item.labels & _RUN != 0
    return False


def _is_named_place(items: Sequence[Item], at: int) -> bool:
    """Whether a name behind "the" is of a river or a house: "7 miles by the Charles"."""
    return items[at - 1].labels & (_THE | _SELF) == _THE and not items[at].labels & _PERSON


def lists_names(_: Sequence[Draft], post: Post) -> bool:
    """Whether names stand before times, as in results: "1. Tom 36:10, 2. Ana 38:22"."""
    clocks = [
        member.place
        for member in post.cast
        if member.quantity.labels & CLOCKS and member.role is not Role.OTHER
    ]
    if len(clocks) < 2:
        return False
    heads = [post.items[place - 1] for place in clocks if place]
    return sum([isinstance(head, Lexeme) and may_be_a_name(head) for head in heads]) > 1
