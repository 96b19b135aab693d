"""What organizers wish becomes a challenge, and everything that is wrong with one is named at once; pure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.challenges import goals, pledges, routes
from bot.challenges.goals import Goal
from bot.challenges.kinds import KINDS, kind_named
from bot.challenges.model import (
    MAX_DAYS,
    MAX_NAME,
    RUN_KINDS,
    Challenge,
    Charity,
    Fault,
    Route,
    Rules,
    Wishes,
)

LOOKS_BACK = timedelta(days=92)
"""How long ago a new challenge may have begun."""

Changed = tuple[Challenge, list[Fault]]


def wished(challenge: Challenge, wishes: Wishes, *, units: str) -> Changed:
    """The challenge with what was wished, and what of the typed texts could not be read."""
    faults = list(wishes.unread)
    if wishes.kind is not None and wishes.kind not in KINDS:
        faults.append(("challenges.no_such_kind", {}))
        wishes = replace(wishes, kind=None)
    changed = replace(
        challenge,
        name=challenge.name if wishes.name is None else " ".join(wishes.name.split()),
        kind=wishes.kind or challenge.kind,
        first=wishes.first or challenge.first,
        last=wishes.last or challenge.last,
        repeat=challenge.repeat if wishes.repeat is None else wishes.repeat,
    )
    if wishes.kind not in (None, challenge.kind):
        # What only the former kind knows goes with it.
        everyone = kind_named(changed.kind).everyone
        rules = replace(changed.rules, everyone=everyone, route=None, charity=None, teams=())
        changed = replace(changed, rules=rules)
    changed = _with_rules(changed, wishes)
    for step in (_with_route, _with_charity, _with_goal, _with_caps):
        changed, found = step(changed, wishes, units)
        faults += found
    rules = kind_named(changed.kind).completed(changed.rules)
    return replace(changed, rules=rules), faults


_CHOSEN = (
    "metric",
    "run_kinds",
    "before_joining",
    "late_joining",
    "everyone",
    "percent",
    "days_a_week",
    "teams",
    "picked",
)


def _with_rules(challenge: Challenge, wishes: Wishes) -> Challenge:
    chosen = {name: value for name in _CHOSEN if (value := getattr(wishes, name)) is not None}
    return replace(challenge, rules=replace(challenge.rules, **chosen))


def _with_route(challenge: Challenge, wishes: Wishes, units: str) -> Changed:
    route: Route | list[Fault] | None = None
    if wishes.own_route is not None:
        route = routes.read(wishes.own_route, units=units)
    elif wishes.route is not None:
        route = routes.ROUTES.get(wishes.route, [("challenges.route_missing", {})])
    if isinstance(route, list):
        return challenge, route
    return replace(
        challenge, rules=replace(challenge.rules, route=route or challenge.rules.route)
    ), []


def _with_charity(challenge: Challenge, wishes: Wishes, units: str) -> Changed:
    if challenge.kind != "charity":
        return challenge, []
    charity, faults = pledges.wished(challenge.rules.charity or Charity(""), wishes)
    return replace(challenge, rules=replace(challenge.rules, charity=charity)), faults


def _with_goal(challenge: Challenge, wishes: Wishes, units: str) -> Changed:
    if wishes.goal is None:
        return challenge, []
    if not wishes.goal.strip():
        return replace(challenge, rules=replace(challenge.rules, goal=None)), []
    kind = kind_named(challenge.kind)
    meant = kind.goal_unit or wishes.metric
    goal = goals.read(wishes.goal, metric=meant, units=units)
    if not isinstance(goal, Goal):
        return challenge, [goal]
    if goal.per_person and not kind.personal:
        if wishes.kind is not None or challenge.kind != next(iter(KINDS)):
            return challenge, [("challenges.goal_per_person", {})]
        rules = replace(challenge.rules, everyone=False)
        challenge = replace(challenge, kind="each", rules=rules)
    if kind.goal_unit:
        if goal.metric != kind.goal_unit:
            return challenge, [(f"challenges.goal_in_{kind.goal_unit}", {})]
        return replace(challenge, rules=replace(challenge.rules, goal=goal.amount)), []
    rules = replace(challenge.rules, goal=goal.amount, metric=goal.metric)
    return replace(challenge, rules=rules), []


def _with_caps(challenge: Challenge, wishes: Wishes, units: str) -> Changed:
    faults: list[Fault] = []
    metric = challenge.rules.metric
    caps: dict[str, Any] = {}
    for name in ("cap_run", "cap_day", "cap_week"):
        text: str | None = getattr(wishes, name)
        if text is None:
            continue
        cap = goals.read(text, metric=metric, units=units) if text.strip() else None
        if cap is None:
            caps[name] = None
        elif isinstance(cap, Goal) and cap.metric == metric:
            caps[name] = cap.amount
        else:
            faults.append(("challenges.cap_unread", {"text": goals.shown(text)}))
    return replace(challenge, rules=replace(challenge.rules, **caps)), faults


def faults_of(challenge: Challenge, *, today: date, is_new: bool) -> list[Fault]:
    """Everything that keeps this challenge from being announced, or from going on as changed."""
    checks: tuple[Callable[[Challenge], list[Fault]], ...] = (
        _name_faults,
        _rule_faults,
        kind_named(challenge.kind).faults,
    )
    found = [fault for check in checks for fault in check(challenge)]
    return found + _day_faults(challenge, today, is_new=is_new)


def _name_faults(challenge: Challenge) -> list[Fault]:
    if not challenge.name:
        return [("challenges.name_missing", {})]
    if len(challenge.name) > MAX_NAME:
        return [("challenges.name_long", {"most": MAX_NAME})]
    return []


def _rule_faults(challenge: Challenge) -> list[Fault]:
    rules, kind = challenge.rules, kind_named(challenge.kind)
    faults: list[Fault] = []
    if rules.metric not in kind.metrics:
        faults.append(("challenges.metric_unfit", {}))
    if kind.needs_goal and rules.goal is None:
        faults.append(("challenges.goal_missing", {}))
    elif kind.personal and _is_beyond_days(rules, challenge.days):
        faults.append(("challenges.goal_beyond_days", {"days": challenge.days}))
    if set(rules.run_kinds) - set(RUN_KINDS):
        faults.append(("challenges.no_such_kind", {}))
    return faults


def _is_beyond_days(rules: Rules, days: int) -> bool:
    """Whether nobody could reach this goal on so many days, going all day long."""
    most = {"distance": days * 350_000, "time": days * 86_400, "days": days}.get(rules.metric)
    return rules.goal is not None and most is not None and rules.goal > most


def _day_faults(challenge: Challenge, today: date, *, is_new: bool) -> list[Fault]:
    if challenge.last < challenge.first:
        return [("challenges.end_before_start", {})]
    faults: list[Fault] = []
    if challenge.days > MAX_DAYS:
        faults.append(("challenges.too_long", {"most": MAX_DAYS}))
    if challenge.last < today:
        faults.append(("challenges.end_is_past", {}))
    if is_new and challenge.first < today - LOOKS_BACK:
        faults.append(("challenges.start_long_ago", {}))
    return faults
