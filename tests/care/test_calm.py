"""What was read again and may be told of is kept in memory until it may have changed."""

from bot.care.calm import KEPT, Calm


def test_a_message_is_kept_until_it_changes():
    """Another one's change leaves it; a new session may have missed some."""
    calm = Calm()
    for message_id in (1, 2):
        calm.keep(message_id, calm.begin())
    calm.drop(1)
    assert 1 not in calm and 2 in calm
    calm.clear()
    assert 2 not in calm


def test_a_change_while_it_is_read_is_not_overlooked():
    """What was read may be the version before."""
    calm = Calm()
    begun = calm.begin()
    calm.drop(1)
    calm.keep(1, begun)
    assert 1 not in calm


def test_not_more_are_kept_than_are_needed():
    """The oldest go first."""
    calm = Calm()
    for message_id in range(KEPT + 1):
        calm.keep(message_id, calm.begin())
    assert 0 not in calm and 1 in calm and KEPT in calm
