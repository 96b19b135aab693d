"""Who lives at the Discord edge: every cog, handler and command, moved in at one place."""

from collections.abc import Mapping
from random import Random

from discord import app_commands
from discord.ext import commands

from bot.challenges.model import CARD
from bot.messages import service as messages
from bot.parts import Parts
from cogs import calls, edge, joys, kudos, motivation, notfeelingit, nudges, router
from cogs.board import BoardCommand
from cogs.challenges import club as club_challenges
from cogs.challenges import members as challenge_members
from cogs.challenges import organizing
from cogs.challenges import rules as challenge_rules
from cogs.challenges.announcing import Announcing
from cogs.challenges.commands import ChallengeCommands
from cogs.challenges.drawing import Drawing
from cogs.cheers import CheerCommand
from cogs.club import corrections, lines
from cogs.club import presses as club_presses
from cogs.club import prompts as club_prompts
from cogs.club import rewards as club_rewards
from cogs.club.arrival import Arrival
from cogs.club.commands import ClubCommands
from cogs.delivery.letter import Kind
from cogs.delivery.sending import Delivery
from cogs.edge import Interaction
from cogs.help import Help
from cogs.living import Living
from cogs.my import commands as my_commands
from cogs.my import presses as my_presses
from cogs.recaps import commands as recap_commands
from cogs.recaps import organizing as organizers_recap
from cogs.recaps import own as own_recaps
from cogs.recaps import posting as recap_posting
from cogs.rereading import Rereading
from cogs.rewarding import Rewarding
from cogs.router import Handler
from cogs.runs import commands as run_commands
from cogs.runs import marking, presses
from cogs.runs.backlog import ReadingBack
from cogs.runs.bookmarks import Bookmarks
from cogs.runs.catching_up import CatchingUp
from cogs.runs.chat import Chat
from cogs.runs.direct import Direct
from cogs.runs.doubts import Doubts
from cogs.runs.following import Following
from cogs.runs.menus import Menus
from cogs.runs.questions import Questions
from cogs.runs.removals import Removals
from cogs.runs.turns import Turns
from cogs.runs.yes_or_no import YesOrNo


def take_errors(tree: app_commands.CommandTree) -> None:
    """Errors of commands go to the one home of errors."""

    @tree.error
    async def take(interaction: Interaction, error: app_commands.AppCommandError) -> None:
        await edge.take(interaction, error)


async def move_in(bot: commands.Bot, parts: Parts) -> None:
    """Adds everything to the bot, once its parts exist."""
    bookmarks = Bookmarks(await parts.database.read(messages.bookmarks))
    pressed = await _follow_chat(bot, parts, bookmarks)
    await _offer_commands(bot, parts, bookmarks)
    await _keep_up(bot, parts)
    await bot.add_cog(Arrival(bot, parts))
    await bot.add_cog(joys.Joys(parts))
    await bot.add_cog(Rereading(parts))
    await bot.add_cog(router.Router({**HANDLERS, **pressed}))


async def _follow_chat(
    bot: commands.Bot, parts: Parts, bookmarks: Bookmarks
) -> Mapping[str, Handler]:
    """Whatever hears of posts; gives the handlers that belong to one of these cogs."""
    turns, questions = Turns(), Questions(bot, parts)
    doubts = Doubts(bot, parts, turns, questions)
    direct = Direct(bot, parts, questions)
    following = Following(bot, parts, turns, questions, doubts, direct)
    await bot.add_cog(questions)
    await bot.add_cog(doubts)
    await bot.add_cog(Chat(bot, parts, turns, bookmarks, questions, doubts, direct))
    await bot.add_cog(following)
    await bot.add_cog(CatchingUp(bot, parts, following, bookmarks, questions, direct))
    reading_back = ReadingBack(bot, parts, turns)
    await bot.add_cog(reading_back)
    await bot.add_cog(Removals(bot, parts))
    for menu in Menus(parts, questions).commands():
        bot.tree.add_command(menu)
    return {
        **YesOrNo(parts, questions).presses,
        "club:backlog": reading_back.begin,
        "club:halt": reading_back.stop,
        "run:club": direct.choose_club,
    }


async def _offer_commands(bot: commands.Bot, parts: Parts, bookmarks: Bookmarks) -> None:
    """Whatever can be called by its name."""
    await bot.add_cog(run_commands.RunCommands(parts))
    await bot.add_cog(my_commands.MyCommands(parts))
    await bot.add_cog(motivation.MotivationCommands(parts))
    await bot.add_cog(BoardCommand())
    await bot.add_cog(CheerCommand(parts))
    await bot.add_cog(ChallengeCommands(parts))
    await bot.add_cog(recap_commands.RecapCommands(parts))
    await bot.add_cog(Help(parts))
    bot.tree.add_command(notfeelingit.not_feeling_it)
    club_commands = ClubCommands(parts, bookmarks)
    await bot.add_cog(club_commands)
    room = organizers_room(club_commands)
    room.add_command(club_challenges.ClubChallenges(parts))
    room.add_command(corrections.RunCorrections(parts))
    room.add_command(corrections.log_for)
    room.add_command(corrections.history)
    room.add_command(organizers_recap.recap)
    room.add_command(lines.club_lines)
    room.add_command(club_prompts.club_prompts)


async def _keep_up(bot: commands.Bot, parts: Parts) -> None:
    """Whatever comes on its own, goes on living, or is looked after from time to time."""
    delivery = Delivery(bot, parts, kinds(bot, parts))
    drawing = Drawing(bot, parts, delivery.correct, Random())
    rewarding = Rewarding(bot, parts)
    await bot.add_cog(Living(bot, parts, {CARD: drawing.progress}))
    await bot.add_cog(rewarding)
    parts.schedule.deliver_with(delivery)
    parts.schedule.add(recap_posting.Corrections(bot, parts, delivery).duty())
    parts.schedule.add(rewarding.duty())
    parts.schedule.add(marking.duty(bot, parts))
    parts.schedule.add(calls.LookingAfter(bot, parts, delivery).duty())


HANDLERS: Mapping[str, Handler] = {
    **presses.HANDLERS,
    **recap_commands.HANDLERS,
    **kudos.HANDLERS,
    **my_presses.HANDLERS,
    **club_presses.HANDLERS,
    **club_rewards.HANDLERS,
    **lines.HANDLERS,
    **club_prompts.HANDLERS,
    **notfeelingit.HANDLERS,
    **calls.HANDLERS,
    **joys.HANDLERS,
    **corrections.HANDLERS,
    **club_challenges.HANDLERS,
    **challenge_members.HANDLERS,
    **organizing.HANDLERS,
    **challenge_rules.HANDLERS,
}
"""What components and forms do that need no cog, by the verb in their id."""


def kinds(bot: commands.Bot, parts: Parts) -> Mapping[str, Kind]:
    """What comes on its own, by the name of its kind."""
    return {
        **recap_posting.kinds(bot, parts),
        **own_recaps.kinds(parts),
        **Announcing(bot, parts, Random()).kinds(),
        **motivation.kinds(parts),
        **nudges.kinds(parts),
        **notfeelingit.kinds(),
        **calls.kinds(),
        **club_prompts.kinds(parts),
    }


def organizers_room(room: ClubCommands) -> app_commands.Group:
    """The group that holds the commands of organizers. Raises LookupError if the cog has none."""
    if room.app_command is None:
        raise LookupError(room.qualified_name)
    return room.app_command
