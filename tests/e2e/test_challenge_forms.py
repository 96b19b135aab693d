"""What an organizer typed is never lost: a form that was refused opens again as it was."""

import pytest

from tests.e2e.challenging import JANUARY, begin, cards, newest, organizer


def typed(modal):
    """What the fields of a form hold when it opens."""
    fields = {}
    for label in modal["components"]:
        item = label["component"]
        chosen = [one["value"] for one in item.get("options", ()) if one.get("default")]
        fields[item["custom_id"]] = item.get("value") or "".join(chosen)
    return fields


async def send(club, form, **changes):
    """Sends a form with what it holds and these changes."""
    fields = {**typed(form.modal), **changes}
    for name in fields.keys() & {"kind", "per"}:
        fields[name] = [fields[name]] if fields[name] else []
    return await club.boss.submit_modal(form, fields)


async def again(club, refused, member=None):
    """Presses *Try again* under a refusal."""
    return await (member or club.boss).click(refused.response, label="Try again")


async def test_a_refused_form_opens_as_it_was_typed(club):
    """Every field is there, also after a restart, and what is put right goes on to the preview."""
    wrong = {"goal": "ten thousand", "from": "1 Jan", "until": "soon", "kind": ["each"]}
    refused = await begin(club, **wrong)
    await club.restart()
    form = await again(club, refused)
    assert typed(form.modal) == {**JANUARY, **wrong, "kind": "each"}
    panel = await send(club, form, goal="100 km", until="31 Jan")
    assert "nothing is posted yet" in panel.response.content
    assert panel.response.embeds[0].title == "January 100"
    assert await club.rows("challenge_forms") == 0


async def test_a_template_is_still_chosen(club):
    """The picked template stands in the form that opens again."""
    refused = await begin(club, kind=["january_100"], until="2025-01-01")
    assert typed((await again(club, refused)).modal)["kind"] == "january_100"


async def test_every_fault_of_a_form_is_in_one_answer(club):
    """Two days and a goal that mean nothing are named together."""
    refused = await begin(club, goal="1e9", **{"from": "some day", "until": "30 February"})
    said = refused.response.content
    assert "“some day”" in said and "no 30 Feb" in said and "“1e9”" in said
    assert "end before it starts" not in said and "no goal yet" not in said


@pytest.mark.parametrize(
    ("kind", "label", "fields", "said"),
    [
        ("each", "Limits", {"cap_run": "much", "cap_day": "5 km"}, "“much”"),
        ("journey", "Own route", {"own_route": "Loop\n0 Home\n20 Hill\n10 Lake"}, "Lake"),
        ("charity", "Cause, pledge", {"cause": "Trees", "rate": "lots"}, "“lots”"),
        ("each", "Name, goal, days", {"name": "Longer", "until": "sometime"}, "“sometime”"),
    ],
)
async def test_each_form_of_the_panel_opens_again(club, kind, label, fields, said):
    """Whatever was refused comes back as it was typed, and the draft stays as it was."""
    panel = await begin(club, kind=[kind], goal="20 km" if kind == "each" else "")
    form = await club.boss.click(panel.response, label=label)
    refused = await send(club, form, **fields)
    assert said in refused.response.content
    found = typed((await again(club, refused)).modal)
    assert {name: found[name] for name in fields} == fields


async def test_what_is_typed_while_another_takes_over_is_kept(club):
    """The organizer hears who has it open now, and has the form again when they take it back."""
    cleo = await organizer(club, "cleo")
    panel = await begin(club)
    form = await club.boss.click(panel.response, label="Limits")
    offered = await cleo.slash(club.lobby, "club challenge new")
    told = await cleo.click(offered.response, label="Go on with “January 100”")
    await cleo.click(told.response, label="Take it over")
    refused = await club.boss.submit_modal(form, {"cap_run": "12 km"})
    assert f"<@{cleo.id}>" in refused.response.content
    assert typed((await again(club, refused)).modal)["cap_run"] == "12 km"
    await club.travel(minutes=11)
    await club.boss.submit_modal(await again(club, refused), {"cap_run": "12 km"})
    await club.boss.click(panel.response, label="Post it")
    assert "at most 12 km a run" in cards(club)[-1].embeds[0].description


async def test_only_who_typed_it_opens_it(club, forge):
    """A forged number, or one that is done with, opens nobody's words."""
    cleo = await organizer(club, "cleo")
    refused = await begin(club, goal="0")
    offered = await begin(club, cleo)
    forge(custom_id="challenge:again:1")
    other = await cleo.click(offered.response, label="Post it")
    assert "January" not in other.response.content and other.modal is None
    forge()
    panel = await send(club, await again(club, refused), goal="100 km")
    assert await newest(club) == 2 and await club.rows("challenge_forms") == 0
    forge(custom_id="challenge:again:1")
    done = await club.boss.click(panel.response, label="Post it")
    assert done.modal is None and "January" not in done.response.content
