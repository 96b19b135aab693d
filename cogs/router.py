"""One way in for every button, select and form: its id says `room:verb:number`, so it works after any restart.

No view is kept in memory: discord.py would forget open forms at a restart and hold each sent view for ever.
"""

import re
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import discord
from discord.ext import commands

from bot import texts
from cogs import edge, organizers, rights
from cogs.edge import Interaction

_ID = re.compile(r"(?P<verb>[a-z]+:[a-z]+):(?P<number>\d{1,19})", re.ASCII)
_SERVED = (discord.InteractionType.component, discord.InteractionType.modal_submit)
MAX_NUMBER = 2**63 - 1
"""The largest that SQLite and Discord's ids know."""

REMEMBERED = 512
"""So many presses are known again when Discord delivers one a second time."""


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button, a chosen select or a sent form."""

    number: int
    """What the id carries: a post, a run, a club, or 0."""
    values: tuple[str, ...]
    """What was chosen in a select."""
    fields: Mapping[str, str]
    """What a form holds, by the id of its fields."""


Handler = Callable[[Interaction, Press], Awaitable[None]]


class Router(commands.Cog):
    """Brings each press to its handler, after the table of rights; errors go to their one home."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        self._handlers = dict(handlers)
        self._served: deque[int] = deque(maxlen=REMEMBERED)

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that has a handler."""
        return frozenset(self._handlers)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Serves components and forms, each once; commands go their own way."""
        if interaction.type not in _SERVED or interaction.id in self._served:
            return
        self._served.append(interaction.id)
        try:
            await self._serve(interaction)
        except Exception as error:
            await edge.take(interaction, error)

    async def _serve(self, interaction: Interaction) -> None:
        data: Mapping[str, Any] = interaction.data or {}
        match = _ID.fullmatch(str(data.get("custom_id", "")))
        handler = self._handlers.get(match["verb"]) if match else None
        if match is None or handler is None or int(match["number"]) > MAX_NUMBER:
            await edge.tell(interaction, texts.say("errors.outdated"))
            return
        press = Press(int(match["number"]), tuple(data.get("values", ())), _fields(data))
        if rights.COMPONENTS[match["verb"]] is rights.Who.ORGANIZER:
            await organizers.admit(interaction)
        await handler(interaction, press)


def _fields(data: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a form, wherever rows and labels have put them; a select gives its first choice."""
    found: dict[str, str] = {}
    inner = [*data.get("components", ()), data.get("component") or {}]
    for part in filter(None, inner):
        if "value" in part and "custom_id" in part:
            found[part["custom_id"]] = part["value"] or ""
        elif "values" in part and "custom_id" in part:
            found[part["custom_id"]] = next(iter(part["values"]), "")
        found.update(_fields(part))
    return found


def identity(verb: str, number: int) -> str:
    """The id of a component or form. Raises KeyError for a verb without rights."""
    rights.COMPONENTS[verb]
    return f"{verb}:{number}"


def button(
    verb: str,
    number: int,
    label: str | None = None,
    *,
    emoji: str | None = None,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    row: int | None = None,
) -> discord.ui.Button[Any]:
    """A button that lasts."""
    return discord.ui.Button(
        custom_id=identity(verb, number), label=label, emoji=emoji, style=style, row=row
    )


def view(*items: discord.ui.Item[Any]) -> discord.ui.View:
    """These items under a message; stopped at once, so that discord.py does not keep it."""
    built = discord.ui.View(timeout=None)
    for item in items:
        built.add_item(item)
    built.stop()
    return built
