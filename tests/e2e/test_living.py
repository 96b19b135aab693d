"""Living cards reach their last state, whatever Discord refuses and whenever the bot stops."""

from datetime import timedelta

import discord
import pytest

from bot.cards import service as cards
from cogs import router
from cogs.challenges.drawing import Drawing
from cogs.living import Drawn

KIND, NUMBER = "challenge", 7


class Board:
    """Something that a card shows: one number, which tests change."""

    def __init__(self, club):
        self.club = club
        self.value = 0
        self.drawn = 0

    async def draw(self, card):
        self.drawn += 1
        button = router.button("kudos:give", card.number)
        return Drawn({"content": f"{self.value} km", "view": router.view(button)})

    async def place(self, channel=None, number=NUMBER):
        channel = channel or self.club.room
        await self.club.bot.database.write(
            cards.place, KIND, number, self.club.guild.id, channel.id
        )
        await self.wake()

    async def change(self, value, *numbers):
        self.value = value
        await self.club.bot.database.write(cards.changed, KIND, numbers or (NUMBER,))
        await self.wake()

    async def wake(self):
        await self.club.world.owned(self.club.bot.get_cog("Living").on_cards_changed())

    def posts(self, channel=None):
        channel = channel or self.club.room
        spoken = [m for m in self.club.world.posts() if m.type is discord.MessageType.default]
        return [m for m in spoken if m.channel.id == channel.id]

    @property
    def shown(self):
        """What the newest card says."""
        return self.posts()[-1].content


@pytest.fixture(autouse=True)
def drawing(monkeypatch):
    """Lets a test draw the cards of challenges, from before the bot starts."""
    drawer = {}
    monkeypatch.setattr(Drawing, "progress", lambda _, card: drawer["board"].draw(card))
    return drawer


@pytest.fixture
def board(club, drawing):
    drawing["board"] = Board(club)
    return drawing["board"]


def edits(calls):
    return [call for call in calls if call.startswith("PATCH /channels/")]


async def test_a_placed_card_is_posted_and_changes(club, board):
    """The card comes at once, and its first change 15 seconds later."""
    await board.place()
    assert board.shown == "0 km"
    await board.change(5)
    assert board.shown == "0 km"
    await club.travel(seconds=15)
    assert board.shown == "5 km" and len(board.posts()) == 1


async def test_many_changes_are_one_edit_and_the_newest_wins(club, board):
    """However often it changes within 15 seconds, one edit shows the last state."""
    await board.place()
    with club.world.calls() as calls:
        for value in range(1, 20):
            await board.change(value)
        await club.travel(seconds=15)
    assert board.shown == "19 km" and len(edits(calls)) == 1


async def test_cards_of_one_channel_take_turns(club, board):
    """Two cards in one channel are edited 15 seconds apart, each to its newest state."""
    await board.place()
    await board.place(number=8)
    await club.travel(seconds=15)
    await club.travel(seconds=15)
    with club.world.calls() as calls:
        await board.change(3, 7, 8)
        assert len(edits(calls)) == 0
    await club.travel(seconds=15)
    await club.travel(seconds=15)
    assert [m.content for m in board.posts()] == ["3 km", "3 km"]


async def test_channels_do_not_wait_for_each_other(club, board):
    """A card in another channel is posted and changed at its own pace."""
    await board.place()
    await board.place(club.lobby, 8)
    assert board.posts(club.lobby)[-1].content == "0 km"


async def test_an_edit_limit_is_waited_out_without_an_error(club, board, caplog):
    """Code 30046 backs off 1, 2, then 5 minutes; the last state gets there all the same."""
    await board.place()
    club.world.skip(timedelta(hours=2))
    club.wire.limit_old_edits(0)
    await board.change(5)
    with club.world.calls() as calls:
        for seconds in (59, 1, 119, 1, 299, 1, 299, 1):
            before = len(club.env.http_requests)
            await club.travel(seconds=seconds)
            tried = len(club.env.http_requests) - before
            assert bool(tried) == (seconds == 1), seconds
    assert len(edits(calls)) == 4
    await board.change(9)
    club.wire.calm()
    await club.travel(minutes=5)
    assert board.shown == "9 km" and "unexpected" not in caplog.text


@pytest.mark.parametrize("status", [403, 429, 500])
async def test_a_refused_edit_is_made_up_for(club, board, status):
    """Whatever refuses an edit for a while, the newest state stands there in the end."""
    await board.place()
    await club.travel(seconds=15)
    path = f"/channels/{club.room.id}/messages/*"
    club.env.inject_error("PATCH", path, status=status, code=0, message="no", times=2)
    await board.change(4)
    await board.change(5)
    await club.travel(minutes=4)
    assert board.shown == "5 km" and list(club.env.errors) == []


async def test_a_long_rate_limit_is_waited_out(club, board):
    """What discord.py gives up on by itself is tried again."""
    await board.place()
    await club.travel(seconds=15)
    club.wire.limit("PATCH", "/channels/*/messages/*")
    await board.change(5)
    await club.travel(minutes=1)
    assert board.shown == "5 km"


async def test_a_state_that_waits_survives_a_restart(club, board):
    """The bot stops before the edit; the one that comes after it makes it."""
    await board.place()
    await board.change(5)
    await club.restart()
    assert board.shown == "5 km" and len(board.posts()) == 1


async def test_a_card_posted_without_word_of_it_is_found_again(club, board):
    """A post whose answer was lost is known by its button, after a restart as well, and is not doubled."""
    club.wire.lose_answer("POST", f"/channels/{club.room.id}/messages")
    await board.place()
    await club.restart()
    club.world.skip(timedelta(hours=1))
    assert len(board.posts()) == 1
    await board.change(5)
    await club.travel(seconds=15)
    assert board.shown == "5 km" and len(board.posts()) == 1


async def test_a_refused_post_is_tried_again(club, board):
    """A card that Discord did not take comes a minute later, once."""
    club.env.inject_error(
        "POST", f"/channels/{club.room.id}/messages", status=403, code=50013, message="no", times=1
    )
    await board.place()
    assert board.posts() == []
    await club.travel(minutes=1)
    assert len(board.posts()) == 1


async def delete(club, message):
    club.env.backend.delete_message(message.channel.id, message.id)
    await club.world.settle()


async def test_a_deleted_card_comes_back_once(club, board):
    """It is posted again when something changes; deleted twice it stays away."""
    await board.place()
    await delete(club, board.posts()[-1])
    await board.change(5)
    await club.travel(seconds=40)
    assert board.shown == "5 km" and len(board.posts()) == 1
    await delete(club, board.posts()[-1])
    await board.change(6)
    await club.travel(minutes=10)
    await board.change(7)
    await club.travel(minutes=10)
    assert board.posts() == []


async def test_a_deleted_channel_is_told_to_organizers_once(club, board):
    """They hear what to do, nobody is pinged, and a new channel takes the card."""
    await board.place()
    club.env.backend.delete_channel(club.room.id)
    await club.world.settle()
    (told,) = board.posts(club.lobby)[-1:]
    assert "/club channels challenges" in told.content
    assert told.mentions == [] or club.env.http_requests[-1].json["allowed_mentions"] == {
        "parse": []
    }
    await board.change(5)
    assert board.posts(club.lobby)[-1].id == told.id
    await club.bot.database.write(cards.rehouse, club.guild.id, club.lobby.id)
    await board.wake()
    assert board.posts(club.lobby)[-1].content == "5 km"


async def test_a_channel_deleted_while_the_bot_was_away_is_noticed(club, board):
    """The edit that finds no channel tells the organizers."""
    await board.place()
    await board.change(5)
    await club.world.go_offline()
    club.env.backend.delete_channel(club.room.id)
    await club.restart()
    assert "/club channels challenges" in board.posts(club.lobby)[-1].content


async def test_a_card_is_pinned_where_the_bot_may(club, board):
    """Without the right to pin, nothing is tried."""
    with club.world.calls() as calls:
        await board.place()
    assert any("/pins/" in call for call in calls)
    club.world.forbid(club.lobby, "pin_messages")
    with club.world.calls() as calls:
        await board.place(club.lobby, 8)
    assert not any("/pins/" in call for call in calls)
    assert len(board.posts(club.lobby)) == 2  # the hello, and the card


async def test_a_card_that_has_nothing_to_show_is_left_alone(club, board):
    """A card whose matter is gone is neither posted nor tried for ever."""

    async def nothing(card):
        return None

    board.draw = nothing
    await club.restart()
    await board.place()
    assert board.posts() == []
    assert await club.bot.database.read(cards.channels_waiting) == []


async def test_an_error_in_drawing_is_reported_and_the_next_change_tries_again(club, board, caplog):
    """A card that cannot be drawn is in the log with a number, and no other card suffers."""
    await board.place()
    real, broken = board.draw, True

    async def draw(card):
        if broken:
            raise RuntimeError("secret")
        return await real(card)

    board.draw = draw
    await club.restart()
    await board.change(5)
    assert "unexpected RuntimeError" in caplog.text and "secret" not in caplog.text
    broken = False
    await board.wake()
    await club.travel(seconds=15)
    assert board.shown == "5 km"
