"""`/board`: what the club did together; ranked only where an organizer turned that on."""

from discord import app_commands
from discord.ext import commands

from bot import texts
from bot.boards import service
from bot.boards.model import METRICS, SHOWN, Board, Place
from bot.clubs.refusals import NotPosted
from bot.runs.model import PERIODS
from bot.texts import clean, figures
from cogs import edge, trying
from cogs.corrected import named
from cogs.edge import Interaction

NAME_LIMIT = 60


class BoardCommand(commands.Cog):
    """The board, for everybody to see."""

    @app_commands.command(description="What we ran together")
    @app_commands.guild_only()
    @app_commands.describe(period="Which time", metric="What a ranking goes by, where there is one")
    @app_commands.choices(
        period=[
            app_commands.Choice(name=texts.say(f"runs.period_{one}"), value=one) for one in PERIODS
        ],
        metric=[
            app_commands.Choice(name=texts.say(f"boards.metric_{one}"), value=one)
            for one in METRICS
        ],
    )
    async def board(
        self, interaction: Interaction, period: str = "week", metric: str = "distance"
    ) -> None:
        """Answers in the channel."""
        parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
        found = await edge.read(
            interaction,
            service.board,
            club_id or 0,
            member_id,
            period=period,
            metric=metric,
            now=parts.clock(),
            defaults=parts.defaults,
        )
        club_name = interaction.guild.name if interaction.guild else ""
        content = wording(found, club_name)
        if interaction.response.is_done():
            await edge.tell(interaction, content)
        else:
            message_id = await _said(interaction, content)
            ranked = [place.standing.member_id for place in found.places]
            if ranked:
                channel_id = interaction.channel_id or 0
                await edge.note_names(interaction, ranked, channel_id, message_id)


async def _said(interaction: Interaction, content: str) -> int:
    """The id of the message that says it. Raises NotPosted."""
    call = interaction.response.send_message(content)
    sent = await trying.attempt(call, "a board", guild=interaction.guild_id)
    if sent is not None and sent.message_id is not None:
        return sent.message_id
    # Only the word of it may have been lost on the way.
    found = await trying.attempt(interaction.original_response(), "finding a board")
    if found is None:
        raise NotPosted
    return found.id


def wording(found: Board, club_name: str) -> str:
    """The board in words."""
    title = texts.say(
        "boards.title",
        club=clean.words(club_name, NAME_LIMIT),
        period=texts.say(f"runs.period_{found.period}"),
    )
    if not found.together.sums.runs:
        return f"{title}\n{texts.say('boards.nothing')}"
    return "\n".join([title, *_together(found), *_ranking(found)])


def _together(found: Board) -> list[str]:
    """What is known of all runs; without distances or times these are left out."""
    sums, units = found.together.sums, found.units
    distance = texts.say("boards.distance", distance=figures.distance(sums.distance, units))
    time = texts.say("boards.time", time=figures.hours(sums.time))
    told = [
        distance if sums.distance else "",
        _counted("runs", sums.runs),
        time if sums.time else "",
    ]
    people = found.together.people
    who = texts.say("boards.people_one" if people == 1 else "boards.people_many", people=people)
    days = _counted("days", sums.days)
    return [texts.say("boards.together", figures="".join(told), people=who, days=days)]


def _ranking(found: Board) -> list[str]:
    if not found.places:
        return []
    lines = [texts.say("boards.ranked", metric=texts.say(f"boards.metric_{found.metric}"))]
    for number, place in enumerate(found.places):
        if number == SHOWN // 2 and len(found.places) < found.ranked and number < place.rank - 1:
            lines.append(texts.say("boards.gap"))
        lines.append(_place(place, found))
    return lines


def _place(place: Place, found: Board) -> str:
    return texts.say(
        "boards.place",
        rank=place.rank,
        who=named(place.standing.member_id, found.names[place.standing.member_id]),
        figure=_figure(place.standing.value, found),
    )


def _figure(value: int, found: Board) -> str:
    if found.metric == "distance":
        return figures.distance(value, found.units)
    if found.metric == "time":
        return figures.duration(value)
    return _counted(found.metric, value)


def _counted(metric: str, value: int) -> str:
    """ "one run", "3 active days"."""
    return texts.say(f"boards.{metric}_one" if value == 1 else f"boards.{metric}_many", count=value)
