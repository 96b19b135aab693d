"""Words what the reader saw in a post, stage by stage: how a contributor finds out why it decided so."""

from collections.abc import Iterator

from bot.runs.parse.explain import Explanation
from bot.runs.parse.figures.quantities import Measure, Quantity
from bot.runs.parse.reading import ParsedRun
from bot.runs.parse.words.lexicon import Lexeme
from bot.runs.parse.words.tokens import Shape

_MARGIN = 10
_UNITS = {
    Measure.DISTANCE: "m",
    Measure.DURATION: "s",
    Measure.CLOCK: "s",
    Measure.PACE: "s/km",
    Measure.SPEED: "s/km",
    Measure.DAY: "days",
    Measure.REPS: "m",
}


def show(told: Explanation) -> str:
    """The explanation as lines for a terminal."""
    stages = {
        "language": iter([" then ".join(told.languages)]),
        "words": _words(told),
        "figures": _figures(told),
        "clauses": _clauses(told),
        "evidence": (f"{weight:+.2f}  {what}" for what, weight in told.evidence),
        "decision": _decision(told),
    }
    return "\n".join(line for name, lines in stages.items() for line in _stage(name, lines))


def _stage(name: str, lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield f"{name:{_MARGIN}}{line}".rstrip()
        name = ""


def _words(told: Explanation) -> Iterator[str]:
    for lexeme in told.lexemes:
        if lexeme.shape is Shape.WORD:
            yield f"{lexeme.text:24}  {', '.join(map(_label, lexeme.meanings.items())) or 'unknown'}"


def _label(meaning: tuple[str, float]) -> str:
    label, value = meaning
    return f"{label} {value:g}" if value else label


def _figures(told: Explanation) -> Iterator[str]:
    for member in told.cast:
        quantity = member.quantity
        value = f"{quantity.value:g} {_UNITS.get(quantity.measure, '')}"
        yield f"{quantity.text:24}  {quantity.measure:10}{value:14}-> {member.role}"


def _clauses(told: Explanation) -> Iterator[str]:
    for clause, stance in zip(told.clauses, told.stances, strict=True):
        text = " ".join(_spelled(item) for item in clause.items[clause.start : clause.end])
        yield f"{text:24}  {stance}"


def _spelled(item: Lexeme | Quantity) -> str:
    return f"[{item.text}]" if isinstance(item, Quantity) else item.text


def _decision(told: Explanation) -> Iterator[str]:
    reading = told.reading
    doubt = "ask, if at all" if reading.runs else "stay silent"
    verdict = "log" if reading.is_run else doubt
    yield f"{verdict}  (confidence {reading.confidence:.2f}{_because(reading.reason)})"
    yield from map(_run, reading.runs)


def _because(reason: str | None) -> str:
    return f", reason {reason}" if reason else ""


def _run(run: ParsedRun) -> str:
    said = {name: getattr(run, name) for name in run._fields}
    told = [f"{name} {value}" for name, value in said.items() if value not in (None, frozenset())]
    return "run: " + (", ".join(told) or "without figures")
