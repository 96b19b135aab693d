"""Says why a figure may be of no run that is over: planned, wished for, summed up, only spoken of."""

from collections.abc import Sequence

from bot.runs.parse.doubts.days_over import are_over, goes_on_as_planned
from bot.runs.parse.doubts.mentioned import is_of_no_run
from bot.runs.parse.doubts.told_of_a_day import is_told_about
from bot.runs.parse.drafts.ahead import (
    AFTERNOON,
    is_a_first_to_come,
    is_summed_up_as_planned,
    may_be_planned,
)
from bot.runs.parse.drafts.tale import is_out_and_back, is_told_by_its_parts
from bot.runs.parse.figures.quantities import CLOCKS, DURATIONS, Measure, Quantity
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.roles.behind import lie_behind
from bot.runs.parse.words.labels import any_of

_ARTICLES = frozenset(("article", "determiner"))
_BARE_HALF = any_of("bare_half")
_SHOE = any_of("shoe")
OPEN_ENDS = (
    (DURATIONS | _BARE_HALF | _SHOE)
    | any_of("dnf", "total")
    | any_of("period", "sessions")  # of Stance.SUM
)
"""Labels without any of which a run that is told with its time is over."""

_DONE = any_of("run_past", "strong_did")
_MUCH_FOR_NEW_SHOES, _A_MARATHON = 40_000, 42_195

_TOLD_FAR = frozenset({Role.TOTAL, Role.PART, Role.DISTANCE, Role.SPLIT, Role.POINT})
_LATE_MORNING = 10
_LONG_PART, _ROUND = 10 * 60, 30
"""Seconds of more than a pace, and in whose steps times are set."""

_KILOMETRE = 1000
_SLOW_PACE = 8 * 60
"""Seconds per kilometre at which a bare clock is hardly told as a pace."""

_FELT = any_of("moods.positive", "moods.negative")
_A_PART = any_of("part")
_GOOD, _HOW = any_of("adjective_praise"), any_of("adjective")
_WITH_A_GROUP, _GROUP = any_of("alongside", "accompanied"), any_of("tags.group")
_CALLED_TO = any_of("to_come", "start_word", "sets_off", "invite")
_DNF = any_of("dnf")
_PAST, _THIS_YEAR = any_of("past"), any_of("of_this_year")
_AS_PLANNED = any_of("as_planned")
_BEGAN = any_of("body", "moods", "tags", "guess.past", "looks_back")
_UNMET, _BRINGS = any_of("unmet"), any_of("brings")
_SET, _PRESCRIBED = any_of("goal", "brings"), any_of("prescribed")
_RUN_COMMUTE, _BOTH = any_of("run_thing"), any_of("both_ways")
_COUNTED = any_of("thing", "lap_each")
_LAPS = any_of("thing", "run_noun")
"""Of what is counted, only laps are of a run as well."""


def doubt_of_its_end(drafts: Sequence[Draft], post: Post) -> str | None:
    """The reason why the first of these runs may not be over, or not be one run."""
    if Stance.SUM in post.stances and _is_summed_up(drafts, post):
        return "period"
    if Role.TOTAL in post.roles and _is_lone_total(drafts, post):
        return "period"
    first = drafts[0]
    half = post.told & _BARE_HALF and not post.has("run_past")
    if half and _may_be_half_of_something(post, first):
        return "doubtful"
    if post.labels & _DNF and first.duration is None and first.day is None:
        return "doubtful"
    if post.labels & _DONE:
        return None
    if post.labels & _SHOE and (first.distance or 0) > _MUCH_FOR_NEW_SHOES:
        return "shoes" if first.duration is None else None
    if post.told & DURATIONS and _is_a_time_to_run(post):
        return "goal"
    if first.distance is None and is_summed_up_as_planned(post):
        return "plan"
    if first.duration is not None:
        return None
    if all(_is_at_an_hour(draft) for draft in drafts) or _is_planned(post, first):
        return "plan"
    if is_of_no_run(post, first):
        return "doubtful"
    if goes_on_as_planned(post, first):
        return "plan"
    if are_over(post, drafts) or _is_a_part_timed(post, first):
        return None
    if not may_be_planned(post, first) or lie_behind(post, drafts) or is_told_about(post, drafts):
        return None
    return "plan"


def _is_planned(post: Post, first: Draft) -> bool:
    """Whether a distance without its time is set to a group, or told with a day or an hour that has not come."""
    if _is_prescribed(post, first) or _is_led(post, first) or _is_to_be_made(post):
        return True
    if first.reps and post.told & _SET and _are_set(post, first):
        return True
    return (
        is_a_first_to_come(post, first)
        or (post.has("as_planned") and any(map(_is_still_ahead, post.clauses)))
        or is_later_today(post, first)
        or _is_next_morning(post, first)
    )


def _is_still_ahead(clause: Clause) -> bool:
    """Whether it says where one is before a run, and not how that began: "calf grumbled at the start"."""
    if not clause.labels & _AS_PLANNED:
        return False
    led = clause.items[clause.start : clause.place("as_planned")]
    return not any(item.labels & _BEGAN for item in led[-2:])


def _may_be_half_of_something(post: Post, draft: Draft) -> bool:
    """Whether there is nothing but a bare "half" that is done."""
    if draft.timed or draft.day is not None:
        return False
    if post.has("tags.first") or any(member.role is Role.BOUND for member in post.cast):
        return False
    figures = [member.quantity for member in post.cast if member.place in draft.places]
    return any("bare_half" in figure.meanings for figure in figures)


def _is_summed_up(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether figures are of a period: "this week 45 km"."""
    if any(Stance.SUM in draft.stances for draft in drafts):
        if post.told & _PAST and _is_compared(drafts[0], post):
            return False
        each = Stance.SUM not in drafts[0].stances and all(draft.timed for draft in drafts)
        return not each  # "5k 28 min, 6k 34 min this week"
    return post.tells("sessions") and _is_counted_up(drafts, post)


def _is_compared(draft: Draft, post: Post) -> bool:
    """Whether one time is this year's, beside another: "last year 54:10, this year 50:30. Same 10k"."""
    if not (draft.timed and draft.by_a_clock) or (draft.distance or 0) > _A_MARATHON:
        return False
    summed = [c for c, s in zip(post.clauses, post.stances, strict=True) if s is Stance.SUM]
    return all(
        c.labels & _THIS_YEAR and [one.measure for one in c.measured_items] == [Measure.CLOCK]
        for c in summed
    )


def _is_counted_up(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether runs are counted beside a distance: "45 km, four runs"."""
    if len(drafts) > 1 and any(draft.timed for draft in drafts):
        return False
    if len(drafts) > 1:
        return False  # "two runs today, 3k and 5k"
    if drafts[0].timed and any(
        "day" in m.quantity.meanings for m in post.cast if m.role is Role.DAY
    ):
        return False  # "today 6k in 38 min. 139 sessions to go"
    judged = zip(post.clauses, post.stances, strict=True)
    return any(stance is Stance.SUM and clause.has("sessions") for clause, stance in judged)


def _is_lone_total(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a total stands alone, of who knows how many runs: "day 9, 61 km in total"."""
    draft = drafts[0]
    if any("day" in m.quantity.meanings for m in post.cast if m.role is Role.DAY):
        return False  # "an hour today, came out at 11k"
    if draft.duration is not None or draft.reps or post.has("run_past", "kinds"):
        return False
    if post.labels & _RUN_COMMUTE and post.labels & _BOTH:
        return False  # "run commute both ways, 10k total"
    if draft.distance is not None and is_out_and_back(post, draft.distance):
        return False  # "into the wind for 2.5, blown home for 2.5, 5k total"
    if draft.distance is not None and is_told_by_its_parts(post, draft.distance):
        return False  # "12k total, last 3 quick"
    if post.labels & _COUNTED and post.items[draft.places[0] - 1].text == "=":
        return False  # "did 2 laps of the common = 9k"
    if any(item.labels & _LAPS == _LAPS for item in post.items[: draft.places[0]]):
        return False  # "two laps of the lake, 10k all in"
    told = [m for m in post.cast if m.role in _TOLD_FAR]
    return [member.role for member in told] == [Role.TOTAL]


def _is_a_time_to_run(post: Post) -> bool:
    """Whether a time only describes a distance: "12 seconds off a 45 min 10k"."""
    for at in range(1, len(post.items) - 1):
        time, distance = post.items[at], post.items[at + 1]
        if not isinstance(time, Quantity) or not isinstance(distance, Quantity):
            continue
        led = not _ARTICLES.isdisjoint(post.items[at - 1].meanings)
        if led and time.measure is Measure.DURATION and distance.measure is Measure.DISTANCE:
            return True
    return False


def is_later_today(post: Post, draft: Draft) -> bool:
    """Whether the time of day that is told has not come yet: "10k tonight", said at breakfast."""
    if draft.day:
        return False
    if post.has("times.evening", "times.night"):
        return post.hour < AFTERNOON
    return post.has("times.midday") and post.hour < _LATE_MORNING


def _is_prescribed(post: Post, draft: Draft) -> bool:
    """Whether a session is written out under its name: "Session: 2k easy, 6x800", "the plan says 2k easy, 5k hard".

    Others say what it has: "the plan has 4 x 2k tonight".

    Who tells of the way back has been there: "tempo session: 2k warm up, 6k at 4:40, 2k easy back".
    """
    head = post.clauses[0]
    named = head.closed_by == ":" or head.has("reading")
    if not (named or _lists_what_it_has(head)) or not head.has("prescribed") or post.labels & _FELT:
        return False
    if not draft.reps and post.clauses[max(draft.clauses)].has("way_back"):
        return False
    before_today = head.surely_over and (draft.day or 0) < 0
    if before_today or _is_a_part_timed(post, draft):
        return False
    return draft.reps or any(member.role is Role.PART for member in post.cast)


def _is_a_part_timed(post: Post, draft: Draft) -> bool:
    """Whether a part is told in a time that only a watch has: "2k warm up, 5k tempo in 21:40, 2k cool-down"."""
    return not draft.reps and any(
        member.quantity.led
        and member.quantity.labels & CLOCKS
        and member.quantity.options[0] > _LONG_PART
        and member.quantity.options[0] % _ROUND
        for member in post.cast
    )


def _lists_what_it_has(head: Clause) -> bool:
    """Whether a session is told by what it consists of: "the plan has 4 x 2k", but "that session has left me dead"."""
    has = head.place("possesses")
    led = head.start < has < head.end - 1 and head.items[has - 1].labels & _PRESCRIBED
    return bool(led) and isinstance(head.items[has + 1], Quantity)


def _are_set(post: Post, draft: Draft) -> bool:
    """Whether repeats are only set: with a target and none that was, or things to bring: "bring lights"."""
    if draft.day is not None and draft.day < 0:
        return False
    aimed = not post.told & _UNMET and Stance.GOAL in post.stances
    return aimed or any(clause.items[clause.start].labels & _BRINGS for clause in post.clauses)


def _is_to_be_made(post: Post) -> bool:
    """Whether a part of it is still to come: "1k warm up, 4k tempo, 1k cool down is for tomorrow"."""
    judged = zip(post.clauses, post.stances, strict=True)
    return any(stance is Stance.PLAN and clause.labels & _A_PART for clause, stance in judged)


def _is_led(post: Post, draft: Draft) -> bool:
    """Whether a group's distance and pace are told, and nothing of how it was: "B group: 6k at 5:45"."""
    if draft.pace is None or draft.distance is None or post.labels & _FELT:
        return False
    if draft.day == 0 and any(map(_is_mere_praise, post.clauses)):
        return False
    if not post.has("tags.group") or post.has("self", "kinds", "tags.with_others"):
        return False
    return not _is_run_along_with_a_group(post, draft)


def _is_run_along_with_a_group(post: Post, draft: Draft) -> bool:
    """Whether one distance of no day is told with the group that it was run with: "14k at 6:15 with the slow group"."""
    alone = [m.role for m in post.cast].count(Role.DISTANCE) == 1
    if draft.day is not None or not alone or post.told & _CALLED_TO:
        return False
    at = max(draft.places) + 1
    while at < len(post.items) - 1 and not post.items[at].labels & _WITH_A_GROUP:
        at += 1
    behind = post.items[at + 1 : at + 4]
    return any(item.labels & _GROUP for item in behind)


def _is_mere_praise(clause: Clause) -> bool:
    """Whether it only says that it was good: "Today 8 km with the group, pace 4:30, very good"."""
    items = clause.items[clause.start : clause.end]
    return bool(items[-1].labels & _GOOD) and all(i.labels & _HOW for i in items)


def _is_next_morning(post: Post, draft: Draft) -> bool:
    """Whether "in the morning" stands right behind the distance: "5k in the morning"."""
    behind = draft.last + 1
    return behind < len(post.items) and "next_morning" in post.items[behind].meanings


def _is_at_an_hour(draft: Draft) -> bool:
    """Whether its only time is a round one, right for an hour of the day and slow for a pace: "5k 9:30"."""
    of_kilometres = draft.named or draft.unit == _KILOMETRE
    if draft.pace is None or not of_kilometres or len(draft.times) != 1:
        return False
    minutes = draft.times[0].options[:1]
    return bool(minutes) and minutes[0] >= _SLOW_PACE and not minutes[0] % 15
