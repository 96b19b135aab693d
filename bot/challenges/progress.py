"""How far a challenge has come, and who may be shown where, from what each member brought; pure."""

from collections.abc import Mapping, Sequence

from bot.challenges.kinds import kind_named
from bot.challenges.kinds.kind import Kind
from bot.challenges.model import (
    Board,
    Challenge,
    Membership,
    Own,
    Progress,
    Row,
    Share,
    Standing,
    TeamProgress,
)


def progress_of(challenge: Challenge, standings: Sequence[Standing]) -> Progress:
    """The challenge in numbers that name nobody."""
    standings = _shareable(standings)
    kind = kind_named(challenge.kind)
    counted = sum(one.counted for one in standings)
    goal = None if kind.personal else kind.goal(challenge)
    percents = _percents(challenge, kind, standings) if kind.personal else []
    return Progress(
        counted=counted,
        goal=goal,
        percent=_mean(percents) if kind.personal else percent_of(counted, goal),
        participants=sum(one.joined for one in standings),
        movers=sum(one.counted > 0 for one in standings),
        reached=sum(percent >= 100 for percent in percents),
        teams=_teams(challenge, standings),
        stops=_stops(challenge, counted),
        pledged_cents=_pledged(challenge, counted),
    )


def _shareable(standings: Sequence[Standing]) -> Sequence[Standing]:
    """Of one alone who takes part only what is public: a total of one would tell of private runs."""
    if len(standings) != 1 or not standings[0].joined:
        return standings
    (one,) = standings
    return [one._replace(counted=one.public, goal=one.public_goal)]


def percent_of(counted: int, goal: int | None) -> int | None:
    """How much of the goal is reached, rounded down; None without a goal."""
    return counted * 100 // goal if goal else None


def _mean(percents: Sequence[int]) -> int | None:
    return sum(min(100, percent) for percent in percents) // len(percents) if percents else None


def _percents(challenge: Challenge, kind: Kind, standings: Sequence[Standing]) -> list[int]:
    common = common_goal(challenge, kind, standings)
    found = (percent_of(one.counted, one.goal or common) for one in standings)
    return [percent for percent in found if percent is not None]


def common_goal(challenge: Challenge, kind: Kind, standings: Sequence[Standing]) -> int | None:
    """What is wanted of a member who has no goal of their own: the same of each, or the median of the others'.

    The median is one of public goals, since a newcomer reads it, and the lower one of two in the middle.
    """
    goals = sorted(one.public_goal for one in standings if one.public_goal)
    return kind.goal(challenge) or (goals[(len(goals) - 1) // 2] if goals else None)


def _teams(challenge: Challenge, standings: Sequence[Standing]) -> tuple[TeamProgress, ...]:
    teams = []
    for number, name in enumerate(challenge.rules.teams, 1):
        members = [one for one in standings if one.team == number]
        # The total of a team of one would tell of that member's private runs.
        brought = [one.counted if len(members) > 1 else one.public for one in members]
        teams.append(TeamProgress(number, name, len(members), sum(brought)))
    return tuple(teams)


def _stops(challenge: Challenge, counted: int) -> int:
    route = challenge.rules.route
    return sum(stop.at_m <= counted for stop in route.stops) if route else 0


def _pledged(challenge: Challenge, counted: int) -> int | None:
    charity = challenge.rules.charity
    return charity.pledged_cents(counted) if charity else None


def board_of(
    challenge: Challenge, standings: Sequence[Standing], named: Mapping[int, str]
) -> Board:
    """Who may be named, with what their public runs brought; whoever did nothing public is not given away."""
    kind = kind_named(challenge.kind)
    common = common_goal(challenge, kind, standings) if kind.personal else None
    shown = [one for one in standings if one.member_id in named and (one.joined or one.public)]
    rows = [_row(one, named[one.member_id], one.public_goal or common) for one in shown]
    if kind.ranked:
        rows = _ranked(rows)
    else:
        rows.sort(key=_by_name)
    former = max(0, challenge.outcome.participants - _joined(standings)) if challenge.outcome else 0
    return Board(tuple(rows), unnamed=_joined(standings) - _joined(shown), former=former)


def _joined(standings: Sequence[Standing]) -> int:
    return sum(one.joined for one in standings)


def _row(one: Standing, name: str, goal: int | None) -> Row:
    percent = percent_of(one.public, goal)
    return Row(one.member_id, name, one.public, goal, percent, one.team)


def _by_name(row: Row) -> tuple[str, int]:
    return row.name.casefold(), row.member_id


def _ranked(rows: Sequence[Row]) -> list[Row]:
    by_rank = sorted(rows, key=lambda row: (-row.counted, *_by_name(row)))
    ranked: list[Row] = []
    for place, row in enumerate(by_rank, 1):
        tied = ranked and ranked[-1].counted == row.counted
        rank = ranked[-1].rank if tied else place
        ranked.append(
            Row(row.member_id, row.name, row.counted, row.goal, row.percent, row.team, rank)
        )
    return ranked


def own_of(
    challenge: Challenge,
    one: Membership | None,
    share: Share | None,
    common: int | None,
    *,
    counts: bool,
) -> Own:
    """A member's own standing; `common` is what is wanted of those without a goal of their own."""
    kind = kind_named(challenge.kind)
    goal = share.goal if share and share.goal else None
    joined = one is not None and one.joined_on is not None and not one.left
    return Own(
        joined=joined,
        counts=counts,
        counted=share.counted if share else 0,
        goal=goal or common,
        team=one.team if one else 0,
        median=goal is None and common is not None and kind.looks_back(challenge) is not None,
    )
