"""Recaps of many clubs are put right in turns, as far as the time for one look goes."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from bot.named import service as named
from bot.recaps.model import KINDS
from bot.schedule.model import WEEK, Ended
from cogs.recaps.posting import AT_MOST, Corrections

NOW = datetime(2026, 11, 16, 8, 20, tzinfo=UTC)  # months and years have their look at the full hour


def posted(number):
    return Ended(
        occurrence_id=number,
        kind=KINDS[WEEK],
        club_id=number,
        owner_id=number,
        key=date(2026, 11, 9),
        state="sent",
        reason=None,
        due_at=NOW,
        at=NOW,
        channel_id=70,
        message_id=number,
        digest="as it was",
    )


class Database:
    """Holds recaps of five clubs, and nobody whose name is to go."""

    async def read(self, what, *_):
        return {} if what is named.to_tell_anew else [posted(number) for number in range(1, 6)]


class SlowDelivery:
    """Needs nearly all the time there is to compare one recap."""

    def __init__(self):
        self.now = NOW
        self.compared = []

    async def has_changed(self, ended):
        self.now += AT_MOST * 0.6
        self.compared.append(ended.occurrence_id)
        return False


async def test_what_was_not_reached_comes_first_the_next_time():
    """No club waits for ever behind others whose posts are slow to read."""
    delivery = SlowDelivery()
    parts = SimpleNamespace(clock=lambda: delivery.now, database=Database())
    corrections = Corrections(None, parts, delivery)
    for _ in range(3):
        await corrections._correct(None)
    assert delivery.compared == [1, 2, 3, 4, 5, 1]
