"""The one place where the parts are wired: settings and a clock in, a bot out."""

import gc
import logging
import sqlite3
from collections.abc import Callable

import discord
from discord.ext import commands

from bot import upkeep
from bot.bests import service as bests
from bot.care import service as care
from bot.care.waiting import Waiting
from bot.challenges import telling
from bot.challenges.brought import brought
from bot.clock import Clock
from bot.clubs import service as clubs
from bot.clubs.listening import Listening
from bot.clubs.model import Defaults
from bot.consistency import service as consistency
from bot.corrections import service as corrections
from bot.corrections.service import Corrections
from bot.corrections.untold import Untold
from bot.db.database import Database
from bot.db.forgotten import Forgotten
from bot.encouragement import service as encouragement
from bot.joys import service as joys
from bot.members import service as members
from bot.members.forget import forget_again
from bot.milestones import service as milestones
from bot.nudges import service as nudges
from bot.parts import Parts
from bot.render.service import Pictures
from bot.rewards import service as rewards
from bot.runs.asking import Asking
from bot.runs.following import Following
from bot.runs.holding import Holding
from bot.runs.listing import RunLists
from bot.runs.mending import Mending
from bot.runs.service import Reaction, RunBook
from bot.runs.viewing import Teller
from bot.schedule.schedule import Schedule
from bot.schedule.waker import start_waking
from bot.settings import Settings
from bot.unasked import service as unasked
from cogs.house import move_in, take_errors

log = logging.getLogger(__name__)

REACTIONS: tuple[Reaction, ...] = (brought, nudges.ran, joys.follow, rewards.follow)
"""What features do and say when a run changed, in this order."""

TELLERS: tuple[Teller, ...] = (milestones.tell, bests.tell, consistency.tell, telling.tell)
"""What features have to say of a run whenever its answer is worded, in this order."""


def create_bot(settings: Settings, *, clock: Clock = discord.utils.utcnow) -> "SecondWind":
    """The whole bot, not yet connected. Its database opens when it logs in and closes with it.

    `clock` gives the present as an aware UTC datetime.
    """
    return SecondWind(settings, clock)


class SecondWind(commands.Bot):
    """The bot: its parts exist from `setup_hook` on."""

    parts: Parts

    def __init__(self, settings: Settings, clock: Clock) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            intents=intents(read_chat=settings.read_chat),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=30,
        )
        self.settings = settings
        self.clock = clock
        self._opened: Database | None = None
        self._pictures = Pictures()
        self._stop_waking: Callable[[], None] | None = None
        take_errors(self.tree)

    @property
    def database(self) -> Database:
        """The open database."""
        return self.parts.database

    @property
    def schedule(self) -> Schedule:
        """What happens by itself."""
        return self.parts.schedule

    async def setup_hook(self) -> None:
        """Opens the database and moves the cogs in; Discord events come only after."""
        self._opened = await Database.open(
            self.settings.database, now=self.clock(), copies=self.settings.backup_folder
        )
        self.parts = await _wire(self.settings, self.clock, self._opened, self._pictures)
        await move_in(self, self.parts)
        await self.tree.sync()

    async def connect(self, *, reconnect: bool = True) -> None:
        """Connects, with the timer that wakes the schedule running meanwhile.

        Raises what discord.Client.connect raises, and discord.GatewayNotFound where Discord's answer to the login was
        the last that was heard of it.
        """
        self._stop_waking = start_waking(self._do_duties, self._send_due)
        # What stands now stays: to look through it again and again would hold the loop for 40 ms each time.
        gc.freeze()
        try:
            await super().connect(reconnect=reconnect)
        except AttributeError as error:  # discord.py 2.7 resumes a session that never was
            if self.ws is not None:
                raise
            raise discord.GatewayNotFound from error.__context__

    # Before it is known which servers are there, a club that came back could be taken for gone.
    async def _do_duties(self) -> None:
        if self.is_ready():
            await self.schedule.do_duties()

    async def _send_due(self) -> None:
        if self.is_ready():
            await self.schedule.send_due()
            self.dispatch("cards_changed")

    async def close(self) -> None:
        """Ends everything; the database last, so that what is under way is saved."""
        if self._stop_waking is not None:
            self._stop_waking()
            self._stop_waking = None
        try:
            await super().close()
        finally:
            await self._pictures.close()
            if self._opened is not None:
                await self._opened.close()


def intents(*, read_chat: bool) -> discord.Intents:
    """Guilds, messages, reactions and direct messages; the text of other messages only with `read_chat`."""
    return discord.Intents(
        guilds=True,
        guild_messages=True,
        dm_messages=True,
        guild_reactions=True,
        message_content=read_chat,
    )


async def _wire(settings: Settings, clock: Clock, database: Database, pictures: Pictures) -> Parts:
    forgotten = Forgotten(settings.database)
    await database.write(forget_again, forgotten)
    await database.fold_log()
    defaults = Defaults(settings.club_zone, settings.club_units)
    lists = RunLists(defaults=defaults)
    book = RunBook(
        reactions=REACTIONS,
        tellers=TELLERS,
        lines=encouragement,
        joys=joys,
        forgotten=forgotten,
        defaults=defaults,
    )
    return Parts(
        settings=settings,
        clock=clock,
        database=database,
        forgotten=forgotten,
        runs=book,
        mending=Mending(book),
        lists=lists,
        following=Following(book),
        asking=Asking(book, defaults=defaults),
        holding=Holding(book, defaults=defaults),
        corrections=Corrections(book, lists, defaults=defaults),
        untold=Untold(await database.read(corrections.untold_members)),
        glad=Untold(await database.read(joys.untold_members, now=clock())),
        listening=await _listening(database),
        schedule=Schedule(database, clock, upkeep.duties(settings, database, clock)),
        waiting=Waiting(await database.read(care.all_due)),
        pictures=pictures,
        unreached=Untold(await database.read(unasked.unreached)),
        defaults=defaults,
    )


async def _listening(database: Database) -> Listening:
    listening = Listening()
    listening.fill(*await database.read(_what_is_read))
    return listening


def _what_is_read(tx: sqlite3.Connection) -> tuple[list[int], list[int]]:
    return clubs.channels_read(tx), members.unread(tx)
