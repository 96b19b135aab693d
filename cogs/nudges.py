"""A nudge as its member gets it: the words, and how it ends."""

from bot import texts
from bot.nudges import service as nudges
from bot.nudges.model import NUDGE
from bot.nudges.service import Nudge
from bot.parts import Parts
from bot.schedule.model import Occurrence
from cogs.delivery.letter import Kind, Letter
from cogs.notfeelingit import tired_button


def kinds(parts: Parts) -> dict[str, Kind]:
    """How nudges are made."""

    async def render(occurrence: Occurrence, about: Nudge) -> Letter:
        await parts.database.write(nudges.note, occurrence, about)
        button = tired_button(occurrence.occurrence_id)
        content = f"{about.words}\n{texts.say('unasked.nudge_end')}"
        return Letter(content, (button,), known_by=button.custom_id or "")

    return {NUDGE: Kind(nudges.facts, render)}
