"""The command line for the host: run, demo, doctor, parse, backup, restore; a trouble is one sentence, no traceback."""

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot import logs
from bot.clock import system_clock
from bot.db import backup
from bot.errors import HostError
from bot.invite import invite_link
from bot.runs import parse as reading
from bot.settings import Settings
from bot.version import VERSION

if TYPE_CHECKING:
    from discord.ext import commands

_LEAVING_SECONDS = 0.2  # discord.py may lose a cancellation while it connects; closing ends it then
_CLOSING_SECONDS = 0.8  # Discord may leave a goodbye unanswered for half a minute
_TOKEN_REFUSED = 4004  # https://docs.discord.com/developers/topics/opcodes-and-status-codes
_log = logging.getLogger(__name__)


class TokenMissing(HostError):
    """There is no token to log in with."""

    def __init__(self) -> None:
        super().__init__(
            "The bot has no token yet. Copy it from the Bot page of your application at "
            "https://discord.com/developers/applications and set it as SECOND_WIND_TOKEN in the "
            "environment, or as `token` in config.toml."
        )


class TokenRefused(HostError):
    """Discord does not know the token."""

    def __init__(self) -> None:
        super().__init__(
            "Discord does not accept this token. Choose Reset Token on the Bot page at "
            "https://discord.com/developers/applications and set the new one as SECOND_WIND_TOKEN "
            "in the environment, or as `token` in config.toml."
        )


class IntentRefused(HostError):
    """The application may not read messages."""

    def __init__(self) -> None:
        super().__init__(
            "Discord does not let this bot read messages yet. Switch on Message Content Intent on "
            "the Bot page at https://discord.com/developers/applications, or set "
            "`read_chat = false` in config.toml to do without."
        )


class DiscordUnreachable(HostError):
    """No way to Discord, or none that it opens."""

    def __init__(self, cause: object) -> None:
        why = (str(cause).splitlines() or ["no answer in time"])[0]
        super().__init__(
            f"Discord can't be reached ({why}). Look at this machine's network and at "
            "https://discordstatus.com, then start again."
        )


class PartMissing(HostError):
    """A package that the bot stands on is not installed for this Python."""

    def __init__(self, package: str, target: str, install: str) -> None:
        super().__init__(
            f"The package {package} is not installed for this Python. Start with `make {target}`, "
            f"which installs it, or install it with `{install}`."
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the words of the command line say; gives the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.act(arguments))
    except HostError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Second Wind, a Discord bot for a running club."
    )
    parser.add_argument("--version", action="version", version=f"Second Wind {VERSION}")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    run = verbs.add_parser("run", help="connect to Discord and serve")
    demo = verbs.add_parser("demo", help="try the bot in a browser, without Discord")
    demo.add_argument("--port", type=_port, default=8000, help="where the page is (%(default)s)")
    demo.add_argument("--check", action="store_true", help="play the tour without a browser")
    doctor = verbs.add_parser("doctor", help="say what is wrong, and how to mend it")
    back_up = verbs.add_parser("backup", help="make a checked copy of the database")
    back_up.add_argument("--to", type=Path, metavar="FOLDER", help="instead of the usual folder")
    restore = verbs.add_parser("restore", help="put a backup in the place of the database")
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    parse = verbs.add_parser("parse", help="show how a post is read, and why")
    parse.add_argument("text", nargs="?", help="the post")
    parse.add_argument(
        "--jsonl", action="store_true", help="read posts from standard input instead"
    )
    parse.add_argument("--units", choices=("km", "mi"), help="what a bare number is in")
    parse.add_argument("--locale", metavar="TAG", help="such as de or en-US, for what is left open")
    parse.set_defaults(act=_parse, usage=parse.error)
    acts = (_run, _demo, _doctor, _backup, _restore)
    for verb, act in zip((run, demo, doctor, back_up, restore), acts, strict=True):
        verb.set_defaults(act=act)
        if verb is not demo:
            verb.add_argument("--config", type=Path, metavar="FILE", help="else ./config.toml")
    return parser


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number up to 65535, not {text!r}")
    return int(text)


def _doctor(arguments: argparse.Namespace) -> int:
    settings = Settings.load(arguments.config)
    logs.set_up("ERROR", settings.log_format, token=settings.token)  # what is wrong is said below
    try:
        from bot.checkup import check_up
    except ModuleNotFoundError as missing:
        raise _part_missing(missing, "run", "pip install -r requirements/run.txt") from None
    found = check_up(settings, now=system_clock())
    print("\n".join(found.lines))
    return 0 if found.is_well else 1


def _backup(arguments: argparse.Namespace) -> int:
    settings = Settings.load(arguments.config)
    now = system_clock()
    made = backup.back_up(settings.database, arguments.to or settings.backup_folder, now)
    if arguments.to is None:  # another folder may hold things that are not ours to clear away
        daily, weekly = settings.backup_daily, settings.backup_weekly
        backup.prune(settings.backup_folder, now, daily=daily, weekly=weekly)
    print(f"Backed up to {made}, and checked.")
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    settings = Settings.load(arguments.config)
    backup.restore(arguments.file, settings.database, now=system_clock())
    print(f"{settings.database} is now what {arguments.file} was.")
    return 0


def _parse(arguments: argparse.Namespace) -> int:
    if arguments.jsonl == (arguments.text is not None):
        arguments.usage("give one post as text, or --jsonl and posts on standard input")
    try:
        if arguments.jsonl:
            for line in reading.answer_lines(sys.stdin.buffer):
                print(line, flush=True)
        else:
            hints = {"units": arguments.units, "locale": arguments.locale}
            print(reading.show(reading.explain(arguments.text, now=system_clock(), **hints)))
    except BrokenPipeError:  # whoever reads our answers has seen enough
        sys.stdout = None
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    try:
        from bot.demo.run import main as play
    except ModuleNotFoundError as missing:
        raise _part_missing(missing, "demo", "pip install -e .[demo]") from None
    return play(arguments.port, arguments.check)


def _run(arguments: argparse.Namespace) -> int:
    settings = Settings.load(arguments.config)
    if settings.token is None:
        raise TokenMissing
    logs.set_up(settings.log_level, settings.log_format, token=settings.token)
    try:
        import discord

        from bot.app import create_bot
    except ModuleNotFoundError as missing:
        raise _part_missing(missing, "run", "pip install -r requirements/run.txt") from None
    voice = discord.VoiceClient
    voice.warn_nacl = voice.warn_dave = False  # not a word on voice, which nobody needs here
    asyncio.run(_serve(create_bot(settings), settings.token))
    return 0


def _part_missing(missing: ModuleNotFoundError, target: str, install: str) -> Exception:
    """The error in words, or itself where it is a module of ours that is missing."""
    package = (missing.name or "").partition(".")[0]
    return missing if package in {"", "bot", "cogs"} else PartMissing(package, target, install)


async def _serve(bot: "commands.Bot", token: str) -> None:
    """Serve until Ctrl-C or SIGTERM, which both end in a cancelled task, and close everything."""
    task = asyncio.current_task()
    assert task is not None
    with contextlib.suppress(NotImplementedError):  # Windows has no SIGTERM to wait for
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGTERM, lambda: task.cancelling() or task.cancel()
        )
    _say_where_to_invite(bot)
    serving = asyncio.create_task(_start(bot, token))
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        _log.info("asked to stop")
        serving.cancel()
        await asyncio.wait({serving}, timeout=_LEAVING_SECONDS)
    finally:
        await _close(bot)


async def _start(bot: "commands.Bot", token: str) -> None:
    """Log in and stay; what Discord says no to becomes a HostError."""
    import aiohttp
    import discord

    try:
        await bot.start(token)
    except discord.LoginFailure:
        raise TokenRefused from None
    except discord.PrivilegedIntentsRequired:
        raise IntentRefused from None
    except discord.ConnectionClosed as error:
        raise (TokenRefused() if error.code == _TOKEN_REFUSED else error) from None
    except discord.GatewayNotFound as error:
        raise DiscordUnreachable(error.__cause__ or error) from None
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as error:
        if getattr(error, "filename", None):  # trouble with a file, not with the network
            raise
        raise DiscordUnreachable(error) from None


async def _close(bot: "commands.Bot") -> None:
    """Close the bot and never raise: a trouble here must not hide what came before it."""
    try:
        async with asyncio.timeout(_CLOSING_SECONDS):
            await bot.close()
    except TimeoutError:
        _log.warning("closed without waiting for Discord any longer")
    except Exception:
        _log.exception("closing did not go smoothly")


def _say_where_to_invite(bot: "commands.Bot") -> None:
    async def on_ready() -> None:
        bot.remove_listener(on_ready)  # it comes again after each reconnect
        print(f"Logged in as {bot.user}, in {len(bot.guilds)} servers. Ctrl-C stops.")
        if bot.application_id:
            print(f"Invite: {invite_link(bot.application_id)}", flush=True)

    bot.add_listener(on_ready)
