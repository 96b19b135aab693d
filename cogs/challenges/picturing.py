"""A challenge as a picture: the same figures as its words, without anybody's name, and nothing that ages by itself."""

import hashlib
import io
from collections.abc import Iterator

import discord

from bot.challenges.kinds import kind_named
from bot.challenges.model import Shown, TeamProgress
from bot.parts import Parts
from bot.render.model import ChallengeCard, Journey, Progress, Stop
from cogs.challenges import figures, wording
from cogs.challenges.wording import say

FILE = "challenge.png"
ALT_LIMIT = 1024
AT_ONCE_S = 1.0
"""So long an answer to a press waits for its picture; the queue brings one that takes longer."""


def card(shown: Shown) -> ChallengeCard:
    """What is drawn. Days are named and not counted down, so that a picture is true until something changes."""
    challenge = shown.challenge
    return ChallengeCard(
        title=" ".join(challenge.name.split()),
        kind=" · ".join(_kind(shown)),
        value=_value(shown),
        note=" · ".join(_notes(shown)),
        progress=_share(shown),
        teams=tuple(_team(shown, team) for team in shown.progress.teams),
        journey=_journey(shown),
        participants=wording.people(shown),
        time_left=_time(shown),
    )


def alt(drawn: ChallengeCard) -> str:
    """The picture in words, for whoever does not see it."""
    teams = (f"{team.title} {team.note}" for team in drawn.teams)
    standing = ", ".join(filter(None, (drawn.value, drawn.note)))
    parts = (drawn.title, drawn.kind, standing, *teams)
    return ". ".join(filter(None, (*parts, drawn.participants, drawn.time_left)))[:ALT_LIMIT]


def key(drawn: ChallengeCard) -> str:
    """By which it is known whether a message shows this picture already."""
    return hashlib.sha256(repr(drawn).encode()).hexdigest()[:16]


async def file_of(parts: Parts, drawn: ChallengeCard, *, at_once: bool) -> discord.File | None:
    """The picture, or None where none is to be had (`at_once`: within a second)."""
    pictures = parts.pictures
    png = await (pictures.png_within(drawn, AT_ONCE_S) if at_once else pictures.png(drawn))
    return None if png is None else discord.File(io.BytesIO(png), FILE, description=alt(drawn))


def _kind(shown: Shown) -> Iterator[str]:
    challenge, rules = shown.challenge, shown.challenge.rules
    yield say(f"picture_{challenge.kind}", percent=rules.percent)
    if rules.charity is not None:
        rate = figures.money(rules.charity.rate_cents, rules.charity.currency)
        yield say(f"picture_per_{rules.charity.per}", rate=rate)
    elif rules.route is not None:
        yield rules.route.name
    elif challenge.kind == "weeks":
        yield say(
            "picture_weekly_one" if rules.days_a_week == 1 else "picture_weekly_many",
            days=rules.days_a_week,
        )
    elif challenge.kind == "teams":
        yield say("picture_heads", metric=say(f"metric_{rules.metric}"))
    else:
        yield say(f"metric_{rules.metric}")


def _value(shown: Shown) -> str:
    """The large words: how far it is, before the start how far it is to be."""
    challenge, progress = shown.challenge, shown.progress
    unit = wording.unit(challenge)
    goal = kind_named(challenge.kind).goal(challenge)
    if shown.phase in ("draft", "announced"):
        return "" if goal is None else figures.amount(goal, unit, shown.units)
    if progress.teams:
        return ""
    if kind_named(challenge.kind).personal:
        return say("picture_percent", percent=progress.percent or 0)
    if challenge.rules.route is not None or not progress.goal:
        return figures.amount(progress.counted, unit, shown.units)
    counted, wanted = figures.counted_of(progress.counted, progress.goal, unit, shown.units)
    return say("picture_of", counted=counted, goal=wanted)


def _notes(shown: Shown) -> Iterator[str]:
    challenge, progress = shown.challenge, shown.progress
    has_begun = shown.phase not in ("draft", "announced")
    if kind_named(challenge.kind).personal:
        goal = kind_named(challenge.kind).goal(challenge)
        wanted = "" if goal is None else figures.amount(goal, wording.unit(challenge), shown.units)
        if has_begun:
            yield say("picture_average_of", goal=wanted) if wanted else say("picture_average")
        if progress.reached and has_begun:
            yield say("picture_there", reached=progress.reached, participants=progress.participants)
    elif challenge.rules.route is not None:
        yield _next_stop(shown)
    elif challenge.rules.charity is not None:
        yield _raised(shown)
    elif has_begun and progress.goal and progress.counted < progress.goal:
        left = progress.goal - progress.counted
        yield say("picture_left", left=figures.amount(left, wording.unit(challenge), shown.units))


def _raised(shown: Shown) -> str:
    charity, cents = shown.challenge.rules.charity, shown.progress.pledged_cents or 0
    assert charity is not None
    amount = figures.money(cents, charity.currency)
    if charity.cap_cents is None:
        return say("picture_raised", amount=amount, cause=charity.cause)
    cap = figures.money(charity.cap_cents, charity.currency)
    return say("picture_raised_cap", amount=amount, cap=cap, cause=charity.cause)


def _next_stop(shown: Shown) -> str:
    """How far it still is, and to where."""
    route, reached = shown.challenge.rules.route, shown.progress.stops
    assert route is not None
    if reached >= len(route.stops):
        return say("picture_goal", stop=route.stops[-1].name)
    following = route.stops[max(reached, 1)]
    left = figures.amount(following.at_m - shown.progress.counted, "distance", shown.units)
    return say("picture_to", left=left, stop=following.name)


def _share(shown: Shown) -> float | None:
    """How full the bar is; None where there is nothing to be full of."""
    progress, charity = shown.progress, shown.challenge.rules.charity
    if shown.phase in ("draft", "announced"):
        return None
    if charity is not None and progress.percent is None:
        return (progress.pledged_cents or 0) / charity.cap_cents if charity.cap_cents else None
    if kind_named(shown.challenge.kind).personal:
        return (progress.percent or 0) / 100
    return None if progress.percent is None else progress.percent / 100


def _team(shown: Shown, team: TeamProgress) -> Progress:
    per_head = figures.amount(team.per_head, shown.challenge.rules.metric, shown.units)
    note = say(
        "picture_team_one" if team.heads == 1 else "picture_team_many",
        per_head=per_head,
        heads=team.heads,
    )
    return Progress(team.name, wording.team_percent(shown, team) / 100, note)


def _journey(shown: Shown) -> Journey | None:
    route = shown.challenge.rules.route
    if route is None:
        return None
    stops = tuple(Stop(stop.name, stop.at_m / route.length_m) for stop in route.stops)
    return Journey(stops, min(shown.progress.counted / route.length_m, 1.0))


def _time(shown: Shown) -> str:
    challenge = shown.challenge
    key = {"cancelled": "off", "running": "until", "ended": "done", "closed": "done"}
    return say(
        f"picture_{key.get(shown.phase, 'days')}",
        first=figures.day(challenge.first, today=challenge.last),
        last=figures.day(challenge.last, today=challenge.first),
    )
