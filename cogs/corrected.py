"""How corrections are worded, for the runner and for organizers."""

from datetime import date

from bot import texts
from bot.corrections.model import Correction, Figures, History, Told
from bot.members.model import is_guest
from bot.texts import clean, figures

REASON_SHOWN = 200


def told(tidings: Told) -> str:
    """What a member is told of a correction of their own run."""
    made, units, today = tidings.correction, tidings.units, tidings.today
    return texts.say(
        f"corrections.told_{made.act}",
        day=figures.day((made.was or made.became).day, today=today),
        was=_run(made.was, units, today),
        became=_run(made.became, units, today, day=_moved(made)),
        reason=_reason(made.reason),
    )


def history(found: History) -> str:
    """The last corrections of a club, one a line; as many as a message holds."""
    lines = [_line(made, found) for made in found.corrections]
    if not lines:
        return texts.say("corrections.history_empty")
    return "\n".join([texts.say("corrections.history_title"), *lines])[:2000]


def _line(made: Correction, found: History) -> str:
    return texts.say(
        f"corrections.history_{made.act}",
        when=figures.day(made.corrected_at.date(), today=found.today),
        who=named(made.member_id, found.names.get(made.member_id, "")),
        by=f"<@{made.organizer_id}>" if made.organizer_id else texts.say("corrections.somebody"),
        was=_run(made.was, found.units, found.today, day=True),
        became=_run(made.became, found.units, found.today, day=_moved(made)),
        reason=_reason(made.reason),
    )


def named(member_id: int, name: str) -> str:
    """A mention that does not ping, or the name of a guest, whom no mention reaches."""
    return clean.words(name, 64) if is_guest(member_id) else f"<@{member_id}>"


def _moved(made: Correction) -> bool:
    return made.was is None or made.was.day != made.became.day


def _run(run: Figures | None, units: str, today: date, *, day: bool = False) -> str:
    if run is None:
        return ""
    known = [
        figures.day(run.day, today=today) if day else None,
        figures.distance(run.distance_m, units) if run.distance_m else None,
        figures.duration(run.duration_s) if run.duration_s else None,
        texts.say(f"kinds.{run.kind}") if run.kind else None,
    ]
    return " · ".join(filter(None, known)) or texts.say("runs.figures_free")


def _reason(reason: str | None) -> str:
    if not reason:
        return ""
    return texts.say("corrections.reason", reason=clean.words(reason, REASON_SHOWN))
