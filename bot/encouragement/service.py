"""The line under a logged run: chosen, remembered, and said again when its answer is worded anew."""

import functools
import sqlite3
from collections.abc import Collection, Sequence

from bot import almanac, texts
from bot.clubs import service as clubs
from bot.clubs.model import Club
from bot.clubs.refusals import NoSuchChoice
from bot.encouragement import model, store
from bot.encouragement.model import (
    ANY,
    NEVER_AGAIN_WITHIN,
    SITUATIONS,
    SPOKEN,
    Line,
    Shelved,
)
from bot.encouragement.refusals import (
    LineBroken,
    LineEmpty,
    LineKnown,
    LineMentions,
    LineTooLong,
    TooManyLines,
)
from bot.runs import history
from bot.runs.model import Fact, Place, Run
from bot.texts import clean


def choose(
    tx: sqlite3.Connection,
    run: Run,
    place: Place,
    tags: frozenset[str],
    facts: Sequence[Fact],
) -> Fact | None:
    """A line for a new post, by its first run, what its member said of it and what it earned; none in plain tone.

    For a public run it depends on public runs and lines alone.
    """
    tone = place.outlook.tone
    if not texts.lines(tone):
        return None
    is_first = history.is_only(tx, run)
    found = _choose(tx, run, tone, model.situation(run, tags, facts, is_first=is_first))
    if found is None:
        return None
    situation, line = found
    store.tell(tx, run, situation, line.key, at=almanac.to_ms(run.logged_at))
    return Fact("line", _shown(line))


def again(tx: sqlite3.Connection, post_id: int) -> Fact | None:
    """The line that a post was answered with, or None where there was none or it is no more."""
    key = store.told(tx, post_id)
    if key is None:
        return None
    if not key.startswith("club:"):
        words = _shipped_by_key().get(key)
        return Fact("line", words) if words else None
    words = store.own_words(tx, int(key.removeprefix("club:")))
    return Fact("line", clean.words(words)) if words else None


def shelf(tx: sqlite3.Connection, club_id: int, tone: str, situation: str) -> list[Shelved]:
    """The lines of a situation, those that come with the bot first. Raises NoSuchChoice."""
    if tone not in SPOKEN or situation not in SITUATIONS:
        raise NoSuchChoice
    off = store.off(tx, club_id)
    own = [line for where, line in store.own_lines(tx, club_id) if where == situation]
    return [
        *(Shelved(line, False, line.key not in off) for line in _shipped(tone)[situation]),
        *(
            Shelved(Line(line.key, clean.words(line.words)), True, line.key not in off)
            for line in own
        ),
    ]


def switch(
    tx: sqlite3.Connection,
    club_id: int,
    tone: str,
    situation: str,
    *,
    shown: Collection[str],
    on: Collection[str],
) -> None:
    """Of the lines an organizer was shown, those in `on` are said and the others are not. Raises NoSuchChoice."""
    known = {shelved.line.key for shelved in shelf(tx, club_id, tone, situation)}
    if clubs.find(tx, club_id) is not None:
        chosen = known & set(shown)
        store.set_off(tx, club_id, chosen - set(on), chosen & set(on))


def add(tx: sqlite3.Connection, club: Club, situation: str, words: str) -> None:
    """A line of the club's own, for one situation and every tone.

    Raises NoSuchChoice, LineEmpty, LineTooLong, LineMentions, LineBroken, LineKnown and TooManyLines.
    """
    if situation not in SITUATIONS:
        raise NoSuchChoice
    words = " ".join(words.split())
    _refuse(words)
    own = store.own_lines(tx, club.club_id)
    said = {line.words.casefold() for _, line in own}
    said.update(line.casefold() for line in _shipped_by_key().values())
    if words.casefold() in said:
        raise LineKnown
    if len(own) >= model.MAX_OWN and not store.make_room(tx, club.club_id):
        raise TooManyLines
    store.add(tx, club.club_id, situation, words)


def _refuse(words: str) -> None:
    if len(words) > model.MAX_WORDS:
        raise LineTooLong(len(words))
    if not clean.words(words).strip():
        raise LineEmpty
    if model.mentions(words):
        raise LineMentions
    try:
        model.placeholders(words)
    except ValueError:
        raise LineBroken from None


def _choose(tx: sqlite3.Connection, run: Run, tone: str, situation: str) -> tuple[str, Line] | None:
    """The line whose turn it is and the situation it stands under."""
    lines, lately = _pool(tx, run, tone, situation)
    if len(lines) > NEVER_AGAIN_WITHIN:
        # With more lines than that, the one told longest ago is none of the last ten.
        line = model.choose(lines, lately, turn=run.member_id)
        return (situation, line) if line else None
    last = set(store.last_told(tx, run))
    fresh = [line for line in lines if line.key not in last]
    if line := model.choose(fresh, lately, turn=run.member_id):
        return situation, line
    return None if situation == ANY else _choose(tx, run, tone, ANY)


def _pool(
    tx: sqlite3.Connection, run: Run, tone: str, situation: str
) -> tuple[list[Line], list[str]]:
    """The lines that may be said of the run, and the keys of those told lately."""
    known = _shipped(tone)[situation]
    now = store.moment(tx, run, situation, limit=len(known) + model.MAX_OWN)
    own = [line for line in now.own if model.fits(line, run)]
    return [line for line in (*known, *own) if line.key not in now.off], now.lately


def _shown(line: Line) -> str:
    return clean.words(line.words) if line.key.startswith("club:") else line.words


@functools.cache
def _shipped(tone: str) -> dict[str, Sequence[Line]]:
    return {
        situation: tuple(map(model.shipped, said)) for situation, said in texts.lines(tone).items()
    }


@functools.cache
def _shipped_by_key() -> dict[str, str]:
    return {
        line.key: line.words
        for tone in SPOKEN
        for lines in _shipped(tone).values()
        for line in lines
    }
