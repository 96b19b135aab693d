"""`/run log`, its form, `/run list`, `/run delete`, and the message menu."""

import pytest


def texts_of(club):
    return [m.content for m in club.world.posts()]


async def listed(club, member, **options):
    return (await member.slash(club.room, "run list", **options)).response.content


async def test_options_log_a_run_in_the_channel(club):
    """What is given as options is answered for all to see."""
    result = await club.ana.slash(
        club.room, "run log", distance="5k", time="24:30", when="yesterday", kind="race"
    )
    assert not result.ephemeral
    assert "**5 km in 24:30** · 4:54/km · race · yesterday" in result.response.content


async def test_a_note_is_for_its_owner_alone(club):
    """A note stands in no answer and no list, and comes back in its owner's edit form."""
    note = "**bold** @everyone <@1> https://example.org"
    result = await club.ana.slash(club.room, "run log", distance="5k", note=note)
    assert "bold" not in "".join([*texts_of(club), result.response.content])
    panel = await club.ana.click(result.response, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    assert note in str(form.modal)


async def test_a_private_run_shows_nothing_to_the_club(club):
    """A private run is answered privately and changes no public sentence."""
    result = await club.ana.slash(club.room, "run log", distance="8k", private=True)
    assert result.ephemeral and "8 km" in result.response.content
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km this week, one run" in answer.content
    assert "private" in await listed(club, club.ana)
    seen = [m.content for m in club.room.history(viewer=club.ben)]
    assert not any("8 km" in text for text in seen)


async def test_a_form_sent_after_a_restart_logs(club):
    """A form that was open while the bot restarted is served."""
    opened = await club.ana.slash(club.room, "run log")
    await club.restart()
    sent = await club.ana.submit_modal(opened, {"distance": "5k", "time": "24:30", "note": "calm"})
    assert "5 km in 24:30" in sent.response.content
    assert await listed(club, club.ana)


async def test_an_empty_form_is_a_run_without_figures(club):
    """Just ran, no watch: that counts."""
    sent = await club.ana.submit_modal(await club.ana.slash(club.room, "run log"), {})
    assert "a run, no figures needed" in sent.response.content


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"distance": "lots"}, "lots"),
        ({"distance": "x" * 3000}, "Nothing was saved"),
        ({"time": "61:61"}, "as a time"),
        ({"when": "31 February"}, "as a day"),
        ({"distance": "5k", "when": "2026-12-31"}, "still to come"),
        ({"distance": "5k", "when": "1999-01-01"}, "ten years"),
        ({"distance": "5k", "time": "2:00"}, "beyond any run"),
        ({"distance": "0 km"}, "as a distance"),
        ({"distance": "-5 km"}, "as a distance"),
        ({"distance": "99999999999 km"}, ""),
    ],
)
async def test_a_slip_is_told_and_nothing_stored(club, options, said):
    """A field that cannot be read or believed is named, privately."""
    result = await club.ana.slash(club.room, "run log", **options)
    list(club.env.errors)  # the simulator also notes what the bot answered with a sentence
    assert result.ephemeral and said in result.response.content
    assert "No runs here yet" in await listed(club, club.ana)


async def test_a_list_has_its_period_and_nobody_elses_runs(club):
    """The week leaves last week out, and Ben sees none of Ana's."""
    await club.ana.slash(club.room, "run log", distance="5k")
    await club.ana.slash(club.room, "run log", distance="9k", when="2025-12-20")
    assert "One run, 5 km" in await listed(club, club.ana, period="week")
    assert "2 runs, 14 km" in await listed(club, club.ana)
    assert "No runs here yet" in await listed(club, club.ben)


async def test_a_removed_run_can_be_brought_back(club):
    """Removing asks, hides the run with its answer and ✅, and the list brings it back."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    (choice,) = await club.ana.autocomplete(club.room, "run delete", "run", "5 km")
    asked = await club.ana.slash(club.room, "run delete", run=choice["value"])
    assert asked.ephemeral
    await club.ana.click(asked.response, label="Keep it")
    assert answer.id in {m.id for m in club.world.posts()}
    asked = await club.ana.slash(club.room, "run delete", run=choice["value"])
    await club.ana.click(asked.response, label="Yes, remove it")
    assert answer.id not in {m.id for m in club.world.posts()}
    post = next(m for m in club.room.history() if m.content == "5k in 24:30")
    assert post.reactions == []
    shown = await club.ana.slash(club.room, "run list")
    await club.ana.click(shown.response, label="Bring back: today · 5 km in 24:30")
    assert "One run, 5 km" in await listed(club, club.ana)
    post = next(m for m in club.room.history() if m.content == "5k in 24:30")
    assert [str(r.emoji) for r in post.reactions] == ["✅"]


@pytest.mark.parametrize("typed", ["1", "abc", "-1", "9" * 20, "9" * 5000, "١"])
async def test_nobody_removes_the_run_of_another(club, typed):
    """Another's run, or a number typed by hand, is not among one's own."""
    await club.post(club.ana, "5k in 24:30")
    result = await club.ben.slash(club.room, "run delete", run=typed)
    list(club.env.errors)
    assert "can't find that run" in result.response.content
    assert await club.ben.autocomplete(club.room, "run delete", "run", "") == []
    assert "One run" in await listed(club, club.ana)


async def test_the_menu_logs_a_missed_post_once(club):
    """A post from an unread channel counts by the menu, gets its ✅, and counts only once."""
    post = await club.ana.send(club.lobby, "5k in 24:30")
    result = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    assert "5 km in 24:30" in result.response.content
    again = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    assert again.ephemeral and "counts already" in again.response.content
    post = next(m for m in club.lobby.history() if m.id == post.id)
    assert [str(r.emoji) for r in post.reactions] == ["✅"]
    assert "One run" in await listed(club, club.ana)


async def test_the_menu_opens_the_form_for_what_it_is_not_sure_of(club):
    """The sent form is that message: it gets the ✅, and a second form changes nothing."""
    post = await club.ana.send(club.lobby, "my usual loop, you know which")
    opened = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    await club.ana.submit_modal(opened, {"distance": "7k"})
    opened = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    again = await club.ana.submit_modal(opened, {"distance": "7k"})
    assert "counts already" in again.response.content
    post = next(m for m in club.lobby.history() if m.content.startswith("my usual"))
    assert [str(r.emoji) for r in post.reactions] == ["✅"]


async def test_the_menu_is_for_ones_own_posts(club):
    """Nobody logs what another wrote."""
    post = await club.ana.send(club.lobby, "5k in 24:30")
    result = await club.ben.context_menu(club.lobby, "Log this as a run", post)
    assert result.ephemeral and "Only its author" in result.response.content
    assert "No runs here yet" in await listed(club, club.ana)


async def test_a_run_taken_back_is_not_marked_again_by_the_menu(club):
    """The menu says that it was taken back, and leaves the post unmarked."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    asked = await club.ana.slash(club.room, "run delete", run="1")
    await club.ana.click(asked.response, label="Yes, remove it")
    result = await club.ana.context_menu(club.room, "Log this as a run", post)
    assert "took this one back" in result.response.content
    assert next(m for m in club.room.history() if m.id == post.id).reactions == []
