"""What a post comes to: a confidence with the evidence that made it, or what speaks against a run."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Verdict:
    """Confidence, and why: pieces of evidence with their weights; `reason` speaks against a run."""

    confidence: float = 0.0
    reason: str | None = None
    evidence: list[tuple[str, float]] = field(default_factory=list)

    def add(self, what: str, weight: float) -> None:
        """Count one piece of evidence."""
        self.evidence.append((what, weight))
        told = self.confidence + weight
        self.confidence = 1.0 if told > 1.0 else told if told > 0.0 else 0.0
