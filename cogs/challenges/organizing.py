"""How an organizer makes a challenge: the main form, the panel, and its way from a draft to a card; not its rules."""

from datetime import date
from typing import Any

import discord

from bot import texts
from bot.challenges import carding, routes, service, standing
from bot.challenges.model import Challenge, Fault, Shown, Wishes
from bot.challenges.refusals import ChallengeFaults, NoSuchChallenge
from bot.challenges.when import day_named
from bot.clubs.model import Club
from bot.clubs.refusals import ChannelClosed
from bot.errors import Refusal
from cogs import edge, router
from cogs.challenges import drawing, figures, forms, panels, retyping
from cogs.challenges.forms import say
from cogs.club import choosing, reach
from cogs.club import wording as club_wording
from cogs.edge import Interaction
from cogs.router import Handler, Press

BACK_DAYS = 31
"""A day without a year may lie so far back: on 3 January, "1 Jan" is the day before yesterday."""


async def shape(interaction: Interaction, challenge_id: int) -> None:
    """Shows the panel of a challenge as it is now, in place of the panel that was pressed."""
    shown = await shown_of(interaction, challenge_id)
    content = await _panel(interaction, shown)
    drawn = await drawing.drawn(edge.parts_of(interaction), shown, attach=True, at_once=True)
    embed, view = drawn.body["embed"], panels.view(shown, routes.names())
    if _is_panel(interaction):
        await _replace(interaction, content, embed, view, drawn.file)
    elif drawn.file is None:
        await edge.tell(interaction, content, embed=embed, view=view)
    else:
        await edge.tell(interaction, content, embed=embed, view=view, file=drawn.file)


def _is_panel(interaction: Interaction) -> bool:
    message = interaction.message
    return message is not None and message.flags.ephemeral


async def _replace(
    interaction: Interaction,
    content: str,
    embed: discord.Embed | None,
    view: discord.ui.View,
    file: discord.File | None = None,
) -> None:
    changed: dict[str, Any] = {"content": content, "embed": embed, "view": view}
    changed["attachments"] = [file] if file else []
    if interaction.response.is_done():
        await interaction.edit_original_response(**changed)
    else:
        await interaction.response.edit_message(**changed)


async def shown_of(interaction: Interaction, challenge_id: int) -> Shown:
    """The challenge as it is now, for the club in which it was asked."""
    parts, club_id = edge.parts_of(interaction), interaction.guild_id or 0
    return await edge.read(interaction, standing.show, club_id, challenge_id, now=parts.clock())


async def _panel(interaction: Interaction, shown: Shown) -> str:
    """What stands over the preview."""
    if shown.challenge.state != "draft":
        return say("editing")
    now = edge.parts_of(interaction).clock()
    faults = await edge.read(interaction, service.faults, shown.challenge, now=now)
    faults += _place(interaction, await choosing.club_of(interaction))[1]
    if not faults:
        return say("draft")
    lines = "\n".join(f"- {texts.say(key, **values)}" for key, values in faults)
    return say("draft_faults", lines=lines)


async def drafted(interaction: Interaction, press: Press) -> None:
    """The form of a new challenge came back: it is a draft from now on."""
    parts, guild = edge.parts_of(interaction), choosing.server_of(interaction)
    club = await choosing.club_of(interaction)
    wishes = _typed(press, club, interaction, first=None)
    try:
        challenge = await edge.write(
            interaction,
            service.draft,
            guild.id,
            guild.name,
            interaction.user.id,
            wishes,
            now=parts.clock(),
            defaults=parts.defaults,
        )
    except ChallengeFaults as refusal:
        raise ChallengeFaults([*refusal.faults, *_place(interaction, club)[1]]) from None
    await shape(interaction, challenge.challenge_id)


async def renamed(interaction: Interaction, press: Press) -> None:
    """The same form for a challenge that is there; empty fields stay as they are."""
    club, shown = await choosing.club_of(interaction), await shown_of(interaction, press.number)
    await edit(interaction, press, _typed(press, club, interaction, first=shown.challenge))


def _typed(
    press: Press, club: Club, interaction: Interaction, *, first: Challenge | None
) -> Wishes:
    """What was typed into the main form; a day that cannot be meant is among what is unread."""
    fields = {name: value.strip() for name, value in press.fields.items()}
    today, unread = club.day_of(edge.parts_of(interaction).clock()), list[Fault]()

    def day(name: str, since: date, *, last: bool = False) -> date | None:
        try:
            typed = fields.get(name)
            return day_named(typed, today=today, since=since, last=last) if typed else None
        except Refusal as refusal:
            unread.append((refusal.key, refusal.values))
            return None

    begins = day("from", figures.days_before(today, BACK_DAYS))
    ends = day("until", begins or (first.first if first else today), last=True)
    return Wishes(
        name=fields.get("name") or None,
        kind=fields.get("kind") or None,
        goal=fields.get("goal") or None,
        first=begins,
        last=ends,
        unread=tuple(unread),
    )


async def edit(interaction: Interaction, press: Press, wishes: Wishes) -> None:
    """Changes the challenge and shows the panel as it is then."""
    await edge.write(
        interaction,
        carding.edit,
        interaction.guild_id or 0,
        press.number,
        interaction.user.id,
        wishes,
        now=edge.parts_of(interaction).clock(),
    )
    interaction.client.dispatch("cards_changed")
    await shape(interaction, press.number)


async def rename(interaction: Interaction, press: Press) -> None:
    """Opens the main form, filled with what is."""
    await edge.open_form(interaction, forms.main_form(await shown_at_once(interaction, press)))


async def shown_at_once(interaction: Interaction, press: Press) -> Shown:
    """The challenge, for a form, which cannot open after "thinking": this read does not defer."""
    parts, club_id = edge.parts_of(interaction), interaction.guild_id or 0
    return await parts.database.read(standing.show, club_id, press.number, now=parts.clock())


async def post(interaction: Interaction, press: Press) -> None:
    """The draft becomes a challenge: its card is posted and lives from now on. Raises ChallengeFaults."""
    club, guild = await choosing.club_of(interaction), choosing.server_of(interaction)
    now = edge.parts_of(interaction).clock()
    channel_id, closed = _place(interaction, club)
    if closed:
        shown = await shown_of(interaction, press.number)
        faults = await edge.read(interaction, service.faults, shown.challenge, now=now)
        raise ChallengeFaults([*faults, *closed])
    challenge = await edge.write(
        interaction,
        carding.publish,
        guild.id,
        press.number,
        interaction.user.id,
        channel_id,
        now=now,
    )
    interaction.client.dispatch("cards_changed")
    card = await edge.read(interaction, carding.card_of, challenge.challenge_id)
    where = card.channel_id if card and card.channel_id else channel_id
    told = say("posted", channel=f"<#{where}>")
    await _replace(interaction, told, None, router.view())


def _place(interaction: Interaction, club: Club) -> tuple[int, list[Fault]]:
    """The challenge channel, else the one in which is asked; and what the bot may not do there."""
    guild = choosing.server_of(interaction)
    chosen = club.channel_for("challenges")
    channel_id = chosen if chosen and guild.get_channel(chosen) else interaction.channel_id or 0
    lacking = reach.missing_for_cards(guild, channel_id)
    if not lacking:
        return channel_id, []
    missing = club_wording.permissions(lacking)
    return channel_id, [(ChannelClosed.key, {"channel": f"<#{channel_id}>", "missing": missing})]


async def discard(interaction: Interaction, press: Press) -> None:
    """Throws a draft away; a challenge that is posted is called off by its own command alone."""
    shown = await shown_of(interaction, press.number)
    if shown.challenge.state != "draft":
        raise NoSuchChallenge
    now = edge.parts_of(interaction).clock()
    await edge.write(interaction, carding.cancel, interaction.guild_id or 0, press.number, now=now)
    await _replace(interaction, say("discarded"), None, router.view())


async def done(interaction: Interaction, press: Press) -> None:
    """The organizer has no more to change."""
    is_told = await edge.write(
        interaction,
        carding.done,
        interaction.guild_id or 0,
        press.number,
        interaction.user.id,
        now=edge.parts_of(interaction).clock(),
    )
    await _replace(interaction, say("done_told" if is_told else "done_same"), None, router.view())


HANDLERS: dict[str, Handler] = {
    "challenge:again": retyping.again,
    "challenge:drafted": retyping.kept("drafted", drafted),
    "challenge:renamed": retyping.kept("renamed", renamed),
    "challenge:rename": rename,
    "challenge:post": post,
    "challenge:discard": discard,
    "challenge:done": done,
}
