"""A running club on a simulated Discord: the whole bot, each test with a database of its own."""

import base64
import copy
import shutil
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import discord
import pytest
import pytest_asyncio
import simcord
from simcord import interactions

from bot import logs
from bot.app import create_bot
from bot.db.opening import open_writer
from bot.db.schema import MIGRATIONS
from bot.demo.simulator import World
from bot.render.service import Pictures
from bot.settings import Settings

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one dot."""


@dataclass
class Club:
    """Who and what is there, and what a test does all the time."""

    world: World
    guild: simcord.GuildHandle
    room: simcord.ChannelHandle
    """The run channel, where every message is read."""
    lobby: simcord.ChannelHandle
    """The system channel, which is not read."""
    boss: simcord.MemberActor
    """May manage the server."""
    ana: simcord.MemberActor
    ben: simcord.MemberActor

    @property
    def env(self):
        return self.world.env

    @property
    def wire(self):
        return self.world.wire

    @property
    def bot(self):
        """The bot that runs now; another one after `restart`."""
        return self.world.bot

    async def post(self, member, text, channel=None):
        """Let a member write; returns what the bot wrote because of it, anywhere."""
        return await self.heard(member.send(channel or self.room, text))

    async def heard(self, action):
        """Await any action of a member; returns what the bot wrote because of it, anywhere."""
        before = self.world.post_ids()
        await action
        return self.world.posts(without=before)

    def seen(self, message):
        """The message as it is now, or None when it is gone."""
        return self.world.seen(message)

    def marks(self, message):
        """The reactions on a message as it is now."""
        return [str(reaction.emoji) for reaction in self.seen(message).reactions]

    def claps(self, answer):
        """The number on the 👏 of an answer as it is now, None as long as there is none."""
        return self.seen(answer).components[0].children[0].label

    async def listed(self, member, channel=None, **options):
        """What a member's own list says."""
        return (await member.slash(channel or self.room, "run list", **options)).response.content

    async def rows(self, table="runs"):
        """How many rows a table has."""
        return await self.bot.database.read(
            lambda tx: tx.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        )

    async def figures(self):
        """Metres and seconds of every run that counts, in the order in which they were logged."""
        return await self.bot.database.read(
            lambda tx: [
                tuple(row)
                for row in tx.execute(
                    "SELECT distance_m, duration_s FROM runs WHERE withdrawn_at IS NULL ORDER BY run_id"
                )
            ]
        )

    def letters(self, member):
        """What the bot wrote to a member directly and stays there, oldest first."""
        return [m.content for m in self.world.inbox(member.user) if not m.flags.ephemeral]

    def errors_seen(self):
        """Passes over the errors so far: the simulator fails a test for any that nobody looked at.

        It also notes what was answered with a sentence.
        """
        list(self.env.errors)

    def posts_of(self, member, channel=None):
        """What a member wrote in a channel, the run channel if it is not said, oldest first."""
        return [m for m in (channel or self.room).history() if m.author.id == member.id]

    async def away(self, *actions):
        """Stop the bot, let members act without it, and start it again; returns what it wrote then."""
        before = self.world.post_ids()
        await self.world.go_offline()
        for member, act, *what in actions:
            await getattr(member, act)(*what)
        await self.restart()
        return self.world.posts(without=before)

    async def remove(self, member, run="1", channel=None):
        """Let a member take a run back; returns what they see then."""
        asked = await member.slash(channel or self.room, "run delete", run=run)
        await member.click(asked.response, label="Yes, remove it")
        return asked.response

    async def restart(self):
        """Close the bot and start a new one on the same database."""
        await self.world.restart()

    async def tick(self):
        """Let the bot do all that is due now."""
        await self.world.owned(self.bot.schedule.tick())

    async def travel(self, **span):
        """Let time pass (`days=1, hours=2`), then do what has become due."""
        await self.world.travel(timedelta(**span))
        await self.tick()

    async def until(self, instant, **more):
        """Travel to just after an instant, or so much later; returns what the bot wrote meanwhile."""
        away = instant - self.bot.clock() + timedelta(seconds=5) + timedelta(**more)
        return await self.heard(self.travel(seconds=away.total_seconds()))


@pytest.fixture
def settings(tmp_path):
    """Override this in a test module to start the bot with other settings."""
    return Settings(database=tmp_path / "club.sqlite")


@pytest.fixture(scope="session")
def new_world(tmp_path_factory):
    """Makes worlds around the whole bot, each on a copy of one empty database.

    Otherwise every test would run every migration, which takes longer than most tests do.
    """
    empty = tmp_path_factory.mktemp("empty") / "club.sqlite"
    empty.touch()
    open_writer(empty, MIGRATIONS, before_upgrade=id).close()

    def new(settings):
        settings.database.parent.mkdir(exist_ok=True)
        shutil.copyfile(empty, settings.database)
        return World(lambda: create_bot(settings, clock=discord.utils.utcnow))

    return new


@pytest_asyncio.fixture
async def world(settings, new_world):
    """A Discord in which only the bot exists."""
    world = new_world(settings)
    await world.start()
    yield world
    await world.stop()


@pytest.fixture
def simcord_env(world):
    """Makes simcord's clock the clock of the test, and adds its transcript to a failure."""
    return world.env


@pytest_asyncio.fixture
async def fresh(world, simcord_env):
    """A club that the bot has just joined and in which nobody has set anything."""
    return await _begun(world)


@pytest.fixture
def another(tmp_path, new_world):
    """A function that opens a world of its own, by name, with a club whose run channel is chosen."""

    @asynccontextmanager
    async def begin(name):
        settings = Settings(database=tmp_path / name / "club.sqlite")
        async with new_world(settings) as world:
            club = await _begun(world)
            await club.boss.slash(club.lobby, "club channels", runs=club.room)
            yield club

    return begin


async def _begun(world):
    async with world.joining("Night Owls") as guild:
        lobby = guild.create_text_channel("lobby")
        room = guild.create_text_channel("runs")
        world.set_system_channel(lobby)
        manager = guild.create_role("Boss", permissions=discord.Permissions(manage_guild=True))
        boss = guild.add_member(_person(world, "Boss"), roles=[manager])
        ana, ben = (guild.add_member(_person(world, name)) for name in ("Ana", "Ben"))
    return Club(world, guild, room, lobby, boss, ana, ben)


@pytest_asyncio.fixture
async def club(fresh):
    """A club whose organizer has chosen the run channel."""
    result = await fresh.boss.slash(fresh.lobby, "club channels", runs=fresh.room)
    assert result.acknowledged
    return fresh


@pytest.fixture
async def answer(club):
    """What the bot said to Ana's first run, which has the number 1."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    return answer


@pytest.fixture
async def running(club):
    """A club with runs of Ana and Ben, older and newer ones."""
    await club.post(club.ana, "5k in 24:30")
    await club.travel(days=7)
    await club.post(club.ana, "10k in 52:00")
    await club.post(club.ben, "8 km")
    return club


@pytest.fixture
async def chosen_units(club):
    """Ben counts in kilometres by his own choice, Ana has never said."""
    await club.ben.slash(club.room, "my settings", units="km")


@pytest.fixture(autouse=True)
def as_the_host_reads(caplog):
    """`caplog.text` is what stands in the log, ids included."""
    caplog.handler.setFormatter(logs.formatter("text"))


@pytest.fixture
def undrawn(monkeypatch):
    """No picture is drawn, which takes its time on a busy machine: words alone."""

    async def none(*_):
        return None

    monkeypatch.setattr(Pictures, "png", none)


@pytest.fixture
def forge(monkeypatch):
    """Lets the next presses and commands carry other data, as a tampered client would send it."""
    real = interactions.base_payload

    def forging(**forged):
        def payload(backend, *, data, **rest):
            return real(backend, data={**data, **forged}, **rest)

        monkeypatch.setattr(interactions, "base_payload", payload if forged else real)

    return forging


@pytest.fixture
def drawn_for_real():
    """Ask for this where pictures are to be what members see."""


@pytest.fixture(autouse=True)
def sketched(request, monkeypatch):
    """Lets pictures be drawn in no time, as one dot each; gives the cards that were asked for.

    A drawing waits for another process, and a busy machine may start that later than the simulator waits.
    """
    asked = []

    async def png(_, card):
        asked.append(card)
        return DOT

    if "drawn_for_real" not in request.fixturenames:
        monkeypatch.setattr(Pictures, "png", png)
    return asked


@pytest.fixture
def doubled(world, monkeypatch):
    """Lets Discord deliver every event of one kind twice from now on."""
    backend = world.env.backend
    real = backend.emit

    def doubling(name):
        def emit(event, payload):
            for _ in range(2 if event == name else 1):
                real(event, copy.deepcopy(payload))

        monkeypatch.setattr(backend, "emit", emit)

    return doubling


def _person(world, name):
    return world.env.create_user(name.lower(), global_name=name)
