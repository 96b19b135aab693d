"""Decides: log, ask or stay silent. Evidence is added up in the open, each piece with its weight."""

from collections.abc import Sequence

from bot.runs.parse.doubts.doubting import doubt_of
from bot.runs.parse.doubts.sequel import sequel
from bot.runs.parse.drafts.looked_back import is_looked_back_on
from bot.runs.parse.evidence.circumstances import weigh_its_way
from bot.runs.parse.evidence.few_words import COLOUR, RUNNING, stands_nearly_alone
from bot.runs.parse.evidence.fitting import is_at_a_runners_pace, is_followed_by_a_small_word
from bot.runs.parse.evidence.marks import beats_a_mark, is_a_cheered_best
from bot.runs.parse.evidence.verdict import CERTAIN, Verdict
from bot.runs.parse.figures.pacing import duration_alone
from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.roles.outcome import is_meant_otherwise
from bot.runs.parse.stances.adjuncts import is_of_something_else
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import UNKNOWN

_A_KILOMETRE = 1000
_IN_A_GROUP = any_of("tags.group")
_RAN = any_of("run_past")
_DONE = any_of("run_past", "did", "day", "pb_now", "tags.first")
_A_BEST = any_of("pb")
_STRONGLY_DONE = any_of("strong_did")
_A_KIND = any_of("kinds")
_A_FEELING = any_of("free", "unplugged", "moods.positive", "moods.negative")
_TELLING = any_of(
    "run_past",
    "strong_did",
    "run_noun",
    "run_word",
    "kinds",
    "self",
    "part",
    "pb_now",
    "tags.comeback",
)
_RUN_NOUN = any_of("run_noun")
_UNMET = any_of("unmet")
_DETERMINER = any_of("determiner")
_OF = any_of("of")
_FRESH = any_of("fresh")
_OF_SOMETHING = any_of("of_something")
_SOME_THING = UNKNOWN | any_of("something_else", "within")


def weigh(post: Post, drafts: Sequence[Draft]) -> Verdict:
    """The verdict on a post with figures."""
    verdict = Verdict()
    first = drafts[0]
    _weigh_figures(verdict, first)
    _weigh_telling(verdict, post, first)
    of_another = is_of_something_else(post, first)
    way = weigh_its_way(verdict, post, first, of_another=of_another)
    _weigh_its_occasion(verdict, post, first)
    _weigh_words(verdict, post, first, told=way)
    if of_another and not (post.labels & _RAN or _is_timed(first) or _is_paced(post, first)):
        verdict.add("so much of something else", -0.5)
    _doubt(verdict, drafts, post)
    return verdict


def _weigh_telling(verdict: Verdict, post: Post, first: Draft) -> None:
    """What the words of a post tell of any run: that it is over, its kind, how it felt."""
    mentioned = _is_merely_named(post, first)
    running = (first.reps and first.distance is not None) or bool(post.labels & RUNNING)
    if post.labels & _RAN:
        verdict.add("a finished run is told", 0.3)
    elif Stance.REPORT in first.stances or post.labels & _STRONGLY_DONE:
        verdict.add("something is told as done", 0.15 if first.distance is None else 0.3)
    if running and not mentioned:
        verdict.add("words of running", 0.25)
    if not mentioned and post.labels & COLOUR and not _only_says_when(post, first):
        verdict.add("weather or time of day", 0.1)
    if post.labels & _A_KIND:
        verdict.add("a kind of run", 0.15)
    if post.labels & _A_FEELING:
        verdict.add("a feeling", 0.05)


def _only_says_when(post: Post, draft: Draft) -> bool:
    """Whether the word for a time of day is the day of a clock alone, which counts by itself: "choir 7:30 tonight"."""
    if draft.distance is not None or draft.day is None or post.labels & RUNNING:
        return False
    if any(duration_alone(time) for time in draft.times):
        return False
    of_the_day = DAYS | _IN_A_GROUP
    return not any(item.labels & COLOUR and not item.labels & of_the_day for item in post.items)


def _weigh_its_occasion(verdict: Verdict, post: Post, first: Draft) -> None:
    """What a run was besides: of a streak, of a day, another than was meant, better than ever."""
    if Stance.STREAK in post.stances and (first.distance or _is_a_run_of_a_streak(post)):
        verdict.add("a day of a streak", 0.2)
    if first.day is not None:
        timed = any(time.to_the_second for time in first.times)
        over = timed or _tells_a_day_not_ahead(post) or is_looked_back_on(post, first)
        verdict.add("a day", 0.15 if over else 0.1)
    if first.distance and post.told & _UNMET and not is_meant_otherwise(post):
        verdict.add("another run was meant", 0.2)
    if first.distance is not None and Role.BOUND in post.roles and beats_a_mark(post):
        verdict.add("a mark that was beaten", 0.45)
    elif post.labels & _A_BEST and is_a_cheered_best(post, first):
        verdict.add("a best that is cheered", 0.45)


def _is_a_run_of_a_streak(post: Post) -> bool:
    """Whether a streak is said to be of runs: "streak run, 20 minutes", but not "streak day 300. 20 mins"."""
    return any(
        stance is Stance.STREAK and clause.labels & _RUN_NOUN
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    )


def _tells_a_day_not_ahead(post: Post) -> bool:
    """Whether a day is told that can't lie ahead: today or yesterday, a date, no mere weekday."""
    return any(m.role is Role.DAY and _cannot_lie_ahead(m.quantity) for m in post.cast)


def _cannot_lie_ahead(day: Quantity) -> bool:
    over = "over" in day.meanings or ("weekday" not in day.meanings and day.value < 0)
    return over or "day" in day.meanings


def _is_merely_named(post: Post, draft: Draft) -> bool:
    """Whether there is only the name of a distance, whose own word tells nothing more: "I love parkrun"."""
    if not draft.named or draft.times or draft.pace is not None or draft.day is not None:
        return False
    others = [item.labels for at, item in enumerate(post.items) if at not in draft.places]
    return not joined(others) & _DONE


def _weigh_figures(verdict: Verdict, draft: Draft) -> None:
    told = draft.timed
    if draft.distance is None:
        if draft.reps:
            verdict.add("repeats", 0.3)
        if draft.times or draft.duration:
            known = draft.duration or any(duration_alone(time) for time in draft.times)
            verdict.add("a time without a distance", 0.35 if known else 0.25)  # "done 5:30"
            if draft.pace is not None:
                verdict.add("a pace", 0.3)
    elif draft.open_unit:
        verdict.add("a number without a unit", 0.3)
        if told:
            verdict.add("a time that fits it", 0.2)
    elif told and draft.by_a_clock:
        verdict.add("a distance and an exact time that fits it", 0.9)
    elif told:
        verdict.add("a distance and a time that fits it", 0.85)
    elif draft.named:
        verdict.add("a distance by its name", 0.2)
    elif draft.distance < _A_KILOMETRE and not draft.reps and not draft.times:
        verdict.add("a few metres", 0.35)
    else:
        verdict.add("a distance", 0.5)


def _weigh_words(verdict: Verdict, post: Post, draft: Draft, *, told: bool) -> None:
    """A figure with hardly a word around it speaks of a run; one in a sentence needs a verb."""
    around: list[Item] = []
    carried = 0
    said = post.clauses[draft.clauses[0]].sentence
    for number in set(draft.clauses):
        clause = post.clauses[number]
        carried |= clause.labels
        if clause.sentence == said or not draft.distance:
            around += post.items[clause.start : clause.end]
    if stands_nearly_alone(post, draft, around, carried):
        verdict.add("hardly a word beside the figure", 0.15)
    fits = is_at_a_runners_pace(post, draft)
    unknown = 0 if fits else post.unknown_words()
    if unknown >= 3 and sequel(post, draft):
        unknown = 0
    strange = unknown >= 3 and not told and not post.labels & _TELLING
    if strange and not _is_of_some_day(post, draft):
        verdict.add("unknown words and none of running", -0.25)
    if unknown > 5 and not told:
        verdict.add("many words that are not understood", -0.1)
    thousands = carried & _OF_SOMETHING and not (_is_timed(draft) and post.labels & RUNNING)
    thousands = thousands and Role.PART not in post.roles
    small = is_followed_by_a_small_word(post, draft)
    thousands = thousands and not (fits and (small or _is_timed(draft)))
    if not told and (thousands or _is_as_long_as(post, draft)):
        verdict.add("so much of some thing", -0.3)


def _is_of_some_day(post: Post, draft: Draft) -> bool:
    """Whether a day that is over is told of it, and not of a thing: "the tuesday 5 mile route"."""
    at = draft.first - 1
    at -= at > 0 and isinstance(post.items[at], Quantity)
    return draft.day is not None and not (at >= 0 and post.items[at].labels & _DETERMINER)


def _is_timed(draft: Draft) -> bool:
    return draft.duration is not None and draft.by_a_clock


def _is_paced(post: Post, draft: Draft) -> bool:
    """Whether a time in minutes fits as those of runs do: "52 min for the 10k river loop"."""
    told = [time.measure for time in draft.times]
    return Measure.DURATION in told and is_at_a_runners_pace(post, draft)


def _is_as_long_as(post: Post, draft: Draft) -> bool:
    """Whether it may only be how long some thing is: "2.5 km of new cycle path"."""
    if draft.distance is None or draft.duration is not None:
        return False
    if post.labels & (_STRONGLY_DONE | RUNNING):
        return False
    behind = draft.last + 1
    if behind >= len(post.items) - 1 or not post.items[behind].labels & _OF:
        return False
    some = post.items[behind + 1 : behind + 3]
    if any(item.labels & _UNMET for item in some):
        return False  # "11k of a planned 15"
    return any(item.labels & (_SOME_THING | _FRESH) for item in some)


def _doubt(verdict: Verdict, drafts: Sequence[Draft], post: Post) -> None:
    """Caps the confidence where a question is better than a wrong run."""
    reason = doubt_of(drafts, post)
    if reason is not None:
        verdict.doubt(f"doubt: {reason}", reason)
    elif verdict.confidence < CERTAIN:
        verdict.reason = "doubtful"
