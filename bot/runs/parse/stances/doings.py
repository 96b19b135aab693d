"""Tells whether a clause speaks of something else that is done, watched, worn or announced than a run."""

from bot.runs.parse.figures.quantities import Item, Measure, Quantity, is_clock, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.commutes import is_how_one_got_home, tells_its_run_meanwhile
from bot.runs.parse.stances.exactly import at_a_runners_pace
from bot.runs.parse.stances.later import is_what_it_was
from bot.runs.parse.stances.people import is_name
from bot.runs.parse.stances.riders import (
    are_met_on_wheels,
    is_of_who_rode_along,
    is_on_wheels_of_somebody,
)
from bot.runs.parse.stances.undone import (
    is_compared_with,
    is_done_instead,
    is_in_between,
    is_left_out,
    is_off,
)
from bot.runs.parse.stances.venues import is_at_its_venue
from bot.runs.parse.words.labels import any_of

_DETERMINERS = frozenset(("determiner", "article"))
_HEARD = any_of("media", "watching")
_SHOE, _BUNCH = any_of("shoe"), any_of("bunch")
_BESIDE, _WITH = any_of("companion", "way"), any_of("accompanied", "ground_lead")
_ROUTE, _HAPPENED, _DEVICE = any_of("route"), any_of("guess.past"), any_of("device")
_DURING, _HOW = any_of("amid", "before_after"), any_of("label_question")
_WHOSE, _LESSON = any_of("determiner"), any_of("lesson", "lesson_day")
_TRYING, _IF, _PASTIME = any_of("trying"), any_of("hypothetical"), any_of("life")
_WITH_IT, _AMID = any_of("with_it"), any_of("place_lead", "ground_lead")
_STAIRS, _WENT_SO = any_of("stairs"), any_of("went_so")
_RACED = any_of("named", "run_thing", "run_noun")
_PACER, _CHASED = any_of("standard"), any_of("looks_back", "companion")
_GYM, _SPORTS = any_of("gym"), any_of("sport", "moved_by", "walk")
_PERSON, _NONE = any_of("person", "name"), any_of("negation")
_NOBODY = _NONE | any_of("nobody")
_DAY_MIN = 24 * 60
_ABOUT = any_of("run_noun", "run_verb", "run_word", "named", "person", "kinds")


def other_sport(clause: Clause) -> bool:
    """Whether another sport is told and no run beside it."""
    runs = tells_run(clause) or clause.has("kinds.treadmill") or is_of_who_rode_along(clause)
    if clause.quantities(Measure.CLOCK, Measure.DURATION) and _is_of_a_team(clause):
        return False
    if runs or _is_of_a_table(clause) or _takes_shoes_out(clause) or is_off(clause):
        return False
    if is_on_wheels_of_somebody(clause) or are_met_on_wheels(clause) or is_done_instead(clause):
        return False
    if is_only_at_a_gym(clause) and at_a_runners_pace([clause], [0], clocks=False):
        return False  # "2 miles in 24 mins at the gym"
    return clause.has("sport") or is_at_its_venue(clause)


def is_only_at_a_gym(clause: Clause) -> bool:
    """Whether a gym is the only thing of a sport in it, where treadmills stand as well."""
    if not clause.labels & _GYM:
        return False
    items = clause.items[clause.start : clause.end]
    return not any(item.labels & _SPORTS and not item.labels & _GYM for item in items)


def _is_of_a_table(clause: Clause) -> bool:
    """Whether the sport is where a table is filled in: "row 14: 10k, 54:20"."""
    at = clause.place("of_a_table")
    line = clause.items[clause.end - 1]
    numbered = isinstance(line, Quantity) and line.measure is Measure.NUMBER
    return at == clause.place("sport") == clause.end - 2 and numbered


def _is_of_a_team(clause: Clause) -> bool:
    """Whether the sport is that of people around: "16:05 with waves from the hockey team"."""
    at = clause.place("sport")
    if not clause.start < at < clause.end - 1 or not clause.items[at + 1].labels & _BUNCH:
        return False
    lead = clause.items[at - 1].labels
    led = at - 1 > clause.start and clause.items[at - 2].labels & _BESIDE != 0
    return lead & _WITH != 0 or (lead & _WHOSE != 0 and led)


def _takes_shoes_out(clause: Clause) -> bool:
    """Whether shoes are told to have been tried: "took my new Novablasts for a spin", but not a bike."""
    at = clause.place("spun")
    if not clause.place("takes_along") < at == clause.place("sport") < clause.end:
        return False
    worn = clause.items[at - 1]
    return bool(worn.labels & _SHOE) or (is_name(worn) and worn.text.endswith("s"))


def tells_run(clause: Clause) -> bool:
    """Whether the clause says "run" in its own word, beside whatever else it says."""
    return clause.has("run_past", "run_word")


def watching(clause: Clause) -> bool:
    """Whether somebody is watched; a screen before a treadmill is another matter."""
    if clause.measured and min(clause.place("run_noun"), clause.place("kinds")) < clause.place(
        "watching"
    ):
        return False  # "16k LSR 1h46 podcast finished before I did"
    if clause.measured_items and _is_listened_to(clause, clause.place("watching")):
        return False  # "48 mins w podcast"
    if "self" in clause.items[min(clause.place("watching") + 1, clause.end - 1)].meanings:
        return False  # "my son watched me do 5k"
    if _is_a_clock_watched(clause):
        return False  # "watched 56:16 come up"
    if _is_tried_or_passed(clause, clause.place("watching")) or _is_looked_on(clause):
        return False
    return not clause.has("run_past", "kinds.treadmill")


def _is_tried_or_passed(clause: Clause, at: int) -> bool:
    """Whether something was found out, or watched in a run: "out to see if it holds", "8k in 44:10 watching telly"."""
    verb = clause.items[at].labels
    if verb & _TRYING:
        asked = clause.items[at + 1].labels if at + 1 < clause.end else 0
        how = asked & _HOW and clause.has("body")  # "to see how the knee is"
        return bool(asked & _IF or how) and not clause.has("third_person", "you")
    told = clause.measured_at[-1:] == [at - 1] and bool(clause.quantities(Measure.CLOCK))
    return bool(told and clause.measured and verb & _PASTIME)


def _is_looked_on(clause: Clause) -> bool:
    """Whether others only looked on: "5k round the field with Year 9 watching", but "10k with Jo watching Sam"."""
    at = clause.place("looks_on")
    if at != clause.place("watching") or not clause.measured_items:
        return False
    last = at + 1 == clause.end or clause.items[at + 1].labels & _AMID != 0
    led = clause.items[clause.measured_at[0] + 1 : at]
    return last and any(item.labels & _WITH_IT for item in led[:-1])


def _is_a_clock_watched(clause: Clause) -> bool:
    """Whether what was watched is one's own time, right behind the verb."""
    behind = clause.items[min(clause.place("watching") + 1, clause.end - 1)]
    return is_clock(behind) and not clause.opening and not clause.has("person", "name")


def _is_listened_to(clause: Clause, at: int) -> bool:
    """Whether it came along: "with an audiobook", "w podcast"."""
    at -= at - 1 > clause.start and "article" in clause.items[at - 1].meanings
    return at > clause.start and clause.items[at - 1].labels & _WITH != 0


def follows_somebody(clause: Clause) -> bool:
    """Whether somebody else's race is followed: "tracked Ben all the way round the half"."""
    place = clause.place("tracked") + 1
    return place < clause.end and (
        is_name(clause.items[place]) or "person" in clause.items[place].meanings
    )


def life(clause: Clause) -> bool:
    """Whether a time is of daily life: sleep, meetings, queues."""
    if not clause.has("life") or tells_run(clause) or clause.quantities(Measure.REPS):
        return False
    if clause.items[clause.start].labels & _NONE and clause.end - clause.start == 2:
        return False  # "no telephone"
    if clause.has("watching") and clause.has("kinds.treadmill"):
        return False  # "40 min on the treadmill watching Bake Off"
    if clause.place("life") == clause.place("watching") and _is_a_clock_watched(clause):
        return False
    if "before_after" in clause.items[clause.start].meanings and clause.quantities(Measure.CLOCK):
        return False
    left_out = min(clause.place("excluding"), clause.place("including"))
    if left_out < clause.place("life") and clause.quantities(Measure.CLOCK):
        return False  # "54:30 not counting the queue", "54:30 including the queue"
    at = clause.place("life")
    if is_left_out(clause, at):
        return False
    if is_in_between(clause, at) and clause.has("kinds", "strong_did", "run_noun"):
        return False  # "35 min easy between the school run and tea"
    if clause.items[at - 1].labels & _DURING and at - 1 > clause.start and clause.has("kinds"):
        return False  # "4 on the treadmill during nap"
    heard = clause.items[at].labels & _HEARD != 0 and bool(clause.measured_items)
    if heard and _is_listened_to(clause, at):
        return False
    distances = clause.quantities(Measure.DISTANCE)
    return all("said" in quantity.meanings for quantity in distances)


def walk(clause: Clause) -> bool:
    """Whether somebody walked: "walked the dog", but no walk breaks of a run."""
    if clause.has("walk_home") and is_how_one_got_home(clause):
        return True
    if clause.has("now_doing") and tells_its_run_meanwhile(clause):
        return False
    place = clause.place("walk")
    if place > clause.start and clause.items[place - 1].labels & _NOBODY:
        return False  # "haven't walked properly since", "nobody walked"
    if is_compared_with(clause, place) or _is_how_a_run_went(clause, place):
        return False
    behind = clause.items[place + 1 : min(place + 4, clause.end)]
    if not clause.measured_items and any(item.labels & _STAIRS for item in behind):
        return False  # "can finally walk downstairs"
    return clause.has("walk") and not clause.has("run_walk") and not tells_run(clause)


def _is_how_a_run_went(clause: Clause, place: int) -> bool:
    """Whether a run stands before a verb that means to go as well as to walk: "femman gick lugnt"."""
    if not clause.start < place < clause.end or not clause.items[place].labels & _WENT_SO:
        return False
    return clause.items[place - 1].labels & _RACED != 0


def unmeasured(clause: Clause) -> bool:
    """Whether neither a distance nor a duration is told, nor a lesson of a programme."""
    return not (clause.quantities(Measure.DISTANCE, Measure.DURATION) or clause.labels & _LESSON)


def weather(clause: Clause) -> bool:
    """Whether only the weather is spoken of: "storm tonight", but not "ran in today's storm"."""
    ran_in_it = clause.place("run_past") < clause.place("weather")
    return unmeasured(clause) and not (ran_in_it and not clause.quantities(Measure.NUMBER))


def software(clause: Clause) -> bool:
    """Whether programs and servers are spoken of; with a distance it is a run all the same."""
    if clause.place("for_lead") == clause.start:
        return False  # "for the challenge spreadsheet: 10k, 54:20"
    return clause.has("software") and not clause.quantities(Measure.DISTANCE)


def announcement(clause: Clause) -> bool:
    """Whether it announces what is to come: a route, a start, results."""
    if clause.has("start_word") and _is_how_a_time_begins(clause):
        return False
    if clause.has("map") and clause.closed_by == ":" and not clause.has("run_past"):
        return True
    if clause.has("sets_off"):
        behind = clause.place("sets_off") + 1
        if behind < clause.end and _may_be_an_hour(clause.items[behind]):
            return True  # "club run leaves 18:45"
    if clause.has("start_word"):
        if _is_when_it_starts(clause):
            return True
        following = clause.items[clause.place("start_word") + 1 : clause.end]
        if any(_may_be_an_hour(item) and not _is_past_midnight(item) for item in following[:2]):
            return True
    if clause.place("announce") == clause.place("given") < clause.end and not clause.quantities():
        return False  # "the gym bloke gave me a towel"
    if clause.has("thanks") and clause.has("route") and not clause.quantities():
        return False  # "thanks for the route tip"
    if clause.place("strong_did") + 1 == clause.place("announce") < clause.end:
        return not clause.has("run_past")  # "got moved to 9"
    if clause.has("run_past", "strong_did", "pb_now"):
        return False
    at = clause.place("announce")
    if at == clause.end:
        return False
    lead = clause.items[at - 1].labels if at > clause.start else 0
    read = lead & _DEVICE or clause.start <= clause.place("kinds.treadmill") < at
    if read and at == clause.place("given") and not lead & _PERSON:
        return False  # "my watch gave me 6.3k", "hotel treadmill in Doha gave me 7k"
    if is_what_it_was(clause, at):
        return False
    if lead & _DEVICE and clause.items[at].labels & _PACER:
        return False  # "Strava cut off the last bit"
    chosen = lead & _HAPPENED
    if clause.items[at].labels & _PACER and clause.items[clause.start].labels & _CHASED == _CHASED:
        return False  # "chased the 44 pacer for the whole of Sunday's 10k"
    return not (chosen and clause.items[at].labels & _ROUTE)  # "he picked the route"


def _is_how_a_time_begins(clause: Clause) -> bool:
    """Whether it only marvels at the first figure of a time: "finally starts with a 21"."""
    behind = clause.items[clause.place("start_word") + 1 : clause.end]
    return len(behind) > 1 and bool(behind[0].labels & _WITH) and isinstance(behind[1], Quantity)


def _is_when_it_starts(clause: Clause) -> bool:
    """Whether an hour stands before a "start" that ends the clause: "10k, 10:00 start"."""
    last = clause.items[clause.end - 1]
    if clause.end - clause.start < 2 or "start_word" not in last.meanings:
        return False
    hour = clause.items[clause.end - 2]
    if is_distance(hour) and clause.end - clause.start > 2:
        hour = clause.items[clause.end - 3]  # "8:00 10k start"
    if not _may_be_an_hour(hour) or not isinstance(hour, Quantity):
        return False
    return hour.options[0] < _DAY_MIN and not hour.options[0] % 5


def helps(clause: Clause) -> bool:
    """Whether somebody helps out and does not run, or runs what helps: "ran the water station"."""
    if _is_who_helped(clause):
        return False
    at = clause.place("run_past")
    if at == clause.end:
        return True
    behind = clause.items[at + 1 : min(clause.end, at + 4)]
    while behind and not _DETERMINERS.isdisjoint(behind[0].meanings):
        behind = behind[1:]
    return bool(behind) and "volunteer" in behind[0].meanings


def _is_who_helped(clause: Clause) -> bool:
    """Whether who helped is spoken of behind a run with its time: "parkrun 37:50, the tail walker was lovely"."""
    at = min(clause.place("volunteer"), clause.place("tags.volunteer"))
    if not (clause.measured and clause.measured_at[-1] < at - 1):
        return False
    return clause.items[at - 1].labels & _WHOSE != 0


def told_of(clause: Clause) -> bool:
    """Whether running is what something is about: "a podcast on running"."""
    place = clause.place("media")
    behind = clause.items[place + 1 : min(clause.end, place + 4)]
    return any(item.labels & _ABOUT for item in behind)


def _may_be_an_hour(item: Item) -> bool:
    return is_clock(item) and len(item.options) > 1


def _is_past_midnight(item: Item) -> bool:
    """Whether a clock tells no hour that a day has: "Gun 51:40"."""
    return isinstance(item, Quantity) and item.options[0] >= _DAY_MIN
