"""The list of who asked to be forgotten: durable, private, and never quietly useless."""

import errno
import os
import re
import stat
import threading
from datetime import UTC, datetime, timedelta

import pytest

from bot.db import forgotten
from bot.db.failures import StorageBroken, StorageFull, StorageReadOnly
from bot.db.forgotten import Forgotten
from bot.errors import ForgottenDamaged, ForgottenUnknown

ANA, BEN = 123456789012345678, 223456789012345678
THEN = datetime(2026, 11, 18, 20, 0, 0, 250_000, tzinfo=UTC)
MS = timedelta(milliseconds=1)


@pytest.fixture
def database(tmp_path):
    return tmp_path / "club.sqlite"


@pytest.fixture
def listed(database):
    return database.with_name("club.sqlite.forgotten")


@pytest.fixture
def key(database):
    return database.with_name("club.sqlite.key")


def test_it_begins_with_nobody(database, listed):
    """A new list covers nobody and is not even a file."""
    fresh = Forgotten(database)
    assert fresh.nobody and fresh.until(ANA) is None and not fresh.covers(ANA, THEN)
    assert not listed.exists()


def test_a_member_is_covered_up_to_the_millisecond(database):
    """What happened at the instant or before is covered, a millisecond later is not, and others never are."""
    known = Forgotten(database)
    known.remember(ANA, THEN)
    assert known.covers(ANA, THEN) and known.covers(ANA, THEN - timedelta(days=900))
    assert known.covers(ANA, THEN + MS - timedelta(microseconds=1))
    assert not known.covers(ANA, THEN + MS)
    assert not known.covers(BEN, THEN)
    assert not known.nobody


def test_it_is_known_after_a_restart(database):
    """What was remembered is read again from the files."""
    Forgotten(database).remember(ANA, THEN)
    again = Forgotten(database)
    assert again.until(ANA) == round(THEN.timestamp() * 1000)
    assert again.until(BEN) is None


def test_the_latest_instant_holds(database):
    """Asking again moves the instant on; a clock that went back does not."""
    known = Forgotten(database)
    for instant in (THEN, THEN + timedelta(days=3), THEN + timedelta(days=1)):
        known.remember(ANA, instant)
    for one in (known, Forgotten(database)):
        assert one.covers(ANA, THEN + timedelta(days=3))
        assert not one.covers(ANA, THEN + timedelta(days=3) + MS)


def test_no_file_names_anybody(database, listed, key):
    """Neither file holds an id, and only their owner can read them."""
    Forgotten(database).remember(ANA, THEN)
    for file in (listed, key):
        assert str(ANA) not in file.read_text()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_files_that_others_could_read_are_closed(database, listed, key):
    """Rights that somebody loosened are taken back at the next start."""
    Forgotten(database).remember(ANA, THEN)
    for file in (listed, key):
        file.chmod(0o644)
    Forgotten(database)
    assert {stat.S_IMODE(file.stat().st_mode) for file in (listed, key)} == {0o600}


def test_two_bots_give_a_member_different_hashes(tmp_path):
    """The hash depends on the key, so lists of two bots cannot be compared."""
    lines = []
    for name in ("one", "two"):
        Forgotten(tmp_path / name).remember(ANA, THEN)
        text = (tmp_path / f"{name}.forgotten").read_text()
        lines.append(re.search(r'"member": "(\w+)"', text)[1])
    assert lines[0] != lines[1]


def test_two_names_of_a_database_share_a_list(database, tmp_path):
    """A link to the database leads to the same list."""
    database.touch()
    link = tmp_path / "link.sqlite"
    link.symlink_to(database)
    Forgotten(link).remember(ANA, THEN)
    assert Forgotten(database).covers(ANA, THEN)


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_that_a_crash_cut_short_is_passed_over(database, listed, cut):
    """What was never confirmed is as if it had not been asked, and what comes after it is whole."""
    known = Forgotten(database)
    known.remember(ANA, THEN)
    whole = listed.read_bytes()
    known.remember(BEN, THEN)
    listed.write_bytes(whole + listed.read_bytes()[len(whole) : len(whole) + cut])
    again = Forgotten(database)
    assert again.covers(ANA, THEN) and not again.covers(BEN, THEN)
    again.remember(BEN, THEN)
    assert Forgotten(database).covers(BEN, THEN)


def test_zeros_that_a_crash_left_are_passed_over(database, listed):
    """A file system may leave zeros where a line was about to be written."""
    Forgotten(database).remember(ANA, THEN)
    listed.write_bytes(listed.read_bytes() + b"\0" * 100)
    known = Forgotten(database)
    known.remember(BEN, THEN)
    again = Forgotten(database)
    assert again.covers(ANA, THEN) and again.covers(BEN, THEN)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace('"until": 1', '"until": x'),
        lambda text: text.replace('"member": "', '"member": "zz'),
        lambda text: text.replace('"until"', '"unti1"'),
        lambda text: text + '{"something": "else"}\n',
    ],
)
def test_a_damaged_line_is_said(database, listed, damage):
    """A line that is whole and not ours stops the bot with a sentence, rather than bring somebody back."""
    Forgotten(database).remember(ANA, THEN)
    listed.write_text(damage(listed.read_text()))
    with pytest.raises(ForgottenDamaged, match=r"Line \d of .*club\.sqlite\.forgotten is damaged"):
        Forgotten(database)


def test_a_missing_key_is_never_made_anew(database, key):
    """With a list and no key the bot says so and touches nothing."""
    Forgotten(database).remember(ANA, THEN)
    kept = key.read_text()
    key.unlink()
    with pytest.raises(ForgottenUnknown, match=r"club\.sqlite\.key is missing"):
        Forgotten(database)
    assert not key.exists()
    key.write_text(kept)
    assert Forgotten(database).covers(ANA, THEN)


@pytest.mark.parametrize("content", ["", "no key", "ab" * 31, "AB" * 32, "zz" * 32, "é" * 64])
def test_a_key_file_that_holds_no_key_is_said(database, key, content):
    """A key file with anything but a key in it is left alone and named."""
    key.write_text(content, encoding="utf-8")
    with pytest.raises(ForgottenUnknown, match="holds no key of Second Wind"):
        Forgotten(database)
    assert key.read_text(encoding="utf-8") == content


def test_the_key_of_another_list_is_said(database, key, tmp_path):
    """A sound key that did not make this list is not taken for the right one."""
    Forgotten(database).remember(ANA, THEN)
    Forgotten(tmp_path / "other")
    key.write_text((tmp_path / "other.key").read_text())
    with pytest.raises(ForgottenUnknown, match="is the key to another list"):
        Forgotten(database)


def test_a_key_that_a_crash_left_unfinished_is_made_again(database, key):
    """The key appears under its name only when it is whole and on disk."""
    unfinished = key.with_name(key.name + ".partial")
    unfinished.write_text("ab")
    Forgotten(database)
    assert re.fullmatch(r"[0-9a-f]{64}\n", key.read_text()) and not unfinished.exists()


@pytest.mark.parametrize(
    ("call", "code", "raised"),
    [("write", errno.ENOSPC, StorageFull), ("fsync", errno.EIO, StorageBroken)],
)
def test_a_disk_that_refuses_leaves_nothing(database, listed, monkeypatch, call, code, raised):
    """When the disk does not take the entry it is neither in memory nor in the file, and can be asked again."""
    known = Forgotten(database)
    known.remember(BEN, THEN)
    before = listed.read_bytes()
    real = getattr(os, call)

    def refuse(handle, *data):
        if call == "write":
            real(handle, data[0][:20])
        raise OSError(code, "no")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, refuse)
        with pytest.raises(raised):
            known.remember(ANA, THEN)
    assert not known.covers(ANA, THEN) and listed.read_bytes() == before
    known.remember(ANA, THEN)
    assert Forgotten(database).covers(ANA, THEN)


def test_a_write_that_comes_in_pieces_is_whole(database, monkeypatch):
    """A system that takes a few bytes at a time still gets the whole entry."""
    known, real = Forgotten(database), os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:7]))
    known.remember(ANA, THEN)
    assert Forgotten(database).covers(ANA, THEN)


def test_an_entry_and_its_name_are_on_disk(database, listed, monkeypatch):
    """The file and the folder that names it are both flushed before anything is said to be remembered."""
    known, flushed = Forgotten(database), []
    real = os.fsync

    def seen(handle):
        flushed.append(os.fstat(handle).st_ino)
        real(handle)

    monkeypatch.setattr(os, "fsync", seen)
    known.remember(ANA, THEN)
    assert flushed == [listed.stat().st_ino, database.parent.stat().st_ino]


def test_files_that_cannot_be_read_are_said(database, monkeypatch):
    """A refusal of the system at start becomes a sentence for the host."""
    Forgotten(database).remember(ANA, THEN)

    def refuse(path):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(forgotten, "_lines", refuse)
    with pytest.raises(StorageReadOnly):
        Forgotten(database)


def test_many_may_ask_at_once(database):
    """Entries written from several threads at the same moment are all there."""
    known = Forgotten(database)
    threads = [threading.Thread(target=known.remember, args=(n, THEN)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = Forgotten(database)
    assert all(one.covers(n, THEN) for n in range(40) for one in (known, again))
