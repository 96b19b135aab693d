"""`/run log` with options, `/run list` and `/run delete`."""

from datetime import timedelta

import pytest


def texts_of(club):
    return [m.content for m in club.world.posts()]


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


async def test_a_long_note_is_cut_and_its_writer_told(club):
    """Nothing goes silently: what is kept of a note is said, to its writer alone."""
    result = await club.ana.slash(club.room, "run log", distance="5k", note="a" * 501)
    (told,) = [m for m in result.followups if "first 500 characters" in m.content]
    assert told.flags.ephemeral and "5 km" in result.response.content
    result = await club.ana.slash(club.room, "run log", distance="6k", note="a" * 500)
    assert result.followups == []


async def test_hours_fit_where_minutes_cannot(club):
    """A command reads "half" in "2:05" as a post does."""
    result = await club.ana.slash(club.room, "run log", distance="half", time="2:05")
    assert "2:05:00" in result.response.content


async def test_a_run_of_a_few_metres_can_be_seen_and_edited_in_miles(club):
    """Three metres are no 0 mi, and its form can be sent as it is."""
    await club.ana.slash(club.room, "my settings", units="mi")
    result = await club.ana.slash(club.room, "run log", distance="3 yd")
    assert "**3 yd**" in result.response.content
    panel = await club.ana.click(result.response, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    edited = await club.ana.submit_modal(form, {"distance": "3 yd", "note": "to the gate"})
    assert "3 yd" in edited.response.content


async def test_a_private_run_shows_nothing_to_the_club(club):
    """A private run is answered privately and changes no public sentence."""
    result = await club.ana.slash(club.room, "run log", distance="8k", private=True)
    assert result.ephemeral and "8 km" in result.response.content
    (answer,) = await club.post(club.ana, "5k in 24:30")
    assert "5 km this week, one run" in answer.content
    assert "private" in await club.listed(club.ana)
    seen = [m.content for m in club.room.history(viewer=club.ben)]
    assert not any("8 km" in text for text in seen)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"distance": "lots"}, "lots"),
        ({"distance": "x" * 3000}, "Nothing was saved"),
        ({"time": "61:61"}, "as a time"),
        ({"when": "31 February"}, "as a day"),
        ({"distance": "5k", "when": "2026-12-31"}, "still to come"),
        ({"distance": "5k", "when": "1999-01-01"}, "ten years"),
        ({"distance": "5k", "time": "12:00"}, "beyond any run"),
        ({"distance": "0 km"}, "as a distance"),
        ({"distance": "-5 km"}, "as a distance"),
        ({"distance": "99999999999 km"}, ""),
    ],
)
async def test_a_slip_is_told_and_nothing_stored(club, options, said):
    """A field that cannot be read or believed is named, privately."""
    result = await club.ana.slash(club.room, "run log", **options)
    club.errors_seen()
    assert result.ephemeral and said in result.response.content
    assert "No runs here yet" in await club.listed(club.ana)


async def test_a_list_has_its_period_and_nobody_elses_runs(club):
    """The week leaves last week out, and Ben sees none of Ana's."""
    await club.ana.slash(club.room, "run log", distance="5k")
    await club.ana.slash(club.room, "run log", distance="9k", when="2025-12-20")
    assert "One run, 5 km" in await club.listed(club.ana, period="week")
    assert "2 runs, 14 km" in await club.listed(club.ana)
    assert "No runs here yet" in await club.listed(club.ben)


async def test_a_removed_run_can_be_brought_back(club):
    """Removing asks, hides the run with its answer and ✅, and the list brings it back."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    (choice,) = await club.ana.autocomplete(club.room, "run delete", "run", "5 km")
    asked = await club.ana.slash(club.room, "run delete", run=choice["value"])
    assert asked.ephemeral
    await club.ana.click(asked.response, label="Keep it")
    assert answer.id in club.world.post_ids()
    asked = await club.ana.slash(club.room, "run delete", run=choice["value"])
    await club.ana.click(asked.response, label="Yes, remove it")
    assert answer.id not in club.world.post_ids()
    post = next(m for m in club.room.history() if m.content == "5k in 24:30")
    assert post.reactions == []
    shown = await club.ana.slash(club.room, "run list")
    await club.ana.click(shown.response, label="Bring back: today · 5 km in 24:30")
    assert "One run, 5 km" in await club.listed(club.ana)
    post = next(m for m in club.room.history() if m.content == "5k in 24:30")
    assert [str(r.emoji) for r in post.reactions] == ["✅"]


@pytest.mark.parametrize("typed", ["1", "abc", "-1", "9" * 20, "9" * 5000, "١"])
async def test_nobody_removes_the_run_of_another(club, typed):
    """Another's run, or a number typed by hand, is not among one's own."""
    await club.post(club.ana, "5k in 24:30")
    result = await club.ben.slash(club.room, "run delete", run=typed)
    club.errors_seen()
    assert "can't find that run" in result.response.content
    assert await club.ben.autocomplete(club.room, "run delete", "run", "") == []
    assert "One run" in await club.listed(club.ana)


async def test_a_picker_finds_older_runs_by_typing(club):
    """Of more runs than Discord shows at once, typing finds those of any age."""
    for day in range(1, 29):
        await club.ana.slash(club.room, "run log", distance=f"{day}k", when=f"2025-11-{day:02}")
    shown = await club.ana.autocomplete(club.room, "run delete", "run", "")
    assert len(shown) == 25
    (oldest,) = await club.ana.autocomplete(club.room, "run delete", "run", "· 1 KM")
    assert "1 km" in oldest["name"]
    await club.remove(club.ana, oldest["value"])
    assert "27 runs" in await club.listed(club.ana)


async def test_every_run_taken_back_can_be_brought_back(club):
    """A list offers all of them for thirty days, not the last few."""
    for number in range(1, 8):
        await club.ana.slash(club.room, "run log", distance=f"{number}k")
        await club.remove(club.ana, str(number))
    shown = await club.ana.slash(club.room, "run list")
    await club.ana.click(shown.response, label="Bring back: today · 1 km")
    assert "One run, 1 km" in await club.listed(club.ana)
    club.world.skip(timedelta(days=31))
    shown = await club.ana.slash(club.room, "run list")
    assert not shown.response.components


async def test_the_longest_list_fits_a_message(club):
    """Twenty-five runs with everything that can be said about them, in miles."""
    await club.ana.slash(club.room, "my settings", units="mi")
    for second in range(26):
        await club.ana.slash(
            club.room,
            "run log",
            distance="99.99 mi",
            time=f"23:59:{second:02}",
            when="2024-09-30",
            kind="treadmill",
            private=True,
        )
    content = await club.listed(club.ana)
    assert "26 runs" in content and "newest 25" in content and len(content) <= 2000


@pytest.mark.parametrize(("period", "told"), [("week", 1), ("month", 3), ("year", 3), ("all", 4)])
async def test_a_list_of_each_period(club, period, told):
    """This week is in this month, which is in this year."""
    club.world.skip(timedelta(days=20))  # 21 January, a Wednesday
    for day in ("2026-01-20", "2026-01-10", "2026-01-01", "2025-12-31"):
        await club.ana.slash(club.room, "run log", distance="5k", when=day)
    content = await club.listed(club.ana, period=period)
    assert f"{told} runs, {told * 5} km" in content or (told == 1 and "One run, 5 km" in content)


async def test_what_a_command_says_pings_nobody(club):
    """The public answer to a command names its runner without a ping."""
    await club.ana.slash(club.room, "run log", distance="5k")
    sent = club.env.http_requests[-1].json["data"]
    assert f"<@{club.ana.id}>" in sent["content"] and sent["allowed_mentions"]["parse"] == []


async def test_a_public_command_has_the_buttons_of_a_post(club):
    """Its answer takes 👏, follows an edit, and goes with the run."""
    await club.ana.slash(club.room, "run log", distance="5k")
    answer = club.room.history(viewer=club.ben)[-1]
    await club.ben.click(answer, custom_id="kudos:give:1")
    panel = await club.ana.click(answer, label="⋯")
    form = await club.ana.click(panel.response, label="Edit")
    await club.ana.submit_modal(form, {"distance": "6 km"})
    assert "6 km" in club.seen(answer).content and club.claps(answer) == "1"
    await club.remove(club.ana)
    assert club.seen(answer) is None
