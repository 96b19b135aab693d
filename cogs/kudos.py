"""👏 under an answer: one press gives it, a second takes it back."""

from bot.kudos import service as kudos
from cogs import edge
from cogs.edge import Interaction
from cogs.router import Handler, Press
from cogs.runs import answers


async def give(interaction: Interaction, press: Press) -> None:
    """Counts the press and shows the number on the button."""
    count = await edge.write(
        interaction,
        kudos.press,
        press.number,
        interaction.user.id,
        interaction.user.display_name,
        club_id=interaction.guild_id or 0,
        now=edge.parts_of(interaction).clock(),
    )
    showing = _show(interaction, press.number, count)
    await edge.afterwards(showing, "showing kudos", interaction.id, post=press.number)


async def _show(interaction: Interaction, post_id: int, count: int) -> None:
    """Puts the count on the button, and mends it where another press was overtaken on the way."""
    await edge.replace(interaction, view=answers.buttons(post_id, claps=count))
    now = await edge.read(interaction, kudos.count, post_id)
    if now != count:
        await edge.replace(interaction, view=answers.buttons(post_id, claps=now))


HANDLERS: dict[str, Handler] = {"kudos:give": give}
