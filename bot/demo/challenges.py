"""The challenges of the demo's club, one total and one journey: how they begin, and that both their cards move."""

from datetime import datetime, timedelta

import discord

from bot.demo.club import ORGANIZER, SHOWN, Club
from bot.demo.seeing import Missed, see

TOGETHER = "Round the lake, twenty times"
JOURNEY = "Run across the country"
_PATIENCE = timedelta(minutes=1)
"""Each of two cards in a channel is edited within this time."""


async def begin(club: Club, now: datetime) -> None:
    """The organizer posts both; they have been running for as long as the channel shows."""
    await club.organizer.slash(club.lobby, "club channels", challenges=club.runs)
    since = f"{now - SHOWN:%Y-%m-%d}"
    await _post(club, name=TOGETHER, goal="1000 km", until="in 3 weeks", **{"from": since})
    await _post(club, kind=["across_the_country"], until="in 2 months", **{"from": since})


async def _post(club: Club, **fields: object) -> None:
    form = await club.organizer.slash(club.runs, "club challenge new")
    panel = await club.organizer.submit_modal(form, fields)
    assert panel.response is not None, "the form was not answered"
    await club.organizer.click(panel.response, label="Post it")
    await club.world.travel(_PATIENCE)


async def somebody_joins(club: Club) -> str:
    """Mei presses *Join* under the total; tells the card and the private answer."""
    joined = await club.members["Mei"].click(_card(club, TOGETHER), label="Join")
    see(joined.followups, "a private answer to whoever joins")
    card = _shown(_card(club, TOGETHER))
    return f"{card}\n[Join] {joined.followups[0].content}"


async def both_cards_move(club: Club) -> str:
    """Ben runs; tells both cards as they are then."""
    before = [_shown(_card(club, name)) for name in (TOGETHER, JOURNEY)]
    await club.members["Ben"].send(club.runs, "6k in 31:00")
    await club.world.travel(_PATIENCE)
    after = [_shown(_card(club, name)) for name in (TOGETHER, JOURNEY)]
    for one, other in zip(before, after, strict=True):
        see(one != other, f"the card move on from {one!r}")
    return "\n".join(after)


def _card(club: Club, name: str) -> discord.Message:
    cards = (m for m in club.world.posts() if m.embeds and not m.flags.ephemeral)
    found = next((m for m in cards if m.embeds[0].title == name), None)
    if found is None:
        raise Missed(f"the card of {name!r}, which {ORGANIZER} has posted")
    return found


def _shown(card: discord.Message) -> str:
    """The picture in words, or the words alone where none could be drawn."""
    pictures = [picture.description for picture in card.attachments if picture.description]
    return "\n".join(pictures) or (card.embeds[0].description or "")
