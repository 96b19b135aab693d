"""Cuts a post into clauses: the stretches of text within which one thing is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.runs.parse.figures.quantities import (
    DISTANCES,
    NUMBERS,
    REPEATS,
    TIMES,
    Item,
    Measure,
    Quantity,
)
from bot.runs.parse.posts.dividing import BY_A_WORD, DIVIDING, FACE, SENTENCE_ENDS, divider
from bot.runs.parse.words.labels import ASKED, Labels, any_of

_COVERED = DISTANCES | REPEATS
_SELF, _WHOSE = any_of("self"), any_of("determiner")
_GOAL, _UNMET = any_of("goal"), any_of("unmet")
_PAST = any_of("looks_back")
_WAS = any_of("pb_verb", "looks_back")
_FELT = any_of("looks_back", "moods", "guess.past")
_ASKING = any_of("question", "you", "person", "invite", "plan", "day", "weekday")
_ASKED_OF_OTHERS = any_of("you", "invite", "plan", "day", "weekday")
_A_SENTENCE = 3
"""Words that it takes to tell something."""

_ABOUT_SO_FAR = DISTANCES | any_of("about", "ish", "hoped", "free", "either")
_RAN = any_of("run_past")
_SKY = any_of("tags")
_IN_TIME, _PULSE = any_of("in_time"), any_of("measure_lead")
OF_A_QUESTION = any_of("asked")
"""What a clause that asks carries beside the labels of its items."""


@dataclass(slots=True)
class Clause:
    """Items `start` to `end` of the post, and the labels they carry."""

    items: Sequence[Item]
    start: int
    end: int
    sentence: int
    labels: Labels = 0
    measured_items: Sequence[Quantity] = ()
    measured_at: Sequence[int] = ()
    closed_by: str = ""
    opening: bool = False

    def place(self, label: str) -> int:
        """Where `label` first stands, or a place behind the clause."""
        wanted = ASKED[(label,)]
        if self.labels & wanted:
            for at in range(self.start, self.end):
                if self.items[at].labels & wanted:
                    return at
        return self.end

    def has(self, *labels: str) -> bool:
        """Whether any of the labels stands in the clause."""
        return self.labels & ASKED[labels] != 0

    def quantities(self, *measures: Measure) -> Sequence[Quantity]:
        """The quantities of the clause, of those measures when any are named."""
        if not measures or not self.measured_items:
            return self.measured_items
        return [quantity for quantity in self.measured_items if quantity.measure in measures]

    @property
    def of_its_author(self) -> bool:
        """Whether the author is spoken of, and not only as whose somebody is: "I", but not "my sister"."""
        if not self.labels & _SELF:
            return False
        items = self.items[self.start : self.end]
        return any(item.labels & _SELF and not item.labels & _WHOSE for item in items)

    @property
    def bracketed(self) -> bool:
        """Whether it opens a bracket, as an aside does."""
        return self.start > 0 and self.items[self.start - 1].text == "("

    @property
    def dated_back(self) -> bool:
        """Whether today or a day before is told in it, a weekday as well."""
        return any(day.value <= 0 for day in self.quantities(Measure.DAY))

    @property
    def surely_over(self) -> bool:
        """Whether today or a day before is told in it by name, and no other day."""
        days = self.quantities(Measure.DAY)
        return bool(days) and all(day.is_over for day in days)

    @property
    def asked(self) -> bool:
        """Whether a question mark makes a question of it."""
        return self.labels & OF_A_QUESTION != 0

    @property
    def measured(self) -> bool:
        """Whether a distance and an exact time stand in it."""
        if not self.labels & _COVERED:
            return False
        return self.labels & TIMES != 0 or self._timed_in_minutes()

    def _timed_in_minutes(self) -> bool:
        """Whether a bare number follows an "in": "5k in 28"."""
        if not (self.labels & NUMBERS and self.labels & _IN_TIME):
            return False
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
    labels, asked = 0, False
    measured: list[Quantity] = []
    places: list[int] = []

    for at, item in enumerate(items):
        carried = item.labels
        if carried & DIVIDING and (by := divider(items, start, at, labels)):
            if at > start:
                opening = not clauses or clauses[-1].sentence != sentence
                end = at + (by == FACE)
                labels |= carried * (by == FACE)
                clauses.append(
                    Clause(items, start, end, sentence, labels, measured, places, by, opening)
                )
                labels, measured, places = 0, [], []
            elif clauses and by == "?":
                clauses[-1].closed_by = by
            start = at
            asked = asked or by == "?"
            if by != BY_A_WORD:
                start += 1
                sentence += by in SENTENCE_ENDS
                continue
        labels |= carried
        if isinstance(item, Quantity):
            measured.append(item)
            places.append(at)
    if (end := len(items)) > start:
        opening = not clauses or clauses[-1].sentence != sentence
        clauses.append(Clause(items, start, end, sentence, labels, measured, places, "", opening))
    if asked:
        _mark_questions(clauses)
    _mark_goals_that_were(clauses)
    return clauses


def _mark_goals_that_were(clauses: Sequence[Clause]) -> None:
    """Has goals that are told as past carry what wishes do that were not met."""
    for clause in clauses:
        if clause.labels & _GOAL and clause.labels & _PAST:
            clause.labels |= _UNMET * _was_a_goal(clause.items[clause.start : clause.end])


def _was_a_goal(items: Sequence[Item]) -> bool:
    """Whether a time is told as one that was the goal: "the goal for the half was 1:39:59"."""
    aims = False
    for at, item in enumerate(items[:-1]):
        if aims and item.labels & _WAS == _WAS and items[at + 1].labels & TIMES:
            return True
        aims = aims or item.labels & _GOAL != 0
    return False


def _mark_questions(clauses: list[Clause]) -> None:
    """A question mark asks the whole sentence when that opens like a question, else its end only.

    The end begins where its first words ask: "did W3D2, is it normal to be red for an hour | after?".
    """
    for last, clause in enumerate(clauses):
        if clause.closed_by != "?" or _marvels(clause) or _is_a_guess(clauses, last):
            continue
        clause.labels |= OF_A_QUESTION
        _ask_from_its_start(clauses, last)
        sentence = [other for other in clauses[:last] if other.sentence == clause.sentence]
        if sentence and opens_question(sentence[0]):
            for other in sentence:
                other.labels |= OF_A_QUESTION


def _ask_from_its_start(clauses: Sequence[Clause], last: int) -> None:
    """Mark what a question that ends with the clause at `last` begins with, where only joining words cut it."""
    first = last
    while first and clauses[first - 1].closed_by == "join" and not clauses[first].opening:
        first -= 1
        if clauses[first].place("question") == clauses[first].start:
            for asked in clauses[first:last]:
                asked.labels |= OF_A_QUESTION
            return


def _marvels(clause: Clause) -> bool:
    """Whether two marks show disbelief at a run that is told with its time: "just ran 26:50 for 5k??"."""
    marks = [item.text for item in clause.items[clause.end : clause.end + 2]]
    if not (len(marks) > 1 and set(marks) <= {"?", "!"}):
        return False
    pulse = clause.labels & _PULSE and clause.end - clause.start >= _A_SENTENCE
    if (pulse or _is_hardly_believed(clause)) and not clause.labels & _ASKED_OF_OTHERS:
        return True
    if _is_felt(clause) and not clause.labels & _ASKING:
        return True
    over = clause.has("run_past", "strong_did") or clause.dated_back
    return over and bool(clause.quantities(Measure.DISTANCE)) and not clause.has("you", "person")


def _is_a_guess(clauses: Sequence[Clause], last: int) -> bool:
    """Whether it only says how far what is told before it may have been: "ran home the long way, 4k ish??"."""
    clause = clauses[last]
    items = clause.items[clause.start : clause.end]
    if not clause.labels & _COVERED or not all(item.labels & _ABOUT_SO_FAR for item in items):
        return False
    told = [other for other in clauses[:last] if other.sentence == clause.sentence]
    return bool(told) and told[-1].labels & _RAN != 0 and not clause.opening


def _is_hardly_believed(clause: Clause) -> bool:
    """Whether it marvels at what was seen: "the old guys are actually fast", but no "10k already"."""
    at = clause.place("struck_by")
    if at == clause.end or clause.end - clause.start < _A_SENTENCE:
        return False
    if not clause.measured_items:
        return True
    far = clause.measured_at[0]
    return len(clause.measured_items) == 1 and far - clause.start < 2 and at - far > 2 * _A_SENTENCE


def _is_felt(clause: Clause) -> bool:
    """Whether it only says how something was: "felt like nothing??", "I actually enjoyed a tempo??"."""
    if clause.measured_items:
        return False
    told = clause.items[clause.start : clause.end]
    return any(item.labels & _FELT and not item.labels & _SKY for item in told)


def opens_question(clause: Clause) -> bool:
    """Whether the clause begins with a word of asking."""
    return clause.place("question") <= behind_a_call(clause) + 1 and clause.has("question")


def behind_a_call(clause: Clause) -> int:
    """Where it goes on behind somebody called with an "@": "@mo how did it go"."""
    return clause.start + 2 * (clause.items[clause.start].text == "@")
