"""How fast posts are read: typical ones, hostile ones, and chat that has nothing to read.

    python -m benchmarks.reading

Typical posts are the labelled examples of the tests, all languages in turn. CPU time of one core.
"""

import json
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.runs.parse import may_tell, parse

EXAMPLES = Path(__file__).parent.parent / "tests" / "runs" / "parse" / "examples"
NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
CHAT = "see you all at the bakery, the sun is out again :)"
ROUNDS = 5

HOSTILE = {
    "4,000 digits": "1" * 4000,
    "digits apart": "1 " * 2000,
    "colons": "1:" * 2000,
    "1h1h1h": "1h" * 2000,
    "brackets": "((((5k" * 600,
    "combining marks": "5\u0301k\u0301 " * 900,
    "zero width": "5\u200bk\u200b " * 900,
    "right to left": "\u202e5k in 25 " * 400,
    "every Unicode digit": "".join(chr(c) for c in range(0x11000) if chr(c).isdigit()) * 6,
    "number words": "twenty five and a half " * 180,
    "phrases cut short": "went for a went out for a " * 160,
    "runs": "ran 5k in 25:00, " * 240,
    "commas": "5,5,5,5, " * 450,
    "an emoji between": "\U0001f3c3".join("ran 5k in 25:00 and felt great " * 66),
}


def seconds(call: Callable[[], object], times: int) -> float:
    """Median CPU seconds of one call over a few rounds."""
    rounds = []
    for _ in range(ROUNDS):
        before = time.process_time()
        for _ in range(times):
            call()
        rounds.append((time.process_time() - before) / times)
    return median(rounds)


def posts() -> list[str]:
    """Every labelled post."""
    files = sorted(EXAMPLES.glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines]


def read_all(texts: Sequence[str]) -> None:
    """Read the posts one after the other."""
    for text in texts:
        parse(text, now=NOW)


def main() -> None:
    """Measure and print."""
    assert not may_tell(CHAT), "idle chat must go by unread"
    texts = posts()
    length = sum(map(len, texts)) / len(texts)
    whole = seconds(lambda: read_all(texts), 1) / len(texts)
    usual = "5k in 24:30, felt great"
    short = seconds(lambda: parse(usual, now=NOW), 500)
    print(f"labelled posts ({len(texts)}, {length:.0f} characters): {1 / whole:8,.0f} posts/s")
    print(f"{usual!r}:          {1 / short:8,.0f} posts/s  (goal 10,000)")
    print(
        f"chat of {len(CHAT)} characters:  {seconds(lambda: may_tell(CHAT), 20000) * 1e6:6.2f} µs"
    )
    for name, text in HOSTILE.items():
        spent = seconds(lambda text=text: parse(text, now=NOW), 20)
        print(f"hostile, {name:20} {len(text):5} characters: {spent * 1e3:6.2f} ms  (goal < 3)")


if __name__ == "__main__":
    main()
