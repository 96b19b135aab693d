"""The kinds of challenge, each one file of rules over the same counted runs."""

from bot.challenges.kinds.baseline import Baseline
from bot.challenges.kinds.charity import ForACause
from bot.challenges.kinds.each import Each
from bot.challenges.kinds.journey import Journey
from bot.challenges.kinds.kind import Kind
from bot.challenges.kinds.most import Most
from bot.challenges.kinds.teams import Teams
from bot.challenges.kinds.together import Together
from bot.challenges.kinds.weeks import WeeksInARow

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Together(),
        Each(),
        Baseline(),
        WeeksInARow(),
        Teams(),
        Journey(),
        ForACause(),
        Most(),
    )
}
"""By name, in the order in which they are offered; the first is the default."""


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises KeyError."""
    return KINDS[name]
