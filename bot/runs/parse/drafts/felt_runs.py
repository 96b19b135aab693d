"""Tells whether a run is only named, but as one that is over: "grim run this morning, legs gone"."""

from collections.abc import Sequence

from bot.runs.parse.drafts.untimed import is_untimed
from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity, is_day
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.shared import is_company
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of, joined

_DESCRIBING = any_of("about", "article", "determiner", "adjective", "kinds.easy", "kinds.long")
_FELT = any_of("moods.positive", "moods.negative", "moods.neutral")
_OTHERS = frozenset(
    {Stance.REPLY, Stance.OTHER_PERSON, Stance.INVITATION, Stance.PLAN}
    | {Stance.ANNOUNCEMENT, Stance.GOAL, Stance.HYPOTHETICAL, Stance.WATCHING, Stance.VOLUNTEER}
)
"""What makes a run that is only named more likely another's, or one to come."""
_AHEAD = any_of("luck", "begs")
_MOVED = any_of("guess.past", "did", "looks_back")
_HEADING = _DESCRIBING | DAYS | any_of("outdoors", "kinds", "times")
_PRAISING = any_of("adjective_praise")
_ITS_OWN = any_of("accompanied", "circuit", "ground_lead")
_PART_OF_DAY = any_of("times")
_COMPANY = any_of("accompanied", "tags.with_others")
_MAY_BE_CREDITED = any_of("person", "bunch", "you", "bound", "age")
_LOOKED_BACK = _FELT | any_of("looks_back")
_WHEN = DAYS | any_of("times")
_GOING_ON = any_of(
    "accompanied", "circuit", "ground_lead", "way", "tags", "moods", "neutral", "join"
)
_WITH_A_GROUP = any_of("tags.group", "tags.with_others")
_GROUP, _BUNCH = any_of("tags.group"), any_of("tags.group", "bunch")
_TO, _TO_COME, _WAS = any_of("leads_to_named"), any_of("to_come"), any_of("looks_back", "pb_verb")
_AS_IT_WAS = _FELT | any_of("adjunct", "way", "neutral", "described", "strong_did")
_TOLD_TO = any_of("crowd", "you")
_NOT_SO = any_of("negation", "owner", "guess.owner", "name", "person")
_SKY = any_of("tags.rain", "tags.snow", "tags.wind", "tags.cold", "tags.heat")
_BRINGS = any_of("brings")
_BODY, _SORE = any_of("body"), any_of("moods.negative", "aches")
_HOW = any_of("adjective_praise", "moods.negative")
_CALLED = _HOW | any_of("kinds.easy")
_MORNING, _AFTERNOON = any_of("times.morning"), 13
_ASKING = any_of("question")
_JUDGED, _DONE = any_of("judged_run"), any_of("did")
_ON_FOOT = frozenset({Stance.WALK, Stance.OTHER_SPORT, Stance.TRAVEL})
_SUBJECT, _HAD, _IN = any_of("subject"), any_of("fits_in"), any_of("in_time")
_SELF, _RUN_THING = any_of("self"), any_of("run_thing")
_TAIL = DAYS | any_of("times", "demonstrative")
_NAMES_SOMEBODY = any_of(
    "you", "person", "name", "owner", "third_person", "bunch", "media", "taken_on"
)
_OUTSIDE = _BODY | _SKY | any_of("in_the_open", "outdoors", "tags.dark")
_PRAISED = _PRAISING | any_of("moods.positive")
_THOUGH = any_of("contrast")
_NOBODY = any_of("nobody")
_RUN_OF_A_KIND = any_of("kinds", "tags", "outdoors")


def is_a_run_as_felt(post: Post) -> bool:
    """Whether a run is only named, but as one that is over: "grim run this morning, legs gone"."""
    if is_untimed(post) or _closes_with_praise(post):
        return True
    if not _OTHERS.isdisjoint(post.stances) or post.told & _AHEAD:
        return False
    if Stance.FRAGMENT not in post.stances or not post.has("run_thing"):
        return False
    if post.told & _BRINGS and any(
        clause.items[clause.start].labels & _BRINGS and not clause.sentence
        for clause in post.clauses
    ):
        return False  # "easy jog tonight in the rain, don't forget a coat"
    if _heads_a_day(post):
        return True
    if post.unknown_words() > 2 and not _is_a_title(post.clauses[0], post):
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


def _closes_with_praise(post: Post) -> bool:
    """Whether what the author felt outside ends in praise of the run: "my face froze, legs like lead. Great run"."""
    if (
        not (post.labels & _RUN_THING and OWN.issuperset(post.stances))
        or post.told & _NAMES_SOMEBODY
    ):
        return False
    at = next((n for n, one in enumerate(post.clauses) if n and _is_praise_of_a_run(one)), 0)
    before = joined([clause.labels for clause in post.clauses[:at]])
    if not before & (_SELF | _BODY):
        return False
    ends = [clause.closed_by for clause in post.clauses[at:]]
    then = joined([item.labels for item in post.items[post.clauses[at].start :]])
    return "?" not in ends and bool(before & _OUTSIDE or then & (_TAIL | _THOUGH))


def _is_praise_of_a_run(clause: Clause) -> bool:
    """Whether it is nothing but that: "cracking trail run", "good run that", "great jog this morning"."""
    items = clause.items[clause.start : clause.end]
    at = next((n for n, item in enumerate(items) if item.labels & _RUN_THING), len(items))
    led, behind = items[:at], items[at + 1 :]
    if at == len(items) or not any(item.labels & _PRAISED for item in led):
        return False
    told = all(item.labels & (_PRAISED | _DESCRIBING | _RUN_OF_A_KIND) for item in led)
    return told and all(item.labels & (_TAIL | _THOUGH) for item in behind)


def _heads_a_day(post: Post) -> bool:
    """Whether a run of a day that is over opens the post: "easy jog last night with Dee, put the world to rights"."""
    head = post.clauses[0]
    if post.stances[0] is not Stance.FRAGMENT or not head.has("run_thing") or head.asked:
        return False
    place = head.place("run_thing")
    if any(not item.labels & _HEADING for item in head.items[head.start : place]):
        return False
    days = head.quantities(Measure.DAY)
    if len(days) > 1 or len(head.quantities()) != len(days):
        return False
    if not (_must_be_over(days[0], post) if days else _is_recalled(head, post)):
        return False
    if Stance.QUESTION in post.stances or _asks_then(post) or not _ON_FOOT.isdisjoint(post.stances):
        return False
    behind = [i for i in head.items[place + 1 : head.end] if not i.labels & _WHEN]
    if behind and not (behind[0].labels & _GOING_ON or _says_what_it_was(head, behind, post)):
        return False
    told = joined([item.labels for item in behind])
    return not head.items[head.start].labels & _PRAISING or told & _ITS_OWN != 0


def _says_what_it_was(head: Clause, behind: Sequence[Item], post: Post) -> bool:
    """Whether "was" and how it was stand behind a run: "this evening's run was mostly puddles"."""
    if len(behind) < 2 or behind[0].labels & _WAS != _WAS or post.told & _TO_COME:
        return False
    day = head.items[head.start].labels
    if day & DAYS and not (day & _PART_OF_DAY or behind[1].labels & _AS_IT_WAS):
        return False  # "today's run was a no from me"
    return not (behind[1].labels & _NOT_SO or behind[-1].labels & _TOLD_TO)


def _must_be_over(day: Quantity, post: Post) -> bool:
    """Whether a day lies behind for sure, or does by what is told of it."""
    if "day" in day.meanings and day.value < 0:
        return True
    if day.labels & _MORNING and day.value == 0 and post.hour >= _AFTERNOON:
        return not post.labels & _GROUP  # "club run this morning, thanks for coming"
    return day.value <= 0 and (post.labels & _MOVED != 0 or any(map(_aches, post.clauses[1:])))


def _aches(clause: Clause) -> bool:
    """Whether it opens with a part of the body that has felt it: "back's too sore", "legs like lead"."""
    opens = clause.items[clause.start : min(clause.start + 2, clause.end)]
    return any(item.labels & _BODY for item in opens) and clause.labels & _SORE != 0


def _is_recalled(head: Clause, post: Post) -> bool:
    """Whether a way or who came along is told without a day, and then what was met, felt or done.

    "Dawn run by the canal, froze, loved it", "evening jog with my brother, talked the whole way", "good run with the
    gang, icy by the river".
    """
    own = [c for c, stance in zip(post.clauses, post.stances, strict=True) if stance in OWN]
    behind = [clause for clause in own if clause is not head]
    if head.has("circuit", "ground_lead"):
        return any(clause.labels & _LOOKED_BACK for clause in behind)
    if not head.labels & _COMPANY:
        return False
    if head.items[head.start].labels & _CALLED and not post.told & _TO_COME:
        return _is_with_people(head) and any(c.labels & (_SKY | _MOVED) for c in behind)
    moved = any(clause.items[clause.start].labels & _MOVED for clause in behind)
    return bool(head.labels & _PART_OF_DAY) and moved


def _is_with_people(head: Clause) -> bool:
    """Whether "with" leads to people, be it over the name of their group: "with the Running Room group"."""
    if any(item.labels & _WITH_A_GROUP == _WITH_A_GROUP for item in head.items[: head.end]):
        return True
    at = head.place("accompanied") + 1
    group = any(item.labels & _BUNCH for item in head.items[at : min(at + 4, head.end)])
    return group or is_company(head.items, at)


def _names_a_felt_run(clause: Clause, post: Post) -> bool:
    """Whether it says of a run when it was and how it felt; mere praise may be of anybody's."""
    if clause.closed_by == "?" or clause.has("person", "you") or _is_that_run(clause):
        return False
    if clause.items[clause.start].labels & _NOBODY:
        return False  # "no one came to the club run, so I went home"
    if clause.has("copula") and clause.has("weekday"):
        return False  # "my first run in 5 weeks is on Saturday"
    if is_credited(clause):
        return False
    items = clause.items[clause.start : clause.end]
    if any(is_name(item) for item in items[1:]):
        return False
    if clause.has("tags.comeback") or _is_a_title(clause, post):
        return True
    if (clause.labels & _JUDGED or _is_judged(clause)) and post.labels & (DAYS | _DONE):
        return True  # "best run in weeks this morning", "worst run in ages, did it anyway"
    if not post.labels & _FELT:
        return False
    told = clause.has("day", "times", "tags") or post.has("moods.negative")
    return told and (len(items) > 3 or len(post.clauses) > 1)


def _is_judged(clause: Clause) -> bool:
    """Whether a run is set beside those its author had before it: "nicest run I've had in months"."""
    at = clause.place("run_thing") + 1
    behind = clause.items[at : min(at + 3, clause.end)]
    sought = (_SUBJECT, _HAD, _IN)
    return len(behind) == 3 and all(i.labels & one for i, one in zip(behind, sought, strict=True))


def is_credited(clause: Clause) -> bool:
    """Whether it was somebody's: "lovely run yesterday by the under 15s", but "by the sea"."""
    at = clause.place("credit_lead") + 1
    behind = clause.items[at : min(at + 3, clause.end)]
    if any(item.labels & _TO for item in behind[1:2]):
        return False  # "ran from Leith to town"
    told = joined([item.labels for item in behind])
    return bool(told & _MAY_BE_CREDITED) or any(is_name(item) for item in clause.items[at : at + 1])


def _is_a_title(clause: Clause, post: Post) -> bool:
    """Whether a run of a day that is over heads what is told of it: "last night's run: round the loch"."""
    first = clause.items[clause.start]
    if clause is not post.clauses[0] or clause.end - clause.start != 2 or len(post.clauses) < 2:
        return False
    if not is_day(first):
        return False
    return not _asks_then(post) and _must_be_over(first, post)


def _asks_then(post: Post) -> bool:
    """Whether the clause behind the first one begins like a question: "last night's run: who left the jacket"."""
    return any(c.items[c.start].labels & _ASKING for c in post.clauses[1:2])


def _is_that_run(clause: Clause) -> bool:
    """Whether a certain run is spoken of: "the run", "that run"."""
    lead = clause.items[max(clause.start, clause.place("run_thing") - 1)].meanings
    return "determiner" in lead and "article" not in lead
