"""Each kind by what it is for, and a kind that exists only here."""

from datetime import date, timedelta
from random import Random

import pytest

from bot import texts
from bot.challenges import service, standing
from bot.challenges.brought import brought
from bot.challenges.drafting import draft_teams, drafted
from bot.challenges.kinds import KINDS
from bot.challenges.kinds.kind import Kind
from bot.challenges.refusals import ChallengeFaults, PickATeam
from bot.challenges.telling import tell
from bot.members import service as members

from .conftest import ANA, BEN, CARA, CLUB, FIRST, LAST

CHARITY = {"kind": "charity", "cause": "Trees", "rate": "€0.50", "per": "km"}


@pytest.fixture
def play(tx, now, new_play):
    """A club whose runs count, and whose answers tell of it."""
    return new_play(tx, now, brought, tellers=(tell,))


def four_weeks(play, member_id, km, *, weeks=4):
    """So many kilometres in each of the last full weeks before the first day."""
    for back in range(1, weeks + 1):
        play.log(member_id, f"{km} km", day=FIRST - timedelta(weeks=back))


def test_own_baseline_makes_equals(play):
    """Ten per cent more than usual is a way as long for the beginner as for the veteran."""
    four_weeks(play, ANA, 40)
    four_weeks(play, BEN, 5)
    challenge = play.begin(kind="baseline", percent=10)
    for member_id, km in ((ANA, 88), (BEN, 11)):
        play.join(challenge, member_id)
        play.log(member_id, f"{km} km", time="10 hours")
    assert play.own(challenge, ANA).goal == 176_000
    assert play.own(challenge, BEN).goal == 22_000
    assert [row.percent for row in play.rows(challenge)] == [50, 50]
    assert play.progress(challenge).percent == 50


def test_weeks_before_the_first_run_are_left_out(play):
    """Who began three weeks ago is measured by those; who began last week by the others' median."""
    four_weeks(play, ANA, 40)
    four_weeks(play, BEN, 10, weeks=3)
    four_weeks(play, CARA, 7, weeks=1)
    challenge = play.begin(kind="baseline", percent=0)
    for member_id in (ANA, BEN, CARA):
        play.join(challenge, member_id)
    assert play.own(challenge, BEN).goal == 40_000 and not play.own(challenge, BEN).median
    assert play.own(challenge, CARA).goal == 40_000 and play.own(challenge, CARA).median


def test_an_older_first_run_counts_for_the_baseline(play):
    """A run long before, of whatever kind, makes earlier weeks the member's own; without it they are not."""
    four_weeks(play, ANA, 10, weeks=2)
    challenge = play.begin(kind="baseline", percent=0, run_kinds=("plain",))
    play.join(challenge, ANA)
    assert play.own(challenge, ANA).goal == 40_000
    walk = play.log(ANA, "3 km", day=FIRST - timedelta(weeks=20), kind="walk")
    assert play.own(challenge, ANA).goal == 20_000
    play.withdraw(walk)
    assert play.own(challenge, ANA).goal == 40_000


def test_one_alone_shows_no_private_run(play):
    """As long as one member takes part, the card counts public runs; with a second it counts all."""
    challenge = play.begin(kind="each", goal="20 km")
    play.join(challenge, ANA)
    play.log(ANA, "5 km")
    play.log(ANA, "15 km", private=True)
    assert (play.progress(challenge).percent, play.progress(challenge).reached) == (25, 0)
    assert play.own(challenge, ANA).counted == 20_000
    play.join(challenge, BEN)
    assert play.progress(challenge).reached == 1


def test_a_draft_knows_no_private_run(play):
    """Whoever is in which team is public, so private kilometres change nothing of it."""
    for number in range(20, 26):
        play.log(number, f"{number} km", day=FIRST - timedelta(days=3))
    first = play.begin(kind="teams", first=date(2026, 11, 19))
    for number in range(20, 26):
        play.join(first, number)
    draft_teams(play.tx, play.find(first), 1)
    teams = {number: play.own(first, number).team for number in range(20, 26)}
    play.log(20, "90 km", day=FIRST - timedelta(days=2), private=True)
    second = play.begin(kind="teams", first=date(2026, 11, 19), name="Again")
    for number in range(20, 26):
        play.join(second, number)
    draft_teams(play.tx, play.find(second), 1)
    assert {number: play.own(second, number).team for number in range(20, 26)} == teams


def test_a_baseline_shown_to_others_knows_no_private_run(play):
    """Private weeks are in the member's own goal and in no row."""
    four_weeks(play, ANA, 10)
    for back in (1, 2, 3, 4):
        day = FIRST - timedelta(weeks=back, days=-1)
        play.log(ANA, "30 km", day=day, private=True)
    challenge = play.begin(kind="baseline", percent=0)
    play.join(challenge, ANA)
    assert play.own(challenge, ANA).goal == 160_000
    assert [row.goal for row in play.rows(challenge)] == [40_000]


def test_weeks_in_a_row(play):
    """The longest row counts, so a quiet week takes nothing away."""
    challenge = play.begin(kind="weeks", goal="2 weeks", days_a_week=2)
    play.join(challenge, ANA)
    for day in (2, 4, 10, 12):
        play.log(ANA, day=date(2026, 11, day))
    assert play.own(challenge, ANA).counted == 2
    assert play.progress(challenge).reached == 1


def test_a_pause_ends_no_row_in_the_members_own_view(play):
    """A week with a pause is passed over privately; what others see stays as it is."""
    play.be_at(2026, 11, 9, 12)
    members.pause(play.tx, ANA, 3, None, today=date(2026, 11, 9), now=play.now)
    play.be_at(2026, 11, 18, 12)
    challenge = play.begin(kind="weeks", goal="2 weeks", days_a_week=1)
    play.join(challenge, ANA)
    for day in (2, 16):
        play.log(ANA, day=date(2026, 11, day))
    assert play.own(challenge, ANA).counted == 2
    assert play.board(challenge) == {"Ana": 1}


def test_a_pause_looks_like_not_being_named(play):
    """While somebody pauses, no board shows them, and totals stay."""
    challenge = play.begin(goal="100 km")
    play.log(ANA, "5 km")
    members.pause(play.tx, ANA, 3, None, today=play.now.date(), now=play.now)
    assert play.board(challenge) == {} and play.progress(challenge).counted == 5_000
    play.wait(days=4)
    assert play.board(challenge) == {"Ana": 5_000}


def test_teams_are_balanced_and_counted_per_head(play):
    """Drafted by what members ran lately, the sizes differ by one at most, and heads divide the totals."""
    for number in range(20, 27):
        play.log(number, f"{number} km", day=FIRST - timedelta(days=3))
    challenge = play.begin(kind="teams", first=date(2026, 11, 19))
    for number in range(20, 27):
        play.join(challenge, number)
    assert draft_teams(play.tx, play.find(challenge), 1)
    assert not draft_teams(play.tx, play.find(challenge), 2)
    play.join(challenge, ANA)
    play.be_at(2026, 11, 19, 18)
    for number in (*range(20, 27), ANA):
        play.log(number, "8 km")
    teams = play.progress(challenge).teams
    assert [team.heads for team in teams] == [4, 4]
    assert [team.per_head for team in teams] == [8_000, 8_000]


@pytest.mark.parametrize("seed", range(5))
def test_a_draft_is_fair(seed):
    """Neighbours in activity go to different teams, and the same generator drafts the same."""
    activity = {number: number * 1000 for number in range(40)}
    teams = drafted(activity, 4, Random(seed))
    assert teams == drafted(activity, 4, Random(seed))
    sums = [sum(activity[m] for m in teams if teams[m] == team) for team in (1, 2, 3, 4)]
    assert max(sums) - min(sums) <= 40_000 / 10
    assert sorted(list(teams.values()).count(team) for team in (1, 2, 3, 4)) == [10] * 4


def test_a_team_is_picked_and_kept(play):
    """Where members pick, none is drafted; a team that is not there is asked for again."""
    challenge = play.begin(kind="teams", picked=True, teams=("Red", "B@lue"))
    for wish in (None, 0, 3):
        with pytest.raises(PickATeam):
            play.join(challenge, ANA, team=wish)
    play.join(challenge, ANA, team=2)
    play.leave(challenge, ANA)
    play.join(challenge, ANA, team=1)
    assert play.own(challenge, ANA).team == 2
    assert not draft_teams(play.tx, play.find(challenge), 1)


def test_a_team_of_one_tells_no_private_run(play):
    """The bar of a team with one member would be that member's."""
    challenge = play.begin(kind="teams", picked=True)
    play.join(challenge, ANA, team=1)
    play.log(ANA, "5 km")
    play.log(ANA, "8 km", private=True)
    assert play.progress(challenge).teams[0].counted == 5_000
    play.join(challenge, BEN, team=1)
    assert play.progress(challenge).teams[0].counted == 13_000


def test_most_is_ranked_with_shared_places(play):
    """Equals share a place; who wants no ranking, and who is not to be named, stands in none."""
    challenge = play.begin(kind="most")
    for member_id, km in ((ANA, 5), (BEN, 8), (CARA, 5), (20, 9), (21, 9)):
        play.join(challenge, member_id)
        play.log(member_id, f"{km} km")
    play.hide(20)
    members.choose(play.tx, 21, rankings=False, now=play.now)
    assert [(row.name, row.rank) for row in play.rows(challenge)] == [
        ("Ben", 1),
        ("Ana", 2),
        ("Cara", 2),
    ]
    assert play.progress(challenge).percent is None


def test_a_journey_passes_its_stops(play):
    """The club is where its kilometres reach, and each stop is announced."""
    challenge = play.begin(kind="journey", route="hadrians_wall")
    for day in range(2, 5):
        play.log(ANA, "20 km", time="2 hours", day=date(2026, 11, day))
    found = play.progress(challenge)
    assert (found.goal, found.percent, found.stops) == (135_000, 44, 3)
    waypoints = KINDS["journey"].waypoints(challenge)
    assert len(waypoints) == 6 and waypoints[-1] == ("stop:6", 100)


def test_a_club_writes_its_own_route(play):
    """Name first, then the stops; every line that cannot be is named in one answer."""
    own = "Round the lake\n0 Boathouse\n4,5 km Old mill: Halfway!\n9 Boathouse again"
    challenge = play.begin(kind="journey", own_route=own)
    route = challenge.rules.route
    assert [stop.at_m for stop in route.stops] == [0, 4_500, 9_000]
    assert (route.name, route.stops[1].message) == ("Round the lake", "Halfway!")
    with pytest.raises(ChallengeFaults) as refused:
        play.draft(kind="journey", own_route="Lake\n0 A\n9 C\n4 B\nfar away")
    keys = [key for key, _ in refused.value.faults]
    assert keys == ["challenges.route_out_of_order", "challenges.route_line_unread"]


def test_miles_for_a_cause(play):
    """What is run is worth what was promised, up to the cap."""
    challenge = play.begin(**CHARITY, sponsors="Bakery, Bank", pledge_cap="10")
    play.log(ANA, "9.5 km", private=True)
    assert play.progress(challenge).pledged_cents == 475
    play.log(BEN, "15 km")
    assert play.progress(challenge).pledged_cents == 1_000
    assert challenge.rules.charity.sponsors == ("Bakery", "Bank")
    per_run = play.edit(challenge, per="run", rate="2")
    assert play.progress(per_run).pledged_cents == 400


def test_a_promise_may_follow_the_first_form(play):
    """A draft may lack cause and promise; it is not announced without."""
    draft = play.draft(kind="charity")
    with pytest.raises(ChallengeFaults) as refused:
        service.publish(play.tx, CLUB, draft.challenge_id, 10, now=play.now)
    assert [key for key, _ in refused.value.faults] == [
        "challenges.cause_missing",
        "challenges.rate_missing",
    ]
    with pytest.raises(ChallengeFaults):
        play.edit(draft, rate="a fortune")
    assert play.edit(draft, cause="Trees", rate="0,50 €").rules.charity.rate_cents == 50


def test_templates_bring_what_they_need(play):
    """Each begins without a fault but what only the club can say, and January is the next one."""
    for key, name in (
        ("january_100", "January 100"),
        ("couch_to_5k", "Couch to 5k together"),
        ("weeks_in_a_row", "Weeks in a row"),
        ("across_the_country", "Run across the country"),
        ("for_a_cause", "Miles for a cause"),
    ):
        draft = play.draft(kind=key, name=None, first=None, last=None)
        assert draft.name == name and draft.days >= 28
        if key == "january_100":
            assert (draft.first, draft.last) == (date(2027, 1, 1), date(2027, 1, 31))
            assert (draft.kind, draft.rules.goal) == ("each", 100_000)


def test_a_monthly_challenge_goes_on(play):
    """When it ended, the next one is there, once; whoever joined the last one is asked anew."""
    play.be_at(2026, 11, 1, 12)
    first = date(2026, 11, 1)
    challenge = play.begin(
        kind="each", goal="10 km", first=first, last=date(2026, 11, 30), repeat=True
    )
    play.join(challenge, ANA)
    assert service.repeat_due(play.tx, now=play.now) == []
    play.be_at(2026, 12, 1, 0, 1)
    (after,) = service.repeat_due(play.tx, now=play.now)
    assert (after.first, after.last) == (date(2026, 12, 1), date(2026, 12, 31))
    assert service.repeat_due(play.tx, now=play.now) == []
    assert play.progress(after).participants == 0


class Streetlamps(Kind):
    """Runs in the dark half of the year: each counts a lamp, odd days two."""

    name = "streetlamps"
    metrics = ("runs",)
    personal = True

    def score(self, counted, challenge):
        """Lamps."""
        return sum(1 + part.run.day.day % 2 for part in counted)


def test_a_new_kind_is_one_class(play, monkeypatch):
    """A kind that exists only here is begun, joined, counted and told like any other."""
    monkeypatch.setitem(KINDS, Streetlamps.name, Streetlamps())
    challenge = play.begin(kind="streetlamps", goal="4 runs", metric="runs")
    play.join(challenge, ANA)
    play.log(ANA, day=date(2026, 11, 17))
    logged = play.log(ANA)
    assert play.own(challenge, ANA).counted == 3
    assert told(logged) == ["+1 run for **Autumn**: 3 runs of 4 runs"]


def told(logged):
    """What an answer tells of challenges."""
    return [fact.value for fact in logged.facts if fact.name == "challenge"]


def test_an_answer_tells_what_a_run_brought(play):
    """The part that counts, of the whole where a cap cut it, and how far the club or the member is."""
    play.begin(goal="100 km", cap_run="10 km", name="To*gether")
    each = play.begin(kind="each", goal="50 km", name="Each", last=date(2026, 11, 28))
    play.join(each, BEN)
    play.log(ANA, "5 km", private=True)
    assert told(play.log(BEN, "14 km")) == [
        "+14 km for **Each**: 14 km of 50 km",
        "+10 km of 14 km for **To\\*gether**: 15 km of 100 km",
    ]


def test_a_public_answer_tells_no_private_part(play):
    """Of the member's own standing a public answer knows public runs only, a private one all."""
    each = play.begin(kind="each", goal="50 km", name="Each")
    play.join(each, ANA)
    play.log(ANA, "20 km", time="2 hours", private=True)
    assert told(play.log(ANA, "5 km")) == ["+5 km for **Each**: 5 km of 50 km"]
    assert told(play.log(ANA, "6 km", private=True)) == ["+6 km for **Each**: 31 km of 50 km"]


def test_an_answer_tells_of_three_at_most(play):
    """Those that end first."""
    for number in range(5):
        play.begin(goal="9 km", name=f"No {number}", last=LAST - timedelta(days=number))
    assert [line.split("**")[1] for line in told(play.log(ANA))] == ["No 4", "No 3", "No 2"]


def test_what_does_not_count_is_not_told(play):
    """No word of a challenge for a run of another kind, on another day, or of somebody who left."""
    challenge = play.begin(goal="9 km", run_kinds=("race",))
    assert told(play.log(ANA)) == []
    assert told(play.log(ANA, kind="race", day=FIRST - timedelta(days=1))) == []
    play.leave(challenge, ANA)
    assert told(play.log(ANA, kind="race")) == []


def test_every_kind_of_fault_has_its_words():
    """Each kind's faults are sentences."""
    assert all(
        texts.say(f"challenges.{key}", most=1, weeks=1, fewest=1)
        for key in ("percent_odd", "teams_odd")
    )


def test_a_club_without_anybody(play):
    """Nobody there is no error."""
    challenge = play.begin(kind="baseline")
    assert play.progress(challenge).percent is None
    assert standing.board(play.tx, CLUB, challenge.challenge_id, now=play.now).rows == ()
