"""What a recap tells of a week, and whom it names."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest

from bot.challenges import service as challenges
from bot.challenges.model import Wishes as Goal
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.members import service as members
from bot.recaps import service as recaps
from bot.recaps.model import NAMED, OnTheWay, week_told
from bot.recaps.refusals import WeekUnread
from cogs.delivery.letter import digest_of
from cogs.recaps import picture, wording

CLUB, ANA, BEN, CLEO = 7, 11, 12, 13
MONDAY = date(2026, 11, 16)
DEFAULTS = Defaults()


def week(tx, now, typed="2026-11-18"):
    return recaps.week(tx, CLUB, typed, now=now, defaults=DEFAULTS)


def test_the_totals_count_everyone_and_the_names_only_who_may_be_named(tx, now, log):
    """Private runs and those of members who are not to be named count, and nobody is told whose they are."""
    log(ANA, MONDAY, 10_000)
    log(BEN, MONDAY, 5_000, private=True)
    log(CLEO, MONDAY + timedelta(days=2), 3_000)
    tx.execute("INSERT INTO members (member_id, named, changed_at) VALUES (?, 0, 0)", (CLEO,))
    recap = week(tx, now)
    assert (recap.metres, recap.runs, recap.people) == (18_000, 3, 3)
    assert recap.ran == recap.newcomers == (ANA,)
    assert recap.days == (15_000, 0, 3_000, 0, 0, 0, 0)


def test_a_paused_member_is_told_of_like_one_who_is_not_named(tx, now, log):
    """As long as the pause goes on; their runs count."""
    log(ANA, MONDAY, 10_000)
    log(BEN, MONDAY, 5_000)
    members.pause(tx, BEN, 3, None, today=now.date(), now=now)
    assert week(tx, now).ran == (ANA,) and week(tx, now).people == 2
    assert week(tx, now + timedelta(days=3)).ran == (ANA, BEN)


def test_milestones_are_told_of_public_runs(tx, now, log):
    """The tenth public run is told with a name; a first run is a newcomer's, and private ones are nobody's business."""
    for day in range(9):
        log(ANA, MONDAY - timedelta(days=14 - day), 2000)
        log(BEN, MONDAY - timedelta(days=14 - day), 2000, private=True)
    log(ANA, MONDAY, 2000)
    log(BEN, MONDAY, 2000, private=True)
    log(CLEO, MONDAY, 2000)
    recap = week(tx, now)
    assert [(one.member_id, one.name) for one in recap.milestones] == [(ANA, "Member 11")]
    assert f"✨ <@{ANA}>: 10th run" in wording.worded(recap, Random(1))
    assert recap.newcomers == (CLEO,)


def test_the_picture_has_the_same_facts(tx, now, log):
    """Total, days, milestones and a welcome; with no name but those of whom something is told."""
    log(ANA, MONDAY, 10_000)
    log(BEN, MONDAY, 5_000)
    card = picture.card(week(tx, now))
    assert card.club == "Owls" and card.total.value == "15 km"
    assert [bar.metres for bar in card.days.bars] == [15_000, 0, 0, 0, 0, 0, 0]
    assert card.highlights == ("2 first runs with us. Welcome!",)


def test_a_newcomer_is_one_by_public_runs_alone(tx, now, log):
    """An earlier private run gives nobody away; an earlier public one makes it no first."""
    log(ANA, MONDAY - timedelta(days=9), private=True)
    log(BEN, MONDAY - timedelta(days=9))
    log(ANA, MONDAY)
    log(BEN, MONDAY)
    assert week(tx, now).newcomers == (ANA,)


def test_a_guest_is_named_and_never_mentioned(tx, now, log):
    """Who has no account is told by name, made safe to show, and is no newcomer to welcome by a mention."""
    log(members.guest(tx, CLUB, "@everyone *Mia*", now=now), MONDAY)
    log(ANA, MONDAY)
    recap = week(tx, now)
    told = wording.worded(recap, Random(1))
    assert recap.people == 2 and recap.newcomers == (ANA,)
    assert "Mia" in told and "<@-" not in told and "@everyone" not in told


def test_kudos_count_until_the_recap_was_due(tx, now, log):
    """Later ones do not change what was posted."""
    post = log(ANA, MONDAY)
    for member, at in ((BEN, 1), (CLEO, 10**15)):
        tx.execute("INSERT INTO kudos VALUES (?, ?, ?)", (post.post_id, member, at))
    assert week(tx, now).kudos == 1


@pytest.mark.parametrize(
    ("instant", "told"),
    [
        ("2026-11-22T11:59", "2026-11-09"),
        ("2026-11-22T12:00", "2026-11-16"),
        ("2026-11-23T00:00", "2026-11-16"),
    ],
)
def test_the_week_told_is_the_last_that_ended(club, instant, told):
    """On its last day from noon on, the running one."""
    now = datetime.fromisoformat(f"{instant}+00:00")
    assert week_told(club, now) == date.fromisoformat(told)


def test_a_lengthened_week_is_told_as_a_whole(tx, now, log):
    """A week that a new first day lengthens has thirteen days in one recap."""
    clubs.choose(tx, CLUB, "Owls", Wishes(week_start="sunday"), now=now, defaults=DEFAULTS)
    log(ANA, date(2026, 11, 26))
    assert week(tx, now).last == date(2026, 11, 28)
    assert sum(week(tx, now).days) == 5000


@pytest.mark.parametrize("typed", ["nonsense", "2026-13-40", "tomorrow", "2031-01-01"])
def test_a_week_that_is_none_is_refused(tx, now, club, typed):
    """What names no day, and a day to come, is asked for again."""
    with pytest.raises(WeekUnread):
        week(tx, now, typed)


def test_an_old_week_tells_of_no_challenge(tx, now, log):
    """How far one was then is known no more; of this week and the last one it is told, and is no reason to edit."""
    log(ANA, MONDAY, 5000)
    wishes = Goal(name="Autumn", goal="20 km", first=MONDAY, last=date(2026, 12, 20))
    draft = challenges.draft(tx, CLUB, "Owls", BEN, wishes, now=now, defaults=DEFAULTS)
    challenges.publish(tx, CLUB, draft.challenge_id, BEN, now=now)
    running = week(tx, now)
    assert running.challenges == (OnTheWay("Autumn", 25),)
    assert week(tx, now, "2026-11-10").challenges == ()
    assert week(tx, now + timedelta(days=7), "2026-11-18").challenges != ()
    assert week(tx, now + timedelta(days=14), "2026-11-18").challenges == ()
    assert digest_of(running) == digest_of(replace(running, challenges=()))


def test_today_is_the_clubs_today(tx, now, log):
    """Late in the evening in UTC it is tomorrow in Tokyo."""
    clubs.choose(tx, CLUB, "Owls", Wishes(zone="Asia/Tokyo"), now=now, defaults=DEFAULTS)
    sunday_evening = datetime.fromisoformat("2026-11-22T20:00+00:00")
    assert week(tx, sunday_evening, "today").first == date(2026, 11, 23)


def test_milestones_and_newcomers_beyond_what_is_named_are_counted(tx, now, log):
    """The same ones are named whenever the week is told, and the picture counts all who are new."""
    people = range(101, 101 + NAMED + 5)
    for member_id in people:
        log(member_id, MONDAY, 2000)
    recap = week(tx, now)
    assert len(recap.newcomers) == NAMED and recap.more_newcomers == 5
    assert week(tx, now).newcomers == recap.newcomers != tuple(people)[:NAMED]
    assert picture.card(recap).highlights == (f"{NAMED + 5} first runs with us. Welcome!",)
    line = next(x for x in wording.worded(recap, Random(1)).split("\n") if "welcome" in x)
    assert f"and {NAMED + 5 - line.count('<@')} more" in line


def test_who_helped_out_is_thanked(tx, now, log):
    """By name where the club could see it, in no number of runs and not among those who ran."""
    log(ANA, MONDAY)
    log(BEN, MONDAY, None, kind="volunteer")
    log(CLEO, MONDAY, None, kind="volunteer", private=True)
    found = week(tx, now)
    assert (found.runs, found.people, found.ran) == (1, 1, (ANA,))
    assert [one.member_id for one in found.helped] == [BEN]
    assert "Helped out, so that others could run: <@12>" in wording.worded(found, Random(1))
    members.choose(tx, BEN, named=False, now=now)
    assert week(tx, now).helped == ()
