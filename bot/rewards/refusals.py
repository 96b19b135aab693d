"""What choosing a role for a milestone refuses."""

from typing import ClassVar

from bot.errors import Refusal


class RoleNotGiven(Refusal):
    """@everyone, or a role that Discord or another app gives by itself."""

    key: ClassVar[str] = "rewards.not_given"


class RoleTooMighty(Refusal):
    """A role that makes its members organizers or lets them change the server: no run may do that."""

    key: ClassVar[str] = "rewards.too_mighty"


class RoleTaken(Refusal):
    """A role that is given for another milestone already."""

    key: ClassVar[str] = "rewards.taken"
