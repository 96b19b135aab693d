"""Why something unasked is held back or left out; the reasons that the ledger notes."""

from dataclasses import dataclass

QUIET = "quiet hours"
PAUSED = "paused"
ENOUGH = "one message a day"
UNCLEAR = "after another one"
"""It is to be seen first whether an earlier try of something else has arrived."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind behaves among what comes unasked."""

    yields: bool = False
    """A second direct message of a day is left out where it yields; else it waits for the next day."""
    asked_for: bool = False
    """The member asked for this very one: it takes no other's turn, and no other takes its own."""


PATIENT = Manner()
