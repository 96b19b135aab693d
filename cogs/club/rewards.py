"""The panel for roles that a club gives for milestones."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import SelectDefaultValue, SelectDefaultValueType

from bot import texts
from bot.clubs import service as clubs
from bot.clubs.refusals import NoSuchChoice
from bot.milestones import service as milestones
from bot.milestones.model import Milestone
from bot.rewards import service as rewards
from bot.rewards.model import MIGHTY, REWARDED, Reward, number_of, numbered
from bot.rewards.refusals import RoleNotGiven, RoleTooMighty
from cogs import edge, router
from cogs.club import choosing, reach
from cogs.edge import Interaction
from cogs.router import Handler, Press


async def show(interaction: Interaction, press: Press) -> None:
    """What is given now, for the organizer's eyes."""
    guild = choosing.server_of(interaction)
    found = await edge.read(interaction, rewards.rewards_of, guild.id)
    await edge.tell(interaction, worded(found, guild), view=_panel(found, guild))


async def pick(interaction: Interaction, press: Press) -> None:
    """A milestone was picked: its role is next."""
    milestone = _milestone(press.values)
    guild = choosing.server_of(interaction)
    found = await edge.read(interaction, rewards.rewards_of, guild.id)
    question = texts.say("rewards.chosen", milestone=milestones.named(milestone))
    view = router.view(_milestones(found, guild), _role(milestone, found, guild))
    await edge.replace(interaction, question, view=view)


async def choose(interaction: Interaction, press: Press) -> None:
    """The role for a milestone, or none."""
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    milestone = numbered(press.number)
    if milestone is None:
        raise NoSuchChoice
    role = _chosen_role(guild, press.values)
    club = await choosing.club_of(interaction)
    if role is not None:
        _refuse_unfit(role, club.organizer_role_id)
    club = await edge.write(
        interaction,
        clubs.ensure,
        guild.id,
        guild.name,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    found = await edge.write(
        interaction,
        rewards.choose,
        club,
        milestone,
        role.id if role else None,
        now=parts.clock(),
    )
    await edge.replace(interaction, worded(found, guild), view=_panel(found, guild))
    interaction.client.dispatch("rewards_changed")


HANDLERS: dict[str, Handler] = {
    "club:rewards": show,
    "club:rewardfor": pick,
    "club:rewardrole": choose,
}


def worded(found: Sequence[Reward], guild: discord.Guild) -> str:
    """What is given for what, and what stands in the way."""
    rows = [
        texts.say(
            "rewards.row", milestone=milestones.named(one.milestone), role=f"<@&{one.role_id}>"
        )
        for one in found
    ]
    told = [texts.say("rewards.title"), *(rows or [texts.say("rewards.none")])]
    blocked = _blocked(found, guild)
    return "\n".join([*told, texts.say("rewards.about"), *blocked])


def _blocked(found: Iterable[Reward], guild: discord.Guild) -> list[str]:
    lines = dict.fromkeys(
        texts.say(f"rewards.blocked_{why}", role=f"<@&{one.role_id}>")
        for one in found
        if (why := reach.why_not_given(guild.get_role(one.role_id), guild.me))
    )
    return [texts.say("rewards.blocked", lines="\n".join(lines))] if lines else []


def _chosen_role(guild: discord.Guild, values: Sequence[str]) -> discord.Role | None:
    """The role chosen, None for none. Raises NoSuchChoice for no role of this server."""
    if not values:
        return None
    role = guild.get_role(int(values[0])) if values[0].isdecimal() else None
    if role is None:
        raise NoSuchChoice
    return role


_MIGHTY = discord.Permissions(**dict.fromkeys(MIGHTY, True))


def _refuse_unfit(role: discord.Role, organizer_role_id: int | None) -> None:
    """Raises RoleNotGiven and RoleTooMighty."""
    if role.is_default() or role.managed:
        raise RoleNotGiven
    if role.id == organizer_role_id or role.permissions.value & _MIGHTY.value:
        raise RoleTooMighty


def _milestone(values: Sequence[str]) -> Milestone:
    number = int(values[0]) if values and values[0].isdecimal() else 0
    milestone = numbered(number)
    if milestone is None:
        raise NoSuchChoice
    return milestone


def _panel(found: Sequence[Reward], guild: discord.Guild) -> discord.ui.View:
    return router.view(_milestones(found, guild))


def _milestones(found: Sequence[Reward], guild: discord.Guild) -> discord.ui.Select[Any]:
    given = {one.milestone: guild.get_role(one.role_id) for one in found}
    options = [
        discord.SelectOption(
            label=milestones.named(one),
            value=str(number_of(one)),
            description=role.name[:100]
            if (role := given.get(one))
            else texts.say("rewards.without"),
        )
        for one in REWARDED
    ]
    return discord.ui.Select(
        custom_id=router.identity("club:rewardfor", guild.id),
        placeholder=texts.say("rewards.pick"),
        options=options,
    )


def _role(
    milestone: Milestone, found: Sequence[Reward], guild: discord.Guild
) -> discord.ui.RoleSelect[Any]:
    now = [
        SelectDefaultValue(id=one.role_id, type=SelectDefaultValueType.role)
        for one in found
        if one.milestone == milestone and guild.get_role(one.role_id)
    ]
    return discord.ui.RoleSelect(
        custom_id=router.identity("club:rewardrole", number_of(milestone)),
        placeholder=texts.say("rewards.pick_role", milestone=milestones.named(milestone)),
        min_values=0,
        default_values=now,
    )
