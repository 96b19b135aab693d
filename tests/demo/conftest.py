"""A probe bot for the simulator's own tests: it does one thing per word it hears."""

import discord
import pytest
import pytest_asyncio
from discord import app_commands
from discord.ext import commands

from bot.demo.simulator import World


class Probe(commands.Bot):
    def __init__(self):
        intents = discord.Intents.default()
        intents.message_content = True
        super().__init__("!", intents=intents)
        self.failures: list[Exception] = []
        self.joined: list[str] = []
        self.locales: list[str] = []
        self.card: discord.Message | None = None
        self.closed = False

    async def setup_hook(self):
        self.tree.add_command(app_commands.Command(name="tongue", description="x", callback=tongue))
        await self.tree.sync()

    async def on_guild_join(self, guild):
        self.joined.append(guild.name)
        await guild.system_channel.send("hello")

    async def on_message(self, message):
        if message.author.bot:
            return
        try:
            await self.obey(message)
        except (discord.HTTPException, discord.RateLimited) as error:
            self.failures.append(error)

    async def obey(self, message):
        word, _, rest = message.content.partition(" ")
        match word:
            case "say":
                self.card = await message.channel.send(rest, nonce=rest)
            case "edit":
                await self.card.edit(content=rest)
            case "tick":
                await message.add_reaction("✅")
            case "whisper":
                await message.author.send(rest)

    async def close(self):
        self.closed = True
        await super().close()


async def tongue(interaction: discord.Interaction):
    interaction.client.locales.append(str(interaction.locale))
    await interaction.response.send_message("ok", ephemeral=True)


@pytest.fixture
def probe():
    """The class of the bot, to build worlds by hand."""
    return Probe


@pytest_asyncio.fixture
async def world():
    world = World(Probe)
    await world.start()
    guild = world.env.create_guild("Club")
    world.room = guild.create_text_channel("room")
    world.ana = guild.add_member(world.env.create_user("ana"))
    yield world
    await world.stop()


@pytest.fixture
def simcord_env(world):
    """Makes simcord's clock the clock of the test."""
    return world.env
