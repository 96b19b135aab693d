"""The form of `/run log` and of an edit: served after a restart, prefilled, and kind about slips."""

import pytest

from cogs import edge
from tests.e2e import challenging


@pytest.fixture
def log_form(club):
    """Opens the form of a new run."""

    async def opened(**options):
        return await club.ana.slash(club.room, "run log", **options)

    return opened


async def test_a_form_sent_after_a_restart_logs(club, log_form):
    """A form that was open while the bot restarted is served."""
    opened = await log_form()
    await club.restart()
    sent = await club.ana.submit_modal(opened, {"distance": "5k", "time": "24:30", "note": "calm"})
    assert "5 km in 24:30" in sent.response.content
    assert await club.listed(club.ana)


async def test_an_empty_form_is_a_run_without_figures(club, log_form):
    """Just ran, no watch: that counts."""
    sent = await club.ana.submit_modal(await log_form(), {})
    assert "a run, no figures needed" in sent.response.content


async def test_a_private_form_stays_private(club, log_form):
    """`/run log private:true` opens a form whose run nobody else sees, also after a restart."""
    opened = await log_form(private=True)
    assert "private" in opened.modal["title"].casefold()
    await club.restart()
    sent = await club.ana.submit_modal(opened, {"distance": "5k"})
    assert sent.ephemeral and "only you can see" in sent.response.content
    assert not any("5 km" in m.content for m in club.room.history(viewer=club.ben))


async def test_everything_in_a_form_is_kept(club, log_form):
    """Distance, time, day, kind and note come back in the edit form."""
    fields = {"distance": "10 km", "time": "55:00", "when": "yesterday", "kind": ["race"]}
    sent = await club.ana.submit_modal(await log_form(), {**fields, "note": "windy"})
    assert "**10 km in 55:00** · 5:30/km · race · yesterday" in sent.response.content
    panel = await club.ana.click(sent.response, label="⋯")
    form = str((await club.ana.click(panel.response, label="Edit")).modal)
    for value in ("10 km", "55:00", "2025-12-31", "windy"):
        assert value in form


async def test_an_edit_form_sent_after_a_restart_edits(club):
    """The number of the run stands in the form, not in memory."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.restart()
    await club.ana.submit_modal(form, {"distance": "6 km"})
    assert "6 km" in club.seen(answer).content


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"distance": "lots"}, "“lots” as a distance"),
        ({"time": "soon"}, "“soon” as a time"),
        ({"when": "31 February"}, "as a day"),
        ({"when": "2026-12-31"}, "still to come"),
        ({"distance": "5k", "time": "12:00"}, "beyond any run"),
    ],
)
async def test_a_slip_in_a_form_is_told_and_changes_nothing(club, log_form, fields, said):
    """A new run is not stored, and an edited one stays as it was."""
    told = await club.ana.submit_modal(await log_form(), fields)
    assert told.ephemeral and said in told.response.content and await club.rows() == 0
    (answer,) = await club.post(club.ana, "5k in 24:30")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    told = await club.ana.submit_modal(form, fields)
    assert said in told.response.content and club.seen(answer).content == answer.content


async def test_a_bare_number_is_in_the_members_units(club, log_form):
    """`5` is five kilometres or five miles, as its member counts."""
    await club.ana.slash(club.room, "my settings", units="km")
    sent = await club.ana.submit_modal(await log_form(), {"distance": "5"})
    assert "**5 km**" in sent.response.content
    await club.ana.slash(club.room, "my settings", units="mi")
    sent = await club.ana.submit_modal(await log_form(), {"distance": "5"})
    assert "**5 mi**" in sent.response.content


async def test_a_form_sent_by_two_hands_is_two_runs(club, log_form):
    """The same figures twice, sent on purpose, are two runs."""
    for _ in range(2):
        await club.ana.submit_modal(await log_form(), {"distance": "5k"})
    assert "2 runs, 10 km" in await club.listed(club.ana)


NO_FORM = "The form did not open just now"
OPENING = ("lines:add", "prompts:times", "run:edit", "challenge:new", "challenge:rename")
OPENING += tuple(f"challenge:{of}" for of in ("caps", "charity", "ownroute", "teamnames"))
"""The presses that open a form."""


def refuse_once(club, status):
    """Discord does not take the next answer to an interaction."""
    path = "/interactions/*/*/callback"
    club.env.inject_error("POST", path, status=status, code=0, message="no", times=1)


@pytest.mark.parametrize("status", [400, 500])
@pytest.mark.parametrize("verb", OPENING)
async def test_a_form_that_does_not_open_says_so(club, forge, verb, status):
    """The presser hears that they may try again, and the second press opens it."""
    await challenging.start(club)
    (answer,) = await club.post(club.boss, "5k in 24:30")
    forge(custom_id=f"{verb}:1")
    refuse_once(club, status)
    told = await club.boss.click(answer, custom_id="kudos:give:1")
    assert told.ephemeral and NO_FORM in told.response.content
    assert (await club.boss.click(answer, custom_id="kudos:give:1")).modal is not None
    assert list(club.env.errors) == []


async def test_so_does_one_that_was_to_open_again(club):
    """What was typed is not lost with it."""
    refused = await challenging.begin(club, until="soon")
    refuse_once(club, 500)
    told = await club.boss.click(refused.response, label="Try again")
    assert NO_FORM in told.response.content
    assert (await club.boss.click(refused.response, label="Try again")).modal is not None


async def test_a_form_that_came_too_late_says_so(club, monkeypatch):
    """After "thinking" none can open: whoever waited for a slow disk hears that they may try again."""

    async def takes_long(task):
        return True

    with monkeypatch.context() as patch:
        patch.setattr(edge, "_takes_long", takes_long)
        told = await club.boss.slash(club.lobby, "club challenge new")
    assert NO_FORM in told.response.content and list(club.env.errors) == []
    assert (await club.boss.slash(club.lobby, "club challenge new")).modal is not None
