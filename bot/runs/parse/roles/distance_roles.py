"""Gives a distance its role: of the run, of a part or a split, a climb, a point on the way, or none."""

from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DAYS,
    REPEATS,
    TIMES,
    is_clock,
    is_distance,
)
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.roles.among_several import (
    is_beside_mine,
    is_for_somebody,
    is_of_a_longer_race,
    is_of_another_sport,
    is_of_each_lap,
    is_off_a_ride,
    is_praised,
    is_the_longest_before,
    was_only_said,
)
from bot.runs.parse.roles.points import (
    is_a_point,
    is_felt_for,
    is_under_way,
    is_where_it_turned,
)
from bot.runs.parse.roles.rules import Rule, Rules, Test, after, in_clause
from bot.runs.parse.roles.short_distances import role_of_short_distance
from bot.runs.parse.roles.surroundings import View, is_up_somewhere, leads_to_its_time
from bot.runs.parse.roles.unrun import (
    is_a_count,
    is_another,
    is_of_shoes,
    is_of_the_course,
    is_outdone,
    is_so_much_each,
    is_the_sum_by_now,
)
from bot.runs.parse.stances.labelled import label_before
from bot.runs.parse.words.labels import any_of

_EACH_PERIOD = any_of("each_period")
_NONE = any_of("negation")
_MINE = any_of("self", "determiner")
_OF_A_FIRST, _NEAR_FIRST = any_of("tags.first", "tags.comeback", "nonstop"), 3
_WAS, _THAN = any_of("looks_back"), any_of("delta_lead")
_A_PART, _COMEBACK, _THE = any_of("part"), any_of("tags.comeback"), any_of("article", "determiner")
_TOTAL, _ONE = any_of("total"), any_of("article")
_OF, _HALF = any_of("of"), any_of("bare_half")
_PASSED_ON, _HALFWAY, _MY = any_of("passing"), any_of("halfway"), any_of("self")
_EFFORTS = any_of("did", "run_past", "guess.past")
_BEFORE, _PIECE = any_of("before_after"), any_of("section")
_RESTS = any_of("no_run", "named", "kinds.race")
_JOG = any_of("run_word")
_SPORT = any_of("sport")
_JOGGED_TO = any_of("updown", "further", "there")

_SHOE = any_of("shoe", "shoe_worn")
_FEWEST_WITH_ONE_AGAIN = 3
_NO_UNIT = 3000
"""Metres from which a distance is no unit that a time is told for."""


def role_of_distance(view: View) -> Role:
    """What a distance is to the run, by what stands around it."""
    quantity = view.quantity
    if not 0 < quantity.value <= 1_000_000:
        return Role.POINT if is_the_sum_by_now(view) else Role.OTHER
    if view.told & _SPORT and view.distances > 1 and is_of_another_sport(view):
        return Role.OTHER
    if 0 < quantity.unit <= 1:
        return role_of_short_distance(view)
    return _RULES.first(view) or Role.DISTANCE


def _is_in_a_section(view: View) -> bool:
    """Whether a range of distances only tells in which part something was."""
    return _is_vague(view) and view.after("section")


def _is_one_of_several(test: Test) -> Test:
    return lambda view: view.distances > 1 and test(view)


def _is_vague(view: View) -> bool:
    return "vague" in view.quantity.meanings


def _is_one(view: View) -> bool:
    return view.quantity.labels & _ONE != 0  # "a km"


def _is_told_for_each_period(view: View) -> bool:
    """Whether it is run, or paid, again and again: "17k / month", "5k/week habit"."""
    behind = view.items[view.at + 1 : view.at + 2]
    return bool(behind) and behind[0].labels & _EACH_PERIOD != 0


def _is_up_or_down(view: View) -> bool:
    """Whether it is a warm-up or cool-down by the mere word behind it: "2k up, 6k tempo, 2k jog down"."""
    at = view.at + 1
    if at < view.clause.end and view.items[at].labels & _JOG:
        if not view.told & REPEATS:
            return False
        at += 1
        return at + 1 == view.clause.end and view.items[at].labels & _JOGGED_TO != 0
    return at + 1 == view.clause.end and "updown" in view.items[at].meanings


def _is_difference(view: View) -> bool:
    """Whether it is by how much something differs, or a mark that was outdone: "1 km further"."""
    if "delta" in view.quantity.meanings:
        return True
    unlike = (is_up_somewhere, _is_led_by_its_time, _is_likened)
    if view.after("delta", "remaining") and not any(told(view) for told in unlike):
        return True
    return (view.before("delta_lead") and not leads_to_its_time(view)) or is_outdone(view)


def _is_led_by_its_time(view: View) -> bool:
    """Whether a clock that fits it stands right before: "22:50 5k off two pints"."""
    time = view.items[view.at - 1] if view.at > view.clause.start else None
    return is_clock(time) and duration_over(time, view.quantity.value) is not None


def _is_likened(view: View) -> bool:
    """Whether the run is what "was" more or less than something: "tuesday's 5k was slower than the bus"."""
    behind = view.items[view.at + 1 : view.at + 3]
    return len(behind) > 1 and bool(behind[0].labels & _WAS and behind[1].labels & _THAN)


def _is_whole(view: View) -> bool:
    """Whether a distance behind a word for parts is the whole: "42 min per 8 km", "slowest 5k of the year"."""
    if view.quantity.value < _NO_UNIT:
        return False
    return view.before("per") or (view.distances == 1 and view.before("superlative"))


def _is_halved(view: View) -> bool:
    """Whether it is the whole of which half is told: "first half of my 10k was 28:10, whole thing 53:44"."""
    at = view.at - 1
    while at > view.clause.start and view.items[at].labels & _THE:
        at -= 1
    return at > 0 and bool(view.items[at].labels & _OF and view.items[at - 1].labels & _HALF)


def _is_last_before(view: View) -> bool:
    """Whether it is the last run before a race or a rest: "last 10k before the taper"."""
    if view.distances > 1 or view.quantity.value < _NO_UNIT:
        return False
    behind = view.items[view.at + 1 : view.at + 5]
    return len(behind) > 1 and bool(
        behind[0].labels & _BEFORE and any(item.labels & _RESTS for item in behind[1:])
    )


def _is_ones_first(view: View) -> bool:
    """Whether the whole is told as the first of its kind: "primi 4 km dopo l'infortunio"."""
    if view.distances > 1 or not view.before("first_of_all"):
        return False
    behind = view.items[view.at + 1 : view.at + 1 + _NEAR_FIRST]
    return any(item.labels & _OF_A_FIRST for item in behind)


def _is_disposed_of(view: View) -> bool:
    """Whether it was got out of the way: "knocked 10k out of the way", "put ten k away"."""
    return view.at > view.clause.start and (
        "disposes" in view.items[view.at - 1].meanings and view.after("disposed")
    )


def _is_got_through(view: View) -> bool:
    """Whether effort or company leads to the only distance: "limped through 3 miles", "took Jo through 5k, 41 min"."""
    if view.distances > 1 or view.at - 2 < view.clause.start:
        return False
    verb, way = view.items[view.at - 2 : view.at]
    guided = view.clause.place("takes_along") == view.clause.start and view.told & TIMES
    return bool(way.labels & _PASSED_ON and (verb.labels & _EFFORTS or guided))


def _is_gone_halfway(view: View) -> bool:
    """Whether it is the whole through which something was halfway, its time apart, or a day right behind it."""
    at = view.at - 1
    whose = view.items[at].labels
    at -= at > view.clause.start and whose & _THE != 0
    if view.distances > 1 or at <= view.clause.start or not view.items[at].labels & _PASSED_ON:
        return False
    timed = view.told & TIMES and not view.clause.labels & TIMES
    of_a_day = whose & _MY and any(i.labels & DAYS for i in view.items[view.at + 1 : view.at + 3])
    return bool(timed or of_a_day) and view.items[at - 1].labels & _HALFWAY != 0


def _is_split(view: View) -> bool:
    """Whether it is a stretch of the run: "last 2k", "10k, 3 of it at tempo"."""
    if view.told & _TOTAL and _is_halved(view):
        return False
    whole = _is_whole(view) or _is_last_before(view) or _is_ones_first(view)
    if view.before("split_lead", "passing") and not whole:
        if _is_ones_own(view) or is_of_each_lap(view.items, view.at):
            return False
        return "kinds.long" not in view.quantity.meanings  # "last 22 miler of the block"
    if view.distances < 2:
        return False
    if (view.after("of_it") and not (view.before("whole") or view.told & _A_PART)) or (
        view.before("split_first")
        and not view.before("self")
        and view.items[view.at - 1].text != ":"
    ):
        return True
    return view.before("including") and not view.clause.has("part")


def _is_the_total(view: View) -> bool:
    """Whether it is called the total, which a part behind a colon is not: the 3k of "10k total: 3k easy, 7k tempo"."""
    if view.after("total"):
        return True
    if not view.before("total"):
        return False
    before = view.items[max(0, view.at - 4) : view.at]
    return before[-1].text != ":" or not any(map(is_distance, before))


def _is_told_again(view: View) -> bool:
    """Whether it only says more of a part that was told: "6k at threshold, 3k home. 6k bit was 4:18s"."""
    behind = view.items[view.at + 1 : view.at + 2]
    if not behind or not behind[0].labels & _PIECE:
        return False
    return any(is_distance(i) and i.value == view.quantity.value for i in view.items[: view.at])


def _is_told_of_behind(view: View) -> bool:
    """Whether more is said of it behind, and it is the longest of several, so that it is a part of none of them."""
    days = [item for item in view.items if item.labels & DAYS]
    if view.distances < _FEWEST_WITH_ONE_AGAIN or len(days) > 1:
        return False
    far = view.quantity.value
    again = any(
        is_distance(item) and item.value == far and behind.labels & _PIECE
        for item, behind in pairwise(view.items[view.at + 1 :])
    )
    return again and not any(is_distance(item) and item.value > far for item in view.items)


def _is_ones_own(view: View) -> bool:
    """Whether it is the whole that one's own time took: "halfway through my 8k", "42:10 to get through my 8k loop"."""
    if view.distances > 1 or not view.told & CLOCKS or view.at - 2 < view.clause.start:
        return False
    if any(item.labels & TIMES for item in view.items[view.at + 1 : view.clause.end]):
        return False  # "through my 10k in 44:10"
    my = view.items[view.at - 1].labels & _MINE
    return my == _MINE and view.items[view.at - 2].labels & _PASSED_ON != 0


def _has_no_such_part(view: View) -> bool:
    """Whether the part that is named is said to have been left out: "10k with no warm up"."""
    at = view.clause.place("part")
    lead = view.items[at - 1].labels if view.at + 1 < at < view.clause.end else 0
    return lead & _NONE != 0


def _is_the_last_before(view: View) -> bool:
    """Whether it is a race by its name since which nothing was run: "first go since the marathon"."""
    at = view.at - 1
    if at < 1 or "said" not in view.quantity.meanings or not view.items[at].labels & _THE:
        return False
    return bool(view.items[at - 1].labels & _COMEBACK)


def _holds_its_parts(view: View) -> bool:
    """Whether warm-up and cool-down are in it: "7k with wu/cd"."""
    behind = view.items[view.at + 1 : view.at + 3]
    return len(behind) > 1 and bool(
        "including" in behind[0].meanings and "part" in behind[1].meanings
    )


def _is_what_shoes_have_run(view: View) -> bool:
    """Whether shoes are the label that it stands behind, beside a run: "Distance: 8 km / Shoes: 429 km"."""
    if view.items[view.at - 1].text != ":":
        return False
    lead = label_before(view.items, view.at)
    return lead is not None and lead.labels & _SHOE != 0


_RULES = Rules(
    Rule(_SHOE, Role.OTHER, _is_one_of_several(_is_what_shoes_have_run)),
    Rule(_EACH_PERIOD, Role.OTHER, _is_told_for_each_period),
    Rule(any_of("delta"), Role.OTHER, lambda view: _is_one(view) and is_so_much_each(view)),
    Rule(any_of("turned_at"), Role.POINT, is_where_it_turned),
    Rule(any_of("section"), Role.POINT, _is_in_a_section),
    Rule(_PIECE, Role.PART, _is_one_of_several(_is_told_of_behind)),
    Rule(any_of("tags.comeback"), Role.POINT, _is_the_last_before),
    Rule(any_of("for_lead"), Role.POINT, _is_one_of_several(is_felt_for)),
    Rule(any_of("for_lead"), Role.OTHER, _is_one_of_several(is_for_somebody)),
    Rule(any_of("object_self"), Role.OTHER, _is_one_of_several(is_beside_mine)),
    Rule(any_of("split"), Role.SPLIT, _is_one_of_several(is_of_a_longer_race)),
    Rule(_SPORT, Role.DISTANCE, is_off_a_ride),
    Rule(any_of("adjective_praise"), Role.OTHER, _is_one_of_several(is_praised)),
    Rule(any_of("reading"), Role.OTHER, _is_one_of_several(was_only_said)),
    Rule(any_of("longest"), Role.OTHER, _is_one_of_several(is_the_longest_before)),
    Rule(any_of("under_way", "into"), Role.POINT, _is_one_of_several(is_under_way)),
    Rule(any_of("thing"), Role.OTHER, is_a_count),
    Rule(any_of("shoe"), Role.OTHER, _is_one_of_several(is_of_shoes)),
    Rule(any_of("map", "route", "course_is"), Role.OTHER, is_of_the_course),
    Rule(any_of("piecemeal"), Role.OTHER, after("piecemeal")),  # "one km at a time"
    Rule(
        any_of("worth"), Role.OTHER, _is_one_of_several(after("worth"))
    ),  # "she complained 2k worth"
    Rule(any_of("passing"), Role.DISTANCE, _is_got_through),
    Rule(any_of("halfway"), Role.DISTANCE, _is_gone_halfway),
    Rule(
        any_of("split_lead", "passing", "of_it", "split_first", "including"), Role.SPLIT, _is_split
    ),
    Rule(any_of("disposes"), Role.DISTANCE, _is_disposed_of),
    Rule(any_of("delta", "remaining", "delta_lead", "bound"), Role.DIFFERENCE, _is_difference),
    Rule(
        any_of("becomes", "was_to_be", "of", "out_of", "intent", "into", "instead")
        | any_of("under_way", "sets_out_for", "cut_short", "negation", "between", "ended_up"),
        Role.OTHER,
        is_another,
    ),
    Rule(any_of("so_far", "leads_to_named", "leads_to_point", "cut_short"), Role.POINT, is_a_point),
    Rule(any_of("period", "for_lead"), Role.OTHER, _is_one_of_several(is_the_sum_by_now)),
    Rule(_TOTAL, Role.TOTAL, _is_the_total),
    Rule(any_of("including"), Role.DISTANCE, _holds_its_parts),
    Rule(_A_PART, Role.DISTANCE, _has_no_such_part),
    Rule(_A_PART, Role.PART, in_clause("part")),
    Rule(_JOGGED_TO, Role.PART, _is_one_of_several(_is_up_or_down)),
    Rule(_PIECE, Role.OTHER, _is_one_of_several(_is_told_again)),
)
