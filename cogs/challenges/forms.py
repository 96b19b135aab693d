"""The forms of organizers: name, kind, goal and days of a challenge; limits, cause, route and teams."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import discord

from bot import texts
from bot.challenges.kinds import KINDS
from bot.challenges.model import MAX_NAME, Challenge, Shown, Stop
from bot.challenges.templates import TEMPLATES
from cogs import router
from cogs.challenges import figures, wording

SHORT, LONG = 60, 2000
PERS = ("km", "run")

Begun = dict[str, str]
"""What a form begins with, by the id of its fields."""


def say(key: str, **values: object) -> str:
    """A sentence of the panel."""
    return texts.say(f"challenge_panel.{key}", **values)


def new_form(begun: Begun) -> discord.ui.Modal:
    """The one form of a new challenge; three fields suffice."""
    identity = router.identity("challenge:drafted", 0)
    return _main_form("form_new", identity, begun, templates=True)


def main_form(shown: Shown, typed: Begun | None = None) -> discord.ui.Modal:
    """The same for one that is there, filled with what it is, or with what was typed."""
    challenge = shown.challenge
    goal = challenge.rules.goal
    unit = wording.unit(challenge)
    begun = {
        "name": challenge.name,
        "kind": challenge.kind,
        "goal": "" if goal is None else figures.typed(goal, unit, shown.units),
        "from": challenge.first.isoformat(),
        "until": challenge.last.isoformat(),
    }
    identity = router.identity("challenge:renamed", challenge.challenge_id)
    return _main_form("form_edit", identity, typed or begun, templates=False)


def _main_form(title: str, custom_id: str, begun: Begun, *, templates: bool) -> discord.ui.Modal:
    return _form(
        title,
        custom_id,
        _text("name", begun, limit=MAX_NAME),
        ("kind", _kinds(begun.get("kind", ""), templates=templates)),
        _text("goal", begun),
        _text("from", begun),
        _text("until", begun),
    )


def _kinds(chosen: str, *, templates: bool) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=template.wishes.name or key,
            value=key,
            description=say("template_about"),
            default=key == chosen,
        )
        for key, template in TEMPLATES.items()
        if templates
    ]
    options += [
        discord.SelectOption(
            label=say(f"kind_{kind}"),
            value=kind,
            description=say(f"kind_{kind}_about"),
            default=kind == chosen,
        )
        for kind in KINDS
    ]
    return discord.ui.Select(custom_id="kind", options=options, min_values=0, required=False)


def caps_form(shown: Shown, typed: Begun | None = None) -> discord.ui.Modal:
    """How much of a run, a day and a week counts at most."""
    challenge, rules = shown.challenge, shown.challenge.rules
    names = ("cap_run", "cap_day", "cap_week")
    begun = {
        name: figures.typed(cap, rules.metric, shown.units)
        for name in names
        if (cap := getattr(rules, name)) is not None
    }
    return _form(
        "form_caps",
        router.identity("challenge:capped", challenge.challenge_id),
        *(_text(name, begun if typed is None else typed, hint="form_cap_hint") for name in names),
    )


def charity_form(shown: Shown, typed: Begun | None = None) -> discord.ui.Modal:
    """For what, how much for what, by whom, and at most how much."""
    challenge = shown.challenge
    begun = _pledge(challenge) if typed is None else typed
    per = begun.get("per") or PERS[0]
    options = [
        discord.SelectOption(label=say(f"per_{one}"), value=one, default=one == per) for one in PERS
    ]
    return _form(
        "form_charity",
        router.identity("challenge:pledged", challenge.challenge_id),
        _text("cause", begun),
        _text("rate", begun),
        ("per", discord.ui.Select(custom_id="per", options=options)),
        _text("sponsors", begun, limit=LONG),
        _text("pledge_cap", begun),
    )


def _pledge(challenge: Challenge) -> Begun:
    charity = challenge.rules.charity
    if charity is None:
        return {}
    begun = {
        "cause": charity.cause,
        "rate": figures.money(charity.rate_cents, charity.currency),
        "per": charity.per,
        "sponsors": "\n".join(charity.sponsors),
    }
    if charity.cap_cents is not None:
        begun["pledge_cap"] = figures.money(charity.cap_cents, charity.currency)
    return begun


def route_form(shown: Shown, typed: Begun | None = None) -> discord.ui.Modal:
    """A route that the club writes itself."""
    challenge = shown.challenge
    route = challenge.rules.route
    lines: list[str] = []
    if route is not None:
        lines = [route.name]
        lines += [_stop(stop, shown.units) for stop in route.stops]
    return _form(
        "form_route",
        router.identity("challenge:routed", challenge.challenge_id),
        _text("own_route", typed or {"own_route": "\n".join(lines)}, limit=4000),
    )


def _stop(stop: Stop, units: str) -> str:
    """A stop as it is typed, with its unit, so that the form means the same to everybody."""
    at = figures.typed(stop.at_m, "distance", units)
    return f"{at} {stop.name}: {stop.message}" if stop.message else f"{at} {stop.name}"


def teams_form(shown: Shown, typed: Begun | None = None) -> discord.ui.Modal:
    """What the teams are called."""
    challenge = shown.challenge
    begun = {"team_names": "\n".join(challenge.rules.teams)} if typed is None else typed
    return _form(
        "form_teams",
        router.identity("challenge:teamed", challenge.challenge_id),
        _text("team_names", begun, limit=LONG, hint=""),
    )


OF_CHALLENGE: Mapping[str, Callable[[Shown, Begun], discord.ui.Modal]] = {
    "renamed": main_form,
    "capped": caps_form,
    "pledged": charity_form,
    "routed": route_form,
    "teamed": teams_form,
}
"""The forms of a challenge that is there, by the verb that takes them."""


_Field = tuple[str, discord.ui.Item[Any]]


def _text(name: str, begun: Begun, *, limit: int = SHORT, hint: str | None = None) -> _Field:
    key = f"form_{name}_hint" if hint is None else hint
    has_hint = bool(key) and f"challenge_panel.{key}" in texts.sentences(texts.ENGLISH)
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=name,
        placeholder=say(key) if has_hint else None,
        default=begun.get(name, "")[:limit] or None,
        required=False,
        max_length=limit,
        style=discord.TextStyle.paragraph if limit > SHORT else discord.TextStyle.short,
    )
    return name, field


def _form(title: str, custom_id: str, *fields: _Field) -> discord.ui.Modal:
    modal = discord.ui.Modal(title=say(title), custom_id=custom_id, timeout=None)
    for name, item in fields:
        modal.add_item(discord.ui.Label(text=say(f"form_{name}"), component=item))
    modal.stop()  # the router serves it; discord.py need not keep it
    return modal


def lines_of(typed: str) -> Sequence[str]:
    """The lines of a long field that hold something."""
    return [line.strip() for line in typed.splitlines() if line.strip()]
