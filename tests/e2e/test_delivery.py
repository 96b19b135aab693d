"""What comes on its own reaches Discord once, whatever happens between claim, send and mark."""

import pytest
import pytest_asyncio

from bot.schedule import service as schedules
from bot.schedule.model import ONCE, Plan, Ready
from cogs import router
from cogs.delivery import deciding
from cogs.delivery.letter import Kind, Letter
from cogs.delivery.sending import Delivery

POSTS = "/channels/*/messages"
MARK = "kudos:give"


class Reminders:
    """A kind for these tests: says `words` in the run channel, or to a member."""

    def __init__(self, club):
        self.club = club
        self.words = "Time for a walk"

    def facts(self, tx, occurrence, now):
        private = occurrence.member_id is not None
        return Ready(self.words, () if private else (self.club.room.id,))

    async def render(self, occurrence, words):
        mark = router.identity(MARK, occurrence.occurrence_id)
        return Letter(words, (router.button(MARK, occurrence.occurrence_id, "👏"),), mark)

    def install(self):
        kind = Kind(self.facts, self.render)
        kinds = {"reminder": kind, "other": kind}
        self.club.bot.schedule.deliver_with(Delivery(self.club.bot, self.club.bot.parts, kinds))

    async def plan(self, kind="reminder", member=None):
        """Due now."""
        now = self.club.bot.clock()
        plan = Plan(ONCE, now.time().replace(second=0, microsecond=0), "UTC", day=now.date())
        owner = member.id if member else self.club.guild.id
        await self.club.bot.database.write(
            schedules.put,
            kind,
            self.club.guild.id,
            owner,
            plan,
            now=now,
            member_id=member.id if member else None,
        )

    async def ended(self):
        def unit(tx):
            rows = tx.execute("SELECT state, reason FROM occurrences ORDER BY occurrence_id")
            return [tuple(row) for row in rows]

        return await self.club.bot.database.read(unit)

    def posted(self):
        return [m for m in self.club.world.posts() if self.words in m.content]


@pytest_asyncio.fixture
async def reminders(club):
    found = Reminders(club)
    found.install()
    return found


async def test_what_is_due_is_posted_once(club, reminders):
    """One message, pinging nobody, with a nonce; further ticks add nothing."""
    await reminders.plan()
    await club.tick()
    await club.tick()
    (message,) = reminders.posted()
    assert message.channel.id == club.room.id
    (call,) = [c for c in club.env.http_requests if c.json and "Time for" in str(c.json)]
    assert call.json["enforce_nonce"] and call.json["allowed_mentions"]["parse"] == []
    assert await reminders.ended() == [("sent", None)]


async def test_a_lost_answer_brings_no_second_message(club, reminders):
    """Discord took the message, the bot did not hear of it: later it finds its own."""
    await reminders.plan()
    club.wire.lose_answer("POST", POSTS, times=None)
    await club.tick()
    club.wire.calm()
    await club.travel(minutes=6)
    assert len(reminders.posted()) == 1
    assert await reminders.ended() == [("sent", None)]


async def test_a_crash_between_send_and_mark_brings_no_second_message(club, reminders, monkeypatch):
    """The next process finds the message by its key."""
    await reminders.plan()
    with monkeypatch.context() as patch:
        patch.setattr("bot.schedule.ledger.settle", _failing)
        with pytest.raises(RuntimeError):
            await club.tick()
    await club.restart()
    reminders.install()
    await club.travel(hours=9)
    assert len(reminders.posted()) == 1
    assert await reminders.ended() == [("sent", None)]


def _failing(*_, **__):
    raise RuntimeError


async def test_where_history_is_closed_nothing_is_sent_twice(club, reminders):
    """It has failed instead, with the reason for the doctor."""
    await reminders.plan()
    club.wire.lose_answer("POST", POSTS, times=None)
    await club.tick()
    club.wire.calm()
    club.world.forbid(club.room, "read_message_history")
    await club.travel(minutes=6)
    assert len(reminders.posted()) == 1
    assert await reminders.ended() == [("failed", deciding.UNREAD)]


async def test_a_discord_that_is_down_for_an_hour_is_waited_for(club, reminders):
    """The reminder comes when Discord is back, and late it says so."""
    await reminders.plan()
    club.env.inject_error("POST", f"/channels/{club.room.id}/messages", status=503, times=4)
    for _ in range(5):
        await club.travel(minutes=61)
    (message,) = reminders.posted()
    assert message.content.startswith("⏰") and await reminders.ended() == [("sent", None)]


async def test_several_missed_things_are_one_message(club, reminders):
    """After hours away a club gets no burst."""
    await reminders.plan()
    await reminders.plan("other")
    await club.travel(hours=5)
    (message,) = reminders.posted()
    assert message.content.count(reminders.words) == 2
    assert await reminders.ended() == [("sent", None)] * 2


async def test_what_does_not_fit_goes_in_a_second_message(club, reminders):
    """Discord takes two thousand characters."""
    reminders.words = "w" * 1500
    await reminders.plan()
    await reminders.plan("other")
    await club.travel(hours=5)
    assert len(reminders.posted()) == 2


async def test_no_channel_is_a_reason_to_skip(club, reminders):
    """A channel that was deleted gets nothing, and the ledger says why."""
    await reminders.plan()
    club.env.backend.delete_channel(club.room.id)
    await club.world.settle()
    await club.tick()
    assert await reminders.ended() == [("skipped", deciding.NO_CHANNEL)]


async def test_a_member_who_takes_no_messages_is_not_tried_again(club, reminders):
    """All that would come to them directly is switched off, and it is noted that they are to be told."""
    club.wire.close_messages(club.ana.user)
    await reminders.plan(member=club.ana)
    await club.tick()
    plans = await club.bot.database.read(schedules.of_member, club.ana.id)
    assert [plan.active for plan in plans] == [False] and await club.rows("dms_closed") == 1
    assert await reminders.ended() == [("failed", "takes no direct messages")]


async def test_a_member_forgotten_while_it_was_written_gets_nothing(club, reminders):
    """Forgetting between claim and send is seen before the send."""
    await reminders.plan(member=club.ana)
    real = reminders.render

    async def slow(occurrence, words):
        await club.bot.database.write(lambda tx: tx.execute("DELETE FROM schedules") and None)
        return await real(occurrence, words)

    reminders.render = slow
    reminders.install()
    await club.tick()
    assert reminders.posted() == [] and club.world.inbox(club.ana.user) == []


async def test_facts_that_change_while_it_is_written_are_written_anew(club, reminders):
    """What is posted is what was true when it was sent."""
    await reminders.plan()
    real, said = reminders.render, []

    async def slow(occurrence, words):
        reminders.words = "Time for a swim"
        said.append(words)
        return await real(occurrence, words)

    reminders.render = slow
    reminders.install()
    await club.tick()
    assert said == ["Time for a walk", "Time for a swim"] and len(reminders.posted()) == 1


async def test_an_error_in_one_kind_holds_no_other(club, reminders):
    """The other reminder is posted; the broken one is tried again."""
    real = reminders.facts

    def broken(tx, occurrence, now):
        if occurrence.kind == "other":
            raise ValueError
        return real(tx, occurrence, now)

    reminders.facts = broken
    reminders.install()
    await reminders.plan("other")
    await reminders.plan()
    await club.tick()
    assert len(reminders.posted()) == 1
    assert [state for state, _ in await reminders.ended()] == ["due", "sent"]


async def test_a_delivery_that_hangs_is_given_up_and_found_again(club, reminders, monkeypatch):
    """A minute is enough for one message; whatever it did, it is not done twice."""
    monkeypatch.setattr("bot.schedule.schedule.PATIENCE_S", 0)
    await reminders.plan()
    await club.tick()
    monkeypatch.undo()
    await club.travel(minutes=2)
    assert len(reminders.posted()) == 1
