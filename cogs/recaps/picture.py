"""A recap as a picture, with the same facts as its words."""

from datetime import date, timedelta

from bot import texts
from bot.milestones import service as milestones
from bot.recaps.model import Recap
from bot.render.model import Bar, Chart, Figure, Progress, RecapCard
from bot.schedule.model import MONTH
from bot.texts import figures
from cogs.recaps import letters

MILESTONES = 3
"""With a line for newcomers these are the four that the card has room for."""


def card(recap: Recap) -> RecapCard:
    """What the picture shows."""
    return RecapCard(
        club=recap.club_name,
        week=figures.span(recap.first, recap.last),
        total=Figure(
            figures.distance(recap.metres, recap.units),
            texts.say(f"recaps.card_total_{recap.every}"),
        ),
        figures=_figures(recap),
        days=_days(recap),
        highlights=_highlights(recap),
        challenges=tuple(
            Progress(
                one.name, one.percent / 100, texts.say("recaps.card_percent", percent=one.percent)
            )
            for one in recap.challenges
        ),
    )


def _figures(recap: Recap) -> tuple[Figure, ...]:
    shown = (("runs", recap.runs), ("people", recap.people), ("kudos", recap.kudos))
    return tuple(
        Figure(f"{number:,}", texts.say(f"recaps.card_{key}")) for key, number in shown if number
    )


def _days(recap: Recap) -> Chart:
    days = (recap.first + timedelta(days=n) for n in range(len(recap.days)))
    bars = tuple(
        Bar(_label(recap, day), metres) for day, metres in zip(days, recap.days, strict=True)
    )
    return Chart(texts.say("recaps.card_days"), bars)


def _label(recap: Recap, day: date) -> str:
    return str(day.day) if recap.every == MONTH else figures.weekday(day.weekday())[:3]


def _highlights(recap: Recap) -> tuple[str, ...]:
    reached = [
        texts.say("recaps.card_milestone", name=one.name, what=milestones.named(one.milestone))
        for one in recap.milestones[:MILESTONES]
    ]
    number = len(recap.newcomers) + recap.more_newcomers
    key = "recaps.card_newcomers_one" if number == 1 else "recaps.card_newcomers_many"
    welcome = [texts.say(key, number=number)] if number else []
    return (*letters.club_findings(recap), *reached, *welcome)
