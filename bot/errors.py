"""Every error that has a sentence for somebody; each takes values and words itself, so a raise is one line.

SecondWindError
├── HostError                   said to the host, in the terminal
│   ├── BadSettings             every fault of the configuration at once
│   ├── DatabaseInUse           another process holds the lock
│   ├── DatabaseTooNew          written by a later version
│   ├── DatabaseMissing         there is no such file yet
│   ├── DatabaseUnreadable      damaged, no database at all, or no right to open it
│   ├── DatabaseReadOnly        may be read but not written
│   ├── SqliteTooOld
│   ├── MigrationFailed         rolled back; the file is as it was
│   ├── BackupDamaged           a backup that failed its check
│   ├── ForgottenUnknown        the key to the list of who asked to be forgotten is missing or wrong
│   └── ForgottenDamaged        that list holds something that was never written by us
└── Refusal                     said to a member, privately and kindly; worded in bot/texts
    └── (one small class per refusal, in the room that refuses)
"""

from pathlib import Path
from typing import ClassVar


class SecondWindError(Exception):
    """Base of all errors that word themselves."""


class HostError(SecondWindError):
    """Something only the host can mend; `str()` is one sentence that says how."""


class BadSettings(HostError):
    """The configuration has faults; `faults` holds one line for each."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__(
            "The configuration needs a look:\n" + "\n".join(f"  - {f}" for f in faults)
        )


class DatabaseInUse(HostError):
    """Another process holds the lock of this database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is in use by another Second Wind. Stop that one first, or name another file "
            "as `database`."
        )


class DatabaseTooNew(HostError):
    """The file was written by a later version of the bot."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema {found}, this version knows up to {known}. Update Second Wind, or "
            "restore a backup made before the update."
        )


class DatabaseMissing(HostError):
    """There is no database where one is to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no database at {path}. The bot makes one at its first start; if yours is "
            "elsewhere, name it as `database` in the configuration."
        )


class DatabaseUnreadable(HostError):
    """The file cannot be opened as a database."""

    def __init__(self, path: Path, cause: object) -> None:
        super().__init__(
            f"{path} cannot be read as a database ({cause}). Restore the newest backup with "
            "`python -m bot restore FILE`, or name another file as `database`."
        )


class DatabaseReadOnly(HostError):
    """The file or its folder cannot be written."""

    def __init__(self, path: Path, cause: object) -> None:
        super().__init__(
            f"{path} cannot be written ({cause}). Give the bot's user the right to write the file and its folder."
        )


class SqliteTooOld(HostError):
    """STRICT tables need SQLite 3.37."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"SQLite {found} is too old: 3.37 or later is needed. A newer Python brings it."
        )


class MigrationFailed(HostError):
    """A migration stopped half-way; everything it did was rolled back."""

    def __init__(self, version: int, cause: object) -> None:
        failed = f"Updating the database to schema {version} failed"
        if isinstance(cause, HostError):  # such as a full disk, which is no fault of ours
            told = f"{failed}. {cause} Nothing was changed."
        else:
            told = f"{failed} ({cause}). Nothing was changed; please report this with the version you run."
        super().__init__(told)


class BackupDamaged(HostError):
    """A backup that does not pass its integrity check."""

    def __init__(self, path: Path, cause: object) -> None:
        super().__init__(f"{path} is no sound backup ({cause}). Choose another one.")


class ForgottenUnknown(HostError):
    """The list of who asked to be forgotten cannot be read without its own key."""

    def __init__(self, key: Path, listed: Path, cause: str) -> None:
        super().__init__(
            f"{key} {cause}, and only the right key tells from {listed} who asked to be forgotten. "
            "Put both files back as they were together. If that cannot be, move both away: the "
            "bot then starts a new list, and a backup made before today must not be restored."
        )


class ForgottenDamaged(HostError):
    """A line of the list of who asked to be forgotten is not as it was written."""

    def __init__(self, listed: Path, number: int) -> None:
        super().__init__(
            f"Line {number} of {listed} is damaged. Put back an undamaged copy of that file; if "
            "there is none, take the line out: whoever it stood for must then ask once more."
        )


class Refusal(SecondWindError):
    """A kind "no" to a member: a key into bot/texts and the values its sentence needs."""

    key: ClassVar[str]

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.key)
