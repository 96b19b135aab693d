"""Use cases of asking an author about a post: what is asked and how, and what a yes means."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from bot.care import service as care
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.messages import service as messages
from bot.questions import service as questions
from bot.questions.model import DOUBT, MATTERS, Question
from bot.runs.model import Post, hash_of
from bot.runs.service import RunBook


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to put to the author, if there is one to put."""

    question: Question | None
    is_quiet: bool = False
    """Nothing is asked, since its author is in a hard hour."""


class Asking:
    """Asks about posts; every method is a unit of work."""

    def __init__(self, book: RunBook, *, defaults: Defaults) -> None:
        self._book = book
        self._defaults = defaults

    def ask(
        self,
        tx: sqlite3.Connection,
        post: Post,
        text: str,
        matter: str,
        *,
        now: datetime,
        edited_at: datetime | None = None,
    ) -> Asked:
        """Opens the question about a written message, unless it was asked and is over.

        Nothing is asked about a version that was overtaken by a later one. Whoever is not to be named in
        public is asked with a mark alone, as all are in public who may have told of no run at all.
        """
        assert post.channel_id is not None and post.message_id is not None
        if messages.state_of(tx, post.message_id).is_older(edited_at):
            return Asked(None)
        if edited_at is not None:
            messages.edited(tx, post.message_id, post.channel_id, edited_at)
        if care.heard(tx, post.member_id, text, now=now):
            questions.close_of(tx, post.message_id, now=now)
            return Asked(None, is_quiet=True)
        clubs.ensure(tx, post.club_id, post.club_name, now=now, defaults=self._defaults)
        outlook = self._book.outlook(tx, post.club_id, post.member_id)
        wanted = Question(
            club_id=post.club_id,
            member_id=post.member_id,
            channel_id=post.channel_id,
            message_id=post.message_id,
            private=post.private,
            matter=matter,
            by_mark=not post.private and (matter == DOUBT or not outlook.is_named(now)),
        )
        text_hash = hash_of(post.source, text)
        return Asked(questions.ask(tx, wanted, text_hash=text_hash, now=now))

    def agree(
        self,
        tx: sqlite3.Connection,
        question: Question,
        post: Post,
        text: str,
        *,
        now: datetime,
        units: str | None = None,
    ) -> frozenset[str]:
        """Its author says yes, and in which `units` they count; gives all that they agreed to for this text.

        A yes to a mark is a yes to whatever could have been asked in words.
        """
        if units is not None:
            members.choose(tx, post.member_id, units=units, now=now)
        text_hash = hash_of(post.source, text)
        questions.agree(tx, question, text_hash=text_hash)
        agreed = questions.agreed_on(tx, question.message_id, text_hash)
        return MATTERS if question.by_mark else agreed
