"""What members write for themselves is nowhere but in their own hands: in no log and in no error."""

import logging
import sqlite3

import pytest

from bot.db.failures import StorageFull
from bot.runs.service import RunBook
from cogs import edge

NOTE = "zanzibar-heartache"


@pytest.fixture
def everything_logged(caplog):
    """As `log_level = "DEBUG"` has it: our own words at DEBUG, the libraries' from INFO on."""
    caplog.set_level(logging.INFO)
    for name in ("bot", "cogs"):
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


def said(caplog):
    """Everything that was logged, with all that a handler could make of it."""
    return "".join(f"{vars(record)}{record.getMessage()}" for record in caplog.records)


async def test_a_note_is_in_no_log(club, everything_logged):
    """Logging, listing, editing, exporting, removing and forgetting a run leave no word of its note behind."""
    await club.ana.slash(club.room, "run log", distance="5 km", note=NOTE)
    await club.ana.slash(club.room, "run log", distance="3 km", private=True, note=NOTE)
    await club.ana.send(club.room, f"5k in 24:30 {NOTE}")
    await club.ana.send(club.room, f"no run at all {NOTE}")
    await club.ana.send_dm(f"7k in 40:00 {NOTE}")
    await club.ana.slash(club.room, "run list")
    form = await club.ana.slash(club.room, "run log")
    await club.ana.submit_modal(form, {"distance": NOTE, "note": NOTE})
    await club.ana.slash(club.room, "my settings", zone=NOTE)
    await club.ana.slash(club.room, "my export")
    question = (await club.ana.slash(club.room, "my forget")).response
    club.wire.limit("DELETE", "/channels/*/messages/*", times=None)
    await club.ana.click(question, label="Forget me")
    assert club.env.errors  # the refused zone and distance were
    assert everything_logged.records and NOTE not in said(everything_logged)


@pytest.mark.parametrize(
    "error",
    [
        ValueError(f"bad value {NOTE}"),
        sqlite3.IntegrityError(f"constraint of {NOTE}"),
        StorageFull("SQLITE_FULL"),
    ],
)
async def test_a_note_is_in_no_error(club, everything_logged, monkeypatch, error):
    """An error in the middle of logging is told and logged by a number, without a word of what was written."""

    def fail(*_, **__):
        raise error

    for name in ("log_form", "log_text"):
        monkeypatch.setattr(RunBook, name, fail)
    result = await club.ana.slash(club.room, "run log", distance="5 km", note=NOTE)
    assert result.ephemeral and NOTE not in result.response.content
    (told,) = await club.post(club.ana, f"5k in 24:30 {NOTE}")
    assert NOTE not in told.content
    assert club.env.errors
    log = said(everything_logged)
    assert NOTE not in log and "reference" in log
    number = result.response.content.rpartition("(")[2].rpartition(" ")[2].strip("().")
    assert number in log


@pytest.mark.parametrize(
    ("command", "is_told"), [("notfeelingit", False), ("run list", True), ("board", True)]
)
async def test_an_error_in_what_is_of_a_mind_names_nobody(
    club, everything_logged, monkeypatch, command, is_told
):
    """That somebody used it at all is in no log, while other errors have the member in them."""

    async def failing(*_, **__):
        raise RuntimeError

    for way in ("read", "write"):
        monkeypatch.setattr(edge, way, failing)
    told = await club.ben.slash(club.room, command)
    assert "on me" in told.response.content and club.env.errors
    logged = [record for record in everything_logged.records if hasattr(record, "reference")]
    assert len(logged) == 1
    assert (str(club.ben.id) in str(vars(logged[0]))) is is_told
