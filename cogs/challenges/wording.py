"""How a challenge is worded: its card, its rules, how it stands, and for whom."""

from collections.abc import Iterator

import discord

from bot import texts
from bot.challenges.kinds import kind_named
from bot.challenges.model import (
    CORRECTABLE,
    PLAIN,
    RUN_KINDS,
    Challenge,
    Own,
    Progress,
    Shown,
    TeamProgress,
)
from bot.texts import clean
from cogs.challenges import figures
from cogs.runs.wording import COLOUR

NAME_SHOWN = 60
CAUSE_SHOWN = 80
SPONSORS_SHOWN = 300


def say(key: str, **values: object) -> str:
    """A sentence of the cards."""
    return texts.say(f"challenge_cards.{key}", **values)


def name(challenge: Challenge) -> str:
    """The name, safe to show."""
    return clean.words(challenge.name, NAME_SHOWN)


def unit(challenge: Challenge) -> str:
    """In what the goal is counted: a metric, or weeks."""
    return kind_named(challenge.kind).goal_unit or challenge.rules.metric


def card(shown: Shown, *, pictured: bool = False) -> discord.Embed:
    """The living card: what it is about, how it stands, until when, who, and the rules; short under a picture."""
    who = "" if pictured else people(shown)
    lines = [about(shown), *standing(shown, pictured=pictured), time(shown), who, rules(shown)]
    return discord.Embed(
        colour=COLOUR, title=name(shown.challenge), description="\n".join(filter(None, lines))
    )


def about(shown: Shown) -> str:
    """What is wanted, in one line."""
    challenge, rules = shown.challenge, shown.challenge.rules
    wanted = _goal(shown)
    if challenge.kind == "charity" and rules.charity is not None:
        rate = figures.money(rules.charity.rate_cents, rules.charity.currency)
        cause = clean.words(rules.charity.cause, CAUSE_SHOWN)
        return say(f"kind_charity_{rules.charity.per}", cause=cause, rate=rate)
    if wanted is None and challenge.kind == "together":
        return say("kind_free")
    return say(
        f"kind_{challenge.kind}",
        goal=wanted,
        percent=rules.percent,
        days=rules.days_a_week,
        teams=len(rules.teams),
        metric=say(f"metric_{rules.metric}"),
        route=clean.words(rules.route.name, NAME_SHOWN) if rules.route else "",
    )


def _goal(shown: Shown) -> str | None:
    challenge = shown.challenge
    goal = kind_named(challenge.kind).goal(challenge)
    return None if goal is None else figures.amount(goal, unit(challenge), shown.units)


def standing(shown: Shown, *, pictured: bool = False) -> Iterator[str]:
    """How far it is, in as many lines as its kind needs; a picture has the bars."""
    challenge, progress = shown.challenge, shown.progress
    if shown.phase in ("draft", "announced"):
        return
    if progress.teams:
        yield from (_team(shown, team) for team in progress.teams if not pictured)
    elif kind_named(challenge.kind).personal:
        yield _each(progress, pictured=pictured)
    else:
        yield _total(shown, pictured=pictured)
    if challenge.rules.route is not None:
        yield stop(shown)
    yield from _pledged(shown)


def _total(shown: Shown, *, pictured: bool) -> str:
    challenge, progress = shown.challenge, shown.progress
    if progress.goal is None or progress.percent is None:
        counted = figures.amount(progress.counted, challenge.rules.metric, shown.units)
        return say("total_free", counted=counted)
    counted, goal = figures.counted_of(
        progress.counted, progress.goal, unit(challenge), shown.units
    )
    bar = figures.bar(progress.percent)
    key = "total_short" if pictured else "total"
    return say(key, bar=bar, counted=counted, goal=goal, percent=progress.percent)


def _each(progress: Progress, *, pictured: bool) -> str:
    if not progress.participants:
        return say("each_none")
    percent = progress.percent or 0
    return say(
        "each_short" if pictured else "each",
        bar=figures.bar(percent),
        percent=percent,
        there=_there(progress),
    )


def _there(progress: Progress) -> str:
    """How many reached their goal; that nobody has is no news."""
    if not progress.reached:
        return ""
    return say("each_there", reached=progress.reached, participants=progress.participants)


def _team(shown: Shown, team: TeamProgress) -> str:
    return say(
        "team",
        bar=figures.bar(team_percent(shown, team)),
        team=clean.words(team.name, NAME_SHOWN),
        per_head=figures.amount(team.per_head, shown.challenge.rules.metric, shown.units),
        heads=team.heads,
    )


def team_percent(shown: Shown, team: TeamProgress) -> int:
    """How full a team's bar is, beside the team that has most a head."""
    most = max(one.per_head for one in shown.progress.teams)
    return team.per_head * 100 // most if most else 0


def stop(shown: Shown) -> str:
    """Where the club is on its route, and what comes next."""
    route, reached = shown.challenge.rules.route, shown.progress.stops
    if route is None:
        return ""
    here = clean.words(route.stops[max(reached, 1) - 1].name, NAME_SHOWN)
    if reached >= len(route.stops):
        return say("stop_goal", stop=here)
    place = say("stop_start" if reached <= 1 else "stop_at", stop=here)
    following = route.stops[max(reached, 1)]
    left = figures.amount(following.at_m - shown.progress.counted, "distance", shown.units)
    there = clean.words(following.name, NAME_SHOWN)
    return say("stop_next", place=place, stop=there, left=left)


def _pledged(shown: Shown) -> Iterator[str]:
    charity, cents = shown.challenge.rules.charity, shown.progress.pledged_cents
    if charity is None or cents is None:
        return
    amount = figures.money(cents, charity.currency)
    if charity.cap_cents is None:
        yield say("pledged", amount=amount)
    else:
        cap = figures.money(charity.cap_cents, charity.currency)
        yield say("pledged_cap", amount=amount, cap=cap)
    if charity.sponsors:
        yield say("sponsors", sponsors=clean.words(", ".join(charity.sponsors), SPONSORS_SHOWN))


def time(shown: Shown) -> str:
    """From when to when, and how long that is still."""
    challenge, zone = shown.challenge, shown.zone
    days = {
        "first": figures.day(challenge.first, today=shown.today),
        "last": figures.day(challenge.last, today=shown.today),
    }
    if shown.phase == "cancelled":
        return say("cancelled", **days)
    if shown.phase in ("draft", "announced"):
        begins = figures.moment(figures.beginning(challenge.first, zone))
        return say("starts", relative=begins, **days)
    ends = challenge.ends_at(zone)
    if shown.phase == "running":
        return say("runs_until", relative=figures.moment(ends), **days)
    if shown.phase == "ended":
        until = figures.moment(ends + CORRECTABLE, "f")
        return say("ended", until=until, **days)
    return say("closed", **days)


def people(shown: Shown) -> str:
    """How many take part, and whose runs counted already."""
    progress, everyone = shown.progress, shown.challenge.rules.everyone
    joined = say(
        "joined_one" if progress.participants == 1 else "joined_many",
        count=f"{progress.participants:,}",
    )
    if everyone:
        return say("moved_all", moved=f"{progress.movers:,}")
    return say("moved", joined=joined, moved=f"{progress.movers:,}") if progress.movers else joined


def rules(shown: Shown) -> str:
    """Every rule that is not self-evident, in one small line."""
    return say("rules", rules=" · ".join(_rules(shown)))


def _rules(shown: Shown) -> Iterator[str]:
    challenge, rules = shown.challenge, shown.challenge.rules
    if rules.run_kinds and set(rules.run_kinds) != set(RUN_KINDS):
        yield say("rule_kinds", kinds=", ".join(map(kind_label, rules.run_kinds)))
    for span in ("run", "day", "week"):
        if (cap := getattr(rules, f"cap_{span}")) is not None:
            yield say(f"rule_cap_{span}", cap=figures.amount(cap, rules.metric, shown.units))
    if not rules.everyone:
        yield say("rule_before" if rules.before_joining else "rule_after")
    if not rules.late_joining:
        yield say("rule_closed")
    if challenge.repeat:
        yield say("rule_repeats")
    yield say("rule_zone", zone=shown.zone.key.replace("_", " "))


def kind_label(kind: str) -> str:
    """A kind of run as it is called."""
    return say("plain_kind") if kind == PLAIN else texts.say(f"kinds.{kind}")


def own(shown: Shown, standing: Own) -> str:
    """What one member brought, for that member's eyes."""
    challenge = shown.challenge
    counted = figures.amount(standing.counted, unit(challenge), shown.units)
    if not standing.joined:
        return say("own_counted", counted=counted) if standing.counts else say("own_out")
    lines = [say("own_free", counted=counted)]
    if standing.goal is not None:
        reached, goal = figures.counted_of(
            standing.counted, standing.goal, unit(challenge), shown.units
        )
        lines = [say("own_goal", counted=reached, goal=goal)]
    if standing.median:
        lines.append(say("own_median"))
    if standing.team and challenge.rules.teams:
        team = clean.words(challenge.rules.teams[standing.team - 1], NAME_SHOWN)
        lines.append(say("own_team", team=team))
    return "\n".join(lines)
