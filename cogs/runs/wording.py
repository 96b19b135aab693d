"""How a logged run is worded: one line, a card, or a row of a list."""

from datetime import date, datetime

import discord

from bot import texts
from bot.challenges import model as challenges
from bot.encouragement import model as lines
from bot.runs.model import RUNS_TOLD, Listing, Logged, Run, Totals
from bot.runs.refusals import Questionable
from bot.texts import figures

EARNED_TOLD = 2
"""More would be a list, and less of a joy."""

COLOUR = discord.Colour(0x2F9E77)


def answer(logged: Logged) -> str:
    """The answer under a post: who, distance, time, pace, the day if not today, the week so far."""
    return texts.say(
        "runs.answer_private" if logged.post.private else "runs.answer",
        who=f"<@{logged.post.member_id}>",
        runs=told(logged),
        earned=_earned(logged) + _challenges(logged),
        line=_line(logged),
        week=" · ".join([week(logged), *_said(logged, "streak")]),
    )


def counted_before(logged: Logged) -> str:
    """For a post that counts already, or whose runs were taken back."""
    if not logged.runs:
        return texts.say("runs.taken_back")
    return texts.say("runs.counted_before", runs=told(logged))


def card(logged: Logged) -> discord.Embed:
    """The same facts as a card."""
    return discord.Embed(colour=COLOUR, description=answer(logged))


def told(logged: Logged) -> str:
    """The runs of a post, one a line; of very many, the first few."""
    lines = [run_line(run, logged.units, logged.today) for run in logged.runs[:RUNS_TOLD]]
    if more := len(logged.runs) - len(lines):
        lines.append(texts.say("runs.and_more", count=more))
    return "\n".join(lines)


def numbered(logged: Logged) -> str:
    """The same, each with its number when there are several."""
    lines = told(logged).split("\n")
    if len(logged.runs) == 1:
        return lines[0]
    rest = lines[RUNS_TOLD:]
    return "\n".join([f"{n}\\. {line}" for n, line in enumerate(lines[:RUNS_TOLD], 1)] + rest)


def run_line(run: Run, units: str, today: date) -> str:
    """A run in one line: figures, pace, kind, and the day if it is not `today`."""
    return texts.say(
        "runs.run",
        figures=run_figures(run, units),
        pace=_pace(run, units),
        kind=_kind(run),
        day=""
        if run.day == today
        else texts.say("runs.day", day=figures.day(run.day, today=today)),
    )


def run_figures(run: Run, units: str) -> str:
    """Distance and time as far as they are known; a day of helping out has neither."""
    if not run.is_run:
        return texts.say("runs.figures_helped")
    return _figures(run.distance_m, run.duration_s, units)


def _figures(distance_m: int | None, duration_s: int | None, units: str) -> str:
    distance = figures.distance(distance_m, units) if distance_m else None
    duration = figures.duration(duration_s) if duration_s else None
    if distance and duration:
        return texts.say("runs.figures_both", distance=distance, time=duration)
    return distance or duration or texts.say("runs.figures_free")


def choice(run: Run, units: str, today: date) -> str:
    """A run in a picker: plain text, at most 100 characters."""
    parts = [figures.day(run.day, today=today), run_figures(run, units)]
    if run.kind and run.is_run:
        parts.append(texts.say(f"kinds.{run.kind}"))
    return " · ".join(parts)[:100]


def row(run: Run, units: str, today: date) -> str:
    """A run in a list: the day first."""
    return texts.say(
        "runs.list_row",
        day=figures.day(run.day, today=today),
        figures=run_figures(run, units),
        pace=_pace(run, units),
        kind=_kind(run),
        seen=texts.say("runs.list_private") if run.private else "",
    )


def listing(found: Listing, *, period: str) -> str:
    """A member's newest runs and the total of the period; the empty list says how to begin."""
    runs, total, units, today = found.runs, found.total, found.units, found.today
    if not runs:
        return texts.say("runs.list_empty")
    title = texts.say("runs.list_title", period=texts.say(f"runs.period_{period}"))
    rows = [row(run, units, today) for run in runs]
    is_cut = total.runs + total.helped > len(runs)
    more = [texts.say("runs.list_more", shown=len(runs))] if is_cut else []
    return "\n".join([title, *rows, *_totals(total, units), *more])


def _totals(total: Totals, units: str) -> list[str]:
    """The sums below a list: of runs, and of days of helping out, which are none."""
    found = []
    if total.runs:
        key = "runs.list_total_one" if total.runs == 1 else "runs.list_total_many"
        distance = figures.distance(total.distance_m, units)
        found.append(texts.say(key, runs=total.runs, distance=distance))
    if total.helped:
        key = "runs.list_helped_one" if total.helped == 1 else "runs.list_helped_many"
        found.append(texts.say(key, times=total.helped))
    return found


def week(logged: Logged) -> str:
    """The week of the post in a few words."""
    so_far = logged.week
    which = texts.say("runs.which_this" if logged.is_this_week else "runs.which_that")
    if so_far.helped and not so_far.runs:
        return texts.say("runs.week_helped", which=which)
    kind = "week" if so_far.distance_m else "week_undistanced"
    return texts.say(
        f"runs.{kind}_one" if so_far.runs == 1 else f"runs.{kind}_many",
        distance=figures.distance(so_far.distance_m, logged.units) if so_far.distance_m else "",
        runs=so_far.runs,
        which=which,
    )


def question(doubt: Questionable | str, written_at: datetime, *, filled_in: bool = False) -> str:
    """What the author of a post is asked about it, or, `filled_in`, of a command or a form."""
    if isinstance(doubt, str):
        return texts.say(f"runs.ask_{doubt}")
    return texts.say(
        f"runs.ask_{doubt.matter}",
        figures=_figures(doubt.draft.distance_m, doubt.draft.duration_s, doubt.units),
        earlier=_earlier(doubt.earlier, written_at) if doubt.earlier else "",
        again=texts.say("runs.ask_again_form" if filled_in else "runs.ask_again_post"),
    )


def _earlier(logged_at: datetime, written_at: datetime) -> str:
    """ "at 07:40", or the day when it was another one."""
    today = written_at.astimezone(logged_at.tzinfo).date()
    if logged_at.date() == today:
        return texts.say("runs.ask_earlier_today", time=f"{logged_at:%H:%M}")
    return texts.say("runs.ask_earlier_day", day=figures.day(logged_at.date(), today=today))


def _pace(run: Run, units: str) -> str:
    both = _both(run)
    return texts.say("runs.pace", pace=figures.pace(*both, units)) if both else ""


def _kind(run: Run) -> str:
    is_said = run.kind and run.is_run
    return texts.say("runs.kind", kind=texts.say(f"kinds.{run.kind}")) if is_said else ""


def _line(logged: Logged) -> str:
    said = _said(logged, "line")
    if not said or not logged.runs:
        return ""
    values = line_values(logged) if "{" in said[0] else {}  # few lines have a placeholder
    filled = lines.filled(said[0], values)
    return texts.say("runs.line", line=filled) if filled else ""


def line_values(logged: Logged) -> dict[str, str | None]:
    """What the placeholders of a line stand for: figures of the first run, None for those not known."""
    run, units = logged.runs[0], logged.units
    both = _both(run)
    return {
        "name": f"<@{logged.post.member_id}>",
        "distance": figures.distance(run.distance_m, units) if run.distance_m else None,
        "time": figures.duration(run.duration_s) if run.duration_s else None,
        "pace": figures.pace(*both, units) if both else None,
    }


def _both(run: Run) -> tuple[int, int] | None:
    """Metres and seconds of a run that has both."""
    return (run.distance_m, run.duration_s) if run.distance_m and run.duration_s else None


def _earned(logged: Logged) -> str:
    """The rarest of what the runs earned, in a line of its own."""
    earned = [*_said(logged, "milestone"), *_said(logged, "best")][:EARNED_TOLD]
    return "\n" + texts.say("runs.earned", earned=", ".join(earned)) if earned else ""


def _said(logged: Logged, name: str) -> list[str]:
    """What was said under a name, each once."""
    return list(dict.fromkeys(fact.value for fact in logged.facts if fact.name == name))


def _challenges(logged: Logged) -> str:
    """What the post brought to challenges, a line for each."""
    told_of = _said(logged, challenges.BROUGHT)
    return "".join("\n" + texts.say("runs.challenge", brought=value) for value in told_of)
