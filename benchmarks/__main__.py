"""All measurements, each beside its floor: `make bench`."""

import asyncio

from benchmarks import durable_runs, posts, start


def main() -> None:
    """Prints every report."""
    asyncio.run(posts.report())
    print()
    durable_runs.main()
    print()
    start.report()


if __name__ == "__main__":
    main()
