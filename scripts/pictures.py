"""Draws the README's pictures anew: `make pictures`. Look at each of them before you commit it.

    python -m scripts.pictures [FOLDER]

The demo's club lives through its weeks to a fixed Sunday, so the same pictures come out each time. Cards are those
that the bot itself posts there. Where a Chromium is installed, the demo's page is photographed, too.
"""

import asyncio
import socket
import sys
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path

import discord
from simcord import InteractionResult, MemberActor

from bot.demo import challenges, run
from bot.demo.club import ZONE, Club
from bot.demo.page import open_page
from bot.demo.travel import Traveller
from scripts import browser

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SUNDAY = datetime(2026, 11, 22, 17, 30, tzinfo=ZONE)
MONDAY_WITHIN = 30
"""So many times forward, and the week has ended."""


async def draw(folder: Path, club: Club, traveller: Traveller) -> int:
    """Saves each picture under its name."""
    ben = club.members["Ben"]
    await ben.send(club.runs, "5k in 24:30, felt great")
    answer = club.world.newest(club.runs)
    await _photograph(folder / "chat.png", club, answer, ben, (1000, 720))
    told = await club.organizer.slash(club.runs, "my stats", period="all")
    await _save(folder / "stats.png", _response(told))
    await _save(folder / "challenge.png", _card(club))
    recap = await _recap(club, traveller)
    await _save(folder / "recap.png", recap)
    await _photograph(folder / "phone.png", club, recap, ben, (browser.PHONE_WIDTH, 1060))
    return 0


async def _photograph(
    file: Path,
    club: Club,
    message: discord.Message,
    viewer: MemberActor,
    size: tuple[int, int],
) -> None:
    """The demo's page, open at a message."""
    found = browser.installed()
    if found is None:
        print(f"{file.name}: left as it is, since there is no Chromium here")
        return
    viewers = sorted(club.members.values(), key=lambda member: member is not viewer)
    page = open_page(
        club.world, club.runs, viewers, port=_free_port(), zone=ZONE, turn=asyncio.Lock()
    )
    async with page as shown:
        await shown.show(message)
        async with browser.page(found, shown.url, size) as seen:
            await seen.until(_IS_SHOWN)
            await seen.run(_SETTLED)
            await seen.photograph(file)
    print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


_IS_SHOWN = """document.querySelector("#channel-message-list")?.children.length > 0
    && !document.querySelector("#action-status")?.textContent.endsWith("…")
    && [...document.images].every(image => image.naturalWidth > 0)"""
_SETTLED = """new Promise(done => setTimeout(done, 700))"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((run.HOST, 0))
        return int(probe.getsockname()[1])


def _card(club: Club) -> discord.Message:
    """The card of the demo's journey."""
    posts = (post for post in club.world.posts() if post.embeds and post.attachments)
    return next(post for post in posts if post.embeds[0].title == challenges.JOURNEY)


async def _recap(club: Club, traveller: Traveller) -> discord.Message:
    for _ in range(MONDAY_WITHIN):
        await club.organizer.slash(club.runs, "demo forward")
        await traveller.keep_up(club.world)
        told = next((m for m in club.runs.history() if "Our week" in m.content), None)
        if told is not None:
            return told
    raise SystemExit("Monday never came: the demo did not post the recap of the week.")


def _response(result: InteractionResult) -> discord.Message:
    if result.response is None:
        raise SystemExit("The bot did not answer.")
    return result.response


async def _save(file: Path, message: discord.Message) -> None:
    (picture,) = message.attachments
    file.write_bytes(await picture.read())
    print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB, “{picture.description}”")


def main() -> int:
    """Play the demo and save what it shows."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        return asyncio.run(run.play(Path(place), partial(draw, folder), now=SUNDAY))


if __name__ == "__main__":
    sys.exit(main())
