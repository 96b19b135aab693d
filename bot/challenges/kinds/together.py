"""Together: one total of the whole club."""

from bot.challenges.kinds.kind import Kind


class Together(Kind):
    """Everybody's runs add up to one goal, whoever joined."""

    name = "together"
    everyone = True
