"""Judges a post whose parts are all in their roles: what grammar makes of it, and what its wording makes of that."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.decision import weigh
from bot.runs.parse.doubts.theirs import is_anothers_run
from bot.runs.parse.doubts.unfinished import is_later_today
from bot.runs.parse.drafts.freedom import day_of_a_run, freedom_run
from bot.runs.parse.drafts.gathering import gather
from bot.runs.parse.drafts.retold import retold
from bot.runs.parse.evidence.heeding import heed, reconsider
from bot.runs.parse.evidence.pairs import trust_a_pair
from bot.runs.parse.evidence.verdict import Verdict
from bot.runs.parse.evidence.wording import WORDINGS
from bot.runs.parse.figures.quantities import DISTANCES, NUMBERS, PACES, TIMES, is_day
from bot.runs.parse.finishing import finish, time_that_hardly_fits
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.reading import ParsedRun, Reading
from bot.runs.parse.roles.passed import is_only_named
from bot.runs.parse.stances.undone import is_refused_by_the_body
from bot.runs.parse.words.labels import any_of, joined

_FREEDOM_CONFIDENCE = 0.8
_REFUSAL_CONFIDENCE = 0.9
_NAMED_CONFIDENCE = 0.5
_HELP_CONFIDENCE = 0.5
_NOON = 12
_OTHERS, _THEY_DID = any_of("they", "third_person"), any_of("person_verb")
_A_RUN = any_of("run_thing", "run_past")
_MORNING, _HAPPENED = any_of("times.morning"), any_of("run_past", "strong_did", "did", "looks_back")
_OVER = any_of("run_past", "strong_did", "did", "looks_back", "guess.past", "moods", "neutral")
_HOW_FAR = DISTANCES | NUMBERS
_STILL_TO_COME = frozenset({Stance.QUESTION, Stance.INVITATION, Stance.PLAN, Stance.HYPOTHETICAL})


def judge_post(post: Post, open_unit: str | None, language: str) -> tuple[Verdict, Reading]:
    """The verdict on a post, and its reading: runs to log or to ask about, or the reason why there is none.

    `open_unit` ("km" or "mi") is that of numbers without one; `language` says whose wording is asked.
    """
    drafts = gather(post, open_unit)
    verdict = weigh(post, drafts) if drafts else _weigh_no_figures(post)
    if verdict is None:
        return _judge_refused(post, open_unit, language)
    drafts = drafts or [Draft(day=day_of_a_run(post))]
    if not is_later_today(post, drafts[0]):
        heed(verdict, post.items, WORDINGS[language], drafts)
    return verdict, _told(verdict, post, drafts)


def _told(verdict: Verdict, post: Post, drafts: Sequence[Draft]) -> Reading:
    """The runs of a post, to be logged or asked about."""
    runs = tuple([finish(post, drafts, at) for at in range(len(drafts))])
    confidence = round(verdict.confidence, 2)
    return Reading(verdict.logs, confidence, runs, None if verdict.logs else verdict.reason)


def _weigh_no_figures(post: Post) -> Verdict | None:
    """The verdict on a run that is told without any figure, or only named; None where there is none."""
    verdict = Verdict()
    day = day_of_a_run(post)
    if freedom_run(post) and (day is None or day <= 0):
        verdict.add("a finished run without figures", _FREEDOM_CONFIDENCE)
        return verdict
    if is_only_named(post):
        verdict.add("no more than a name", _NAMED_CONFIDENCE)
        verdict.reason = "doubtful"
        return verdict
    return None


def _judge_refused(post: Post, open_unit: str | None, language: str) -> tuple[Verdict, Reading]:
    """What is left of a post in which grammar finds no run: help at one, a run by its wording, or nothing."""
    reason = post.refusal()
    verdict = Verdict(reason=reason)
    if reason == Stance.VOLUNTEER and (helped := _helped(post)) is not None:
        return verdict, Reading(False, _HELP_CONFIDENCE, (helped,), reason)
    if (paired := _judge_a_pair(post, open_unit, language)) is not None:
        return paired
    if any(map(is_refused_by_the_body, post.clauses)):
        return verdict, Reading(False, _REFUSAL_CONFIDENCE, (), reason)
    worded = reconsider(reason, post.items, WORDINGS[language], opens=_opens_with_a_run(post))
    if worded is not None and not _may_lie_ahead(again := retold(post)):
        drafts = gather(again, open_unit) or _without_figures(again)
        if drafts and all(map(_holds_together, drafts)):
            if not drafts[0].places and _may_be_for_tonight(again):
                worded.doubt("it may be for tonight", "plan")
            return worded, _told(worded, again, drafts)
    return verdict, Reading(False, _REFUSAL_CONFIDENCE, (), reason)


def _opens_with_a_run(post: Post) -> bool:
    """Whether its first clause is of the author's own and names a run or a verb of running."""
    own = bool(post.stances) and post.stances[0] in OWN
    return own and post.clauses[0].labels & _A_RUN != 0


def _judge_a_pair(
    post: Post, open_unit: str | None, language: str
) -> tuple[Verdict, Reading] | None:
    """What a refused post tells by a distance with its time, where that outweighs what it is refused for."""
    if not (post.told & _HOW_FAR and post.told & TIMES) or _may_lie_ahead(again := retold(post)):
        return None
    if post.told & _OTHERS and any(map(_tells_of_others, post.clauses)):
        return None
    drafts, verdict = gather(again, open_unit), Verdict(reason=post.refusal())
    if drafts and is_anothers_run(drafts, again):
        return None
    if not trust_a_pair(verdict, post.items, WORDINGS[language], drafts):
        return None
    return verdict, _told(verdict, again, drafts)


def _tells_of_others(clause: Clause) -> bool:
    """Whether a distance and its time stand where "they", "he" or "she" did it: "5k in 27:30 they did"."""
    if not (clause.labels & DISTANCES and clause.labels & TIMES):
        return False
    return any(
        who.labels & _OTHERS and did.labels & _THEY_DID
        for who, did in pairwise(clause.items[clause.start : clause.end])
    )


def _may_lie_ahead(post: Post) -> bool:
    """Whether a day or an hour is told that may be still to come, of whatever is told."""
    mornings = [one.labels for one in post.clauses if one.labels & _MORNING]
    told = any(labels & _HAPPENED for labels in mornings)  # "went out at dawn"
    this_morning = post.hour < _NOON and bool(mornings) and not told
    days = [item for item in post.items if is_day(item)]
    ahead = any(day.value > 0 for day in days)
    return ahead or this_morning or is_later_today(post, Draft())


def _may_be_for_tonight(post: Post) -> bool:
    """Whether the evening is told, and nothing as over or felt: "run tonight: cold, dark"."""
    over = post.labels & _OVER or any(is_day(item) and item.value < 0 for item in post.items)
    return post.has("times.evening", "times.night") and not over


def _without_figures(post: Post) -> list[Draft]:
    """A run without figures, where there are none that may be of another thing: "30k on the cycle path in 1:10"."""
    told = joined([item.labels for item in post.items])
    return [] if told & (DISTANCES | TIMES | PACES) else [Draft(day=day_of_a_run(post))]


def _holds_together(draft: Draft) -> bool:
    """Whether no time is told with it that hardly fits, as that of a ride would be."""
    return draft.timed or time_that_hardly_fits(draft) is None


def _helped(post: Post) -> ParsedRun | None:
    """The day of helping out that a post tells of, without any figure; None for one that is still to come."""
    if not _STILL_TO_COME.isdisjoint(post.stances):
        return None
    days = [item for item in post.items if is_day(item)]
    day = int(days[0].value) if days else None
    return ParsedRun(date_offset_days=day, kind="volunteer") if day is None or day <= 0 else None
