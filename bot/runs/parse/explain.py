"""Runs the stages one after the other and keeps what each of them found."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.runs.parse import gate
from bot.runs.parse.decision import weigh
from bot.runs.parse.doubts.unfinished import is_later_today
from bot.runs.parse.drafts.freedom import day_of_a_run, freedom_run
from bot.runs.parse.drafts.gathering import gather
from bot.runs.parse.drafts.retold import retold
from bot.runs.parse.evidence.heeding import heed, reconsidered
from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.figures.days import DATED
from bot.runs.parse.figures.describe import kind_of, mood_of, tags_of, time_of_day_of
from bot.runs.parse.figures.dotted import with_dotted_times
from bot.runs.parse.figures.lessons import LESSONS
from bot.runs.parse.figures.measures import NUMBERED
from bot.runs.parse.figures.pacing import conceivable_over, duration_alone
from bot.runs.parse.figures.quantities import (
    DISTANCES,
    MOST_QUANTITIES,
    PACES,
    TIMES,
    Item,
    Quantity,
    Readers,
    Source,
    is_day,
    measure,
)
from bot.runs.parse.figures.times import WORDED_DURATIONS
from bot.runs.parse.figures.unit_later import with_unit_told_later
from bot.runs.parse.figures.unnumbered import UNNUMBERED
from bot.runs.parse.posts.casting import Cast
from bot.runs.parse.posts.clauses import Clause, split
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.openers import without_openers
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.reading import ParsedRun, Reading
from bot.runs.parse.roles.assigning import assign
from bot.runs.parse.roles.passed import is_only_named
from bot.runs.parse.stances.carry import judge
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import Lexeme, Lexicon, lexemes
from bot.runs.parse.words.normalize import normalize
from bot.runs.parse.words.tokens import tokenize
from bot.runs.parse.words.tongue import TONGUES

READERS = Readers(DATED, NUMBERED, LESSONS, UNNUMBERED, WORDED_DURATIONS)
_A_MOOD = any_of("moods")
_MARATHON = 42_195
_TOO_MUCH = Reading(is_run=False, confidence=1.0, runs=(), reason="too_much")
_SILENT = Reading(is_run=False, confidence=1.0, runs=(), reason="nothing")
_FREEDOM_CONFIDENCE = 0.8
_REFUSAL_CONFIDENCE = 0.9
_NAMED_CONFIDENCE = 0.5
_HELP_CONFIDENCE = 0.5
_NOON = 12
_STILL_TO_COME = frozenset({Stance.QUESTION, Stance.INVITATION, Stance.PLAN, Stance.HYPOTHETICAL})


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
    items = with_unit_told_later(with_dotted_times(without_openers(measured), plain))
    clauses = split(items)
    stances = judge(clauses)
    cast = assign(items, clauses, stances)
    post = Post(items, clauses, stances, cast, greeted=len(items) < len(measured), hour=now.hour)
    open_unit = units or (None if tongues[0].miles else "km")
    verdict, reading = _read(post, open_unit, first.language)
    return Explanation(
        plain, tongues, words, items, clauses, stances, cast, verdict.evidence, reading
    )


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


def _read(post: Post, open_unit: str | None, language: str) -> tuple[Verdict, Reading]:
    drafts = gather(post, open_unit)
    verdict = weigh(post, drafts) if drafts else _weigh_no_figures(post)
    if not drafts and verdict.confidence:
        drafts = [Draft(day=day_of_a_run(post))]
    if not drafts:
        return _refused(post, open_unit, language)
    if not is_later_today(post, drafts[0]):
        heed(verdict, post.items, language)
    return verdict, _told(verdict, post, drafts)


def _told(verdict: Verdict, post: Post, drafts: Sequence[Draft]) -> Reading:
    """The runs of a post, to be logged or asked about."""
    runs = tuple([_finish(post, drafts, at) for at in range(len(drafts))])
    confidence = round(verdict.confidence, 2)
    return Reading(verdict.logs, confidence, runs, None if verdict.logs else verdict.reason)


def _weigh_no_figures(post: Post) -> Verdict:
    verdict = Verdict()
    day = day_of_a_run(post)
    if freedom_run(post) and (day is None or day <= 0):
        verdict.add("a finished run without figures", _FREEDOM_CONFIDENCE)
    elif is_only_named(post):
        verdict.add("no more than a name", _NAMED_CONFIDENCE)
        verdict.reason = "doubtful"
    return verdict


def _refused(post: Post, open_unit: str | None, language: str) -> tuple[Verdict, Reading]:
    """What is left of a post in which grammar finds no run: one by its wording, help at a run, or nothing."""
    verdict = Verdict(reason=post.refusal())
    if verdict.reason == Stance.VOLUNTEER and (helped := _helped(post)) is not None:
        return verdict, Reading(False, _HELP_CONFIDENCE, (helped,), verdict.reason)
    if (worded := reconsidered(verdict.reason, post.items, language)) is not None:
        again = retold(post)
        drafts = gather(again, open_unit) or _of_no_figures(again)
        fits = all(draft.timed or not _doubted(draft) for draft in drafts)
        if drafts and fits and not _lies_ahead(again, drafts[0]):
            return worded, _told(worded, again, drafts)
    return verdict, Reading(False, _REFUSAL_CONFIDENCE, (), verdict.reason)


def _of_no_figures(post: Post) -> list[Draft]:
    """A run without figures, where there are none that may be of another thing: "30k on the cycle path in 1:10"."""
    told = joined([item.labels for item in post.items])
    return [] if told & (DISTANCES | TIMES | PACES) else [Draft(day=day_of_a_run(post))]


def _lies_ahead(post: Post, draft: Draft) -> bool:
    """Whether by its day or its hour a run is still to come, or may be."""
    this_morning = post.hour < _NOON and post.has("times.morning")
    return (draft.day or 0) > 0 or this_morning or is_later_today(post, draft)


def _helped(post: Post) -> ParsedRun | None:
    """The day of helping out that a post tells of, without any figure; None for one that is still to come."""
    if not _STILL_TO_COME.isdisjoint(post.stances):
        return None
    days = [item for item in post.items if is_day(item)]
    day = int(days[0].value) if days else None
    return ParsedRun(date_offset_days=day, kind="volunteer") if day is None or day <= 0 else None


def _finish(post: Post, drafts: Sequence[Draft], at: int) -> ParsedRun:
    """The draft in whole numbers, with what is said about it."""
    draft = drafts[at]
    about = _about(post, drafts, at)
    labels = post.labels if about is post.own_items else joined([item.labels for item in about])
    walk = Stance.WALK in draft.stances
    duration = draft.duration
    if duration is None and draft.distance is None and draft.times:
        duration = duration_alone(draft.times[0]) or None  # "ran at 00:00"
    distance = None if draft.distance is None else int(draft.distance + 0.5)
    pace = None if draft.pace is None else round(draft.pace)
    kind = kind_of(labels, reps=draft.reps, walk=walk, marathon=_is_timed_marathon(draft))
    mood = mood_of(about) if labels & _A_MOOD else None
    hours, tags = time_of_day_of(labels), tags_of(labels)
    doubted = _doubted(draft) if duration is None else None
    day, climb = draft.day, draft.climb
    return ParsedRun(distance, duration, pace, day, kind, mood, climb, hours, tags, doubted)


def _is_timed_marathon(draft: Draft) -> bool:
    """Whether a whole marathon is told by its name with a time, as hardly anybody runs but in a race."""
    return draft.named and draft.distance == _MARATHON and draft.duration is not None


def _doubted(draft: Draft) -> int | None:
    """The time of a run that no reading of it fits, where its distance is known."""
    if draft.distance is None or draft.pace is not None or not draft.times:
        return None
    return conceivable_over(draft.times[0], draft.distance)


def _about(post: Post, drafts: Sequence[Draft], at: int) -> Sequence[Item]:
    """The items that speak of one run: all own ones for a single run, else those up to the next."""
    if len(drafts) == 1:
        walks = Stance.WALK in post.stances
        return post.items if walks else post.own_items
    start = 0 if at == 0 else drafts[at].first
    end = len(post.items) if at + 1 == len(drafts) else drafts[at + 1].first
    mine = [
        clause
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance in OWN or stance is Stance.SUM
    ]
    return [
        post.items[place]
        for clause in mine
        for place in range(max(start, clause.start), min(end, clause.end))
    ]
