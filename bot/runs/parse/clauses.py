"""Cuts a post into clauses: the stretches of text within which one thing is said."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.runs.parse.lexicon import Lexeme
from bot.runs.parse.quantities import Item, Measure, Quantity
from bot.runs.parse.tokens import Shape

_SENTENCE_ENDS = {".", "!", "?", ";", "|", "\n"}
_SOFT_ENDS = {",", ":", "(", ")", "-", "/", '"'}
# A finite verb of the past ends a wish: "wanted sub 50 | got 50:04".
_WISHES = ("goal", "plan", "pb_list", "no_run")
_VERBS = ("run_past", "person_verb", "strong_did", "distance_unit")
_OPENING = frozenset(("and_self", "join", "purpose", "person_verb"))
_MARKS = (Shape.MARK, Shape.LINE)
_DISTANCES = (Measure.DISTANCE, Measure.REPS)
_TIMES = (Measure.DURATION, Measure.CLOCK)


@dataclass(slots=True)
class Clause:
    """Items `start` to `end` of the post, the labels they carry (with the first place of each)."""

    items: Sequence[Item]
    start: int
    end: int
    sentence: int
    labels: dict[str, int] = field(default_factory=dict)
    measured_items: list[Quantity] = field(default_factory=list)
    closed_by: str = ""
    asked: bool = False
    opening: bool = False

    def place(self, label: str) -> int:
        """Where `label` first stands, or a place behind the clause."""
        return self.labels.get(label, self.end)

    def has(self, *labels: str) -> bool:
        """Whether any of the labels stands in the clause."""
        return not self.labels.keys().isdisjoint(labels)

    def quantities(self, *measures: Measure) -> list[Quantity]:
        """The quantities of the clause, of those measures when any are named."""
        if not measures or not self.measured_items:
            return self.measured_items
        return [quantity for quantity in self.measured_items if quantity.measure in measures]

    @property
    def measured(self) -> bool:
        """Whether a distance and an exact time stand in it."""
        return bool(self.quantities(*_DISTANCES)) and (
            bool(self.quantities(*_TIMES)) or self._timed_in_minutes()
        )

    def _timed_in_minutes(self) -> bool:
        """Whether a bare number follows an "in": "5k in 28"."""
        return any(
            isinstance(item, Quantity)
            and item.measure is Measure.NUMBER
            and "in_time" in self.items[at].meanings
            for at, item in enumerate(self.items[self.start + 1 : self.end], self.start)
        )


def split(items: Sequence[Item]) -> list[Clause]:
    """The clauses of a post, each non-empty, in order."""
    clauses: list[Clause] = []
    sentence = start = 0
    labels: dict[str, int] = {}

    def close(end: int, by: str) -> None:
        nonlocal start, labels
        if end > start:
            opening = not clauses or clauses[-1].sentence != sentence
            measured = [item for item in items[start:end] if isinstance(item, Quantity)]
            clause = Clause(items, start, end, sentence, labels, measured, by, opening=opening)
            clauses.append(clause)
            labels = {}
        elif clauses and by == "?":
            clauses[-1].closed_by = by
        start = end

    for at, item in enumerate(items):
        mark = _mark(item)
        if mark in _SENTENCE_ENDS:
            close(at, mark)
            start = at + 1
            sentence += 1
            continue
        if mark in _SOFT_ENDS and _divides(items, at, mark):
            close(at, mark)
            start = at + 1
            continue
        meanings = item.meanings
        if not meanings:
            continue
        opens = at > start and not _OPENING.isdisjoint(meanings)
        if opens and (_joins(item, labels) or _turns(item, labels)):
            close(at, "join")
        for label in meanings:
            labels.setdefault(label, at)
    close(len(items), "")
    _mark_questions(clauses)
    return clauses


def _mark(item: Item) -> str:
    return item.text if isinstance(item, Lexeme) and item.shape in _MARKS else ""


def _divides(items: Sequence[Item], at: int, mark: str) -> bool:
    if mark == "-":
        return _spaced_dash(items, at)
    return not (mark in ("(", ")") and _is_about_age(items, at - 2 * (mark == ")")))


def _is_about_age(items: Sequence[Item], at: int) -> bool:
    """Whether a bracket at `at` holds a person's age alone: "my daughter (9) ran"."""
    if not 0 < at < len(items) - 2 or "person" not in items[at - 1].meanings:
        return False
    age = items[at + 1]
    counted = isinstance(age, Quantity) and age.measure in (Measure.NUMBER, Measure.OTHER)
    return counted and items[at].text == "(" and items[at + 2].text == ")"


def _spaced_dash(items: Sequence[Item], at: int) -> bool:
    """Whether a dash divides ("5k - lovely"); a dash glued to what follows is a minus or a hyphen."""
    item = items[at]
    following = items[at + 1] if at + 1 < len(items) else None
    return isinstance(item, Lexeme) and item.spaced and getattr(following, "spaced", True)


def _joins(item: Item, labels: dict[str, int]) -> bool:
    """Whether a word begins a clause; "and I" does so only behind a verb ("my wife and I ran")."""
    if not isinstance(item, Lexeme):
        return False
    if "and_self" in item.meanings:
        return not labels.keys().isdisjoint(_VERBS)
    return "join" in item.meanings or "purpose" in item.meanings


def _turns(item: Item, labels: dict[str, int]) -> bool:
    return "person_verb" in item.meanings and not labels.keys().isdisjoint(_WISHES)


def _mark_questions(clauses: list[Clause]) -> None:
    """A question mark asks the whole sentence when that opens like a question, else its end only."""
    for last, clause in enumerate(clauses):
        if clause.closed_by != "?":
            continue
        clause.asked = True
        sentence = [other for other in clauses[:last] if other.sentence == clause.sentence]
        if sentence and opens_question(sentence[0]):
            for other in sentence:
                other.asked = True


def opens_question(clause: Clause) -> bool:
    """Whether the clause begins with a word of asking."""
    return clause.place("question") <= clause.start + 1 and clause.has("question")
