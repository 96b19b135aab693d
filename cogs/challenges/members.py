"""What members press on a card, and what `/challenge` does: join, leave, and look."""

import io
from collections.abc import Awaitable

import discord

from bot import texts
from bot.cards import service as cards
from bot.cards.model import Card
from bot.challenges import carding, standing
from bot.challenges.model import CARD, Board, Shown
from bot.challenges.refusals import NoSuchChallenge, PickATeam
from cogs import edge, router, trying
from cogs.challenges import announcing, boards, drawing, wording
from cogs.challenges.wording import say
from cogs.edge import Interaction
from cogs.living import Drawn
from cogs.router import Handler, Press


async def join(interaction: Interaction, challenge_id: int, *, team: int | None = None) -> Shown:
    """The member takes part from now on, and hears how they stand; where teams are picked, they pick."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    is_new = await edge.write(
        interaction,
        carding.join,
        club_id or 0,
        challenge_id,
        member_id,
        interaction.user.display_name,
        now=parts.clock(),
        team=team,
    )
    shown = await show(interaction, challenge_id)
    await _refreshed(interaction, challenge_id)
    key = "joined" if is_new else "joined_already"
    told = texts.say(f"challenge_panel.{key}", name=wording.name(shown.challenge))
    own = wording.own(shown, shown.own) if shown.own and shown.phase == "running" else ""
    await edge.tell(interaction, "\n".join(filter(None, (told, own))))
    return shown


async def leave(interaction: Interaction, challenge_id: int) -> None:
    """The member's runs no longer count there."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    has_left = await edge.write(
        interaction, carding.leave, club_id or 0, challenge_id, member_id, now=parts.clock()
    )
    shown = await show(interaction, challenge_id)
    await _refreshed(interaction, challenge_id)
    key = "left" if has_left else "left_already"
    await edge.tell(
        interaction, texts.say(f"challenge_panel.{key}", name=wording.name(shown.challenge))
    )


async def show(interaction: Interaction, challenge_id: int) -> Shown:
    """The challenge in the eyes of whoever asks. Raises NoSuchChallenge."""
    parts, (club_id, member_id) = edge.parts_of(interaction), edge.whose(interaction)
    return await edge.read(
        interaction,
        standing.show,
        club_id or 0,
        challenge_id,
        now=parts.clock(),
        viewer_id=member_id,
    )


async def _refreshed(interaction: Interaction, challenge_id: int) -> None:
    """The card under the pressed button shows the newest state at once, by the press's own answer.

    Should Discord not take it, the queue brings the living card up to date; a copy of `/challenge show` has none.
    """
    card = await edge.read(interaction, carding.card_of, challenge_id)
    message = interaction.message
    if message is not None and message.embeds:  # announcements have a *Board*, too, and no card
        is_living = card is not None and message.id == card.message_id
        await _show_anew(interaction, challenge_id, card if is_living else None)
    interaction.client.dispatch("cards_changed")


async def _show_anew(interaction: Interaction, challenge_id: int, living: Card | None) -> None:
    parts, club_id = edge.parts_of(interaction), interaction.guild_id or 0
    # Asked without a viewer: this is what everybody sees.
    shown = await edge.read(interaction, standing.show, club_id, challenge_id, now=parts.clock())
    attach = drawing.may_attach(interaction.guild, interaction.channel_id)
    stands = living.picture if living else None
    drawn = await drawing.drawn(parts, shown, attach=attach, stands=stands, at_once=True)
    edited = await trying.attempt(_edit(interaction, drawn), "a card", challenge=challenge_id)
    if not edited or living is None:
        return
    now, picture = parts.clock(), drawn.picture
    await edge.write(interaction, cards.shown, living, now=now, picture=picture)
    if attach and picture is None:  # its words are true already; the queue brings the picture
        await edge.write(interaction, cards.changed, CARD, (challenge_id,))


async def _edit(interaction: Interaction, drawn: Drawn) -> bool:
    if interaction.response.is_done():
        await interaction.edit_original_response(**drawn.edited())
    else:
        await interaction.response.edit_message(**drawn.edited())
    return True


async def _board_of(interaction: Interaction, challenge_id: int) -> tuple[Shown, Board]:
    shown = await show(interaction, challenge_id)
    now = edge.parts_of(interaction).clock()
    found = await edge.read(
        interaction, standing.board, interaction.guild_id or 0, challenge_id, now=now
    )
    return shown, found


async def pressed_join(interaction: Interaction, press: Press) -> None:
    """*Join* on a card."""
    await joining(interaction, press.number)


async def joining(interaction: Interaction, challenge_id: int) -> None:
    """Joins, or asks for a team first where members pick one."""
    try:
        await join(interaction, challenge_id)
    except PickATeam:
        shown = await show(interaction, challenge_id)
        told = texts.say("challenge_panel.pick_team")
        await edge.tell(interaction, told, view=_teams(shown))


def _teams(shown: Shown) -> discord.ui.View:
    options = [
        discord.SelectOption(label=name[:100], value=str(number))
        for number, name in enumerate(shown.challenge.rules.teams, 1)
    ]
    custom_id = router.identity("challenge:team", shown.challenge.challenge_id)
    return router.view(discord.ui.Select(custom_id=custom_id, options=options))


async def picked_team(interaction: Interaction, press: Press) -> None:
    """A team was picked; a forged one is asked for again."""
    team = next((int(value) for value in press.values if value.isascii() and value.isdecimal()), 0)
    await join(interaction, press.number, team=team)


async def pressed_leave(interaction: Interaction, press: Press) -> None:
    """*Leave* on a card."""
    await leave(interaction, press.number)


async def pressed_board(interaction: Interaction, press: Press) -> None:
    """*Board* on a card: the first page, and the card itself as it is now."""
    shown, found = await _board_of(interaction, press.number)
    await _refreshed(interaction, press.number)
    await _tell_page(interaction, boards.board(shown, found, 0))


async def pressed_said(interaction: Interaction, press: Press) -> None:
    """*Board* under an announcement."""
    shown, found = await _board_of(interaction, press.number // announcing.SAID)
    await _tell_page(interaction, boards.board(shown, found, 0))


async def turned_board(interaction: Interaction, press: Press) -> None:
    """Another page of the board."""
    challenge_id, page = boards.named(press.number)
    shown, found = await _board_of(interaction, challenge_id)
    await _turn(interaction, boards.board(shown, found, page))


async def pressed_names(interaction: Interaction, press: Press) -> None:
    """*All names* on the last card, and its further pages."""
    challenge_id, page = boards.named(press.number)
    shown, found = await _board_of(interaction, challenge_id)
    await _turn(interaction, boards.names(shown, found, page))


async def _turn(interaction: Interaction, page: tuple[str, discord.ui.View | None]) -> None:
    message = interaction.message
    if message is not None and message.flags.ephemeral:
        await edge.replace(interaction, page[0], view=page[1])
    else:
        await _tell_page(interaction, page)


def _tell_page(
    interaction: Interaction, page: tuple[str, discord.ui.View | None]
) -> Awaitable[None]:
    content, view = page
    if view is None:
        return edge.tell(interaction, content)
    return edge.tell(interaction, content, view=view)


async def pressed_statement(interaction: Interaction, press: Press) -> None:
    """What was raised, as a file."""
    shown = await show(interaction, press.number)
    if shown.phase not in ("ended", "closed") or shown.challenge.rules.charity is None:
        raise NoSuchChallenge
    content = boards.statement(shown).encode("utf-8-sig")
    file = discord.File(io.BytesIO(content), f"statement-{shown.challenge.last}.csv")
    await edge.tell(interaction, say("statement"), file=file)


HANDLERS: dict[str, Handler] = {
    "challenge:join": pressed_join,
    "challenge:team": picked_team,
    "challenge:leave": pressed_leave,
    "challenge:board": pressed_board,
    "challenge:said": pressed_said,
    "challenge:page": turned_board,
    "challenge:names": pressed_names,
    "challenge:statement": pressed_statement,
}
