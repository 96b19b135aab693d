"""`/challenge list`, `show`, `join` and `leave`, for everybody."""

import re
from collections.abc import Iterable, Sequence

from discord import app_commands
from discord.ext import commands

from bot.challenges import standing
from bot.challenges.model import Challenge, Listed
from bot.parts import Parts
from cogs import edge, trying
from cogs.challenges import drawing, figures, members, wording
from cogs.challenges.forms import say
from cogs.club import choosing
from cogs.edge import Interaction

PICKED = 25
"""What Discord shows at once."""
LABEL = 100


LIST_FITS = 1900
"""Leaves room in a message for the line that says how many more there are."""


@app_commands.guild_only()
class ChallengeCommands(
    commands.GroupCog, name="challenge", description="What the club runs for together"
):
    """The commands of whoever takes part, or looks."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts

    @app_commands.command(name="list", description="What is on, and how you stand")
    async def list_(self, interaction: Interaction) -> None:
        """Every challenge that is announced, running or just over, in private."""
        club = await choosing.club_of(interaction)
        found = await _listing(interaction)
        if not found:
            await edge.tell(interaction, say("list_none"))
            return
        await edge.tell(interaction, _told([_row(listed, club.units) for listed in found]))

    @app_commands.command(description="Shows a challenge to everybody here")
    @app_commands.describe(challenge="Pick the challenge")
    async def show(self, interaction: Interaction, challenge: str) -> None:
        """The card as it is now, with its buttons."""
        parts, club_id = self._parts, interaction.guild_id or 0
        shown = await edge.read(
            interaction, standing.show, club_id, number_in(challenge), now=parts.clock()
        )
        if shown.challenge.state == "draft":
            await edge.tell(interaction, say("list_none"))
            return
        attach = drawing.may_attach(interaction.guild, interaction.channel_id)
        drawn = await drawing.drawn(self._parts, shown, attach=attach, at_once=True)
        if interaction.response.is_done():
            await edge.tell(interaction, **drawn.sent())
        else:
            await interaction.response.send_message(**drawn.sent())

    @app_commands.command(description="Take part in a challenge")
    @app_commands.describe(challenge="Pick the challenge")
    async def join(self, interaction: Interaction, challenge: str) -> None:
        """The same as *Join* on its card."""
        await members.joining(interaction, number_in(challenge))

    @app_commands.command(description="Leave a challenge; your runs stay yours")
    @app_commands.describe(challenge="Pick the challenge")
    async def leave(self, interaction: Interaction, challenge: str) -> None:
        """The same as *Leave* on its card."""
        await members.leave(interaction, number_in(challenge))

    @show.autocomplete("challenge")
    @join.autocomplete("challenge")
    @leave.autocomplete("challenge")
    async def _pick(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        found = await trying.attempt(_listing(interaction), "a picker", member=interaction.user.id)
        return choices((listed.challenge for listed in found or ()), typed)


def choices(found: Iterable[Challenge], typed: str) -> list[app_commands.Choice[str]]:
    """Challenges to pick from by name; the value is the number, which nobody needs to see."""
    fitting = [one for one in found if typed.casefold() in one.name.casefold()]
    return [
        app_commands.Choice(name=one.name[:LABEL], value=str(one.challenge_id))
        for one in fitting[:PICKED]
    ]


def number_in(typed: str) -> int:
    """What the picker filled in; anything else typed by hand is no challenge."""
    return int(typed) if re.fullmatch(r"[0-9]{1,18}", typed) else 0


async def _listing(interaction: Interaction) -> tuple[Listed, ...]:
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    return await edge.read(
        interaction, standing.listing, club_id or 0, member_id, now=parts.clock()
    )


def _told(rows: Sequence[str]) -> str:
    """As many rows as one message holds, and how many there are beside."""
    told, left = say("list_title"), list(rows)
    while left and len(told) + len(left[0]) < LIST_FITS:
        told = f"{told}\n{left.pop(0)}"
    return f"{told}\n{say('list_more', count=len(left))}" if left else told


def _row(listed: Listed, units: str) -> str:
    challenge = listed.challenge
    unit = wording.unit(challenge)
    begins = listed.phase == "announced"
    day = challenge.first if begins else challenge.last
    return say(
        "list_row_joined" if listed.joined else "list_row",
        name=wording.name(challenge),
        figures=figures.amount(listed.counted, unit, units),
        own=figures.amount(listed.own, unit, units),
        time=say(
            "list_from" if begins else "list_until", day=figures.day(day, today=challenge.first)
        ),
    )
