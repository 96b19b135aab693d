"""Questions that stand between a wish and its effect."""

import discord

from bot import texts
from cogs import edge, router
from cogs.edge import Interaction
from cogs.runs import wording


async def ask_to_remove(interaction: Interaction, *, run_id: int) -> None:
    """The question before a run is removed, with the run in it."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    listing = await edge.read(
        interaction, parts.lists.one, club_id, member_id, run_id, now=parts.clock()
    )
    line = wording.run_line(listing.runs[0], listing.units, listing.today)
    yes = router.button(
        "run:removed",
        run_id,
        texts.say("runs.remove_yes"),
        style=discord.ButtonStyle.danger,
    )
    no = router.button("run:keep", run_id, texts.say("runs.remove_no"))
    await edge.tell(interaction, texts.say("runs.remove_ask", run=line), view=router.view(yes, no))
