"""Tells whether a finished run is told without any figure: "ran without a watch, lovely"."""

from collections.abc import Sequence

from bot.runs.parse.drafts.laps import went_in_laps
from bot.runs.parse.drafts.untimed import is_untimed
from bot.runs.parse.figures.quantities import MEASURED, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.passed import LESSON, is_passed
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme
from bot.runs.parse.words.tokens import Shape

_BESIDE = frozenset(
    {Role.DAY, Role.OTHER, Role.DENIED, Role.BOUND, Role.OPEN, Role.REST, Role.POINT}
)
_DESCRIBING = any_of("about", "article", "determiner", "adjective", "kinds.easy", "kinds.long")
_A_RUN = any_of("run_thing")
_OF = any_of("of")
_FELT = any_of("moods.positive", "moods.negative", "moods.neutral")
_OTHERS = frozenset(
    {Stance.REPLY, Stance.OTHER_PERSON, Stance.INVITATION, Stance.PLAN}
    | {Stance.ANNOUNCEMENT, Stance.GOAL, Stance.HYPOTHETICAL, Stance.WATCHING, Stance.VOLUNTEER}
)
"""What makes a run that is only named more likely another's, or one to come."""

_THE = any_of("article", "determiner")
_OF_A_RACE = any_of("pb", "pb_now", "kinds.race", "run_noun", "body")
_SESSIONS = ("kinds.intervals", "kinds.tempo", "kinds.long", "kinds.recovery")

_MOVED = any_of("guess.past", "did", "looks_back")
_HEADING = _DESCRIBING | any_of("outdoors", "kinds")
_PRAISING = any_of("adjective_praise")
_ITS_OWN = any_of("accompanied", "circuit", "ground_lead")
_WITH = any_of("accompanied")
_MAY_BE_CREDITED = any_of("person", "bunch", "you", "bound", "age")
_SOMEBODY = any_of("person", "you")
_TRAIL, _AT_HOME = any_of("kinds.trail"), any_of("at_home")
_LOOKED_BACK = _FELT | any_of("looks_back")
_WHEN = MEASURED[Measure.DAY] | any_of("times")
_GOING_ON = any_of(
    "accompanied", "circuit", "ground_lead", "way", "tags", "moods", "neutral", "join"
)
_NO_RUN = any_of("of", "announce", "thing")
_OF_A_TREADMILL = _WHEN | any_of(
    *("kinds.treadmill", "strong_did", "did", "determiner", "article", "adjective", "moods", "self")
)
_UNSURE = UNKNOWN | any_of("guess.verb")
_ON_FOOT = frozenset({Stance.WALK, Stance.OTHER_SPORT, Stance.TRAVEL})


def freedom_run(post: Post) -> bool:
    """Whether a finished run is told without any figure."""
    if Stance.IDIOM in post.stances or _tells_figures(post):
        return False
    reported = not OWN.isdisjoint(post.stances) and _reports_a_run(post)
    if reported or (post.labels & LESSON and is_passed(post)):
        return True
    return _is_a_run_as_felt(post) or went_in_laps(post)


def _reports_a_run(post: Post) -> bool:
    """Whether a run is told as done, in a sentence that does not say that there was none."""
    missed = {
        clause.sentence
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.NO_RUN
    }
    return any(
        (_fits_a_run_in(clause) if stance is Stance.FRAGMENT else _tells_run(clause, post))
        and stance in OWN
        and (clause.sentence not in missed or clause.has("self", "contrast", "join"))
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    )


def _is_a_run_as_felt(post: Post) -> bool:
    """Whether a run is only named, but as one that is over: "grim run this morning, legs gone"."""
    if is_untimed(post):
        return True
    if not _OTHERS.isdisjoint(post.stances):
        return False
    if Stance.FRAGMENT not in post.stances or not post.has("run_thing"):
        return False
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
    if not (_is_over(days[0], post) if days else _is_recalled(head, post)):
        return False
    if Stance.QUESTION in post.stances or not _ON_FOOT.isdisjoint(post.stances):
        return False
    behind = [i for i in head.items[place + 1 : head.end] if not i.labels & _WHEN]
    if behind and not behind[0].labels & _GOING_ON:
        return False
    told = joined([item.labels for item in behind])
    mere = head.items[head.start].labels & _PRAISING and not told & _ITS_OWN
    return not mere and not _calls_somebody(behind)


def _is_over(day: Quantity, post: Post) -> bool:
    """Whether a day lies behind for sure, or does by what is told of it."""
    if "day" in day.meanings and day.value < 0:
        return True
    return day.value <= 0 and post.labels & _MOVED != 0


def _is_recalled(head: Clause, post: Post) -> bool:
    """Whether a way is told without a day, and then what was met or felt: "dawn run by the canal, froze, loved it"."""
    if not head.has("circuit", "ground_lead"):
        return False
    told = zip(post.clauses, post.stances, strict=True)
    return any(c is not head and c.labels & _LOOKED_BACK and stance in OWN for c, stance in told)


def _calls_somebody(items: Sequence[Item]) -> bool:
    """Whether somebody is spoken of, and not only as who came along."""
    for item in items:
        if item.labels & _WITH:
            return False
        if item.labels & _SOMEBODY or is_name(item):
            return True
    return False


def _fits_a_run_in(clause: Clause) -> bool:
    """Whether a verb of the past leads to a run: "snuck a little run in between meetings", "got out for W2D3"."""
    if not clause.has("fits_in"):
        return False
    at = clause.place("fits_in") + 1
    if at > clause.start + 2:
        return False
    while at < clause.end and _describes(clause.items[at]):
        at += 1
    if at >= clause.end or not clause.items[at].labels & (_A_RUN | LESSON):
        return False
    behind = clause.items[at + 1 : at + 2]
    return not behind or not behind[0].labels & _OF


def _names_a_felt_run(clause: Clause, post: Post) -> bool:
    """Whether it says of a run when it was and how it felt; mere praise may be of anybody's."""
    if clause.closed_by == "?" or clause.has("person", "you") or _is_that_run(clause):
        return False
    if clause.has("copula") and clause.has("weekday"):
        return False  # "my first run in 5 weeks is on Saturday"
    if _is_credited(clause):
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


def _is_credited(clause: Clause) -> bool:
    """Whether it was somebody's: "lovely run yesterday by the under 15s", but "by the sea"."""
    at = clause.place("credit_lead") + 1
    told = joined([item.labels for item in clause.items[at : min(at + 3, clause.end)]])
    return bool(told & _MAY_BE_CREDITED) or any(is_name(item) for item in clause.items[at : at + 1])


def _describes(item: Item) -> bool:
    """Whether a word only describes the run behind it."""
    return item.labels & _DESCRIBING != 0 and not item.labels & _A_RUN


def _is_a_title(clause: Clause, post: Post) -> bool:
    """Whether a run of a day that is over heads what is told of it: "last night's run: round the loch"."""
    first = clause.items[clause.start]
    if clause is not post.clauses[0] or clause.end - clause.start != 2 or len(post.clauses) < 2:
        return False
    if not isinstance(first, Quantity) or first.measure is not Measure.DAY:
        return False
    return _is_over(first, post)


def _is_that_run(clause: Clause) -> bool:
    """Whether a certain run is spoken of: "the run", "that run"."""
    lead = clause.items[max(clause.start, clause.place("run_thing") - 1)].meanings
    return "determiner" in lead and "article" not in lead


def _tells_figures(post: Post) -> bool:
    """Whether a figure speaks of a run that did not come together."""
    if not _BESIDE.issuperset(post.roles):
        return True
    others = [m.quantity.measure for m in post.cast if m.role is Role.OTHER]
    return Measure.DISTANCE in others  # "ran -5 km"


def _tells_run(clause: Clause, post: Post) -> bool:
    if clause.has("credit_lead") and _is_credited(clause):
        return False
    if clause.has("program_done"):
        return True
    if not clause.has("run_past"):
        return clause.has("strong_did") and (
            _is_of_a_run(clause) or _is_back_from_one(clause) or _went_round(clause, post)
        )
    at = clause.place("run_past")
    if "single_verb" not in clause.items[at].meanings:
        return not any(i.labels & _OF for i in clause.items[at + 1 : clause.end][:1])
    if clause.labels & _AT_HOME and _leads_through_the_house(clause, at):
        return False  # "ran to the fridge and back"
    if "i_run" in clause.items[at].meanings and Stance.HABIT in post.stances:
        return False  # "used to run 10k, now I run to the fridge"
    if at + 1 >= clause.end or _may_follow(clause.items[at + 1]):
        return True
    return bool(post.labels & _OF_A_RACE) and _is_named(clause, at + 1)


def _leads_through_the_house(clause: Clause, at: int) -> bool:
    """Whether somebody only ran to what stands in a house: "ran to the loo and back"."""
    return any(item.labels & _AT_HOME for item in clause.items[at + 1 : min(at + 4, clause.end)])


def _is_of_a_run(clause: Clause) -> bool:
    """Whether what was done is a run, and not so many of something: "a run of three green lights"."""
    if not clause.has("run_word", *_SESSIONS):
        return _is_on_a_treadmill(clause)
    at = min(clause.place(label) for label in ("run_word", *_SESSIONS))
    behind = clause.items[at + 1 : clause.end]
    return not behind or not behind[0].labels & _NO_RUN


def _is_on_a_treadmill(clause: Clause) -> bool:
    """Whether nothing else is spoken of than a treadmill: "did the treadmill thing", "treadmill done"."""
    items = clause.items[clause.start : clause.end]
    return clause.has("kinds.treadmill") and all(i.labels & _OF_A_TREADMILL for i in items)


def _is_back_from_one(clause: Clause) -> bool:
    """Whether somebody is back from a run or the trails: "just back from a plod round the lake"."""
    at = clause.place("back_from") + 1
    while at < clause.end and _describes(clause.items[at]):
        at += 1
    if at >= clause.end or not clause.items[at].labels & (_A_RUN | _TRAIL):
        return False
    behind = clause.items[at + 1 : at + 2]
    return not (behind and behind[0].labels & (_UNSURE | _NO_RUN))


def _went_round(clause: Clause, post: Post) -> bool:
    """Whether somebody who went out took a round: "did go out in the end, just round the houses"."""
    if not clause.has("went_out") or post.tells("pet") or not _ON_FOOT.isdisjoint(post.stances):
        return False
    behind = clause.items[clause.place("went_out") + 1 : clause.end]
    if behind and behind[0].labels & _OF:
        return False  # "got out of bed"
    if clause.has("tags.group") and (post.has("free") or clause.has("instead")):
        return True  # "should have been 12 miles. Went out with the hash instead"
    return any(one.sentence == clause.sentence and one.has("circuit") for one in post.clauses)


def _is_named(clause: Clause, at: int) -> bool:
    """Whether an event by its name follows "ran": "ran the Great Eastern on Sunday, PB"."""
    name = clause.items[at + 1 : at + 2]
    if not clause.items[at].labels & _THE or not name or not isinstance(name[0], Lexeme):
        return False
    over = any(day.value <= 0 for day in clause.quantities(Measure.DAY))
    return over and name[0].capital and not clause.has("life", "software", "volunteer")


def _may_follow(item: Item) -> bool:
    """Whether "ran" may be followed by it without an object of another sense ("ran the script")."""
    if isinstance(item, Quantity):
        return item.measure is Measure.DAY
    if item.shape is not Shape.WORD:
        return True
    if not item.meanings:
        return isinstance(item, Lexeme) and item.guess == "adverb"
    return item.meanings.keys().isdisjoint(("article", "determiner", "object"))
