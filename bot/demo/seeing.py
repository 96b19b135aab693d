"""How the tour says that it did not see what it should."""


class Missed(AssertionError):
    """Something that was expected was not seen."""


def see(condition: object, expected: str) -> None:
    """Raises Missed with what was expected, unless the condition holds."""
    if not condition:
        raise Missed(expected)
