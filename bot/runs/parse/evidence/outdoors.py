"""Tells what a time alone was spent on: out on some ground, as runs are, or with something else."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import DAYS, Item, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import UNKNOWN

TO_THE_GROUND = any_of("ground_lead", "circuit", "way_out", "outside", "up_there")
"""Labels without any of which no time is told with its ground."""

_SPENT = any_of(
    *("pet", "time_of", "on", "ground_lead", "off_schedule", "outing"),
    *(
        "accompanied",
        "guess.verb",
        "circling",
        "enclosed",
        "shoe",
        "seeks",
        "sights",
        "takes_along",
    ),
)
"""Labels without any of which nothing says what else a time was spent on."""

_RUN = any_of("run_past", "run_word", "program_done", "run_and_walk", "tags.comeback")
_A_KIND = any_of("kinds")
_DONE, _I_DID = any_of("strong_did"), any_of("strong_did", "subject")
_SHOE = any_of("shoe")
_YOU = any_of("you")
_COPULA = any_of("copula")
_TO = any_of("until", "leads_to_named")
_BEFORE = any_of(
    "kinds", "adjective", "about", "article", "day", "weekday", "times", "on", "contrast"
)
_BETWEEN = _BEFORE | DAYS
_LEADING = any_of("ground_lead", "circuit", "way_out")
_ON_THE_WAY = any_of("accompanied", "bunch", "tags", "weekday", "filler", "neutral", "name")
_LEAD = any_of("ground_lead")
_ADJECTIVE = any_of("adjective", "kinds.easy")
_ON, _THE = any_of("on"), any_of("article", "determiner")
_ALONG = any_of("way_along")
_UP, _AND, _BACK = any_of("up_there"), any_of("and"), any_of("way_back")
_OUTDOORS = any_of("outdoors", "circuit")
_OUT = any_of("way_out")
_OUTSIDE = any_of("outside")
_OF = any_of("time_of")
_NAMED_RUN, _PLAYED = any_of("run_noun", "run_word"), UNKNOWN | any_of("media")
_OF_A_RUN = any_of("outdoors", "ground", "run_noun", "kinds", "effort", "tags.hills")
_SKY = any_of("tags.dark", "tags.rain", "tags.snow", "tags.wind", "tags.cold", "tags.heat")
_IN_THE_OPEN = _SKY | _OUTDOORS | any_of("ground")
_WATER = any_of("water")
_OF_A_THING = UNKNOWN | any_of("life", "software")
_A_VERB = any_of("single_verb")
_DOING_ELSE = any_of("pet", "guess.verb", "seeks")
_OFF, _A_ZONE = any_of("off_schedule"), any_of("zone_of")
_WITH = any_of("accompanied")
RUNNERS = any_of("bunch", "tags.group")
"""Labels without any of which no time is told with who ran along."""

_COMPANY = any_of("bunch", "tags.group", "body", "moods", "tags.dark", "kinds", "shoe", "unplugged")
_PERSON, _BODY, _MY = any_of("person"), any_of("body"), any_of("self")
_OVER = any_of(
    "meantime", "looks_back", "guess.past", "did", "free", "moods.positive", "moods.negative"
)
_IDLE = frozenset({Stance.LIFE, Stance.WATCHING})
"""What is watched or done at home beside a time that may as well be of that."""

_AFTER = any_of("before_after")
_WAS, _BECAUSE = any_of("looks_back"), any_of("subordinate")

_OF_THE_OPEN = TO_THE_GROUND | any_of("outdoors", "ground", "tags", "body", "run_noun", "free")
_TOOK = any_of("takes_along")
_OUTING, _SIGHTS = any_of("outing"), any_of("sights")
_FELT_OR_SEEN = any_of("moods", "body", "tags", "effort", "run_verb")
_CIRCLING, _ENCLOSED = any_of("circling"), any_of("enclosed")
_DRIVEN = any_of("guess.verb", "seeks", "travel", "drove", "sport")
_HALF_AN_HOUR = 1800
_NEAR = 6


def is_told_with_its_ground(post: Post, draft: Draft) -> bool:
    """Whether a time alone heads where it led: "55 min out and back", "40 min round the lanes"."""
    clause = clause_of_a_time(post, draft)
    if clause is None:
        return False
    at = draft.first
    if clause.labels & _COPULA or _is_headed_otherwise(post, draft):
        return False
    if any(not item.labels & (_BETWEEN | _I_DID) for item in clause.items[clause.start : at]):
        return False
    behind = _behind(clause, at)
    if _leads_over_ground(behind) or _is_out(post, clause, behind):
        return True
    return _is_there_and_back(behind, post.items[clause.end : clause.end + 2])


def is_told_with_a_group(post: Post, draft: Draft) -> bool:
    """Whether a time alone is told with who ran along: "an hour and ten with the Tuesday crew", but no round hour."""
    clause = clause_of_a_time(post, draft)
    if clause is None or _is_round(draft) or clause.labels & _COPULA:
        return False
    if any(not item.labels & _BETWEEN for item in clause.items[clause.start : draft.first]):
        return False
    behind = _behind(clause, draft.first)
    with_them = behind and behind[0].labels & _WITH
    return bool(with_them) and any(item.labels & RUNNERS for item in behind[1:4])


def is_spent_otherwise(post: Post, draft: Draft) -> bool:
    """Whether a time alone may be of something else: "an hour of peace", "40 mins with the physio", "30 min late"."""
    clause = clause_of_a_time(post, draft)
    if clause is None:
        return False
    if _is_what_a_thing_ran(clause, draft.first) or _is_of_an_easy_thing(clause, draft.first):
        return True
    if _is_how_long_a_run_of_it_took(clause, draft.first):
        return True
    if Stance.NO_RUN in post.stances and _is_after_something(clause, draft.first):
        return True  # "got out of the meeting after 35 mins today"
    if post.told & _CIRCLING and post.told & _ENCLOSED and not post.told & _DRIVEN:
        return False  # "35 mins round the base, round and round"
    if post.told & _YOU and draft.day is None and not post.labels & _RUN:
        return True  # "easy 50, Dave, you should try the 60s"
    if not post.labels & (_RUN | _A_KIND | _OF_THE_OPEN) and _is_beside_something_idle(post):
        return True
    if not (clause.labels | post.told & _OUTING) & _SPENT:
        return False
    if post.told & _OUTING and not post.labels & (_RUN | _A_KIND):
        return True  # "an hour in the woods, mushrooms for tea"
    if any(item.labels & _SHOE for item in clause.items[clause.start : draft.first]):
        return True  # "carbon shoes for a 31 min jog"
    if post.labels & _RUN:
        return False
    if _is_what_a_thing_took(clause, draft.first):
        return True
    return _is_of_another_thing(post, clause, draft)


def _is_after_something(clause: Clause, at: int) -> bool:
    return at > clause.start and clause.items[at - 1].labels & _AFTER != 0


def _is_what_a_thing_ran(clause: Clause, at: int) -> bool:
    """Whether a thing told in two words ran for a time: "Wedding speech ran 25 minutes"."""
    if at - 3 != clause.start or not clause.items[at - 1].labels & _A_VERB:
        return False
    led = clause.items[clause.start : at - 1]
    return all(item.labels & _OF_A_THING for item in led) and not is_name(led[1])


def _is_of_an_easy_thing(clause: Clause, at: int) -> bool:
    """Whether something unknown is called easy and so long: "easy 30 min recipe"."""
    behind = clause.items[at + 1 : clause.end]
    if at == clause.start or len(behind) != 1 or not behind[0].labels & UNKNOWN:
        return False
    return clause.items[at - 1].labels & _ADJECTIVE != 0 and not is_name(behind[0])


def _is_how_long_a_run_of_it_took(clause: Clause, at: int) -> bool:
    """Whether something unknown had a run: "first run of the panto was 2h40", "payslip run took 45 min"."""
    if at - 2 < clause.start or not clause.items[at - 1].labels & (_WAS | _TOOK):
        return False
    led = clause.items[clause.start : at - 1]
    of_it = len(led) > 3 and led[-4].labels & _NAMED_RUN and led[-3].labels & _OF
    thing = led[-1] if of_it and led[-2].labels & _THE else None
    if len(led) == 2 and led[1].labels & _NAMED_RUN:
        thing = led[0]
    return thing is not None and bool(thing.labels & _PLAYED) and not is_name(thing)


def _is_beside_something_idle(post: Post) -> bool:
    """Whether it is told how something was that is watched or done at home: "48 mins tonight, film was rubbish"."""
    return not _IDLE.isdisjoint(post.stances) and any(
        stance in _IDLE
        and clause.labels & _WAS
        and not clause.items[clause.start].labels & _BECAUSE
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    )


def _is_what_a_thing_took(clause: Clause, at: int) -> bool:
    """Whether it is how long something unknown took: "Suunto pairing took 35 minutes", but not "the Grizzly took"."""
    if at - 2 < clause.start or not clause.items[at - 1].labels & _TOOK:
        return False
    thing = clause.items[at - 2]
    return bool(thing.labels & (UNKNOWN | _DOING_ELSE)) and not is_name(thing)


def _is_round(draft: Draft) -> bool:
    """Whether it is told in hours and halves of them."""
    return draft.times[0].value % _HALF_AN_HOUR == 0


def _is_of_another_thing(post: Post, clause: Clause, draft: Draft) -> bool:
    """Whether what follows a time says what else it was of, with or on."""
    behind = _behind(clause, draft.first)
    if not behind:
        return False
    told, first = joined([item.labels for item in behind]), behind[0].labels
    kind, done = post.labels & _A_KIND, clause.labels & _DONE
    if first & _OF and not kind:
        return not any(i.labels & _OF_A_RUN and not i.labels & _SKY for i in behind[1:3])
    if first & _OF and behind[1:] and behind[1].labels & _A_ZONE:
        return False  # "40 minutes of zone 2 being overtaken by prams"
    if done or told & _DOING_ELSE:
        hurt = told & _BODY and _leads_over_ground(
            behind
        )  # "round the block w/ shin splints barking"
        return not done and not hurt
    if kind:
        return False
    if told & _SIGHTS and _is_round(draft) and not post.labels & _FELT_OR_SEEN:
        return True  # "an hour round the harbour"
    if first & _OFF or _is_ridden(behind):
        return True
    if first & _LEAD and not _leads_over_ground(behind):
        return True
    return told & _WITH != 0 and not _has_company(behind)


def _is_headed_otherwise(post: Post, draft: Draft) -> bool:
    """Whether a colon leads to it from what is no run: "film last night: two hours along the Amazon"."""
    last = draft.clauses[0] - 1
    return last >= 0 and post.clauses[last].closed_by == ":" and post.stances[last] not in OWN


def clause_of_a_time(post: Post, draft: Draft) -> Clause | None:
    """The clause of a run that is told by one duration alone, or None for any other."""
    if draft.distance is not None or draft.reps or len(draft.places) != 1 or len(draft.times) != 1:
        return None
    return post.clauses[draft.clauses[0]] if draft.times[0].measure is Measure.DURATION else None


def _behind(clause: Clause, at: int) -> Sequence[Item]:
    """What follows the time, but for its day and how it was."""
    at += 1
    while at < clause.end and clause.items[at].labels & _BETWEEN:
        at += 1
    return clause.items[at : clause.end]


def _leads_over_ground(behind: Sequence[Item]) -> bool:
    """Whether it goes on with a way and the ground it leads over: "along the canal", "out on the moor"."""
    at = next((at for at, item in enumerate(behind) if item.labels & _LEADING), len(behind))
    if any(not item.labels & _ON_THE_WAY for item in behind[:at]):
        return False
    ground = behind[at : at + _NEAR]
    if len(ground) > 2 and ground[1].labels & _TO and ground[2].labels & UNKNOWN:
        return False  # "out and back to fetch a sofa"
    if ground and ground[0].labels & _OUT:
        return any(i.labels & _IN_THE_OPEN and not i.labels & _WATER for i in ground[1:])
    if any(one.labels & _OUTDOORS for one in ground):
        return True
    return len(ground) > 1 and ground[0].labels & _ALONG != 0 and is_name(ground[1])


def _is_there_and_back(behind: Sequence[Item], next_to: Sequence[Item]) -> bool:
    """Whether it leads up some ground and back: "50 min up the valley and back"."""
    if len(behind) < 2 or len(next_to) < 2 or not behind[0].labels & _UP:
        return False
    back = next_to[0].labels & _AND and next_to[1].labels & _BACK
    return bool(back) and all(item.labels & (_OUTDOORS | _THE) for item in behind[1:])


def _is_ridden(behind: Sequence[Item]) -> bool:
    """Whether something unknown was sat on: "round the golf course on a buggy"."""
    return any(
        on.labels & _ON and the.labels & _THE and what.labels & UNKNOWN
        for on, the, what in zip(behind, behind[1:], behind[2:], strict=False)
    )


def _is_out(post: Post, clause: Clause, behind: Sequence[Item]) -> bool:
    """Whether it was spent outside, and is over: "half an hour out while he slept", "an hour. outside."."""
    if behind and behind[0].labels & (_OUT | _OUTSIDE):
        return bool(post.told & _OVER) and all(item.labels & _BETWEEN for item in behind[1:])
    return not behind and any(
        c.end == c.start + 1 and c.items[c.start].labels & _OUTSIDE for c in post.clauses
    )


def _has_company(behind: Sequence[Item]) -> bool:
    """Whether it was run with somebody or a group: "with Ama", "with the Tuesday lot", "round the field w/ my dad"."""
    if _leads_over_ground(behind) and any(
        my.labels & _MY and somebody.labels & _PERSON for my, somebody in pairwise(behind)
    ):
        return True
    return any(item.labels & _COMPANY or (is_name(item) and at) for at, item in enumerate(behind))
