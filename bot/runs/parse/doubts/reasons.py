"""Asks for reasons to doubt a run, of which only those that its post gives cause for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.runs.parse.figures.quantities import CLOCKS
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.posts.post import Post
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.remembered import Remembered

NO_DISTANCE, NO_DURATION = any_of("sign.no_distance"), any_of("sign.no_duration")
SEVERAL, GREETED = any_of("sign.several"), any_of("sign.greeted")
HEADED, QUOTED = any_of("sign.headed"), any_of("sign.quoted")
OPENS_WITH_A_CLOCK = any_of("sign.opens_with_a_clock")
"""Signs beside the labels of the words: what the first run lacks, that there are several, and how the post
begins or closes the clause of the run."""


Test = Callable[[Sequence[Draft], Post], str | bool | None]


class Doubt(NamedTuple):
    """A reason to ask where the test holds, or the one that the test tells.

    A post that carries none of the signs is not asked, so a test that begins to look for another has to
    name it here, too.
    """

    signs: Labels
    test: Test
    reason: str = ""


class Doubts:
    """Doubts in the order in which they are asked."""

    def __init__(self, *doubts: Doubt) -> None:
        self.doubts = doubts
        self.signs = joined([doubt.signs for doubt in doubts])
        self._asked = Remembered(self._worth_asking, 512)

    def first(self, drafts: Sequence[Draft], post: Post) -> str | None:
        """The first reason that holds, or None."""
        if signs := signs_of(drafts, post) & self.signs:
            for test, reason in self._asked[signs]:
                if found := test(drafts, post):
                    return reason or str(found)
        return None

    def _worth_asking(self, signs: Labels) -> tuple[tuple[Test, str], ...]:
        return tuple((one.test, one.reason) for one in self.doubts if one.signs & signs)


def signs_of(drafts: Sequence[Draft], post: Post) -> Labels:
    """What a post carries that may give cause to doubt its runs."""
    signs, first = post.told, drafts[0]
    if first.distance is None:
        signs |= NO_DISTANCE
    if first.duration is None:
        signs |= NO_DURATION
    if len(drafts) > 1:
        signs |= SEVERAL
    if post.greeted:
        signs |= GREETED
    if post.items[0].labels & CLOCKS:
        signs |= OPENS_WITH_A_CLOCK
    if post.clauses[0].closed_by == ":":
        signs |= HEADED
    if post.clauses[first.clauses[0]].closed_by == '"' or post.items[0].text == '"':
        signs |= QUOTED
    return signs
