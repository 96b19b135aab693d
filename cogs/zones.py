"""The picker of time zones, for clubs and members alike."""

from discord import app_commands

from bot import almanac
from cogs.edge import Interaction

COMMON = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Rome",
    "Europe/Amsterdam",
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/Lisbon",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Toronto",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "UTC",
)
"""Offered as long as nothing is typed; 25 is the most that Discord shows."""


async def suggest(_: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Zones that fit what was typed, none for words that fit none."""
    found = almanac.zones_like(typed.strip()) if typed.strip() else COMMON
    return [app_commands.Choice(name=zone, value=zone) for zone in found]
