"""Direct messages: private logging, for the one club that is meant."""

import asyncio
from collections.abc import Iterator

import discord
from discord.ext import commands

from bot import texts
from bot.care import service as hard_hours
from bot.clubs.model import UNITS
from bot.members import service as members
from bot.messages.model import is_followed, message_source
from bot.parts import Parts
from bot.questions import service as asked
from bot.questions.model import DOUBT
from bot.runs import counted
from bot.runs.model import Post
from bot.runs.parse import Reading, parse
from bot.runs.refusals import Questionable
from bot.texts import clean
from cogs import care, edge, router, trying
from cogs.edge import Interaction
from cogs.router import Press
from cogs.runs import answers
from cogs.runs.posting import post_of
from cogs.runs.questions import Questions

LOOKED_UP = 25
"""In how many servers a member whom no club knows yet is looked for."""

AT_ONCE = 5
"""So many of these look-ups are under way at the same moment."""

SharedClub = tuple[int, str]


async def clubs_shared(client: discord.Client, parts: Parts, member_id: int) -> list[SharedClub]:
    """Id and name of the clubs that the member shares with the bot: those where they acted, else the servers."""
    known = await parts.database.read(members.clubs_of, member_id)
    if known:
        return known
    guilds, turn = client.guilds[:LOOKED_UP], asyncio.Semaphore(AT_ONCE)

    async def is_shared(guild: discord.Guild) -> bool:
        async with turn:
            return await _is_in(guild, member_id)

    found = await asyncio.gather(*map(is_shared, guilds))
    return [(guild.id, guild.name) for guild, is_in in zip(guilds, found, strict=True) if is_in]


async def club_shared(
    client: discord.Client, parts: Parts, member_id: int, club_id: int
) -> SharedClub | None:
    """That club, if the member shares it with the bot."""
    known = dict(await parts.database.read(members.clubs_of, member_id))
    if club_id in known:
        return club_id, known[club_id]
    guild = client.get_guild(club_id)
    return (guild.id, guild.name) if guild and await _is_in(guild, member_id) else None


async def _is_in(guild: discord.Guild, member_id: int) -> bool:
    try:
        await guild.fetch_member(member_id)
    except (discord.NotFound, discord.Forbidden):
        return False
    return True


def club_buttons(shared: list[SharedClub]) -> discord.ui.View:
    """A button for each club, as many as a message holds."""
    return router.view(
        *(router.button("run:club", club_id, name[:80]) for club_id, name in shared[:25])
    )


class Direct:
    """Takes direct messages, and answers the question which club they are for."""

    def __init__(self, client: commands.Bot, parts: Parts, questions: Questions) -> None:
        self._client = client
        self._parts = parts
        self._questions = questions

    async def take(self, message: discord.Message) -> None:
        """Logs what a direct message surely tells of, and asks about the rest of what may count.

        Whoever writes to the bot is never left without an answer.
        """
        if not _may_count(message):
            await self._tell_unread(message)
            return
        club = await self._club_meant(message)
        if club is not None and not await self._log_or_ask(message, club):
            await self._tell_unread(message)

    async def _tell_unread(self, message: discord.Message) -> None:
        """That no run was found; to words of crisis nobody answers with an example of a run."""
        if not await self._hear(message):
            await reply(message, texts.say("runs.dm_not_read"))

    async def _hear(self, message: discord.Message) -> bool:
        """Whether a message has words of crisis, to which help is offered."""
        hearing = self._parts.database.write(
            hard_hours.heard, message.author.id, message.content, now=self._parts.clock()
        )
        if not await trying.attempt(hearing, "hearing a message", message=message.id):
            return False
        await care.offer(self._parts, message)
        return True

    async def take_edited(self, message: discord.Message) -> None:
        """A direct message that told of no run as it was first written, and may tell of one now."""
        now = self._parts.clock()
        if not is_followed(message.created_at, now):
            return
        club = await self._club_meant(message) if _may_count(message) else None
        if club is None or not await self._log_or_ask(message, club):
            await self._parts.database.write(asked.close_of, message.id, now=now)
            await self._hear(message)
        await self._questions.tidy_up()

    async def take_emptied(self, message: discord.Message, post: Post) -> None:
        """An edited direct message that counted and surely tells of no run now: it is asked about, or heard."""
        if not await self._ask_in_doubt(message, post):
            await self._hear(message)

    async def take_late(self, message: discord.Message, club: SharedClub) -> None:
        """A direct message that came while the bot was away: a run of it counts, and nothing else is said."""
        source = message_source(message.id, message.author.id)
        if not tells_of_a_run(message):
            return
        if not await self._parts.database.read(counted.is_counted, club[0], source):
            await self._log(message, club)

    async def _club_meant(self, message: discord.Message) -> SharedClub | None:
        """The club a direct message is for; asks when there are several, says so when there is none."""
        shared = await clubs_shared(self._client, self._parts, message.author.id)
        if len(shared) == 1:
            return shared[0]
        if not shared:
            await reply(message, texts.say("runs.dm_no_club"))
            return None
        chosen = await self._parts.database.read(members.preferences_of, message.author.id)
        home = [club for club in shared if club[0] == chosen.home_club_id]
        if not home:
            await reply(message, texts.say("runs.dm_which_club"), view=club_buttons(shared))
        return home[0] if home else None

    async def choose_club(self, interaction: Interaction, press: Press) -> None:
        """Remembers the club and logs the message that the question was about."""
        member_id, now = interaction.user.id, self._parts.clock()
        club = await club_shared(self._client, self._parts, member_id, press.number)
        if club is None or interaction.guild_id is not None:
            await edge.tell(interaction, texts.say("runs.dm_no_club"))
            return
        await edge.write(interaction, members.choose, member_id, home_club_id=club[0], now=now)
        chosen = texts.say("runs.dm_club_chosen", club=clean.words(club[1]))
        await trying.attempt(edge.replace(interaction, chosen, view=None), "telling of a choice")
        message = await _asked_about(interaction)
        if message is not None and not await self._log_or_ask(message, club):
            await edge.tell(interaction, texts.say("runs.dm_not_read"))

    async def _log_or_ask(self, message: discord.Message, club: SharedClub) -> bool:
        """As `_log`; what is in doubt is asked about, in words, since here they disturb nobody."""
        if await self._log(message, club):
            return True
        post = post_of(message, club_id=club[0], club_name=club[1], private=True)
        return await self._ask_in_doubt(message, post)

    async def _ask_in_doubt(self, message: discord.Message, post: Post) -> bool:
        """Whether it may tell of a run, which is asked then."""
        if not await self._parts.database.read(self._parts.runs.is_doubtful, post, message.content):
            return False
        await self._questions.ask(message, post, DOUBT)
        return True

    async def _log(self, message: discord.Message, club: SharedClub) -> bool:
        """Logs a message as it reads now, or asks about it; False when it tells of no run."""
        post = post_of(message, club_id=club[0], club_name=club[1], private=True)
        try:
            logged = await self._parts.database.write(
                self._parts.following.by_hand, post, message.content, now=self._parts.clock()
            )
        except Questionable as doubt:
            await self._questions.ask(message, post, doubt)
            return True
        if logged is None:
            return False
        answering = answers.answer_message(self._client, self._parts, message, logged)
        await trying.afterwards(answering, "an answer", message.id, member=message.author.id)
        return True


async def _asked_about(interaction: Interaction) -> discord.Message | None:
    """The presser's own message under which the question stands, if it is still there."""
    question = interaction.message
    if question is None or question.reference is None or not question.reference.message_id:
        return None
    reading = question.channel.fetch_message(question.reference.message_id)
    message = await trying.attempt(reading, "reading a message")
    return message if message and message.author.id == interaction.user.id else None


async def reply(
    message: discord.Message, content: str, view: discord.ui.View | None = None
) -> None:
    """One sentence below a message, however often that comes in."""
    call = message.channel.send(
        content,
        reference=message.to_reference(fail_if_not_exists=False),
        nonce=trying.nonce(f"reply:{message.id}"),
        view=view or discord.utils.MISSING,
    )
    await trying.attempt(call, "a reply", message=message.id)


def tells_of_a_run(message: discord.Message) -> bool:
    """Whether it surely tells of a run for somebody, whichever units its author counts in."""
    return any(reading.is_run for reading in _readings(message))


def _may_count(message: discord.Message) -> bool:
    """Whether it tells of a run or of helping out, surely or not."""
    return any(reading.runs for reading in _readings(message))


def _readings(message: discord.Message) -> Iterator[Reading]:
    for units in UNITS:
        yield parse(message.content, now=message.created_at, units=units)
