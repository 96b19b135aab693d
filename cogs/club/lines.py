"""`/club lines`: the lines under runs by situation, as organizers see, switch and add them."""

from dataclasses import dataclass, replace
from typing import Any

import discord
from discord import app_commands

from bot import texts
from bot.clubs import service as clubs
from bot.clubs.model import Club
from bot.clubs.refusals import NoSuchChoice
from bot.encouragement import service as encouragement
from bot.encouragement.model import (
    ANY,
    MAX_WORDS,
    PLACEHOLDERS,
    SITUATIONS,
    SPOKEN,
    Shelved,
    filled,
)
from cogs import edge, organizers, router
from cogs.club import choosing
from cogs.edge import Interaction
from cogs.router import Handler, Press

ON_A_PAGE = 25
EXAMPLES = 3
LABEL = 100


@dataclass(frozen=True, slots=True)
class View:
    """What the panel shows; its components carry it as a number."""

    tone: str
    situation: str
    page: int = 0

    @property
    def number(self) -> int:
        """The view as the number of an id."""
        return SPOKEN.index(self.tone) * 10_000 + SITUATIONS.index(self.situation) * 100 + self.page


def _view_of(number: int) -> View:
    """The view that a number stands for. Raises NoSuchChoice."""
    tone, rest = divmod(number, 10_000)
    situation, page = divmod(rest, 100)
    if tone >= len(SPOKEN) or situation >= len(SITUATIONS):
        raise NoSuchChoice
    return View(SPOKEN[tone], SITUATIONS[situation], page)


@app_commands.command(
    name="lines", description="The lines under runs: add your own, switch some off, see them"
)
async def club_lines(interaction: Interaction) -> None:
    """Opens the panel at the lines for any run, in the club's tone."""
    club = await organizers.admit(interaction)
    view = View(club.tone if club.tone in SPOKEN else SPOKEN[0], ANY)
    shelf = await _shelf(interaction, view)
    await edge.tell(interaction, _told(view, shelf), view=_panel(view, shelf))


async def show(interaction: Interaction, press: Press) -> None:
    """Another page, or the other tone."""
    await _show(interaction, _view_of(press.number))


async def situation(interaction: Interaction, press: Press) -> None:
    """The lines of another situation."""
    view = _view_of(press.number)
    chosen = next(iter(press.values), "")
    if chosen not in SITUATIONS:
        raise NoSuchChoice
    await _show(interaction, replace(view, situation=chosen, page=0))


async def ticked(interaction: Interaction, press: Press) -> None:
    """Of the lines on the page the ticked ones are on and the others are off."""
    view = _view_of(press.number)
    await edge.write(
        interaction,
        encouragement.switch,
        interaction.guild_id or 0,
        view.tone,
        view.situation,
        shown=_shown(interaction, "lines:ticked"),
        on=press.values,
    )
    await _show(interaction, view, said="encouragement.saved")


async def add(interaction: Interaction, press: Press) -> None:
    """Opens the form of a line."""
    await edge.open_form(interaction, _form(_view_of(press.number)))


async def added(interaction: Interaction, press: Press) -> None:
    """Keeps the line, and shows it among the others."""
    view, parts = _view_of(press.number), edge.parts_of(interaction)
    guild = choosing.server_of(interaction)
    club: Club = await edge.write(
        interaction, clubs.ensure, guild.id, guild.name, now=parts.clock(), defaults=parts.defaults
    )
    words = press.fields.get("words", "")
    await edge.write(interaction, encouragement.add, club, view.situation, words)
    last = (len(await _shelf(interaction, view)) - 1) // ON_A_PAGE
    await _show(interaction, replace(view, page=last), said="encouragement.added")


HANDLERS: dict[str, Handler] = {
    "lines:show": show,
    "lines:situation": situation,
    "lines:ticked": ticked,
    "lines:add": add,
    "lines:added": added,
}


async def _shelf(interaction: Interaction, view: View) -> list[Shelved]:
    guild_id = interaction.guild_id or 0
    return await edge.read(interaction, encouragement.shelf, guild_id, view.tone, view.situation)


async def _show(interaction: Interaction, view: View, *, said: str | None = None) -> None:
    shelf = await _shelf(interaction, view)
    told = "\n".join(filter(None, [said and texts.say(said), _told(view, shelf)]))
    await edge.replace(interaction, told, view=_panel(view, shelf))


def _shown(interaction: Interaction, verb: str) -> list[str]:
    """What the pressed select offered, whatever was added since."""
    rows = interaction.message.components if interaction.message else []
    return [
        option.value
        for row in rows
        for item in getattr(row, "children", ())
        if isinstance(item, discord.SelectMenu) and (item.custom_id or "").startswith(verb)
        for option in item.options
    ]


def _told(view: View, shelf: list[Shelved]) -> str:
    """The panel in words, with a few lines as they look under a run."""
    on = [shelved for shelved in shelf if shelved.is_on]
    newest_first = sorted(on, key=lambda shelved: not shelved.is_own)[:EXAMPLES]
    examples = [_example(shelved) for shelved in newest_first]
    return texts.say(
        "encouragement.panel",
        situation=texts.say(f"encouragement.situation_{view.situation}"),
        tone=texts.say(f"clubs.tone_{view.tone}"),
        on=len(on),
        count=len(shelf),
        examples="\n".join(examples) or texts.say("encouragement.example_none"),
    )


def _example(shelved: Shelved) -> str:
    figures = {name: texts.say(f"encouragement.example_{name}") for name in PLACEHOLDERS[1:]}
    values = {"name": "Ana", **figures}
    return texts.say(
        "encouragement.example", line=filled(shelved.line.words, values) or "", **values
    )


def _panel(view: View, shelf: list[Shelved]) -> discord.ui.View:
    other = SPOKEN[1 - SPOKEN.index(view.tone)]
    there = replace(view, tone=other, page=0)
    label = texts.say("encouragement.other_tone", tone=texts.say(f"clubs.tone_{other}"))
    first = view.page * ON_A_PAGE
    items: list[discord.ui.Item[Any]] = [_situations(view)]
    if shelf[first : first + ON_A_PAGE]:
        items.append(_lines(view, shelf, first))
    items.append(
        router.button(
            "lines:add",
            view.number,
            texts.say("encouragement.add"),
            style=discord.ButtonStyle.primary,
        )
    )
    items.append(router.button("lines:show", there.number, label))
    items += _turns(view, len(shelf))
    return router.view(*items)


def _turns(view: View, count: int) -> list[discord.ui.Item[Any]]:
    """The way to the other pages, where there are any."""
    pages = []
    if view.page > 0:
        pages.append((replace(view, page=view.page - 1), "encouragement.earlier"))
    if (view.page + 1) * ON_A_PAGE < count:
        pages.append((replace(view, page=view.page + 1), "encouragement.later"))
    return [router.button("lines:show", there.number, texts.say(key)) for there, key in pages]


def _situations(view: View) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=texts.say(f"encouragement.situation_{name}"),
            value=name,
            default=name == view.situation,
        )
        for name in SITUATIONS
    ]
    custom_id = router.identity("lines:situation", view.number)
    return discord.ui.Select(custom_id=custom_id, options=options)


def _lines(view: View, shelf: list[Shelved], first: int) -> discord.ui.Select[Any]:
    page = shelf[first : first + ON_A_PAGE]
    options = [
        discord.SelectOption(
            label=_clipped(shelved.line.words),
            value=shelved.line.key,
            default=shelved.is_on,
            description=texts.say("encouragement.own") if shelved.is_own else None,
        )
        for shelved in page
    ]
    return discord.ui.Select(
        custom_id=router.identity("lines:ticked", view.number),
        placeholder=texts.say(
            "encouragement.page", first=first + 1, last=first + len(page), count=len(shelf)
        ),
        min_values=0,
        max_values=len(options),
        options=options,
    )


def _clipped(words: str) -> str:
    plain = words.replace("\\", "").replace("\u200b", "")
    return plain if len(plain) <= LABEL else plain[: LABEL - 1] + "…"


def _form(view: View) -> discord.ui.Modal:
    modal = discord.ui.Modal(
        title=texts.say("encouragement.form_title"),
        custom_id=router.identity("lines:added", view.number),
        timeout=None,
    )
    name = texts.say(f"encouragement.situation_{view.situation}")
    words: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="words",
        placeholder=texts.say("encouragement.form_hint"),
        max_length=MAX_WORDS,
    )
    label = texts.say("encouragement.form_words", situation=name)
    modal.add_item(discord.ui.Label(text=label, component=words))
    modal.stop()  # the router serves it; discord.py need not keep it
    return modal
