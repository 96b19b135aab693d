"""By what a message is known."""

from bot.messages.model import Written, message_source, written


def test_a_post_knows_its_message_by_its_source():
    """Also where a form told of a message; a command has none."""
    assert written(message_source(77, 11), 5) == Written(5, 77)
    assert written(message_source(77, 11), None) is None
    assert written("interaction:77", 5) is None and written("message:", 5) is None
