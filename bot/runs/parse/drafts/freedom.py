"""Tells whether a finished run is told without any figure: "ran without a watch, lovely"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.drafts.felt_runs import is_a_run_as_felt, is_credited
from bot.runs.parse.drafts.laps import went_in_laps
from bot.runs.parse.drafts.own_running import is_own_running
from bot.runs.parse.drafts.ways_done import did_a_way
from bot.runs.parse.figures.quantities import DAYS, NUMBERS, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.passed import LESSON, is_passed
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme
from bot.runs.parse.words.tokens import Shape

_BESIDE = frozenset(
    {Role.DAY, Role.OTHER, Role.DENIED, Role.BOUND, Role.OPEN, Role.REST, Role.POINT}
)
_GROUP = any_of("tags.group", "bunch", "crowd")
_DESCRIBING = any_of(
    *("about", "article", "determiner", "adjective", "kinds.easy", "kinds.long", "tags.first")
)
_A_RUN = any_of("run_thing")
_TAKEN_ON, _MY = any_of("taken_on"), any_of("self")
_OWNS = ("'s", "’s", "s'")
_OF, _HENCE = any_of("of"), any_of("hence")
_THE = any_of("article", "determiner")
_OF_A_RACE = any_of("pb", "pb_now", "kinds.race", "run_noun", "body")
_SESSIONS = ("kinds.intervals", "kinds.tempo", "kinds.long", "kinds.recovery")
_TRAIL, _AT_HOME = any_of("kinds.trail"), any_of("at_home")
_PRAISE = any_of("moods", "adjective_praise")
_BEFORE = any_of("before_after")
_WHEN = DAYS | any_of("times")
_NO_RUN = any_of("of", "announce", "thing")
_OF_A_TREADMILL = _WHEN | any_of(
    *("kinds.treadmill", "strong_did", "did", "determiner", "article", "adjective", "moods", "self")
)
_ASKED_WHETHER = any_of("asked_whether")
_LOOKS_BACK = any_of("run_past", "strong_did", "run_thing", "looks_back")
_UNSURE = UNKNOWN | any_of("guess.verb")
_TAKES, _KIT, _OUT, _NEAR = any_of("takes_along"), any_of("shoe", "garment"), any_of("way_out"), 6
_GOT, _SOME, _IN = (
    any_of("strong_did"),
    any_of("self", "determiner", "some", "demonstrative"),
    any_of("in_time"),
)
_TAGS, _ARTICLE = any_of("tags"), any_of("article")
_ON_FOOT = frozenset({Stance.WALK, Stance.OTHER_SPORT, Stance.TRAVEL})


def freedom_run(post: Post) -> bool:
    """Whether a finished run is told without any figure."""
    if Stance.IDIOM in post.stances or _tells_figures(post):
        return False
    reported = not OWN.isdisjoint(post.stances) and _reports_a_run(post)
    if reported or (post.labels & LESSON and is_passed(post) and not _is_credited_lesson(post)):
        return True
    return is_a_run_as_felt(post) or went_in_laps(post) or did_a_way(post)


def _is_credited_lesson(post: Post) -> bool:
    """Whether somebody else did it: "W5R3 conquered by my wife"."""
    return any(
        clause.labels & LESSON and clause.has("credit_lead") and is_credited(clause)
        for clause in post.clauses
    )


def _reports_a_run(post: Post) -> bool:
    """Whether a run is told as done, in a sentence that does not say that there was none."""
    missed = {
        clause.sentence
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.NO_RUN
    }
    return any(
        (_is_named_as_over(clause) if stance is Stance.FRAGMENT else _tells_run(clause, post))
        and stance in OWN
        and (clause.sentence not in missed or clause.has("self", "contrast", "join"))
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    )


def _is_named_as_over(clause: Clause) -> bool:
    """Whether a run is named as one that was fitted in, or of which there is a picture."""
    if _fits_a_run_in(clause) or (clause.labels & _TAKES and _takes_shoes_for_one(clause)):
        return True
    return clause.labels & (_TAKEN_ON | _GROUP) == _TAKEN_ON and _is_pictured(clause)


def _is_pictured(clause: Clause) -> bool:
    """Whether what it shows is of the author's run, or of this morning's: "photo from my run"."""
    at = clause.place("taken_on") + 1
    whose = clause.items[at : at + 1]
    if not whose or not whose[0].labels & (_MY | DAYS):
        return False
    return _leads_to(clause, at, _A_RUN, _OF | _GROUP) and not _is_of_its_owner(clause)


def _is_of_its_owner(clause: Clause) -> bool:
    """Whether a run only tells what sort of owner something has: "my run club's page"."""
    return any(
        run.labels & _A_RUN and not owner.labels & _WHEN and owner.text.endswith(_OWNS)
        for run, owner in pairwise(clause.items[clause.start : clause.end])
    )


def _fits_a_run_in(clause: Clause) -> bool:
    """Whether a verb of the past leads to a run: "snuck a little run in between meetings", "got out for W2D3"."""
    at = clause.place("fits_in")
    hence = clause.items[clause.start].labels & _HENCE != 0  # "so I snuck out for a run"
    return at <= clause.start + 1 + hence and _leads_to(clause, at, _A_RUN | LESSON, _OF | _GROUP)


def _takes_shoes_for_one(clause: Clause) -> bool:
    """Whether new shoes or kit were taken out on a run: "took the new shoes for a gentle run"."""
    at, to = clause.place("takes_along"), clause.place("for_lead")
    if at > clause.start + 1 or not at + 1 < to <= at + _NEAR:
        return False
    kit = clause.items[to - 1 - (clause.items[to - 1].labels & _OUT != 0)]
    return kit.labels & _KIT != 0 and _leads_to(clause, to, _A_RUN, _OF | _GROUP)


def _leads_to(clause: Clause, at: int, a_run: Labels, no_run: Labels) -> bool:
    """Whether the word at `at` leads to a run, over what only describes it, that nothing behind it is called by."""
    at += 1
    while at < clause.end and _describes(clause.items[at]):
        at += 1
    at += 3 * _is_likened(clause.items[at : min(at + 4, clause.end)])
    if at >= clause.end or not clause.items[at].labels & a_run:
        return False
    behind = clause.items[at + 1 : at + 2]
    return not behind or not behind[0].labels & no_run


def _is_likened(items: Sequence[Item]) -> bool:
    """Whether a run is called as good or bad as some thing: "cracker of a run"."""
    if len(items) < 4 or not items[0].labels & (UNKNOWN | _PRAISE):
        return False
    return items[1].labels & _OF != 0 and items[2].labels & _THE != 0


def _describes(item: Item) -> bool:
    """Whether a word only describes the run behind it."""
    return item.labels & _DESCRIBING != 0 and not item.labels & _A_RUN


def _tells_figures(post: Post) -> bool:
    """Whether a figure speaks of a run that did not come together, as in "ran -5 km", but no "nine feet tall"."""
    if not _BESIDE.issuperset(post.roles) or (post.told & NUMBERS and _counts_runs(post.items)):
        return True
    others = [m.quantity for m in post.cast if m.role is Role.OTHER]
    return any(one.measure is Measure.DISTANCE and not 0 < one.unit < 1 for one in others)


def _counts_runs(items: Sequence[Item]) -> bool:
    """Whether it counts how many of so many are done: "8 of my 10 long runs done"."""
    return any(
        some.labels & NUMBERS and of.labels & _OF and my.labels & _THE and many.labels & NUMBERS
        for some, of, my, many in zip(items, items[1:], items[2:], items[3:], strict=False)
    )


def _tells_run(clause: Clause, post: Post) -> bool:
    if clause.has("credit_lead") and is_credited(clause):
        return False
    if clause.has("program_done"):
        return True
    if not clause.has("run_past"):
        return clause.has("strong_did") and (
            _is_of_a_run(clause)
            or _is_back_from_one(clause)
            or _went_round(clause, post)
            or _got_miles_in(clause)
        )
    at = clause.place("run_past")
    if at > clause.start + 2 and clause.items[at - 3].labels & _ASKED_WHETHER:
        return False  # "my dentist asked if I ran"
    own = is_own_running(clause, at, post)
    if own and "single_verb" not in clause.items[at].meanings:
        return not any(i.labels & _OF for i in clause.items[at + 1 : clause.end][:1])
    if clause.labels & _AT_HOME and _leads_through_the_house(clause, at):
        return False  # "ran to the fridge and back"
    if "i_run" in clause.items[at].meanings and (
        Stance.HABIT in post.stances or any(i.labels & _BEFORE for i in clause.items[at - 1 : at])
    ):
        return False  # "used to run 10k, now I run to the fridge", "asking before I run in"
    if own and (
        clause.has("moved_verb") or at + 1 >= clause.end or _may_follow(clause.items[at + 1])
    ):
        return True
    return bool(post.labels & _OF_A_RACE) and _is_named(clause, at + 1)


def _leads_through_the_house(clause: Clause, at: int) -> bool:
    """Whether somebody only ran to what stands in a house: "ran to the loo and back"."""
    return any(item.labels & _AT_HOME for item in clause.items[at + 1 : min(at + 4, clause.end)])


def _is_of_a_run(clause: Clause) -> bool:
    """Whether what was done is a run, and not so many of something: "a run of three green lights"."""
    if not clause.has("run_word", *_SESSIONS):
        return _is_on_a_treadmill(clause) or _went_for_one(clause)
    at = min(clause.place(label) for label in ("run_word", *_SESSIONS))
    if (
        at > clause.start
        and clause.items[at - 1].labels == UNKNOWN
        and clause.items[at].labels & _A_RUN
    ):
        return at > clause.start + 1  # "chicken run is finished"
    behind = clause.items[at + 1 : clause.end]
    return not behind or not behind[0].labels & _NO_RUN


def _went_for_one(clause: Clause) -> bool:
    """Whether somebody went for what runs are called: "went for a wee shuffle", but not "a shuffle of the deck"."""
    return _leads_to(clause, clause.place("intent"), _A_RUN, _UNSURE | _NO_RUN)


def _got_miles_in(clause: Clause) -> bool:
    """Whether miles are what somebody got in or done: "got my miles in before work", no "got my miles in Avios"."""
    at = clause.place("distance_unit")
    got = at - 2 - (at - 2 > clause.start and clause.items[at - 2].labels & _ARTICLE != 0)
    if got < clause.start or at + 1 >= clause.end or not clause.items[got].labels & _GOT:
        return False
    done, *behind = clause.items[at + 1 : min(at + 3, clause.end)]
    if not (clause.items[got + 1].labels & _SOME and done.labels & (_IN | _GOT)):
        return False
    return all(item.labels & (_WHEN | _BEFORE | _TAGS) for item in behind)


def _is_on_a_treadmill(clause: Clause) -> bool:
    """Whether nothing else is spoken of than a treadmill: "did the treadmill thing", "treadmill done"."""
    items = clause.items[clause.start : clause.end]
    return clause.has("kinds.treadmill") and all(i.labels & _OF_A_TREADMILL for i in items)


def _is_back_from_one(clause: Clause) -> bool:
    """Whether somebody is back from a run or the trails: "just back from a plod round the lake"."""
    if clause.has("outing", "seeks"):
        return False  # "back from the trails with a boot full of mushrooms"
    return _leads_to(clause, clause.place("back_from"), _A_RUN | _TRAIL, _UNSURE | _NO_RUN)


def _went_round(clause: Clause, post: Post) -> bool:
    """Whether somebody who went out took a round: "did go out in the end, just round the houses"."""
    if not clause.has("went_out") or post.tells("pet") or not _ON_FOOT.isdisjoint(post.stances):
        return False
    behind = clause.items[clause.place("went_out") + 1 : clause.end]
    if behind and behind[0].labels & _OF:
        return False  # "got out of bed"
    if clause.has("tags.group") and (post.has("free") or clause.has("instead")):
        return True  # "should have been 12 miles. Went out with the hash instead"
    here = [n for n, one in enumerate(post.clauses) if one.sentence == clause.sentence]
    if any(post.stances[number] is Stance.LIFE for number in here):
        return False  # "went out round the park with the pram, she slept"
    return any(post.clauses[number].has("circuit") for number in here)


def _is_named(clause: Clause, at: int) -> bool:
    """Whether an event by its name follows "ran": "ran the Great Eastern on Sunday, PB"."""
    name = clause.items[at : at + 2]
    if len(name) < 2 or not name[0].labels & _THE or not isinstance(name[1], Lexeme):
        return False
    over = clause.dated_back
    return over and name[1].capital and not clause.has("life", "software", "volunteer")


def _may_follow(item: Item) -> bool:
    """Whether "ran" may be followed by it without an object of another sense ("ran the script")."""
    if isinstance(item, Quantity):
        return item.measure is Measure.DAY
    if item.shape is not Shape.WORD:
        return True
    if not item.meanings:
        return isinstance(item, Lexeme) and item.guess == "adverb"
    return item.meanings.keys().isdisjoint(("article", "determiner", "object"))


def day_of_a_run(post: Post) -> int | None:
    """The day of a run without figures, from today; None where none is told of it."""
    days = [m for m in post.cast if m.role is Role.DAY]
    own = [m for m in days if m.stance in OWN and not _is_of_the_next(m, post)]
    over = [m for m in days if m.quantity.is_over]
    return next((int(m.quantity.value) for m in own or over), None)


def _is_of_the_next(day: Cast, post: Post) -> bool:
    """Whether a weekday is that of a run to come: "Did my run. Again on Saturday", "W5D1 done, W5D2 Thursday"."""
    if "weekday" not in day.quantity.meanings:
        return False
    if sum([item.labels & LESSON != 0 for item in post.items[: day.place]]) > 1:
        return True
    told = post.clauses[day.clause]
    behind = told.sentence != post.clauses[0].sentence and told.end - told.start > 1
    return behind and not told.labels & _LOOKS_BACK
