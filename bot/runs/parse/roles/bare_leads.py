"""Says what may stand around a number that is a run: "just an easy 5.4", "the big 20 on Saturday: 2:52:14"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import CLOCKS, DAYS, Item, Measure, Quantity
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK, UNKNOWN

KINDS = any_of(
    *("kinds.easy", "kinds.recovery", "kinds.long", "kinds.tempo", "kinds.trail", "kinds.treadmill")
)
LEADS_ON = any_of("on", "in_time", "at", "amid")
SMALL = any_of("determiner", "article", "adjective")
AROUND = any_of("ground", "tags", "times", "kinds.trail", "kinds.treadmill")
_NO_KIND = any_of("kinds.walk", "kinds.race")
_LEADING = KINDS | any_of(
    *("article", "about", "times", "moods", "tags", "adjective", "effort", "further"),
    *("run_past", "strong_did", "fits_in", "subject", "interjection", "opener", "sum_up", "whole"),
    *("object_self", "apart_from_it"),
)
"""What may stand between the beginning of a phrase and its number: "just an easy 5.4"."""

_LINKS = any_of(
    *("before_after", "times", "moods", "tags", "and", "join", "way", "alongside", "between"),
    *("strong_did", "tags.with_others", "with_me", "and_self", "neutral"),
)
_FOR_ME = any_of("self")
_JOINS = any_of("join", "and_self")
_NOT_BEHIND_A_DAY = UNKNOWN | FIGURE | any_of("then", "determiner", "person_verb")
_HABITUAL = any_of("habitual", "fresh", "determiner", "to_run_on", "ground", "run_noun")
_IN = any_of("in_time")
_OF_A_RUN, _A_RUN = any_of("of_a_run"), KINDS | any_of("run_noun", "run_word")
_READ, _LOOKS_BACK, _WEEKDAY = any_of("reading"), any_of("looks_back"), any_of("weekday")
_SENTENCE_ENDS = frozenset((".", "!", "\n"))
_HOW = any_of(
    "adjective", "adjective_praise", "described", "effort", "exact", "all_of_it", "once_more"
)


def phrase_around(items: Sequence[Item], at: int) -> tuple[Sequence[Item], Sequence[Item]]:
    """What stands before and behind a place up to the next marks, and to the word that joins more to it."""
    start, end = at, at + 1
    while start and not _parts(items[start - 1]):
        start -= 1
    while end < len(items) and not _parts(items[end]):
        end += 1
        if items[end - 1].labels & _JOINS:
            break
    return items[start:at], items[at + 1 : end]


def without_of(
    before: Sequence[Item], behind: Sequence[Item]
) -> tuple[Sequence[Item], Sequence[Item]]:
    """The phrase without what only joins a number to its run or day: "trote de 7,5", "los 10 del jueves"."""
    if len(before) > 1 and before[-1].labels & _OF_A_RUN and before[-2].labels & _A_RUN:
        before = before[:-1]
    if len(behind) > 1 and behind[0].labels & _OF_A_RUN:
        if behind[1].labels & DAYS:
            behind = behind[1:]
        elif behind[1].labels & _A_RUN:
            behind = behind[2:]
    return before, behind


def _parts(item: Item) -> bool:
    """Whether it is a mark that ends a phrase; an emoji that tells something is a word of it."""
    return item.labels & MARK != 0 and (not item.meanings or item.text == "/")


def may_lead(item: Item) -> bool:
    """Whether it may stand before a number that is a run: a day that is over, or a word like "an easy"."""
    if isinstance(item, Quantity):
        return item.measure is Measure.DAY and item.value <= 0
    return item.labels & _LEADING != 0 and not item.labels & _NO_KIND


def goes_on(behind: Sequence[Item]) -> bool:
    """Whether nothing is counted there: the phrase ends, or tells when, where and with whom."""
    if not behind:
        return True
    first = behind[0]
    if isinstance(first, Quantity):
        over = first.measure is Measure.DAY
        return over and (len(behind) == 1 or not behind[1].labels & _NOT_BEHIND_A_DAY)
    if first.labels & _FOR_ME and " " in first.text:
        return True  # "6.1 for me"
    if first.labels & LEADS_ON and not first.labels & _LINKS:
        beyond = [item for item in behind[1:4] if not item.labels & SMALL]
        return bool(beyond) and beyond[0].labels & (AROUND | DAYS) != 0
    return first.labels & (_LINKS | KINDS) != 0


def is_habitual(item: Item) -> bool:
    """Whether it is how somebody calls a run of theirs: "same 8", "the usual 6", "the big 20"."""
    return item.labels & _HABITUAL != 0 and not item.labels & _NO_KIND


def leads_to_a_time(behind: Sequence[Item]) -> bool:
    """Whether its time, or how it was, is all that stands right behind: "8 47:10", "8.02 in 47:30", "8 hilly"."""
    if not behind:
        return False
    if behind[0].labels & CLOCKS:
        return True
    if behind[0].labels & _IN and len(behind) > 1 and behind[1].labels & CLOCKS:
        return True
    return all(item.labels & _HOW for item in behind)


def is_read(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether a device told it: "both watches say 11.2. Time 1:02:59", "6.0 on the display, 36 minutes"."""
    if not before and behind and behind[0].labels & _READ:
        return len(behind) == 1
    return bool(before) and before[-1].labels & _READ != 0 and goes_on(behind)


def rest_of_sentence(items: Sequence[Item], place: int) -> Sequence[Item]:
    """What stands behind a place up to the next end of a sentence."""
    rest = items[place + 1 :]
    ends = (at for at, item in enumerate(rest) if item.text in _SENTENCE_ENDS)
    return rest[: next(ends, len(rest))]


def is_of_a_past_day(lead: Item, behind: Item) -> bool:
    """Whether it is looked back on by its day: "yesterday's 6 was all hills"."""
    over = isinstance(lead, Quantity) and not lead.labels & _WEEKDAY
    return over and behind.labels & _LOOKS_BACK != 0
