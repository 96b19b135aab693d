"""What a club is asked, when, and which question takes its turn; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from bot.motivation.model import Message

MILES, QUESTION = PROMPTS = ("miles", "question")
KINDS = {MILES: "monday miles", QUESTION: "question of the day"}
"""What of the schedule asks what."""
ASKS = {kind: prompt for prompt, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class When:
    """On which weekdays, Monday 0, a prompt comes, and at which time of the club's zone."""

    weekdays: frozenset[int]
    at: time
    active: bool = True


BEGINS = {
    MILES: When(frozenset({0}), time(9), active=False),
    QUESTION: When(frozenset(range(1, 5)), time(12), active=False),
}
"""As it is suggested; neither comes before an organizer switches it on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a club is asked on a day."""

    prompt: str
    words: str
    weekday: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """What a member ran in the last week and in this one, all of it, for that member's eyes."""

    before: tuple[int, int]
    """Metres and runs."""
    now: tuple[int, int]
    units: str


def another(among: Sequence[Message], *, but: Iterable[str], turn: int) -> Message:
    """A question for one member alone, by a number that stays the same; none of the words in `but`."""
    rest = [message for message in among if message.words not in set(but)]
    return rest[turn % len(rest)]
