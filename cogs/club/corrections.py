"""`/club run edit|void`, `/club log-for` and `/club history`: what organizers do to others' runs."""

import discord
from discord import app_commands

from bot import texts
from bot.corrections.model import MAX_REASON, History
from bot.corrections.service import LAST
from bot.errors import Refusal
from bot.members import service as members
from bot.parts import Parts
from bot.runs.model import Form, Logged, Post
from cogs import corrected, edge, organizers, router, trying
from cogs.club import choosing
from cogs.edge import Interaction
from cogs.router import Handler, Press
from cogs.runs import answers, changing, picking, wording
from cogs.runs.commands import FIELDS, KIND_CHOICES

Reason = app_commands.Range[str, 1, MAX_REASON]
Name = app_commands.Range[str, 1, 60]


class RunCorrections(app_commands.Group):
    """A member's run that the whole club could see: put right, or taken out of the count."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(name="run", description="Put a member's run right (for organizers)")
        self._parts = parts

    @app_commands.command(description="Put the figures of a run right")
    @app_commands.describe(run="Pick the run", reason="Why; its runner is told", **FIELDS)
    @app_commands.choices(kind=KIND_CHOICES)
    async def edit(
        self,
        interaction: Interaction,
        run: str,
        distance: str | None = None,
        time: str | None = None,
        when: str | None = None,
        kind: str | None = None,
        reason: Reason | None = None,
    ) -> None:
        """Changes what was given, in the run and in its answer."""
        await organizers.admit(interaction)
        guild, number = choosing.server_of(interaction), picking.number(run)
        logged = await edge.write(
            interaction,
            self._parts.corrections.edit,
            guild.id,
            interaction.user.id,
            number,
            Form(distance, time, when, kind),
            reason,
            now=self._parts.clock(),
        )
        told = _told("corrections.edited", logged, number)
        await _done(interaction, logged, told)

    @app_commands.command(description="Take a run out of the count")
    @app_commands.describe(run="Pick the run", reason="Why; its runner is told")
    async def void(self, interaction: Interaction, run: str, reason: Reason) -> None:
        """The run counts nowhere any more; the button brings it back."""
        await organizers.admit(interaction)
        guild, number, parts = choosing.server_of(interaction), picking.number(run), self._parts
        before = await edge.read(
            interaction, parts.lists.seen_by_all, guild.id, number, now=parts.clock()
        )
        logged = await edge.write(
            interaction,
            parts.corrections.void,
            guild.id,
            interaction.user.id,
            number,
            reason,
            now=parts.clock(),
        )
        line = wording.run_line(before, logged.units, logged.today)
        told = texts.say("corrections.voided", run=line, who=_who(logged))
        back = router.button("club:unvoid", number, texts.say("corrections.bring_back"))
        await _done(interaction, logged, told, router.view(back))

    @edit.autocomplete("run")
    @void.autocomplete("run")
    async def _pick(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            await organizers.admit(interaction)
        except Refusal:
            return []
        picks = self._parts.database.read(
            self._parts.lists.picks_of_club,
            interaction.guild_id or 0,
            interaction.user.id,
            picking.chooser(typed),
            typed=typed,
            now=self._parts.clock(),
        )
        return await picking.offered(picks)


@app_commands.command(name="log-for", description="Log a run for somebody who is not on Discord")
@app_commands.describe(guest="Their name", **FIELDS)
@app_commands.choices(kind=KIND_CHOICES)
async def log_for(
    interaction: Interaction,
    guest: Name,
    distance: str | None = None,
    time: str | None = None,
    when: str | None = None,
    kind: str | None = None,
) -> None:
    """Counts a guest's run; a name that was used before is the same guest."""
    await organizers.admit(interaction)
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    post = Post(
        club_id=guild.id,
        club_name=guild.name,
        member_id=0,
        member_name=" ".join(guest.split()),
        source=f"interaction:{interaction.id}",
        posted_at=interaction.created_at,
    )
    logged = await edge.write(
        interaction,
        parts.corrections.log_for,
        post,
        Form(distance, time, when, kind),
        interaction.user.id,
        now=parts.clock(),
    )
    who = corrected.named(logged.post.member_id, post.member_name)
    told = texts.say("corrections.logged_for", who=who, run=wording.told(logged))
    await edge.tell(interaction, told)


@log_for.autocomplete("guest")
async def _known_guests(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    try:
        await organizers.admit(interaction)
    except Refusal:
        return []
    database = edge.parts_of(interaction).database
    guests = await database.read(members.guests_of, interaction.guild_id or 0)
    fitting = sorted(name for name in guests.values() if typed.casefold() in name.casefold())
    return [app_commands.Choice(name=name, value=name) for name in fitting[: picking.SHOWN]]


@app_commands.command(description="What organizers put right, and why")
async def history(interaction: Interaction) -> None:
    """The last corrections, and a button to the older ones."""
    await organizers.admit(interaction)
    found = await _page(interaction)
    await edge.tell(interaction, corrected.history(found), view=_older(found.older))


async def older(interaction: Interaction, press: Press) -> None:
    """The next page of the history."""
    found = await _page(interaction, before=press.number)
    await edge.replace(interaction, corrected.history(found), view=_older(found.older))


async def _page(interaction: Interaction, before: int = LAST) -> History:
    parts = edge.parts_of(interaction)
    return await edge.read(
        interaction,
        parts.corrections.history,
        interaction.guild_id or 0,
        interaction.user.id,
        now=parts.clock(),
        before=before,
    )


async def unvoid(interaction: Interaction, press: Press) -> None:
    """An organizer brings a run back that was taken out."""
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    logged = await edge.write(
        interaction,
        parts.corrections.bring_back,
        guild.id,
        interaction.user.id,
        press.number,
        now=parts.clock(),
    )
    told = _told("corrections.returned", logged, press.number)
    parts.untold.add(logged.post.member_id)
    await edge.replace(interaction, told, view=None)
    await answers.come_back(parts, interaction.client, logged)


HANDLERS: dict[str, Handler] = {"club:older": older, "club:unvoid": unvoid}


async def _done(
    interaction: Interaction,
    logged: Logged,
    told: str,
    view: discord.ui.View = discord.utils.MISSING,
) -> None:
    """Tells the organizer, has the runner told, and brings the answer in chat up to date."""
    parts = edge.parts_of(interaction)
    await trying.attempt(edge.tell(interaction, told, view=view), "telling of a correction")
    parts.untold.add(logged.post.member_id)
    await answers.refresh(parts, interaction.client, logged)


def _told(key: str, logged: Logged, run_id: int) -> str:
    return texts.say(key, run=changing.named(logged, run_id), who=_who(logged))


def _who(logged: Logged) -> str:
    return corrected.named(logged.post.member_id, texts.say("corrections.guest"))


def _older(before: int | None) -> discord.ui.View:
    if before is None:
        return router.view()
    return router.view(router.button("club:older", before, texts.say("corrections.older")))
