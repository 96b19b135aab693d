"""Tells of days named by their weekday alone that they lie behind: by their order and by who came along."""

from collections.abc import Sequence
from itertools import takewhile

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DAYS,
    DISTANCES,
    NUMBERS,
    Item,
    Measure,
    Quantity,
)
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.roles.shared import is_company
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

NEAR = (-1, -2)
"""Days whose next is so much farther off that hardly anybody means it."""

_LAST, _NEARER = -1, -3
_FARTHEST = -4
_FARTHEST_MEASURED = 35
"""A list from farther back may as well be the coming week."""

_LISTED = OWN | {Stance.NO_RUN}
_RESTED = any_of("rest", "no_run")
_OFF, _UNIT = any_of("rest"), any_of("distance_unit")
_OF_OTHERS = any_of("person", "owner", "tags.group", "prescribed", "copula", "negation", "either")
_NOT_LISTED = any_of("effort", "kinds", "map", "thing", "at", "place_from")
_LEFT_OPEN = any_of("progressive", "guess.verb", "either", "question", "relative", "kinds.race")
_NAMED = 2
"""Unknown words that may be the names of who came along."""

_REMARK = any_of(
    *("moods", "body", "strong_did", "looks_back", "guess.past", "rest", "no_run", "tags", "times"),
    *("adjective", "interjection"),
)
_GROUP = any_of("tags.group", "bunch")
_TOGETHER = any_of("tags.with_others", "with_me")
_WITH = any_of("alongside", "accompanied")
_BESIDE = (Role.OTHER, Role.DENIED)
_ENDED = any_of("ends_a_list")
_SUM_UP, _SELF = any_of("sum_up"), any_of("self")
_STREAK, _FILLER = any_of("streak"), any_of("filler")
_TO_COME = any_of("to_come")
_LAST_WEEK = any_of("last_week")
_BACKLOG = any_of("last_week", "backlog", "sessions", "run_noun", "distance_unit")
_ALL = any_of("whole", "crowd")
_BOTH, _ZONE = any_of("both"), any_of("zone_of")
_AND, _WEEK, _WEEKDAY = any_of("and"), any_of("week"), any_of("weekday")


def lie_behind(post: Post, drafts: Sequence[Draft]) -> bool:
    """Whether the weekdays of these runs are those just over, and not the next ones."""
    days = [member for member in post.cast if member.role is Role.DAY]
    if not days or post.told & _TO_COME or any(_is_an_hour(member) for member in post.cast):
        return False
    if len(days) > 1:
        if _are_dated_back(drafts, days) or _are_timed_to_the_last(post, drafts):
            return True
        return _lead_up_to_now(post, drafts, days)
    return (
        len(drafts) == 1
        and not post.labels & CLOCKS
        and _was_near_and_in_company(post, drafts[0], days[0].quantity)
    )


def _is_an_hour(member: Cast) -> bool:
    """Whether a figure is rather the hour of the day at which something is."""
    if "hour" in member.quantity.meanings:
        return True
    return member.quantity.measure is Measure.CLOCK and member.role is not Role.TIME


def _are_dated_back(drafts: Sequence[Draft], days: Sequence[Cast]) -> bool:
    """Whether each run has a day that no next one is called by: "on call till Sun. Before: Sun 8th 4k, Tue 10th 5k"."""
    dated = {day.quantity.value for day in days if "over" in day.quantity.meanings}
    return all(draft.day in dated for draft in drafts)


def _are_timed_to_the_last(post: Post, drafts: Sequence[Draft]) -> bool:
    """Whether runs of days in their order end with one that a watch has timed: "Sunday. 3k.\nMonday. 5k. 30:30"."""
    days = [draft.day for draft in drafts if draft.day is not None]
    if len(days) != len(drafts) or days != sorted(set(days)) or not OWN.issuperset(post.stances):
        return False
    last = drafts[-1]
    return last.duration is not None and last.by_a_clock and last.duration % 60 not in (0, 59)


def _lead_up_to_now(post: Post, drafts: Sequence[Draft], days: Sequence[Cast]) -> bool:
    """Whether a list of nothing but days and distances ends today or yesterday: "Mon 5 mi, Tue 8 mi, Wed 4 mi".

    What is planned goes on beyond today, or tells how it is to be run.
    """
    told = [int(day.quantity.value) for day in days]
    if (
        not (_end_now(told) or _were_measured_alike(post, told) or _are_all_there_was(post, told))
        or not _LISTED.issuperset(post.stances)
        or post.told & _OF_OTHERS
    ):
        return False
    if len(drafts) < 2 or not all(draft.distance and not draft.reps for draft in drafts):
        return False
    begins = next(item for item in post.items if not item.labels & MARK)
    lines = [post.clauses[number].labels for draft in drafts for number in draft.clauses]
    if not isinstance(begins, Quantity) or any(labels & _NOT_LISTED for labels in lines):
        return False
    run_on = {draft.day for draft in drafts}
    if post.unknown_words() or Role.DENIED in post.roles or not _are_remarks(post):
        return False
    return all(day.quantity.value in run_on or _is_of_rest(post, day) for day in days)


def _are_remarks(post: Post) -> bool:
    """Whether what stands beside the list only says how it was: "tired now", but not "sign up below"."""
    beside = [clause for clause in post.clauses if not clause.measured_items]
    return all(
        clause.labels & _REMARK
        or _ends_a_list(clause)
        or _is_their_unit(clause)
        or _tells_their_zone(clause)
        for clause in beside
    )


def _is_their_unit(clause: Clause) -> bool:
    """Whether it is nothing but the unit of the list in brackets: "(miles)"."""
    return clause.end - clause.start == 1 and clause.items[clause.start].labels & _UNIT != 0


def _were_measured_alike(post: Post, told: Sequence[int]) -> bool:
    """Whether days in their order, the last one near, end in their zone: "10K sat, 5K mon, both zone 2"."""
    if told[0] < _FARTHEST or not NEAR[1] <= told[-1] <= 0 or list(told) != sorted(set(told)):
        return False
    return _tells_their_zone(post.clauses[-1])


def _are_all_there_was(post: Post, told: Sequence[int]) -> bool:
    """Whether days in their order, the last one near, end as what there was: "Sat 6k, Mon 5k, that's me"."""
    near = NEAR[1] <= told[-1] <= 0 and list(told) == sorted(set(told))
    return near and _ends_a_list(post.clauses[-1])


def _ends_a_list(clause: Clause) -> bool:
    """Whether it says nothing but that this was all: "that's the lot", "that's me"."""
    lead, *behind = clause.items[clause.start : clause.end]
    me = lead.labels & _SUM_UP and len(behind) == 1 and behind[0].labels & _SELF
    return lead.labels & _ENDED != 0 or bool(me)


def _tells_their_zone(clause: Clause) -> bool:
    """Whether it says in which zone of the heart each of the runs was."""
    return clause.labels & _BOTH != 0 and clause.labels & _ZONE != 0 and not clause.measured_items


def are_numbers_of_days(items: Sequence[Item], cast: Sequence[Cast]) -> bool:
    """Whether a post is nothing but a list of days up to now, each with a number: "Mon 5, Tue 8, Wed 4".

    It may be headed as a week, and added up: "week: Mon 5, Tue 8, Wed 4 = 17k", with its unit at the end, and
    with their times: "4 yesterday (37:20), 6 today (55:02). Miles."
    """
    told = [member.quantity for member in cast if member.role is Role.DAY]
    times = [member.quantity for member in cast if member.role is Role.TIME]
    timed = len(times) == len(told) and all(map(_is_to_the_second, times))
    days_told = [int(day.value) for day in told]
    over = timed or all("over" in day.meanings for day in told) or _are_measured(days_told, cast)
    if len(told) < 2 or not (over or _end_now(days_told)):
        return False
    beside = [member.place for member in cast if member.role in (Role.TOTAL, Role.TIME)]
    start, end = _end_of_head(items), _end_of_list(items, cast, timed=timed)
    lines = [
        item
        for at, item in enumerate(items[:end])
        if at >= start and at not in beside and not item.labels & (MARK | _AND)
    ]
    lines = lines[1:] if lines[0].labels & _WEEK else lines
    lines = lines[:-1] if len(lines) % 2 and lines[-1].labels & _UNIT else lines
    days, numbers = lines[::2], lines[1::2]
    if days[0].labels & NUMBERS:
        days, numbers = numbers, days
    if not timed and _are_dates(days, numbers):
        return False
    return len(days) == len(numbers) and all(
        day.labels & DAYS and number.labels & (NUMBERS | DISTANCES | _OFF)
        for day, number in zip(days, numbers, strict=True)
    )


def _are_measured(told: Sequence[int], cast: Sequence[Cast]) -> bool:
    """Whether days in their order have a number each as a watch tells them: "Sat 5.2 Sun 8.1 (mi) both on grass"."""
    numbers = [member.quantity for member in cast if member.role is Role.OPEN]
    if len(numbers) != len(told) or list(told) != sorted(set(told)):
        return False
    return all(one.value * 2 % 1 and one.value < _FARTHEST_MEASURED for one in numbers)


def _is_to_the_second(time: Quantity) -> bool:
    """Whether minutes and seconds are told, which no plan and no date has."""
    return time.measure is Measure.CLOCK or len(time.options) == 2


def _end_of_head(items: Sequence[Item]) -> int:
    """Where a list begins that is headed as what was left of last week: "last week's stragglers: Th 4, F 5"."""
    if not items[0].labels & _LAST_WEEK:
        return 0
    head = list(takewhile(lambda item: item.text != ":", items))
    return len(head) if all(item.labels & _BACKLOG for item in head) else 0


def _end_of_list(items: Sequence[Item], cast: Sequence[Cast], *, timed: bool) -> int:
    """Where a remark begins that only says how it was: "5 monday 7 tuesday, resting now", "..., two in a row".

    Where each number has its time, whatever stands behind the last one is a remark.
    """
    end = max(member.place for member in cast if member.role not in _BESIDE) + 1
    remark = [item for item in items[end:] if not item.labels & MARK]
    units = remark[1:] if remark and remark[0].labels & _ALL else remark
    in_a_unit = bool(units) and units[0].labels & _UNIT != 0  # "(mi) both on grass", "all km"
    if (timed or in_a_unit) and end < len(items) and items[end].labels & MARK:
        return end
    if end < len(items) and items[end].labels & MARK and remark:
        row = any(item.labels & _STREAK for item in remark)
        said = any(item.labels & _REMARK for item in remark) or row
        if said and all(item.labels & (_REMARK | _FILLER | _STREAK) or row for item in remark):
            return end
    return len(items)


def _are_dates(days: Sequence[Item], numbers: Sequence[Item]) -> bool:
    """Whether numbers of weekdays grow as these do, as the days of a month: "Mon 16, Tue 17, Wed 18"."""
    told = zip(days, numbers, strict=False)
    apart = {
        number.value - day.value
        for day, number in told
        if isinstance(day, Quantity) and isinstance(number, Quantity)
    }
    return len(apart) == 1 and all(day.labels & _WEEKDAY for day in days)


def _end_now(told: Sequence[int]) -> bool:
    """Whether days stand in their order, from not too far back to today or yesterday."""
    first, last = told[0], told[-1]
    if list(told) != sorted(told) or first == last:
        return False
    return first >= (_NEARER if last else _FARTHEST) and last >= _LAST


def _is_of_rest(post: Post, day: Cast) -> bool:
    """Whether rest is told of a day: "Tue rest", "Tue: off"."""
    clause = post.clauses[day.clause]
    if clause.closed_by == ":" and day.clause + 1 < len(post.clauses):
        clause = post.clauses[day.clause + 1]
    return clause.labels & _RESTED != 0


def _was_near_and_in_company(post: Post, draft: Draft, day: Quantity) -> bool:
    """Whether a run of a day or two ago is told with who came along: "monday 9.5 km with my neighbour".

    To a group the same may be announced: "Monday 8k with the beginners".
    """
    if day.value not in NEAR or not OWN.issuperset(post.stances) or not draft.distance:
        return False
    if post.labels & (_GROUP | _LEFT_OPEN) or draft.reps or post.unknown_words() > _NAMED:
        return False
    return post.labels & _TOGETHER != 0 or any(
        item.labels & _WITH and is_company(post.items, at + 1) for at, item in enumerate(post.items)
    )
