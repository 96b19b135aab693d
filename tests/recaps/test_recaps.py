"""What a recap tells of a week, whom it names, and how it is worded."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from bot.almanac import time_of_day
from bot.challenges import service as challenges
from bot.challenges.model import Wishes as Goal
from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.clubs.refusals import UnknownZone
from bot.members import service as members
from bot.messages.model import Written
from bot.milestones.model import Milestone
from bot.recaps import service as recaps
from bot.recaps.findings import Finding
from bot.recaps.model import (
    CORRECTED_EVERY,
    KINDS,
    NAMED,
    OnTheWay,
    Reached,
    Recap,
    RecapWishes,
    looked_at,
    week_told,
)
from bot.recaps.refusals import WeekUnread
from bot.runs.model import Draft
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import MONTH, WEEK, YEAR, Ready, Sent, Skipped
from cogs.delivery.letter import digest_of
from cogs.recaps import picture, wording

CLUB, ANA, BEN, CLEO = 7, 11, 12, 13
MONDAY = date(2026, 11, 16)
HUNDRED = Milestone("distance", "100")
DEFAULTS = Defaults()


@pytest.fixture
def club(tx, now):
    """A club, with recaps as they come of themselves."""
    found = clubs.ensure(tx, CLUB, "Owls", now=now, defaults=DEFAULTS)
    recaps.begin(tx, found, now=now)
    return found


@pytest.fixture
def log(store_run, club):
    """Stores a run of a member."""

    def add(member_id, day, metres=5000, *, private=False, kind=None):
        return store_run(CLUB, member_id, Draft(day, metres, None, kind), private=private)

    return add


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


def week(tx, now, typed="2026-11-18"):
    return recaps.week(tx, CLUB, typed, now=now, defaults=DEFAULTS)


def due(tx, instant):
    """What the weekly occurrence says at an instant."""
    (occurrence,) = ledger.claim(tx, now=instant)
    return recaps.due(tx, occurrence, instant)


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


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("08:00", time(8)),
        ("8", time(8)),
        ("6.30 pm", time(18, 30)),
        ("12am", time(0)),
        ("24:00", None),
        ("13 pm", None),
        ("soon", None),
    ],
)
def test_a_time_of_day_is_read_as_it_is_typed(typed, expected):
    """The day ends at 23:59."""
    assert time_of_day(typed) == expected


def test_the_first_recap_needs_three_days_of_data(tx, now, log):
    """On the second day there is nothing to tell yet."""
    log(ANA, MONDAY + timedelta(days=5))
    assert due(tx, datetime.fromisoformat("2026-11-23T08:00+00:00")) == Skipped(recaps.TOO_NEW)


def test_a_club_without_a_run_ever_has_nothing_to_tell(tx, now, club):
    """However long it has been there."""
    assert due(tx, datetime.fromisoformat("2026-11-23T08:00+00:00")) == Skipped(recaps.TOO_NEW)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "EST", "Europe/Kyev"])
def test_a_zone_that_is_none_moves_no_recap(tx, now, club, zone):
    """It is refused, and everything stays as it was."""
    before = schedules.find(tx, KINDS[WEEK], CLUB, CLUB)
    with pytest.raises(UnknownZone):
        clubs.choose(tx, CLUB, "Owls", Wishes(zone=zone), now=now, defaults=DEFAULTS)
    assert schedules.find(tx, KINDS[WEEK], CLUB, CLUB) == before


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "Europe/Kiev"])
def test_a_zone_with_two_names_has_one_time(tx, now, club, zone):
    """The old name goes on working."""
    clubs.choose(tx, CLUB, "Owls", Wishes(zone=zone), now=now, defaults=DEFAULTS)
    due_at = schedules.find(tx, KINDS[WEEK], CLUB, CLUB).due_at
    assert due_at == datetime.fromisoformat("2026-11-23T06:00+00:00")


def test_half_past_two_comes_also_on_the_night_that_has_none(tx, now, club):
    """An hour later by the clock on the wall, and the week after at half past two again."""
    clubs.choose(tx, CLUB, "Owls", Wishes(zone="Europe/Berlin"), now=now, defaults=DEFAULTS)
    wishes = RecapWishes(weekday=6, at=time(2, 30))
    recaps.choose(tx, CLUB, "Owls", wishes, now=now, defaults=DEFAULTS)
    plan = schedules.find(tx, KINDS[WEEK], CLUB, CLUB).plan
    night, after = (plan.due_at(date(2027, 3, day)) for day in (15, 22))
    assert night == datetime.fromisoformat("2027-03-28T03:30+02:00")
    assert after == datetime.fromisoformat("2027-04-04T02:30+02:00")


def test_an_empty_week_is_one_line_or_nothing(tx, now, log):
    """As the organizer chose."""
    log(ANA, MONDAY - timedelta(days=30))
    monday = datetime.fromisoformat("2026-11-23T08:00+00:00")
    ready = due(tx, monday)
    assert isinstance(ready, Ready) and ready.about.is_empty
    assert "fine" in wording.worded(ready.about, Random(1))
    wishes = RecapWishes(empty="nothing")
    recaps.choose(tx, CLUB, "Owls", wishes, now=monday, defaults=DEFAULTS)
    assert due(tx, monday + timedelta(minutes=6)) == Skipped(recaps.EMPTY_WEEK)


def test_the_recaps_channel_goes_before_the_run_channel(tx, now, log):
    """Without one, the run channel."""
    clubs.read_runs_in(tx, CLUB, "Owls", [1], now=now, defaults=DEFAULTS)
    assert recaps.places(clubs.find(tx, CLUB)) == (1,)
    clubs.speak_in(tx, CLUB, "Owls", "recaps", 2, now=now, defaults=DEFAULTS)
    assert recaps.places(clubs.find(tx, CLUB)) == (2, 1)


def test_what_was_chosen_is_what_comes(tx, now, club):
    """A new day and time move the plan, more kinds add plans, off takes all away, and on brings them back."""
    wishes = RecapWishes(weekday=2, at=time(20), kinds="monthly")
    choice = recaps.choose(tx, CLUB, "Owls", wishes, now=now, defaults=DEFAULTS)
    assert (choice.weekday, choice.at, choice.kinds) == (2, time(20), "monthly")
    plans = {every: schedules.find(tx, KINDS[every], CLUB, CLUB) for every in (WEEK, MONTH)}
    assert all(plan.active for plan in plans.values())
    off = recaps.choose(tx, CLUB, "Owls", RecapWishes(active=False), now=now, defaults=DEFAULTS)
    assert not off.active
    assert not schedules.find(tx, KINDS[MONTH], CLUB, CLUB).active


def test_a_club_that_chose_is_not_begun_anew(tx, now, club):
    """The bot returning to a server changes nothing."""
    recaps.choose(tx, CLUB, "Owls", RecapWishes(active=False), now=now, defaults=DEFAULTS)
    recaps.begin(tx, club, now=now)
    assert not recaps.chosen(tx, club).active


def test_a_month_is_told_on_the_first_of_the_next(tx, now, log):
    """With its own title, and without bars by day."""
    log(ANA, date(2026, 11, 1))
    recaps.choose(tx, CLUB, "Owls", RecapWishes(kinds="monthly"), now=now, defaults=DEFAULTS)
    (weekly,) = ledger.claim(tx, now=datetime.fromisoformat("2026-11-30T08:00+00:00"))
    ledger.settle(tx, {weekly: Sent(1, 2)}, now=now)
    ready = due(tx, datetime.fromisoformat("2026-12-01T08:00+00:00"))
    assert (ready.about.first, ready.about.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert "Nov 2026" in wording.worded(ready.about, Random(1))


def recap_of(people, *, runs=None):
    ids = tuple(10**18 + number for number in range(people))
    return Recap(CLUB, "Owls", "km", WEEK, MONDAY, date(2026, 11, 22), 12_345_678, runs or people, people,
                 (), 3, ids, ids)  # fmt: skip


@pytest.mark.parametrize("people", [1, 3, 40, 70, 71, 72, 300, 5000])
def test_words_never_pass_discords_limits_and_no_name_is_cut(people):
    """Everyone is a whole mention once, or among those that are counted."""
    told = wording.worded(recap_of(people), Random(3))
    line = told.rpartition("🏃")[2]
    names = line.partition(": ")[2].split(", ")
    mentions = [name for name in names if name.startswith("<@")]
    assert len(told) <= wording.MAX_WORDS
    assert all(name.endswith(">") for name in mentions) and len(set(mentions)) == len(mentions)
    left = people - len(mentions)
    assert (f"and {left:,} more" in line) == (left > 0)


@pytest.mark.parametrize("every", [WEEK, MONTH, YEAR])
def test_the_longest_recap_there_can_be_fits_a_message(every):
    """5,000 runners and newcomers, milestones and challenges with long names, and everything that can be found."""
    ids = tuple(10**18 + number for number in range(5000))
    found = tuple(
        Finding(key, key, (("day", MONDAY), ("number", 10**6), ("weeks", 53), ("metres", 10**9)))
        for key in ("together", "new", "row")
    )
    recap = replace(
        recap_of(5000),
        every=every,
        kudos=10**6,
        newcomers=ids,
        milestones=tuple(Reached(one, "x" * 64, Milestone("runs", "1000")) for one in ids),
        challenges=(OnTheWay("@everyone " * 20, 100),) * 3,
        guests=tuple("*" * 64 for _ in ids),
        findings=found if every != WEEK else (),
    )
    told = wording.worded(recap, Random(5))
    assert len(told) <= wording.MAX_WORDS and " more" in told
    assert len(wording.totals(recap)) <= 1024 and "@everyone" not in told


def test_whom_a_folded_recap_shows_changes_with_the_week():
    """The visible ones are drawn anew, and the same for every telling of one week."""
    first, other = recap_of(300), recap_of(300)
    assert wording.worded(first, wording.dice(first)) == wording.worded(other, wording.dice(other))
    assert wording.worded(first, Random(1)) != wording.worded(first, Random(2))


def test_a_quiet_week_has_its_own_voice():
    """Two runs are told warmly, one in the singular."""
    told = wording.worded(recap_of(1), Random(1))
    assert "calm" in told and "one run" in told and "one of us" in told
    assert "calm" not in wording.worded(recap_of(3), Random(1))


@pytest.mark.parametrize("word", ["only", "lost", "failed", "missed", "lazy", "best", "winner"])
def test_nobody_is_ranked_or_shamed(word):
    """No voice of the recap weighs one against another."""
    told = [wording.worded(recap_of(people), Random(1)) for people in (1, 5)]
    assert all(word not in text.casefold() for text in told)


def test_a_guests_milestone_has_a_name_and_no_mention(tx, now, club):
    """No mention reaches a guest, so the name stands there."""
    recap = replace(
        recap_of(1), milestones=(Reached(-1, "Aunt May", Milestone("first", "marathon")),)
    )
    told = wording.worded(recap, Random(1))
    assert "Aunt May: first marathon" in told and "<@-" not in told


def posted(tx, monday):
    """The occurrence of the week before, as one that was sent."""
    (occurrence,) = ledger.claim(tx, now=monday)
    return replace(occurrence, ended_at=monday)


@pytest.mark.parametrize("quiet", ["line", "nothing"])
def test_what_was_posted_is_kept_true_to_the_end(tx, now, log, quiet):
    """Also when its last run is gone, which would have been no week to tell of."""
    wishes = RecapWishes(empty=quiet)
    recaps.choose(tx, CLUB, "Owls", wishes, now=now, defaults=DEFAULTS)
    log(ANA, MONDAY)
    monday = datetime.fromisoformat("2026-11-23T08:00+00:00")
    occurrence = posted(tx, monday)
    assert recaps.due(tx, occurrence, monday).about.ran == (ANA,)
    tx.execute("UPDATE runs SET withdrawn_at = 1")
    assert recaps.due(tx, occurrence, monday).about.is_empty
    tx.execute("DELETE FROM runs")
    assert recaps.due(tx, occurrence, monday).about.is_empty
    assert isinstance(recaps.due(tx, replace(occurrence, ended_at=None), monday), Skipped)


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


def test_recaps_that_were_off_come_back_as_they_were(tx, now, club):
    """Off and on again leaves monthly and yearly ones chosen."""
    for wishes in ({"kinds": "yearly"}, {"active": False}):
        recaps.choose(tx, CLUB, "Owls", RecapWishes(**wishes), now=now, defaults=DEFAULTS)
    again = recaps.choose(tx, CLUB, "Owls", RecapWishes(active=True), now=now, defaults=DEFAULTS)
    assert again.active and again.kinds == "yearly"
    fewer = recaps.choose(tx, CLUB, "Owls", RecapWishes(kinds="weekly"), now=now, defaults=DEFAULTS)
    assert fewer.kinds == "weekly"


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


def test_a_recap_goes_without_what_rests_on_a_hushed_message():
    """Of one whose message is hushed nothing is told but that they ran; what rests on no message stays."""
    ana, ben = Reached(ANA, "Ana", Milestone("runs", "10"), 1), Reached(BEN, "Ben", HUNDRED, 2)
    hushed, calm = Written(5, 1), Written(5, 2)
    rests_on = {ana: hushed, CLEO: hushed, BEN: calm}
    told = replace(recap_of(3), milestones=(ana, ben), newcomers=(BEN, CLEO), rests_on=rests_on)
    found = told.without({hushed})
    assert found == replace(told, milestones=(ben,), newcomers=(BEN,))
    assert digest_of(told) == digest_of(replace(told, rests_on={}))


def test_weeks_are_compared_at_every_look_and_the_rest_once_an_hour(now):
    """Of the looks of a day, all are at weeks, and twenty-four at months and years."""
    looks = [looked_at(now + n * CORRECTED_EVERY) for n in range(4 * 24)]
    assert all(KINDS[WEEK] in kinds for kinds in looks)
    assert sum(KINDS[MONTH] in kinds and KINDS[YEAR] in kinds for kinds in looks) == 24
