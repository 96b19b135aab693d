"""Strange, hostile and outdated input: no error, nothing stored that was not meant, and nobody pinged."""

from functools import partial

import pytest

STRANGE = [
    "5k in 24:30 " + "x" * 3980,
    "5k in 24:30 " * 330,
    "٥ km in ٢٤:٣٠",
    "५ km in २४:३०",
    "５ｋｍ in ２４：３０",
    "𝟓 km in 𝟐𝟒:𝟑𝟎",
    "\u202e5k in 24:30\u202c",
    "5\u200bk in 24\u200d:30\ufeff",
    "**5k** in ~~24:30~~ ||[link](https://example.org/10k)|| <@1> <@&2> <#3> @everyone",
    "`5k in 24:30` </run log:1> <:run5k:123456789012345678> <t:1700000000:R>",
    "5k in 24:30 on 31 February",
    "5k in 24:30 999999999999 weeks ago",
    "0k in 0:00",
    "-5k in -24:30",
    "5e9k in 1e9:30",
    "1" * 4000,
    ":" * 4000,
    "(((" * 1300,
    "\U0001f3c3" * 2000,
    "\x005k in 24:30\x00",
]


@pytest.fixture
def written(club, monkeypatch):
    """Lets somebody write so much as only subscribers can, for which the simulator has no way."""
    real = club.env.backend.emit

    def emit(event, payload):
        longer = event == "MESSAGE_CREATE" and payload.get("content") == "stand-in"
        real(event, {**payload, "content": emit.text} if longer else payload)

    async def write(text, *, send):
        emit.text = text
        await send("stand-in")

    monkeypatch.setattr(club.env.backend, "emit", emit)
    return write


@pytest.fixture
def nothing_pings(club):
    """Says whether anything that went out so far would have pinged somebody."""

    def check():
        bodies = [call.json for call in club.env.http_requests if isinstance(call.json, dict)]
        said = [b.get("data", b) for b in bodies if (b.get("data") or b).get("content")]
        return said and all(b["allowed_mentions"]["parse"] == [] for b in said)

    return check


@pytest.mark.parametrize("text", STRANGE)
async def test_strange_posts_upset_nobody(club, written, nothing_pings, text):
    """Whatever is posted, there is at most one answer, and none of its words are repeated in it."""
    heard = await club.heard(written(text, send=partial(club.ana.send, club.room)))
    assert len(heard) <= 1 and not any("example.org" in m.content for m in heard)
    assert not any("on me" in m.content for m in heard)
    assert list(club.env.errors) == [] and nothing_pings()


@pytest.mark.parametrize("text", STRANGE)
async def test_strange_direct_messages_get_one_answer(club, written, text):
    """In private somebody always answers, once."""
    await club.post(club.ana, "3k in 20:00")
    (told,) = await club.heard(written(text, send=club.ana.user.send_dm))
    assert "on me" not in told.content and list(club.env.errors) == []


@pytest.mark.parametrize("option", ["distance", "time", "when"])
async def test_strange_options_are_told_kindly(club, nothing_pings, option):
    """What a field says is read, or shown back escaped and clipped; it never becomes an error."""
    for text in STRANGE:
        result = await club.ana.slash(club.room, "run log", **{option: text})
        content = result.response.content
        assert content and "on me" not in content and len(content) < 500
        assert "<@1>" not in content and "@everyone" not in content
    club.errors_seen()
    assert nothing_pings()


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "x" * 500, *STRANGE[8:10]])
async def test_strange_notes_are_kept_for_their_owner(club, text):
    """A note may be anything; nobody else sees a word of it."""
    form = await club.ana.slash(club.room, "run log")
    sent = await club.ana.submit_modal(form, {"distance": "5k", "note": text})
    assert "5 km" in sent.response.content
    assert not text.strip() or text.strip() not in sent.response.content


async def test_names_are_not_acted_on(club, nothing_pings):
    """A member and a server may be called anything."""
    async with club.world.joining("**@everyone** [x](https://example.org) `<@1>`") as other:
        other.create_text_channel("runs")
        name = "**@everyone** <@1> ||x||"
        cleo = other.add_member(club.env.create_user("cleo", global_name=name))
    club.guild.add_member(cleo.user)
    await cleo.user.send_dm("5k in 24:30")
    question = club.world.inbox(cleo.user)[-1]
    await cleo.user.click(question, label="**@everyone** [x](https://example.org) `<@1>`")
    told = [m.content for m in club.world.inbox(cleo.user)]
    assert any("\\*\\*\\@\u200beveryone\\*\\* \\[x\\]" in content for content in told)
    assert not any("@everyone" in content for content in told) and nothing_pings()


FORGED = [
    *(
        f"{verb}:{number}"
        for verb in ("kudos:give", "run:more", "run:log", "run:removed", "my:forget")
        for number in ("99999999999999999999", "9223372036854775808", "9" * 80, "-1", "", "1.5")
    ),
    "nobody:knows:1",
    "run:more:1; DROP TABLE runs",
    "run:more:١",
    "RUN:MORE:1",
    "run:more:1\n",
    "x" * 100,
    "",
]


async def test_an_id_that_nobody_gave_out_leads_nowhere(club, forge):
    """A forged or outdated id gets a private sentence; nothing happens."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    for custom_id in FORGED:
        forge(custom_id=custom_id)
        told = await club.ana.click(answer, custom_id="kudos:give:1")
        assert told.ephemeral and "from an earlier time" in told.response.content, custom_id
    assert list(club.env.errors) == [] and await club.rows() == 1


@pytest.mark.parametrize(
    "verb", ["kudos:give", "run:more", "run:edit", "run:edited", "run:remove", "run:removed"]
)
async def test_a_number_of_nothing_is_told_kindly(club, forge, verb):
    """The largest number that can be stored, and any other without a run, are refused in words."""
    (answer,) = await club.post(club.ana, "5k in 24:30")
    for number in (0, 2, 2**53, 2**63 - 1):
        forge(custom_id=f"{verb}:{number}")
        told = await club.ana.click(answer, custom_id="kudos:give:1")
        assert told.ephemeral and "on me" not in told.response.content
    assert list(club.env.errors) == [] and club.seen(answer).content == answer.content


@pytest.mark.parametrize("number", [0, 1, 2**63 - 1])
async def test_a_form_about_no_message_is_a_run_of_now(club, forge, number):
    """A forged message id in a form gives its sender a run of today, and marks nothing."""
    form = await club.ana.slash(club.room, "run log")
    forge(custom_id=f"run:log:{number}")
    sent = await club.ana.submit_modal(form, {"distance": "5k"})
    assert "**5 km**" in sent.response.content and "day" not in sent.response.content.split("\n")[0]
    assert list(club.env.errors) == []


@pytest.mark.parametrize("period", ["decade", "", "all; --", "9" * 100])
async def test_a_forged_period_is_the_whole_time(club, forge, period):
    """A choice that was never offered is no error."""
    await club.post(club.ana, "5k in 24:30")
    data = {"name": "run", "type": 1}
    option = {"name": "period", "type": 3, "value": period}
    forge(**data, options=[{"name": "list", "type": 1, "options": [option]}])
    result = await club.ana.slash(club.room, "run list")
    assert "One run, 5 km" in result.response.content


async def test_a_forged_kind_is_told_what_there_is(club, forge):
    """A kind that was never offered is refused with those that are."""
    option = {"name": "kind", "type": 3, "value": "**flying**"}
    forge(name="run", type=1, options=[{"name": "log", "type": 1, "options": [option]}])
    result = await club.ana.slash(club.room, "run log")
    club.errors_seen()
    assert "I know these kinds: easy" in result.response.content
    assert "flying" not in result.response.content and await club.rows() == 0
