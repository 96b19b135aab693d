"""A member's settings at the edge: how they are chosen, and the panel that shows them."""

import re
from collections.abc import Mapping
from typing import Any, Unpack

import discord

from bot import texts
from bot.clubs.model import TONES
from bot.members import naming
from bot.members.model import AS_CLUB, DMS, Choices, Preferences
from bot.members.refusals import UnknownWeekday
from bot.motivation import service as motivation
from bot.nudges import service as nudges
from bot.recaps import personal
from bot.schedule import service as schedules
from bot.texts import figures
from cogs import edge, router
from cogs.edge import Interaction
from cogs.runs import removals

UNITS = {
    "km": "members.units_km",
    "mi": "members.units_mi",
    AS_CLUB: "members.units_club",
}
"""What may be picked as units, and the key of its name."""

TONE_KEYS = {AS_CLUB: "members.tone_club"} | {tone: f"members.tone_{tone}" for tone in TONES}
"""What may be picked as tone, and the key of its name."""


DMS_KEYS = {dms: f"members.dms_{dms}" for dms in DMS}
"""What may be picked as direct messages, and the key of its name."""


async def choose(interaction: Interaction, **chosen: Unpack[Choices]) -> Preferences:
    """Saves what was chosen (None leaves a setting as it is); from then on posts are read accordingly."""
    parts, member_id = edge.parts_of(interaction), interaction.user.id
    now = parts.clock()
    after = await edge.write(interaction, naming.choose, member_id, now=now, **chosen)
    parts.listening.set_member(member_id, read=after.read_posts)
    if chosen.get("named") is not None:
        interaction.client.dispatch("roles_due")
    if chosen.get("zone") is not None:
        await edge.write(interaction, motivation.follow_zone, member_id, now=now)
    if any(chosen.get(name) is not None for name in ("dms", "nudge_days", "zone")):
        await edge.write(interaction, nudges.follow, interaction.guild_id, member_id, now=now)
    if chosen.get("zone") is not None or chosen.get("quiet_hours") is not None:
        await edge.write(interaction, schedules.wake_held, member_id=member_id, now=now)
    if chosen.get("zone") is not None or chosen.get("dms") is not None:
        await edge.write(interaction, personal.follow, *edge.whose(interaction), now=now)
    return after


async def after_unnaming(interaction: Interaction) -> None:
    """What named the member goes from chat, and challenges tell their thanks anew."""
    interaction.client.dispatch("cards_changed")
    await removals.work_off(interaction.client, edge.parts_of(interaction))


def told(preferences: Preferences) -> str:
    """Everything that is chosen now, in words."""
    return texts.say(
        "members.settings",
        units=texts.say(UNITS[preferences.units or AS_CLUB]),
        zone=preferences.zone or texts.say("members.zone_club"),
        tone=texts.say(TONE_KEYS[preferences.tone or AS_CLUB]),
        named=texts.say("members.named_yes" if preferences.named else "members.named_no"),
        read=texts.say("members.read_yes" if preferences.read_posts else "members.read_no"),
        weekly=_weekly(preferences),
        rankings=texts.say("members.ranked_yes" if preferences.rankings else "members.ranked_no"),
        dms=_dms(preferences),
        quiet=_quiet(preferences),
    )


def _dms(preferences: Preferences) -> str:
    """Which direct messages come on their own, and after how many quiet days a nudge."""
    told = texts.say(f"members.dms_{preferences.dms}")
    if not preferences.wants_nudges:
        return told
    return texts.say("members.dms_nudged", told=told, days=preferences.nudge_days)


def _quiet(preferences: Preferences) -> str:
    hours = preferences.quiet_hours
    return str(hours) if hours else texts.say("members.quiet_off")


def weekdays_named(typed: str) -> frozenset[int]:
    """The weekdays in what was typed, "Mon, Fri" or "none". Raises UnknownWeekday for a word that is none."""
    words = [word for word in re.split(r"[\s,;/+&]+|and", typed.casefold()) if word]
    if words in (["none"], ["no"], ["-"]):
        return frozenset()
    found = {word: figures.weekday_named(word) for word in words}
    unknown = [word for word, day in found.items() if day is None]
    if unknown or not words:
        raise UnknownWeekday(" ".join(unknown) or typed)
    return frozenset(day for day in found.values() if day is not None)


def _weekly(preferences: Preferences) -> str:
    days, rest = preferences.weekly_days, sorted(preferences.rest_days)
    told = texts.say("members.weekly_one" if days == 1 else "members.weekly_many", days=days)
    if not rest:
        return told
    named = ", ".join(figures.weekday(day) for day in rest)
    return texts.say("members.weekly_rest", weekly=told, rest=named)


def panel(preferences: Preferences) -> discord.ui.View:
    """The choices; each button says what it would change, so an old panel does no other thing than it says."""
    named, read = preferences.named, preferences.read_posts
    return router.view(
        _pick("units", UNITS, preferences.units or AS_CLUB),
        _pick("tone", TONE_KEYS, preferences.tone or AS_CLUB),
        _pick("dms", DMS_KEYS, preferences.dms),
        router.button(
            "my:named",
            int(not named),
            texts.say("members.name_me_not" if named else "members.name_me"),
        ),
        router.button(
            "my:read",
            int(not read),
            texts.say("members.read_me_not" if read else "members.read_me"),
        ),
    )


def _pick(what: str, names: Mapping[str, str], chosen: str) -> discord.ui.Select[Any]:
    """Units or tone; what is chosen says by itself what it is about."""
    label = texts.say(f"members.{what}_pick")
    options = [
        discord.SelectOption(
            label=f"{label}: {texts.say(name)}", value=value, default=value == chosen
        )
        for value, name in names.items()
    ]
    return discord.ui.Select(custom_id=router.identity(f"my:{what}", 0), options=options)
