"""Makes a run of each day or way that one distance is told for, and of a weekend: "5k yesterday and today"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

EACH_WAY = any_of("each_way")
"""What without no way home is a run of its own."""

_BACK = any_of("way_back")
_RAN, _ROUND = any_of("run_past"), any_of("way_out", "circuit")
_EACH, _SAME = any_of("both"), any_of("habitual")
_AS_MUCH, _AGAIN, _IT = any_of("as_much"), any_of("once_more"), any_of("it")
_DONE = any_of("run_past", "strong_did")
_DID = _DONE | any_of("subject")
_LINKS = any_of("and", "on", "then", "once_more")
_CALLED = any_of("run_noun", "run_word", "effort")
_SUNDAY, _PARKRUN = 6, 5000
_LINKED = frozenset((",", "&", "+", "/"))


def repeat_on_days(drafts: list[Draft], post: Post) -> list[Draft]:
    """The runs, with as many for the only distance as there are days in a row beside it, each with its time if told."""
    if len(drafts) != 1 or not drafts[0].distance or drafts[0].reps:
        return drafts
    days = [member for member in post.cast if member.role is Role.DAY]
    if len(days) < 2 or Role.TOTAL in post.roles or not _are_in_a_row(post.items, days):
        return drafts
    told = [int(day.quantity.value) for day in days]
    if max(told) > 0 or len(set(told)) < len(told) or not _is_for_each(post, drafts[0], days):
        return drafts
    runs = [drafts[0].again(day) for day in told]
    return runs if not drafts[0].times or _have_each_its_time(runs, post, days[-1]) else drafts


def _have_each_its_time(runs: Sequence[Draft], post: Post, last: Cast) -> bool:
    """Gives each of the runs its time, where as many are told behind the days: "Mon and today, 48:00 then 47:10"."""
    told = [member for member in post.cast if member.role is Role.TIME]
    times = [member.quantity for member in told]
    if len(times) == 1 and any(item.labels & _EACH for item in post.items[last.place + 1 :]):
        times *= len(runs)  # "7k on Saturday and again on Monday, both 41 minutes"
    took = [duration_over(time, runs[0].distance or 0.0) for time in times]
    if len(times) != len(runs) or told[0].place < last.place or None in took:
        return False
    for run, time, seconds in zip(runs, times, took, strict=True):
        run.times, run.duration = [time], seconds
    return True


def run_both_ways(drafts: list[Draft], post: Post) -> list[Draft]:
    """The runs, with the way home as another: "ran to the office and back, 6.5k each way", but not "out and back"."""
    if len(drafts) != 1 or not drafts[0].distance or drafts[0].times or drafts[0].reps:
        return drafts
    behind = post.items[drafts[0].last + 1 : drafts[0].last + 2]
    if not (behind and behind[0].labels & EACH_WAY) or post.labels & _ROUND:
        return drafts
    ran = [item for item in post.own_items if item.labels & _RAN]
    both = len(ran) > 1 or (ran and post.labels & _BACK)
    return [drafts[0], drafts[0].again(drafts[0].day)] if both else drafts


def _are_in_a_row(items: Sequence[Item], days: Sequence[Cast]) -> bool:
    """Whether nothing but commas and "and" stands between them, and at most the same run goes on behind the last."""
    between = [items[one.place + 1 : other.place] for one, other in pairwise(days)]
    end = days[-1].place + 1
    linked = all(_is_linked(row) or _is_as_much(row) for row in between)
    return linked and (end == len(items) or items[end].labels & (MARK | _SAME) != 0)


def _is_linked(row: Sequence[Item]) -> bool:
    return all(item.labels & _LINKS or item.text in _LINKED for item in row)


def _is_as_much(row: Sequence[Item]) -> bool:
    """Whether a link leads to as much on the day behind: "5k yesterday, ran the same again today"."""
    told = [item for item in row if not (item.labels & _LINKS or item.text in _LINKED)]
    rest = [item for item in told if not item.labels & (_DID | _AS_MUCH)]
    again = any(item.labels & _AGAIN for item in row)
    if rest:
        return again and len(rest) == 1 and rest[0].labels & _IT != 0  # "did it again today"
    # "Same today" alone may still lie ahead.
    over = again or any(item.labels & _DONE for item in told)
    return over and any(item.labels & _AS_MUCH for item in told)


def _is_for_each(post: Post, draft: Draft, days: Sequence[Cast]) -> bool:
    """Whether the distance stands right before the days, as the same right behind, or is told for each of them."""
    items = post.items
    far = next(member.place for member in post.cast if member.place in draft.places)
    behind = items[far + 1 : far + 2]
    if bool(behind) and behind[0].labels & _EACH:
        return True
    if items[far - 1].labels & _SAME and days[-1].place == far - 2:
        return True  # "Monday and today the same 8k"
    lead = days[0].place - 1
    lead -= lead > 0 and items[lead].labels & _LINKS != 0
    return lead == far or (lead == far + 1 and items[lead].labels & _CALLED != 0)


def is_of_its_sunday(day: Cast, parkrun: Draft, run: Draft) -> bool:
    """Whether a parkrun was the day before a run of its own: "parkrun 24:08, then 16k Sunday in 1:33:00"."""
    of_a_saturday = parkrun.named and parkrun.distance == _PARKRUN
    sunday = day.quantity.meanings.get("weekday") == _SUNDAY
    return bool(of_a_saturday and sunday) and day.clause in run.clauses and day.place > parkrun.last
