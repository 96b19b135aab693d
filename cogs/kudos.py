"""👏 under an answer: one press gives it, a second takes it back."""

from bot.kudos import service as kudos
from bot.kudos.service import Pressed
from cogs import edge, trying
from cogs.edge import Interaction
from cogs.router import Handler, Press
from cogs.runs import answers


async def give(interaction: Interaction, press: Press) -> None:
    """Counts the press and shows the number on the button."""
    pressed = await edge.write(
        interaction,
        kudos.press,
        press.number,
        interaction.user.id,
        interaction.user.display_name,
        club_id=interaction.guild_id or 0,
        answer_id=interaction.message.id if interaction.message else None,
        now=edge.parts_of(interaction).clock(),
    )
    showing = _show(interaction, press.number, pressed)
    await trying.afterwards(showing, "showing kudos", interaction.id, post=press.number)


async def _show(interaction: Interaction, post_id: int, pressed: Pressed) -> None:
    """Puts the count on the button, and mends it where another press was overtaken on the way."""
    if not pressed.is_its_answer:
        await edge.acknowledge(interaction)
        return
    await edge.replace(interaction, view=answers.buttons(post_id, claps=pressed.count))
    now = await edge.read(interaction, kudos.count, post_id)
    if now != pressed.count:
        await edge.replace(interaction, view=answers.buttons(post_id, claps=now))


HANDLERS: dict[str, Handler] = {"kudos:give": give}
