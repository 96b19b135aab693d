"""The kind "no"s of the challenge room; their sentences are in bot/texts."""

from collections.abc import Sequence
from typing import ClassVar

from bot import texts
from bot.challenges.model import Fault
from bot.errors import Refusal


class ChallengeFaults(Refusal):
    """A challenge that cannot be as it was described; every fault in one answer, each a line."""

    key: ClassVar[str] = "challenges.faults"

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        lines = [texts.say(key, **values) for key, values in self.faults]
        super().__init__(lines="\n".join(f"- {line}" for line in lines))


class NoSuchChallenge(Refusal):
    """No challenge by that number in this club: never there, another club's, or a draft that is gone."""

    key: ClassVar[str] = "challenges.no_such_challenge"


class BeingEdited(Refusal):
    """Another organizer has it open; `who` is a mention that does not ping."""

    key: ClassVar[str] = "challenges.being_edited"


class NotOpen(Refusal):
    """Nobody can join: not announced yet, over, or called off."""

    key: ClassVar[str] = "challenges.not_open"


class TooLateToJoin(Refusal):
    """It runs already, and its rules let nobody in any more."""

    key: ClassVar[str] = "challenges.too_late"


class PickATeam(Refusal):
    """Members pick their team here, and none of the teams was named; `teams` names them."""

    key: ClassVar[str] = "challenges.pick_a_team"


class IsOver(Refusal):
    """Something that can no longer be done, since the challenge is over."""

    key: ClassVar[str] = "challenges.is_over"
