"""The panel on which an organizer shapes a challenge: the card as it will be, pickers for its rules, and buttons."""

from collections.abc import Iterable
from typing import Any

import discord

from bot.challenges.kinds import kind_named
from bot.challenges.model import RUN_KINDS, Challenge, Shown
from cogs import router
from cogs.challenges import wording
from cogs.challenges.forms import say

PERCENTS = (5, 10, 15, 20, 25, 50)
DAYS_A_WEEK = range(1, 8)
TEAM_NUMBERS = range(2, 9)
SWITCHES = ("before_joining", "late_joining", "everyone", "repeat", "picked")
"""Rules that hold or don't; the last one for teams alone."""


def view(shown: Shown, routes: Iterable[tuple[str, str]] = ()) -> discord.ui.View:
    """Everything that can be chosen; `routes` are those that ship, by key and name."""
    challenge = shown.challenge
    items = [
        _metric(challenge),
        _run_kinds(challenge),
        _switches(challenge),
        _of_kind(challenge, routes),
        *_buttons(challenge),
    ]
    return router.view(*filter(None, items))


Picker = discord.ui.Select[Any] | None


def _metric(challenge: Challenge) -> Picker:
    metrics = kind_named(challenge.kind).metrics
    if len(metrics) < 2:
        return None
    chosen = challenge.rules.metric
    options = [
        discord.SelectOption(label=say(f"metric_{one}"), value=one, default=one == chosen)
        for one in metrics
    ]
    return _select("metric", challenge, options, hint="pick_metric")


def _run_kinds(challenge: Challenge) -> Picker:
    options = [
        discord.SelectOption(
            label=wording.kind_label(kind), value=kind, default=kind in challenge.rules.run_kinds
        )
        for kind in RUN_KINDS
    ]
    return _select("kinds", challenge, options, hint="pick_run_kinds", several=True)


def _switches(challenge: Challenge) -> Picker:
    options = [
        discord.SelectOption(
            label=say(f"switch_{switch}"), value=switch, default=is_on(challenge, switch)
        )
        for switch in switches_of(challenge)
    ]
    return _select("switches", challenge, options, hint="pick_switches", several=True)


def switches_of(challenge: Challenge) -> tuple[str, ...]:
    """The switches that mean something for this kind."""
    return SWITCHES if challenge.kind == "teams" else SWITCHES[:-1]


def is_on(challenge: Challenge, switch: str) -> bool:
    """Whether that rule holds."""
    return challenge.repeat if switch == "repeat" else getattr(challenge.rules, switch)


def _of_kind(challenge: Challenge, routes: Iterable[tuple[str, str]]) -> Picker:
    rules = challenge.rules
    match challenge.kind:
        case "baseline":
            options = _numbers("percent", PERCENTS, rules.percent)
            return _select("percent", challenge, options)
        case "weeks":
            options = _numbers("days", DAYS_A_WEEK, rules.days_a_week)
            return _select("weekly", challenge, options)
        case "teams":
            options = _numbers("teams_of", TEAM_NUMBERS, len(rules.teams))
            return _select("teams", challenge, options)
        case "journey":
            options = [
                discord.SelectOption(
                    label=name[:100],
                    value=key,
                    default=rules.route is not None and rules.route.name == name,
                )
                for key, name in routes
            ]
            return _select("route", challenge, options, hint="pick_route")
    return None


def _numbers(what: str, numbers: Iterable[int], chosen: int) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(
            label=_counted(what, number), value=str(number), default=number == chosen
        )
        for number in numbers
    ]


def _counted(what: str, number: int) -> str:
    if what == "days":
        return say("days_one" if number == 1 else "days_many", count=number)
    return say(what, count=number)


def _select(
    verb: str,
    challenge: Challenge,
    options: list[discord.SelectOption],
    *,
    hint: str | None = None,
    several: bool = False,
) -> Picker:
    if not options:
        return None
    return discord.ui.Select(
        custom_id=router.identity(f"challenge:{verb}", challenge.challenge_id),
        options=options,
        placeholder=say(hint) if hint else None,
        min_values=0 if several else 1,
        max_values=len(options) if several else 1,
    )


def _buttons(challenge: Challenge) -> Iterable[discord.ui.Button[Any]]:
    number = challenge.challenge_id
    is_draft = challenge.state == "draft"
    yield router.button(
        "challenge:post" if is_draft else "challenge:done",
        number,
        say("post" if is_draft else "done"),
        style=discord.ButtonStyle.primary,
    )
    yield router.button("challenge:rename", number, say("rename"))
    yield router.button("challenge:caps", number, say("caps"))
    if challenge.kind in _MORE:
        verb, label = _MORE[challenge.kind]
        yield router.button(f"challenge:{verb}", number, say(label))
    if is_draft:
        yield router.button("challenge:discard", number, say("discard"))


_MORE = {
    "charity": ("charity", "charity_button"),
    "journey": ("ownroute", "route_button"),
    "teams": ("teamnames", "teams_button"),
}
"""What some kinds want written: the verb of the button that opens the form, and its label."""
