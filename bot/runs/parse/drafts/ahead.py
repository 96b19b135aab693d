"""Says whether a run that is told may still lie ahead: nothing tells that it is over."""

from collections.abc import Sequence

from bot.runs.parse.drafts.looked_back import is_looked_back_on
from bot.runs.parse.drafts.tale import is_made_on_its_way, were_lapped
from bot.runs.parse.figures.quantities import DAYS, DURATIONS, Item, Measure, Quantity
from bot.runs.parse.posts.by_a_watch import ROUND_SECONDS
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.lexicon import MARK

_NOON = 12
AFTERNOON = 15
"""The hour before which a run of the evening is still to come."""

_AN_HOUR_S, _ROUND_S, _ROUND_PACES_S = 3600, 300, (10, 15)
_HOURS_OF_A_DAY_S = 24 * 60
"""Seconds of a "24:00" that is read as minutes."""

_NAMED = (21_097, 42_195)
"""Metres of a half and a whole marathon."""

_NEAR_M = 40
_FIVE_S = 5
_GOALS = frozenset((256, 277, 298, 299, 319, 341, 384, 412, 446, 481, 515, 549, 618))
"""Seconds per kilometre and per mile of marathons in whole half hours, which are planned as told."""

_SET = any_of("to_come", "tags.group", "bunch", "goal", "bound", "prescribed", "start_word")
_PULSE, _PULSES, _ROUND_PULSE = any_of("measure_lead"), range(95, 206), 5

_FELT = any_of("moods.positive", "moods.negative")
_LATE, _EARLY = any_of("times.evening", "times.night"), any_of("times.morning", "times.midday")
_WEEKDAY = any_of("weekday")
_OVER = any_of("run_past", "strong_did", "looks_back", "copula")
_SOON = -3
"""A weekday as far back as this is no farther off ahead."""

_RETURNED, _JUDGED = any_of("returned"), any_of("judged")
_RAN = any_of("run_past", "strong_did", "looks_back")
_TO_COME = any_of("to_come")
_AT, _WEATHER = any_of("at"), any_of("weather")
_SUMS_UP, _WISHED_FOR = any_of("sum_up"), any_of("wished")
_THEN, _ABED = any_of("then"), any_of("abed")
_FIRST, _TOLD_OF_IT = any_of("tags.first"), any_of("body", "looks_back", "did", "guess.past")
_AVERAGED = any_of("averaged")
_A_BEST, _DELTA = any_of("pb", "best_over"), any_of("delta")
_BUNCH = any_of("bunch")


def may_be_planned(post: Post, draft: Draft) -> bool:
    """Nothing says that it is over: an hour or the name of a day may just as well lie ahead."""
    quantities = [item for item in post.own_items if isinstance(item, Quantity)]
    if any("day" in one.meanings and one.value < 0 for one in quantities):
        return False
    hours = (m for m in post.cast if m.role is Role.OTHER and _may_be_an_hour(m.quantity))
    if any(_is_an_hour(post, at) for at, _ in enumerate(post.items)) or any(hours):
        return not (
            post.told & _RETURNED
            or _was_in_the_morning(post, draft)
            or _is_past_its_hour(post, draft)
            or Stance.STREAK in post.stances
            or (post.told & _JUDGED and not post.told & _TO_COME)  # "8k at 5am, never again"
        )
    if (
        draft.day is None
        or (post.labels & _FELT and not post.told & _TO_COME)
        or is_looked_back_on(post, draft)
        or (_is_climbed(post) and not post.told & _TO_COME)
        or (post.told & _PULSE and _is_its_pulse(post.items))
        or (post.told & _AVERAGED and _is_averaged(post))
        or (draft.pace is not None and _is_paced_by_a_watch(post, draft))
        or (post.told & _A_BEST and any(map(_compares_to_a_best, post.clauses)))
    ):
        return False
    if any("day" in quantity.meanings for quantity in quantities):
        return False
    if is_made_on_its_way(post.items, draft.first) or any(map(_is_of_a_watch, draft.times)):
        return False
    if Role.SPLIT in post.roles and were_lapped(post):
        return False
    measured = draft.distance is not None and not draft.reps and not _is_round(draft)
    return not measured and any(_may_lie_ahead(quantity) for quantity in quantities)


def is_a_first_to_come(post: Post, draft: Draft) -> bool:
    """Whether the first of its kind lies weeks ahead and nothing is told of it: "my first 5k in 3 weeks!"."""
    if not post.labels & _FIRST or post.labels & (_FELT | _TOLD_OF_IT):
        return False
    clause = post.clauses[draft.clauses[0]]
    if clause.place("tags.first") >= draft.first:
        return False
    behind = clause.items[draft.last + 1 : clause.end]
    return any(isinstance(i, Quantity) and i.labels & DAYS and i.value > 0 for i in behind)


def is_summed_up_as_planned(post: Post) -> bool:
    """Whether what is told is what a plan has: "30 min steady running, that's what coach wants on Sunday"."""
    judged = zip(post.clauses, post.stances, strict=True)
    return any(
        stance is Stance.PLAN and clause.items[clause.start].labels & _SUMS_UP
        for clause, stance in judged
    )


def but_later_today(drafts: list[Draft], post: Post) -> list[Draft]:
    """Without what is still to come beside a run that is over: "5k yesterday, 8k tonight", said at breakfast."""
    if len(drafts) < 2 or post.hour >= AFTERNOON or not post.labels & _LATE:
        return drafts
    over = [draft for draft in drafts if not _is_of_tonight(draft, post)]
    return over or drafts


def but_later_in_the_week(drafts: list[Draft], post: Post) -> list[Draft]:
    """Without what is still to come behind runs that are over: "Mon 5k ✅ Tue 8k ✅ Thu 6k", "5k today, Saturday 10k".

    Days are told in their order: a weekday farther back than the one before it is the next such day.
    """
    days = [draft.day for draft in drafts if draft.day is not None]
    if len(days) != len(drafts) or len(days) < 2 or not post.labels & _WEEKDAY:
        return drafts
    over = next((at for at in range(1, len(days)) if days[at] < days[at - 1]), len(days))
    later, names = days[over:], _weekdays(post)
    if later != sorted(later) or not names.issuperset(later) or max(later, default=0) > _SOON:
        return drafts
    led = joined([item.labels for item in post.items[: drafts[0].first]])
    told = _told_from(post.items, drafts[over - 1].last + 1)
    timed = any(draft.times for draft in drafts[over:])
    return drafts if timed or (led | told) & _OVER else drafts[:over]


def but_after_tomorrow(drafts: list[Draft], post: Post) -> list[Draft]:
    """Without what goes on from a day ahead beside a run: "8k done, 5k tomorrow and 10k on Sunday"."""
    days = [m for m in post.cast if m.role is Role.DAY]
    ahead = {m.clause for m in days if comes_after_tomorrow(m, post.clauses, days)}
    if not ahead:
        return drafts
    return [d for d in drafts if d.times or ahead.isdisjoint(d.clauses)] or drafts


def comes_after_tomorrow(day: Cast, clauses: Sequence[Clause], cast: Sequence[Cast]) -> bool:
    """Whether a weekday goes on from a day ahead: "did 3 miles, rest day tomorrow, 10 on Sunday"."""
    clause = clauses[day.clause]
    if "weekday" not in day.quantity.meanings or clause.labels & _RAN:
        return False
    before = [m for m in cast if m.role is Role.DAY and m.place < day.place][-1:]
    same = any(clauses[m.clause].sentence == clause.sentence for m in before)
    return same and before[0].quantity.value > 0


def _weekdays(post: Post) -> set[float]:
    """The days that are named by their weekday alone."""
    days = [member.quantity for member in post.cast if member.role is Role.DAY]
    return {day.value for day in days if _may_lie_ahead(day)}


def _told_from(items: Sequence[Item], at: int) -> Labels:
    """What is told from the next weekday on."""
    behind = items[at:]
    while behind and not behind[0].labels & _WEEKDAY:
        behind = behind[1:]
    return joined([item.labels for item in behind])


def _is_of_tonight(draft: Draft, post: Post) -> bool:
    if draft.day != 0 or draft.by_a_clock:
        return False
    told = [post.clauses[number].labels for number in draft.clauses]
    return any(labels & _LATE and not labels & _EARLY for labels in told)


def _may_be_an_hour(clock: Quantity) -> bool:
    """Whether a day has such an hour: no "29:58", and no "1:29:58", as others took."""
    if clock.measure is not Measure.CLOCK or clock.to_the_second:
        return False
    return clock.options[0] < _HOURS_OF_A_DAY_S


def _is_an_hour(post: Post, at: int) -> bool:
    """Whether it is an hour at which something is, and not what a group is called by: "the 6am gang"."""
    hour = post.items[at]
    if not isinstance(hour, Quantity) or "hour" not in hour.meanings:
        return False
    behind = post.items[at + 1] if at + 1 < len(post.items) else None
    if behind is not None and behind.labels & _BUNCH:
        return False
    return not _is_of_the_air(post, at) and not _is_when_one_slept(post, at)


def _is_of_the_air(post: Post, at: int) -> bool:
    """Whether it is told how warm it was then: "8k, 24 degrees at 5am and I still melted"."""
    return at > 1 and bool(post.items[at - 1].labels & _AT and post.items[at - 2].labels & _WEATHER)


def _is_when_one_slept(post: Post, at: int) -> bool:
    """Whether it is when somebody went to bed behind it: "3 miles and then straight to bed at 9am"."""
    clause = next(clause for clause in post.clauses if at < clause.end)
    return bool(clause.labels & _THEN and clause.labels & _ABED)


def _was_in_the_morning(post: Post, draft: Draft) -> bool:
    """Whether a run of this morning is told after it: "8k this morning, 6am start", said at noon."""
    return draft.day == 0 and post.has("times.morning") and post.hour >= _NOON


def _is_past_its_hour(post: Post, draft: Draft) -> bool:
    """Whether hours of this morning are told that all lie behind: "4k at 4am today", but not "Wed 6am"."""
    hours = [item.meanings["hour"] for item in post.items if "hour" in item.meanings]
    told = [member.quantity for member in post.cast]
    if draft.day or any(one.measure is Measure.CLOCK for one in told):
        return False
    today = any("day" in one.meanings and not one.value for one in told)
    return today and max(hours, default=_NOON) < min(post.hour, _NOON)


def _is_of_a_watch(time: Quantity) -> bool:
    """Whether nobody plans to run for so long: "1:24:31", "1h12", or "26:06", which is no hour of a day."""
    odd = time.measure is Measure.DURATION and time.value > _AN_HOUR_S and time.value % _ROUND_S
    return time.to_the_second or bool(odd) or _is_past_any_hour(time)


def _is_past_any_hour(time: Quantity) -> bool:
    """Whether a clock shows more than the hours of a day have, and no seconds that are wished for."""
    if time.measure is not Measure.CLOCK or not time.options:
        return False
    seconds = time.options[0]
    return seconds > _HOURS_OF_A_DAY_S and seconds % 60 not in ROUND_SECONDS


def _is_climbed(post: Post) -> bool:
    """Whether metres of climb are told as only a watch tells them: "620 m of climb"."""
    climbs = [member.quantity.value for member in post.cast if member.role is Role.CLIMB]
    return any(metres % 100 for metres in climbs)


def _is_averaged(post: Post) -> bool:
    """Whether an average pace is told as a watch tells it, and no round one as for a group: "16 sun. 4:05 av"."""
    return any(
        member.role is Role.PACE
        and any(item.labels & _AVERAGED for item in _beside(post.items, member.place))
        and all(round(member.quantity.value) % steps for steps in _ROUND_PACES_S)
        for member in post.cast
    )


def _is_paced_by_a_watch(post: Post, draft: Draft) -> bool:
    """Whether its only pace is neither a round one nor that of a goal: "10 miles at 8:29s on Sunday"."""
    paces = [round(m.quantity.value) for m in post.cast if m.role is Role.PACE]
    if len(paces) != 1 or draft.reps or Role.PART in post.roles or post.told & _SET:
        return False
    return paces[0] % _FIVE_S != 0 and paces[0] not in _GOALS


def _is_its_pulse(items: Sequence[Item]) -> bool:
    """Whether a pulse is told that is no round one, as a watch tells it: "10mi ez. HR 138"."""
    for at, item in enumerate(items[1:], 1):
        if not isinstance(item, Quantity) or not items[at - 1].labels & _PULSE:
            continue
        ends = at + 1 == len(items) or items[at + 1].labels & MARK
        if ends and item.value in _PULSES and item.value % _ROUND_PULSE:
            return True
    return False


def _beside(items: Sequence[Item], at: int) -> Sequence[Item]:
    return (*items[max(0, at - 1) : at], *items[at + 1 : at + 2])


def _compares_to_a_best(clause: Clause) -> bool:
    """Whether it says by how much a time differs from one's best: "half an hour off my best", "2 min off a PB"."""
    told = clause.items[clause.start : clause.end][:4]
    if clause.labels & _WISHED_FOR:
        return False  # "half an hour off my best would be nice"
    return len(told) > 2 and bool(
        told[0].labels & DURATIONS
        and told[1].labels & _DELTA
        and any(item.labels & _A_BEST for item in told[1:])
    )


def _is_round(draft: Draft) -> bool:
    """Whether a distance is of whole or half kilometres or miles, as plans are."""
    if any(abs((draft.distance or 0.0) - named) < _NEAR_M for named in _NAMED):
        return True  # "21.1k", "26.2 miles"
    halves = 2 * (draft.distance or 0.0) / (draft.unit if draft.unit >= 1000 else 1000.0)
    return abs(halves - round(halves)) < 0.002


def _may_lie_ahead(day: Quantity) -> bool:
    """Whether a day is named by its weekday alone, which may be the next one as well."""
    return "weekday" in day.meanings and "over" not in day.meanings
