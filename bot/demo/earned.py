"""What the tour shows of what a run earns: bests, milestones, stats, the board, a pause, lines and words."""

from typing import Any

import discord
import simcord

from bot.demo.club import ORGANIZER, Club
from bot.demo.people import SHY
from bot.demo.seeing import Missed, see

_CLUB_LINE = "{name} found the long way home."


async def a_best_and_a_milestone(club: Club) -> str:
    """Mei runs farther than ever; tells the answer, which says so."""
    await club.members["Mei"].send(club.runs, "half marathon in 2:11:40, what a day")
    told = club.world.newest(club.runs).content
    see("longest" in told and "first half marathon" in told, f"a best and a milestone in {told!r}")
    return told


async def stats_are_shared(club: Club) -> str:
    """Mei looks at her stats and shares them; tells both, with the text of the picture."""
    mei = club.members["Mei"]
    shown = await mei.slash(club.runs, "my stats", period="all")
    see(shown.ephemeral, "stats for one person alone")
    panel = _answered(shown)
    await mei.click(panel, label="Share")
    posted = club.world.newest(club.runs)
    see("**Mei**" in posted.content, f"Mei's stats in the channel, not {posted.content!r}")
    return (
        f"{panel.content}\n[picture: {picture_of(panel)}]\n[Share] [picture: {picture_of(posted)}]"
    )


async def the_board(club: Club) -> str:
    """What the club did together this month, for everybody."""
    shown = await club.members["Priya"].slash(club.runs, "board", period="month")
    see(not shown.ephemeral, "a board for everybody")
    told = _answered(shown).content
    see("of us" in told, f"what the club did together in {told!r}")
    return told


async def a_pause_is_nobodys_business(club: Club) -> str:
    """Luca pauses and runs; his post looks like that of whoever is not named, and the pause ends."""
    luca, shy = club.members["Luca"], club.members[SHY.name]
    told = _answered(await luca.slash(club.runs, "my pause", days=3, reason="a knee"))
    looks = [await _look(club, member) for member in (luca, shy)]
    see(looks[0] == looks[1] == "✅ and no word", f"two posts that look alike, not {looks}")
    await luca.slash(club.runs, "my pause", days=0)
    return f"{told.content}\n[only Luca can see this]\nLuca and {SHY.name} run: each post gets {looks[0]}"


async def a_line_of_the_clubs_own(club: Club) -> str:
    """The organizer adds a line for long runs; tells the panel, which shows how it looks."""
    organizer = club.members[ORGANIZER]
    panel = _answered(await organizer.slash(club.lobby, "club lines"))
    await organizer.select(panel, ["long"], custom_id=_id_of(panel, "lines:situation"))
    form = await organizer.click(panel, label="Add a line")
    await organizer.submit_modal(form, {"words": _CLUB_LINE})
    see("found the long way home" in panel.content, f"the new line in {panel.content!r}")
    return panel.content


async def a_word_now(club: Club) -> str:
    """Grace asks for a word; it is for her alone."""
    shown = await club.members["Grace"].slash(club.runs, "motivation now")
    see(shown.ephemeral, "a word for one person alone")
    return f"{_answered(shown).content}\n[only they can see this]"


def picture_of(message: discord.Message | simcord.ResponseMessage) -> str:
    """The text that goes with the picture of a message; raises Missed where it has none."""
    texts = [one.description for one in message.attachments if one.description]
    see(texts, f"a picture with its text under {message.content!r}")
    return " ".join(texts)


async def _look(club: Club, member: simcord.MemberActor) -> str:
    """What everybody sees of a run that the member posts."""
    post = await member.send(club.runs, "4k in 26:00")
    newest = club.world.newest(club.runs)
    seen = next(m for m in club.runs.history() if m.id == post.id)
    marks = "".join(str(reaction.emoji) for reaction in seen.reactions)
    return f"{marks} and {'no word' if newest.id == post.id else newest.content}"


def _answered(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    if result.response is None:
        raise Missed("any answer")
    return result.response


def _id_of(panel: simcord.ResponseMessage, verb: str) -> str:
    """The id of what begins so; what is for one person alone comes as Discord sends it, not as objects."""
    rows: Any = panel.components
    ids = (item.get("custom_id", "") for row in rows for item in row["components"])
    found: str = next((one for one in ids if one.startswith(verb)), "")
    see(found, f"{verb} in the panel")
    return found
