"""What sharing refuses."""

from typing import ClassVar

from bot.errors import Refusal


class NotToBeNamed(Refusal):
    """Whoever is not named cannot be shown to others."""

    key: ClassVar[str] = "stats.not_to_be_named"


class NothingToShare(Refusal):
    """All that there is was run in private."""

    key: ClassVar[str] = "stats.nothing_to_share"
