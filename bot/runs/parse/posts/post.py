"""A judged post with everything the stages before found in it, as the decision looks at it."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import ASKED, any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_OWN_OR_SUM = OWN | {Stance.SUM}
_OF_NO_RUN = UNKNOWN | any_of("garment", "outing", "money", "something_else", "within", "moved_by")
_ASIDE = any_of("before_after", "meantime")


def _counts(clause: Clause) -> bool:
    """Whether it is an item of a list of what there was: "two gates", "one very grumpy swan"."""
    first = clause.items[clause.start]
    counted = isinstance(first, Quantity) and first.measure in (Measure.OTHER, Measure.NUMBER)
    return counted and not clause.opening


class Post:
    """A judged post, as the decision looks at it.

    `labels` are those of the own clauses, `told` those of all; `roles` are all that a figure has. `hour`
    is that of the author's day at sending.
    """

    def __init__(
        self,
        items: Sequence[Item],
        clauses: Sequence[Clause],
        stances: Sequence[Stance],
        cast: Sequence[Cast],
        *,
        greeted: bool = False,
        hour: int = 23,
    ) -> None:
        self.items = items
        self.clauses = clauses
        self.stances = stances
        self.cast = cast
        self.greeted = greeted
        self.hour = hour
        self.roles = {member.role for member in cast}
        self.own_items: list[Item] = []
        labels = told = 0
        for number, clause in enumerate(clauses):
            told |= clause.labels
            if stances[number] in _OWN_OR_SUM:
                labels |= clause.labels
                self.own_items += items[clause.start : clause.end]
        self.labels, self.told = labels, told

    def has(self, *labels: str) -> bool:
        """Whether any of the labels stands in the own clauses."""
        return self.labels & ASKED[labels] != 0

    def tells(self, *labels: str) -> bool:
        """Whether any of the labels stands anywhere, in clauses of others as well."""
        return self.told & ASKED[labels] != 0

    def unknown_words(self) -> int:
        """How many words have no meaning for a run in the own clauses.

        Mere asides ("before the kids woke", "while he slept") and what is counted up ("two gates") are left out.
        """
        if not self.labels & _OF_NO_RUN:
            return 0
        told = [
            clause
            for clause, stance in zip(self.clauses, self.stances, strict=True)
            if clause.labels & _OF_NO_RUN
            and stance in _OWN_OR_SUM
            and not self.items[clause.start].labels & _ASIDE
            and not _counts(clause)
        ]
        items = [item for clause in told for item in self.items[clause.start : clause.end]]
        return sum([item.labels & _OF_NO_RUN != 0 for item in items])

    def refusal(self) -> str:
        """Why there is no run: the stance of the first figures denied, else of the first clause."""
        denied = [m.stance for m in self.cast if m.role is Role.DENIED]
        against = [stance for stance in self.stances if stance not in OWN]
        reasons = denied or against
        return str(reasons[0]) if reasons else "nothing"
