"""What a log line holds, and what never gets into one."""

import asyncio
import io
import json
import logging

import pytest

from bot import logs
from bot.errors import SqliteTooOld
from cogs import faults, trying

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0"


@pytest.fixture(autouse=True)
def _as_before():
    """Leaves logging as it was found."""
    names = (None, "bot", "cogs")
    levels = {name: logging.getLogger(name).level for name in names}
    handlers = logging.root.handlers[:]
    logging.root.handlers[:] = []
    yield
    logging.root.handlers[:] = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def log_to(style="text", level="INFO", token=None) -> io.StringIO:
    stream = io.StringIO()
    logs.set_up(level, style, token=token, stream=stream)
    return stream


def test_a_line_is_text():
    """A line of text has the instant, the level, the place, the event and its ids."""
    stream = log_to()
    logging.getLogger("bot.runs").info("logged", extra={"club_id": 7, "reference": "K3F"})
    when, rest = stream.getvalue().split(" ", 1)
    assert rest == "INFO bot.runs: logged club_id=7 reference=K3F\n"
    assert when.endswith("Z")


def test_a_line_is_json():
    """A JSON line is one object with the same things, an error's frames among them."""
    stream = log_to("json")
    try:
        raise TimeoutError
    except TimeoutError:
        logging.getLogger("cogs").exception("late", extra={"message_id": 5})
    line = json.loads(stream.getvalue())
    assert line.pop("at").endswith("Z")
    assert line.pop("error").endswith("TimeoutError")
    expected = {"level": "ERROR", "logger": "cogs", "message": "late", "message_id": 5}
    assert line == expected


def test_an_unexpected_error_of_the_edge_has_fields():
    """In JSON the number that was told and the ids are fields, and no value is told."""
    stream = log_to("json")
    try:
        int("felt awful")
    except ValueError as error:
        faults.report(error, "A1B2C3", guild=7, member=None)
    line = json.loads(stream.getvalue())
    assert (line["message"], line["reference"], line["guild_id"]) == (
        "unexpected ValueError",
        "A1B2C3",
        7,
    )
    assert "member_id" not in line and "test_logs.py" in line["error"]
    assert "awful" not in stream.getvalue()


def test_a_refused_call_has_fields():
    """A call that Discord did not take is told by what it was for, with the ids beside."""
    stream = log_to()
    asyncio.run(trying.attempt(refused(), "an answer", message=5))
    assert stream.getvalue().endswith(
        "WARNING cogs.trying: an answer failed: OSError message_id=5\n"
    )


async def refused():
    raise OSError


@pytest.mark.parametrize("style", ["text", "json"])
def test_extras_are_ids(style):
    """An extra that is neither an id nor a reference is left out."""
    stream = log_to(style)
    logging.getLogger("bot").warning("odd", extra={"content": "felt awful", "run_id": 1})
    assert "awful" not in stream.getvalue()
    assert "run_id" in stream.getvalue()


@pytest.mark.parametrize("style", ["text", "json"])
def test_an_errors_words_stay_out(style):
    """Errors show where they happened and what led there, not their words, which may quote a post."""
    stream = log_to(style)
    post = " ".join(["felt", "awful"])  # so that the lines shown of this file do not hold it
    try:
        try:
            int(post)
        except ValueError as cause:
            raise ExceptionGroup(post, [KeyError(post)]) from cause
    except ExceptionGroup:
        logging.getLogger("bot").exception("failed")
    assert "felt awful" not in stream.getvalue()
    assert "ValueError" in stream.getvalue()
    assert "KeyError" in stream.getvalue()


def test_an_error_keeps_its_numbers():
    """Codes of an error and sentences meant for the host are kept."""
    stream = log_to()
    for error in (FileNotFoundError(2, "No such file"), SqliteTooOld("3.36")):
        logging.getLogger("bot").error("failed", exc_info=error)
    assert "FileNotFoundError (errno 2, strerror No such file)" in stream.getvalue()
    assert "3.37 or later is needed" in stream.getvalue()


def test_an_error_that_caused_itself_ends():
    """A ring of causes is told once."""
    stream = log_to()
    error = ValueError()
    error.__cause__ = error
    logging.getLogger("bot").error("failed", exc_info=error)
    assert stream.getvalue().count("ValueError") == 1


@pytest.mark.parametrize("style", ["text", "json"])
def test_a_token_never_gets_in(style):
    """Neither the bot's own token nor anything shaped like one stands in a line or a traceback."""
    stream = log_to(style, token="short-token")
    try:
        raise SqliteTooOld(TOKEN)
    except SqliteTooOld:
        logging.getLogger("discord.http").exception("sent %s and %s", TOKEN, "short-token")
    assert TOKEN not in stream.getvalue()
    assert "short-token" not in stream.getvalue()
    assert stream.getvalue().count("[token]") == 3


def test_libraries_stay_quiet_at_debug():
    """At DEBUG our own lines come, and not those of libraries, which hold what members write."""
    stream = log_to(level="DEBUG")
    for name in ("bot.app", "discord.gateway", "aiosqlite"):
        logging.getLogger(name).debug("said by %s", name)
    assert "bot.app" in stream.getvalue()
    assert "discord.gateway" not in stream.getvalue()
    assert "aiosqlite" not in stream.getvalue()


def test_a_level_holds_for_all():
    """At WARNING nobody tells of ordinary events."""
    stream = log_to(level="WARNING")
    for name in ("bot", "cogs.runs", "discord"):
        logging.getLogger(name).info("ordinary")
    assert stream.getvalue() == ""


def test_a_lost_network_is_one_line():
    """discord.py's word that it connects again comes without a traceback."""
    stream = log_to()
    try:
        raise ConnectionResetError
    except ConnectionResetError:
        logging.getLogger("discord.client").exception("Attempting a reconnect in %.2fs", 1.5)
    assert stream.getvalue().count("\n") == 1
