"""Tells what a distance is to others: run off a ride, somebody else's, a split of a race, each of some laps."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import Item, Measure, Quantity, is_distance
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_SPORT, _OFF, _IT = any_of("sport"), any_of("rest"), any_of("it")
_RUN = any_of("run_word", "run_verb", "run_past")
_SAID, _DID = any_of("reading"), any_of("did", "strong_did", "run_past")
_PRAISE, _ME_TOO = any_of("adjective_praise"), any_of("subject")
_LONGEST, _WAS, _LEAD = any_of("longest"), any_of("looks_back"), 8
_FOR, _SELF, _THE = any_of("for_lead"), any_of("self"), any_of("determiner")
_SOMEBODY = any_of("person", "name", "crowd", "pet") | UNKNOWN
_SPLIT = any_of("split")
_NAME, _ME = any_of("name", "person"), any_of("object_self")
_COUNTS = (Measure.NUMBER, Measure.OTHER)
_SMALL = any_of("filler", "about")
_LAPS, _LAP, _EACH = any_of("lap_each"), any_of("lap_of"), any_of("both")


def is_off_a_ride(view: View) -> bool:
    """Whether it was run right behind the ride that is told before it: "20k on the bike, then 5k off it"."""
    behind = view.items[view.at + 1 : view.at + 4]
    if not behind or not behind[0].labels & _OFF:
        return False
    ridden = [item for item in behind[1:] if not item.labels & _THE]
    return bool(ridden) and ridden[0].labels & (_IT | _SPORT) != 0


def is_of_another_sport(view: View) -> bool:
    """Whether it was swum or ridden beside a run that is told as one: "20k bike into a 5k run", "swim 1k run 6k"."""
    if not _is_swum_or_ridden(view.items, view.at):
        return False
    return any(
        is_distance(item) and _is_called_a_run(view.items, at)
        for at, item in enumerate(view.items)
        if at != view.at
    )


def _is_swum_or_ridden(items: Sequence[Item], at: int) -> bool:
    """Whether another sport leads to a distance, or is named behind it where no run leads to it: "bike 20k"."""
    lead = items[at - 1].labels if at else 0
    if lead & _SPORT:
        return at < 2 or not is_distance(items[at - 2])
    behind = items[at + 1 : at + 3]
    if not behind or not behind[0].labels & _SPORT or lead & _RUN:
        return False
    return not is_distance(behind[-1])  # "20k bike 5k run" may be told either way


def _is_called_a_run(items: Sequence[Item], at: int) -> bool:
    behind = items[at + 1 : at + 2]
    ran = at > 0 and items[at - 1].labels & _RUN != 0
    return ran or (bool(behind) and behind[0].labels & _RUN != 0)


def is_the_longest_before(view: View) -> bool:
    """Whether it was the longest before a longer one that is told: "longest prep run was 11k, got round the half"."""
    if not view.at or not view.items[view.at - 1].labels & _WAS:
        return False
    led = view.items[max(0, view.at - _LEAD) : view.at]
    if not any(item.labels & _LONGEST for item in led):
        return False
    later = view.items[view.at + 1 :]
    return any(is_distance(item) and item.value > view.quantity.value for item in later)


def was_only_said(view: View) -> bool:
    """Whether so much was only said, and the author did another: "Ken said 8k, I turned at the gate and did 5k"."""
    if not view.at or not view.items[view.at - 1].labels & _SAID:
        return False
    me = False
    for at in range(view.at + 1, len(view.items)):
        if me and is_distance(view.items[at]) and view.items[at - 1].labels & _DID:
            return True
        me = me or view.items[at].labels & _ME_TOO != 0
    return False


def counts_laps_done(items: Sequence[Item], at: int) -> bool:
    """Whether it is how many of the laps before were done, and how far that is comes next.

    "4 laps, did 3, so 15k", "4 laps but managed just 3, so 15k".
    """
    number, led = items[at], at - 1
    while led > 0 and items[led].labels & _SMALL and not items[led].labels & _DID:
        led -= 1
    if led < 0 or not items[led].labels & _DID or not any(map(is_distance, items[at + 1 :])):
        return False
    return isinstance(number, Quantity) and any(
        laps > number.value for laps in laps_counted(items[:at]).values()
    )


def is_praised(view: View) -> bool:
    """Whether somebody who is called is praised for it, before the author's own: "@kofi nice 10k!! I did 8k"."""
    if view.items[view.clause.start].text != "@" or not view.items[view.at - 1].labels & _PRAISE:
        return False
    return any(
        mine.labels & _ME_TOO and any(map(is_distance, view.items[at:]))
        for at, mine in enumerate(view.items[view.at + 1 :], view.at + 1)
    )


def is_for_somebody(view: View) -> bool:
    """Whether somebody else ran it beside what the author did: "5k for me, 2k for the little one"."""
    behind = view.items[view.at + 1 : view.at + 5]
    told = [item for item in behind[1:] if not item.labels & _THE]
    if not behind or not behind[0].labels & _FOR or not told or not told[0].labels & _SOMEBODY:
        return False
    before = view.items[: view.at]
    return any(is_distance(far) and who.labels & _SELF for far, who in pairwise(before))


def is_beside_mine(view: View) -> bool:
    """Whether somebody's name leads to it, and "me" to another: "nina 13k, jo 9k, me 10k"."""
    if view.at != view.clause.start + 1 or not _is_named(view.items[view.at - 1]):
        return False
    return any(
        who.labels & _ME and is_distance(far) and (at == 0 or view.items[at - 1].labels & MARK)
        for at, (who, far) in enumerate(pairwise(view.items))
    )


def _is_named(item: Item) -> bool:
    return item.labels & (_NAME | UNKNOWN) != 0 and not isinstance(item, Quantity)


def is_of_a_longer_race(view: View) -> bool:
    """Whether it is called a split, beside a distance beyond it: "10k split 51:50, 1:52:40 at the half"."""
    behind = view.items[view.at + 1 : view.at + 2]
    if not behind or not behind[0].labels & _SPLIT:
        return False
    return any(is_distance(item) and item.value > view.quantity.value for item in view.items)


def is_of_each_lap(items: Sequence[Item], at: int) -> bool:
    """Whether an "each" leads to it behind laps that are counted: "4 laps of the park, each one a mile"."""
    lead = at - 1
    lead -= lead > 0 and _is_one_of_them(items[lead])
    if lead < 1 or not items[lead].labels & _EACH:
        return False
    return bool(laps_counted(items[:lead]))


def _is_one_of_them(item: Item) -> bool:
    """Whether it is the "one" or the "lap" of "each one", "each lap"."""
    if isinstance(item, Quantity):
        return item.value == 1 and item.text.isalpha()
    return bool(item.labels & _LAP)


def laps_counted(items: Sequence[Item]) -> dict[int, float]:
    """How many laps are told, by where the words for it end: "4 laps", "three loops"."""
    told: dict[int, float] = {}
    for at, item in enumerate(items):
        if item.labels & _LAPS:
            counts = item if isinstance(item, Quantity) or not at else items[at - 1]
            if isinstance(counts, Quantity) and counts.measure in _COUNTS and counts.value > 1:
                told[at] = counts.value
    return told
