"""Tells a number without a unit that is how far somebody ran by the words beside it: "did 5", "10 in 56"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    DAYS,
    DISTANCES,
    NUMBERS,
    PACES,
    TIMES,
    Item,
    Measure,
    Quantity,
    is_day,
)
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.roles.bare_runs import is_timed
from bot.runs.parse.roles.the_rest import goes_on_with_the_rest
from bot.runs.parse.stances.labelled import label_before
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_STOPS = any_of("gives_out")
_BEFORE_MAIN = MARK | any_of("part")
_AT = any_of("at")
_DONE = any_of("strong_did")
_RUNNER = any_of("runner")
_GOT_TO = any_of("run_past", "cut_short")
_BEFORE_A_WISH = any_of("determiner", "unmet")
_BEFORE_A_PART = MARK | any_of("strong_did", "did", "passing", "about", "join", "fits_in")
_IN_TIME, _BEFORE = any_of("in_time"), any_of("before_after", "then")
_ASKING = any_of("question")
_FOR = any_of("for_lead")
_READ, _OWNER = any_of("reading"), any_of("owner")
_WATCHED = any_of("watching", "tracked")
_RAN = any_of("run_past")
_A = any_of("article")
_ME = any_of("self", "you")
_PART_OF_DAY = any_of("times")
_EACH_WAY = any_of("each_way")
_LEADS = {"run_past", "strong_did", "reading", "kinds.easy", "kinds.long"}
_THE_KILOMETRES, _FEWEST_KM = any_of("leads_to_kilometres"), 3
_LONGEST_SUM_KM = 60
_FASTEST_KM = 150
"""Seconds in which hardly anybody runs a kilometre, so that "27 for 5" tells no distance first."""


def is_how_far(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a bare number is a distance: "did 5", "10 in 56", "5 before breakfast"."""
    if not 0 < member.quantity.value <= 100 or _is_a_run_itself(member, cast):
        return False
    if member.quantity.value > _LONGEST_SUM_KM and _is_some_thing(items, member, cast):
        return False
    if _are_the_kilometres(items, member, cast):
        return True
    lead = label_before(items, member.place)
    if is_day(lead) and member.place > 1 and items[member.place - 2].labels & _RAN:
        lead = items[member.place - 2]  # "ran sat 12, sun 18"
    following = items[member.place + 1] if member.place + 1 < len(items) else None
    if following is not None and "of" in following.meanings:
        whole = _of_so_many(items, member.place)
        if whole is None or goes_on_with_the_rest(items, whole):
            return False
        got_to = lead is not None and lead.labels & _GOT_TO != 0
        return got_to or _is_as_far_as_it_got(items, member.place, whole)
    if following is not None and following.labels & _EACH_WAY:
        return any(item.labels & _RAN for item in items[: member.place])
    if following is not None and following.labels & _STOPS:
        return False  # "long slow, three stops for toilets"
    if _is_dated(items, member.place):
        return True
    if _stands_with_a_runner(items, member.place):
        return True
    opens = lead is None or (lead.text in ("\n", ".", "!") and following is not None)
    done = lead is not None and bool(lead.meanings.keys() & _LEADS)
    done = done and not (_is_meant_for(items, member.place) or _is_no_reading(items, member, cast))
    timed = following is not None and "kinds.easy" in following.meanings
    timed = timed and not _counts_a_kind(items, member.place)
    led = following is not None and "in_time" in following.meanings
    timed = timed or (led and (_is_before_a_time(items, member.place) or is_timed(member, cast)))
    ran = following is not None and "before_after" in following.meanings
    ran = ran and not _is_before_somebody(items, member.place)
    if following is not None and _is_participle(following):
        return True
    if is_paced(items, member.place, cast) and (
        opens or lead is None or lead.labels & _BEFORE_MAIN
    ):
        return True
    if (opens and is_timed(member, cast)) or _is_one_more(items, member, cast):
        return True
    return done or timed or (opens and ran)


def _are_the_kilometres(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether an article tells kilometres of a number with the time that fits it: "os 10 de domingo em 52"."""
    if not member.place or member.quantity.value < _FEWEST_KM:
        return False
    led = items[member.place - 1].labels & _THE_KILOMETRES != 0
    return led and is_timed(member, cast)


def _stands_with_a_runner(items: Sequence[Item], place: int) -> bool:
    """Whether signs alone stand beside a number, one of them of running: "10 🏃✅", but not "10 🏃 signed up"."""
    rest = [item for at, item in enumerate(items) if at != place]
    if not any(item.labels & _RUNNER for item in rest):
        return False
    return all(not any(map(str.isalnum, getattr(item, "text", ""))) for item in rest)


def is_paced(items: Sequence[Item], place: int, cast: Sequence[Cast]) -> bool:
    """Whether its pace stands behind: "8 @ 7.45s", "15 ✅ 5:30/km", "4 @ 9:40", but "4 @ 9:30" may be an hour."""
    behind = items[place + 1 : place + 3]
    if len(behind) > 1 and behind[1].labels & PACES and behind[0].labels & (MARK | _DONE):
        return True
    if len(behind) < 2 or not behind[0].labels & _AT:
        return False
    if behind[1].labels & PACES:
        return True
    paces = (one.quantity for one in cast if one.role is Role.PACE and one.place == place + 2)
    return any(pace.value / 60 % 15 for pace in paces)


def _is_participle(item: Item) -> bool:
    """Whether it says "run" as verb-final languages do behind the figure: "heute 12 gelaufen"."""
    return "run_past" in item.meanings and "person_verb" not in item.meanings


def _is_before_a_time(items: Sequence[Item], place: int) -> bool:
    """Whether an "in" and a figure follow: "10 in 56", but no "24 for him"."""
    if place + 2 >= len(items):
        return False
    behind = place + 2 + (not isinstance(items[place + 2], Quantity))
    far, time = items[place], items[behind] if behind < len(items) else None
    if not isinstance(far, Quantity) or not isinstance(time, Quantity):
        return False
    minutes = time.measure is Measure.NUMBER and time.options
    return not minutes or time.options[0] >= _FASTEST_KM * far.value


def _of_so_many(items: Sequence[Item], place: int) -> int | None:
    """Where the distance stands that it is a part of, as in "ran 5 of the 8 km", or None."""
    at = place + 2
    while at < len(items) and items[at].labels & _BEFORE_A_WISH:
        at += 1
    return at if at < len(items) and items[at].labels & DISTANCES else None


def _is_as_far_as_it_got(items: Sequence[Item], place: int, whole: int) -> bool:
    """Whether so much was done of what was meant: "8 of my 10 miles, then rain", but not "6 of the 8 km on grass"."""
    part, meant, lead = items[place], items[whole], items[place - 1] if place else None
    if not (isinstance(part, Quantity) and isinstance(meant, Quantity)) or whole == place + 2:
        return False  # "week 5 of 10k training"
    if not 0 < part.value * meant.unit < meant.value:
        return False
    if lead is not None and not lead.labels & _BEFORE_A_PART:
        return False
    if _is_of_whom_one_watched(items, whole):
        return False
    behind = items[whole + 1 : whole + 4]
    behind = behind[1:] if behind and behind[0].labels & _DONE else behind  # "8 of the 12k done"
    if not behind or (behind[0].labels & MARK and behind[0].text != ":"):
        return True
    if behind[0].labels & _IN_TIME:
        return len(behind) > 1 and behind[1].labels & (TIMES | NUMBERS | _BEFORE) != 0
    return behind[0].labels & (_BEFORE | DAYS) != 0


def _is_of_whom_one_watched(items: Sequence[Item], whole: int) -> bool:
    """Whether somebody's watch says so, or somebody was followed: "says Jo's watch", "watching the tracker for Jo"."""
    behind = items[whole + 1 :]
    if any(item.labels & _WATCHED for item in behind):
        return True
    return any(a.labels & _READ and b.labels & _OWNER for a, b in pairwise(behind))


def _is_dated(items: Sequence[Item], place: int) -> bool:
    """Whether a post begins with a number and a day that is over: "8 yesterday", not "8 last night, 3 wake ups"."""
    day = items[1] if not place and len(items) > 1 else None
    if not is_day(day):
        return False
    asked = len(items) > 2 and items[2].labels & _ASKING  # "9 yesterday when I got home"
    return day.value < 0 and not day.labels & _PART_OF_DAY and not asked


def _counts_a_kind(items: Sequence[Item], place: int) -> bool:
    """Whether a word for a kind only describes what is counted: "10 easy songs"."""
    behind = items[place + 2 : place + 3]
    return bool(behind) and behind[0].labels & UNKNOWN != 0 and not getattr(behind[0], "guess", "")


def _is_meant_for(items: Sequence[Item], place: int) -> bool:
    """Whether so many were got for something: "got 8 for Christmas dinner"."""
    if place and items[place - 1].labels & _RAN:
        return False
    behind = items[place + 1 : place + 3]
    return len(behind) == 2 and bool(behind[0].labels & _FOR and behind[1].labels & UNKNOWN)


def _is_no_reading(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a device reads a speed again, or its author said it: "said 4.2 mph, watch said 3.8", "I said 52"."""
    if member.place < 2 or not items[member.place - 1].labels & _READ:
        return False
    if items[member.place - 2].labels & _ME:
        return True
    before = [one for one in cast if one.place < member.place]
    return bool(before) and before[-1].quantity.measure is Measure.SPEED


def _is_before_somebody(items: Sequence[Item], place: int) -> bool:
    """Whether it counts who stands where, or up to another number: "9 before me in the queue", "7 before 9"."""
    behind = items[place + 2 : place + 3]
    return bool(behind) and behind[0].labels & (_ME | NUMBERS) != 0


def _is_one_more(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether it goes on counting in the unit of the distance before it: "10k, then another five tonight"."""
    before = [one for one in cast if one.role is Role.DISTANCE and one.place < member.place]
    if not before or before[-1].quantity.unit < 1000:
        return False
    behind = items[member.place + 1 : member.place + 2]
    if items[member.place - 1].text == "," and behind and "before_after" in behind[0].meanings:
        return True  # "3 miles before work, 5 after"
    return "further" in items[member.place - 1].meanings


def _is_a_run_itself(member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a spelled "one" is the run whose distance is told as well: "easy one, 5k in 30:00"."""
    if member.quantity.value != 1 or not member.quantity.text.isalpha():
        return False
    return any(one.role is Role.DISTANCE and one.quantity.unit >= 1000 for one in cast)


def _is_some_thing(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a thing is called by a number beside a distance: "4k with my daughter, then we got a 99"."""
    led = member.place > 0 and items[member.place - 1].labels & _A != 0
    return led and any(one.role is Role.DISTANCE for one in cast)
