"""What a host may write in config.toml and the environment, and what each mistake is told."""

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from bot import settings as module
from bot.errors import BadSettings
from bot.settings import Settings

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"
SECRET = "aV3ryS3cretW0rd"


@pytest.fixture
def config(tmp_path):
    """A function that writes config.toml and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def faults_of(path=None, environ=None) -> list[str]:
    with pytest.raises(BadSettings) as caught:
        Settings.load(path, environ or {})
    return caught.value.faults


def test_needs_nothing(tmp_path, monkeypatch):
    """Without a file and without variables everything has its default."""
    monkeypatch.chdir(tmp_path)
    assert Settings.load(None, {}) == Settings()


def test_finds_config_toml(config, monkeypatch):
    """The file config.toml of the working directory is read without being named."""
    monkeypatch.chdir(config("backup_daily = 3").parent)
    assert Settings.load(None, {}).backup_daily == 3


def test_reads_every_setting(config):
    """Each key of the file arrives with its own type."""
    path = config(
        'database = "club.sqlite"\ntoken = "abc.def"\nread_chat = false\nbackups = "/b"\n'
        "backup_daily = 1\nbackup_weekly = 0\n"
        'log_level = "debug"\nlog_format = "json"\nclub_zone = "Asia/Kolkata"\nclub_units = "mi"\n'
    )
    assert Settings.load(path, {}) == Settings(
        database=path.parent / "club.sqlite",
        token="abc.def",
        read_chat=False,
        backups=Path("/b"),
        backup_daily=1,
        backup_weekly=0,
        log_level="DEBUG",
        log_format="json",
        club_zone="Asia/Kolkata",
        club_units="mi",
    )


def test_has_a_reader_for_every_setting():
    """No field of Settings can be forgotten where values are read."""
    assert [f.name for f in dataclasses.fields(Settings)] == list(module._READERS)


def test_paths_start_at_the_file(config, monkeypatch):
    """A relative path, the default one included, lies beside the file that was read."""
    path = config('backups = "old"')
    monkeypatch.chdir("/")
    read = Settings.load(path, {})
    assert read.database == path.parent / "second-wind.sqlite"
    assert read.backup_folder == path.parent / "old"


def test_backups_lie_beside_the_database():
    """Without a folder named, backups go to `backups` beside the database."""
    assert Settings(database=Path("/club/a.sqlite")).backup_folder == Path("/club/backups")


def test_the_environment_wins(config):
    """A variable stands before the same key in the file, whatever its type."""
    path = config('backup_daily = 3\nread_chat = true\ntoken = "old"')
    environ = {
        "SECOND_WIND_BACKUP_DAILY": "5",
        "SECOND_WIND_READ_CHAT": "off",
        "SECOND_WIND_TOKEN": "new\n",
        "SECOND_WIND_CLUB_ZONE": "",
        "PATH": "/bin",
    }
    read = Settings.load(path, environ)
    assert (read.backup_daily, read.read_chat, read.token) == (5, False, "new")
    assert read.club_zone == "UTC"


def test_tells_all_faults_at_once(config):
    """One start shows everything that is wrong, in the file and in the environment."""
    path = config('databse = "a"\nbackup_daily = true\nclub_zone = "Europe/Berln"')
    faults = faults_of(path, {"SECOND_WIND_BACKUP_WEEKLY": "many", "SECOND_WIND_TOKN": SECRET})
    assert faults == [
        'databse = "a": no such setting. Did you mean database?',
        "backup_daily = true: allowed is a whole number from 1 to 366.",
        'club_zone = "Europe/Berln": allowed is the name of a time zone, such as "Europe/Berlin".'
        ' Did you mean "Europe/Berlin"?',
        'SECOND_WIND_BACKUP_WEEKLY = "many": allowed is a whole number from 0 to 520.',
        "SECOND_WIND_TOKN: no such setting. Did you mean SECOND_WIND_TOKEN?",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("database = 3", "database = 3: allowed is the path of a file or folder, as text."),
        ('database = ""', 'database = "": allowed is the path of'),
        ('backups = "a\\u0000b"', "allowed is the path of"),
        ('backups = "~nobody-here/x"', "allowed is the path of"),
        ('read_chat = "no"', "allowed is true or false. Did you mean false, without quotes?"),
        ("read_chat = 1", "read_chat = 1: allowed is true or false. Did you mean true"),
        ("read_chat = []", "read_chat = []: allowed is true or false."),
        ('backup_daily = "7"', "from 1 to 366. Did you mean 7, without quotes?"),
        ("backup_daily = 7.0", "backup_daily = 7.0: allowed is a whole number"),
        ("backup_daily = 0", "backup_daily = 0: allowed is a whole number from 1 to 366."),
        ("backup_weekly = -1", "backup_weekly = -1: allowed is a whole number from 0"),
        ("backup_weekly = 2026-11-16", 'backup_weekly = "2026-11-16": allowed is a whole'),
        ('log_level = "warn"', 'Did you mean "WARNING"?'),
        ("log_level = false", 'allowed is one of "DEBUG", "INFO", "WARNING", "ERROR".'),
        ('log_format = "jsno"', 'allowed is one of "text", "json". Did you mean "json"?'),
        ('club_zone = "berlin"', 'Did you mean "Europe/Berlin"?'),
        ('club_zone = "Mars/Olympus"', 'club_zone = "Mars/Olympus": allowed is the name'),
        ('club_zone = "  "', "allowed is the name of a time zone"),
        ('club_units = "mile"', 'allowed is one of "km", "mi". Did you mean "mi"?'),
        ("blue = 1", "blue = 1: no such setting."),
        ("[club]\nzone = 1", "[club]: all settings stand at the top level, without tables."),
        ('club_units = "' + "x" * 500 + '"', "…: allowed is one of"),
    ],
)
def test_words_each_fault(config, line, told):
    """A fault names the key, its value, what may stand there, and what was perhaps meant."""
    (fault,) = faults_of(config(line))
    assert told in fault
    assert len(fault) < 240


@pytest.mark.parametrize(
    "text",
    [
        f'token = ["{SECRET}"]',
        f'token = "Bot {SECRET}"',
        f'token = {{ value = "{SECRET}" }}',
        f'tokken = "{SECRET}"',
        f'discord_token = "{SECRET}"',
        f'client_secret = "{SECRET}"',
        f'[discord]\ntoken = "{SECRET}"',
        f'token = "{SECRET}',
        'club_zone = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.' + SECRET * 2 + '"',
    ],
)
def test_never_echoes_a_token(config, text):
    """Whatever is wrong with a token, or with the name it stands under, it is not shown."""
    assert SECRET not in "".join(faults_of(config(text)))


def test_hides_the_token_in_its_own_text():
    """Printing the settings does not print the token."""
    assert SECRET not in repr(Settings(token=SECRET))


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_token_is_a_fault(config, text):
    """A token that is there but empty is told, by both its names."""
    assert faults_of(config(f'token = "{text}"')) == ["SECOND_WIND_TOKEN/token: empty."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("backup_daily = 7\ntoken = abc", "line 2, column 9: Invalid value. Text stands between"),
        ('database = "C:\\club"', "Unescaped '\\' in a string. Write a path with / instead."),
        ("backup_daily = 7\nbackup_daily = 8", "Each setting stands once."),
        ("backup_daily", "line 1, column 13: "),
        ('database = """a\nb', "line 2, column 2: "),
    ],
)
def test_says_where_the_file_cannot_be_read(config, text, told):
    """A slip in writing is told with file, line and column."""
    path = config(text)
    (fault,) = faults_of(path)
    assert fault.startswith(f"{path}, line ")
    assert told in fault


def test_a_file_that_was_named_must_exist(tmp_path):
    """A named file that is not there is a fault, and not the defaults in silence."""
    assert "no such file; config.example.toml" in faults_of(tmp_path / "none.toml")[0]


def test_a_folder_is_no_file(tmp_path):
    """A folder in the place of the file is told as such."""
    assert "cannot be read (Is a directory)" in faults_of(tmp_path)[0]


def test_other_encodings_are_told(tmp_path):
    """A file in another encoding than UTF-8 is told to be saved again; a mark in front is fine."""
    path = tmp_path / "config.toml"
    path.write_bytes('club_zone = "UTC"'.encode("utf-16"))
    assert "UTF-8" in faults_of(path)[0]
    path.write_bytes(b"\xef\xbb\xbfbackup_daily = 2")
    assert Settings.load(path, {}).backup_daily == 2


def test_the_example_is_complete():
    """config.example.toml shows every setting, and as it stands changes none."""
    text = EXAMPLE.read_text(encoding="utf-8")
    shown = re.findall(r"^(?:# )?([a-z_]+) = ", text, re.M)
    assert sorted(shown) == sorted(field.name for field in dataclasses.fields(Settings))
    assert Settings.load(EXAMPLE, {}) == Settings(database=EXAMPLE.parent / Settings().database)


def test_the_examples_remarks_can_be_switched_on():
    """Taking the mark from an example line gives valid TOML."""
    text = EXAMPLE.read_text(encoding="utf-8")
    everything = tomllib.loads(re.sub(r"^# ([a-z_]+ = )", r"\1", text, flags=re.M))
    assert len(everything) == len(dataclasses.fields(Settings))
