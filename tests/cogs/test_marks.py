"""Marks never run ahead of a message that is still in hand."""

from cogs.runs.marks import FLUSHED_EVERY, Marks


def test_a_message_in_hand_holds_its_channel_back():
    """While an earlier message is handled, a later one does not move the mark past it."""
    marks = Marks({})
    with marks.handling(1, 10) as first, marks.handling(1, 20) as second:
        assert (first, second) == (10, 9)
    with marks.handling(1, 30) as third:
        assert third == 30


def test_channels_do_not_wait_for_each_other():
    """Another channel's messages hold nothing back."""
    marks = Marks({})
    with marks.handling(1, 10), marks.handling(2, 20) as other:
        assert other == 20


def test_a_channel_to_catch_up_with_keeps_its_mark():
    """Until it was caught up with, live messages leave the saved mark where it was."""
    marks = Marks({1: 5})
    with marks.handling(1, 30) as live:
        assert live == 5
    assert marks.held(1) == 5
    marks.release(1)
    with marks.handling(1, 40) as later:
        assert later == 40


def test_a_broken_connection_holds_from_the_last_message():
    """What comes after a break is caught up with from what was handled before it."""
    marks = Marks({})
    with marks.handling(1, 10):
        pass
    marks.hold()
    with marks.handling(1, 30):
        pass
    assert marks.held(1) == 10
    marks.release_all()
    assert marks.held(1) is None


def test_idle_chat_saves_marks_from_time_to_time():
    """Hundreds of idle messages are saved at once, not each."""
    marks = Marks({})
    for message_id in range(1, FLUSHED_EVERY):
        marks.pass_by(1, message_id)
    assert marks.due() is None
    marks.pass_by(1, FLUSHED_EVERY)
    assert marks.due() == {1: FLUSHED_EVERY}
    assert marks.due() is None
