"""Tells whether what stands behind the figures of a run says that it is somebody else's: "that was my brother"."""

from collections.abc import Sequence, Set

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, Item, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_SAYS = any_of("reading")
_SELF = any_of("self")
_LAUGH = any_of("interjection")
_PERSON = any_of("person")
_OWNER = any_of("owner")
_AGE = any_of("age")
DISOWNED, _A_THOUGHT = any_of("disowned"), any_of("a_thought")
_NOT = any_of("negation")
_THAT = any_of("demonstrative")
_ASPECT = any_of("aspect", "run_noun", "map", "section", "device", "shoe")
_WAS = any_of("looks_back", "copula")
_BEFORE_ONE = any_of("determiner", "article", "adjective", "adjective_praise", "fresh")
_FIRST_OF = any_of("split_first", "tags.first")
_THIRD_PERSON = any_of("third_person", "third_person_is", "third_person_whose")
_THIRD_PERSON_IS, _THIRD_PERSON_WHOSE = any_of("third_person_is"), any_of("third_person_whose")
_A_RUN = any_of("split_first", "tags.first", "pb", "kinds.race", "run_thing") | DISTANCES
_JOIN = any_of("join")
_AND = any_of("and")
_REPORTED = any_of("reported")
_RUN = any_of("run_word")
_CREDITED = any_of("credit_lead", "reported", "reading")
_TIME = any_of("in_time", "pb")
_OF_A_RUN = _RUN | _TIME | DISTANCES | any_of("device")
_RAN = any_of("run_past")
_WHAT_WAS_DONE = any_of("it", "program_done", "lesson", "named") | DAYS
_HEARSAY = any_of("hearsay")
_TO_RUN, _DONE = any_of("run_verb"), any_of("run_past", "strong_did")
_DOES = any_of("run_past", "strong_did", "copula", "looks_back")
_BETWEEN, _OF_US, _OF_THEM = any_of("between"), any_of("of_us"), any_of("of_it")
SOMEBODY = _PERSON | _OWNER | _AGE | _NOT | _REPORTED | _BETWEEN
"""Labels without any of which nothing puts a run down to anybody."""

_MAY_BE_ONE = (
    (_SELF | _PERSON | _OWNER | UNKNOWN)
    | any_of("name", "pet", "guess.owner", "companion", "tags.with_others")
    | any_of("run_past", "strong_did", "run_word", "person_verb")
)
_AT, _ABED = any_of("at"), any_of("abed")
_THE, _FINITE, _IN = any_of("determiner"), any_of("person_verb"), any_of("in_time")
_ME, _IT = any_of("object_self"), any_of("it")
_WITH = any_of("accompanied", "alongside")
_LONGEST_CALL = 3
_FEW = 5
"""Words; who says more behind a figure tells something of a person."""


def is_disowned(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the run is said not to be the author's; a bracket behind something else is of that.

    "10k in 31:40, not mine", but "10 km, 58:14; those 14 seconds were a toddler (not mine)".
    """
    if not post.told & DISOWNED:
        return False
    told = {number for draft in drafts for number in draft.clauses}
    sentences = {post.clauses[number].sentence for number in told}
    for at, clause in enumerate(post.clauses):
        if not clause.labels & DISOWNED or _was_only_anothers_idea(clause):
            continue
        if not (post.labels & DISOWNED or _is_anothers_run(clause)):
            continue
        if not clause.bracketed or at - 1 in told or clause.sentence in sentences:
            return True
    return False


def is_anothers_run(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether "not mine" is all that a clause says, or says it of a run: "her run not mine", no "(not mine)"."""
    return is_disowned(drafts, post) and any(
        clause.labels & DISOWNED
        and not clause.bracketed
        and (_is_anothers_run(clause) or clause.items[clause.start].text == "not mine")
        for clause in post.clauses
    )


def _was_only_anothers_idea(clause: Clause) -> bool:
    """Whether what is not the author's is what somebody thought of, and no run: "8k, his idea not mine"."""
    led = clause.items[max(0, clause.place("disowned") - 2) : clause.place("disowned")]
    return any(item.labels & _A_THOUGHT for item in led)


def _is_anothers_run(clause: Clause) -> bool:
    """Whether what is not the author's is a run or its time: "her run not mine", but not "her dog not mine"."""
    at = clause.place("disowned")
    led = clause.items[max(clause.start, at - 1) : at]
    return any(item.labels & _OF_A_RUN for item in led)


def _goes_on_of_somebody(draft: Draft, post: Post) -> bool:
    """Whether somebody did it, and a run without an "I" comes next: "My sister graduated!! Ran the full 5k"."""
    head, told = post.clauses[0], post.clauses[draft.clauses[0]]
    if told is head or not told.opening or not told.items[told.start].labels & _RAN:
        return False
    if any(clause.of_its_author for clause in post.clauses):
        return False
    at = min(head.place("strong_did"), head.place("programme_end"))
    behind = head.items[at + 1 : head.end]
    return at < head.end and all(item.labels & _WHAT_WAS_DONE for item in behind)


def is_put_down_to_somebody(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether the figures are said to be of somebody right behind: "that was my brother", "my son", "not me"."""
    if post.told & _OWNER and not post.told & _SELF and _was_seen(post, drafts[0].first):
        return True
    after = max(draft.last for draft in drafts) + 1
    if _is_credited(post, after) or _was_somebodys(post, after) or _is_shared(post, after):
        return True
    if drafts[0].duration is None and not drafts[0].times and _did_it_in(post, drafts[0].last):
        return True
    told = {number for draft in drafts for number in draft.clauses}
    if any(_says_whose_it_was(clause, post, told) for clause in post.clauses):
        return True
    last = max(number for draft in drafts for number in draft.clauses)
    sentence = post.clauses[last].sentence
    behind = post.clauses[last + 1 : last + 3]
    here = [clause for clause in behind if clause.sentence == sentence]
    if any(map(_is_somebody, here)) and not (_is_about_the_way(here) or _is_of_who_fell(here)):
        return True
    if behind and (_points_at_somebody(behind[0]) or _is_what_they_said(post, last)):
        return True
    if post.clauses[0].labels & _PERSON and _goes_on_of_somebody(drafts[0], post):
        return True
    return bool(post.told & _THIRD_PERSON) and _is_of_one_unnamed(drafts, post)


def _is_shared(post: Post, at: int) -> bool:
    """Whether several ran so far or so long by turns: "160 km between the four of them", "3:02 between five of us"."""
    behind = post.items[at : at + 4]
    if len(behind) < 2 or not behind[0].labels & _BETWEEN:
        return False
    who = behind[1:] if not behind[1].labels & _THE else behind[2:]
    if not who or not isinstance(who[0], Quantity):
        return False
    return bool(who[0].labels & _OF_US) or any(item.labels & _OF_THEM for item in who[1:2])


def _did_it_in(post: Post, at: int) -> bool:
    """Whether somebody else ran what stands before, in a time: "parkrun on Saturday, my youngest did it in 24:50".

    Who was with them ran as well: "5k with my brother, he did it in 19 min".
    """
    if any(clause.of_its_author for clause in post.clauses):
        return False
    for number, clause in enumerate(post.clauses):
        if clause.end <= at or post.stances[number] is not Stance.OTHER_PERSON:
            continue
        for did in range(clause.start, clause.end - 3):
            one, it, in_, time = post.items[did : did + 4]
            told = one.labels & _FINITE and it.labels & _IT and in_.labels & _IN
            if told and isinstance(time, Quantity):
                return not joined([item.labels for item in post.items[:did]]) & _WITH
    return False


def _says_whose_it_was(clause: Clause, post: Post, told: Set[int]) -> bool:
    """Whether a sentence of its own, or what a run stands right behind, points at who it was.

    "Half in 1:38 then a wedding. That was my cousin", "that was my brother on my watch, 6.7k", "10k. Not me obviously".
    """
    number = post.clauses.index(clause)
    if clause.opening and number - 1 in told and clause.labels & _NOT:
        not_, *me = _items(clause)[: _FEW - 1]
        return bool(not_.labels & _NOT and me and me[0].labels & _ME) and len(me) < _FEW - 2
    if not clause.labels & _THAT or not (clause.opening or number + 1 in told):
        return False
    return _points_at_somebody(clause)


def _was_seen(post: Post, at: int) -> bool:
    """Whether somebody's run was seen before the figures: "just saw Lou's run, 21k in 1:48"."""
    led = post.items[:at]
    return any(
        saw.labels & _WAS and whose.labels & _OWNER and run.labels & _RUN
        for saw, whose, run in zip(led, led[1:], led[2:], strict=False)
    )


def _was_somebodys(post: Post, at: int) -> bool:
    """Whether "was my brother's" stands at the place, behind the figures: "8k in 44:10 was my brother's time"."""
    behind = post.items[at : at + 4]
    if len(behind) < 3 or not behind[0].labels & _WAS or not behind[1].labels & _SELF:
        return False
    if not behind[2].labels & _OWNER:
        return False
    return all(item.labels & (_TIME | MARK) for item in behind[3:])  # not "my brother's idea"


def _is_credited(post: Post, at: int) -> bool:
    """Whether "by my daughter" stands at the place, and a mark or nothing behind it."""
    behind = post.items[at : at + 4]
    if len(behind) < 3 or not behind[0].labels & _CREDITED or not behind[1].labels & _SELF:
        return False
    return behind[2].labels & _PERSON != 0 and all(item.labels & MARK for item in behind[3:])


def _items(clause: Clause) -> Sequence[Item]:
    """The items of a clause without the smiles behind it: "my daughter 😊", "he says lol"."""
    end = clause.end
    while end > clause.start + 1 and _is_a_smile(clause.items[end - 1]):
        end -= 1
    return clause.items[clause.start : end]


def _is_a_smile(item: Item) -> bool:
    """Whether it is a laugh or a sign without a letter, which says nothing of whose a run is."""
    if isinstance(item, Quantity):
        return False
    return item.labels & _LAUGH != 0 or not any(map(str.isalnum, item.text))


def _is_somebody(clause: Clause) -> bool:
    """Whether a clause only says whose it was: "my daughter", "my 12 year old", "Josh's first", "not me"."""
    items = _items(clause)
    if len(items) == 1 and items[0].labels & (_REPORTED | _HEARSAY) == _REPORTED:
        return (
            clause.closed_by != '"'
        )  # "10k 57:07, he says", not: he said "you run like a Labrador"
    if len(items) == 2 and items[0].labels & _SAYS and items[1].labels & _PERSON:
        return True  # "10k in 40 minutes, says grandad"
    if items[0].labels & _CREDITED and not clause.measured_items:
        items = items[1:]  # "by my brother", "says my sister"
    if not 1 < len(items) <= _FEW or clause.closed_by == "join":
        return False
    if len(items) == 2 and items[0].labels & _NOT and items[1].labels & _SELF:
        return True
    *who, last = items
    if last.labels & _FIRST_OF and who[-1].labels & _OWNER:
        return all(item.labels & _BEFORE_ONE for item in who[:-1])
    if not last.labels & (_PERSON | _AGE) or not who[0].labels & _SELF:
        return False
    return all(item.labels & _BEFORE_ONE for item in who)


def _is_what_they_said(post: Post, at: int) -> bool:
    """Whether a distance to run is what others told one to: "run 10k, they said"."""
    told, said = post.clauses[at], post.clauses[at + 1]
    if told.end - told.start > 3 or not post.items[told.start].labels & _TO_RUN:
        return False
    if told.labels & _DONE or said.end - said.start > 1:
        return False  # "run 8k, they said no"
    return post.items[said.start].labels & _HEARSAY != 0


def _is_about_the_way(behind: Sequence[Clause]) -> bool:
    """Whether brackets only set right what something was said of: "loop backwards (direction, not me)"."""
    about = behind[0]
    what = about.items[about.end - 1]
    return about.bracketed and len(behind) > 1 and what.labels & _ASPECT != 0


def _is_of_who_fell(behind: Sequence[Clause]) -> bool:
    """Whether brackets only say who it was not that something happened to: "45:30, somebody threw up (not me)"."""
    what = behind[0]
    if len(behind) < 2 or not behind[1].bracketed or what.measured_items:
        return False
    return what.items[what.start].labels & _PERSON != 0 and what.labels & _WAS != 0


def _points_at_somebody(clause: Clause) -> bool:
    """Whether it says who that was: "that was my brother"."""
    items = _items(clause)
    items = items[:-1] if items[-1].labels & _SAYS else items  # "that was my brother on my watch"
    if not 2 < len(items) <= _FEW or not items[-1].labels & _PERSON:
        return False
    if not (items[0].labels & _THAT and items[1].labels & _WAS):
        return False
    return all(item.labels & _BEFORE_ONE for item in items[2:-1])


def _is_of_one_unnamed(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a "he" or "she" is told of before whom nobody is: "5k 19:40, she's only eleven"."""
    at = next(n for n, item in enumerate(post.items) if item.labels & _THIRD_PERSON)
    does = post.items[at + 1].labels & _DOES if at + 1 < len(post.items) else 0
    if post.items[at].labels & _THIRD_PERSON_WHOSE:
        behind = joined([item.labels for item in post.items[at + 1 : at + 3]])
        does = behind & _A_RUN
    if not (post.items[at].labels & _THIRD_PERSON_IS or does) or _is_meanwhile(post, at):
        return False
    if any(
        clause.labels & _SELF for clause in (post.clauses[n] for d in drafts for n in d.clauses)
    ):
        return False
    led = post.items[:at]
    if led and led[0].text == "@" and at <= _LONGEST_CALL:
        return True  # "@coach_val she did it! 28:59"
    return not any(map(_may_be_meant, led))


def _is_meanwhile(post: Post, at: int) -> bool:
    """Whether it only tells what went on beside: "10k in 57:07 while he did bath time"."""
    clause = next(clause for clause in post.clauses if at < clause.end)
    if clause.labels & _ABED:
        return True  # "and she's still asleep"
    first = clause.items[clause.start].labels
    return first & _JOIN != 0 and not first & _AND


def _may_be_meant(item: Item) -> bool:
    """Whether a "he" or "she" behind it may be of it."""
    if isinstance(item, Quantity) or item.labels & (MARK | _AT):
        return False
    return item.labels & _MAY_BE_ONE != 0
