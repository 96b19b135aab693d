"""The club of the demo: twelve people on a simulated server, and ten weeks of running behind them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import discord
import simcord

from bot.app import SecondWind
from bot.demo.page import AVATAR
from bot.demo.people import SHY, WEEKS, Said, everybody, plan
from bot.demo.simulator import World

Stage = World[SecondWind]

NAME = "Riverside Runners"
ORGANIZER = "Ana"
ZONE = ZoneInfo("Europe/London")
SHOWN = timedelta(days=10)
"""What is younger stands in the shown channel with its answers; the page slows down with more."""
CLAPS = "kudos:give:"


@dataclass(frozen=True, slots=True)
class Club:
    """The server, its channels, and its members by name."""

    world: Stage
    guild: simcord.GuildHandle
    lobby: simcord.ChannelHandle
    archive: simcord.ChannelHandle
    """Where the club wrote its runs until ten days ago."""
    runs: simcord.ChannelHandle
    members: dict[str, simcord.MemberActor]

    @property
    def organizer(self) -> simcord.MemberActor:
        """The one whose server it is."""
        return self.members[ORGANIZER]


def beginning(now: datetime) -> datetime:
    """The instant at which the world has to start for its history to end at `now`."""
    return now - timedelta(weeks=WEEKS, days=1)


async def found(world: Stage, random: Random, now: datetime, *, weeks: int = WEEKS) -> Club:
    """Builds the server and lives through its weeks, at most ten."""
    club = await _gather(world)
    said = plan(random, now, ZONE, weeks=weeks)
    await club.members[SHY.name].slash(club.lobby, "my settings", named=False)
    await _set(club, "club settings", zone=ZONE.key)
    await _live_through(club, random, said, shown_from=now - SHOWN)
    world.skip(now - world.env.now())
    return club


async def _live_through(
    club: Club, random: Random, said: list[Said], *, shown_from: datetime
) -> None:
    """The older weeks in the archive, with ✅ alone; the newest days in the shown channel."""
    await _write_in(club, club.archive, replies="reaction")
    for message in (s for s in said if s.at < shown_from):
        await _say(club, club.archive, message)
    await _write_in(club, club.runs, replies="short")
    for message in (s for s in said if s.at >= shown_from):
        await _say(club, club.runs, message)
        await _applaud(club, random, message)


async def _gather(world: Stage) -> Club:
    people = {
        runner.name: world.env.create_user(
            runner.name.lower(), global_name=runner.name, avatar=AVATAR
        )
        for runner in everybody()
    }
    async with world.joining(NAME, owner=people[ORGANIZER]) as guild:
        lobby = guild.create_text_channel("lobby", topic="Say hello")
        archive = guild.create_text_channel("runs-archive")
        runs = guild.create_text_channel(
            "runs", topic="Post a run and it counts · type / for commands"
        )
        world.set_system_channel(lobby)
        members = {name: guild.add_member(user) for name, user in people.items()}
    return Club(world, guild, lobby, archive, runs, members)


async def _write_in(club: Club, channel: simcord.ChannelHandle, *, replies: str) -> None:
    await _set(club, "club settings", replies=replies)
    await _set(club, "club channels", runs=channel)


async def _set(club: Club, command: str, **options: object) -> None:
    await club.organizer.slash(club.lobby, command, **options)


async def _say(club: Club, channel: simcord.ChannelHandle, message: Said) -> None:
    club.world.skip(max(message.at - club.world.env.now(), timedelta()))
    member = club.members[message.name]
    if not message.private:
        await member.send(channel, message.text)
    elif channel is club.runs:
        await member.send_dm(message.text)
    else:
        distance, _, time = message.text.partition(" in ")
        await member.slash(club.lobby, "run log", distance=distance, time=time, private=True)


async def _applaud(club: Club, random: Random, message: Said) -> None:
    """A few others press 👏 in the minutes after."""
    answer = club.world.newest(club.runs)
    button = _clap_of(answer)
    if not message.is_run or message.private or button is None:
        return
    others = [member for name, member in club.members.items() if name != message.name]
    for member in random.sample(others, random.choice((0, 1, 1, 2, 2, 3, 4))):
        club.world.skip(timedelta(seconds=random.randrange(5, 90)))
        await member.click(answer, custom_id=button)


def _clap_of(answer: discord.Message) -> str | None:
    rows = (row.children for row in answer.components if isinstance(row, discord.ActionRow))
    ids = (getattr(item, "custom_id", None) or "" for row in rows for item in row)
    return next((found for found in ids if found.startswith(CLAPS)), None)
