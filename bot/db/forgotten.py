"""Who asked to be forgotten, and when: kept beside the database, so that a restored backup forgets again."""

import hashlib
import hmac
import json
import os
import re
import secrets
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bot import almanac
from bot.db.copying import flush
from bot.db.failures import file_failure
from bot.errors import ForgottenDamaged, ForgottenUnknown

_KEY = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(
    r'\{"key": "(?P<key>[0-9a-f]{16})", "member": "(?P<member>[0-9a-f]{64})", "until": (?P<until>\d+)\}',
    re.ASCII,
)


class Forgotten:
    """Hash of a member -> the instant up to which everything of theirs is gone.

    The list and the key to its hashes are two files with owner-only rights; neither holds an id. Both stay
    where they are when a backup of the database is restored.
    """

    def __init__(self, database: Path) -> None:
        """Reads the list; makes the key where there is neither. Raises a HostError, never replaces a key."""
        database = database.resolve()
        self._list = database.with_name(database.name + ".forgotten")
        key_file = database.with_name(database.name + ".key")
        try:
            self._key = _key(key_file, self._list)
            self._until = self._read(key_file)
        except OSError as error:
            raise file_failure(error) from error
        self._writing = threading.Lock()

    @property
    def nobody(self) -> bool:
        """Whether nobody ever asked."""
        return not self._until

    def covers(self, member_id: int, instant: datetime) -> bool:
        """Whether something this member did at `instant` must not yield anything any more."""
        until = self.until(member_id)
        return until is not None and almanac.to_ms(instant) <= until

    def until(self, member_id: int) -> int | None:
        """Milliseconds since 1970 up to which the member is forgotten, or None."""
        return self._until.get(self._hash(str(member_id))) if self._until else None

    def remember(self, member_id: int, instant: datetime) -> None:
        """Puts down that everything of this member up to `instant` is to be gone; on disk when this returns.

        May wait for the disk, in any thread. Raises a StorageFailed, and then nothing was put down.
        """
        member, until = self._hash(str(member_id)), almanac.to_ms(instant)
        line = json.dumps({"key": self._fingerprint(), "member": member, "until": until})
        with self._writing:
            try:
                # The leading break keeps the entry whole behind a line that a crash cut short.
                _append(self._list, f"\n{line}\n")
            except OSError as error:
                raise file_failure(error) from error
            self._until[member] = max(until, self._until.get(member, until))

    def _read(self, key_file: Path) -> dict[str, int]:
        found: dict[str, int] = {}
        for number, line in enumerate(_lines(self._list), start=1):
            entry = _LINE.fullmatch(line)
            if entry is None:
                if line.endswith("}"):
                    raise ForgottenDamaged(self._list, number)
                continue  # empty, or cut short by a crash: that one was never confirmed to anybody
            if entry["key"] != self._fingerprint():
                raise ForgottenUnknown(key_file, self._list, "is the key to another list")
            found[entry["member"]] = max(int(entry["until"]), found.get(entry["member"], 0))
        return found

    def _fingerprint(self) -> str:
        """Tells, without telling the key, which key an entry was made with."""
        return self._hash("second wind")[:16]

    def _hash(self, words: str) -> str:
        return hmac.new(self._key, words.encode(), hashlib.sha256).hexdigest()


def _key(path: Path, listed: Path) -> bytes:
    for file in (path, listed):
        if file.exists() and file.stat().st_mode & 0o077:
            file.chmod(0o600)
    if not path.exists():
        if _lines(listed):
            raise ForgottenUnknown(path, listed, "is missing")
        _make_key(path)
    text = path.read_text("ascii", errors="replace").strip()
    if not _KEY.fullmatch(text):
        raise ForgottenUnknown(path, listed, "holds no key of Second Wind")
    return bytes.fromhex(text)


def _make_key(path: Path) -> None:
    unfinished = path.with_name(path.name + ".partial")  # a crash must not leave half a key
    unfinished.unlink(missing_ok=True)
    _append(unfinished, secrets.token_hex(32) + "\n")
    unfinished.replace(path)
    flush(path.parent)


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return path.read_text("ascii", errors="replace").splitlines()


def _append(path: Path, text: str) -> None:
    """Adds to a file that only its owner can read, and has it and its name on disk; else it is as before."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        before = os.fstat(handle).st_size
        try:
            _write(handle, text.encode())
            os.fsync(handle)
            flush(path.parent)
        except OSError:
            with suppress(OSError):
                os.ftruncate(handle, before)
            raise
    finally:
        os.close(handle)


def _write(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]
