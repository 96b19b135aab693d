"""From what somebody wrote or typed to drafts of runs, and what is refused on the way; pure."""

from datetime import date, datetime, timedelta

from bot.runs.model import KINDS, MAX_AGE, MAX_NOTE, Draft, Form, Run, complete
from bot.runs.parse import ParsedRun, parse, parse_day, parse_distance, parse_duration
from bot.runs.plausible import is_plausible
from bot.runs.refusals import (
    DayUnread,
    DistanceUnread,
    FutureDay,
    Implausible,
    LongAgo,
    TimeUnread,
    UnknownKind,
)
from bot.texts import figures


def drafts_in(text: str, *, now: datetime, units: str) -> list[Draft]:
    """The runs a post surely tells of, none when in doubt; `now` is the author's local time of writing."""
    reading = parse(text, now=now, units=units)
    return [_draft(run, today=now.date()) for run in reading.runs] if reading.is_run else []


DOUBTS = frozenset({"doubtful", "walk", "plan", "several", "other_sport"})
"""Why a post may be a run all the same; whatever else keeps one from being logged is no matter of asking."""


def doubtful_drafts_in(text: str, *, now: datetime, units: str) -> list[Draft]:
    """The runs a post perhaps tells of: those that its author is asked about."""
    reading = parse(text, now=now, units=units)
    asked = not reading.is_run and reading.reason in DOUBTS
    return [_draft(run, today=now.date()) for run in reading.runs] if asked else []


def _draft(run: ParsedRun, *, today: date) -> Draft:
    distance_m, duration_s = complete(run.distance_m, run.duration_s, run.pace_s_per_km)
    day = today + timedelta(days=run.date_offset_days or 0)
    return Draft(day, distance_m, duration_s, run.kind, tags=run.tags)


def draft_of(form: Form, *, now: datetime, units: str, unsaid: date) -> Draft:
    """The run that a form describes; `now` is the member's local time, `unsaid` the day of a form without one.

    Raises FigureUnread, UnknownKind.
    """
    distance_m = _distance(form.distance, units=units)
    return Draft(
        day=_day(form.when, now=now) or unsaid,
        distance_m=distance_m,
        duration_s=_duration(form.time, metres=distance_m),
        kind=_kind(form.kind),
        note=_note(form.note),
    )


def changed(run: Run, form: Form, *, now: datetime, units: str) -> Draft:
    """The run with what the form names; an empty field leaves its figure, an emptied note is gone.

    A distance that stands as the form showed it was not touched: it keeps the metres that two decimals hide.
    """
    shown = figures.distance(run.distance_m, units) if run.distance_m else ""
    typed = None if _said(form.distance) == shown else _distance(form.distance, units=units)
    distance_m = typed or run.distance_m
    return Draft(
        day=_day(form.when, now=now) or run.day,
        distance_m=distance_m,
        duration_s=_duration(form.time, metres=distance_m) or run.duration_s,
        kind=_kind(form.kind) or run.kind,
        note=run.note if form.note is None else _note(form.note),
    )


def refuse_unlikely(draft: Draft, *, today: date) -> None:
    """Raises FutureDay, LongAgo or Implausible for a run that is rather a slip."""
    if draft.day > today:
        raise FutureDay
    if draft.day < today - MAX_AGE:
        raise LongAgo
    if not is_plausible(draft.distance_m, draft.duration_s):
        raise Implausible


def _said(text: str | None) -> str:
    return (text or "").strip()


def _distance(text: str | None, *, units: str) -> int | None:
    if not (said := _said(text)):
        return None
    metres = parse_distance(said, units=units)
    if not metres:
        raise DistanceUnread(said)
    return metres


def _duration(text: str | None, *, metres: int | None) -> int | None:
    if not (said := _said(text)):
        return None
    seconds = parse_duration(said, metres=metres)
    if not seconds:
        raise TimeUnread(said)
    return seconds


def _day(text: str | None, *, now: datetime) -> date | None:
    if not (said := _said(text)):
        return None
    day = parse_day(said, now=now)
    if day is None:
        raise DayUnread(said)
    return day


def _kind(text: str | None) -> str | None:
    kind = _said(text).casefold()
    if kind and kind not in KINDS:
        raise UnknownKind(kinds=", ".join(KINDS))
    return kind or None


def _note(text: str | None) -> str | None:
    return _said(text)[:MAX_NOTE] or None
