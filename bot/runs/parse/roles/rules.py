"""Rules that give a figure its role, of which only those are asked that its post has a word for."""

from collections.abc import Callable
from typing import NamedTuple

from bot.runs.parse.posts.casting import Role
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.words.labels import Labels, joined
from bot.runs.parse.words.remembered import Remembered

Test = Callable[[View], bool]


class Rule(NamedTuple):
    """The role of a figure that passes the test, which is asked only in a post that carries one of the labels.

    So a test that begins to look for another label has to name it here, too.
    """

    labels: Labels
    role: Role
    test: Test


class Rules:
    """Rules in the order in which they are asked."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        self.labels = joined([rule.labels for rule in rules])
        self._asked = Remembered(self._worth_asking, 1024)

    def first(self, view: View) -> Role | None:
        """The role by the first rule that holds, or None."""
        if labels := view.told & self.labels:
            for role, test in self._asked[labels]:
                if test(view):
                    return role
        return None

    def _worth_asking(self, labels: Labels) -> tuple[tuple[Role, Test], ...]:
        return tuple((rule.role, rule.test) for rule in self.rules if rule.labels & labels)


def before(*labels: str) -> Test:
    """The test whether a label stands before the figure."""
    return lambda view: view.before(*labels)


def after(*labels: str) -> Test:
    """The test whether a label stands behind the figure."""
    return lambda view: view.after(*labels)


def beside(*labels: str) -> Test:
    """The test whether a label stands before or behind the figure."""
    return lambda view: view.before(*labels) or view.after(*labels)


def in_clause(*labels: str) -> Test:
    """The test whether a label stands in the clause of the figure."""
    return lambda view: view.clause.has(*labels)
