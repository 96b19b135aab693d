"""Runs the stages one after the other and keeps what each of them found."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.runs.parse import gate
from bot.runs.parse.figures.days import DATED
from bot.runs.parse.figures.dotted import with_dotted_times
from bot.runs.parse.figures.lessons import LESSONS
from bot.runs.parse.figures.measures import NUMBERED
from bot.runs.parse.figures.or_so import OR_SO
from bot.runs.parse.figures.quantities import (
    MOST_QUANTITIES,
    Item,
    Quantity,
    Readers,
    Source,
    measure,
)
from bot.runs.parse.figures.raced_over import RACED_OVER, with_raced_over
from bot.runs.parse.figures.times import WORDED_DURATIONS
from bot.runs.parse.figures.unit_first import UNIT_FIRST, with_unit_first
from bot.runs.parse.figures.unit_later import with_unit_told_later
from bot.runs.parse.figures.unnumbered import UNNUMBERED
from bot.runs.parse.judging import judge_post
from bot.runs.parse.posts.brackets import OPENS, with_brackets
from bot.runs.parse.posts.casting import Cast
from bot.runs.parse.posts.clauses import Clause, split
from bot.runs.parse.posts.openers import without_openers
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.reading import Reading
from bot.runs.parse.roles.assigning import assign
from bot.runs.parse.stances.carry import judge
from bot.runs.parse.words.labels import joined
from bot.runs.parse.words.lexicon import Lexeme, Lexicon, lexemes
from bot.runs.parse.words.normalize import normalize
from bot.runs.parse.words.tokens import tokenize
from bot.runs.parse.words.tongue import TONGUES

READERS = Readers(OR_SO, DATED, NUMBERED, LESSONS, UNNUMBERED, WORDED_DURATIONS)
_TOO_MUCH = Reading(is_run=False, confidence=1.0, runs=(), reason="too_much")
_SILENT = Reading(is_run=False, confidence=1.0, runs=(), reason="nothing")


class Explanation(NamedTuple):
    """Everything the reader saw in a post, stage by stage, and what it made of it."""

    plain: str
    tongues: Sequence[Lexicon]
    lexemes: Sequence[Lexeme]
    items: Sequence[Item]
    clauses: Sequence[Clause]
    stances: Sequence[Stance]
    cast: Sequence[Cast]
    evidence: Sequence[tuple[str, float]]
    reading: Reading

    @property
    def languages(self) -> list[str]:
        """The languages it was read in, the first above all."""
        return [tongue.language for tongue in self.tongues]


def explain(
    text: str, *, now: datetime, units: str | None = None, locale: str | None = None
) -> Explanation:
    """Read a post as `parse` does, and keep every stage; takes no shortcut for idle chat."""
    plain = normalize(text)
    tokens = tokenize(plain)
    tongues = TONGUES.choose(tokens, locale, raw=text)
    words = lexemes(tokens, tongues)
    in_miles = units == "mi" and tongues[0].miles
    month_first = units == "mi" or (locale or "").lower() == "en-us"
    first = tongues[0]
    source = Source(words, now, month_first, first.capital_nouns, not first.miles, in_miles)
    measured = measure(source, READERS)
    if len(measured) > MOST_QUANTITIES and _figures(measured) > MOST_QUANTITIES:
        return Explanation(plain, tongues, words, measured, (), (), (), (), _TOO_MUCH)
    items = _as_told(without_openers(measured), plain)
    clauses = split(items)
    stances = judge(clauses)
    cast = assign(items, clauses, stances)
    post = Post(items, clauses, stances, cast, greeted=len(items) < len(measured), hour=now.hour)
    open_unit = units or (None if tongues[0].miles else "km")
    verdict, reading = judge_post(post, open_unit, first.language)
    return Explanation(
        plain, tongues, words, items, clauses, stances, cast, verdict.evidence, reading
    )


def _as_told(items: Sequence[Item], plain: str) -> Sequence[Item]:
    """The items with what is told in pieces put together; a round for what few languages do only where it is told."""
    items = with_dotted_times(items, plain)
    told = joined([item.labels for item in items])
    if told & UNIT_FIRST:
        items = with_unit_first(items)
    if told & RACED_OVER:
        items = with_raced_over(items)
    items = with_unit_told_later(items)
    return with_brackets(items) if told & OPENS else items


def _figures(items: Sequence[Item]) -> int:
    """How many figures there are."""
    return sum([isinstance(item, Quantity) for item in items])


def parse(
    text: str, *, now: datetime, units: str | None = None, locale: str | None = None
) -> Reading:
    """Read the runs out of a post.

    `now` is the author's local time at sending, aware. `units` ("km" or "mi") and `locale` (such as
    "en-US") decide only what the text leaves open. Never raises for any text.
    """
    if not gate.may_tell(text):
        return _SILENT
    return explain(text, now=now, units=units, locale=locale).reading
