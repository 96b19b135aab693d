"""`/club recap set`, `preview` and `now`, for organizers."""

import discord
from discord import app_commands
from discord.abc import Messageable
from discord.utils import MISSING

from bot import texts
from bot.almanac import time_of_day
from bot.clubs.model import Club
from bot.clubs.refusals import NotPosted, TimeOfDayUnread
from bot.recaps import service as recaps
from bot.recaps.model import CHOICES, EMPTY, Choice, Recap, RecapWishes
from bot.recaps.refusals import NowhereToPost
from bot.texts import figures
from cogs import edge, organizers, trying
from cogs.club import choosing, following
from cogs.edge import Interaction
from cogs.recaps import posting

recap = app_commands.Group(name="recap", description="The club's recaps: when they come, and now")


@recap.command(name="set", description="Day, time, what comes with it; or see how it is")
@app_commands.describe(
    day="The weekday on which the week that ended is told",
    time="Such as 08:00, in the club's zone",
    active="Whether recaps come at all",
    kinds="What comes beside the weekly one",
    quiet_week="What is posted for a week without any run",
)
@app_commands.choices(
    day=[
        app_commands.Choice(name=figures.weekday(number), value=str(number)) for number in range(7)
    ],
    kinds=[
        app_commands.Choice(name=texts.say(f"recaps.choice_{kinds}"), value=kinds)
        for kinds in CHOICES
    ],
    quiet_week=[
        app_commands.Choice(name=texts.say(f"recaps.choice_{empty}"), value=empty)
        for empty in EMPTY
    ],
)
async def set_(
    interaction: Interaction,
    day: str | None = None,
    time: str | None = None,
    active: bool | None = None,
    kinds: str | None = None,
    quiet_week: str | None = None,
) -> None:
    """Saves what was given, and shows everything."""
    await organizers.admit(interaction)
    at = time_of_day(time) if time is not None else None
    if time is not None and at is None:
        raise TimeOfDayUnread(time)
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    choice = await edge.write(
        interaction,
        recaps.choose,
        guild.id,
        guild.name,
        RecapWishes(int(day) if day else None, at, active, kinds, quiet_week),
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await following.follow_week(interaction)
    club = await choosing.club_of(interaction)
    await edge.tell(interaction, _settings(club, guild, choice))


@recap.command(description="See the recap exactly as it would be posted; only you see it")
@app_commands.describe(week="last, this, or any day in the week, such as 12 Nov")
async def preview(interaction: Interaction, week: str = "last") -> None:
    """The words, and under them where they would stand."""
    club = await organizers.admit(interaction)
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    found = await edge.read(
        interaction, recaps.week, guild.id, week, now=parts.clock(), defaults=parts.defaults
    )
    heeding = posting.heeded(interaction.client, parts, found)
    found = await edge.in_time(interaction, heeding)
    place = posting.place_of(guild, recaps.places(club))
    where = (
        texts.say("recaps.preview_where", channel=f"<#{getattr(place, 'id', 0)}>")
        if place
        else texts.say("recaps.preview_nowhere")
    )
    if not found.is_empty and not interaction.response.is_done():  # drawing takes its time
        await interaction.response.defer(ephemeral=True, thinking=True)
    file = await posting.file(parts, found) or MISSING
    await edge.tell(interaction, f"{posting.told(found)}\n{where}", file=file)


@recap.command(description="Post the recap of the week that ended last right now")
async def now(interaction: Interaction) -> None:
    """For everybody, where recaps are posted; where that week's was still to come, this is the one.

    Raises NowhereToPost, RecapUnderWay and NotPosted.
    """
    club = await organizers.admit(interaction)
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    place = posting.place_of(guild, recaps.places(club))
    if place is None:
        raise NowhereToPost
    if not interaction.response.is_done():
        await interaction.response.defer(ephemeral=True)  # posting may have to wait for Discord
    found, occurrence = await edge.write(
        interaction,
        recaps.now_told,
        guild.id,
        guild.name,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    found = await posting.heeded(interaction.client, parts, found)
    if occurrence is None:
        said = await _posted(interaction, place, found)
    else:
        said = await posting.settle(parts, place, found, occurrence)
    await edge.tell(interaction, said)


async def _posted(interaction: Interaction, place: Messageable, found: Recap) -> str:
    """Posts a week whose own recap was there before. Raises NotPosted."""
    parts = edge.parts_of(interaction)

    async def post() -> discord.Message:
        return await place.send(
            posting.told(found),
            view=posting.look_button(found),
            file=await posting.file(parts, found, place) or MISSING,
            nonce=trying.nonce(f"recap:{interaction.id}"),
        )

    sent, _ = await trying.insisted(post, "a recap on demand", guild=interaction.guild_id)
    if sent is None:
        raise NotPosted
    await posting.note(parts, interaction.guild_id or 0, sent, found)
    return texts.say("recaps.posted", channel=f"<#{sent.channel.id}>")


def _settings(club: Club, guild: discord.Guild, choice: Choice) -> str:
    place = posting.place_of(guild, recaps.places(club))
    active = texts.say(
        "recaps.active_yes" if choice.active else "recaps.active_no",
        day=figures.weekday(choice.weekday),
        time=choice.at.strftime("%H:%M"),
        zone=club.zone,
    )
    return texts.say(
        "recaps.settings",
        active=active,
        kinds=texts.say(f"recaps.kinds_{choice.kinds}"),
        empty=texts.say(f"recaps.empty_{choice.empty}"),
        channel=f"<#{getattr(place, 'id', 0)}>" if place else texts.say("recaps.no_channel"),
    )
