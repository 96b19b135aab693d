"""Gives metres, feet and yards their role: climbed, a rest between repeats, sprinted, or run."""

from bot.runs.parse.figures.quantities import TIMES, Measure, Quantity, is_distance
from bot.runs.parse.posts.casting import Role
from bot.runs.parse.roles.surroundings import View

_BETWEEN = frozenset(("/", "|", "-", ";", "\n"))
"""Marks between the figures of a run that is told by nothing else; each stands in its own line, too."""

_SLOWEST_SPRINT = 2
"""Metres a second; who is faster than anybody yet is asked about, with the distance kept."""

_LONG_UNIT = 1000


def role_of_short_distance(view: View) -> Role:
    """Metres, feet and yards: climb where so said, rest between repeats, or a distance."""
    if "climb" in view.quantity.meanings or view.before("climb") or view.after("climb"):
        return Role.CLIMB
    signed = view.items[view.at - 1].text == "+" or _is_plus_glued(view)
    if signed or _is_climb_beside(view):
        return Role.CLIMB
    if view.after("descent") or view.before("descent"):
        return Role.OTHER
    if view.quantity.unit < 1:
        return Role.CLIMB if view.distances > 1 and view.quantity.value >= 15 else Role.OTHER
    if view.after("rest"):
        return Role.REST
    if view.distances > 1 and view.before("on", "ground_lead") and view.after("ground_track"):
        return Role.OTHER  # "ten thousand metres, done on a 333m track", "10k round a 400m track"
    if view.quantity.value < 300 and not _is_sprinted(view):
        return Role.OTHER
    return Role.PART if view.clause.has("part") else Role.DISTANCE


def _is_sprinted(view: View) -> bool:
    """Whether a time for so few metres is told with it: "ran 100m in 12 s"."""
    if view.distances > 1 or not view.clause.has("run_past", "strong_did"):
        return False
    behind = view.items[view.at + 1 : view.at + 3]
    if len(behind) < 2 or "in_time" not in behind[0].meanings:
        return False
    time = behind[1]
    timed = isinstance(time, Quantity) and time.measure in (Measure.DURATION, Measure.CLOCK)
    if not timed or not isinstance(time, Quantity):
        return False
    return not time.value or view.quantity.value / time.value >= _SLOWEST_SPRINT


def _is_plus_glued(view: View) -> bool:
    """Whether a plus makes metres of climb: "1200m+"."""
    behind = view.items[view.at + 1 : view.at + 2]
    return bool(behind) and behind[0].text == "+" and not behind[0].spaced


def _is_climb_beside(view: View) -> bool:
    """Whether metres right behind the kilometres are those climbed: "13k 900m 1:45", "17k / 820m / 2h20"."""
    before = view.items[view.at - 1] if view.at else None
    if before is not None and before.text in _BETWEEN and view.told & TIMES:
        before = view.items[view.at - 2] if view.at > 1 else None
    if not is_distance(before) or view.quantity.unit != 1:
        return False
    far = before.value if before.unit >= _LONG_UNIT else 0.0
    return 0.005 * far <= view.quantity.value <= 0.15 * far and not view.quantity.value % 10
