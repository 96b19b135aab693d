"""Judges a clause without what only stood around its distance: whose scooter, which film, how long ago that hat."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    DAYS,
    DISTANCES,
    TIMES,
    Item,
    Measure,
    Quantity,
    is_day,
)
from bot.runs.parse.posts.by_a_watch import ROUND_SECONDS
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.adjuncts import ADJUNCT, adjunct_at, is_of_a_year
from bot.runs.parse.stances.aged import goes_on_of_somebody
from bot.runs.parse.stances.alone import own_stance
from bot.runs.parse.stances.said_of_a_noun import SAID_OF_NOUNS, is_said_of_a_noun
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme

_MOVED = frozenset({Stance.OTHER_SPORT, Stance.TRAVEL})
_ON_A_DAY = _MOVED | {Stance.WATCHING, Stance.SHOES, Stance.PAST, Stance.OTHER_PERSON}
"""Stances that a word aside does not give a run of a day that is over."""

_IN_A_TIME = _ON_A_DAY | {
    *(Stance.HYPOTHETICAL, Stance.PLAN, Stance.ANNOUNCEMENT, Stance.NO_RUN, Stance.GOAL),
    *(Stance.SOFTWARE, Stance.LIFE, Stance.HABIT),
}
"""Stances that a word aside does not give a run with its time."""

_ELSE = any_of("something_else", "deal")
_BORNE, _MOVED_BY = any_of("sport", "travel"), any_of("moved_by")
_PAST, _WHEN = any_of("past"), any_of("adjunct", "borne_on", "since", "until")
_SHOE = any_of("shoe", "shoe_worn")
_BORNE_ON, _AMID = any_of("borne_on"), any_of("amid")
_VENUE, _PATH = any_of("venue"), any_of("sports_path")
_AT, _IN_TIME, _WITH_IT = any_of("at"), any_of("in_time"), any_of("with_it")
_LEADS_TO_AN_HOUR = any_of("at", "start_word", "sets_off")
_WHOSE_RUN = any_of("credit_lead", "for_lead", "of", "place_from")
_DETERMINER, _AN = any_of("determiner"), any_of("article")
_THE = _DETERMINER | _AN | any_of("adjective")
_WHOSE = any_of("third_person_whose", "owner", "guess.owner")
_A_THING = UNKNOWN | any_of("garment")
_SOMEBODY = any_of("person", "name", "third_person_whose", "owner", "pet")
_DOING = any_of("person_verb", "run_past", "strong_did")
_DONE = any_of("strong_did")
_BEFORE_AN_ASIDE = TIMES | DAYS | _DONE | any_of("in_time", "about")
_AIMED = frozenset({Stance.PLAN, Stance.GOAL, Stance.HYPOTHETICAL, Stance.ANNOUNCEMENT})
_ALONG, _GROUND = any_of("accompanied"), any_of("ground", "outdoors", "route", "scenery")
_WATCHED = any_of("watching")
_SAYS_SO = any_of("copula", "month", "needed", "seeks", "standard")
_AT_THE_END = TIMES | DAYS | any_of("in_time", "times", "about")
_FIVE_MIN_S = 300
_BRISK, _EASY = 230, 540
"""Seconds per kilometre between which most run, and hardly anybody rides."""


def but_asides(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, each of a told run without its adjunct: "8k with my son on his bike, 55:10"."""
    if _IN_A_TIME.isdisjoint(own):
        return own
    return [
        _but_its_aside(clauses, own, at)
        if own[at] in _IN_A_TIME and clause.labels & ADJUNCT
        else own[at]
        for at, clause in enumerate(clauses)
    ]


def _but_its_aside(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> Stance:
    """The stance of a clause without the adjunct behind its distance, where a time or a day backs it."""
    clause, stance = clauses[at], own[at]
    lead = _lead_of_aside(clause, stance)
    if lead == clause.end or clause.asked or goes_on_of_somebody(clause):
        return stance
    of_a_noun = _is_of_a_noun(clause, lead, stance)
    end = clause.end if of_a_noun else _end_of_aside(clause, lead, stance)
    if end == lead:
        return stance  # "8k in good time"
    aside = clause.items[lead:end]
    if joined([item.labels for item in aside]) & _ELSE or is_of_a_year(aside):
        return stance
    if not (of_a_noun or _is_only_around(aside, stance)):
        return stance
    head = _without(clause, lead, end, ahead=not of_a_noun)
    seconds = _seconds_over(head, clauses[at + 1 : at + 2], own[at + 1 : at + 2])
    if not (
        _is_surely_over(head, seconds) if of_a_noun else _is_backed(head, aside, stance, seconds)
    ):
        return stance
    told = own_stance(head)
    return told if told in OWN else stance


def _lead_of_aside(clause: Clause, stance: Stance) -> int:
    """Where an adjunct begins behind the distance, or behind its time as well; or the end."""
    lead = adjunct_at(clause)
    if lead < clause.end:
        return lead
    lead = _behind_its_time(clause)
    if lead == clause.end or clause.items[lead].labels & _WATCHED:
        return clause.end
    if stance in SAID_OF_NOUNS and _is_of_a_noun(clause, lead, stance):
        return lead
    aimed = stance in _AIMED and not _is_what_for(clause.items[lead : clause.end])
    return clause.end if aimed or stance is Stance.HABIT else lead


def _is_of_a_noun(clause: Clause, lead: int, stance: Stance) -> bool:
    """Whether what the clause sounds like is said of the noun of its adjunct, which bore nobody."""
    aside = clause.items[lead : clause.end]
    return stance in SAID_OF_NOUNS and is_said_of_a_noun(aside) and not _bears(aside, company=True)


def _is_surely_over(head: Clause, seconds: int | None) -> bool:
    """Whether a time tells it that nobody plans by, or a day that is gone."""
    return head.surely_over if seconds is None else seconds % _FIVE_MIN_S != 0


def _behind_its_time(clause: Clause) -> int:
    """Where an adjunct begins behind distance and time, or "done": "8k in 44:10 past the pool"; or the end."""
    told = clause.measured_at
    if not told or not clause.items[told[0]].labels & DISTANCES:
        return clause.end
    at = told[0] + 1
    while at < clause.end and clause.items[at].labels & _BEFORE_AN_ASIDE:
        last = clause.items[at].labels
        at += 1
        if last & (TIMES | DAYS) or (last & _DONE and at < clause.end):
            return at if at < clause.end and clause.items[at].labels & ADJUNCT else clause.end
    return clause.end


def _is_what_for(aside: Sequence[Item]) -> bool:
    """Whether it says with what in mind a run was run: "with the goal of getting out", but not "with a goal of 42"."""
    lead = bool(aside) and aside[0].labels & (_ALONG | _WITH_IT)
    return bool(lead) and not any(isinstance(item, Quantity) for item in aside)


def _end_of_aside(clause: Clause, lead: int, stance: Stance) -> int:
    """Where the time or the day begins that ends the clause behind an adjunct; no hour behind an "at" or a "starts".

    A ground may have its time at once: "6 miles on the bike path in 51:30 with Jo".
    """
    if stance in _MOVED and clause.labels & _PATH:
        for at in range(lead + 1, clause.end - 1):
            if clause.items[at].labels & _IN_TIME and clause.items[at + 1].labels & TIMES:
                return at
    end = clause.end
    while end > lead and clause.items[end - 1].labels & _AT_THE_END:
        end -= 1
    return clause.end if clause.items[end - 1].labels & _LEADS_TO_AN_HOUR else end


def _without(clause: Clause, lead: int, end: int, *, ahead: bool) -> Clause:
    """The clause but for its adjunct, of which only the days are kept, and none ahead unless asked for."""
    days = [i for i in clause.items[lead:end] if is_day(i) and (ahead or i.value <= 0)]
    items = [*clause.items[clause.start : lead], *days, *clause.items[end : clause.end]]
    places = [at for at, item in enumerate(items) if isinstance(item, Quantity)]
    figures = [item for item in items if isinstance(item, Quantity)]
    labels = joined([item.labels for item in items])
    return replace(
        clause,
        items=items,
        start=0,
        end=len(items),
        labels=labels,
        measured_items=figures,
        measured_at=places,
    )


def _seconds_over(
    head: Clause, following: Sequence[Clause], stances: Sequence[Stance]
) -> int | None:
    """The time told with the distance of a clause, there or at once behind it, if it fits."""
    metres = head.quantities(Measure.DISTANCE)[0].value
    told = list(head.measured_items)
    if following and stances[0] in OWN and _opens_with_its_time(head, following[0]):
        told += following[0].measured_items[:1]
    fitting = (duration_over(time, metres) for time in told if time.labels & TIMES)
    return next((seconds for seconds in fitting if seconds), None)


def _opens_with_its_time(head: Clause, clause: Clause) -> bool:
    """Whether the clause begins with a time, and tells no other distance."""
    if clause.sentence != head.sentence or clause.labels & DISTANCES:
        return False
    return clause.items[clause.start].labels & TIMES != 0


def _is_backed(head: Clause, aside: Sequence[Item], stance: Stance, seconds: int | None) -> bool:
    """Whether time or day tell that it was run, whatever the adjunct says."""
    if seconds is not None and stance in _MOVED:
        metres = head.quantities(Measure.DISTANCE)[0].value
        return _BRISK <= seconds * 1000 / metres <= _EASY
    if seconds is not None:
        return stance in _ON_A_DAY or seconds % 60 not in ROUND_SECONDS
    beside = not aside[0].labels & _WITH_IT  # "behind a man on a bike"
    if stance not in _ON_A_DAY or (stance in _MOVED and _bears(aside, company=beside)):
        return False
    if joined([item.labels for item in aside]) & _PATH:
        return False  # "20k on the bike path today"
    return head.surely_over


def _is_only_around(aside: Sequence[Item], stance: Stance) -> bool:
    """Whether a word of the adjunct says nothing of who ran, of how they moved and of what their shoes have run."""
    if stance in _MOVED:
        return not (_bears(aside, company=True) or _is_where_it_is_done(aside))
    if stance is Stance.OTHER_PERSON:
        return not aside[0].labels & _WHOSE_RUN and not any(i.labels & _DOING for i in aside)
    if stance is Stance.SHOES:
        worn = aside[0].labels & _BORNE_ON and any(i.labels & _SHOE for i in aside[1:4])
        return not (worn or aside[0].labels & _SHOE)
    if stance is Stance.PAST:
        return not any(map(_dates, aside, aside[1:]))
    return stance not in _AIMED or not joined([item.labels for item in aside]) & _SAYS_SO


def _is_where_it_is_done(aside: Sequence[Item]) -> bool:
    """Whether it was at a place that is for another sport: "at the rowing club", "in the swimming pool"."""
    return aside[0].labels & _AMID != 0 and any(
        item.labels & _VENUE and not _begins_a_name(aside, at) for at, item in enumerate(aside)
    )


def _dates(lead: Item, item: Item) -> bool:
    """Whether it says when it was: "in 2018", "last year", but not "with Babu's 1974 stopwatch"."""
    if not item.labels & _PAST:
        return False
    return not isinstance(item, Quantity) or lead.labels & _WHEN != 0


def _bears(aside: Sequence[Item], *, company: bool) -> bool:
    """Whether the author was borne: "on the bike", "by boat", but not "past the ski lift".

    With `company` also what others are on is theirs: "with my coach on a bike".
    """
    return any(
        item.labels & _BORNE and _carries(aside, at, company=company)
        for at, item in enumerate(aside)
    )


def _carries(aside: Sequence[Item], at: int, *, company: bool) -> bool:
    """Whether what the word at `at` says to move by carried the author, and not "Jo on her bike"."""
    if _begins_a_name(aside, at):
        return False
    moved_by = aside[at].labels & _MOVED_BY != 0
    if moved_by and " " in aside[at].text:
        return True  # "on the rower"
    led_to = joined([item.labels for item in aside[max(0, at - 2) : at]])
    if led_to & _THE:
        moved_by = False  # "past the swimming pool", "in my muddy cycling jacket"
    on = at if moved_by else _borne_on(aside, at)
    if on is None or (not moved_by and _is_only_what_it_is_for(aside, at)):
        return False
    led = joined([item.labels for item in aside[on:at]])
    if led & _WHOSE:
        return False
    theirs = company and joined([item.labels for item in aside[:on]]) & _SOMEBODY
    return not theirs or led & (_DETERMINER | _AN) == _DETERMINER


def _begins_a_name(aside: Sequence[Item], at: int) -> bool:
    """Whether it begins the name of a place: "on Ski Hill Road", "at Golf Links", but not "on the Bike"."""
    word, behind = aside[at], aside[at + 1] if at + 1 < len(aside) else None
    if not (_is_capital(word) and _is_capital(behind)) or behind.labels & _MOVED_BY:
        return False
    lead = aside[at - 1].labels if at else 0
    if lead & _AT or not lead & _BORNE_ON:
        return not lead & _AT or not word.labels & _MOVED_BY
    return any(_is_capital(item) and item.labels & _GROUND for item in aside[at + 1 : at + 4])


def _is_capital(item: Item | None) -> TypeGuard[Lexeme]:
    return isinstance(item, Lexeme) and item.capital


def _is_only_what_it_is_for(aside: Sequence[Item], at: int) -> bool:
    """Whether a thing follows that is only for it: "in my cycling jacket", "on the ski lift road"."""
    behind = aside[at + 1] if at + 1 < len(aside) else None
    return isinstance(behind, Lexeme) and behind.labels & _A_THING != 0 and not behind.guess


def _borne_on(aside: Sequence[Item], at: int) -> int | None:
    """Where an "on", "in" or "by" leads to the word at `at`, over whose it is and one word more; or None."""
    for on in range(at - 1, max(-1, at - 5), -1):
        if aside[on].labels & _BORNE_ON:
            return on
        if on < at - 1 and not aside[on].labels & _THE:
            return None
    return None
