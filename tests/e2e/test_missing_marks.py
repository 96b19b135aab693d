"""✅ stands on what counts and on nothing else, also where Discord does not take it just then."""

import pytest

REACTION = "/channels/*/messages/*/reactions/*"


async def test_a_mark_that_could_not_be_set_comes_at_a_later_start(club):
    """A post that was counted without its ✅ gets it when its channel is read again, and counts once."""
    club.env.inject_error("PUT", REACTION, status=500, code=0, message="no", times=2)
    await club.world.go_offline()
    await club.ana.send(club.room, "5k in 24:30")
    post = club.posts_of(club.ana)[-1]
    await club.restart()
    assert club.marks(post) == [] and await club.rows() == 1
    await club.restart()
    assert club.marks(post) == ["✅"] and await club.rows() == 1


@pytest.mark.parametrize("status", [429, 500])
async def test_a_mark_that_discord_does_not_take_just_then_comes_later(club, status):
    """Within minutes, for what was caught up with as for a live post; a post that counts no more gets none."""
    club.env.inject_error("PUT", REACTION, status=status, code=0, message="no", times=None)
    await club.away((club.ana, "send", club.room, "5k in 24:30"))
    await club.post(club.ben, "6k in 40:00")
    await club.post(club.ben, "7k in 45:00")
    await club.ben.delete(next(m for m in club.posts_of(club.ben) if "7k" in m.content))
    await club.travel(minutes=6)
    posts = [*club.posts_of(club.ana), *club.posts_of(club.ben)]
    assert [club.marks(post) for post in posts] == [[], []]
    club.env.backend.faults.clear()
    with club.world.calls() as calls:
        await club.travel(minutes=6)
    assert [club.marks(post) for post in posts] == [["✅"], ["✅"]]
    assert len([call for call in calls if call.startswith("PUT")]) == 2


@pytest.mark.parametrize("stops", [False, True])
async def test_a_mark_that_discord_does_not_take_away_just_then_goes_later(club, stops):
    """Within minutes, or with the next start: ✅ stands on what counts, and on nothing else."""
    await club.post(club.ana, "5k in 24:30")
    await club.post(club.ana, "6k in 40:00")
    club.env.inject_error("DELETE", REACTION, status=500, code=0, message="no", times=None)
    await club.remove(club.ana, run="1")
    assert club.marks(club.posts_of(club.ana)[0]) == ["✅"]
    if stops:
        await club.restart()
    club.env.backend.faults.clear()
    await (club.away() if stops else club.travel(minutes=6))
    assert [club.marks(post) for post in club.posts_of(club.ana)] == [[], ["✅"]]


async def test_a_mark_that_is_missing_comes_with_the_next_start(club):
    """Also where Discord had refused it; a run that was taken back has none."""
    club.env.inject_error("PUT", REACTION, status=403, code=0, message="no", times=3)
    for text in ("5k in 24:30", "6k in 40:00"):
        await club.post(club.ana, text)
    await club.remove(club.ana, run="2")
    club.env.backend.faults.clear()
    await club.away()
    assert [club.marks(post) for post in club.posts_of(club.ana)] == [["✅"], []]
    with club.world.calls() as calls:
        await club.away()
    assert [call for call in calls if "reactions" in call] == []
