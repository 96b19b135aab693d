"""`/my stats`: a member's running in words and as a picture; *Share* shows what others may know of it."""

import functools
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import discord

from bot import texts
from bot.bests.model import STANDARDS
from bot.members import service as members
from bot.milestones.model import Next
from bot.render.model import Bar, Best, Calendar, Chart, Figure, Progress, StatsCard
from bot.runs.model import PERIODS
from bot.stats import service
from bot.stats.model import Span, Stats
from bot.stats.refusals import NotToBeNamed
from bot.texts import clean, figures
from cogs import edge, router
from cogs.edge import Interaction
from cogs.router import Handler, Press
from cogs.sharing import share_here

ALT_LIMIT = 1024
NAME_LIMIT = 40
BESTS = 6
"""So many fit on the picture."""


async def show(interaction: Interaction, period: str) -> None:
    """The member's own stats, for their eyes alone."""
    found = await _asked(interaction, service.stats, period)
    if found is None:
        await edge.tell(interaction, texts.say("members.which_club", command="/my stats"))
    elif not found.ever:
        await edge.tell(interaction, texts.say("stats.empty"))
    else:
        if not interaction.response.is_done():  # drawing takes its time
            await interaction.response.defer(ephemeral=True, thinking=True)
        file = await _picture(interaction, found)
        view = _buttons(period, may_share=interaction.guild_id is not None)
        content = wording(found, _name(interaction))
        await edge.tell(interaction, content, view=view, file=file or discord.utils.MISSING)


async def share(interaction: Interaction, press: Press) -> None:
    """Posts what others may know, in the channel."""
    period = PERIODS[press.number] if press.number < len(PERIODS) else PERIODS[-1]
    found = await _asked(interaction, service.stats_for_others, period)
    if found is None:
        raise NotToBeNamed
    picture = functools.partial(_picture, interaction, found)
    words = wording(found, _name(interaction))
    await share_here(interaction, words, picture, "shared stats")
    await edge.tell(interaction, texts.say("stats.shared"))


async def other_period(interaction: Interaction, press: Press) -> None:
    """The same for another time."""
    chosen = next(iter(press.values), "")
    await show(interaction, chosen if chosen in PERIODS else PERIODS[-1])


HANDLERS: dict[str, Handler] = {"my:share": share, "my:period": other_period}


async def _asked(
    interaction: Interaction, stats: Callable[..., Stats], period: str
) -> Stats | None:
    """What a service gives; None where it is not clear which club is meant."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    if club_id is None:
        club_id = await edge.read(interaction, members.club_meant, member_id)
    if club_id is None:
        return None
    return await edge.read(
        interaction,
        stats,
        club_id,
        member_id,
        period=period,
        now=parts.clock(),
        defaults=parts.defaults,
    )


async def _picture(interaction: Interaction, found: Stats) -> discord.File | None:
    card = _card(found, interaction.user.display_name)
    drawn = await edge.parts_of(interaction).pictures.png(card)
    if drawn is None:
        return None
    return discord.File(
        io.BytesIO(drawn),
        texts.say("stats.file", period=found.period),
        description=alt(found, interaction.user.display_name),
    )


def _name(interaction: Interaction) -> str:
    return clean.words(interaction.user.display_name, NAME_LIMIT)


def _buttons(period: str, *, may_share: bool) -> discord.ui.View:
    options = [
        discord.SelectOption(label=_period(one), value=one, default=one == period)
        for one in PERIODS
    ]
    picker: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=router.identity("my:period", 0),
        placeholder=texts.say("stats.pick_period"),
        options=options,
    )
    if not may_share:
        return router.view(picker)
    return router.view(
        picker, router.button("my:share", PERIODS.index(period), texts.say("stats.share"))
    )


def _period(period: str) -> str:
    return texts.say(f"runs.period_{period}")


def wording(found: Stats, name: str) -> str:
    """Everything in words."""
    title = texts.say("stats.title", name=name, period=_period(found.period))
    rows = [
        texts.say("stats.best_row", name=_called(best), figure=figure, day=day)
        for best, figure, day in _bests(found)
    ]
    bests = [texts.say("stats.bests"), *rows] if rows else []
    coming = [
        texts.say("stats.next", milestone=_next(one, found.units)) for one in found.coming[:1]
    ]
    # The list comes last: a line after it would be taken for a part of its last row.
    return "\n".join([title, _total(found), *_habit(found), *coming, *bests])


def alt(found: Stats, name: str) -> str:
    """What the picture shows, for whoever does not see it: at most 1,024 characters."""
    week = found.best_week
    best_week = (
        ""
        if week is None
        else texts.say(
            "stats.alt_best_week",
            distance=figures.distance(week.metres, found.units),
            day=_from(week, found),
        )
    )
    return texts.say(
        "stats.alt",
        name=name[:NAME_LIMIT],
        period=_period(found.period),
        total=_total(found).removesuffix("."),
        weeks=texts.say("stats.alt_weeks", weeks=found.streak) if found.streak else "",
        best_week=best_week,
    )[:ALT_LIMIT]


def _total(found: Stats) -> str:
    total = found.total
    if not total.runs:
        return texts.say("stats.total_none")
    time = texts.say("stats.total_time", time=figures.hours(total.seconds))
    return texts.say(
        "stats.total_one" if total.runs == 1 else "stats.total_many",
        distance=figures.distance(total.metres, found.units),
        runs=total.runs,
        days=texts.say("stats.days_one" if total.days == 1 else "stats.days_many", days=total.days),
        time=time if total.seconds else "",
    )


def _bests(found: Stats) -> list[tuple[str, str, str]]:
    """What each best is, its figure and its day."""
    day, units = _day(found), found.units
    rows = [
        (key, figures.duration(one.duration_s or 0), day(one.day))
        for key, one in found.fastest.items()
    ]
    if found.longest:
        distance = figures.distance(found.longest.distance_m or 0, units)
        rows.append(("longest", distance, day(found.longest.day)))
    if found.best_week:
        distance = figures.distance(found.best_week.metres, units)
        rows.append(("best_week", distance, _from(found.best_week, found)))
    if found.best_month:
        distance = figures.distance(found.best_month.metres, units)
        month = figures.month(found.best_month.first, year=found.today.year)
        rows.append(("best_month", distance, month))
    return rows


def _called(best: str) -> str:
    return texts.say(f"bests.name_{best}" if best in STANDARDS else f"stats.{best}")


def _called_shortly(best: str) -> str:
    """For the picture, where there is less room."""
    return texts.say(f"bests.short_{best}" if best in STANDARDS else f"stats.short_{best}")


def _day(found: Stats) -> Callable[[date], str]:
    return lambda day: figures.day(day, today=found.today)


def _from(span: Span, found: Stats) -> str:
    return figures.date_of(span.first, today=found.today)


def _habit(found: Stats) -> list[str]:
    told = []
    if found.streak:
        key = "stats.streak_one" if found.streak == 1 else "stats.streak_many"
        told.append(texts.say(key, weeks=found.streak))
    if found.tells_rhythm:
        told.append(texts.say("stats.rhythm", days=" · ".join(map(str, found.rhythm))))
    return told


def _next(coming: Next, units: str) -> str:
    if coming.kind == "runs":
        return texts.say("stats.next_runs", goal=f"{coming.goal:,}", done=coming.done)
    return texts.say("stats.next_distance", **_metres(coming, units))


def _metres(coming: Next, units: str) -> dict[str, str]:
    """Milestones are kilometres for everybody; what is there is told in the reader's units."""
    return {
        "goal": figures.distance(coming.goal, "km"),
        "done": figures.distance(coming.done, units),
    }


def _card(found: Stats, name: str) -> StatsCard:
    units, total = found.units, found.total
    return StatsCard(
        name=name,
        period=_period(found.period),
        figures=(
            Figure(figures.distance(total.metres, units), texts.say("stats.card_distance")),
            Figure(str(total.runs), texts.say("stats.card_runs")),
            Figure(figures.hours(total.seconds), texts.say("stats.card_time")),
            Figure(str(total.days), texts.say("stats.card_days")),
        ),
        calendar=Calendar(texts.say("stats.card_calendar"), found.calendar_first, found.calendar),
        chart=_chart(found),
        bests_title=texts.say("stats.card_bests"),
        bests=tuple(
            Best(_called_shortly(best), figure, day) for best, figure, day in _bests(found)[-BESTS:]
        ),
        streak=Figure(str(found.streak), texts.say("stats.card_streak")) if found.streak else None,
        milestone=_progress(found.coming[0], units) if found.coming else None,
    )


def _chart(found: Stats) -> Chart:
    bars = tuple(
        Bar(figures.date_of(week.first, today=found.today), week.metres) for week in found.weeks
    )
    top = figures.distance(max(week.metres for week in found.weeks), found.units)
    return Chart(texts.say("stats.card_chart"), bars, texts.say("stats.card_top", distance=top))


def _progress(coming: Next, units: str) -> Progress:
    note = (
        texts.say("stats.card_next_note_runs", done=coming.done, goal=f"{coming.goal:,}")
        if coming.kind == "runs"
        else texts.say("stats.card_next_note_distance", **_metres(coming, units))
    )
    return Progress(texts.say("stats.card_next"), coming.done / coming.goal, note)
