"""What an author answers to a question about their post, by its buttons: yes, no, kilometres or miles."""

import discord

from bot import texts
from bot.parts import Parts
from bot.questions import service as asked
from bot.questions.model import ASKED, Question
from bot.runs.parse import Reading, parse
from cogs import edge, trying
from cogs.edge import Interaction
from cogs.router import Handler, Press
from cogs.runs import filled_in, forms
from cogs.runs.questions import Questions


class YesOrNo:
    """Hears the answers; what follows from them is for the questions to settle."""

    def __init__(self, parts: Parts, questions: Questions) -> None:
        self._parts = parts
        self._questions = questions

    @property
    def presses(self) -> dict[str, Handler]:
        """What the buttons do."""
        return {
            "ask:yes": self.yes,
            "ask:no": self.no,
            "ask:km": self.kilometres,
            "ask:mi": self.miles,
        }

    async def yes(self, interaction: Interaction, press: Press) -> None:
        """It counts."""
        await self._answer(interaction, press, units=None)

    async def kilometres(self, interaction: Interaction, press: Press) -> None:
        """The number was in kilometres, as all later ones will be."""
        await self._answer(interaction, press, units="km")

    async def miles(self, interaction: Interaction, press: Press) -> None:
        """The number was in miles, as all later ones will be."""
        await self._answer(interaction, press, units="mi")

    async def no(self, interaction: Interaction, press: Press) -> None:
        """It does not count, and nothing more is asked about these words."""
        question = await self._own(interaction, press)
        if question is None:
            return
        await edge.acknowledge(interaction)
        await self._questions.close(question)
        await self._take_away(interaction)

    async def _answer(self, interaction: Interaction, press: Press, *, units: str | None) -> None:
        question = await self._own(interaction, press)
        if question is None:
            return
        if await edge.read(interaction, self._parts.holding.find, question.question_id):
            await filled_in.agree(interaction, question, units=units)
            await self._take_away(interaction)
            return
        if question.matter != ASKED:
            await edge.acknowledge(interaction)
        message = await self._questions.message_of(question)
        if message is None:
            await edge.tell(interaction, texts.say("runs.ask_unread"))
        elif question.matter == ASKED and not (reading := _read(message)).runs:
            form = forms.log_form(private=False, begun=forms.begun(reading), message_id=message.id)
            await edge.open_form(interaction, form)  # which ends the question when it is sent
        else:
            await edge.acknowledge(interaction)
            await self._questions.settle(question, message, units=units)
            await self._take_away(interaction)

    async def _own(self, interaction: Interaction, press: Press) -> Question | None:
        """The presser's own open question; anybody else hears that it is not for them."""
        question = await edge.read(interaction, asked.find, press.number)
        if question is None or not question.is_open:
            await edge.tell(interaction, texts.say("runs.ask_over"))
        elif question.member_id != interaction.user.id:
            await edge.tell(interaction, texts.say("errors.not_yours"))
        elif question.channel_id != interaction.channel_id:
            await edge.tell(interaction, texts.say("errors.outdated"))
        else:
            return question
        return None

    async def _take_away(self, interaction: Interaction) -> None:
        """A question that only its author sees can go by their own press alone."""
        if interaction.message is not None and interaction.message.flags.ephemeral:
            await trying.attempt(interaction.delete_original_response(), "a question's removal")
        await self._questions.tidy_up()


def _read(message: discord.Message) -> Reading:
    return parse(message.content, now=message.created_at)
