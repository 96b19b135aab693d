"""Runs follow the messages they were told in: read once, then edited, deleted and given back, in any order."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot import almanac
from bot.care.model import is_due
from bot.members import service as members
from bot.messages import service as messages
from bot.messages.model import Deletion, MessageState, is_followed
from bot.questions import service as questions
from bot.questions.model import NOTHING
from bot.runs import posts, store
from bot.runs.answers import remove_answer
from bot.runs.model import (
    Aftermath,
    Logged,
    Post,
    RunChanged,
    StoredPost,
    hash_of,
)
from bot.runs.retelling import Retelling
from bot.runs.service import RunBook


class Following:
    """What becomes of runs when their messages change; every method is a unit of work.

    However the events of a message come in, twice or the later before the earlier, the runs end the same.
    """

    def __init__(self, book: RunBook) -> None:
        self._book = book
        self._retelling = Retelling(book)

    def written(
        self,
        tx: sqlite3.Connection,
        post: Post,
        text: str,
        *,
        now: datetime,
        followed_to: int | None = None,
        told: bool = True,
    ) -> Logged | None:
        """Logs a message as it was first written, unless a later version of it came in before.

        `followed_to` is the message up to which its channel was followed with it; not `told`, it gets ✅
        alone. Raises what RunBook.log_text raises.
        """
        if followed_to is not None and post.channel_id is not None:
            messages.handled(tx, post.club_id, {post.channel_id: followed_to})
        later = messages.state_of(tx, post.message_id)
        if later.edited_at is not None:  # this version was overtaken
            stored = posts.by_source(tx, post.club_id, post.source)
            if stored is not None:
                return self._book.view(tx, stored.post_id, now=now)
            if not questions.is_asked_about(tx, post.message_id):
                return None  # else it counts until its author has answered for the later one
        return self._log(tx, post, text, later, now=now, told=told)

    def written_meanwhile(
        self, tx: sqlite3.Connection, post: Post, text: str, *, now: datetime
    ) -> Logged | None:
        """As `written`, for a message that is read late, and gets no words.

        Not from before its author let it be read.
        """
        return None if _was_unread(tx, post) else self.written(tx, post, text, now=now, told=False)

    def written_before(
        self, tx: sqlite3.Connection, post: Post, text: str, *, now: datetime
    ) -> Logged | None:
        """As `written_meanwhile`, in the version it has now, for a message from before its channel was followed.

        Words of crisis from an hour that is long over offer nothing any more.
        """
        if _was_unread(tx, post):
            return None
        logged = self._book.log_text(tx, post, text, now=now, told=False)
        if logged is None or not logged.is_new or not is_due(post.posted_at, now):
            return logged
        return self._book.quiet(tx, logged, text, now=now)

    def by_hand(
        self, tx: sqlite3.Connection, post: Post, text: str, *, now: datetime
    ) -> Logged | None:
        """Logs a message in the version that its author had before them when they asked for it.

        What is counted is asked about no more.
        """
        logged = self._log(tx, post, text, messages.state_of(tx, post.message_id), now=now)
        if logged is not None and post.message_id is not None:
            questions.close_of(tx, post.message_id, now=now)
        return logged

    def vouched(
        self,
        tx: sqlite3.Connection,
        post: Post,
        text: str,
        *,
        now: datetime,
        agreed: frozenset[str],
    ) -> Logged | None:
        """Reads a message anew after its author `agreed` to these matters; its runs become what it tells.

        None when it tells of no run any more. Raises what RunBook.log_text raises.
        """
        self._book.refuse_forgotten(post)
        state = messages.state_of(tx, post.message_id)
        stored = posts.by_source(tx, post.club_id, post.source)
        if stored is None:
            logged = self._log(tx, post, text, state, now=now, agreed=agreed)
        else:
            posts.set_text_hash(tx, stored.post_id, hash_of(post.source, text))
            logged = self._retelling.retell(
                tx, stored, text, gone=state.is_gone, now=now, agreed=agreed
            )
        if post.message_id is not None:
            questions.close_of(tx, post.message_id, now=now)
        return logged

    def _log(
        self,
        tx: sqlite3.Connection,
        post: Post,
        text: str,
        later: MessageState,
        *,
        now: datetime,
        agreed: frozenset[str] = NOTHING,
        told: bool = True,
    ) -> Logged | None:
        logged = self._book.log_text(tx, post, text, now=now, agreed=agreed, told=told)
        if logged is None or not logged.is_new:
            return logged
        if later.is_gone:
            return self._take_back(tx, logged.post, now=now)
        return self._book.quiet(tx, logged, text, now=now)

    def edited(
        self,
        tx: sqlite3.Connection,
        post: Post,
        text: str,
        *,
        edited_at: datetime,
        now: datetime,
        late: bool = False,
    ) -> Logged | None:
        """Follows the edit of a written post: its runs become what it tells now, in its own day and zone.

        None when nothing changed: the same words, a version that was overtaken, a message older than
        seven days, a post that a form completed (but words of crisis are heard), or talk that told of no run and
        tells of none.
        Raises what log_text raises.
        """
        self._book.refuse_forgotten(post)
        if post.message_id is None or not is_followed(post.posted_at, now):
            return None
        before = messages.edited(tx, post.message_id, post.channel_id or 0, edited_at)
        if before.is_older(edited_at):
            return None
        stored = posts.by_source(tx, post.club_id, post.source)
        if stored is None:
            unread = late and _was_unread(tx, post)
            logged = None if unread else self._log(tx, post, text, before, now=now)
        elif stored.text_hash is None:
            # A form completed it: it was never told by its message alone.
            logged = self._book.view(tx, stored.post_id, now=now)
            logged = self._book.hushed(tx, logged, text, now=now) if logged.runs else logged
            return logged if logged.quiet else None
        elif stored.text_hash == hash_of(post.source, text):
            return None
        else:
            posts.set_text_hash(tx, stored.post_id, hash_of(post.source, text))
            logged = self._retelling.retell(tx, stored, text, gone=before.is_gone, now=now)
        questions.close_of(tx, post.message_id, now=now)
        return logged

    def deleted(
        self, tx: sqlite3.Connection, message_id: int, channel_id: int, *, now: datetime
    ) -> Aftermath:
        """Follows the deletion of a message: its runs go, restorable for 30 days, and the bot's answer.

        The sixth deletion in one channel within ten seconds brings back what the first five took; these
        posts come back, for their answers to be given again.
        """
        deletion = messages.deleted(tx, message_id, channel_id, now=now)
        ended = questions.close_of(tx, message_id, now=now)
        aftermath = self._after(tx, deletion, now=now)
        return replace(aftermath, taken=aftermath.taken + ended)

    def swept(
        self,
        tx: sqlite3.Connection,
        message_ids: Sequence[int],
        channel_id: int,
        *,
        now: datetime,
    ) -> Aftermath:
        """Follows a bulk deletion, which is moderation: no run is touched, and nothing is asked any more."""
        messages.swept(tx, message_ids, channel_id, now=now)
        return Aftermath(sum(questions.close_of(tx, n, now=now) for n in message_ids), ())

    def missing(
        self,
        tx: sqlite3.Connection,
        message_ids: Sequence[int],
        channel_id: int,
        *,
        now: datetime,
    ) -> Aftermath:
        """Follows the deletions of a channel that happened while the bot was away; more than five are moderation."""
        deletion = messages.missing(tx, message_ids, channel_id, now=now)
        return self._after(tx, deletion, now=now)

    def _after(self, tx: sqlite3.Connection, deletion: Deletion, *, now: datetime) -> Aftermath:
        gone = [post for message_id in deletion.gone for post in _young_posts(tx, message_id, now)]
        back = [post for message_id in deletion.back for post in _young_posts(tx, message_id, now)]
        for post in gone:
            self._take_back(tx, post, now=now)
        again = tuple(self._bring_back(tx, post, now=now) for post in back)
        return Aftermath(len(gone), tuple(logged for logged in again if logged.runs))

    def _take_back(self, tx: sqlite3.Connection, post: StoredPost, *, now: datetime) -> Logged:
        """Hides the runs of a post whose message is gone, and has the answer removed."""
        for run in store.all_runs_of_post(tx, post.post_id):
            if run.withdrawn_at is None or run.is_kept_out:
                self._retelling.hide(tx, run, "deletion", almanac.to_ms(now))
        remove_answer(tx, post)
        return self._book.view(tx, post.post_id, now=now)

    def _bring_back(self, tx: sqlite3.Connection, post: StoredPost, *, now: datetime) -> Logged:
        for run in store.all_runs_of_post(tx, post.post_id):
            if run.gone_by == "deletion":
                store.set_gone_by(tx, run.run_id, None)
            elif run.withdrawn_by == "deletion":
                store.set_withdrawn(tx, run.run_id, None)
                back = run._replace(withdrawn_at=None, withdrawn_by=None)
                self._book.react(tx, RunChanged(None, back))
        return self._book.view(tx, post.post_id, now=now)


def _was_unread(tx: sqlite3.Connection, post: Post) -> bool:
    """Whether a message is older than its author's last word on being read, which may have kept it unread."""
    chosen_at = members.reading_chosen_at(tx, post.member_id)
    return chosen_at is not None and post.posted_at < chosen_at


def _young_posts(tx: sqlite3.Connection, message_id: int, now: datetime) -> list[StoredPost]:
    told = posts.of_message(tx, message_id)
    return [post for post in told if is_followed(post.posted_at, now)]
