"""Says why the figures of a post had better be asked about, whatever its words are."""

import re
from collections.abc import Sequence

from bot.runs.parse.drafts.bare_numbers import MILE
from bot.runs.parse.figures.pacing import fastest
from bot.runs.parse.figures.quantities import DAYS, NUMBERS, Measure
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

_FAR = 170_000
"""Metres that hardly anybody runs at once."""

_MANY_HOURS_S = 8 * 3600
"""Seconds; whoever is out for longer says how far."""

_A_MOMENT_S = 120
"""Seconds; who runs so short says how far."""

_FAST = 210
"""Seconds per kilometre at which few run."""

_A_RACE, _CHAMPIONS = 3000, 1.06
"""Metres from which, and how much slower than the world's best, a time is believed of whoever says to have run."""

_SLOWEST, _A_DAY_S = 1000, 24 * 3600
"""Seconds per kilometre that hardly anybody is slower than who runs, and seconds that some are out for."""

_LONG_AGO = 365
"""Days; who logs what is older than a year is rather telling a story."""

_ALIKE = 0.01
"""Units by which a kilometre that is counted may be off."""

_RACES = frozenset((8, 15, 16, 30, 50, 100, 150, 161, 211, 422))
"""Hundreds of metres of the usual races."""

_A_LIST = 3
"""Races of one post from which it rather lists bests."""

_HOURS = re.compile(r"(\d\d?):[03]0-(\d\d?):[03]0")
_FIRST_HOUR, _LAST_HOUR = 5, 22
_VAGUE = any_of("vague")
_BESTS = any_of("bests")
_MISREAD = any_of("junk", "bad_date")
_MISTAKABLE = _VAGUE | _MISREAD | DAYS
"""Labels without any of which no figure is of another kind than it seems; an absurd distance is of no run."""

_RUNNING = any_of(
    "run_past", "run_noun", "run_word", "kinds", "strong_did", "tags", "program_done", "day"
)
_FORETOLD = any_of("foretold")
_RAN = any_of("run_past", "run_noun", "run_word", "kinds")
SUM = any_of("shape.mark")

_RAN_OR_RACED = any_of("run_past", "run_word", "kinds.race")
_WAS_RUN, _BACK = any_of("run_past"), any_of("way_back")
_EITHER = any_of("either")
_ANOTHER, _DONE = any_of("further", "fresh"), any_of("run_past", "strong_did")
_OF_NO_RUN = (Role.DENIED, Role.POINT)
_OF_THE_RUN = (Role.DISTANCE, Role.TOTAL)
_UNDATED = any_of("run_past", "strong_did", "times", "run_noun")


def doubt_of_figures(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason to ask about the figures of these runs, or None when they may well be true."""
    for draft in drafts:
        if reason := _of_draft(draft):
            return reason
        if not post.labels & _WAS_RUN and _is_as_fast_as_the_best(draft):
            return "pace"
    if not (post.told & _MISTAKABLE or Role.OTHER in post.roles):
        return None
    for member in post.cast:
        if reason := _of_member(member):
            return reason
    return "walk" if Role.OTHER in post.roles and _took_a_walks_time(drafts, post) else None


def _of_draft(draft: Draft) -> str | None:
    if draft.open_unit and not draft.unit and not _are_kilometres(draft):
        return "unit"
    if draft.distance is None:
        return _of_times(draft)
    if draft.distance > _FAR and draft.duration is None:
        return "absurd"
    return "pace" if _too_fast(draft) else None


def _took_a_walks_time(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether hours that nobody runs so little in stand alone beside a distance: "Helvellyn, 13 km, 6 hours"."""
    draft = drafts[0]
    if draft.distance is None or draft.times or post.labels & _RAN_OR_RACED:
        return False
    return any(
        one.role is Role.OTHER
        and one.quantity.measure is Measure.DURATION
        and _SLOWEST * draft.distance < one.quantity.value * 1000 <= _A_DAY_S * 1000
        and _stands_beside(post, one, draft)
        for one in post.cast
    )


def _stands_beside(post: Post, time: Cast, draft: Draft) -> bool:
    """Whether it is all that is said right before or behind the clause of the run."""
    told = post.clauses[time.clause]
    return told.end - told.start == 1 and abs(time.clause - draft.clauses[-1]) == 1


def _are_kilometres(draft: Draft) -> bool:
    """Whether hardly anybody runs so many miles in the time told: "did 8. 42:30"."""
    if not draft.distance or not draft.duration:
        return False
    return draft.duration * 1000 < _FAST * MILE / 1000 * draft.distance


def _of_times(draft: Draft) -> str | None:
    """The reason to ask about a run that is told by its time alone."""
    if any(time.value > _MANY_HOURS_S for time in draft.times):
        return "absurd"
    moment = len(draft.times) == 1 and draft.times[0].measure is Measure.DURATION
    return "doubtful" if moment and draft.times[0].value < _A_MOMENT_S else None


def _of_member(member: Cast) -> str | None:
    quantity = member.quantity
    measure, carried = quantity.measure, quantity.labels
    if carried & _VAGUE and member.role in _OF_THE_RUN:
        return "doubtful"
    if measure is Measure.DISTANCE and member.role not in _OF_NO_RUN:
        return None if 0 < quantity.value <= 1_000_000 else "absurd"
    if measure is Measure.DAY and quantity.value < -_LONG_AGO:
        return "date"
    if not carried & _MISREAD:
        return None
    if "junk" in quantity.meanings and quantity.text.count(":") == 1:  # 61:61
        return "figure"
    if (hours := _HOURS.fullmatch(quantity.text)) and _are_hours(*map(int, hours.groups())):
        return "plan"
    return "date" if "bad_date" in quantity.meanings else None


def _are_hours(start: int, end: int) -> bool:
    """Whether something goes on from one hour of the day to another: "9:00-10:00", but not "6:00-6:30"."""
    return _FIRST_HOUR <= start < end <= _LAST_HOUR


def _too_fast(draft: Draft) -> bool:
    """Whether nobody runs so fast, or no reading of its time fits the distance."""
    if draft.distance and draft.times and draft.duration is None and draft.pace is None:
        return True
    if not draft.distance or draft.distance < 1000:
        return False
    if draft.duration:
        return draft.duration * 1000 / draft.distance < fastest(draft.distance)
    return bool(draft.pace and not draft.reps and draft.pace < fastest(draft.distance))


def _is_as_fast_as_the_best(draft: Draft) -> bool:
    """Whether hardly anybody runs so fast, as drives and champions are told: "20k to the airport in 55 min"."""
    if not draft.duration or not draft.distance or draft.distance < _A_RACE:
        return False
    return draft.duration * 1000 / draft.distance < _CHAMPIONS * fastest(draft.distance)


def _told_apart(post: Post) -> int:
    """How many runs are told as such: by times of the day, or by as many verbs."""
    hours = sum(post.has(f"times.{time}") for time in ("morning", "midday", "evening", "night"))
    verbs = (
        sum("run_past" in item.meanings for item in post.own_items) if post.has("run_past") else 0
    )
    return max(hours, verbs)


def _was_run_on(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a way back or another was run: "ran 4 miles to work and 4 back", "did a 5k and then another 3k"."""
    if len(drafts) != 2:
        return False
    second = drafts[-1]
    behind = [post.items[at + 1] for at in (second.first, second.last) if at + 1 < len(post.items)]
    timed = drafts[0].timed  # "6k to the site in 34 min and another 4k home"
    back = any(item.labels & _BACK for item in behind)
    lead = post.items[max(0, second.first - 2) : second.first]
    if any(item.labels & _EITHER for item in lead):
        return False
    another = any(item.labels & _ANOTHER == _ANOTHER for item in lead[-1:])
    return (back and (timed or post.labels & _WAS_RUN != 0)) or (
        another and (timed or post.labels & _DONE != 0)
    )


def counts_up(drafts: Sequence[Draft], _: Post) -> bool:
    """Whether kilometres or miles are counted up, each with its own time: "1k 5:00, 2k 4:50, 3k 4:55"."""
    if any(draft.day is not None for draft in drafts):
        return False
    counted = [draft.distance / draft.unit for draft in drafts if draft.distance and draft.unit]
    return all(abs(far - at) < _ALIKE for at, far in enumerate(counted, 1)) and len(counted) > 2


def only_listed(drafts: Sequence[Draft], post: Post) -> bool:
    """Several distances of which nothing tells them apart, or only minutes: "5k in 28, 10k in 60"."""
    if len(drafts) < 2 or _told_apart(post) >= len(drafts) or _was_run_on(drafts, post):
        return False
    if all(draft.places == drafts[0].places for draft in drafts):
        return False  # "ran to the office and back, 6.5k each way"
    dated = any(draft.day is not None for draft in drafts) or Stance.SUM in post.stances
    if dated or post.labels & _UNDATED:
        return all(d.duration is None and d.pace is None and d.day is None for d in drafts)
    clocks = (time for d in drafts for time in d.times if time.measure is Measure.CLOCK)
    return not any(clocks) and all(draft.pace is None for draft in drafts)


def lists_bests(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether runs are told as bests, and of no day: "5k PB 24:30, 10k PB 52:00", or one for each race.

    Bests may be spoken of before: "my PBs need work. 5k 24:10. 10k 52:00".
    """
    if len(drafts) < 2 or post.has("pb_now") or any(draft.day is not None for draft in drafts):
        return False
    if _are_of_all_races(drafts):
        return True
    if any(item.labels & _BESTS for item in post.items[: drafts[0].first]):
        return True
    return post.has("pb") and sum("pb" in item.meanings for item in post.own_items) >= len(drafts)


def _are_of_all_races(drafts: Sequence[Draft]) -> bool:
    """Whether several races are told with their times, as in a list of bests: "5k 20:51, 10k 43:30, HM 1:36"."""
    if len(drafts) < _A_LIST or any(draft.duration is None for draft in drafts):
        return False
    races = {round((draft.distance or 0.0) / 100) for draft in drafts}
    return len(races) == len(drafts) and races <= _RACES


def only_adds_up(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether numbers without a unit are added up, and nothing is said of running: "5+5=10"."""
    figures = [post.items[at] for at in drafts[0].places]
    if post.labels & _RUNNING or not all(figure.labels & NUMBERS for figure in figures):
        return False
    return any(item.text == "=" for item in post.items)


def is_a_mere_number(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a number with a point is taken for hours, and nothing is said of running: "diesel 1.55 today"."""
    times = drafts[0].times if drafts[0].distance is None else ()
    dotted = [time for time in times if time.measure is Measure.NUMBER and "." in time.text]
    return bool(dotted) and len(dotted) == len(times) and not post.labels & _RAN


def is_converted(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether one time is only worth another over another distance: "a 24:30 5k equals about 51 for a 10k"."""
    first, last = drafts[0], drafts[-1]
    between = post.items[first.last + 1 : last.first]
    return len(drafts) > 1 and any(item.labels & _FORETOLD for item in between)
