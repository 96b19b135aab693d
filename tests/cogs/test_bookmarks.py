"""Bookmarks never run ahead of a message that is still in hand."""

from cogs.runs.bookmarks import FLUSHED_EVERY, Bookmarks


def test_a_message_in_hand_holds_its_channel_back():
    """While an earlier message is handled, a later one does not move the bookmark past it."""
    bookmarks = Bookmarks({})
    with bookmarks.handling(1, 10) as first, bookmarks.handling(1, 20) as second:
        assert (first, second) == (10, 9)
    with bookmarks.handling(1, 30) as third:
        assert third == 30


def test_channels_do_not_wait_for_each_other():
    """Another channel's messages hold nothing back."""
    bookmarks = Bookmarks({})
    with bookmarks.handling(1, 10), bookmarks.handling(2, 20) as other:
        assert other == 20


def test_a_channel_to_catch_up_with_keeps_its_bookmark():
    """Until it was caught up with, live messages leave the saved bookmark where it was."""
    bookmarks = Bookmarks({1: 5})
    with bookmarks.handling(1, 30) as live:
        assert live == 5
    assert bookmarks.held(1) == 5
    bookmarks.release(1)
    with bookmarks.handling(1, 40) as later:
        assert later == 40


def test_a_broken_connection_holds_from_the_last_message():
    """What comes after a break is caught up with from what was handled before it."""
    bookmarks = Bookmarks({})
    with bookmarks.handling(1, 10):
        pass
    bookmarks.hold()
    with bookmarks.handling(1, 30):
        pass
    assert bookmarks.held(1) == 10
    bookmarks.release_all()
    assert bookmarks.held(1) is None


def test_idle_chat_saves_bookmarks_from_time_to_time():
    """Hundreds of idle messages are saved at once, not each."""
    bookmarks = Bookmarks({})
    for message_id in range(1, FLUSHED_EVERY):
        bookmarks.pass_by(1, message_id)
    assert bookmarks.due() is None
    bookmarks.pass_by(1, FLUSHED_EVERY)
    assert bookmarks.due() == {1: FLUSHED_EVERY}
    assert bookmarks.due() is None
