"""Letters from a year: whole for their member, from public runs alone for others, and the club's own."""

from datetime import date, datetime, timedelta
from random import Random

import pytest

from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.recaps import letters, personal
from bot.recaps import service as recaps
from bot.recaps.model import KINDS, RecapWishes
from bot.recaps.refusals import YearUnread
from bot.runs.model import Draft
from bot.schedule import ledger
from bot.schedule.model import MONTH, NOT_WANTED, YEAR, Ready, Skipped
from bot.stats.refusals import NothingToShare, NotToBeNamed
from cogs.recaps import letters as wording
from cogs.recaps import picture
from cogs.recaps import wording as recap_wording

OWLS, HARES, ANA, BEN = 7, 8, 11, 12
DEFAULTS = Defaults()
NEW_YEAR = datetime.fromisoformat("2027-01-01T08:00+00:00")


@pytest.fixture
def log(tx, now, store_run):
    for club_id in (OWLS, HARES):
        club = clubs.ensure(tx, club_id, "Owls", now=now, defaults=DEFAULTS)
        recaps.begin(tx, club, now=now)

    def add(day, metres=5000, *, club_id=OWLS, private=False, member_id=ANA, hour=19, kind=None):
        day = date.fromisoformat(day) if isinstance(day, str) else day
        posted_at = datetime.fromisoformat(f"{day}T{hour:02}:00+00:00")
        draft = Draft(day, metres, None, kind=kind)
        return store_run(club_id, member_id, draft, private=private, posted_at=posted_at)

    return add


def letter(tx, now, typed="2026", *, for_others=False):
    asked = letters.asked_for_others if for_others else letters.asked_for
    return asked(tx, OWLS, ANA, typed, now=now, defaults=DEFAULTS)


def told(found):
    return {one.key: dict(one.values) for one in found.findings}


def test_a_letter_holds_the_whole_year_of_its_member(tx, now, log):
    """Every run of every club, private ones too, and of that year alone."""
    log("2025-12-31", 9000)
    log("2026-01-01", 3000, private=True)
    log("2026-05-03", 4000, club_id=HARES)
    log("2026-05-03", 6000, member_id=BEN)
    found = letter(tx, NEW_YEAR)
    assert (found.runs, found.metres, found.days, found.is_whole) == (2, 7000, 2, True)
    assert found.name == "Member 11"
    assert len(found.calendar) == 365 + 3  # the year began on a Thursday
    assert found.calendar[3] == 3000 and sum(m or 0 for m in found.calendar) == 7000


def test_for_others_it_is_made_of_public_runs_of_this_club(tx, now, log):
    """A private run changes no letter of it, in totals, calendar or findings."""
    log("2026-03-01", 4000)
    log("2026-03-09", 6000)
    public = letter(tx, NEW_YEAR, for_others=True)
    for n in range(30):
        log(date(2026, 4, 1) + timedelta(days=n), 30_000, private=True, hour=6, kind="walk")
        log(date(2026, 4, 1) + timedelta(days=n), 20_000, club_id=HARES)
    assert letter(tx, NEW_YEAR, for_others=True) == public
    told = wording.worded(public)
    assert public.runs == 2 and "Dear" not in told and "You" not in told
    assert "You" not in wording.card(public).closing


def test_helping_out_is_a_joy_of_the_year(tx, now, log):
    """A private day of it is told to its member alone, and a year of nothing else is a letter, too."""
    log("2026-03-01", None, kind="volunteer", private=True)
    log("2026-03-01", None, kind="volunteer", club_id=HARES)
    mine = letter(tx, NEW_YEAR)
    assert (mine.runs, mine.helped, mine.is_empty) == (0, 1, False)
    assert told(mine) == {"helped_one": {"number": 1}}
    words = wording.worded(mine)
    assert "you were there for the others" in words and "On one day you helped out" in words
    log("2026-03-09", 6000)
    assert told(letter(tx, NEW_YEAR, for_others=True)) == {}
    log("2026-03-08", None, kind="volunteer")
    log("2026-03-15", None, kind="volunteer")
    shared = wording.worded(letter(tx, NEW_YEAR, for_others=True))
    assert "Helped out on 2 days" in shared and "You" not in shared
    assert told(letter(tx, NEW_YEAR))["helped"] == {"number": 3}


def test_who_is_not_named_shares_nothing(tx, now, log):
    """Nor who has no public run in it."""
    log("2026-03-01", private=True)
    with pytest.raises(NothingToShare):
        letter(tx, NEW_YEAR, for_others=True)
    members.choose(tx, ANA, now=now, named=False)
    with pytest.raises(NotToBeNamed):
        letter(tx, NEW_YEAR, for_others=True)


def test_findings_see_rain_kudos_walks_and_hours(tx, now, log):
    """Each counted where it stands."""
    for n in range(12):
        post = log(date(2026, 3, 2) + timedelta(days=2 * n), kind="walk")
        if n < 5:
            tx.execute("INSERT INTO kudos VALUES (?, ?, 1)", (post.post_id, BEN))
        if n < 4:
            tx.execute(
                "INSERT INTO lines_told VALUES (?, ?, 'rain', ?, 'x', 0, 1)",
                (ANA, OWLS, post.post_id),
            )
    club, outlook = clubs.find(tx, OWLS), members.outlook_of(tx, ANA, clubs.find(tx, OWLS))
    runs = letters.own.once(letters.store.runs_of(tx, ANA, date(2026, 12, 31)))
    span = (date(2026, 1, 1), date(2026, 12, 31))
    seen = letters._seen(tx, club, outlook, ANA, runs, *span, until=NEW_YEAR, public_in=None)
    assert (seen.rainy, seen.kudos, seen.walks, set(seen.hours)) == (4, 5, 12, {19})
    assert told(letter(tx, NEW_YEAR))["rain"] == {"number": 4}


@pytest.mark.parametrize(
    ("typed", "instant", "expected"),
    [
        (None, "2027-01-20", 2026),
        (None, "2027-02-01", 2027),
        ("this", "2027-01-20", 2027),
        ("last", "2027-06-20", 2026),
        ("2024", "2027-06-20", 2024),
    ],
)
def test_a_year_is_named_by_words_or_number(tx, log, typed, instant, expected):
    """Without words the one that is fitting: in January the last, else the running one."""
    at = datetime.fromisoformat(f"{instant}T12:00+00:00")
    assert letter(tx, at, typed).year == expected


@pytest.mark.parametrize("typed", ["2028", "soon", "20266", "٢٠٢٦"])
def test_a_year_that_is_none_is_asked_for_again(tx, log, typed):
    """Also one that is yet to come."""
    with pytest.raises(YearUnread):
        letter(tx, NEW_YEAR, typed)


def test_a_running_year_is_told_so_far(tx, now, log):
    """Its calendar ends today."""
    log("2026-05-03")
    found = letter(tx, datetime.fromisoformat("2026-06-30T12:00+00:00"))
    assert not found.is_whole and len(found.calendar) == 181 + 3
    assert "so far" in wording.worded(found)
    assert "nothing of yours in 2025" in wording.worded(letter(tx, NEW_YEAR, "2025"))


def claimed(tx, kind, at):
    """The occurrence of that kind, of all that is due."""
    while (found := ledger.claim(tx, now=at)) is not None:
        for one in found:
            if one.kind == kind:
                return one
            ledger.settle(tx, {one: Skipped("not this one")}, now=at)
    return None


def test_it_comes_on_new_years_day_to_whoever_asked(tx, now, log):
    """With the recap of the week; nothing comes where nothing was run."""
    log("2026-11-20")
    for member_id in (ANA, BEN):
        members.choose(tx, member_id, now=now, dms="recap")
        personal.follow(tx, OWLS, member_id, now=now)
    first = claimed(tx, letters.KIND, NEW_YEAR)
    assert first.key == date(2026, 1, 1)
    second = claimed(tx, letters.KIND, NEW_YEAR)
    ready = {one.owner_id: letters.due(tx, one, NEW_YEAR) for one in (first, second)}
    assert isinstance(ready[ANA], Ready) and ready[ANA].channel_ids == ()
    assert ready[BEN] == Skipped(letters.NOTHING_RAN)
    members.choose(tx, ANA, now=now, dms="nudge")
    assert letters.due(tx, first, NEW_YEAR) == Skipped(NOT_WANTED)


def recap(tx, now, every, at):
    recaps.choose(tx, OWLS, "Owls", RecapWishes(kinds="yearly"), now=now, defaults=DEFAULTS)
    occurrence = claimed(tx, KINDS[every], at)
    return recaps.due(tx, occurrence, at).about


def test_the_clubs_letter_has_the_same_facts_in_words_and_picture(tx, now, log):
    """Totals, findings and a calendar; names stand in the words alone."""
    for n in range(0, 300, 3):
        log(date(2026, 1, 5) + timedelta(days=n))
        log(date(2026, 1, 5) + timedelta(days=n), member_id=BEN)
        log(date(2026, 1, 5) + timedelta(days=n), member_id=BEN + 1 + n % 2)
    found = recap(tx, now, YEAR, NEW_YEAR)
    words = recap_wording.worded(found, Random(1))
    card = wording.club_card(found)
    assert "**300 runs**, **1,500 km**, 4 of us" in words and f"<@{ANA}>" in words
    assert [figure.value for figure in card.figures] == ["1,500 km", "300", "4", "100"]
    assert len(card.findings) == 3 and all(finding in words for finding in card.findings)
    assert len(words) <= recap_wording.MAX_WORDS and "Member" not in recap_wording.totals(found)


def test_a_month_has_a_picture_with_its_days(tx, now, log):
    """And what was found in it, in both."""
    for member_id in (ANA, BEN, BEN + 1):
        log("2026-11-07", member_id=member_id)
    found = recap(tx, now, MONTH, datetime.fromisoformat("2026-12-01T08:00+00:00"))
    card = picture.card(found)
    assert [bar.metres for bar in card.days.bars] == [0] * 6 + [15_000] + [0] * 23
    assert card.days.bars[6].label == "7"
    sentence = "3 of us were out on one and the same day, 7 Nov."
    assert sentence in card.highlights
    assert sentence in recap_wording.worded(found, Random(1))


def test_a_day_together_counts_public_runs_alone(tx, now, log):
    """Who ran in private was not seen."""
    for member_id in (ANA, BEN, BEN + 1):
        log("2026-11-07", member_id=member_id, private=member_id == ANA)
    found = recap(tx, now, MONTH, datetime.fromisoformat("2026-12-01T08:00+00:00"))
    assert "together" not in {one.key for one in found.findings}
