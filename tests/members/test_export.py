"""A member's export: everything of theirs, nothing of anybody else's, and safe to open."""

import csv
import io
import json
import os
import zipfile
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import texts
from bot.db.registry import MEMBER_TABLES
from bot.kudos.service import RunGone
from bot.members import export

ANA, BEN, CARA = 111_111_111_111_111_111, 222_222_222_222_222_222, 333_333_333_333_333_333
NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)


def opened(content):
    """The files of an archive, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def sheet(text):
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_everything_of_a_member_is_there(play):
    """Runs with their notes, those taken back, posts, kudos, names and settings, each row once."""
    mine = play.log(ANA, note="legs like lead")
    play.withdraw(play.log(ANA, private=True))
    play.clap(ANA, play.log(BEN))
    play.choose(ANA, units="mi", zone="Europe/Berlin", read_posts=False)
    tables = export.gather(play.tx, ANA)
    assert {name: len(rows) for name, rows in tables.items() if rows} == {
        "kudos": 1,
        "posts": 2,
        "runs": 2,
        "club_members": 1,
        "members": 1,
    }
    run, private = tables["runs"]
    assert run == {
        "run": str(mine.runs[0].run_id),
        "post": str(mine.post.post_id),
        "club": "1",
        "day": "2026-11-02",
        "distance in metres": None,
        "time in seconds": None,
        "kind": None,
        "note": "legs like lead",
        "private": False,
        "logged at": "2026-11-02T07:00:00.000+00:00",
        "taken back at": None,
        "taken out by an organizer at": None,
    }
    assert private["private"] is True and private["taken back at"] is not None
    (chosen,) = tables["members"]
    assert (chosen["units"], chosen["posts are read"], chosen["named in public"]) == (
        "mi",
        False,
        True,
    )


def test_every_table_and_every_exported_column_is_there(play):
    """The export follows the registry, also where a member has no rows."""
    play.log(ANA)
    tables = export.gather(play.tx, ANA)
    assert list(tables) == list(MEMBER_TABLES)
    for name, table in MEMBER_TABLES.items():
        for row in tables[name]:
            assert list(row) == list(table.exported.values())


def test_ids_are_text(play):
    """A Discord id keeps all its digits in whatever opens the JSON."""
    play.log(ANA)
    (post,) = export.gather(play.tx, ANA)["posts"]
    assert post["message"] == "700000000000000000" and post["channel"] == "500000000000000001"


def test_nothing_held_is_no_rows(play):
    """Of somebody unknown there is nothing."""
    play.log(BEN)
    assert not any(export.gather(play.tx, ANA).values())


def test_the_archive_explains_itself(play):
    """A page for people, everything for programs, and a sheet for each table with rows, readable once unpacked."""
    play.log(ANA, note="süß, 雨, 🏃")
    content = export.zipped(export.gather(play.tx, ANA), now=NOW)
    files = opened(content)
    assert list(files) == [
        "README.txt",
        "everything.json",
        "posts.csv",
        "runs.csv",
        "club_members.csv",
    ]
    assert "2026-11-18" in files["README.txt"] and "runs.csv" in files["README.txt"]
    assert json.loads(files["everything.json"])["runs"][0]["note"] == "süß, 雨, 🏃"
    (run,) = sheet(files["runs.csv"])
    assert run["note"] == "süß, 雨, 🏃" and run["private"] == "no"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert all(info.external_attr >> 16 == 0o600 for info in archive.infolist())


def test_unpacked_files_can_be_read(play, tmp_path):
    """The files come out of the archive with their content."""
    play.log(ANA)
    content = export.zipped(export.gather(play.tx, ANA), now=NOW)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    assert all(os.access(file, os.R_OK) and file.stat().st_size for file in tmp_path.iterdir())


def test_the_page_names_every_table():
    """Whoever reads the page knows what each file is."""
    page = texts.say("members.export_readme", day="2026-11-18")
    assert all(f"{name}.csv" in page for name in MEMBER_TABLES)


@pytest.mark.parametrize(
    "note",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        '=HYPERLINK("http://x")',
    ],
)
def test_a_note_is_never_a_formula(play, note):
    """What a spreadsheet would run has an apostrophe in front in the sheet, and is as written in the JSON."""
    play.log(ANA, note="x")
    play.tx.execute("UPDATE runs SET note = ?", (note,))
    files = opened(export.zipped(export.gather(play.tx, ANA), now=NOW))
    (run,) = sheet(files["runs.csv"])
    assert run["note"] == f"'{note}"
    assert json.loads(files["everything.json"])["runs"][0]["note"] == note


def test_a_name_is_never_a_formula(play):
    """The same holds for the name under which a member acted."""
    play.log(ANA)
    play.tx.execute("UPDATE club_members SET name = '=1'")
    files = opened(export.zipped(export.gather(play.tx, ANA), now=NOW))
    assert sheet(files["club_members.csv"])[0]["name"] == "'=1"


def test_what_is_too_large_comes_in_parts(play):
    """Each part is a whole archive below the limit, and together they hold every row once."""
    for number in range(40):
        play.log(ANA, note=os.urandom(150).hex() + str(number))
    tables = export.gather(play.tx, ANA)
    assert len(export.archives(tables, now=NOW, limit=10**6)) == 1
    parts = export.archives(tables, now=NOW, limit=8_000)
    assert len(parts) > 2 and all(len(part) <= 8_000 for part in parts)
    found = [row for part in parts for row in json.loads(opened(part)["everything.json"])["runs"]]
    assert found == list(tables["runs"])


def test_a_limit_below_a_row_does_not_loop(play):
    """One row is handed out whole, however small the limit."""
    play.log(ANA)
    assert len(export.archives(export.gather(play.tx, ANA), now=NOW, limit=1)) == 1


MEMBERS = st.sampled_from([ANA, BEN, CARA])
ACTIONS = st.one_of(
    st.tuples(st.just("log"), MEMBERS, st.booleans()),
    st.tuples(st.just("clap"), MEMBERS, st.integers(0, 9)),
    st.tuples(st.just("choose"), MEMBERS, st.booleans()),
    st.tuples(st.just("withdraw"), MEMBERS, st.integers(0, 9)),
)


def act(play, what, member, detail):
    """Play one action, unless it is impossible."""
    theirs = [one for one in play.logged if one.post.member_id == member]
    others = [one for one in play.logged if one.post.member_id != member and not one.post.private]
    if what == "log":
        play.log(member, note=f"note-of-{member}", private=detail)
    elif what == "choose":
        play.choose(member, named=detail)
    elif what == "clap" and detail < len(others):
        play.clap(member, others[detail])
    elif what == "withdraw" and detail < len(theirs):
        play.withdraw(theirs[detail])


@settings(max_examples=60)
@given(actions=st.lists(ACTIONS, max_size=20))
def test_an_export_holds_nobody_else(new_play, actions):
    """Whatever happened, the id, the name and the notes of another member are nowhere in the files."""
    with new_play() as play:
        for action in actions:
            with suppress(RunGone):  # a 👏 for a run that was taken back
                act(play, *action)
        text = "".join(opened(export.zipped(export.gather(play.tx, ANA), now=NOW)).values())
        assert str(BEN) not in text and str(CARA) not in text
        notes = play.tx.execute("SELECT count(*) FROM runs WHERE member_id = ?", (ANA,)).fetchone()[
            0
        ]
    assert text.count(f"note-of-{ANA}") == 2 * notes  # once in JSON, once in CSV
