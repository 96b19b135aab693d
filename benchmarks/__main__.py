"""All measurements, one after the other, each in a process of its own: `make bench`.

    python -m benchmarks [NAME ...]

Without a name every report is made. A report that fails is named in the end, and the others are made all the same.
"""

import subprocess
import sys
from collections.abc import Sequence

REPORTS = (
    "posts",
    "reading",
    "durable_runs",
    "start",
    "flood",
    "catching_up",
    "autocomplete",
    "challenges",
    "stats",
    "schedule",
    "pictures",
)


def main(asked: Sequence[str]) -> str | None:
    """Makes the reports asked for; gives a sentence where something went wrong."""
    unknown = [name for name in asked if name not in REPORTS]
    if unknown:
        return f"There is no report named {', '.join(unknown)}: choose among {', '.join(REPORTS)}."
    failed = [name for name in asked or REPORTS if not _made(name)]
    return f"These reports failed, see above: {', '.join(failed)}." if failed else None


def _made(name: str) -> bool:
    print(f"\n== {name}", flush=True)
    return subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
