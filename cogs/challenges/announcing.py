"""Words for what the ledger says of a challenge: start, way, last day, end with thanks to everyone, changes."""

from random import Random
from typing import Any

import discord
from discord.ext import commands

from bot.challenges import carding, occasions
from bot.challenges.model import Shown
from bot.challenges.occasions import END, LAST_DAY, NEWS, OCCASIONS, START, WAYPOINT, About
from bot.parts import Parts
from bot.schedule.model import Occurrence
from bot.texts import clean
from cogs import router
from cogs.challenges import boards, figures, wording
from cogs.challenges.wording import say
from cogs.delivery.letter import Kind, Letter

SAID = 10_000
"""The number under an announcement holds the challenge and, below this, which announcement it is."""
_FIRST = {START: 1, LAST_DAY: 2, WAYPOINT: 1000, NEWS: 5000}
STOP_SHOWN = 400


class Announcing:
    """Renders each occasion; `random` shuffles whom the thanks name first."""

    def __init__(self, client: commands.Bot, parts: Parts, random: Random) -> None:
        self._client = client
        self._parts = parts
        self._random = random

    def kinds(self) -> dict[str, Kind]:
        """What the ledger needs for each occasion."""
        return {kind: Kind(occasions.facts, self.render) for kind in OCCASIONS}

    async def render(self, occurrence: Occurrence, about: About) -> Letter:
        """The message of an occasion; the card follows where the occasion changes it."""
        shown, write = about.shown, self._parts.database.write
        if occurrence.kind == NEWS:
            await write(occasions.told, shown.challenge, now=self._parts.clock())
        if occurrence.kind in (START, END) and occurrence.ended_at is None:
            await write(carding.refresh, shown.challenge.challenge_id)
            await write(carding.repeat, now=self._parts.clock())
            self._client.dispatch("cards_changed")
        return self._thanks(about) if occurrence.kind == END else _said(occurrence, about)

    def _thanks(self, about: About) -> Letter:
        assert about.board is not None  # facts of the end always have one
        content = boards.final(about.shown, about.board, self._random)
        items = boards.final_buttons(about.shown)
        return Letter(content, items, known_by=_id_of(items[0]))


def _said(occurrence: Occurrence, about: About) -> Letter:
    number = _FIRST[occurrence.kind] + occasions.place_of(occurrence)
    challenge_id = about.shown.challenge.challenge_id
    board = router.button("challenge:said", challenge_id * SAID + number, say("board"))
    words = _words(occurrence.kind, about)
    link = say("link", url=_url(occurrence.club_id, about)) if about.message else ""
    return Letter(f"{words} {link}".rstrip(), (board,), known_by=_id_of(board))


def _words(kind: str, about: About) -> str:
    shown = about.shown
    name, counted = wording.name(shown.challenge), _counted(shown)
    match kind:
        case occasions.START:
            key = "said_start" if shown.today == shown.challenge.first else "said_started"
            return say(key, name=name, about=wording.about(shown))
        case occasions.LAST_DAY:
            return say("said_last_day", name=name, counted=counted)
        case occasions.NEWS if shown.phase == "cancelled":
            return say("said_cancelled", name=name)
        case occasions.NEWS:
            time = wording.time(shown)
            return say("said_changed", name=name, about=wording.about(shown), time=time)
    return _reached(shown, about.waypoint, name, counted)


def _reached(shown: Shown, waypoint: str, name: str, counted: str) -> str:
    """What is said on the way: a part of the goal, or a stop of the route with its own words."""
    route = shown.challenge.rules.route
    if route is None or waypoint in ("25", "50", "75", "100"):
        return say(f"said_{waypoint}", name=name, counted=counted)
    stop = route.stops[min(max(shown.progress.stops, 1), len(route.stops)) - 1]
    message = clean.words(stop.message, STOP_SHOWN)
    return say("said_stop", name=name, stop=clean.words(stop.name), message=message).rstrip()


def _counted(shown: Shown) -> str:
    metric = wording.unit(shown.challenge)
    return figures.amount(shown.progress.counted, metric, shown.units)


def _url(club_id: int, about: About) -> str:
    channel_id, message_id = about.message or (0, 0)
    return f"https://discord.com/channels/{club_id}/{channel_id}/{message_id}"


def _id_of(item: discord.ui.Item[Any]) -> str:
    return str(getattr(item, "custom_id", ""))
