"""What a post comes to: a confidence with the evidence that made it, or what speaks against a run."""

from dataclasses import dataclass, field

CERTAIN = 0.65
"""From here on a run is logged without asking."""

_DOUBTED = 0.5


@dataclass(slots=True)
class Verdict:
    """Confidence, and why: pieces of evidence with their weights; `reason` speaks against a run.

    `doubted` says that something does, and that it is not just too little that speaks for it.
    """

    confidence: float = 0.0
    reason: str | None = None
    doubted: bool = False
    evidence: list[tuple[str, float]] = field(default_factory=list)

    def add(self, what: str, weight: float) -> None:
        """Count one piece of evidence."""
        self.evidence.append((what, weight))
        told = self.confidence + weight
        self.confidence = 1.0 if told > 1.0 else told if told > 0.0 else 0.0

    @property
    def logs(self) -> bool:
        """Whether the runs would be logged without asking."""
        return self.reason is None and self.confidence >= CERTAIN

    @property
    def lacks_a_sign(self) -> bool:
        """Whether nothing speaks against a run, and only too little for it."""
        against = self.doubted or any(weight < 0 for _, weight in self.evidence)
        return not against and self.confidence < CERTAIN

    def doubt(self, what: str, reason: str) -> None:
        """Cap the confidence: a question is better than a wrong run."""
        self.doubted, self.reason = True, reason
        self.evidence.append((what, 0.0))
        self.confidence = min(self.confidence, _DOUBTED)

    def trust(self, what: str) -> None:
        """Log what only lacked a sign, or was doubted for a reason that does not hold."""
        self.doubted, self.reason = False, None
        self.evidence.append((what, 0.0))
        self.confidence = max(self.confidence, CERTAIN)
