"""Tells a run of a weekday that somebody tells about from one that is still to come.

"Saturday 12k" may be either. Who announces a run says when and where, who is wanted and what to bring; who has run
tells how it was. So a run of a weekday is over where something tells of it: what happened, how it felt, the weather
that was met, or a remark that offers nothing. Tea and cake, a place and who comes along tell nothing, and where a word
is of what is to come nothing does.
"""

from collections.abc import Sequence, Set

from bot.runs.parse.evidence.lesson_minutes import are_of_a_lesson
from bot.runs.parse.figures.quantities import CLOCKS, PACES, Item, Measure, Quantity, is_distance
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.dividing import BY_A_WORD
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.other_matters import OF_A_RUN_AHEAD
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_HAPPENED = any_of(
    *(
        "looks_back",
        "judged",
        "guess.past",
        "did",
        "strong_did",
        "run_past",
        "delta_lead",
        "rest",
        "resembles",
    ),
    *(
        "sorry_state",
        "moods.negative",
        "moods.neutral",
        "body",
        "whole",
        "still",
        "once_more",
        "elements",
    ),
    *("tags.rain", "tags.snow", "tags.heat", "tags.cold", "tags.wind"),
)
"""What is told of a run that is over: verbs of the past, how it felt, the weather that was met."""

_LIKED = any_of("moods.positive")
_ELEMENTS = any_of("weather", "elements")
_MET = any_of("body", "looks_back", "guess.past")
_ME, _REST = any_of("object_self"), any_of("rest")
_OF_SOMEBODY = any_of("person", "third_person", "foretells")
_TOMORROW = -6
"""A weekday as far back as this is that of tomorrow, on which a plan begins."""

_REMARK, _A_FEW, _LEFT = 2, 3, any_of("remaining", "seeks", "entry")
"""Words at least of a remark that may tell anything: "leeches everywhere"."""

_PLACED = any_of(
    "place_from",
    "place_lead",
    "at",
    "up_there",
    "way",
    "start_word",
    "name",
    "bunch",
    "join",
    "of_oneself",
)
_OFFERED = any_of("offered")
_BARE = MARK | any_of(
    *("kinds", "run_noun", "run_word", "run_verb", "filler", "determiner", "article", "about"),
    *("join", "for_lead", "on", "times", "day", "weekday", "distance_unit", "time_unit", "with_me"),
    *("tags.group", "bunch", "adjective", "small", "effort", "companion", "alongside", "person"),
    *("accompanied", "name", "pet", "subject", "self", "tags.with_others"),
)
"""What a run to come is called by as well: "easy long run with the club on Sunday"."""

_LINK = MARK | any_of("filler", "join", "for_lead", "in_time", "sum_up")
_WITH = any_of("alongside", "accompanied")

_TO_COME = PACES | any_of(
    *("to_come", "plan", "goal", "purpose", "hypothetical", "invite", "announce", "start_word"),
    *("sets_off", "map", "luck", "price", "deal", "asked", "notice"),
    *("program_week", "prescribed", "plan_head", "seeks", "wished"),
    *("third_person_is", "kinds.race"),
)
_STANCES = OWN | {Stance.NO_RUN, Stance.OTHER_PERSON, Stance.WALK, Stance.WEATHER}
"""What the sentences beside it may speak of."""

_OF_OTHER_THINGS = frozenset(
    {Stance.PLAN, Stance.HYPOTHETICAL, Stance.TRAVEL, Stance.LIFE, Stance.QUESTION}
)
"""And where they tell nothing of a run, as long as the sentence of the run tells how it was."""

_TOOK = any_of("takes_along", "in_time")
_GROUP = any_of("tags.group")
_OVER = any_of("strong_did", "run_past", "looks_back")
_CALL = 5
"""Words at most of a sentence that only calls for something: "Bring lights"."""

_CLIMB = any_of("climb")
_WHOLE, _UNIT = any_of("whole"), any_of("distance_unit")
_OTHER_FIGURES = (Measure.NUMBER, Measure.DURATION)
_NAMED_RUN = any_of("kinds", "run_noun", "run_word", "program_done", "run_and_walk")
_CUT_SHORT, _LEADS = any_of("cut_short"), any_of("leads_to_point")
_CROWD, _NOT_RUN, _SINCE = any_of("crowd"), any_of("no_run"), any_of("since")
_NONE, _SUBORDINATE = any_of("no_run", "negation"), any_of("subordinate")
_DID_TO_ONE = any_of("delta_lead", "outran", "looks_back", "guess.past", "run_past", "strong_did")
_RUN, _A_RUN = any_of("run_verb"), any_of("run_noun", "kinds", "strong_did")
_HOUR = CLOCKS | any_of("hour")


def is_told_about(post: Post, drafts: Sequence[Draft]) -> bool:
    """Whether a run of a weekday is told about: "sat: 21k w/ Hana, she drops me on every climb".

    So are those of several days where something happened: "11k Friday, 11k Sunday. Still hates me".
    """
    draft = drafts[0]
    told = {post.clauses[number].sentence for number in draft.clauses}
    aside = _said_beside(post, told)
    if draft.reps or draft.named or aside is None:
        return False
    if Stance.WEATHER in post.stances and not any(map(_is_weather_that_was, post.clauses)):
        return False
    if not draft.distance and not _is_time_of_a_run(post, draft):
        return False
    days = [m for m in post.cast if m.role is Role.DAY and m.stance in OWN]
    if days[1:] and not _are_told_one_by_one(post, drafts, days):
        return False
    if post.told & _HOUR or any(_is_to_come(clause, told) for clause in post.clauses):
        return False
    judged = zip(post.clauses, post.stances, strict=True)
    if any(
        clause.sentence in told and stance not in OWN and not _is_what_somebody_did(clause)
        for clause, stance in judged
    ):
        return False
    points = [member.place for member in post.cast if member.role is Role.POINT]
    others = (at for at in range(len(post.items)) if at not in points)
    if any(_is_of_something_else(post.items, draft, at) for at in others):
        return False
    if any(post.clauses[number].labels & _GROUP for number in draft.clauses):
        return any(item.labels & _OVER for item in post.items)  # to a group much is announced
    theirs = [clause for clause in post.clauses if days[1:] and clause.labels & _OF_SOMEBODY]
    theirs += [clause for clause in post.clauses if aside and clause.sentence not in told]
    told_at = set(range(len(post.items))).difference(*(range(c.start, c.end) for c in theirs))
    if any(_tells_of_it(post.items, at) for at in told_at):
        return True
    remarks = not (days[1:] or aside) and (draft.distance or are_of_a_lesson(post, draft))
    if not remarks or any(item.labels & _OFFERED and not _is_counted(item) for item in post.items):
        return False
    return any(map(_is_a_remark, post.clauses))


def _said_beside(post: Post, told: Set[int]) -> bool | None:
    """Whether other sentences speak of other things to come: "I'll be back"; None where it may be of the run."""
    others = [
        (clause, stance)
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance not in _STANCES
    ]
    if all(
        stance in _OF_OTHER_THINGS
        and clause.sentence not in told
        and not (clause.labels & OF_A_RUN_AHEAD or clause.quantities(*_OTHER_FIGURES))
        for clause, stance in others
    ):
        return bool(others)
    return None


def _are_told_one_by_one(post: Post, drafts: Sequence[Draft], days: Sequence[Cast]) -> bool:
    """Whether each of several days, in their order, has its run, and none is of rest."""
    told = [int(day.quantity.value) for day in days]
    if len(told) != len(drafts) or told != sorted(set(told)) or post.labels & _REST:
        return False
    if told[0] <= _TOMORROW:
        return False
    return all(draft.distance and not draft.reps and not draft.named for draft in drafts)


def _is_time_of_a_run(post: Post, draft: Draft) -> bool:
    """Whether a time alone stands with a word for the run it was: "40 mins easy", "w4d3 28 min"."""
    return any(post.clauses[number].labels & _NAMED_RUN for number in draft.clauses)


def _is_what_somebody_did(clause: Clause) -> bool:
    """Whether it is what company did on the way, or the author since: "he quit at 4", "then didn't run since"."""
    if clause.items[clause.end - 1].labels & _SINCE and clause.labels & _NONE:
        return True  # "and haven't been out since"
    if clause.closed_by == BY_A_WORD and clause.labels & _NOT_RUN:
        return clause.end < len(clause.items) and clause.items[clause.end].labels & _SINCE != 0
    if clause.labels & _ME:
        return clause.labels & _DID_TO_ONE != 0
    if clause.items[clause.start].labels & _CROWD:
        return clause.labels & _OVER != 0  # "everyone finished smiling"
    return clause.bracketed and clause.labels & _CUT_SHORT != 0


def _is_weather_that_was(clause: Clause) -> bool:
    """Whether the weather met somebody, and is not only foretold: "wind in my face", but not "rain forecast"."""
    return clause.labels & _ELEMENTS != 0 and clause.labels & _MET != 0


def _is_to_come(clause: Clause, told: Set[int]) -> bool:
    """Whether a sentence about a run speaks of what is to come, or another begins with it: "Bring lights"."""
    if clause.sentence in told:
        if not clause.labels & _TO_COME:
            return False
        items = clause.items[clause.start : clause.end]
        return any(item.labels & _TO_COME and not item.labels & _WITH for item in items)
    short = clause.end - clause.start <= _CALL
    return short and clause.opening and clause.items[clause.start].labels & _TO_COME != 0


def _is_of_something_else(items: Sequence[Item], draft: Draft, at: int) -> bool:
    """Whether it is a number that is none of the run, as an hour is, or a verb that only names running."""
    item = items[at]
    if isinstance(item, Quantity):
        behind = items[at + 1].labels if at + 1 < len(items) else 0
        if at and items[at - 1].labels & _CUT_SHORT:
            return False
        if at > 1 and items[at - 1].labels & _LEADS and items[at - 2].labels & _ME:
            return False
        if item.measure not in _OTHER_FIGURES or at in draft.places or _counts_what_was_seen(item):
            return False
        return not behind & _CLIMB
    return item.labels & _RUN != 0 and not item.labels & _A_RUN


def _counts_what_was_seen(number: Quantity) -> bool:
    """Whether it is told in a word, as what was met on the way is: "one curlew", "two hares and a fox"."""
    return number.measure is Measure.NUMBER and number.value <= _A_FEW and number.text.isalpha()


def _is_counted(item: Item) -> bool:
    """Whether it is told how many of it somebody had: "two gels", but not "gels at the start"."""
    return isinstance(item, Quantity) and item.measure is Measure.OTHER


def _is_seen(clause: Clause) -> bool:
    """Whether all that is counted in it may have been met on the way, and is no place left: "two hares and a fox"."""
    return not clause.labels & _LEFT and all(map(_counts_what_was_seen, clause.measured_items))


def _tells_of_it(items: Sequence[Item], at: int) -> bool:
    """Whether a word tells how it was: "still stiff", "lovely", "he drops me", "900 vert w/ Hana"."""
    item, behind = items[at], items[at + 1 : at + 2]
    if isinstance(item, Quantity) or item.labels & _OFFERED:
        return False
    if item.labels & _LIKED:
        return item.text[0].isalpha() and all(next_.labels & MARK for next_ in behind)
    if item.labels & _SINCE:
        return at > 0 and all(next_.labels & (MARK | _SUBORDINATE) for next_ in behind)
    if item.labels & _ME:
        return at > 0 and not items[at - 1].labels & _LINK
    if item.labels & _WHOLE and behind and behind[0].labels & _UNIT:
        return False  # "3 up, 8 at tempo, 2 down, all km"
    if item.labels & _TOOK == _TOOK and is_distance(items[at - 1]):
        return True  # "Monday's 7k took it out of me"
    climbed = item.labels & _CLIMB and isinstance(items[at - 1], Quantity)
    return bool(item.labels & _HAPPENED or (climbed and behind and behind[0].labels & _WITH))


def _is_a_remark(clause: Clause) -> bool:
    """Whether a clause without figures tells something, and not only where it is: "leech in me sock"."""
    told = [item for item in clause.items[clause.start : clause.end] if not item.labels & MARK]
    if len(told) < _REMARK or told[0].labels & _PLACED:
        return False
    if clause.measured_items and not _is_seen(clause):
        return False
    return any(not isinstance(item, Quantity) and not item.labels & _BARE for item in told)
