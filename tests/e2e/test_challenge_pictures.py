"""The card of a challenge is a picture with few words beneath it, and words alone where none can be had."""

import asyncio

import pytest

from bot.render.service import Pictures
from tests.e2e.challenging import begin, cards, start, told

DRAWN = ("together", "each", "journey", "teams")


def words(card):
    """The words beneath the picture."""
    return card.embeds[0].description


def uploads(club, calls):
    """How many files were sent."""
    return sum(bool(request.files) for request in club.env.http_requests[-len(calls) :])


async def nothing(*_):
    """A picture that cannot be drawn."""
    return


async def test_the_card_is_a_picture(club, drawn_for_real):
    """What is drawn is a real picture; it is told to whoever does not see it, and names nobody."""
    card = await start(club)
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    (picture,) = club.seen(card).attachments
    drawn = await picture.read()
    assert drawn.startswith(b"\x89PNG") and len(drawn) > 5_000
    assert "5 of 100 km" in picture.description and "until 31 Jan" in picture.description
    assert "Ana" not in picture.description
    assert "**5 of 100 km** · 5\N{NO-BREAK SPACE}%" in words(club.seen(card)) and "▰" not in words(
        club.seen(card)
    )


async def test_the_preview_is_the_card(club, sketched):
    """An organizer sees the picture before anybody else does, and what is chosen shows in it."""
    panel = await begin(club, kind=["journey"], goal="")
    assert panel.response.attachments and sketched[-1].journey.share == 0
    assert cards(club) == []


async def test_a_picture_is_drawn_again_only_when_it_is_another_one(club, sketched):
    """A change that does not show in the picture edits the words and sends no file."""
    card = await start(club)
    drawn = len(sketched)
    panel = await club.boss.slash(club.lobby, "club challenge edit")
    form = await club.boss.click(panel.response, label="Limits")
    await club.boss.submit_modal(form, {"cap_run": "30 km"})
    await club.travel(seconds=15)
    assert "at most 30 km a run" in words(club.seen(card))
    assert club.seen(card).attachments[0].id == card.attachments[0].id
    assert len([one for one in sketched[drawn:] if one != sketched[drawn - 1]]) == 0
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    assert club.seen(card).attachments[0].id != card.attachments[0].id


@pytest.mark.parametrize("kind", DRAWN)
async def test_without_a_picture_the_words_say_it_all(club, monkeypatch, kind):
    """When none can be drawn, bars, teams and people stand in the words, and no old picture beside them."""
    await club.boss.slash(club.lobby, "club channels", challenges=club.lobby)
    monkeypatch.setattr(Pictures, "png", nothing)
    card = await start(club, kind=[kind], goal="20 km" if kind in ("together", "each") else "")
    await club.ana.click(card, label="Join")
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    await club.travel(seconds=15)
    assert not club.seen(card).attachments
    assert "▰" in words(club.seen(card)) and (
        kind == "teams" or "moved for it" in words(club.seen(card))
    )


async def test_a_slow_picture_follows(club, sketched, monkeypatch):
    """A press is answered in words when the picture takes long, and the queue brings the picture."""
    card = await start(club, kind=["each"], goal="20 km")
    monkeypatch.setattr(Pictures, "png_within", nothing)
    await club.ana.click(card, label="Join")
    assert "1 joined" in words(club.seen(card)) and not club.seen(card).attachments
    await club.travel(seconds=15)
    (picture,) = club.seen(card).attachments
    assert "1 joined" in picture.description and "1 joined" not in words(club.seen(card))


async def test_where_files_are_not_allowed_words_do(club, sketched):
    """A channel that takes no files has the card in words."""
    club.world.forbid(club.lobby, "attach_files")
    card = await start(club)
    assert not card.attachments and "100 km as a club" in words(card)
    await club.post(club.ana, "5k in 24:30")
    await club.travel(seconds=15)
    assert "▰" in words(club.seen(card))


async def test_joining_shows_in_the_picture_at_once(club, sketched):
    """The press's own answer brings the new picture; pressed again it sends none."""
    card = await start(club, kind=["each"], goal="20 km")
    await club.ana.click(card, label="Join")
    assert "1 joined" in told(club.seen(card))
    drawn, stands = len(sketched), club.seen(card).attachments[0].id
    await club.ben.click(card, label="Board")
    assert len(sketched) == drawn and club.seen(card).attachments[0].id == stands


async def test_a_picture_that_takes_long_is_drawn_for_nobody():
    """Whoever cannot wait gets none, and the drawing goes on without harm."""
    pictures = Pictures(patience_s=5)
    begun = asyncio.Event()

    async def png(_):
        begun.set()
        await asyncio.sleep(0.05)
        return b"late"

    pictures.png = png
    assert await pictures.png_within(None, 0.001) is None and begun.is_set()
    assert await pictures.png_within(None, 5) == b"late"
    await pictures.close()
