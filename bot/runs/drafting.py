"""From what somebody wrote or typed to drafts of runs, and what is refused on the way; pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.questions.model import ASKED, DOUBT, FIGURES, IMPLAUSIBLE, NOTHING, SLOW
from bot.runs.model import (
    KINDS,
    MAX_AGE,
    MAX_NOTE,
    VOLUNTEER,
    Draft,
    Form,
    Run,
    complete,
    pace_of,
)
from bot.runs.parse import ParsedRun, parse, parse_day, parse_distance, parse_duration
from bot.runs.plausible import SLOWEST_S_PER_KM, is_plausible
from bot.runs.refusals import (
    DayUnread,
    DistanceUnread,
    FiguresApart,
    FutureDay,
    Implausible,
    LongAgo,
    TimeUnread,
    UnitsDoubted,
    UnitUnknown,
    UnknownKind,
    VolunteerFigures,
)
from bot.texts import figures


def drafts_in(
    text: str, *, now: datetime, units: str, agreed: frozenset[str] = NOTHING
) -> list[Draft]:
    """The runs a post surely tells of, none when in doubt; `now` is the author's local time of writing.

    With what the author `agreed` to, also those it perhaps tells of. Raises FiguresApart where a time cannot
    belong to its distance; one that may, but is beyond any record or very slow, is for later to ask about.
    """
    reading = parse(text, now=now, units=units)
    drafts = [_draft(run, now=now) for run in reading.runs]
    if reading.is_run:
        return drafts
    if reading.reason == "pace" and len(drafts) == 1 and (told := reading.runs[0].doubted_s):
        return [replace(drafts[0], duration_s=told)]
    if drafts and agreed & {DOUBT, ASKED}:
        return drafts
    if reading.reason != "pace" or not drafts:
        return []
    if FIGURES not in agreed:
        raise FiguresApart(drafts[0], units)
    return drafts


DOUBTS = frozenset({"doubtful", "walk", "plan", "several", "other_sport", VOLUNTEER})
"""Why a post may be a run all the same; whatever else keeps one from being logged is no matter of asking."""


def doubtful_drafts_in(text: str, *, now: datetime, units: str) -> list[Draft]:
    """The runs a post perhaps tells of: those that its author is asked about."""
    reading = parse(text, now=now, units=units)
    asked = not reading.is_run and reading.reason in DOUBTS
    return [_draft(run, now=now) for run in reading.runs] if asked else []


EARLY = range(4, 7)
"""The hours in which a run that is told already was an early one."""


def _draft(run: ParsedRun, *, now: datetime) -> Draft:
    distance_m, duration_s = complete(run.distance_m, run.duration_s, run.pace_s_per_km)
    day = now.date() + timedelta(days=run.date_offset_days or 0)
    early = {"early"} if now.hour in EARLY and day == now.date() else frozenset()
    return Draft(day, distance_m, duration_s, run.kind, tags=run.tags | early)


def draft_of(form: Form, *, now: datetime, units: str, unsaid: date) -> Draft:
    """The run that a form describes; `now` is the member's local time, `unsaid` the day of a form without one.

    Raises FigureUnread, UnknownKind, and VolunteerFigures for a day of helping out with figures.
    """
    distance_m = _distance(form.distance, units=units)
    draft = Draft(
        day=_day(form.when, now=now) or unsaid,
        distance_m=distance_m,
        duration_s=_duration(form.time, metres=distance_m),
        kind=_kind(form.kind),
        note=_note(form.note),
    )
    if draft.kind == VOLUNTEER and (draft.distance_m or draft.duration_s):
        raise VolunteerFigures
    return draft


def changed(run: Run, form: Form, *, now: datetime, units: str) -> Draft:
    """The run with what the form names; an empty field leaves its figure, an emptied note is gone.

    A distance that stands as the form showed it was not touched: it keeps the metres that two decimals hide.
    A run that becomes a day of helping out lets go of its figures. Raises what draft_of raises.
    """
    shown = figures.distance(run.distance_m, units) if run.distance_m else ""
    typed = None if _said(form.distance) == shown else _distance(form.distance, units=units)
    distance_m = typed or run.distance_m
    draft = Draft(
        day=_day(form.when, now=now) or run.day,
        distance_m=distance_m,
        duration_s=_duration(form.time, metres=distance_m) or run.duration_s,
        kind=_kind(form.kind) or run.kind,
        note=run.note if form.note is None else _note(form.note),
    )
    if draft.kind != VOLUNTEER:
        return draft
    if (draft.distance_m, draft.duration_s) != (run.distance_m, run.duration_s):
        raise VolunteerFigures
    return without_figures(draft)


def without_figures(draft: Draft) -> Draft:
    """A draft as a day of helping out, which has none."""
    return replace(draft, distance_m=None, duration_s=None)


_UNIT_SAID = re.compile(
    r"[0-9]\s?-?(?:k|km|kms|kilo\w*|mi|mil\w*|meil\w*|migl\w*|mijl\w*|m|met\w*|yd\w*|yard\w*)\b",
    re.I,
)
"""Saves a look at nearly every post: what stands beside a figure here is its unit."""


def refuse_unknown_unit(text: str, drafts: Sequence[Draft], *, now: datetime, units: str) -> None:
    """Raises UnitUnknown where a distance was told as a bare number that may be kilometres or miles."""
    if not any(draft.distance_m for draft in drafts) or _UNIT_SAID.search(text):
        return
    if parse(text, now=now, units=None).reason != "unit":
        return
    other = parse(text, now=now, units=_other(units))
    told = [_draft(run, now=now) for run in other.runs]
    if other.is_run and all(is_plausible(run.distance_m, run.duration_s) for run in told):
        raise UnitUnknown(drafts[0], units)


def refuse_bare_distance(form: Form, draft: Draft, *, units: str) -> None:
    """Raises UnitUnknown where the distance of a form is a bare number that may be kilometres or miles."""
    other_m = _distance(form.distance, units=_other(units))
    if other_m != draft.distance_m and is_plausible(other_m, draft.duration_s):
        raise UnitUnknown(draft, units)


def _other(units: str) -> str:
    return "km" if units == "mi" else "mi"


def refuse_unlikely(
    draft: Draft, *, today: date, units: str, agreed: frozenset[str] = NOTHING
) -> None:
    """Raises FutureDay, LongAgo or Implausible for a run that is rather a slip."""
    if draft.day > today:
        raise FutureDay
    if draft.day < today - MAX_AGE:
        raise LongAgo
    if IMPLAUSIBLE not in agreed and not is_plausible(draft.distance_m, draft.duration_s):
        raise Implausible(draft, units)


def refuse_doubted_units(draft: Draft, *, units: str, agreed: frozenset[str] = NOTHING) -> None:
    """Raises UnitsDoubted for a run so slow that its units may be others than were read."""
    pace = pace_of(draft.distance_m, draft.duration_s)
    if SLOW not in agreed and pace is not None and pace > SLOWEST_S_PER_KM:
        raise UnitsDoubted(draft, units)


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
