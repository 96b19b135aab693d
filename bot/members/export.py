"""A member's own data as a file: JSON for programs, CSV for tables, and a page that explains both."""

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot import almanac, texts
from bot.db.registry import MEMBER_TABLES, OWNER, MemberTable

Value = str | int | bool | None
Rows = Sequence[Mapping[str, Value]]
Tables = Mapping[str, Rows]

# https://owasp.org/www-community/attacks/CSV_Injection, with the full-width forms that spreadsheets take, too.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def gather(tx: sqlite3.Connection, member_id: int) -> Tables:
    """Everything the bot holds about the member: table -> rows, columns named for people, instants as ISO 8601."""
    return {name: _rows(tx, name, table, member_id) for name, table in MEMBER_TABLES.items()}


def _rows(tx: sqlite3.Connection, name: str, table: MemberTable, member_id: int) -> Rows:
    columns = ", ".join(table.exported)
    found = tx.execute(f"SELECT {columns} FROM {name} WHERE {OWNER} = ? ORDER BY 1", (member_id,))
    return [
        {called: _shown(table, column, row[column]) for column, called in table.exported.items()}
        for row in found
    ]


def _shown(table: MemberTable, column: str, value: str | int | None) -> Value:
    if value is None:
        return None
    if column in table.yes_or_no:
        return bool(value)
    if column.endswith("_at"):
        return almanac.from_ms(int(value)).isoformat(timespec="milliseconds")
    # Discord's ids pass the range that spreadsheets and JavaScript keep exactly.
    return str(value) if column.endswith("_id") else value


def archives(tables: Tables, *, now: datetime, limit: int) -> list[bytes]:
    """The export as ZIP files of at most `limit` bytes; several, each with a share of the rows, if one is too large."""
    whole = zipped(tables, now=now)
    if len(whole) <= limit or all(len(rows) < 2 for rows in tables.values()):
        return [whole]
    return [archive for half in _halves(tables) for archive in archives(half, now=now, limit=limit)]


def _halves(tables: Tables) -> tuple[Tables, Tables]:
    middle = {name: (len(rows) + 1) // 2 for name, rows in tables.items()}
    first = {name: rows[: middle[name]] for name, rows in tables.items()}
    return first, {name: rows[middle[name] :] for name, rows in tables.items()}


def zipped(tables: Tables, *, now: datetime) -> bytes:
    """The export as the bytes of a ZIP file: README.txt, everything.json, and a CSV for each table with rows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(tables, now=now):
            info = zipfile.ZipInfo(name, now.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16  # left at 0, unpacked files could not even be read
            archive.writestr(info, content)
    return out.getvalue()


def _files(tables: Tables, *, now: datetime) -> list[tuple[str, str]]:
    explained = texts.say("members.export_readme", day=now.date().isoformat())
    everything = json.dumps(tables, ensure_ascii=False, indent=2)
    sheets = [(f"{name}.csv", _csv(rows)) for name, rows in tables.items() if rows]
    return [("README.txt", explained + "\n"), ("everything.json", everything + "\n"), *sheets]


def _csv(rows: Rows) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return "\ufeff" + out.getvalue()  # without the mark, Excel does not take it for UTF-8


def _cell(value: Value) -> Value:
    """A note that begins like a formula would be run by a spreadsheet; the JSON keeps it as written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    inert = isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA)
    return f"'{value}" if inert else value
