"""Moving through time: the /demo commands, which exist in the demo only, and the traveller behind them."""

import sqlite3
from collections import deque
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import discord
from discord import app_commands

from bot import almanac
from bot.app import SecondWind
from bot.demo.club import Stage
from bot.schedule import duties, ledger

FAR = timedelta(weeks=1)
MORNING = time(8)
SETTLED = timedelta(seconds=20)
"""Within it a card that waits to be drawn anew is drawn, which may plan what is due at once."""
LETTERS = 10
LETTER_ROOM = 600
ROOM = 2000
"""Characters that Discord takes in one message."""

DONE = {
    "backup": "made a backup and checked it",
    "tidy": "cleared away what was taken back long ago",
    "recap corrections": "looked whether what it told is still true",
    "weekly recap": "told the club its week",
    "monthly recap": "told the club its month",
    "yearly recap": "wrote the club a letter from its year",
    "personal recap": "told members their own week",
    "personal letter": "wrote members a letter from their year",
    "monday miles": "invited everybody to share plans for the week",
    "calls for cheers": "looked after calls for cheers",
    "motivation_dm": "sent words of motivation",
    "motivation_channel": "posted words of motivation",
    "nudge": "wrote a kind line to members for whom it got quiet",
    "did_you_go": "asked whether somebody went, as they had wished",
    "cheers_back": "brought cheers to whoever had asked for some",
    "question of the day": "asked the club a question",
    "personal month": "told members their own month",
    "challenge_start": "opened a challenge",
    "challenge_mark": "told how far a challenge has come",
    "challenge_news": "told what changed in a challenge",
    "challenge_last_day": "told of a challenge's last day",
    "challenge_end": "closed a challenge with thanks",
    "missing marks": "looked for runs without their ✅",
    "roles after pauses": "looked after roles",
}
"""What the bot did, in words, for every kind of thing that comes on its own."""

Interaction = discord.Interaction[Any]


class Traveller:
    """Takes wishes for time to move, from commands, and fulfils them, from outside the bot.

    The simulated world does not let the bot itself move time.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._wishes: deque[int] = deque()

    def wish(self, channel_id: int) -> None:
        """Move on one step soon, and say so in this channel."""
        self._wishes.append(channel_id)

    async def keep_up(self, world: Stage) -> None:
        """Do what is due by now, then go where somebody wished to go."""
        await self._do_what_is_due(world)
        while self._wishes:
            await self._go_on(world, self._wishes.popleft())

    async def next_stop(self, bot: SecondWind, now: datetime) -> datetime:
        """The next due instant, or the next morning where nothing is due within a week."""
        due = await bot.schedule.next_due()
        if now < due <= now + FAR:
            return due
        local = now.astimezone(self._zone)
        day = local.date() + timedelta(days=local.time() >= MORNING)
        return almanac.wall_to_instant(datetime.combine(day, MORNING), self._zone)

    def worded(self, instant: datetime) -> str:
        """A date and a time of day as the club sees them."""
        local = instant.astimezone(self._zone)
        return f"{local:%A} {local.day} {local:%B}, {local:%H:%M}"

    async def _go_on(self, world: Stage, channel_id: int) -> None:
        written = world.post_ids()
        await self._to_next_stop(world)
        done = await self._do_what_is_due(world)
        fresh = len(world.post_ids() - written)
        report = f"⏩ It is {self.worded(world.env.now())} now. {_happened(done, fresh)}"
        channel = world.bot.get_partial_messageable(channel_id)
        await world.owned(channel.send(report))

    async def _to_next_stop(self, world: Stage) -> None:
        start = world.env.now()
        first = await self.next_stop(world.bot, start) - start
        await world.travel(min(first, SETTLED))
        rest = await self.next_stop(world.bot, start) - world.env.now()
        if rest > timedelta():
            await world.travel(rest)

    async def _do_what_is_due(self, world: Stage) -> list[str]:
        now = world.env.now()
        if await world.bot.schedule.next_due() > now:
            return []
        await world.owned(world.bot.schedule.tick())
        return await world.bot.database.read(_done_since, now)


def _done_since(tx: sqlite3.Connection, instant: datetime) -> list[str]:
    return [*ledger.sent_since(tx, instant), *duties.done_since(tx, instant)]


def _happened(done: list[str], written: int) -> str:
    acts = [DONE[kind] for kind in dict.fromkeys(done)]
    if written:
        acts.append("wrote a message" if written == 1 else f"wrote {written} messages")
    if not acts:
        return "Nothing was due on the way."
    *others, last = acts
    return f"Second Wind {', '.join(others)}{' and ' if others else ''}{last}."


def commands_of(traveller: Traveller) -> app_commands.Group:
    """The group /demo; never part of the bot that serves a real server."""
    group = app_commands.Group(name="demo", description="Only here: move time, read your letters")

    @group.command(description="Move time on to the next thing that is due")
    async def forward(interaction: Interaction) -> None:
        traveller.wish(interaction.channel_id or 0)
        # What is due already is done first and may plan something nearer, so no instant is promised.
        await interaction.response.send_message("On the way to what is due next …", ephemeral=True)

    @group.command(description="Read what the bot wrote to you in private")
    async def inbox(interaction: Interaction) -> None:
        letters = await _letters(interaction)
        await interaction.response.send_message(_opened(letters), ephemeral=True)

    return group


async def _letters(interaction: Interaction) -> list[discord.Message]:
    channel = await interaction.user.create_dm()
    found = [m async for m in channel.history(limit=50) if m.author == interaction.client.user]
    return found[:LETTERS]


def _opened(letters: list[discord.Message]) -> str:
    """The newest letters that one message has room for, oldest first; `letters` begin with the newest."""
    if not letters:
        return "Your inbox is empty: the bot writes in private only to those who asked for it."
    opened = "📬 What the bot wrote to you in private:"
    shown: list[str] = []
    for letter in letters:
        entry = f"{discord.utils.format_dt(letter.created_at, 'f')}\n{_content(letter)}"
        if sum(map(len, [opened, *shown, entry])) + 2 * len(shown) + 2 > ROOM:
            break
        shown.append(entry)
    return "\n\n".join([opened, *shown[::-1]])


def _content(letter: discord.Message) -> str:
    """The beginning of a letter as a quote, in whole lines, since half a link is none."""
    embedded = [part for e in letter.embeds for part in (e.title, e.description) if part]
    text = "\n".join([letter.content, *embedded]).strip()
    quoted = "\n".join(f"> {line}" for line in text.splitlines())
    if len(quoted) <= LETTER_ROOM:
        return quoted
    whole, _, _ = quoted[:LETTER_ROOM].rpartition("\n")
    return f"{whole or quoted[:LETTER_ROOM]}\n> …"
