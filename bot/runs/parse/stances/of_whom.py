"""Tells whether whose run it was stands behind it, in languages that say so without an "'s"."""

from bot.runs.parse.figures.quantities import DISTANCES, NUMBERS, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_A_BEST = any_of("pb", "pb_now", "pb_list")
_RUN = DISTANCES | NUMBERS | _A_BEST | any_of("run_thing", "kinds.race")
_RACE = DISTANCES | any_of("kinds.race")
_GENITIVE = any_of("genitive")
_I, _WHOSE, _PERSON = any_of("self"), any_of("determiner"), any_of("person")


def is_of_whom(clause: Clause) -> bool:
    """Whether whose run it was stands behind it: German "der erste 5er meiner Tochter"."""
    if clause.has("run_past", "subject"):
        return False
    if clause.has("genitive") and any(
        _is_of_kin(clause, at) for at in range(clause.start + 1, clause.end - 2)
    ):
        return True
    at = clause.place("of_whom")
    if not clause.start < at < clause.end:
        return False
    before = clause.items[at - 1]
    return is_distance(before) or before.labels & _A_BEST != 0


def _is_of_kin(clause: Clause, at: int) -> bool:
    """Whether a run is right before "de ma nièce", or before its place: "le marathon de Paris de ma sœur"."""
    of, whose, who = clause.items[at : at + 3]
    if not of.labels & _GENITIVE or not who.labels & _PERSON:
        return False
    if not whose.labels & _I or not whose.labels & _WHOSE:
        return False
    if clause.items[at - 1].labels & _RUN:
        return True
    place = at - 3
    in_a_place = place >= clause.start and clause.items[place + 1].labels & _GENITIVE
    return bool(in_a_place and clause.items[place].labels & _RACE)
