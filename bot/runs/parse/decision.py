"""Decides: log, ask or stay silent. Evidence is added up in the open, each piece with its weight."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.runs.parse.casting import Cast, Role
from bot.runs.parse.clauses import Clause
from bot.runs.parse.doubts import doubt_of
from bot.runs.parse.draft import Draft
from bot.runs.parse.labels import any_of, joined
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.people import is_name
from bot.runs.parse.post import Post
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.stances import OWN, Stance
from bot.runs.parse.tokens import Shape

CERTAIN = 0.65
"""From here on a run is logged without asking."""

_RAN = any_of("run_past")
_RUNNING = any_of(
    *(
        "run_past",
        "run_noun",
        "run_word",
        "program_done",
        "part",
        "kinds.treadmill",
        "tags.comeback",
    )
)
_DONE = any_of("run_past", "strong_did", "did", "day", "pb_now", "tags.first")
_BESIDE = frozenset(
    {Role.DAY, Role.OTHER, Role.DENIED, Role.BOUND, Role.OPEN, Role.REST, Role.POINT}
)
_PIECES = (Role.SPLIT, Role.PART)
_CHEERED = any_of("moods.positive", "pb_now", "strong_did", "run_past", "tags.first")
_FELT = any_of("moods.positive", "moods.negative", "moods.neutral")
_OTHERS = frozenset(
    {Stance.REPLY, Stance.OTHER_PERSON, Stance.INVITATION, Stance.PLAN}
    | {Stance.ANNOUNCEMENT, Stance.GOAL, Stance.HYPOTHETICAL, Stance.WATCHING, Stance.VOLUNTEER}
)
"""What makes a run that is only named more likely another's, or one to come."""

_SESSIONS = ("kinds.intervals", "kinds.tempo", "kinds.long", "kinds.recovery")
_STRONGLY_DONE = any_of("strong_did")
_COLOUR = any_of("tags", "times")
_A_KIND = any_of("kinds")
_A_FEELING = any_of("free", "moods.positive", "moods.negative")
_TELLING = any_of("run_past", "strong_did", "run_noun", "kinds", "self", "part", "pb_now")
_EXPECTED = (
    _RUNNING
    | _COLOUR
    | any_of("kinds", "moods", "did", "strong_did", "adjective", "about", "article", "in_time")
    | any_of("free", "join", "distance_unit", "time_unit", "total", "at", "pb", "before_after")
    | any_of("companion", "interjection", "opener")
)
_WAY = any_of("way")
_ALONGSIDE = any_of("alongside")
_OF_SOMETHING = any_of("of_something")


@dataclass(slots=True)
class Verdict:
    """Confidence, and why: pieces of evidence with their weights; `reason` speaks against a run."""

    confidence: float = 0.0
    reason: str | None = None
    evidence: list[tuple[str, float]] = field(default_factory=list)

    def add(self, what: str, weight: float) -> None:
        """Count one piece of evidence."""
        self.evidence.append((what, weight))
        self.confidence = min(1.0, max(0.0, self.confidence + weight))


def weigh(post: Post, drafts: Sequence[Draft]) -> Verdict:
    """The verdict on a post with figures."""
    verdict = Verdict()
    first = drafts[0]
    _weigh_figures(verdict, first)
    stances = [post.stances[clause] for draft in drafts for clause in draft.clauses]
    reported = Stance.REPORT in [post.stances[clause] for clause in first.clauses]
    mentioned = _is_merely_named(post, first)
    running = (first.reps and first.distance is not None) or bool(post.labels & _RUNNING)
    if post.labels & _RAN:
        verdict.add("a finished run is told", 0.3)
    elif reported or post.labels & _STRONGLY_DONE:
        verdict.add("something is told as done", 0.15 if first.distance is None else 0.3)
    if running and not mentioned:
        verdict.add("words of running", 0.25)
    if not mentioned and post.labels & _COLOUR:
        verdict.add("weather or time of day", 0.1)
    if post.labels & _A_KIND:
        verdict.add("a kind of run", 0.15)
    if post.labels & _A_FEELING:
        verdict.add("a feeling", 0.05)
    if way := _is_told_with_its_way(post, first):
        verdict.add("a way is told", 0.2)
    if first.distance and not first.named and any(m.role in _PIECES for m in post.cast):
        verdict.add("its parts are told", 0.2)
    if first.day is not None:
        verdict.add("a day", 0.15 if _is_over(post) else 0.1)
    if first.distance is not None and Role.BOUND in post.roles and _beats_a_mark(post):
        verdict.add("a mark that was beaten", 0.45)
    _weigh_words(verdict, post, first, told=way)
    _doubt(verdict, drafts, stances, post)
    return verdict


def _beats_a_mark(post: Post) -> bool:
    """Whether a mark is cheered as kept under: "finally sub 25 at parkrun!"."""
    if all(member.role is not Role.BOUND or member.stance not in OWN for member in post.cast):
        return False
    cheered = any(clause.closed_by == "!" for clause in post.clauses)
    return cheered or bool(post.labels & _CHEERED)


def _is_over(post: Post) -> bool:
    """Whether a day is told that can't lie ahead: today or yesterday, no mere weekday."""
    return any(m.role is Role.DAY and "day" in m.quantity.meanings for m in post.cast)


def _is_merely_named(post: Post, draft: Draft) -> bool:
    """Whether there is only the name of a distance, whose own word tells nothing more: "I love parkrun"."""
    if not draft.named or draft.times or draft.pace is not None or draft.day is not None:
        return False
    others = [item.labels for at, item in enumerate(post.items) if at not in draft.places]
    return not joined(others) & _DONE


def _weigh_figures(verdict: Verdict, draft: Draft) -> None:
    told = draft.duration is not None or draft.pace is not None
    if draft.distance is None:
        if draft.reps:
            verdict.add("repeats", 0.3)
        if draft.times or draft.duration:
            verdict.add("a time without a distance", 0.35)
            if draft.pace is not None:
                verdict.add("a pace", 0.3)
    elif draft.open_unit:
        verdict.add("a number without a unit", 0.3)
        if told:
            verdict.add("a time that fits it", 0.2)
    elif told and any(time.measure is Measure.CLOCK for time in draft.times):
        verdict.add("a distance and an exact time that fits it", 0.9)
    elif told:
        verdict.add("a distance and a time that fits it", 0.85)
    elif draft.named:
        verdict.add("a distance by its name", 0.2)
    else:
        verdict.add("a distance", 0.5)


def _is_told_with_its_way(post: Post, draft: Draft) -> bool:
    """Whether where it led stands right behind the distance: "8k through the allotments"."""
    if draft.distance is None or draft.named:
        return False
    behind = max(draft.places) + 1
    return behind < len(post.items) - 1 and post.items[behind].labels & _WAY != 0


def _weigh_words(verdict: Verdict, post: Post, draft: Draft, *, told: bool) -> None:
    """A figure with hardly a word around it speaks of a run; one in a sentence needs a verb."""
    clauses = [post.clauses[number] for number in set(draft.clauses)]
    around = [item for clause in clauses for item in post.items[clause.start : clause.end]]
    if _plain_words(around) <= 1:
        verdict.add("hardly a word beside the figure", 0.15)
    unknown = post.unknown_words()
    if unknown >= 3 and not told and not post.labels & _TELLING:
        verdict.add("unknown words and none of running", -0.25)
    if unknown > 5:
        verdict.add("many words that are not understood", -0.1)
    if joined([clause.labels for clause in clauses]) & _OF_SOMETHING:
        verdict.add("thousands of some thing", -0.3)


def _plain_words(items: Sequence[Item]) -> int:
    """How many words tell nothing of running; who came along ("with coach Dave") is not counted."""
    count = 0
    companion = False
    for item in items:
        carried = item.labels
        plain = not carried & _EXPECTED and isinstance(item, Lexeme) and item.shape is Shape.WORD
        count += plain and not companion
        companion = carried & _ALONGSIDE != 0 or (companion and plain)
    return count


def _doubt(
    verdict: Verdict, drafts: Sequence[Draft], stances: Sequence[Stance], post: Post
) -> None:
    """Caps the confidence where a question is better than a wrong run."""
    reason = doubt_of(drafts, stances, post)
    if reason is not None:
        verdict.reason = reason
        verdict.evidence.append((f"doubt: {reason}", 0.0))
        verdict.confidence = min(verdict.confidence, 0.5)
    elif verdict.confidence < CERTAIN:
        verdict.reason = "doubtful"


def freedom_run(post: Post) -> bool:
    """Whether a finished run is told without any figure."""
    if Stance.IDIOM in post.stances or any(quantity_matters(member) for member in post.cast):
        return False
    missed = {
        clause.sentence
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.NO_RUN
    }
    return any(
        stance is Stance.REPORT
        and _tells_run(clause)
        and (clause.sentence not in missed or clause.has("self", "contrast", "join"))
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    ) or _is_a_run_as_felt(post)


def _is_a_run_as_felt(post: Post) -> bool:
    """Whether a run is only named, but as one that is over: "grim run this morning, legs gone"."""
    if post.has("free") and post.has("run_past", "run_noun"):
        return True
    if not _OTHERS.isdisjoint(post.stances) or post.unknown_words() > 2:
        return False
    asked = {
        clause.sentence
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.QUESTION
    }
    return any(
        clause.sentence not in asked and _names_a_felt_run(clause, post)
        for clause, stance in zip(post.clauses, post.stances, strict=True)
        if stance is Stance.FRAGMENT and clause.has("run_thing")
    )


def _names_a_felt_run(clause: Clause, post: Post) -> bool:
    """Whether it says of a run when it was and how it felt; mere praise may be of anybody's."""
    if clause.closed_by == "?" or clause.has("person", "you") or _is_that_run(clause):
        return False
    items = clause.items[clause.start : clause.end]
    if any(is_name(item) for item in items[1:]):
        return False
    if clause.has("tags.comeback"):
        return True
    if not post.labels & _FELT:
        return False
    told = clause.has("day", "times", "tags") or post.has("moods.negative")
    return told and (len(items) > 3 or len(post.clauses) > 1)


def _is_that_run(clause: Clause) -> bool:
    """Whether a certain run is spoken of: "the run", "that run"."""
    lead = clause.items[max(clause.start, clause.place("run_thing") - 1)].meanings
    return "determiner" in lead and "article" not in lead


def quantity_matters(member: Cast) -> bool:
    """Whether a figure speaks of a run that did not come together."""
    if member.role is Role.OTHER and member.quantity.measure is Measure.DISTANCE:
        return True  # "ran -5 km"
    return member.role not in _BESIDE


def _tells_run(clause: Clause) -> bool:
    if clause.has("program_done"):
        return True
    if not clause.has("run_past"):
        return clause.has("strong_did") and clause.has("run_word", *_SESSIONS)
    at = clause.place("run_past")
    if "single_verb" not in clause.items[at].meanings:
        return True
    return at + 1 >= clause.end or _may_follow(clause.items[at + 1])


def _may_follow(item: Item) -> bool:
    """Whether "ran" may be followed by it without an object of another sense ("ran the script")."""
    if isinstance(item, Quantity):
        return item.measure is Measure.DAY
    if item.shape is not Shape.WORD:
        return True
    if not item.meanings:
        return isinstance(item, Lexeme) and item.guess == "adverb"
    return item.meanings.keys().isdisjoint(("article", "determiner", "object"))
