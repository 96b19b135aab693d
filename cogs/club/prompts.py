"""`/club prompts`: what the club is asked and when, as organizers choose it; and the prompts themselves."""

from typing import Any

import discord
from discord import app_commands

from bot import texts
from bot.clubs.refusals import NoSuchChoice
from bot.parts import Parts
from bot.prompts import service as prompts
from bot.prompts.model import ASKS, MILES, PROMPTS, QUESTION, Asked, Weeks, When
from bot.schedule.model import Occurrence
from bot.texts import figures
from cogs import edge, organizers, router
from cogs.club import choosing
from cogs.delivery.letter import Kind, Letter
from cogs.edge import Interaction
from cogs.router import Handler, Press

MONDAY = 0
TIME_SHOWN = 10
BUTTONS = {MILES: "prompt:weeks", QUESTION: "prompt:mine"}


@app_commands.command(
    name="prompts", description="Monday miles and the question of the day: which days, what time"
)
async def club_prompts(interaction: Interaction) -> None:
    """Opens the panel."""
    await organizers.admit(interaction)
    told, view = await _panel(interaction)
    await edge.tell(interaction, told, view=view)


async def days(interaction: Interaction, press: Press) -> None:
    """The prompt comes on the chosen weekdays; without any it is off. Raises NoSuchChoice."""
    if any(value not in map(str, range(7)) for value in press.values):
        raise NoSuchChoice
    await _choose(interaction, _prompt_of(press), weekdays=[int(value) for value in press.values])


async def on(interaction: Interaction, press: Press) -> None:
    """The prompt comes from now on."""
    await _choose(interaction, _prompt_of(press), active=True)


async def off(interaction: Interaction, press: Press) -> None:
    """The prompt comes no longer."""
    await _choose(interaction, _prompt_of(press), active=False)


async def times(interaction: Interaction, press: Press) -> None:
    """Opens the form of the times."""
    guild_id = choosing.server_of(interaction).id
    # What opens a form can't be put off, so it is asked for without the way that may say "thinking".
    found = await edge.parts_of(interaction).database.read(prompts.chosen, guild_id)
    await edge.open_form(interaction, _form(found))


async def timed(interaction: Interaction, press: Press) -> None:
    """The prompts come at the times that were typed."""
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    typed = {prompt: press.fields.get(prompt, "") for prompt in PROMPTS}
    await edge.write(
        interaction,
        prompts.choose_times,
        guild.id,
        guild.name,
        typed,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await _show_saved(interaction)


async def mine(interaction: Interaction, press: Press) -> None:
    """Another question, for the presser alone."""
    guild_id = choosing.server_of(interaction).id
    words = await edge.read(
        interaction, prompts.one_for, guild_id, interaction.user.id, press.number
    )
    told = texts.say("prompts.mine", words=words) if words else texts.say("prompts.gone")
    await edge.tell(interaction, told)


async def weeks(interaction: Interaction, press: Press) -> None:
    """The presser's own last week and this one, for the presser alone."""
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    found = await edge.read(
        interaction,
        prompts.weeks_of,
        guild.id,
        interaction.user.id,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await edge.tell(interaction, _weeks(found))


HANDLERS: dict[str, Handler] = {
    "prompts:days": days,
    "prompts:on": on,
    "prompts:off": off,
    "prompts:times": times,
    "prompts:timed": timed,
    "prompt:mine": mine,
    "prompt:weeks": weeks,
}


def kinds(parts: Parts) -> dict[str, Kind]:
    """The prompts that come on their own."""

    async def letter(occurrence: Occurrence, asked: Asked) -> Letter:
        await parts.database.write(prompts.note, occurrence)
        verb, number = BUTTONS[asked.prompt], occurrence.occurrence_id
        button = router.button(verb, number, texts.say(f"prompts.button_{asked.prompt}"))
        return Letter(_worded(asked), (button,), known_by=router.identity(verb, number))

    return {kind: Kind(prompts.due, letter) for kind in ASKS}


def _worded(asked: Asked) -> str:
    other = "_other" if asked.prompt == MILES and asked.weekday != MONDAY else ""
    return texts.say(f"prompts.asked_{asked.prompt}{other}", words=asked.words)


def _weeks(found: Weeks) -> str:
    lines = [texts.say("prompts.weeks")]
    if found.before[1]:
        lines.append(_week("prompts.week_before", *found.before, found.units))
    if found.now[1]:
        lines.append(_week("prompts.week_now", *found.now, found.units))
    else:
        lines.append(texts.say("prompts.week_open"))
    return "\n".join(lines)


def _week(key: str, metres: int, runs: int, units: str) -> str:
    told = figures.distance(metres, units) if metres else ""
    counted = "prompts.runs_one" if runs == 1 else "prompts.runs_many"
    return texts.say(
        key,
        distance=texts.say("prompts.distance", distance=told) if told else "",
        runs=texts.say(counted, number=runs),
    )


async def _choose(
    interaction: Interaction,
    prompt: str,
    *,
    weekdays: list[int] | None = None,
    active: bool | None = None,
) -> None:
    guild, parts = choosing.server_of(interaction), edge.parts_of(interaction)
    await edge.write(
        interaction,
        prompts.choose,
        guild.id,
        guild.name,
        prompt,
        weekdays=weekdays,
        active=active,
        now=parts.clock(),
        defaults=parts.defaults,
    )
    await _show_saved(interaction)


async def _show_saved(interaction: Interaction) -> None:
    told, view = await _panel(interaction)
    await edge.replace(interaction, f"{texts.say('prompts.saved')}\n{told}", view=view)


def _prompt_of(press: Press) -> str:
    """The prompt whose number a component carries. Raises NoSuchChoice."""
    if press.number >= len(PROMPTS):
        raise NoSuchChoice
    return PROMPTS[press.number]


async def _panel(interaction: Interaction) -> tuple[str, discord.ui.View]:
    """How it is now, in words, and the pickers."""
    club, guild = await choosing.club_of(interaction), choosing.server_of(interaction)
    found = await edge.read(interaction, prompts.chosen, guild.id)
    place = next(filter(guild.get_channel_or_thread, prompts.places(club)), None)
    told = texts.say(
        "prompts.panel",
        **{prompt: _told(when, club.zone) for prompt, when in found.items()},
        channel=f"<#{place}>" if place else texts.say("prompts.no_channel"),
        questions=len(prompts.shelf(QUESTION)),
        invitations=len(prompts.shelf(MILES)),
    )
    pickers = [_days(number, found[prompt]) for number, prompt in enumerate(PROMPTS)]
    switches = [_switch(number, found[prompt]) for number, prompt in enumerate(PROMPTS)]
    form = router.button("prompts:times", 0, texts.say("prompts.times"))
    return told, router.view(*pickers, *switches, form)


def _told(when: When, zone: str) -> str:
    if not when.active:
        return texts.say("prompts.panel_off")
    named = ", ".join(figures.weekday(day) for day in sorted(when.weekdays))
    every_day = len(when.weekdays) == 7
    return texts.say(
        "prompts.panel_on",
        days=texts.say("prompts.every_day") if every_day else named,
        time=f"{when.at:%H:%M}",
        zone=zone,
    )


def _days(number: int, when: When) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=figures.weekday(day),
            value=str(day),
            default=when.active and day in when.weekdays,
        )
        for day in range(7)
    ]
    return discord.ui.Select(
        custom_id=router.identity("prompts:days", number),
        placeholder=texts.say(f"prompts.days_{PROMPTS[number]}"),
        min_values=0,
        max_values=7,
        options=options,
    )


def _switch(number: int, when: When) -> discord.ui.Button[Any]:
    verb, turn = ("prompts:off", "off") if when.active else ("prompts:on", "on")
    return router.button(verb, number, texts.say(f"prompts.turn_{turn}_{PROMPTS[number]}"))


def _form(found: dict[str, When]) -> discord.ui.Modal:
    modal = discord.ui.Modal(
        title=texts.say("prompts.times_title"),
        custom_id=router.identity("prompts:timed", 0),
        timeout=None,
    )
    for prompt in PROMPTS:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=prompt,
            default=f"{found[prompt].at:%H:%M}",
            required=False,
            max_length=TIME_SHOWN,
        )
        modal.add_item(discord.ui.Label(text=texts.say(f"prompts.time_{prompt}"), component=field))
    modal.stop()  # the router serves it; discord.py need not keep it
    return modal
