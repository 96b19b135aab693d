"""Where the answers to posts stand in chat, and that they go when nothing is left to tell."""

import sqlite3

from bot.removals import service as removals
from bot.removals.model import COUNTED
from bot.runs import posts
from bot.runs.model import StoredPost


def answered(tx: sqlite3.Connection, post_id: int, channel_id: int, answer_id: int) -> bool:
    """Notes where the answer to a post stands; False, and it is to go, when no run of it is left."""
    if posts.set_answer(tx, post_id, channel_id, answer_id):
        return True
    removals.remove(tx, channel_id, answer_id)
    return False


def drop_answer(tx: sqlite3.Connection, post_id: int) -> None:
    """The answer to a post is to go, the runs stay."""
    post = posts.by_id(tx, post_id)
    if post is not None:
        remove_answer(tx, post)


def hush(tx: sqlite3.Connection, post_id: int) -> None:
    """The answer to a post is to go for good: it is not given again when runs come back."""
    drop_answer(tx, post_id)
    posts.set_unanswered(tx, post_id)


def drop_public_answers(tx: sqlite3.Connection, member_id: int) -> None:
    """Every answer in public to a member's posts is to go, the runs stay."""
    for post in posts.answered(tx, member_id):
        remove_answer(tx, post)


def clear_chat(tx: sqlite3.Connection, member_id: int, *, until: int) -> None:
    """A member is to be forgotten up to an instant: answers go from chat, and ✅ from messages that count."""
    for place in posts.answers_until(tx, member_id, until):
        removals.remove(tx, *place)
    for place in posts.counting_until(tx, member_id, until):
        removals.unmark(tx, *place, COUNTED)


def messages_of(tx: sqlite3.Connection, member_id: int, *, until: int) -> list[int]:
    """The member's messages that were posts, from up to an instant."""
    return posts.messages_until(tx, member_id, until)


def remove_answer(tx: sqlite3.Connection, post: StoredPost) -> None:
    """The answer to a post is to go."""
    if post.channel_id is not None and post.answer_id is not None:
        removals.remove(tx, post.channel_id, post.answer_id)
        posts.clear_answer(tx, post.post_id)
