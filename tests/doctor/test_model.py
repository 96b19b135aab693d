"""What counts as wrong, rule by rule, and that each has its mend."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.doctor import report
from bot.doctor.model import (
    LITTLE_ROOM,
    LONG_LOG,
    MEGABYTE,
    Channel,
    House,
    Unsent,
    Ward,
    examine_house,
    examine_ward,
    plain,
)
from bot.doctor.report import Section
from bot.errors import DatabaseMissing

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
WELL = House(
    now=NOW,
    size=10 * MEGABYTE,
    free=10_000 * MEGABYTE,
    log=MEGABYTE,
    fault=None,
    schema=3,
    known=3,
    backup_at=NOW - timedelta(hours=30),
    retried=(),
    zones="2026f",
)
RUNS = Channel("#runs", followed_to=NOW)


def keys(findings):
    return [finding.key for finding in findings]


def test_a_house_in_order_has_no_finding():
    """Where nothing is wrong, nothing is found."""
    assert examine_house(WELL) == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"fault": "row 3 missing from index"}, "unsound"),
        ({"free": LITTLE_ROOM + 19 * MEGABYTE}, "full"),
        ({"log": LONG_LOG + 1}, "long_log"),
        ({"backup_at": None}, "no_backup"),
        ({"backup_at": NOW - timedelta(days=3)}, "old_backup"),
        ({"retried": ("backup",)}, "retried"),
        ({"zones": "2024a"}, "old_zones"),
    ],
)
def test_each_trouble_of_a_house_is_found_alone(change, key):
    """One trouble is one finding."""
    assert keys(examine_house(replace(WELL, **change))) == [key]


@pytest.mark.parametrize("zones", ["2026f", "2025b", ""])
def test_zone_data_of_last_year_is_good_enough(zones):
    """Recent time zone data, or data without a version, is no finding."""
    assert examine_house(replace(WELL, zones=zones)) == []


def test_a_club_in_order_has_no_finding():
    """A channel that exists, is open and was followed is well."""
    assert examine_ward(Ward((RUNS,))) == []


@pytest.mark.parametrize(
    ("ward", "expected"),
    [
        (Ward(()), ["no_channel"]),
        (Ward((replace(RUNS, exists=False),)), ["no_channel", "gone"]),
        (Ward((RUNS, replace(RUNS, exists=False))), ["gone"]),
        (Ward((replace(RUNS, lacks=("Send Messages", "Embed Links")),)), ["closed", "closed"]),
        (Ward((replace(RUNS, behind=True),)), ["behind"]),
        (Ward((replace(RUNS, behind=True, lacks=("View Channel",)),)), ["closed"]),
        (Ward((RUNS,), undelivered=2), ["undelivered"]),
        (Ward((RUNS,), unsent=(Unsent("recap", NOW.date(), False),)), ["unsent"]),
        (Ward((RUNS,), unsent=(Unsent("recap", NOW.date(), True),)), ["delayed"]),
    ],
)
def test_each_trouble_of_a_club_is_found(ward, expected):
    """Each missing permission is named by itself; a closed channel is not also called behind."""
    assert keys(examine_ward(ward)) == expected


def test_a_missing_permission_is_named():
    """The sentence has the channel, the permission, and what to do."""
    (finding,) = examine_ward(Ward((replace(RUNS, lacks=("Add Reactions",)),)))
    told = report.told(finding)
    assert "#runs" in told and "Add Reactions" in told and "Permissions" in told


def test_all_well_is_one_line():
    """Notes are part of the one calm line."""
    (line,) = report.lines([Section("", []), Section("Night Owls:", [])], report.notes(WELL))
    assert line.startswith("All is well.") and "2026f" in line and "2026-11-17" in line


def test_findings_are_counted_and_stand_under_their_title(tmp_path):
    """What is wrong comes first, a section without findings is not named, and notes follow."""
    trouble = Section("Night Owls:", examine_ward(Ward(())))
    host = Section("", [plain(DatabaseMissing(tmp_path / "a.sqlite"))])
    told = report.lines([host, Section("Larks:", []), trouble], ["a note"])
    assert told[0].startswith("2 things")
    assert "There is no database at" in told[1]
    assert told[2] == "Night Owls:"
    assert told[-1] == "a note" and "Larks:" not in told


def test_one_finding_is_one_thing():
    """A single finding is not called several."""
    assert report.lines([Section("", examine_ward(Ward(())))], [])[0].startswith("One thing")
