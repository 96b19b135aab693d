"""Gives the roles that runs earned, and takes them back; what Discord refuses is tried later and costs no run."""

import asyncio
from datetime import datetime, timedelta

import discord
from discord.ext import commands

from bot import texts
from bot.messages.model import Written
from bot.parts import Parts
from bot.rewards import service as rewards
from bot.rewards.model import Due, Wanted
from bot.schedule.duties import Turn
from bot.schedule.schedule import Duty
from cogs import rereading, trying
from cogs.club import reach

AGAIN = timedelta(minutes=15)
"""What Discord refused is tried again after so long, or when roles change."""
LATELY = timedelta(days=30)
"""Whoever joined a server longer ago has been back for so long that their runs told of it."""
HOURLY = timedelta(hours=1)


class Rewarding(commands.Cog):
    """Brings the roles of members up to date with what the database says is due; has no task where nothing is."""

    def __init__(self, client: commands.Bot, parts: Parts) -> None:
        self._client = client
        self._parts = parts
        self._gives = False
        self._is_at_it = self._is_wanted = False
        self._refused: set[Due] = set()
        self._refused_at = parts.clock()
        self._welcomed: set[tuple[int, int, datetime]] = set()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What a stop left undone is done."""
        if await self._parts.database.read(rewards.anything):
            self._begin()
        await self._look_anew()

    @commands.Cog.listener()
    async def on_rewards_changed(self) -> None:
        """An organizer chose a role for a milestone."""
        self._begin()
        await self._look_anew()

    def _begin(self) -> None:
        """Where no club gives a role, no message costs a look at its author."""
        if not self._gives:
            self._gives = True
            self._client.add_listener(self._wrote, "on_message")
            self._client.add_listener(self._used, "on_interaction")

    @commands.Cog.listener()
    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """Perhaps the bot may give now what it could not give."""
        await self._look_anew()

    @commands.Cog.listener()
    async def on_roles_due(self) -> None:
        """A run was logged that earned a role."""
        await self._work_off()

    @commands.Cog.listener()
    async def on_cards_changed(self) -> None:
        """A run was changed, which may have earned or cost a role, or somebody chose not to be named."""
        await self._work_off()

    async def _wrote(self, message: discord.Message) -> None:
        """Whoever came back to the server is heard of when they first write there: Discord tells of no return."""
        await self._welcome(message.author)

    async def _used(self, interaction: discord.Interaction) -> None:
        """Or when they first use a command or press a button."""
        await self._welcome(interaction.user)

    async def _welcome(self, member: discord.abc.User) -> None:
        """Somebody who joined lately has their roles again, if they had any before they left; looked at once."""
        if not isinstance(member, discord.Member) or member.joined_at is None:
            return
        known, now = (member.guild.id, member.id, member.joined_at), self._parts.clock()
        if known in self._welcomed or now - member.joined_at > LATELY:
            return
        self._welcomed.add(known)
        joining = self._parts.database.write(rewards.joined, *known, now=now)
        is_due = await trying.attempt(joining, "a return", guild=known[0], member=known[1])
        if is_due is None:
            self._welcomed.discard(known)
        elif is_due:
            await self._work_off()

    def duty(self) -> Duty:
        """What the schedule is to do every hour: a pause that goes over by itself tells nobody."""
        return Duty("roles after pauses", HOURLY, self._after_pauses, awaited=False)

    async def _after_pauses(self, _: Turn) -> None:
        if self._gives:
            await self._parts.database.write(rewards.after_pauses, now=self._parts.clock())
            await self._work_off()

    async def _look_anew(self) -> None:
        self._refused.clear()
        await self._work_off()

    async def _work_off(self) -> None:
        """One at a time; what comes meanwhile is looked at in another round."""
        self._is_wanted = True
        if not self._gives or self._is_at_it:
            return
        self._is_at_it = True
        try:
            while self._is_wanted:
                self._is_wanted = False
                await trying.afterwards(self._once(), "roles", 0)
        finally:
            self._is_at_it = False

    async def _once(self) -> None:
        now = self._parts.clock()
        if self._refused and now - self._refused_at >= AGAIN:
            self._refused.clear()
        for due in await self._parts.database.read(rewards.due):
            guild = self._client.get_guild(due.club_id)
            if guild is None or guild.unavailable or due in self._refused:
                continue
            work = self._bring(guild, due)
            if not await trying.afterwards(work, "a role", due.member_id, guild=due.club_id):
                self._refused.add(due)
                self._refused_at = now

    async def _bring(self, guild: discord.Guild, due: Due) -> None:
        parts = self._parts
        wanted = await parts.database.read(rewards.wanted, due, now=parts.clock())
        if wanted.rests_on is not None and not await self._may_tell(wanted.rests_on):
            wanted = wanted.hushed()
        if wanted.earned != wanted.given and not await self._bring_roles(guild, due, wanted):
            return
        await parts.database.write(rewards.done, due)

    async def _may_tell(self, written: Written) -> bool:
        async with asyncio.timeout(rereading.PATIENCE_S):
            return await rereading.may_be_told(self._client, self._parts.calm, written)

    async def _bring_roles(self, guild: discord.Guild, due: Due, wanted: Wanted) -> bool:
        """Whether all is as it should be; False where a role waits for the bot to be allowed to give it."""
        changed = wanted.earned ^ wanted.given
        possible = {
            role_id
            for role_id in changed
            if reach.why_not_given(guild.get_role(role_id), guild.me) is None
        }
        if not possible:
            return False
        try:
            member = await guild.fetch_member(due.member_id)
        except discord.NotFound:
            await self._parts.database.write(rewards.left, due)
            return True
        has = {role.id for role in member.roles}
        for role_id in sorted(possible):
            await self._bring_one(member, due, role_id, has=role_id in has, wanted=wanted)
        return possible == changed

    async def _bring_one(
        self, member: discord.Member, due: Due, role_id: int, *, has: bool, wanted: Wanted
    ) -> None:
        parts, role = self._parts, discord.Object(role_id)
        reason = texts.say("rewards.audit")
        if role_id in wanted.earned:
            if not has:
                await member.add_roles(role, reason=reason)
            await parts.database.write(rewards.given, due, role_id, now=parts.clock())
        else:
            if has:
                await member.remove_roles(role, reason=reason)
            await parts.database.write(rewards.taken, due.club_id, due.member_id, role_id)


async def take_all(client: discord.Client, parts: Parts, member_id: int) -> None:
    """Before somebody is forgotten: the roles they have from the bot go, as far as Discord takes that."""
    for club_id, role_id in await parts.database.read(rewards.all_given, member_id):
        guild = client.get_guild(club_id)
        if guild is not None:
            member = discord.Object(member_id)
            taking = client.http.remove_role(
                club_id, member.id, role_id, reason=texts.say("rewards.audit")
            )
            await trying.attempt(taking, "a role", guild=club_id)
