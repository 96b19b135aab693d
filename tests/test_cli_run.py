"""How `run` begins, serves and ends, with a bot that only pretends to be connected."""

import asyncio
import contextlib
import gc
import os
import signal

import aiohttp
import discord
import pytest

from bot import cli, logs
from bot.app import create_bot
from bot.settings import Settings


class FakeBot:
    """A bot that is ready at once and stays until it is asked to stop."""

    user = "Second Wind"
    guilds = ()
    application_id = 42

    def __init__(self) -> None:
        self.listener = None
        self.closed = False

    def add_listener(self, listener):
        self.listener = listener

    def remove_listener(self, listener):
        assert listener is self.listener
        self.listener = None

    async def start(self, token):
        await self.listener()
        await self.stay()

    async def stay(self):
        """What a served life is like."""

    async def close(self):
        self.closed = True


class SignalledBot(FakeBot):
    """A bot that somebody stops while it serves."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self.number = number

    async def stay(self):
        os.kill(os.getpid(), self.number)
        await asyncio.sleep(30)


class DeafBot(SignalledBot):
    """A bot that loses every cancellation, as discord.py may in the middle of a connection."""

    async def stay(self):
        os.kill(os.getpid(), self.number)
        for _ in range(100):
            if self.closed:
                return
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(0.05)
        raise RuntimeError("nobody stopped it")


class StuckBot(SignalledBot):
    """A bot to which Discord says no goodbye."""

    async def close(self):
        try:
            await asyncio.sleep(30)
        finally:
            await super().close()


class BrokenBot(SignalledBot):
    """A bot that cannot close."""

    async def close(self):
        raise RuntimeError("closing")


class RefusedBot(FakeBot):
    """A bot whose start ends in an error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    async def start(self, token):
        raise self.error


class Goodbye:
    """A closed socket, as discord.py looks at one."""

    def __init__(self, code: int) -> None:
        self.close_code = code


class Answer:
    """An HTTP answer, as discord.py looks at one."""

    status = 503
    reason = "Service Unavailable"


@pytest.fixture
def served(monkeypatch, tmp_path):
    """A function that runs a fake bot by the command line, and gives the exit code."""
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's `&` ignores it
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SECOND_WIND_TOKEN", "a.b.c")
    monkeypatch.setattr(logs, "set_up", lambda *_, **__: None)

    def serve(bot: FakeBot) -> int:
        monkeypatch.setattr("bot.app.create_bot", lambda settings: bot)
        return cli.main(["run"])

    yield serve
    signal.signal(signal.SIGINT, inherited)


def test_prints_the_invite_link(served, capsys):
    """Once logged in, the host reads where to invite the bot."""
    bot = FakeBot()
    assert served(bot) == 0
    assert "https://discord.com/oauth2/authorize?client_id=42&" in capsys.readouterr().out
    assert bot.listener is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stops_when_asked(served, capsys, number):
    """Ctrl-C and SIGTERM end the process in order: closed, exit code 0, nothing on stderr."""
    bot = SignalledBot(number)
    assert served(bot) == 0
    assert bot.closed
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stops_where_discord_py_does_not_hear_of_it(served, number):
    """Closing it ends a bot that went on connecting after it was cancelled."""
    bot = DeafBot(number)
    assert served(bot) == 0
    assert bot.closed


def test_does_not_wait_for_a_goodbye(served, monkeypatch, caplog):
    """A Discord that no longer answers does not hold up the end."""
    monkeypatch.setattr(cli, "_CLOSING_SECONDS", 0.01)
    bot = StuckBot(signal.SIGTERM)
    assert served(bot) == 0
    assert bot.closed
    assert "without waiting" in caplog.text


def test_a_trouble_while_closing_is_logged(served, caplog):
    """Closing never raises, whatever goes wrong in it."""
    assert served(BrokenBot(signal.SIGTERM)) == 0
    assert "closing did not go smoothly" in caplog.text


def unreachable() -> aiohttp.ClientConnectorError:
    key = aiohttp.client_reqrep.ConnectionKey("discord.com", 443, True, True, None, None, None)
    return aiohttp.ClientConnectorError(key, OSError(-3, "Temporary failure in name resolution"))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (discord.LoginFailure("Improper token has been passed."), ["SECOND_WIND_TOKEN", "`token`"]),
        (discord.ConnectionClosed(Goodbye(4004), shard_id=None), ["SECOND_WIND_TOKEN", "`token`"]),
        (
            discord.PrivilegedIntentsRequired(None),
            ["Message Content Intent", "`read_chat = false`"],
        ),
        (unreachable(), ["Discord can't be reached", "name resolution"]),
        (TimeoutError(), ["Discord can't be reached (no answer in time)"]),
        (OSError(101, "Network is unreachable"), ["Discord can't be reached"]),
        (aiohttp.ServerDisconnectedError(), ["Discord can't be reached"]),
        (discord.DiscordServerError(Answer(), None), ["Discord can't be reached (503"]),
    ],
)
def test_words_what_discord_refuses(served, capsys, error, told):
    """What keeps the bot from Discord is one sentence that names the setting, and exit code 1."""
    bot = RefusedBot(error)
    assert served(bot) == 1
    said = capsys.readouterr().err
    assert all(words in said for words in told)
    assert said.count("\n") == 1
    assert bot.closed


def test_a_gateway_out_of_reach_is_worded_too(served, monkeypatch, tmp_path, capsys):
    """Where Discord takes the login and then the connection fails, the host reads why, in one sentence."""
    bot = create_bot(Settings(database=tmp_path / "club.sqlite"))

    async def from_client(*_, **__):
        raise unreachable()

    async def start(token):
        await bot._async_setup_hook()
        await bot.connect()

    monkeypatch.setattr(discord.client.DiscordWebSocket, "from_client", from_client)
    monkeypatch.setattr(discord.client.ExponentialBackoff, "delay", lambda _: 0)
    monkeypatch.setattr(bot, "start", start)
    assert served(bot) == 1
    said = capsys.readouterr().err
    assert "Discord can't be reached (Cannot connect to host discord.com" in said
    assert bot.is_closed()


async def test_what_stands_at_the_start_is_not_looked_through_again(tmp_path, monkeypatch):
    """Collecting garbage later passes over everything that was made before the bot connected."""
    bot = create_bot(Settings(database=tmp_path / "club.sqlite"))

    async def connected(*_, **__):
        return gc.get_freeze_count()

    monkeypatch.setattr(discord.Client, "connect", connected)
    monkeypatch.setattr(bot, "_do_duties", connected)
    before = gc.get_freeze_count()
    try:
        await bot.connect()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
        await bot.close()


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "Permission denied", "/club"),
        discord.ConnectionClosed(Goodbye(4010), shard_id=1),
    ],
)
def test_other_errors_are_not_worded_away(served, error):
    """An error that has nothing to do with reaching Discord stays what it is."""
    with pytest.raises(type(error)):
        served(RefusedBot(error))
