"""Tells what a distance is to the others beside it: run off a ride, somebody else's, or the split of a longer race."""

from itertools import pairwise

from bot.runs.parse.figures.quantities import is_distance
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_SPORT, _OFF, _IT = any_of("sport"), any_of("rest"), any_of("it")
_FOR, _SELF, _THE = any_of("for_lead"), any_of("self"), any_of("determiner")
_SOMEBODY = any_of("person", "name", "crowd", "pet") | UNKNOWN
_SPLIT = any_of("split")


def is_off_a_ride(view: View) -> bool:
    """Whether it was run right behind the ride that is told before it: "20k on the bike, then 5k off it"."""
    behind = view.items[view.at + 1 : view.at + 4]
    if not behind or not behind[0].labels & _OFF:
        return False
    ridden = [item for item in behind[1:] if not item.labels & _THE]
    return bool(ridden) and ridden[0].labels & (_IT | _SPORT) != 0


def is_for_somebody(view: View) -> bool:
    """Whether somebody else ran it beside what the author did: "5k for me, 2k for the little one"."""
    behind = view.items[view.at + 1 : view.at + 5]
    told = [item for item in behind[1:] if not item.labels & _THE]
    if not behind or not behind[0].labels & _FOR or not told or not told[0].labels & _SOMEBODY:
        return False
    before = view.items[: view.at]
    return any(is_distance(far) and who.labels & _SELF for far, who in pairwise(before))


def is_of_a_longer_race(view: View) -> bool:
    """Whether it is called a split, beside a distance beyond it: "10k split 51:50, 1:52:40 at the half"."""
    behind = view.items[view.at + 1 : view.at + 2]
    if not behind or not behind[0].labels & _SPLIT:
        return False
    return any(is_distance(item) and item.value > view.quantity.value for item in view.items)
