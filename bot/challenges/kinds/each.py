"""Each: every member towards the same personal goal."""

from bot.challenges.kinds.kind import Kind


class Each(Kind):
    """The same goal for everyone who joins."""

    name = "each"
    metrics = ("distance", "time", "runs", "days")
    personal = True
