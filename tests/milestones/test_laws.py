"""Whatever becomes of runs, in whatever order: what an answer tells is what all runs together say."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bests import service as bests
from bot.milestones import service as milestones
from bot.milestones.model import Counted
from bot.runs import store
from bot.runs.mending import Mending
from bot.runs.model import VOID
from tests.bests.naive import WEEKS, naive
from tests.milestones.naive import earned
from tests.rooms import TODAY

LOGS = st.tuples(
    st.just("log"),
    st.one_of(st.integers(0, 9), st.integers(0, 400)),
    st.sampled_from([None, 3000, 4980, 5000, 10_000, 40_000, "volunteer"]),
    st.sampled_from([1700, 1800, 1900, 3500]),
    st.booleans(),
)
CHANGES = st.tuples(
    st.sampled_from(["withdraw", "restore", "void", "unvoid", "shorten", "move", "help"]),
    st.integers(0, 30),
    st.integers(0, 60),
)


class Life:
    """What happens to the runs of one member."""

    def __init__(self, runner):
        self.runner, self.logged = runner, []

    def log(self, back, of, seconds, private):
        """A run, perhaps back-dated, or a day of helping out."""
        day = TODAY - timedelta(days=back)
        if of == "volunteer":
            logged = self.runner.log(day, private=private, kind=of)
        else:
            time = seconds * 9 if of == 40_000 else seconds
            logged = self.runner.log(day, of, time, private=private)
        self.logged.append(logged)

    def change(self, what, which, days):
        """What somebody does to one of them, if it can be done."""
        if not self.logged:
            return
        one = self.logged[which % len(self.logged)]
        run = self._run(one)
        scope = (self.runner.tx, run.club_id, run.member_id, run.run_id)
        book, now = self.runner.book, self.runner.now
        if run.withdrawn_at is not None:
            if what == "unvoid" and run.withdrawn_by == VOID:
                Mending(book).restore(*scope, now=now, void=True)
            elif what == "restore" and run.withdrawn_by != VOID:
                Mending(book).restore(*scope, now=now)
        elif what in ("withdraw", "void"):
            Mending(book).withdraw(*scope, now=now, by=VOID if what == "void" else "member")
        elif what == "shorten" and run.is_run:
            self.runner.edit(one, distance="3 km", time="30:00")
        elif what == "move":
            self.runner.edit(one, when=(TODAY - timedelta(days=days)).isoformat())
        elif what == "help":
            self.runner.edit(one, kind="volunteer")

    def _run(self, one):
        found = self.runner.tx.execute(
            "SELECT run_id FROM runs WHERE post_id = ?", (one.post.post_id,)
        ).fetchone()
        return store.run_in(self.runner.tx, one.post.club_id, found["run_id"])

    def present(self):
        """The runs that count now, in the order of logging, and what the answer to each tells."""
        for one in self.logged:
            view = self.runner.book.view(self.runner.tx, one.post.post_id, now=self.runner.now)
            if view.runs:
                yield view.runs[0], self.runner.told(view, "milestone")


@settings(max_examples=80)
@given(life=st.lists(st.one_of(LOGS, LOGS, CHANGES), min_size=4, max_size=30))
def test_every_answer_tells_what_all_runs_say(new_runner, life):
    """Logged, back-dated, edited, taken back, brought back, taken out and let in again: nothing told is out of date."""
    with new_runner() as runner:
        lived = Life(runner)
        for what, *how in life:
            lived.log(*how) if what == "log" else lived.change(what, *how)
        present = list(lived.present())
        runs = [run for run, _ in present]
        for run, told in present:
            seen = [other for other in runs if run.private or not other.private]
            counted = [
                Counted(one.run_id, one.day, one.distance_m or 0, not one.is_run) for one in seen
            ]
            expected = [one.milestone for one in earned(counted) if one.run_id == run.run_id]
            assert told == [milestones.worded(one) for one in expected]
            earlier = [one for one in seen if one.run_id < run.run_id]
            assert bests.bests_of(runner.tx, run, WEEKS) == naive(run, earlier)
