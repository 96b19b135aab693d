"""A world begins when it is told to and does not end quietly over an error."""

import asyncio
from datetime import UTC, datetime

import discord
import pytest

from bot.demo.simulator import World


async def test_a_world_starts_when_it_is_told_to(probe):
    """Ids and clocks begin at the given instant."""
    begin = datetime(2026, 9, 1, 12, tzinfo=UTC)
    async with World(probe, start=begin) as world:
        guild = world.env.create_guild("Club")
        assert discord.utils.utcnow() == begin
        assert guild.create_text_channel("x").id > discord.utils.time_snowflake(begin) - 1


async def test_what_the_bot_left_uncaught_is_raised_at_the_end(probe):
    """A world does not end quietly over an error that nobody looked at."""
    world = World(probe)
    await world.start()

    async def stumble():
        async def fail():
            raise ValueError("stumbled")

        world.kept = asyncio.ensure_future(fail())

    await world.owned(stumble())
    with pytest.raises(ExceptionGroup):
        await world.stop()
