"""Gives a time that is not the run's its role: a bound, a rest, a split, a difference, or none of a run."""

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    DAYS,
    DISTANCES,
    DURATIONS,
    REPEATS,
    TIMES,
    Measure,
    Quantity,
    is_day,
    is_distance,
)
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.roles.breaks import (
    becomes_another_time,
    is_of_a_repeat,
    is_of_another_doing,
    is_rest,
    is_run_by_turns,
    is_stretch_between_walks,
    is_walk_break,
)
from bot.runs.parse.roles.rules import Rule, Rules, after, before, in_clause
from bot.runs.parse.roles.surroundings import View, is_up_somewhere
from bot.runs.parse.stances.undone import is_in_between
from bot.runs.parse.words.labels import any_of

_THAT = any_of("demonstrative")
_MEASURES, _SAID = any_of("measure_lead"), any_of("reading")
_GIVES_OUT, _MACHINE = any_of("gives_out"), any_of("kinds.treadmill")
_RAN = any_of("run_past")
_PACED = any_of("run_past", "tags.with_others", "companion")
_OWN_DOING = any_of("run_past", "run_noun", "self", "did", "strong_did", "looks_back", "way_back")
_OF_THAT_RUN, _WHEN = any_of("of_that_run"), DAYS | any_of("times")
_WALKED = any_of("walk", "run_walk")
_IN = any_of("in_time", "at")
_MOVING = any_of("run_past", "run_noun") | DISTANCES | REPEATS
_LESSON = any_of("lesson", "lesson_day")
_BETWEEN = any_of("between")
_TOOK_THEM = any_of("took_them")
_UNTIL, _START = any_of("until"), any_of("start_word")
_LONGEST_STRETCH_S = 900
_SHORTEST_S = 60
_SHORTEST_M = 1500
_SLOWEST = 900
"""Seconds a kilometre that no run takes."""

_RESEMBLES, _FOR, _IN = any_of("resembles"), any_of("for_lead"), any_of("in_time")
_WITH, _HEARD = any_of("accompanied"), any_of("media", "watching")
_THEN, _AN = any_of("then"), any_of("article")
_ALONG, _LEFT = any_of("companion"), any_of("delta", "remaining")


def role_of_time(view: View) -> Role:
    """What a time is to the run by what stands around it: that of the run, or the first role whose test it passes."""
    return _RULES.first(view) or Role.TIME


def _names_a_group(view: View) -> bool:
    """Whether it is what a group is called by, or who paces one: "the 30 min group", "paced the 2 hour bus"."""
    if not view.before("determiner"):
        return False
    return view.after("tags.group") or (view.told & _PACED != 0 and view.after("travel"))


def _is_when_it_started(view: View) -> bool:
    """Whether nothing but "start" stands with it, beside a distance told elsewhere: "8:30 start, 5k 24:10"."""
    start, clause = view.at + 1, view.clause
    if view.at != clause.start or not view.distances or len(view.quantity.options) < 2:
        return False
    return start < clause.end and view.items[start].labels & _START != 0


def _is_left_over(view: View) -> bool:
    """Whether it is by how much something differs, or what is left.

    Neither are "8k 49:15 with the late shift" and "7mi 1:04:30 steady away", but "8k 40:00 left" is.
    """
    if _led(view) or not view.after("delta", "remaining") or is_up_somewhere(view):
        return False
    behind = view.items[min(view.at + 1, len(view.items) - 1)]
    at_a_clock = view.quantity.measure is Measure.CLOCK and not behind.labels & _LEFT
    return not ((behind.labels & _ALONG or at_a_clock) and _is_of_its_distance(view))


def _led(view: View) -> bool:
    """Whether it is an exact time behind "in": "6k after the night shift in 40:11"."""
    clock = view.quantity.measure is Measure.CLOCK
    return clock and view.at > 0 and "in_time" in view.items[view.at - 1].meanings


def _is_of_its_distance(view: View) -> bool:
    """Whether it stands right behind a distance that it fits: "5 mi 44:20 in the park", "5 mi in 44 min"."""
    led = view.at - 1 > view.clause.start and view.items[view.at - 1].labels & _IN != 0
    before = view.items[view.at - 1 - led] if view.at > view.clause.start else None
    if not is_distance(before) or before.value < _SHORTEST_M:
        return False
    return duration_over(view.quantity, before.value) is not None


def _comes_before_what_was_until(view: View) -> bool:
    """Whether it is how long it was until something: "20 min till the train", but not "ran 25 min till it rained"."""
    if view.at > view.clause.start and view.items[view.at - 1].labels & _RAN:
        return False
    return view.items[min(view.at + 1, len(view.items) - 1)].labels & _UNTIL != 0


def _is_a_machines(view: View) -> bool:
    """Whether it is how long a treadmill lets people run: "the treadmill at my gym stops after 60 min"."""
    led = [item.labels for item in view.items[max(0, view.at - 3) : view.at]]
    if not any(labels & _GIVES_OUT for labels in led):
        return False
    return any(item.labels & _MACHINE for item in view.items[: view.at])


def _is_told_before_its_splits(view: View) -> bool:
    """Whether it is the whole of what follows: "5k 25:10 with splits of 5:00 5:02 5:03", but no "10k 52:10 split"."""
    at = view.clause.place("split")
    if at <= view.at or not _is_of_its_distance(view):
        return False
    behind = view.items[at + 1] if at + 1 < view.clause.end else None
    return at > view.at + 1 or isinstance(behind, Quantity)


def in_split_clause(view: View) -> bool:
    """Whether the clause speaks of a part only: "last km in 4:20", "6x800m in 3:10"."""
    if view.clause.has("split") and not _is_told_before_its_splits(view):
        return True
    if view.clause.place("passing") < view.at:
        return True
    for item in view.items[view.clause.start : view.at]:
        if isinstance(item, Quantity):
            if item.measure is Measure.REPS and not view.clause.has("total"):
                return True
        elif "distance_unit" in item.meanings and view.clause.has("split_lead", "split_first"):
            return True
    if not view.clause.has("split_lead"):
        return False
    lead = view.clause.place("split_lead")
    if lead >= view.at or is_day(view.items[lead + 1]):  # "last Sunday"
        return False
    timed = view.quantity.measure is Measure.DURATION and lead > view.clause.start
    if timed and view.items[lead - 1].labels & _THAT:
        return True  # "that last 8 min was a beast"
    if lead == view.at - 1 and _is_of_a_longer_time(view):
        return True
    if view.told & DISTANCES and _is_of_the_last_one(view, lead):
        return True
    repeated = view.told & REPEATS != 0  # "12x400, last one in 79"
    return repeated or bool(view.clause.quantities(Measure.DISTANCE))


def _is_of_a_longer_time(view: View) -> bool:
    """Whether a longer time stands before it, of which it is a part: "45 min progressive, last 10 min hard"."""
    if view.quantity.measure is not Measure.DURATION:
        return False
    told = (item for item in view.items[: view.at] if item.labels & TIMES)
    return any(isinstance(time, Quantity) and time.value > view.quantity.value for time in told)


def _is_of_the_last_one(view: View, lead: int) -> bool:
    """Whether it is that of a kilometre that is only called "one": "9k progression, last one in 4:02"."""
    one, between = view.items[lead + 1], view.items[lead + 2 : view.at]
    called = isinstance(one, Quantity) and one.text.isalpha() and one.value == 1
    return called and all(item.labels & _IN for item in between)


def _is_a_piece_of_a_lesson(view: View) -> bool:
    """Whether it is one of the stretches that a lesson has: "the one minute bits", "the second 5 min block"."""
    if not view.told & _LESSON or view.quantity.measure is not Measure.DURATION:
        return False
    if view.quantity.value > _LONGEST_STRETCH_S:
        return False
    return view.before("determiner", "split_first", "adjective") and view.after("piece")


def _is_a_moment(view: View) -> bool:
    """Whether it is too short for a run: "4 seconds!!!!"; a sprint is told with an "in"."""
    if view.quantity.measure is not Measure.DURATION:
        return False
    if view.before("in_time"):
        return view.quantity.value <= _LONGEST_STRETCH_S and _is_until_then(view)
    return view.quantity.value < _SHORTEST_S


def _is_until_then(view: View) -> bool:
    """Whether something else begins in so long, behind a run that is over: "Run done. Camera on in 3 minutes"."""
    clause = view.clause
    if not (clause.start and clause.opening and view.told & _RAN) or view.distances:
        return False
    return not clause.labels & _OWN_DOING


def _is_how_long_it_seemed(view: View) -> bool:
    """Whether something was like something else for so long: "felt like Colorado for 11 minutes"."""
    led = view.items[view.at - 1].labels if view.at else 0
    return (
        led & _FOR != 0
        and view.clause.place("resembles") < view.at
        and not view.clause.has("run_past")
    )


def _is_what_it_took_them(view: View) -> bool:
    """Whether others took so long, for no distance of theirs: "took him 20 min to find his lead, 5k"."""
    if view.at <= view.clause.start or not view.items[view.at - 1].labels & _TOOK_THEM:
        return False
    return not view.clause.quantities(Measure.DISTANCE)


def _is_stayed(view: View) -> bool:
    """Whether so long was spent at a place: "then an hour in the cafe"."""
    return view.clause.has("stay") and not view.clause.labels & _MOVING


def _is_of_a_chore(view: View) -> bool:
    """Whether a chore took so long, and the run something else."""
    return view.clause.has("life") and not (
        view.clause.has("run_past", "run_noun", "kinds.treadmill", "excluding", "including")
        or _led(view)
        or view.before("watching")
        or _is_of_its_distance(view)
        or _is_listened_through(view)
        or (view.told & _BETWEEN and is_in_between(view.clause, view.clause.place("life")))
    )


def _is_what_came_then(view: View) -> bool:
    """Whether it came after the run and is longer than any takes: "5k before nights, then 12.5 hours"."""
    lead = view.at - 1
    lead -= lead > 0 and view.items[lead].labels & _AN != 0
    if lead < 1 or not view.items[lead].labels & _THEN:
        return False
    far = [item.value for item in view.items if is_distance(item)]
    return bool(far) and view.quantity.value * 1000 > _SLOWEST * max(far)


def _is_of_a_part(view: View) -> bool:
    """Whether it only says how much of the run something took: "we put the world to rights in 50 minutes of it"."""
    behind = view.items[view.at + 1 : view.clause.end]
    if not (view.distances and behind and behind[0].labels & _OF_THAT_RUN):
        return False
    if len(behind) > 1:
        return not behind[1].labels & _WHEN
    return view.clause.has("subject") and not view.clause.has("run_past", "strong_did")


def _is_listened_through(view: View) -> bool:
    """Whether something to listen to came along for so long: "48 mins w podcast"."""
    behind = view.items[view.at + 1 : min(view.at + 4, view.clause.end)]
    if not behind or not behind[0].labels & _WITH:
        return False
    return any(item.labels & _HEARD for item in behind[1:])


def _is_measured(view: View) -> bool:
    """Whether it is what something measures that is no run: "hr 150", "vo2max says 46"."""
    if view.before("measure_lead"):
        return True
    lead = view.items[max(0, view.at - 2) : view.at]
    return len(lead) > 1 and bool(lead[0].labels & _MEASURES and lead[1].labels & _SAID)


_RULES = Rules(
    Rule(_START, Role.OTHER, _is_when_it_started),
    Rule(any_of("bound"), Role.BOUND, before("bound")),
    Rule(any_of("tags.group", "travel"), Role.BOUND, _names_a_group),
    Rule(any_of("measure_lead"), Role.OTHER, _is_measured),
    Rule(any_of("place_or_past"), Role.OTHER, before("place_or_past")),  # "kids at school 8:50"
    Rule(any_of("delta", "remaining"), Role.DIFFERENCE, _is_left_over),
    Rule(any_of("delta_lead"), Role.DIFFERENCE, before("delta_lead")),
    Rule(_UNTIL, Role.DIFFERENCE, _comes_before_what_was_until),
    Rule(any_of("rest"), Role.SPLIT, is_run_by_turns),
    Rule(any_of("rest"), Role.REST, is_rest),
    Rule(any_of("piecemeal"), Role.OTHER, after("piecemeal")),  # "ten minutes at a time"
    Rule(_GIVES_OUT, Role.OTHER, _is_a_machines),
    Rule(
        any_of("split", "passing", "split_lead", "split_first") | REPEATS,
        Role.SPLIT,
        in_split_clause,
    ),
    Rule(_THEN, Role.OTHER, _is_what_came_then),
    Rule(_LESSON, Role.OTHER, _is_a_piece_of_a_lesson),
    Rule(_WALKED, Role.REST, is_walk_break),
    Rule(_WALKED, Role.REST, is_stretch_between_walks),
    Rule(any_of("elapsed", "ago_lead"), Role.OTHER, before("elapsed", "ago_lead")),
    Rule(any_of("ago_behind"), Role.OTHER, after("ago_behind")),
    Rule(DURATIONS, Role.OTHER, _is_a_moment),
    Rule(any_of("becomes"), Role.OTHER, becomes_another_time),
    Rule(_RESEMBLES, Role.OTHER, _is_how_long_it_seemed),
    Rule(_TOOK_THEM, Role.OTHER, _is_what_it_took_them),
    Rule(any_of("stay"), Role.OTHER, _is_stayed),
    Rule(any_of("life"), Role.OTHER, _is_of_a_chore),
    Rule(any_of("part"), Role.PART, in_clause("part")),
    Rule(_OF_THAT_RUN, Role.OTHER, _is_of_a_part),
    Rule(_FOR, Role.OTHER, is_of_another_doing),
    Rule(REPEATS, Role.SPLIT, is_of_a_repeat),
)
