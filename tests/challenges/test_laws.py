"""Whatever members and organizers do in whatever order, every figure is what the runs say."""

from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.challenges import standing, tallies
from bot.challenges.brought import brought
from bot.challenges.kinds import KINDS, kind_named
from bot.challenges.recounting import all_shares, first_days, recount_for, standings
from bot.challenges.shares import counted_in, share_of, since
from bot.clubs import service as clubs
from bot.runs import history
from bot.runs.mending import Mending
from bot.runs.model import VOID
from tests.rooms import NOW, database

from .conftest import ANA, BEN, CARA, CLUB, FIRST, LAST, Play

MEMBERS = (ANA, BEN, CARA)
BEFORE = 45
FITTING = [(kind.name, metric) for kind in KINDS.values() for metric in kind.metrics]
UNITS = {"distance": "km", "time": "hours", "runs": "runs", "days": "days", "people": "people"}
SIZES = {"distance": 1000, "time": 3600}

members = st.sampled_from(MEMBERS)
offsets = st.one_of(st.integers(-BEFORE, 16), st.integers(-150, -100))
days = offsets.map(lambda offset: FIRST + timedelta(days=offset))
caps = st.dictionaries(st.sampled_from(["cap_run", "cap_day", "cap_week"]), st.integers(0, 12))
things = st.one_of(
    st.tuples(
        st.just("log"),
        members,
        days,
        st.one_of(st.none(), st.integers(1, 12)),
        st.sampled_from([None, "walk", "race", "volunteer"]),
        st.booleans(),
    ),
    st.tuples(st.sampled_from(["withdraw", "restore", "void", "unvoid"]), st.integers(0, 9)),
    st.tuples(st.just("edit"), st.integers(0, 9), days, st.integers(1, 12)),
    st.tuples(st.sampled_from(["join", "leave"]), members),
    st.tuples(st.just("cap"), caps),
    st.tuples(st.just("pause"), members, st.integers(1, 20)),
    st.tuples(st.just("turn"), st.sampled_from(["monday", "sunday", "saturday"])),
    st.just(("settle",)),
    st.tuples(st.just("wait"), st.integers(1, 30)),
)


def wishes_of(kind, metric):
    """What it takes to begin a challenge of that kind."""
    wishes = {"kind": kind, "metric": metric}
    if kind in ("together", "each"):
        wishes["goal"] = f"20 {UNITS[metric]}"
    if kind == "weeks":
        wishes["goal"] = "3 weeks"
    if kind == "charity":
        wishes |= {"cause": "Trees", "rate": "0.50", "per": "km" if metric == "distance" else "run"}
    return wishes


class Told:
    """A run as the model remembers it."""

    def __init__(self, logged, member, day, km, kind, private):
        (run,) = logged.runs
        self.run_id, self.member, self.private = run.run_id, member, private
        self.day, self.km, self.kind, self.taken, self.void = day, km, kind, False, False

    @property
    def there(self):
        """Whether it counts anywhere."""
        return not self.taken and not self.void


class Model:
    """The same club, remembered as plainly as can be, and added up anew whenever it is asked."""

    def __init__(self, play, challenge):
        self.play, self.challenge = play, challenge
        self.told, self.joined_on, self.left = [], {}, set()

    def do(self, what, *how):
        """One thing that happens, to the club and to the model."""
        getattr(self, what)(*how)

    def log(self, member, day, km, kind, private):
        """A run; the time is an hour for each kilometre in ten."""
        day, km = min(day, self.play.now.date()), None if kind == "volunteer" else km
        time = f"{km * 6} min" if km else None
        distance = f"{km} km" if km else None
        logged = self.play.log(member, distance, day=day, time=time, kind=kind, private=private)
        self.told.append(Told(logged, member, day, km, kind, private))

    def withdraw(self, which):
        """A run is taken back, if there is one."""
        if told := self._pick(which, there=True):
            Mending(self.play.book).withdraw(
                self.play.tx, CLUB, told.member, told.run_id, now=self.play.now
            )
            told.taken = True

    def restore(self, which):
        """A run comes back, if one was taken."""
        if told := self._pick(which, taken=True, void=False):
            Mending(self.play.book).restore(
                self.play.tx, CLUB, told.member, told.run_id, now=self.play.now
            )
            told.taken = False

    def void(self, which):
        """An organizer takes a run out that the whole club could see."""
        if told := self._pick(which, there=True, private=False):
            Mending(self.play.book).withdraw(
                self.play.tx, CLUB, told.member, told.run_id, now=self.play.now, by=VOID
            )
            told.void = True

    def unvoid(self, which):
        """An organizer takes that back."""
        if told := self._pick(which, void=True):
            Mending(self.play.book).restore(
                self.play.tx, CLUB, told.member, told.run_id, now=self.play.now, void=True
            )
            told.void = False

    def edit(self, which, day, km):
        """Day and distance of a run are others."""
        if told := self._pick(which, there=True):
            told.day = min(day, self.play.now.date())
            form = self.play.form(when=str(told.day))
            if told.kind != "volunteer":
                told.km = km
                form = replace(form, distance=f"{km} km", time=f"{km * 6} min")
            Mending(self.play.book).edit(
                self.play.tx, CLUB, told.member, told.run_id, form, now=self.play.now
            )

    def join(self, member):
        """Somebody joins."""
        self.play.join(self.challenge, member)
        self.joined_on.setdefault(member, self.play.now.date())
        self.left.discard(member)

    def leave(self, member):
        """Somebody leaves."""
        if self.play.leave(self.challenge, member):
            self.left.add(member)

    def cap(self, caps):
        """An organizer changes the caps."""
        unit = UNITS[self.challenge.rules.metric]
        wishes = {name: f"{size} {unit}" if size else "" for name, size in caps.items()}
        self.challenge = self.play.change(self.challenge, **wishes)

    def settle(self):
        """A card is drawn."""
        self.play.settle()

    def pause(self, member, days):
        """Somebody pauses, which changes no figure that is stored."""
        self.play.pause(member, days)

    def turn(self, weekday):
        """An organizer lets weeks begin on another day."""
        self.play.begin_weeks_on(weekday)

    def wait(self, hours):
        """Time passes; the present stays within the challenge."""
        if (self.play.now + timedelta(hours=hours)).date() < LAST:
            self.play.wait(hours=hours)

    def _pick(self, which, **has):
        found = [
            told
            for told in self.told
            if all(getattr(told, name) is value for name, value in has.items())
        ]
        return found[which % len(found)] if found else None

    def score(self, member, *, public):
        """What the member brought."""
        rules = self.challenge.rules
        joined_on = self.joined_on.get(member)
        if member in self.left or (joined_on is None and not rules.everyone):
            return 0
        first = FIRST
        if joined_on is not None and not rules.before_joining:
            first = max(first, joined_on)
        per_week = self._capped(member, first, LAST, public)
        if self.challenge.kind != "weeks":
            return sum(per_week.values())
        row = best = 0
        for week in sorted({self._week(FIRST + timedelta(days=number)) for number in range(28)}):
            row = row + 1 if per_week[week] >= rules.days_a_week else 0
            best = max(best, row)
        return best

    def goal(self, member, *, public):
        """The own goal of a member in a challenge by own baseline."""
        ran = [one.day for one in self._of(member, public) if one.kind != "volunteer"]
        weeks = [FIRST - timedelta(weeks=back) for back in range(1, 5)]
        weeks = [week for week in weeks if ran and week + timedelta(days=6) >= min(ran)]
        if len(weeks) < 2:
            return None
        usual = sum(self._capped(member, weeks[-1], FIRST - timedelta(days=1), public).values())
        return usual * 110 * 28 // (len(weeks) * 700) or None

    def _of(self, member, public):
        return [
            one
            for one in self.told
            if one.there and one.member == member and not (public and one.private)
        ]

    def _week(self, day):
        """By its first day, however often the club changed that."""
        return clubs.find(self.play.tx, CLUB).weeks.first(day)

    def _capped(self, member, first, last, public):
        """By week: the sum of the days, each cut, of the runs, each cut."""
        rules = self.challenge.rules
        by_day = defaultdict(list)
        for one in self._of(member, public):
            is_kind = not rules.run_kinds or (one.kind or "plain") in rules.run_kinds
            helped = one.kind == "volunteer" and rules.metric in ("runs", "people")
            if first <= one.day <= last and is_kind and not helped:
                by_day[one.day].append(one.km or 0)
        worth = {
            "distance": lambda kms: [km * 1000 for km in kms],
            "time": lambda kms: [km * 360 for km in kms],
            "runs": lambda kms: [1] * len(kms),
            "days": lambda kms: [1],
            "people": lambda kms: [1],
        }[rules.metric]
        weeks = defaultdict(int)
        for number, day in enumerate(sorted(by_day)):
            if rules.metric == "people" and number:
                break
            runs = [cut(one, rules.cap_run) for one in worth(by_day[day])]
            weeks[self._week(day)] += cut(sum(runs), rules.cap_day)
        return defaultdict(int, {week: cut(total, rules.cap_week) for week, total in weeks.items()})


def cut(amount, cap):
    """At most the cap, where there is one."""
    return amount if cap is None else min(amount, cap)


def fresh():
    """An open transaction on the schema as it is shipped."""
    tx = database()
    tx.execute("BEGIN")
    return tx


@settings(max_examples=120)
@given(
    fitting=st.sampled_from(FITTING),
    run_kinds=st.sampled_from([(), ("plain", "walk")]),
    before_joining=st.booleans(),
    life=st.lists(things, max_size=25),
)
def test_every_figure_is_what_the_runs_say(fitting, run_kinds, before_joining, life):
    """Shares, own goals and totals are those of a model that adds up everything anew; so is a full recount."""
    with closing(fresh()) as tx:
        play = Play(tx, NOW, brought)
        wishes = wishes_of(*fitting) | {"run_kinds": run_kinds, "before_joining": before_joining}
        model = Model(play, play.begin(**wishes))
        for what, *how in life:
            model.do(what, *how)
        challenge = standing.find(tx, CLUB, model.challenge.challenge_id)
        found = {one.member_id: one for one in standings(tx, challenge)}
        shown = standing.progress(tx, challenge)
        for member in MEMBERS:
            one = found.get(member)
            assert (one.counted if one else 0) == model.score(member, public=False)
            assert (one.public if one else 0) == model.score(member, public=True)
            if challenge.kind == "baseline" and member in model.joined_on.keys() - model.left:
                assert one.goal == model.goal(member, public=False)
                assert one.public_goal == model.goal(member, public=True)
        play.settle()
        assert found == {
            one.member_id: one for one in tallies.standings(tx, challenge.challenge_id)
        }
        assert shown == standing.progress(tx, challenge)
        totals = tallies.totals(tx, challenge.challenge_id)
        assert sum(total for total, _ in totals.values()) == sum(
            one.counted for one in found.values()
        )
        assert sum(movers for _, movers in totals.values()) == sum(
            one.counted > 0 for one in found.values()
        )
        stored = {member: tallies.share(tx, challenge.challenge_id, member) for member in MEMBERS}
        assert {m: share for m, share in stored.items() if share} == all_shares(tx, challenge)
        assert stored == {member: one_by_one(tx, challenge, member) for member in MEMBERS}


def one_by_one(tx, challenge, member):
    """The share of a member by the rules, run by run, where thousands are added up by the database."""
    ran = history.figures_of(tx, CLUB, member, since(challenge), challenge.last)
    one = tallies.membership(tx, challenge.challenge_id, member)
    share = share_of(challenge, one, ran, first_days(tx, challenge, member))
    if share and challenge.kind != "baseline":
        counted = counted_in(challenge, one, ran)
        assert kind_named(challenge.kind).score(counted, challenge) == share.counted
    return share


@settings(max_examples=40)
@given(life=st.lists(things, max_size=20), order=st.randoms(use_true_random=False))
def test_the_order_of_runs_does_not_matter(life, order):
    """The same runs logged in another order count the same for everybody."""
    logs = [how for what, *how in life if what == "log"]
    counted = []
    for turn in (logs, order.sample(logs, len(logs))):
        with closing(fresh()) as tx:
            play = Play(tx, NOW, brought)
            challenge = play.begin(goal="100 km", cap_run="8 km", cap_day="10 km", cap_week="15 km")
            model = Model(play, challenge)
            for how in turn:
                model.log(*how)
            rows = tallies.standings(tx, challenge.challenge_id)
            counted.append(sorted((one.member_id, one.counted, one.public) for one in rows))
    assert counted[0] == counted[1]


def test_the_laws_would_see_a_wrong_figure():
    """A run that is stored behind the bot's back is seen as missing by a full recount, and healed by counting anew."""
    with closing(fresh()) as tx:
        play = Play(tx, NOW)  # nobody counts
        challenge = play.begin(goal="100 km")
        play.log(ANA, "5 km")
        assert play.progress(challenge).counted == 0
        assert all_shares(tx, challenge)[ANA].counted == 5_000
        recount_for(tx, replace(challenge), ANA, None)
        assert play.progress(challenge).counted == 5_000
        assert first_days(tx, challenge, ANA).ever is None
