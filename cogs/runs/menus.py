"""The menus of a message: *Log this as a run*, and *My run…*."""

import discord
from discord import app_commands

from bot import texts
from bot.clubs.refusals import NotAnOrganizer
from bot.parts import Parts
from bot.questions.model import ASKED
from bot.runs import counted
from bot.runs.parse import parse
from bot.runs.refusals import Questionable
from cogs import edge, organizers
from cogs.edge import Interaction
from cogs.runs import answers, forms, presses
from cogs.runs.posting import post_of
from cogs.runs.questions import Questions
from cogs.runs.reading import is_written


class Menus:
    """What a member finds in the menu of a message."""

    def __init__(self, parts: Parts, questions: Questions) -> None:
        self._parts = parts
        self._questions = questions

    def commands(self) -> list[app_commands.ContextMenu]:
        """Both menus, for servers alone."""
        menus = [
            app_commands.ContextMenu(name="Log this as a run", callback=self.log_this),
            app_commands.ContextMenu(name="My run…", callback=self.my_run),
        ]
        return [app_commands.guild_only(menu) for menu in menus]

    async def log_this(self, interaction: Interaction, message: discord.Message) -> None:
        """Logs a message of one's own; an organizer has another's author asked."""
        guild = interaction.guild
        if guild is None:
            await edge.tell(interaction, texts.say("errors.server_only"))
        elif message.author.id == interaction.user.id:
            await self._log_own(interaction, message, guild)
        else:
            await self._have_asked(interaction, message, guild)

    async def _log_own(
        self, interaction: Interaction, message: discord.Message, guild: discord.Guild
    ) -> None:
        """Where a message tells of no sure run, the form opens with what was read."""
        reading = parse(message.content, now=message.created_at)
        if not reading.is_run:
            form = forms.log_form(private=False, begun=forms.begun(reading), message_id=message.id)
            await edge.open_form(interaction, form)
            return
        post = post_of(message, club_id=guild.id, club_name=guild.name)
        try:
            logged = await edge.write(
                interaction,
                self._parts.following.by_hand,
                post,
                message.content,
                now=self._parts.clock(),
            )
        except Questionable as doubt:
            await self._questions.ask_privately(interaction, message, post, doubt)
        else:
            await answers.answer_by_hand(interaction, message, logged)

    async def _have_asked(
        self, interaction: Interaction, message: discord.Message, guild: discord.Guild
    ) -> None:
        """Only the author says that it is a run; an organizer may have them asked."""
        try:
            await organizers.admit(interaction)
        except NotAnOrganizer:
            await edge.tell(interaction, texts.say("runs.menu_only_own"))
            return
        post = post_of(message, club_id=guild.id, club_name=guild.name)
        if not is_written(message):
            told = "runs.menu_not_written"
        elif await edge.read(interaction, counted.is_counted, guild.id, post.source):
            told = "runs.menu_counts"
        elif await self._questions.ask(message, post, ASKED):
            told = "runs.menu_asked"
        else:
            told = "runs.menu_not_asked"
        await edge.tell(interaction, texts.say(told))

    async def my_run(self, interaction: Interaction, message: discord.Message) -> None:
        """The runner's private panel, from their post or from the bot's answer to it."""
        post_id = answers.post_under(message) or await edge.read(
            interaction, counted.post_told_in, interaction.user.id, message.id
        )
        if post_id is None:
            await edge.tell(interaction, texts.say("runs.menu_no_run"))
        else:
            await presses.show_panel(interaction, post_id)
