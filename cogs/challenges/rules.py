"""The rules of a challenge as its organizer picks and types them; each change shows the panel anew."""

from bot.challenges.model import Wishes
from bot.clubs.refusals import NoSuchChoice
from cogs import edge
from cogs.challenges import forms, panels, retyping
from cogs.challenges.forms import say
from cogs.challenges.organizing import edit, shown_at_once, shown_of
from cogs.edge import Interaction
from cogs.router import Handler, Press


async def metric(interaction: Interaction, press: Press) -> None:
    """What is counted."""
    await edit(interaction, press, Wishes(metric=_one(press)))


async def run_kinds(interaction: Interaction, press: Press) -> None:
    """Which kinds of run count; none chosen means all."""
    await edit(interaction, press, Wishes(run_kinds=press.values))


async def switches(interaction: Interaction, press: Press) -> None:
    """The rules that hold or don't."""
    shown = await shown_of(interaction, press.number)
    has_teams = shown.challenge.kind == "teams"
    wishes = Wishes(
        before_joining="before_joining" in press.values,
        late_joining="late_joining" in press.values,
        everyone="everyone" in press.values,
        repeat="repeat" in press.values,
        picked="picked" in press.values if has_teams else None,
    )
    await edit(interaction, press, wishes)


async def percent(interaction: Interaction, press: Press) -> None:
    """How much above the own baseline."""
    await edit(interaction, press, Wishes(percent=_number(press, panels.PERCENTS)))


async def weekly(interaction: Interaction, press: Press) -> None:
    """How many active days make a week."""
    await edit(interaction, press, Wishes(days_a_week=_number(press, panels.DAYS_A_WEEK)))


async def teams(interaction: Interaction, press: Press) -> None:
    """How many teams; those that have a name keep it."""
    count = _number(press, panels.TEAM_NUMBERS)
    shown = await shown_of(interaction, press.number)
    names = [say("team_name", number=number) for number in range(1, count + 1)]
    kept = shown.challenge.rules.teams[:count]
    await edit(interaction, press, Wishes(teams=(*kept, *names[len(kept) :])))


async def route(interaction: Interaction, press: Press) -> None:
    """One of the routes that ship."""
    await edit(interaction, press, Wishes(route=_one(press)))


async def caps(interaction: Interaction, press: Press) -> None:
    """Opens the form of limits."""
    await edge.open_form(interaction, forms.caps_form(await shown_at_once(interaction, press)))


async def charity(interaction: Interaction, press: Press) -> None:
    """Opens the form of cause and pledge."""
    await edge.open_form(interaction, forms.charity_form(await shown_at_once(interaction, press)))


async def own_route(interaction: Interaction, press: Press) -> None:
    """Opens the form of a route of one's own."""
    await edge.open_form(interaction, forms.route_form(await shown_at_once(interaction, press)))


async def team_names(interaction: Interaction, press: Press) -> None:
    """Opens the form of the teams' names."""
    await edge.open_form(interaction, forms.teams_form(await shown_at_once(interaction, press)))


async def capped(interaction: Interaction, press: Press) -> None:
    """The form of limits came back; an empty one is no limit."""
    run, day, week = (press.fields.get(f"cap_{span}", "") for span in ("run", "day", "week"))
    await edit(interaction, press, Wishes(cap_run=run, cap_day=day, cap_week=week))


async def pledged(interaction: Interaction, press: Press) -> None:
    """The form of cause and pledge came back."""
    typed = press.fields
    wishes = Wishes(
        cause=typed.get("cause", ""),
        rate=typed.get("rate", ""),
        per=typed.get("per") or None,
        sponsors=typed.get("sponsors", ""),
        pledge_cap=typed.get("pledge_cap", ""),
    )
    await edit(interaction, press, wishes)


async def routed(interaction: Interaction, press: Press) -> None:
    """A route of one's own came back."""
    await edit(interaction, press, Wishes(own_route=press.fields.get("own_route", "")))


async def teamed(interaction: Interaction, press: Press) -> None:
    """The teams' names came back."""
    names = forms.lines_of(press.fields.get("team_names", ""))
    await edit(interaction, press, Wishes(teams=tuple(names)[: panels.TEAM_NUMBERS[-1]]))


def _one(press: Press) -> str:
    if not press.values:
        raise NoSuchChoice
    return press.values[0]


def _number(press: Press, allowed: range | tuple[int, ...]) -> int:
    """The number chosen. Raises NoSuchChoice for one that no option offers."""
    value = _one(press)
    if not (value.isascii() and value.isdecimal() and int(value) in allowed):
        raise NoSuchChoice
    return int(value)


HANDLERS: dict[str, Handler] = {
    "challenge:metric": metric,
    "challenge:kinds": run_kinds,
    "challenge:switches": switches,
    "challenge:percent": percent,
    "challenge:weekly": weekly,
    "challenge:teams": teams,
    "challenge:route": route,
    "challenge:caps": caps,
    "challenge:charity": charity,
    "challenge:ownroute": own_route,
    "challenge:teamnames": team_names,
    "challenge:capped": retyping.kept("capped", capped),
    "challenge:pledged": retyping.kept("pledged", pledged),
    "challenge:routed": retyping.kept("routed", routed),
    "challenge:teamed": retyping.kept("teamed", teamed),
}
