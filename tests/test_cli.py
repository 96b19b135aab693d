"""What a host reads in the terminal: one sentence for each trouble, and a quiet end."""

import asyncio
import json
import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot import cli, logs
from bot.clock import system_clock
from bot.db.database import Database
from bot.version import VERSION

ROOT = Path(__file__).parent.parent


def run_bot(
    *words: str, folder: Path, told: str = "", **environ: str
) -> subprocess.CompletedProcess[str]:
    """`python -m bot` in a process of its own, in an empty folder and with these variables alone."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), **environ},
        input=told,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_without_a_token(tmp_path):
    """A start without a token says both places where it may stand."""
    done = run_bot("run", folder=tmp_path)
    assert done.returncode == 1
    assert "SECOND_WIND_TOKEN" in done.stderr
    assert "`token`" in done.stderr
    assert done.stderr.count("\n") == 1


def test_with_a_wrong_configuration(tmp_path):
    """Every fault of the configuration is told at once, without a traceback."""
    Path(tmp_path, "my.toml").write_text("backup_daily = 0\nblue = 1\n")
    done = run_bot("run", "--config", "my.toml", folder=tmp_path, SECOND_WIND_CLUB_UNITS="ells")
    assert done.returncode == 1
    assert done.stderr.startswith("The configuration needs a look:\n")
    assert done.stderr.count("\n  - ") == 3
    assert "Traceback" not in done.stderr


def test_with_a_configuration_that_is_not_there(tmp_path):
    """A configuration that was named and is missing is told."""
    done = run_bot("run", "--config", "none.toml", folder=tmp_path)
    assert done.returncode == 1
    assert "none.toml: no such file" in done.stderr


def test_tells_its_version(tmp_path):
    """The version can be asked for."""
    assert run_bot("--version", folder=tmp_path).stdout == f"Second Wind {VERSION}\n"


@pytest.fixture
def database(tmp_path, monkeypatch):
    """A closed database as a club left it, in the working directory."""
    monkeypatch.chdir(tmp_path)
    path = Path("second-wind.sqlite")

    async def leave():
        await (await Database.open(path, now=system_clock())).close()

    asyncio.run(leave())
    return path


def marks(database: Path) -> int:
    """How far a test has written into the database."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA application_id").fetchone()[0]


def mark(database: Path, number: int) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA application_id = {number}")


def test_backs_up_and_restores(database, capsys):
    """What was backed up is there again after a restore, and both say where."""
    mark(database, 1)
    assert cli.main(["backup"]) == 0
    (copy,) = Path("backups").glob("*.sqlite")
    assert str(copy) in capsys.readouterr().out
    mark(database, 2)
    assert cli.main(["restore", str(copy)]) == 0
    assert f"{database} is now what {copy} was" in capsys.readouterr().out
    assert marks(database) == 1


def test_backs_up_elsewhere(database):
    """With a folder named, the copy goes there, and nothing that lies there is cleared away."""
    Path("disk").mkdir()
    for day in ("01", "02"):
        Path(f"disk/second-wind-2001-01-{day}T000000Z.sqlite").touch()
    assert cli.main(["backup", "--to", "disk"]) == 0
    assert len(list(Path("disk").iterdir())) == 3
    assert not Path("backups").exists()


def test_clears_old_backups_away(database):
    """In its own folder a backup makes those go that are too many."""
    Path("config.toml").write_text("backup_daily = 1\nbackup_weekly = 0\n")
    Path("backups").mkdir()
    Path("backups/second-wind-2001-01-01T000000Z.sqlite").touch()
    assert cli.main(["backup"]) == 0
    assert len(list(Path("backups").iterdir())) == 1


@pytest.mark.parametrize("words", [["backup"], ["restore", "none.sqlite"]])
def test_nothing_to_copy_is_told(tmp_path, monkeypatch, capsys, words):
    """A database or a backup that is not there is one sentence, and none is made."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(words) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not Path("second-wind.sqlite").exists()


@pytest.mark.parametrize("port", ["65536", "-1", "eighty", "٨٠"])
def test_a_port_is_a_number(port, capsys):
    """A port that cannot be one is refused in words."""
    with pytest.raises(SystemExit):
        cli.main(["demo", f"--port={port}"])
    assert "a port is a number up to 65535" in capsys.readouterr().err


def test_the_demo_gets_its_options(monkeypatch):
    """`demo` hands port and check to the demo, and gives its exit code."""
    monkeypatch.setattr("bot.demo.run.main", lambda port, check: (port, check) == (0, True) and 3)
    assert cli.main(["demo", "--port", "0", "--check"]) == 3


@pytest.mark.parametrize(
    ("words", "module", "missing", "told"),
    [
        (["demo"], "bot.demo.run", "simcord.preview", "make demo"),
        (["run"], "bot.app", "discord", "make run"),
    ],
)
def test_a_missing_package_is_named(monkeypatch, capsys, words, module, missing, told):
    """A package that is not installed is named, with the command that installs it."""
    monkeypatch.setenv("SECOND_WIND_TOKEN", "a.b.c")
    monkeypatch.setattr(logs, "set_up", lambda *_, **__: None)
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(
        "builtins.__import__", importing_without(module, ModuleNotFoundError(name=missing))
    )
    assert cli.main(words) == 1
    said = capsys.readouterr().err
    assert f"The package {missing.partition('.')[0]} is not installed" in said
    assert told in said


def importing_without(module: str, error: ModuleNotFoundError):
    """An `__import__` for which one module needs a package that is not there."""
    real = __import__

    def importing(name, *rest):
        if name == module:
            raise error
        return real(name, *rest)

    return importing


@pytest.mark.filterwarnings("ignore:'bot:RuntimeWarning")
def test_an_old_python_is_told(monkeypatch):
    """Before anything else, a Python that is too old is told in a sentence."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3.11 or later, and this is 3\.9\."):
        runpy.run_module("bot", run_name="__main__")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no process by a signal")
def test_ctrl_c_while_packages_are_read_ends_well(tmp_path):
    """A Ctrl-C that falls into code made from text, as dataclasses are, is no death by a signal either."""
    (tmp_path / "discord.py").write_text('exec("raise KeyboardInterrupt")')
    done = run_bot("run", folder=tmp_path, SECOND_WIND_TOKEN="a.b.c")
    assert (done.returncode, done.stderr) == (0, "")


def test_shows_how_a_post_is_read(capsys):
    """`parse` explains a post in the units and the language that were named."""
    assert cli.main(["parse", "ran 5 in 45:00", "--units", "mi"]) == 0
    assert "run: distance_m 8047, duration_s 2700" in capsys.readouterr().out


def test_reads_posts_from_standard_input(tmp_path):
    """`parse --jsonl` answers line by line and ends well."""
    post = '{"id": 1, "text": "ran 5k in 25:00", "now": "2026-11-18T20:00:00+00:00"}\n'
    done = run_bot("parse", "--jsonl", folder=tmp_path, told=post + "oops\n")
    assert done.returncode == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["runs"][0]["duration_s"] == 1500
    assert second["error"].startswith("the line is no JSON")


@pytest.mark.parametrize("words", [["parse"], ["parse", "5k", "--jsonl"]])
def test_needs_a_post_or_lines(words, capsys):
    """`parse` with nothing to read, or with two things, says what it wants."""
    with pytest.raises(SystemExit, match="2"):
        cli.main(words)
    assert "give one post as text, or --jsonl" in capsys.readouterr().err


@pytest.fixture
def room_on_the_disk(monkeypatch):
    """However full the disk of this machine is; and the log stays as the other tests have it."""
    monkeypatch.setattr("bot.doctor.model.LITTLE_ROOM", -(10**15))
    monkeypatch.setattr(logs, "set_up", lambda *_, **__: None)


@pytest.mark.usefixtures("room_on_the_disk")
def test_the_doctor_finds_a_house_in_order(database, capsys):
    """A sound database with a backup is one calm line, without a token too, and the code 0."""
    assert cli.main(["backup"]) == 0
    capsys.readouterr()
    assert cli.main(["doctor"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("All is well.") and "no token is set" in line


@pytest.mark.usefixtures("room_on_the_disk")
def test_the_doctor_says_what_is_wrong(database, capsys):
    """Findings with their mend, and the code 1."""
    assert cli.main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("One thing") and "make one now with `python -m bot backup`" in said


def test_the_doctor_looks_at_the_configuration_first(tmp_path):
    """A wrong configuration is told at once, and nothing else."""
    done = run_bot("doctor", folder=tmp_path, SECOND_WIND_CLUB_UNITS="ells")
    assert done.returncode == 1 and done.stderr.startswith("The configuration needs a look:")


def test_the_doctor_makes_nothing(tmp_path):
    """Where there is no database yet, that is told, and none is made."""
    done = run_bot("doctor", folder=tmp_path)
    assert done.returncode == 1 and "There is no database at" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("room_on_the_disk")
def test_the_doctor_says_when_discord_cannot_be_reached(database, capsys, monkeypatch):
    """With a token and without a network the rest is still looked at."""

    async def nowhere(*_):
        raise OSError("no way")

    monkeypatch.setattr("discord.Client.login", nowhere)
    monkeypatch.setenv("SECOND_WIND_TOKEN", "a.b.c")
    assert cli.main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "Discord can't be reached." in said and "Database: schema" in said


def test_an_end_looks_at_nothing_once_more(tmp_path):
    """What goes with the process is not collected first, which kept a busy machine's Ctrl-C waiting for seconds."""
    script = """
import gc, runpy, sys
gc.disable()
class Left:
    def __del__(self):
        print("collected")
left = Left()
left.itself = left
sys.argv = ["bot", "parse", "5k"]
del left
runpy.run_module("bot", run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0 and "distance_m 5000" in done.stdout
    assert "collected" not in done.stdout
