"""`/my export`: everything about oneself in one private file, in a server and in a direct message."""

import csv
import io
import json
import re
import zipfile

import pytest

from bot.members import export


async def unpacked(attachment):
    """Name -> text of each file in an archive."""
    with zipfile.ZipFile(io.BytesIO(await attachment.read())) as archive:
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


async def exported(club, member):
    """What a member gets: the names of the files and the content of everything.json."""
    result = await member.slash(club.lobby, "my export")
    assert result.ephemeral
    (attachment,) = result.response.attachments
    files = await unpacked(attachment)
    return files, json.loads(files["everything.json"])


async def test_the_file_is_private_and_whole(club):
    """One archive, named for the day and the bot, with runs and their notes, kudos, names and settings."""
    await club.ana.slash(club.room, "run log", distance="5 km", time="24:30", note="legs like lead")
    await club.ana.slash(club.room, "run log", distance="3 km", private=True, note="=1+1")
    answer = (await club.ben.slash(club.room, "run log", distance="8 km", note="of Ben")).response
    await club.ana.click(answer, custom_id=answer.components[0]["components"][0]["custom_id"])
    await club.ana.slash(club.room, "my settings", units="mi")
    result = await club.ana.slash(club.lobby, "my export")
    assert result.ephemeral and "for your eyes alone" in result.response.content
    (attachment,) = result.response.attachments
    day = club.env.now().date().isoformat()
    assert attachment.filename == f"second-wind-{day}.zip"
    files = await unpacked(attachment)
    tables = json.loads(files["everything.json"])
    assert {name: len(rows) for name, rows in tables.items() if rows} == {
        "kudos": 1,
        "lines_told": 2,
        "posts": 2,
        "runs": 2,
        "club_members": 1,
        "members": 1,
    }
    first, second = tables["runs"]
    assert (first["distance in metres"], first["time in seconds"]) == (5000, 1470)
    assert (first["note"], second["note"]) == ("legs like lead", "=1+1")
    assert re.fullmatch(r"2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", first["logged at"])
    assert tables["posts"][0]["club"] == str(club.guild.id)
    rows = list(csv.DictReader(io.StringIO(files["runs.csv"], newline="")))
    assert [row["note"] for row in rows] == ["legs like lead", "'=1+1"]
    assert "Your data in Second Wind" in files["README.txt"]


async def test_nobody_else_is_in_it(club):
    """Kudos that others gave, their names and their runs are theirs."""
    mine = (await club.ana.slash(club.room, "run log", distance="5 km")).response
    await club.ben.slash(club.room, "run log", distance="8 km", note="of Ben")
    await club.ben.click(mine, custom_id=mine.components[0]["components"][0]["custom_id"])
    files, tables = await exported(club, club.ana)
    text = "".join(files.values())
    assert str(club.ben.id) not in text and "Ben" not in text
    assert tables["kudos"] == [] and "kudos.csv" not in files
    assert tables["club_members"][0]["name"] == "Ana"


async def test_it_works_in_private_and_for_all_clubs(club, world):
    """A direct message hands out the same, whichever club the runs are in."""
    async with world.joining("Larks") as guild:
        room = guild.create_text_channel("runs")
        ana = guild.add_member(club.ana.user)
    await club.ana.slash(club.room, "run log", distance="5 km")
    await ana.slash(room, "run log", distance="6 km")
    result = await club.ana.user.slash("my export")
    assert result.ephemeral
    tables = json.loads((await unpacked(result.response.attachments[0]))["everything.json"])
    assert {run["club"] for run in tables["runs"]} == {str(club.guild.id), str(guild.id)}
    assert {row["club"] for row in tables["club_members"]} == {str(club.guild.id), str(guild.id)}


@pytest.mark.parametrize("private", [False, True])
async def test_nothing_held_is_a_sentence(club, private):
    """Whoever the bot knows nothing of is told so, without a file."""
    await club.ben.slash(club.room, "run log", distance="8 km")
    asked = club.ana.user.slash("my export") if private else club.ana.slash(club.lobby, "my export")
    result = await asked
    assert result.ephemeral and "I hold nothing about you" in result.response.content
    assert result.response.attachments == []


async def test_what_discord_would_not_take_comes_in_parts(club, monkeypatch):
    """A file above Discord's limit is split into several whole ones, each said to be one of them."""
    for distance in ("5 km", "6 km", "7 km", "8 km"):
        await club.ana.slash(club.room, "run log", distance=distance)
    whole = export.archives
    monkeypatch.setattr(
        export, "archives", lambda tables, *, now, limit: whole(tables, now=now, limit=1)
    )
    result = await club.ana.slash(club.lobby, "my export")
    parts = [result.response, *result.followups]
    assert len(parts) == 4 and all(part.ephemeral for part in parts)
    assert "file 1 of" in parts[0].content
    assert parts[1].attachments[0].filename.endswith("-2-of-4.zip")
    runs = [
        run
        for part in parts
        for run in json.loads((await unpacked(part.attachments[0]))["everything.json"])["runs"]
    ]
    assert [run["distance in metres"] for run in runs] == [5000, 6000, 7000, 8000]


async def test_the_limit_is_discords(club, monkeypatch):
    """The limit is the one this interaction came with."""
    seen = []
    whole = export.archives

    def look(tables, *, now, limit):
        seen.append(limit)
        return whole(tables, now=now, limit=limit)

    monkeypatch.setattr(export, "archives", look)
    await club.ana.slash(club.room, "run log", distance="5 km")
    await exported(club, club.ana)
    assert seen == [26214400]
