"""Which backups are kept: a week of days, a month of weeks."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from bot.db.backup import newest_at, prune, prune_replaced, stamp

START = datetime(2026, 1, 1, tzinfo=UTC)

instants = st.integers(0, 120 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
sets_of_instants = st.sets(instants, max_size=60)
counts = st.integers(1, 9)


def name(at):
    return f"second-wind-{stamp(at)}.sqlite"


def kept_of(made, now, **rule):
    """The instants whose backups are still there after pruning."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        for at in made:
            (folder / name(at)).touch()
        gone = {path.name for path in prune(folder, now, **rule)}
        left = {path.name for path in folder.iterdir()}
    assert gone | left == {name(at) for at in made}
    assert not gone & left
    return {at for at in made if name(at) in left}


def latest(made, period, count):
    """The last of each of the latest `count` periods."""
    periods = sorted({period(at) for at in made})[-count:] if count else []
    return {max(at for at in made if period(at) == each) for each in periods}


@given(sets_of_instants, counts, counts)
def test_the_rule(made, daily, weekly):
    """Kept are the last of each of the latest days, and of the latest weeks before those."""
    kept = kept_of(made, START + timedelta(days=121), daily=daily, weekly=weekly)
    days = latest(made, lambda at: at.date(), daily)
    earlier = {at for at in made if at.date() < min(days).date()}
    weeks = latest(earlier, lambda at: tuple(at.isocalendar())[:2], weekly)
    assert kept == days | weeks


@given(st.sets(instants, min_size=1, max_size=60), instants)
def test_the_newest_is_never_removed(made, now):
    """Whatever the rule, the latest backup up to now stays, and all that is dated later."""
    kept = kept_of(made, now, daily=0, weekly=0)
    past = {at for at in made if at <= now}
    assert kept == {at for at in made if at > now} | ({max(past)} if past else set())


@given(sets_of_instants)
def test_pruning_every_time_keeps_the_same(made):
    """Pruning after each backup keeps what pruning once at the end keeps."""
    kept = set()
    for at in sorted(made):
        kept = kept_of(kept | {at}, at)
    assert kept == kept_of(made, START + timedelta(days=121))


def test_a_backup_a_day():
    """With a backup a day there are the last seven days and, before those, four weeks."""
    kept = set()
    for day in range(100):
        at = START + timedelta(days=day, hours=3)
        kept = kept_of(kept | {at}, at)
    days_ago = sorted((at - when).days for when in kept)
    assert days_ago[:7] == list(range(7))
    assert len(days_ago) == 11
    sundays = [at - timedelta(days=ago) for ago in days_ago[8:]]
    assert [day.isoweekday() for day in sundays] == [7, 7, 7]
    assert days_ago[-1] >= 22


def test_what_else_lies_there(tmp_path):
    """Unfinished copies go after a day, copies before an upgrade after four weeks, others never."""
    now = START + timedelta(days=60)
    ages = {
        "second-wind-{}.sqlite.ab.partial": timedelta(hours=25),
        "second-wind-schema-3-{}.sqlite.cd.partial": timedelta(hours=25),
        "second-wind-schema-3-{}.sqlite": timedelta(days=29),
        "my second-wind-{}.sqlite": timedelta(days=50),
        "second-wind-{}.sqlite.zip": timedelta(days=50),
    }
    for pattern, age in ages.items():
        for at in (now - age, now - timedelta(hours=1)):
            (tmp_path / pattern.format(stamp(at))).touch()
    for odd in ("second-wind-2026-99-99T999999Z.sqlite", "notes.txt"):
        (tmp_path / odd).touch()
    gone = {path.name for path in prune(tmp_path, now)}
    assert gone == {p.format(stamp(now - age)) for p, age in list(ages.items())[:3]}
    assert newest_at(tmp_path) is None


def test_no_folder(tmp_path):
    """Where there is no folder there is nothing to remove."""
    assert prune(tmp_path / "none", START) == []


def test_only_the_newest_replaced_databases_are_kept(tmp_path):
    """However often a backup is put back within a few days, three replaced files are enough."""
    database = tmp_path / "club.sqlite"
    ages = [timedelta(hours=hours) for hours in (1, 2, 3, 4, 50)]
    names = [f"club-replaced-{stamp(START - age)}.sqlite" for age in ages]
    for name in names:
        (tmp_path / name).touch()
    assert {path.name for path in prune_replaced(database, START)} == set(names[3:])
    assert {path.name for path in tmp_path.iterdir()} == set(names[:3])
    assert prune_replaced(database, START) == []


def test_replaced_databases_go_with_the_weeks(tmp_path):
    """What a restore replaced goes after four weeks with its companions; nothing else beside the database does."""
    now = START + timedelta(days=100)
    database = tmp_path / "my club.sqlite"
    old, young = stamp(now - timedelta(days=29)), stamp(now - timedelta(days=27))
    gone = {f"my club-replaced-{old}.sqlite", f"my club-replaced-{old}-2.sqlite"}
    kept = {
        "my club.sqlite",
        "my club.sqlite-wal",
        f"my club-replaced-{young}.sqlite",
        f"other-replaced-{old}.sqlite",
        f"my club-replaced-{old}.txt",
    }
    for name in (*gone, *kept, f"my club-replaced-{old}.sqlite-wal"):
        (tmp_path / name).touch()
    assert {path.name for path in prune_replaced(database, now)} == gone
    assert {path.name for path in tmp_path.iterdir()} == kept
