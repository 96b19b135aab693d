"""Use cases of a run from a command or form that its author is asked about: held, then counted or let go."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime

from bot.care import service as care
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.questions import service as questions
from bot.questions.model import PRIVATELY, Question
from bot.runs import held
from bot.runs.held import HeldRun
from bot.runs.mending import Mending
from bot.runs.model import Draft, Logged, Post, Run, hash_of
from bot.runs.refusals import HeldNoMore
from bot.runs.service import RunBook
from bot.texts.figures import MILE_M


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of the wish to ask about a run that was filled in."""

    question: Question | None
    """None if its author said no to it before."""
    hard_hour: bool
    """Whether its note has words of crisis: then support is due to its author."""


class Holding:
    """Keeps what somebody filled in until they have answered; every method is a unit of work."""

    def __init__(self, book: RunBook, *, defaults: Defaults) -> None:
        self._book = book
        self._mending = Mending(book)
        self._defaults = defaults

    def ask(
        self,
        tx: sqlite3.Connection,
        post: Post,
        draft: Draft,
        matter: str,
        *,
        key: int,
        now: datetime,
    ) -> Opened:
        """Opens the question about a run that was filled in.

        `key` stands for the message, where the run is about none.
        """
        assert post.channel_id is not None
        clubs.ensure(tx, post.club_id, post.club_name, now=now, defaults=self._defaults)
        hard_hour = care.heard(tx, post.member_id, draft.note or "", now=now)
        question = Question(
            matter=matter,
            club_id=post.club_id,
            member_id=post.member_id,
            channel_id=post.channel_id,
            message_id=post.message_id or key,
            private=post.private,
        )
        waiting = HeldRun(
            name=post.member_name,
            source=post.source,
            text_hash=_hash(post.source, draft),
            message_id=post.message_id,
            run_id=None,
            private=post.private,
            posted_at=post.posted_at,
            draft=draft,
        )
        return Opened(_hold(tx, question, waiting, now=now), hard_hour)

    def ask_to_change(
        self,
        tx: sqlite3.Connection,
        run: Run,
        draft: Draft,
        matter: str,
        *,
        channel_id: int,
        key: int,
        now: datetime,
    ) -> Question | None:
        """Opens the question about what a run is to become."""
        source = f"change:{key}"
        question = Question(
            matter=matter,
            club_id=run.club_id,
            member_id=run.member_id,
            channel_id=channel_id,
            message_id=key,
            private=run.private,
        )
        waiting = HeldRun(
            name="",
            source=source,
            text_hash=_hash(source, draft),
            message_id=None,
            run_id=run.run_id,
            private=run.private,
            posted_at=now,
            draft=draft,
        )
        return _hold(tx, question, waiting, now=now)

    def ask_on(
        self, tx: sqlite3.Connection, question: Question, matter: str, *, now: datetime
    ) -> Question | None:
        """Asks the next thing about a held run. Raises HeldNoMore."""
        waiting = _waiting(tx, question)
        wanted = replace(question, question_id=0, matter=matter, asked_with=None, agreed=False)
        return _hold(tx, wanted, waiting, now=now)

    def find(self, tx: sqlite3.Connection, question_id: int) -> HeldRun | None:
        """The run that a question is about, or None when that is about a written message."""
        return held.find(tx, question_id)

    def agree(
        self,
        tx: sqlite3.Connection,
        question: Question,
        *,
        units: str | None = None,
        now: datetime,
    ) -> None:
        """Its author says yes, and in which `units` they count. Raises HeldNoMore."""
        waiting = _waiting(tx, question)
        read_in = self._book.outlook(tx, question.club_id, question.member_id).units
        if units is not None:
            members.choose(tx, question.member_id, units=units, now=now)
            held.set_distance(tx, question.question_id, _in(units, read_in, waiting.draft))
        questions.agree(tx, question, text_hash=waiting.text_hash)

    def count(self, tx: sqlite3.Connection, question: Question, *, now: datetime) -> Logged:
        """Counts a held run with what its author agreed to, which ends the question.

        Raises HeldNoMore, and what RunBook.log_draft and Mending.edit_to raise.
        """
        waiting = _waiting(tx, question)
        logged = self._count(tx, question, waiting, now=now)
        questions.close(tx, question, now=now)
        return logged

    def _count(
        self, tx: sqlite3.Connection, question: Question, waiting: HeldRun, *, now: datetime
    ) -> Logged:
        said = questions.agreed_on(tx, question.message_id, waiting.text_hash)
        agreed, club_id = said | {question.matter}, question.club_id
        if waiting.run_id is None:
            club = clubs.find_or_new(tx, club_id, defaults=self._defaults)
            post = _post(question, waiting, club.name)
            return self._book.log_draft(tx, post, waiting.draft, now=now, agreed=agreed)
        return self._mending.edit_to(
            tx, club_id, question.member_id, waiting.run_id, waiting.draft, now=now, agreed=agreed
        )


def _hold(
    tx: sqlite3.Connection, wanted: Question, waiting: HeldRun, *, now: datetime
) -> Question | None:
    question = questions.ask(tx, wanted, text_hash=waiting.text_hash, now=now)
    if question is not None:
        questions.asked(tx, question.question_id, question.channel_id, PRIVATELY)
        held.insert(tx, question.question_id, question.member_id, waiting)
    return question


def _hash(source: str, draft: Draft) -> bytes:
    return hash_of(source, f"{draft.day} {draft.distance_m} {draft.duration_s}")


def _waiting(tx: sqlite3.Connection, question: Question) -> HeldRun:
    waiting = held.find(tx, question.question_id)
    if waiting is None:
        raise HeldNoMore
    return waiting


def _post(question: Question, waiting: HeldRun, club_name: str) -> Post:
    return Post(
        club_id=question.club_id,
        club_name=club_name,
        member_id=question.member_id,
        member_name=waiting.name,
        source=waiting.source,
        posted_at=waiting.posted_at,
        private=waiting.private,
        channel_id=question.channel_id,
        message_id=waiting.message_id,
    )


def _in(units: str, read_in: str, draft: Draft) -> int:
    """The metres of a bare number that was read in one unit and meant in another."""
    metres = draft.distance_m or 0
    if units == read_in:
        return metres
    return round(metres * MILE_M / 1000 if units == "mi" else metres * 1000 / MILE_M)
