"""The configuration as one typed, checked object; a wrong one is refused with all its faults at once."""

import dataclasses
import json
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot import almanac
from bot.errors import BadSettings
from bot.logs import without_tokens

FILE = Path("config.toml")
PREFIX = "SECOND_WIND_"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a host decides; config.example.toml says what each is for."""

    database: Path = Path("second-wind.sqlite")
    token: str | None = field(default=None, repr=False)
    read_chat: bool = True
    backups: Path | None = None
    backup_daily: int = 7
    backup_weekly: int = 4
    log_level: str = "INFO"
    log_format: str = "text"
    club_zone: str = "UTC"
    club_units: str = "km"

    @property
    def backup_folder(self) -> Path:
        """Where backups lie: the folder named, else `backups` beside the database."""
        return self.backups or self.database.parent / "backups"

    @classmethod
    def load(cls, path: Path | None = None, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read `path`, or ./config.toml where there is one, and then the environment, which wins.

        Relative paths start at the folder of the file, else at the working directory. Raises
        BadSettings with every fault of both.
        """
        file = path or (FILE if FILE.exists() else None)
        faults: list[str] = []
        read = _checked(_from_file(file, faults), faults)
        read |= _checked(_from_environment(environ), faults)
        if faults:
            raise BadSettings(faults)
        return _beside(dataclasses.replace(cls(), **read), file.parent if file else Path())


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing the host wrote: `label` is its name there, `key` the setting it is about."""

    label: str
    key: str
    value: object


class _Wrong(Exception):
    """A value that cannot stand: what may stand there, and what was perhaps meant."""

    def __init__(self, allowed: str, meant: str | None = None) -> None:
        self.allowed = allowed
        self.meant = meant


# Where the words come from: a file and the environment.


def _from_file(file: Path | None, faults: list[str]) -> Iterator[_Entry]:
    for key, value in _parsed(file, faults).items() if file else ():
        if isinstance(value, dict):
            faults.append(f"[{key}]: all settings stand at the top level, without tables.")
        else:
            yield _Entry(key, key, value)


def _parsed(file: Path, faults: list[str]) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")  # Notepad puts a mark in front
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{file}, {_place(str(error), text)}")
    except UnicodeDecodeError:
        faults.append(f"{file}: not saved as UTF-8 text; save it again with that encoding.")
    except FileNotFoundError:
        faults.append(f"{file}: no such file; config.example.toml is a good start for one.")
    except OSError as error:
        faults.append(f"{file}: cannot be read ({error.strerror}).")
    return {}


def _place(complaint: str, text: str) -> str:
    """Turn "Invalid value (at line 3, column 5)" into "line 3, column 5: Invalid value.", and a hint."""
    found = re.fullmatch(
        r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", complaint, re.S
    )
    if found is None:
        return f"{complaint}."
    lines = text.split("\n")
    line, column = found[2] or len(lines), found[3] or len(lines[-1]) + 1
    hint = next((hint for start, hint in _HINTS.items() if found[1].startswith(start)), "")
    return f"line {line}, column {column}: {found[1]}.{hint}"


def _from_environment(environ: Mapping[str, str]) -> Iterator[_Entry]:
    """What the environment says; an empty variable says nothing, as container files write it."""
    for name, text in environ.items():
        if name.startswith(PREFIX) and text:
            key = name.removeprefix(PREFIX).lower()
            yield _Entry(name, key, _typed(key, text))


def _typed(key: str, text: str) -> object:
    """The text of a variable as the type its setting has, or unchanged where it is none."""
    default = _DEFAULTS.get(key)
    if isinstance(default, bool):
        return _SWITCHES.get(text.strip().casefold(), text)
    if isinstance(default, int) and re.fullmatch(r"\s*[+-]?[0-9]{1,9}\s*", text):
        return int(text)
    return text


# What may stand: one reader for each setting.


def _checked(entries: Iterable[_Entry], faults: list[str]) -> dict[str, Any]:
    """The values that stand, by key; a fault for each entry that does not."""
    read: dict[str, Any] = {}
    for entry in entries:
        if entry.key not in _READERS:
            faults.append(_unknown(entry))
            continue
        try:
            read[entry.key] = _READERS[entry.key](entry.value)
        except _Wrong as wrong:
            faults.append(_refused(entry, wrong))
    return read


def _unknown(entry: _Entry) -> str:
    meant = _near(entry.key, _READERS)
    prefix = PREFIX if entry.label.startswith(PREFIX) else ""
    name = f"{prefix}{meant.upper() if prefix else meant}" if meant else None
    secret = meant == "token" or re.search("token|secret|password", entry.key.casefold())
    shown = "" if secret else f" = {_shown(entry.value)}"
    return f"{entry.label}{shown}: no such setting.{_did_you_mean(name)}"


def _refused(entry: _Entry, wrong: _Wrong) -> str:
    if entry.key == "token":
        return f"{PREFIX}TOKEN/token: {wrong.allowed}."
    meant = _did_you_mean(wrong.meant)
    return f"{entry.label} = {_shown(entry.value)}: allowed is {wrong.allowed}.{meant}"


def _shown(value: object) -> str:
    """A value as the file writes it, short, and without anything that looks like a token."""
    written = json.dumps(value, ensure_ascii=False, default=str)
    hidden = without_tokens(written)
    return hidden if len(hidden) <= 60 else f"{hidden[:57]}…"


def _did_you_mean(name: str | None) -> str:
    return f" Did you mean {name}?" if name else ""


def _near(word: str, options: Iterable[str]) -> str | None:
    import difflib  # here, since a right configuration never needs it

    by_fold = {option.casefold(): option for option in options}
    found = difflib.get_close_matches(word.strip().casefold(), by_fold, n=1, cutoff=0.5)
    return by_fold[found[0]] if found else None


def _text(value: object, allowed: str) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise _Wrong(allowed)
    return value.strip()


def _path(value: object) -> Path:
    allowed = "the path of a file or folder, as text"
    try:
        return Path(_text(value, allowed)).expanduser()
    except RuntimeError:  # ~somebody, whom this machine does not know
        raise _Wrong(allowed) from None


def _token(value: object) -> str:
    token = _text(value, "not text" if not isinstance(value, str) else "empty")
    if not re.fullmatch(r"[!#-&(-~]+", token):  # visible ASCII without quotes
        raise _Wrong("not a token; copy it again from the Bot page of the developer portal")
    return token


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    meant = _SWITCHES.get(str(value).strip().casefold())
    raise _Wrong("true or false", None if meant is None else f"{json.dumps(meant)}, without quotes")


def _number(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            digits = isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip())
            meant = digits and least <= int(digits[0]) <= most and f"{digits[0]}, without quotes"
            raise _Wrong(f"a whole number from {least} to {most}", meant or None)
        return value

    return read


def _one_of(*options: str) -> Callable[[object], str]:
    allowed = "one of " + ", ".join(f'"{option}"' for option in options)

    def read(value: object) -> str:
        word = _text(value, allowed)
        if word.casefold() not in map(str.casefold, options):
            meant = _near(word, options)
            raise _Wrong(allowed, meant and f'"{meant}"')
        return next(option for option in options if option.casefold() == word.casefold())

    return read


def _zone(value: object) -> str:
    allowed = 'the name of a time zone, such as "Europe/Berlin"'
    name = _text(value, allowed)
    if almanac.zone_named(name) is None:
        meant = next(iter(almanac.zones_like(name, limit=1)), None)
        meant = meant or _near(name, almanac.zone_names())
        raise _Wrong(allowed, meant and f'"{meant}"')
    return name


def _beside(settings: Settings, folder: Path) -> Settings:
    backups = settings.backups and folder / settings.backups
    return dataclasses.replace(settings, database=folder / settings.database, backups=backups)


_HINTS = {
    "Invalid value": " Text stands between quotes.",
    "Unescaped": " Write a path with / instead.",
    "Cannot overwrite": " Each setting stands once.",
}
_SWITCHES = dict.fromkeys(("true", "yes", "on", "1"), True) | dict.fromkeys(
    ("false", "no", "off", "0"), False
)
_DEFAULTS = dataclasses.asdict(Settings())
_READERS: dict[str, Callable[[object], object]] = {
    "database": _path,
    "token": _token,
    "read_chat": _switch,
    "backups": _path,
    "backup_daily": _number(1, 366),
    "backup_weekly": _number(0, 520),
    "log_level": _one_of("DEBUG", "INFO", "WARNING", "ERROR"),
    "log_format": _one_of("text", "json"),
    "club_zone": _zone,
    "club_units": _one_of("km", "mi"),
}
