"""Ten years of Mondays: clubs in hard zones, with crashes, downtimes, lost answers and changed settings.

In each club a member has words, a recap and a nudge come directly, and both keep quiet hours that change.

`python -m tests.schedule.simulation [years] [seed]` plays the long form; the tests play a short one.
"""

import sqlite3
import sys
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from bot.clubs import service as clubs
from bot.clubs.model import Defaults, Wishes
from bot.members import service as members
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import (
    CAUGHT_UP,
    DAYS,
    MISSED,
    SUPERSEDED,
    SWITCHED_OFF,
    WEEK,
    Failed,
    Occurrence,
    Plan,
    Sent,
    Skipped,
    Waits,
)
from bot.unasked import service as unasked
from bot.unasked.model import ENOUGH, PATIENT, Manner
from tests.rooms import database

ZONES = (
    "UTC", "Europe/Berlin", "Europe/London", "Europe/Dublin", "Africa/Casablanca", "Africa/Cairo",
    "Asia/Beirut", "Asia/Gaza", "Asia/Tehran", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo",
    "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Chatham", "Pacific/Apia",
    "Pacific/Fakaofo", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Nuuk",
    "America/Havana", "America/Santiago", "America/Asuncion", "America/New_York",
    "Atlantic/Azores", "Antarctica/Troll",
)  # fmt: skip
TOO_QUIET = "a reason of its facts"
UNREAD = "its history can't be read"
QUIET_HOURS = ("off", "22-7", "0-6:30", "20:15-9", "13-14", "2:15-2:45", "23-8")
MEMBERS_EVERY = 5
MANNERS = {"words": Manner(yields=True), "own recap": PATIENT, "weekday": PATIENT}
"""What comes to a member, and how it behaves."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass
class World:
    """The bot's database, a Discord that remembers posts, and what the laws are checked against."""

    random: Random
    now: datetime
    tx: sqlite3.Connection
    plans: dict[int, Plan] = field(default_factory=dict)
    on: dict[int, bool] = field(default_factory=dict)
    posts: Counter[int] = field(default_factory=Counter)
    """Messages by occurrence."""
    down: list[tuple[datetime, datetime]] = field(default_factory=list)
    begun: dict[int, date] = field(default_factory=dict)

    directly: Counter[tuple[int, date]] = field(default_factory=Counter)
    """Direct messages by member and their local day."""

    def deliver(self, occurrence: Occurrence) -> Sent | Skipped | Failed | Waits:
        """As cogs/delivery/ does it: looks first where an earlier try may have got through."""
        number, direct = occurrence.occurrence_id, occurrence.member_id is not None
        held = self._hold(occurrence, looked=False)
        if held is not None:
            return held
        if occurrence.maybe_sent and self.random.random() < 0.1:
            return Failed(UNREAD, for_good=True, direct=direct)
        if occurrence.maybe_sent and self.posts[number]:
            return Sent(1, number, direct=direct)
        held = self._hold(occurrence, looked=True)
        if held is not None:
            return held
        chance = self.random.random()
        if chance < 0.03:
            return Skipped(TOO_QUIET)
        if chance < 0.08:
            return Failed("Discord said 403 (50013)")
        if chance < 0.11:
            return Failed("no answer", maybe_sent=True, direct=direct)
        self._post(occurrence)
        if chance < 0.15:
            return Failed("no answer", maybe_sent=True, direct=direct)
        return Sent(1, number, direct=direct)

    def _hold(self, occurrence: Occurrence, *, looked: bool) -> Waits | Skipped | None:
        manner, direct = MANNERS.get(occurrence.kind, PATIENT), occurrence.member_id is not None
        return unasked.hold(self.tx, occurrence, manner, direct=direct, looked=looked, now=self.now)

    def _post(self, occurrence: Occurrence) -> None:
        """It is there for good; never within quiet hours, and one a day to a member."""
        self.posts[occurrence.occurrence_id] += 1
        club = clubs.find(self.tx, occurrence.club_id)
        assert club is not None
        hours, zone = club.quiet_hours, ZoneInfo(club.zone)
        if occurrence.member_id is not None:
            hours = members.preferences_of(self.tx, occurrence.member_id).quiet_hours
            outlook = members.outlook_of(self.tx, occurrence.member_id, club)
            zone = outlook.zone
            self.directly[occurrence.member_id, outlook.day_of(self.now)] += 1
        assert hours is None or hours.until(self.now, zone) is None, "in quiet hours"


class Crash(Exception):
    """The process ends between two steps."""


def play(
    years: float, seed: int, *, start: datetime = datetime(2010, 1, 6, tzinfo=UTC)
) -> Counter[str]:
    """Lives through the years and checks the laws; gives how many occurrences ended in which way."""
    with closing(database()) as tx:
        tx.execute("BEGIN")
        world = World(Random(seed), start, tx)
        for club_id in range(1, len(ZONES) + 1):
            _begin(world, club_id)
        end = start + timedelta(days=365 * years)
        while world.now < end:
            _live_on(world)
        _catch_up(world)
        return _check(world)


def _begin(world: World, club_id: int) -> None:
    world.tx.execute(
        "INSERT INTO clubs (club_id, name, zone, units, joined_at) VALUES (?, 'x', 'UTC', 'km', 0)",
        (club_id,),
    )
    world.plans[club_id] = Plan(WEEK, time(8), ZONES[club_id - 1], frozenset({0}))
    world.on[club_id] = True
    schedules.put(world.tx, "recap", club_id, club_id, world.plans[club_id], now=world.now)
    found = schedules.find(world.tx, "recap", club_id, club_id)
    assert found is not None and found.key is not None
    world.begun[club_id] = found.key
    if club_id % MEMBERS_EVERY:
        return
    member_id = 1000 + club_id
    zone, every_day = ZONES[club_id - 1], frozenset(range(7))
    members.choose(world.tx, member_id, now=world.now, zone=zone)
    for kind, plan in (
        ("words", Plan(DAYS, time(8), zone, every_day)),
        ("own recap", Plan(WEEK, time(8), zone, frozenset({0}))),
        ("weekday", Plan(DAYS, time(17), zone, frozenset({0, 3}))),
    ):
        schedules.put(world.tx, kind, club_id, member_id, plan, now=world.now, member_id=member_id)


def _live_on(world: World) -> None:
    """To the next due instant or somewhat farther, with whatever happens on the way."""
    wake = ledger.next_wake(world.tx) or world.now + DAY
    step = max(wake - world.now, timedelta()) + timedelta(seconds=world.random.randrange(60))
    world.now += min(step, timedelta(hours=world.random.randrange(6, 60)))
    chance = world.random.random()
    if chance < 0.003:
        _be_down(world)
    elif chance < 0.1:
        _change(world)
    elif chance < 0.12:
        _be_quiet(world)
    elif chance < 0.17:
        _post_now(world)
    _catch_up(world)


def _be_down(world: World) -> None:
    away = world.random.choice((HOUR, 5 * HOUR, 30 * HOUR, 3 * DAY, 12 * DAY, 40 * DAY))
    world.down.append((world.now, world.now + away))
    world.now += away
    ledger.resume(world.tx, now=world.now)


def _change(world: World) -> None:
    """An organizer chooses another day, time, zone or first day of the week, or switches it off or on."""
    club_id, random = world.random.randrange(1, len(ZONES) + 1), world.random
    plan = world.plans[club_id]
    match random.randrange(5):
        case 0:
            plan = replace(plan, weekdays=frozenset({random.randrange(7)}))
        case 1:
            plan = replace(plan, at=time(random.randrange(24), random.choice((0, 15, 30))))
        case 2:
            plan = replace(plan, zone=random.choice(ZONES))
        case 3:
            today = world.now.date()
            plan = replace(
                plan, weeks=plan.weeks.starting_on(random.choice((0, 5, 6)), today=today)
            )
        case 4:
            world.on[club_id] = not world.on[club_id]
    world.plans[club_id] = plan
    if world.on[club_id]:
        schedules.put(world.tx, "recap", club_id, club_id, plan, now=world.now)
    else:
        schedules.stop(world.tx, "recap", club_id, club_id, now=world.now)


def _post_now(world: World) -> None:
    """An organizer posts the week that ended last at once, as cogs/recaps/organizing.py does it."""
    club_id = world.random.randrange(1, len(ZONES) + 1)
    found, plan = schedules.find(world.tx, "recap", club_id, club_id), world.plans[club_id]
    today = world.now.astimezone(ZoneInfo(plan.zone)).date()
    if found is None or found.key is None or plan.last(found.key) >= today:
        return
    try:
        brought = schedules.bring_forward(world.tx, "recap", club_id, found.key, now=world.now)
        _perhaps_crash(world)
        if brought is None:
            return
        chance = world.random.random()
        outcome = Failed("no answer", maybe_sent=True) if chance < 0.4 else Sent(1, 1)
        if chance < 0.2:
            schedules.settle(world.tx, brought, None, now=world.now)
            return
        if chance > 0.3:
            world.posts[brought.occurrence_id] += 1
        _perhaps_crash(world)
        schedules.settle(world.tx, brought, outcome, now=world.now)
    except Crash:
        ledger.resume(world.tx, now=world.now)


def _be_quiet(world: World) -> None:
    """A club or a member chooses other quiet hours."""
    club_id, hours = world.random.randrange(1, len(ZONES) + 1), world.random.choice(QUIET_HOURS)
    if world.random.random() < 0.5:
        wishes = Wishes(quiet_hours=hours)
        clubs.choose(world.tx, club_id, "x", wishes, now=world.now, defaults=Defaults())
    else:
        member_id = 1000 + club_id
        members.choose(world.tx, member_id, now=world.now, quiet_hours=hours)
        schedules.wake_held(world.tx, member_id=member_id, now=world.now)


def _catch_up(world: World) -> None:
    while True:
        try:
            claimed = ledger.claim(world.tx, now=world.now)
            if claimed is None:
                return
            _perhaps_crash(world)
            outcomes = {each: world.deliver(each) for each in claimed}
            _perhaps_crash(world)
            ledger.settle(world.tx, outcomes, now=world.now)
        except Crash:
            world.now += timedelta(seconds=world.random.randrange(1, 300))
            ledger.resume(world.tx, now=world.now)


def _perhaps_crash(world: World) -> None:
    if world.random.random() < 0.02:
        raise Crash


def _check(world: World) -> Counter[str]:
    assert all(count == 1 for count in world.posts.values()), "two messages for one occurrence"
    assert all(count == 1 for count in world.directly.values()), (
        "two messages to one member in a day"
    )
    _check_members(world)
    rows = defaultdict(list)
    for row in world.tx.execute(
        "SELECT owner_id, occurrences.* FROM occurrences JOIN schedules USING (schedule_id)"
        " WHERE kind = 'recap' ORDER BY owner_id, key"
    ):
        rows[row["owner_id"]].append(row)
    for club_id, found in rows.items():
        _check_club(world, club_id, found)
    return Counter(
        f"{row['state']} {row['reason'] or ''}" for each in rows.values() for row in each
    )


def _check_club(world: World, club_id: int, rows: list[sqlite3.Row]) -> None:
    """From the first week on, every day belongs to exactly one occurrence, and each ended as the rules say."""
    assert date.fromisoformat(rows[0]["key"]) == world.begun[club_id]
    for earlier, later in pairwise(rows):
        after = date.fromisoformat(earlier["last"]) + DAY
        assert date.fromisoformat(later["key"]) == after, (club_id, dict(earlier), dict(later))
    for row in rows:
        assert row["state"] in ("sent", "skipped", "failed") or row is rows[-1], dict(row)
        if row["state"] == "skipped":
            assert row["reason"] in (MISSED, SWITCHED_OFF, TOO_QUIET)
        if row["reason"] == MISSED:
            due_at = datetime.fromtimestamp(row["due_at"] / 1000, UTC)
            assert _was_down(world, due_at, due_at + CAUGHT_UP), dict(row)


def _check_members(world: World) -> None:
    """Whatever was due to a member ended as the rules say, and none was dropped but by a reason."""
    named = (MISSED, SUPERSEDED, TOO_QUIET)
    for row in world.tx.execute(
        "SELECT kind, key, occurrences.state, reason, occurrences.due_at FROM occurrences"
        " JOIN schedules USING (schedule_id) WHERE kind != 'recap' AND ended_at IS NOT NULL"
    ):
        assert row["state"] in ("sent", "skipped", "failed"), dict(row)
        if row["state"] == "skipped":
            assert row["reason"] in named or (row["kind"], row["reason"]) == ("words", ENOUGH)
    own = [
        (row["owner_id"], date.fromisoformat(row["key"]), date.fromisoformat(row["last"]))
        for row in world.tx.execute(
            "SELECT owner_id, key, last FROM occurrences JOIN schedules USING (schedule_id)"
            " WHERE kind = 'own recap' ORDER BY owner_id, key"
        )
    ]
    for (owner, _, last), (other, key, _) in pairwise(own):
        assert owner != other or key == last + DAY, "a week dropped or told twice"


def _was_down(world: World, since: datetime, until: datetime) -> bool:
    """Whether the bot was away for the whole span, but for the minutes between two ticks."""
    slack = timedelta(hours=1)
    return any(begun - slack <= since and until <= ended + slack for begun, ended in world.down)


if __name__ == "__main__":
    years, seed = (float(word) for word in (*sys.argv[1:], "10", "1")[:2])
    for outcome, number in sorted(play(years, int(seed)).items()):
        sys.stdout.write(f"{number:6} {outcome}\n")
