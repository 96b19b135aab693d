"""What a person can have run: the bound that keeps a car ride or a typing slip out of somebody's book."""

import itertools
import math

MAX_DISTANCE_M = 350_000
MAX_DURATION_S = 24 * 3600
SLOWEST_S_PER_KM = 45 * 60
"""Slow is never questioned; beyond this the question is about units."""


def is_plausible(distance_m: int | None, duration_s: int | None) -> bool:
    """Whether a person can have run this; slow is never questioned."""
    if distance_m is not None and not 0 < distance_m <= MAX_DISTANCE_M:
        return False
    if duration_s is not None and not 0 < duration_s <= MAX_DURATION_S:
        return False
    if distance_m is None or duration_s is None:
        return True
    return duration_s >= fastest(distance_m)


# Fastest performances known, ratified or not (metres, seconds), as of 2026.
_RECORDS = (
    (100, 9.58),
    (200, 19.19),
    (400, 43.03),
    (600, 72.81),
    (800, 100.91),
    (1000, 131.96),
    (1500, 206.0),
    (1609.344, 223.13),
    (2000, 283.13),
    (3000, 437.55),
    (3218.688, 474.10),
    (5000, 755.36),
    (10000, 1571.0),
    (15000, 2407.0),
    (20000, 3222.0),
    (21097.5, 3402.0),
    (42195, 7170.0),
    (50000, 9523.0),
    (80467.2, 17301.0),
    (100000, 21560.0),
    (160934.4, 39099.0),
    (177410, 43200.0),
    (319614, 86400.0),
)
_SHORTEST_JUDGED_M, _LONGEST_RECORD_M = 100, 319_614
_FASTEST_M_PER_S = 12.5


def fastest(distance_m: float) -> float:
    """The time in seconds below which a distance in metres was not run by a person.

    The best performance known, interpolated log-log between distances, less a margin of 3 %, which grows to
    10 % at 100 m where a flying start and short windows blur.
    """
    if distance_m < _SHORTEST_JUDGED_M:
        return distance_m / _FASTEST_M_PER_S
    if distance_m > _LONGEST_RECORD_M:
        return _record(_LONGEST_RECORD_M) * distance_m / _LONGEST_RECORD_M * (1 - 0.03)
    return _record(distance_m) * (1 - _margin(distance_m))


def _record(distance_m: float) -> float:
    for (near, best), (far, slower) in itertools.pairwise(_RECORDS):
        if distance_m <= far:
            slope = math.log(slower / best) / math.log(far / near)
            return float(best * (distance_m / near) ** slope)
    raise ValueError(distance_m)


def _margin(distance_m: float) -> float:
    if distance_m >= 5000:
        return 0.03
    return 0.03 + 0.07 * math.log(5000 / distance_m) / math.log(50)
