"""Decides: log, ask or stay silent. Evidence is added up in the open, each piece with its weight."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.runs.parse.clauses import Clause
from bot.runs.parse.describe import labels_of
from bot.runs.parse.draft import Draft
from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.pacing import FASTEST
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.roles import Cast, Role
from bot.runs.parse.stances import OWN, Stance
from bot.runs.parse.tokens import Shape

CERTAIN = 0.65
"""From here on a run is logged without asking."""

_LONGEST_NAME = 8
"""Letters; what is longer is rather a German noun."""

_RUNNING = frozenset(("run_past", "run_noun", "program_done", "part", "kinds.treadmill"))
_COLOUR = frozenset(("tags", "times"))
_FELT = frozenset(("moods.positive", "moods.negative"))
_TELLING = frozenset(("run_past", "strong_did", "run_noun", "kinds", "self", "part", "pb_now"))
_EXPECTED = frozenset(
    {
        *_RUNNING,
        *_COLOUR,
        "kinds",
        "moods",
        "did",
        "strong_did",
        "adjective",
        "about",
        "article",
        "in_time",
        "free",
        "join",
    }
    | {"distance_unit", "time_unit", "total", "at", "pb", "before_after", "companion"}
)


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


class Post:
    """A judged post, as the decision looks at it."""

    def __init__(
        self,
        items: Sequence[Item],
        clauses: Sequence[Clause],
        stances: Sequence[Stance],
        cast: Sequence[Cast],
    ) -> None:
        self.items = items
        self.clauses = clauses
        self.stances = stances
        self.cast = cast
        own = [c for c, s in zip(clauses, stances, strict=True) if s in OWN or s is Stance.SUM]
        self.own_items = [item for clause in own for item in items[clause.start : clause.end]]
        self.labels = labels_of(self.own_items)

    def unknown_words(self) -> int:
        """How many words of the own clauses have no meaning."""
        nameless = [item for item in self.own_items if not item.meanings]
        return sum(isinstance(item, Lexeme) and item.shape is Shape.WORD for item in nameless)

    def refusal(self) -> str:
        """Why there is no run: the stance of the first figures denied, else of the first clause."""
        denied = [m.stance for m in self.cast if m.role is Role.DENIED]
        against = [stance for stance in self.stances if stance not in OWN]
        reasons = denied or against
        return str(reasons[0]) if reasons else "nothing"


def weigh(post: Post, drafts: Sequence[Draft]) -> Verdict:
    """The verdict on a post with figures."""
    verdict = Verdict()
    first = drafts[0]
    _weigh_figures(verdict, first)
    stances = [post.stances[clause] for draft in drafts for clause in draft.clauses]
    reported = any(post.stances[clause] is Stance.REPORT for clause in first.clauses)
    running = (first.reps and first.distance is not None) or not _RUNNING.isdisjoint(post.labels)
    if "run_past" in post.labels:
        verdict.add("a finished run is told", 0.3)
    elif reported or "strong_did" in post.labels:
        verdict.add("something is told as done", 0.15 if first.distance is None else 0.3)
    if running:
        verdict.add("words of running", 0.25)
    if not post.labels.isdisjoint(_COLOUR):
        verdict.add("weather or time of day", 0.1)
    if "kinds" in post.labels:
        verdict.add("a kind of run", 0.15)
    if "free" in post.labels or "moods.positive" in post.labels or "moods.negative" in post.labels:
        verdict.add("a feeling", 0.05)
    if first.day is not None:
        verdict.add("a day", 0.1)
    _weigh_words(verdict, post, first)
    _doubt(verdict, drafts, stances, post)
    return verdict


def _weigh_figures(verdict: Verdict, draft: Draft) -> None:
    told = draft.duration is not None or draft.pace is not None
    if draft.distance is None:
        if draft.reps:
            verdict.add("repeats", 0.3)
        elif draft.times:
            verdict.add("a time without a distance", 0.35)
            if draft.pace is not None:
                verdict.add("a pace", 0.3)
    elif draft.open_unit:
        verdict.add("a number without a unit", 0.3)
        if told:
            verdict.add("a time that fits it", 0.2)
    elif told:
        verdict.add("a distance and a time that fits it", 0.85)
    elif draft.named:
        verdict.add("a distance by its name", 0.2)
    else:
        verdict.add("a distance", 0.5)


def _weigh_words(verdict: Verdict, post: Post, draft: Draft) -> None:
    """A figure with hardly a word around it speaks of a run; one in a sentence needs a verb."""
    clauses = [post.clauses[number] for number in set(draft.clauses)]
    around = [item for clause in clauses for item in post.items[clause.start : clause.end]]
    if sum(_is_plain(item) for item in around) <= 1:
        verdict.add("hardly a word beside the figure", 0.15)
    unknown = post.unknown_words()
    if unknown >= 3 and _TELLING.isdisjoint(post.labels):
        verdict.add("unknown words and none of running", -0.25)
    if unknown > 5:
        verdict.add("many words that are not understood", -0.1)
    if any("of_something" in item.meanings for item in around):
        verdict.add("thousands of some thing", -0.3)


def _is_plain(item: Item) -> bool:
    """Whether it is a word that tells nothing of running."""
    if not isinstance(item, Lexeme) or item.shape is not Shape.WORD:
        return False
    return _EXPECTED.isdisjoint(item.meanings)


def _doubt(
    verdict: Verdict, drafts: Sequence[Draft], stances: Sequence[Stance], post: Post
) -> None:
    """Caps the confidence where a question is better than a wrong run."""
    reason = _doubt_reason(drafts, stances, post)
    if reason is not None:
        verdict.reason = reason
        verdict.evidence.append((f"doubt: {reason}", 0.0))
        verdict.confidence = min(verdict.confidence, 0.5)
    elif verdict.confidence < CERTAIN:
        verdict.reason = "doubtful"


def _doubt_reason(drafts: Sequence[Draft], stances: Sequence[Stance], post: Post) -> str | None:
    if Stance.WALK in stances:
        return "walk"
    if any(draft.open_unit and not draft.unit for draft in drafts):
        return "unit"
    if any(absurd(member) for member in post.cast):
        return "absurd"
    if _is_priced(drafts, post):
        return "announcement"
    if _is_headed_by_a_name(post) or _lists_names(post):
        return "other_person"
    if "run_past" not in post.labels and _opens_with_an_hour(drafts, post):
        return "plan"
    if any(_broken_clock(member) for member in post.cast):
        return "figure"
    if any("bad_date" in member.quantity.meanings for member in post.cast):
        return "date"
    if Stance.SUM in stances or _is_counted_up(drafts, post):
        return "period"
    if any(_too_fast(draft) or _contradicts(draft) for draft in drafts):
        return "pace"
    if len(drafts) > 1 and _only_listed(drafts):
        return "several"
    first = drafts[0]
    if first.duration is None and not post.labels & {"run_past", "strong_did"}:
        return _undone(post, first)
    return _unknown_verb(post, drafts)


def _is_counted_up(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether runs are counted beside a distance: "45 km, four runs"."""
    if any(draft.duration is not None or draft.pace is not None for draft in drafts):
        return False
    judged = zip(post.clauses, post.stances, strict=True)
    return any(stance is Stance.SUM and clause.has("sessions") for clause, stance in judged)


def _opens_with_an_hour(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether a post begins with a clock that is no time of a run: "18:45 at the fountain, 8 km"."""
    first = post.items[0]
    if not isinstance(first, Quantity) or first.measure is not Measure.CLOCK:
        return False
    return all(draft.duration not in first.options for draft in drafts)


def _is_headed_by_a_name(post: Post) -> bool:
    """Whether a post begins with what may be somebody's name: "Nico: 10 km in 48:12"."""
    first = post.clauses[0]
    head = first.items[first.start]
    if not (first.start == 0 and first.end == 1 and first.closed_by == ":"):
        return False
    return isinstance(head, Lexeme) and _is_name(head) and "self" not in post.labels


def _lists_names(post: Post) -> bool:
    """Whether names stand before times, as in results: "1. Tom 36:10, 2. Ana 38:22"."""
    named = 0
    for place, item in enumerate(post.items[1:]):
        head = post.items[place]
        if isinstance(item, Quantity) and item.measure is Measure.CLOCK:
            named += isinstance(head, Lexeme) and _is_name(head)
    return named > 1


def _is_name(word: Lexeme) -> bool:
    """Whether a word may be somebody's name: unknown, with a capital, and no long German noun."""
    known = word.shape is not Shape.WORD or bool(word.meanings)
    return word.capital and not known and len(word.text) <= _LONGEST_NAME


def _is_priced(drafts: Sequence[Draft], post: Post) -> bool:
    """Whether distances are told with prices, and with no time and no word of having run them."""
    told = any(d.duration is not None or d.pace is not None for d in drafts)
    done = not post.labels.isdisjoint(("run_past", "strong_did"))
    return not (told or done) and any("price" in m.quantity.meanings for m in post.cast)


def _undone(post: Post, draft: Draft) -> str | None:
    """Nothing says that it is over: an hour or the name of a day may just as well lie ahead."""
    quantities = [item for item in post.own_items if isinstance(item, Quantity)]
    hours = (m for m in post.cast if m.role is Role.OTHER and m.quantity.measure is Measure.CLOCK)
    if any("hour" in quantity.meanings for quantity in quantities) or any(hours):
        return "plan"
    measured = draft.distance is not None and draft.distance % 500 != 0
    felt = not _FELT.isdisjoint(post.labels)
    if (
        draft.day is not None
        and not measured
        and not felt
        and any(_may_lie_ahead(quantity) for quantity in quantities)
    ):
        return "plan"
    return _unknown_verb(post, [draft])


def _may_lie_ahead(day: Quantity) -> bool:
    """Whether a day is named by its weekday alone, which may be the next one as well."""
    return "weekday" in day.meanings and "over" not in day.meanings


def _unknown_verb(post: Post, drafts: Sequence[Draft]) -> str | None:
    """A verb that the language file does not know may be any sport ("paddleboarded 5k")."""
    if post.labels & {"run_past", "run_noun", "tags.parkrun"}:
        return None
    for draft in drafts:
        lead = post.items[min(draft.places) - 1] if min(draft.places) else None
        if isinstance(lead, Lexeme) and lead.guess == "verb":
            return "other_sport"
    return None


def absurd(member: Cast) -> bool:
    """Whether it is a distance of nothing or of more than a thousand kilometres."""
    denied = member.role is Role.DENIED or member.quantity.measure is not Measure.DISTANCE
    return not denied and not 0 < member.quantity.value <= 1_000_000


def _broken_clock(member: Cast) -> bool:
    """Whether it looks like a time but is none: 61:61."""
    return "junk" in member.quantity.meanings and member.quantity.text.count(":") == 1


def _too_fast(draft: Draft) -> bool:
    """Whether nobody runs so fast, or no reading of its time fits the distance."""
    if draft.distance and draft.times and draft.duration is None and draft.pace is None:
        return True
    return bool(
        draft.distance
        and draft.duration
        and draft.distance >= 1000
        and draft.duration * 1000 / draft.distance < FASTEST
    )


def _contradicts(draft: Draft) -> bool:
    """Whether the pace told is another than that of the time: "18:30 at the fountain, 8 km at 6:00"."""
    if not draft.distance or not draft.duration or not draft.pace or draft.distance < 1000:
        return False
    return not 0.6 <= draft.duration * 1000 / draft.distance / draft.pace <= 1.7


def _only_listed(drafts: Sequence[Draft]) -> bool:
    """Several distances of which nothing tells them apart."""
    return all(d.duration is None and d.pace is None and d.day is None for d in drafts)


def freedom_run(post: Post) -> bool:
    """Whether a finished run is told without any figure."""
    if any(quantity_matters(member) for member in post.cast):
        return False
    return any(
        stance is Stance.REPORT and _tells_run(clause)
        for clause, stance in zip(post.clauses, post.stances, strict=True)
    ) or ("free" in post.labels and bool({"run_past", "run_noun"} & post.labels))


def quantity_matters(member: Cast) -> bool:
    """Whether a figure speaks of a run that did not come together."""
    return member.role not in (Role.DAY, Role.OTHER, Role.DENIED, Role.BOUND, Role.OPEN)


def _tells_run(clause: Clause) -> bool:
    if clause.has("program_done"):
        return True
    if not clause.has("run_past"):
        return clause.has("strong_did") and clause.has("run_word")
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
