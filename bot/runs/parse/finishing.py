"""Puts the draft of a run into whole numbers, with what is said about it."""

from collections.abc import Sequence

from bot.runs.parse.doubts.walks import WALKED_FAST
from bot.runs.parse.figures.describe import kind_of, mood_of, tags_of, time_of_day_of
from bot.runs.parse.figures.pacing import conceivable_over, duration_alone
from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.reading import ParsedRun
from bot.runs.parse.words.labels import any_of, joined

_A_MOOD = any_of("moods")
_MORNING = any_of("times.morning")
_AM, _SELF = any_of("am_old"), any_of("self")
_MARATHON = 42_195


def finish(post: Post, drafts: Sequence[Draft], at: int) -> ParsedRun:
    """The draft in whole numbers, with what is said about it."""
    draft = drafts[at]
    about = _about(post, drafts, at)
    labels = post.labels if about is post.own_items else joined([item.labels for item in about])
    walk = Stance.WALK in draft.stances and not _is_faster_than_a_walk(draft)
    duration = draft.duration
    if duration is None and draft.distance is None and draft.times:
        duration = duration_alone(draft.times[0]) or None  # "ran at 00:00"
    distance = None if draft.distance is None else int(draft.distance + 0.5)
    pace = None if draft.pace is None else round(draft.pace)
    kind = kind_of(labels, reps=draft.reps, walk=walk, marathon=_is_timed_marathon(draft))
    mood = mood_of(about) if labels & _A_MOOD else None
    if labels & _MORNING and not any(
        _is_of_the_morning(about, place) for place in range(len(about))
    ):
        labels &= ~_MORNING
    hours, tags = time_of_day_of(labels), tags_of(labels)
    doubted = time_that_hardly_fits(draft) if duration is None else None
    day, climb = draft.day, draft.climb
    return ParsedRun(distance, duration, pace, day, kind, mood, climb, hours, tags, doubted)


def _is_of_the_morning(about: Sequence[Item], at: int) -> bool:
    """Whether a word tells of the morning, as the "am" of "I am" does not."""
    labels = about[at].labels
    return labels & _MORNING != 0 and not (labels & _AM and at and about[at - 1].labels & _SELF)


def _is_faster_than_a_walk(draft: Draft) -> bool:
    """Whether nobody walks so fast who is not racing, be it called a stroll."""
    if not draft.distance or draft.duration is None:
        return False
    return draft.duration * 1000 / draft.distance < WALKED_FAST


def _is_timed_marathon(draft: Draft) -> bool:
    """Whether a whole marathon is told by its name with a time, as hardly anybody runs but in a race."""
    return draft.named and draft.distance == _MARATHON and draft.duration is not None


def time_that_hardly_fits(draft: Draft) -> int | None:
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
