"""The facts of a recap, pure: each section is a small function over what the period holds; a new one adds one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from bot.clubs.model import Club
from bot.milestones.model import FIRST_RUN, Earned
from bot.recaps import findings
from bot.recaps.findings import Finding, Year, by_day
from bot.recaps.model import NAMED, Helper, OnTheWay, Reached, Recap, Runner
from bot.schedule.model import MONTH, WEEK, YEAR

T = TypeVar("T")

IN_A_MONTH = 2
"""So many findings are told of a month."""


@dataclass(frozen=True, slots=True)
class Period:
    """What all sections look at."""

    first: date
    last: date
    days: Sequence[tuple[date, int, int]]
    """Day, metres and runs."""
    runners: Sequence[Runner]
    """Everyone who ran."""
    kudos: int
    guests: Mapping[int, str]
    """The club's guests, by member id."""
    named: Mapping[int, str]
    """Who may be named in the club now, and how."""
    earned: Sequence[tuple[int, Earned]]
    """Milestones of the period by public runs, by member id."""
    challenges: Sequence[OnTheWay]
    helpers: Sequence[int]
    """Who helped out and was seen to, by member id."""
    year: Year | None = None
    """What findings of a month or a year look at; None for a week."""


def told(club: Club, every: str, period: Period) -> Recap:
    """The recap of a period."""
    newcomers = _newcomers(period) if every != YEAR else ()
    reached = _milestones(period)
    return Recap(
        club_id=club.club_id,
        club_name=club.name,
        units=club.units,
        every=every,
        first=period.first,
        last=period.last,
        metres=_metres(period),
        runs=_runs(period),
        people=len(period.runners),
        days=_bars(period) if every in (WEEK, MONTH) else (),
        kudos=period.kudos,
        newcomers=_by_lot(newcomers, period),
        more_newcomers=max(len(newcomers) - NAMED, 0),
        findings=_findings(every, period),
        calendar_first=club.weeks.first(period.first) if every == YEAR else None,
        calendar=by_day(period.days, club.weeks, period.first, period.last)
        if every == YEAR
        else (),
        active_days=len(period.days) if every == YEAR else 0,
        ran=_ran(period),
        guests=_guests(period),
        milestones=_by_lot(reached, period),
        more_milestones=max(len(reached) - NAMED, 0),
        helped=_helped(period),
        challenges=tuple(period.challenges) if every == WEEK else (),
    )


def _findings(every: str, period: Period) -> tuple[Finding, ...]:
    if period.year is None:
        return ()
    if every == MONTH:
        return findings.told(period.year, findings.CLUB_MONTH, limit=IN_A_MONTH)
    return findings.told(period.year, findings.CLUB)


def _metres(period: Period) -> int:
    return sum(metres for _, metres, _ in period.days)


def _runs(period: Period) -> int:
    return sum(runs for _, _, runs in period.days)


def _bars(period: Period) -> tuple[int, ...]:
    by_day = {day: metres for day, metres, _ in period.days}
    span = (period.last - period.first).days + 1
    return tuple(by_day.get(period.first + timedelta(days=n), 0) for n in range(span))


def _newcomers(period: Period) -> tuple[int, ...]:
    return tuple(
        runner.member_id for runner in period.runners if _is_named(period, runner) and runner.is_new
    )


def _ran(period: Period) -> tuple[int, ...]:
    return tuple(runner.member_id for runner in period.runners if _is_named(period, runner))


def _guests(period: Period) -> tuple[str, ...]:
    ids = (runner.member_id for runner in period.runners)
    return tuple(period.guests[member_id] for member_id in ids if member_id in period.guests)


def _is_named(period: Period, runner: Runner) -> bool:
    named = runner.shown and runner.member_id in period.named
    return named and runner.member_id not in period.guests


def _milestones(period: Period) -> tuple[Reached, ...]:
    """All but the first runs, which newcomers are welcomed for."""
    return tuple(
        Reached(member_id, period.named[member_id], earned.milestone, earned.run_id)
        for member_id, earned in period.earned
        if member_id in period.named and earned.milestone != FIRST_RUN
    )


def _by_lot(found: tuple[T, ...], period: Period) -> tuple[T, ...]:
    """Those that are told by name: the same ones whenever the period is told, in their order."""
    if len(found) <= NAMED:
        return found
    places = Random(f"{period.first} {period.last}").sample(range(len(found)), NAMED)
    return tuple(found[place] for place in sorted(places))


def _helped(period: Period) -> tuple[Helper, ...]:
    return tuple(
        Helper(member_id, period.named[member_id])
        for member_id in period.helpers
        if member_id in period.named
    )
