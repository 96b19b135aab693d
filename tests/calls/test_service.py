"""Calls for cheers: one a day, anonymous where that is wished, and answered to the caller alone."""

from datetime import timedelta

import pytest

from bot import almanac
from bot.calls import service as calls
from bot.calls.model import CHEERS_BACK, CheersBack
from bot.calls.refusals import CalledToday, CallOver, NowhereToCall, OwnCall
from bot.cheers import service as cheers
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import export, forget, naming
from bot.members import service as members
from bot.removals import service as removals
from bot.removals.model import Removal
from bot.schedule import ledger
from bot.schedule import service as schedules
from bot.schedule.model import Ready, Skipped

CLUB, ANA, BEN, CARA, DAN = 1, 11, 12, 13, 14
ROOM, MESSAGE = 5, 770077
NAMES = {ANA: "Ana", BEN: "Ben", CARA: "Cara", DAN: "Dan"}


@pytest.fixture(autouse=True)
def club(tx, now):
    """The club in which all of this happens."""
    clubs.ensure(tx, CLUB, "Owls", now=now, defaults=Defaults())
    clubs.read_runs_in(tx, CLUB, "Owls", [ROOM], now=now, defaults=Defaults())


def call(tx, now, member_id=ANA, *, named=False):
    """A call that stands in the run channel."""
    begun = calls.begin(tx, CLUB, member_id, named=named, defaults=Defaults(), now=now)
    assert begun.channel_ids == (ROOM,)
    calls.posted(tx, begun.call_id, ROOM, MESSAGE, now=now)
    return begun


def cheer(tx, begun, now, member_id=BEN, *, message_id=MESSAGE, club_id=CLUB):
    number, name = begun.call_id, NAMES[member_id]
    place = {"club_id": club_id, "channel_id": ROOM, "message_id": message_id}
    return calls.cheer(tx, number, member_id, name, now=now, **place)


def back(tx, now):
    """What is told to the caller, when it is due."""
    (occurrence,) = ledger.claim(tx, now=now + timedelta(minutes=3))
    assert (occurrence.kind, occurrence.member_id) == (CHEERS_BACK, ANA)
    return calls.facts(tx, occurrence, now)


def test_cheers_come_back_together(tx, now):
    """Each member once, by name where they may be named, the others as a number."""
    members.choose(tx, CARA, now=now, named=False)
    members.pause(tx, DAN, 7, None, today=now.date(), now=now)
    begun = call(tx, now)
    told = [cheer(tx, begun, now, one) for one in (BEN, BEN, CARA, DAN)]
    assert [(one.count, one.is_new, one.named) for one in told] == [
        (1, True, True),
        (1, False, True),
        (2, True, False),
        (3, True, False),
    ]
    assert back(tx, now) == Ready(CheersBack(("Ben",), 2))


def test_a_cheer_for_a_call_counts_and_tells_nobody_for_whom(tx, now):
    """It is one counted cheer of that day; no export of its giver knows the caller, nor the other way round."""
    begun = call(tx, now)
    cheer(tx, begun, now)
    assert cheers.given(tx, CLUB, BEN) == 1
    everything = export.gather(tx, BEN)
    assert len(everything["call_cheers"]) == 1 and everything["calls"] == []
    said = {str(value) for rows in everything.values() for row in rows for value in row.values()}
    assert not said & {str(ANA), str(MESSAGE)}
    (mine,) = export.gather(tx, ANA)["calls"]
    assert mine["with your name"] is False and str(BEN) not in map(str, mine.values())


def test_one_call_a_day_and_none_for_oneself(tx, now):
    """The second of a day is refused kindly, the next day's is not; one's own is not answered by oneself."""
    begun = call(tx, now)
    with pytest.raises(CalledToday):
        call(tx, now)
    with pytest.raises(OwnCall):
        cheer(tx, begun, now, ANA)
    assert call(tx, now + timedelta(days=1)).call_id != begun.call_id


def test_who_is_not_to_be_named_is_not(tx, now):
    """Whatever was pressed: by choice or in a pause the call is anonymous."""
    assert calls.may_be_named(tx, CLUB, ANA, now=now)
    members.choose(tx, ANA, now=now, named=False)
    members.pause(tx, BEN, 7, None, today=now.date(), now=now)
    for member_id in (ANA, BEN):
        assert not calls.may_be_named(tx, CLUB, member_id, now=now)
        assert not call(tx, now, member_id, named=True).named
    assert call(tx, now, CARA, named=True).named


@pytest.mark.parametrize(
    ("hours", "wrong"), [(25, {}), (0, {"message_id": 78}), (0, {"club_id": 2})]
)
def test_a_call_is_answered_where_it_stands_for_a_day(tx, now, hours, wrong):
    """A day later, under another message, or in another club there is nothing to answer."""
    begun = call(tx, now)
    clubs.ensure(tx, 2, "Birds", now=now, defaults=Defaults())
    with pytest.raises(CallOver):
        cheer(tx, begun, now + timedelta(hours=hours), **wrong)


def test_without_a_channel_nobody_is_asked(tx, now):
    """A club without a run channel, and a direct message that means no club, are told."""
    clubs.ensure(tx, 2, "Birds", now=now, defaults=Defaults())
    for club_id in (2, None):
        with pytest.raises(NowhereToCall):
            calls.begin(tx, club_id, ANA, named=False, defaults=Defaults(), now=now)


def test_a_call_that_could_not_be_posted_was_none(tx, now):
    """It may be made again."""
    begun = calls.begin(tx, CLUB, ANA, named=False, defaults=Defaults(), now=now)
    calls.take_back(tx, begun.call_id)
    assert call(tx, now).call_id > begun.call_id


def test_a_call_goes_after_a_day_and_all_of_it_after_three(tx, now):
    """Its message is to go from chat, and then nothing is left."""
    cheer(tx, call(tx, now), now)
    calls.tidy(tx, now=now + timedelta(hours=24))
    assert removals.due(tx) == []
    calls.tidy(tx, now=now + timedelta(hours=25))
    assert removals.due(tx) == [Removal(ROOM, MESSAGE)]
    calls.tidy(tx, now=now + timedelta(hours=73))
    left = [tx.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("calls", "call_cheers")]
    assert left == [0, 0]


def test_a_call_whose_place_was_not_noted_is_found_by_its_first_cheer(tx, now):
    """Though the bot ended right after it was posted, the message goes when its time is over."""
    begun = calls.begin(tx, CLUB, ANA, named=False, defaults=Defaults(), now=now)
    cheer(tx, begun, now)
    calls.tidy(tx, now=now + timedelta(hours=25))
    assert removals.due(tx) == [Removal(ROOM, MESSAGE)]


def test_the_caller_may_look_while_it_stands(tx, now):
    """Cheers reach also whoever takes no direct messages; nobody else has any of it."""
    begun = call(tx, now)
    assert calls.back_to(tx, ANA, now=now) is None
    cheer(tx, begun, now)
    assert calls.back_to(tx, ANA, now=now) == CheersBack(("Ben",), 0)
    assert calls.back_to(tx, BEN, now=now) is None
    assert calls.back_to(tx, ANA, now=now + timedelta(hours=25)) is None


def test_forgetting_takes_the_call_along(tx, now):
    """The message goes, and the cheers with the call; nothing is due to whoever was forgotten."""
    begun = call(tx, now)
    cheer(tx, begun, now)
    forget.forget(tx, ANA, until=almanac.to_ms(now))
    assert removals.due(tx) == [Removal(ROOM, MESSAGE)]
    assert schedules.find(tx, CHEERS_BACK, CLUB, begun.call_id) is None
    with pytest.raises(CallOver):
        cheer(tx, begun, now, CARA)


def test_a_caller_forgotten_while_it_was_posted_leaves_no_message(tx, now):
    """What stands without its row is to go."""
    begun = calls.begin(tx, CLUB, ANA, named=False, defaults=Defaults(), now=now)
    forget.forget(tx, ANA, until=almanac.to_ms(now))
    calls.posted(tx, begun.call_id, ROOM, MESSAGE, now=now)
    assert removals.due(tx) == [Removal(ROOM, MESSAGE)]


def test_a_giver_who_is_forgotten_is_in_no_cheer(tx, now):
    """Their cheer goes with them."""
    begun = call(tx, now)
    cheer(tx, begun, now)
    cheer(tx, begun, now, CARA)
    forget.forget(tx, BEN, until=almanac.to_ms(now))
    assert back(tx, now) == Ready(CheersBack(("Cara",), 0))
    forget.forget(tx, CARA, until=almanac.to_ms(now))
    occurrence = schedules.occurrence(tx, 1)
    assert calls.facts(tx, occurrence, now) == Skipped("no cheers any more")


@pytest.mark.parametrize(("named", "gone"), [(True, [Removal(ROOM, MESSAGE)]), (False, [])])
def test_not_being_named_takes_a_named_call_away(tx, now, named, gone):
    """An anonymous one names nobody, and stands."""
    call(tx, now, named=named)
    naming.choose(tx, ANA, now=now, named=False)
    assert removals.due(tx) == gone
