"""Joins what a post tells twice into one run, and keeps apart what only looks alike."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.drafts.as_far_again import go_as_far_again
from bot.runs.parse.drafts.day_alone import are_of_two_days, is_another_day
from bot.runs.parse.drafts.devices import settle_devices
from bot.runs.parse.drafts.race_splits import are_splits_of_one, but_passed
from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, Item
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK

_LONG_RACES, _SHORT_RACES = (21_097, 42_195), frozenset((5000, 10_000))
"""Metres."""

_NEARLY, _AS_READ = 0.01, 0.03
_AND, _BACK, _BOTH = any_of("and"), any_of("way_back"), any_of("both")
_APART = any_of("then", "and", "further", "last", "times") | DAYS
_READ, _CORRECTS, _BUT = any_of("reading"), any_of("corrects"), any_of("contrast")
_A_RUN, _FOR, _WENT = any_of("run_word"), any_of("for_lead"), any_of("strong_did")
_SET_OFF = any_of("sets_out_for")
_STOPS = frozenset((".", "!", "\n", "?"))


def merge_told_twice(items: Sequence[Item], drafts: list[Draft]) -> list[Draft]:
    """Joins what was told twice: "parkrun 5k in 25", "16.1k (10 miles) 1:30:00"."""
    if len(drafts) < 2:
        return drafts
    drafts = _without_splits(items, drafts) if len(drafts) > 2 else drafts
    drafts = but_passed(items, settle_devices(items, drafts))
    merged: list[Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        if last is not None and (
            _is_read_otherwise(items, last, draft) or _fell_short(items, last, draft)
        ):
            merged[-1] = draft
            continue
        if last is not None and _is_corrected(items, last, draft):
            draft.times = last.times + draft.times
            merged[-1] = draft
            continue
        same = last is not None and (
            _same(items, last, draft)
            or _is_said_again(items, last, draft)
            or _is_time_used(items, last, draft)
        )
        if last is None or not same or _is_the_way_back(items, last, draft):
            merged.append(draft)
            continue
        last.times += draft.times
        last.pace = last.pace if last.pace is not None else draft.pace
        last.open_unit = False
        last.join(draft)
    _share_times(items, merged)
    go_as_far_again(items, merged)
    merged = merged[:-1] if _adds_up(items, merged) else merged
    merged = merged[-1:] if _is_their_whole(items, merged) else merged
    return [
        draft
        for draft in merged
        if not _has_better(draft, merged) or _is_of_its_own_day(items, draft, merged)
    ]


def _is_corrected(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether the second distance takes back the first: "did 8.2... no, 8.4k", "6k in 38:20. No hang on, 7k"."""
    if not last.distance or not draft.distance or last.pace is not None:
        return False
    if last.times and not _may_have_its_time(items, last, draft):
        return False
    between = items[last.last + 1 : draft.first]
    over = MARK | _CORRECTS | (DAYS if last.times else 0)
    if not all(item.labels & over for item in between):
        return False
    behind = items[draft.last + 1 : draft.last + 2]
    return any(item.labels & _CORRECTS for item in between) and not (
        behind and behind[0].labels & DAYS
    )


def _is_read_otherwise(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether the first is only what a device made of the second: "phone says 9.87k but the course is 10k, 54 min"."""
    if not last.distance or not draft.distance or last.times or last.pace is not None:
        return False
    read = last.first > 0 and items[last.first - 1].labels & _READ
    read = read and not items[draft.first - 1].labels & _READ
    between = joined([item.labels for item in items[last.last + 1 : draft.first]])
    near = abs(last.distance - draft.distance) <= _AS_READ * last.distance
    return bool(read and near and between & _BUT) and not between & DAYS


def _fell_short(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether the first is what somebody set off for, and the second came of it: "went for 10k, managed 8, 46:10"."""
    if not last.distance or not draft.distance or last.times or last.pace is not None:
        return False
    if not draft.times or draft.distance >= last.distance or last.first < 1:
        return False
    out, lead = items[max(0, last.first - 2) : last.first], items[draft.first - 1].labels
    between = joined([item.labels for item in items[last.last + 1 : draft.first]])
    went = out[0].labels & _WENT and out[-1].labels & _FOR
    set_off = out[-1].labels & _SET_OFF or went
    return bool(set_off and lead & _WENT) and not between & _APART & ~_AND


def _may_have_its_time(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether a distance ends what is said, and the time told before fits it as well."""
    behind = items[draft.last + 1 : draft.last + 2]
    ends = not behind or behind[0].labels & MARK != 0
    return (
        ends and not draft.times and duration_over(last.times[0], draft.distance or 0.0) is not None
    )


def _adds_up(items: Sequence[Item], drafts: Sequence[Draft]) -> bool:
    """Whether the last is the sum of timed runs, in a sentence of its own: "5k (26:50), 5k (27:40). 10k day"."""
    *runs, last = drafts
    if len(runs) < 2 or last.times or not all(run.times and run.distance for run in runs):
        return False
    apart = any(item.text in _STOPS for item in items[runs[-1].last + 1 : last.first])
    off = sum(run.distance or 0.0 for run in runs) - (last.distance or 0.0)
    dated = any(item.labels & DAYS for item in items[last.first - 1 : last.last + 3])
    return apart and not dated and abs(off) <= _NEARLY * (last.distance or 0.0)


def _is_their_whole(items: Sequence[Item], drafts: Sequence[Draft]) -> bool:
    """Whether the last alone is timed, and as far as all before it: "3k moaning, 3k laughing, so 6k in 40 min"."""
    *parts, last = drafts
    if len(parts) < 2 or not last.times or any(part.times or part.reps for part in parts):
        return False
    between = items[parts[0].last + 1 : last.first]
    if not all(part.distance for part in parts) or any(item.labels & DAYS for item in between):
        return False
    off = sum(part.distance or 0.0 for part in parts) - (last.distance or 0.0)
    return abs(off) <= _NEARLY * (last.distance or 0.0)


def _is_the_way_back(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether the second is the way home of the first: "to work (6.4k) and home again (6.4k), both 35 min"."""
    between = items[last.last + 1 : draft.first]
    linked = any(item.labels & _AND or item.text == "," for item in between)
    back = (
        joined([item.labels for item in (*between, *items[draft.first + 1 : draft.first + 2])])
        & _BACK
    )
    return bool(linked and back) and _is_of_both(items, draft)


def _is_of_both(items: Sequence[Item], draft: Draft) -> bool:
    """Whether a "both" leads to the time of a run, or an "each" stands behind it."""
    at = draft.last
    beside = (*items[max(0, at - 2) : at], *items[at + 1 : at + 2])
    return bool(draft.times) and any(item.labels & _BOTH for item in beside)


def _share_times(items: Sequence[Item], drafts: Sequence[Draft]) -> None:
    """Gives the time of both to the first of two runs that are as long."""
    for first, second in pairwise(drafts):
        if first.distance == second.distance and not first.times and _is_of_both(items, second):
            first.times = list(second.times)


def _without_splits(items: Sequence[Item], drafts: list[Draft]) -> list[Draft]:
    """A long race alone, where its time is told behind those at 5, 10, 15 km: "half: 10k 48:30, 1:44:59".

    It may stand before them as well: "the half: 1:52:30. 10k in 52:10, 15k in 1:18:55".
    """
    *first, end = drafts
    if are_splits_of_one(items, drafts):
        return [end]
    if end.distance in _LONG_RACES and end.times and _are_its_splits(first, end):
        return [end]
    if _is_told_by_its_way(items, *first, end):
        end.join(first[0])
        return [end]
    race, *others = drafts
    passed = [draft for draft in others if draft.distance is not None]
    last = others[-1]
    if race.named and race.distance in _LONG_RACES and race.times and passed == others:
        far = [draft.distance or 0.0 for draft in passed]
        no_bests = far == sorted(set(far)) and not _SHORT_RACES.issuperset(far)
        on_the_way = no_bests and _are_on_the_way(passed, race.distance, race)
        return [race] if on_the_way else drafts
    if (
        not race.named
        or race.distance not in _LONG_RACES
        or race.times
        or last.distance
        or not passed
    ):
        return drafts
    if len(passed) + 1 != len(others) or not _are_on_the_way(passed, race.distance, last):
        return drafts
    race.times = last.times
    race.join(last)
    return [race]


def _is_told_by_its_way(items: Sequence[Item], run: Draft, *told: Draft) -> bool:
    """Whether a run has its time behind that on the way: "10 mile race, 5 in 40:05, 10 in 1:21:40"."""
    far, *others = [draft.distance or 0.0 for draft in (told[-1], *told[:-1])]
    if run.times or run.distance != far or not far > max(others, default=far) > 0:
        return False
    if any(are_of_two_days(items, run.first, draft.first) for draft in told):
        return False
    took = [
        duration_over(draft.times[0], draft.distance or 0.0) if draft.times else None
        for draft in told
    ]
    return None not in took and sorted(others) == others and took == sorted(t or 0 for t in took)


def _are_its_splits(passed: Sequence[Draft], race: Draft) -> bool:
    """Whether times at growing distances lead to that of a long race: "5k 23:20, 15k 1:10:40, half 1:39:50"."""
    far = [draft.distance or 0.0 for draft in passed]
    no_bests = far == sorted(set(far)) and not _SHORT_RACES.issuperset(far)
    return no_bests and _are_on_the_way(passed, race.distance or 0.0, race)


def _are_on_the_way(passed: Sequence[Draft], metres: float, last: Draft) -> bool:
    """Whether so far is a part of the race, and so long a part of its time."""
    whole = duration_over(last.times[0], metres) if last.times else None
    for draft in passed:
        far = draft.distance or 0.0
        seconds = duration_over(draft.times[0], far) if draft.times else None
        if whole is None or seconds is None or far % 5000 or far > metres or seconds >= whole:
            return False
    return True


def _same(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether the second tells the distance of the first again, with no time of its own."""
    if not last.distance or not draft.distance or (last.times and draft.times):
        return False
    near = abs(last.distance - draft.distance) <= 0.02 * last.distance
    if near and are_of_two_days(items, last.first, draft.first):
        return False  # "Sunday 10k race 41:30, yesterday 10k again"
    return near and (last.unit != draft.unit or bool(last.times) != bool(draft.times))


def _is_said_again(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether the second only says the first once more: "did 3 miles. THREE MILES.", "7k, the watch says 6.98".

    Nothing may set them apart: no time of its own, no "another", no day, no part of the day.
    """
    if not last.distance or not draft.distance or draft.times or draft.pace is not None:
        return False
    if abs(last.distance - draft.distance) > _NEARLY * last.distance:
        return False
    between = items[last.last + 1 : draft.first]
    behind = items[draft.last + 1 : draft.last + 4]
    told = joined([item.labels for item in (*between, *behind)])
    if told & (_APART & ~_AND) or joined([item.labels for item in between]) & _AND:
        return False
    return bool(told & _READ) or any(item.text in _STOPS for item in between)


def _is_time_used(items: Sequence[Item], last: Draft, draft: Draft) -> bool:
    """Whether a time that there was is then run: "I only had 28 minutes so I ran 28 minutes"."""
    if last.distance or draft.distance or Stance.REPORT in last.stances:
        return False
    if [time.value for time in last.times] != [time.value for time in draft.times]:
        return False
    between = items[last.last + 1 : draft.first]
    named = bool(between) and between[0].labels & _A_RUN != 0  # "the twenty minute run. 20 mins"
    apart = joined([item.labels for item in between]) & _APART
    return (named or Stance.REPORT in draft.stances) and not apart


def _is_of_its_own_day(items: Sequence[Item], draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a time without a distance is all that is told of another day."""
    if draft.distance is not None or len(draft.times) != 1:
        return False
    return is_another_day(items, draft.first, *[other.first for other in drafts])


def _has_better(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Beside a run with a distance, a mere time or a mere "marathon" is something else."""
    mere = draft.named and not draft.times and draft.pace is None
    if draft.distance is not None and not mere:
        return False
    named_too = draft.distance is None  # "half in 1:45:20 (52:40/52:40)"
    return any(
        o is not draft and o.distance is not None and (not o.named or (named_too and o.times))
        for o in drafts
    )
