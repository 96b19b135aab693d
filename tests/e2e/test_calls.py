"""*Not feeling it*: a call for cheers that never gives its caller away, and one question later."""

import pytest

from bot import texts
from bot.calls.model import CheersBack
from bot.members import naming
from cogs import calls


async def called(club, member, label):
    """The message in which the club is asked for a cheer."""
    offered = await member.slash(club.lobby, "notfeelingit")
    await member.click(offered.response, label="A cheer, please")
    before = {m.id for m in club.room.history()}
    await member.click(offered.response, label=label)
    assert "Asked." in offered.response.content
    (message,) = [m for m in club.room.history() if m.id not in before]
    return message


def ended(*_, **__):
    """The bot was stopped just then."""
    raise RuntimeError


async def called_in_vain(club, member, label):
    """What stands in the channel, if anything, when something came in between."""
    offered = await member.slash(club.lobby, "notfeelingit")
    await member.click(offered.response, label="A cheer, please")
    before = {m.id for m in club.room.history()}
    await member.click(offered.response, label=label)
    club.errors_seen()
    return next((m for m in club.room.history() if m.id not in before), None)


async def test_an_anonymous_call_is_cheered_and_names_nobody(club, caplog):
    """The club sees somebody, the caller gets names, and neither words, data nor log give the caller away."""
    caplog.set_level("DEBUG", "bot")
    message = await called(club, club.ana, "Without my name")
    assert message.content == texts.say("calls.call_hidden")
    told = await club.ben.click(message, label="Cheer")
    sent, earned = told.followups[-1].content.split("\n")
    assert sent == texts.say("calls.sent_named") and "your first cheer here" in earned
    assert club.seen(message).components[0].children[0].label == "Cheer 1"
    await club.travel(minutes=5)
    assert club.letters(club.ana) == ["📣 Ben cheers for you."]
    await club.boss.click(message, custom_id="call:cheer:1")
    await club.travel(minutes=6)
    (said,) = club.letters(club.ana)
    assert said.endswith("Ben and Boss cheer for you.")
    assert str(club.ana.id) not in str(club.seen(message).content) + caplog.text
    assert club.seen(message).mentions == []


async def test_a_call_by_name_names_and_pings_nobody_else(club):
    """Who wants to be known says so; it is a mention that calls nobody."""
    message = await called(club, club.ana, "With my name")
    assert message.content == texts.say("calls.call_named", who=f"<@{club.ana.id}>")
    sent = [r.json for r in club.env.http_requests if r.json and "glad of a cheer" in str(r.json)]
    assert sent[-1]["allowed_mentions"]["parse"] == []


async def test_the_caller_pressing_it_is_told_alone(club):
    """Nothing changes under the call, so nobody can tell who pressed."""
    message = await called(club, club.ana, "Without my name")
    told = await club.ana.click(message, label="Cheer")
    club.errors_seen()
    assert told.ephemeral and "yours" in told.response.content
    assert club.seen(message).components[0].children[0].label == "Cheer"


async def test_cheers_reach_also_who_takes_no_direct_messages(club):
    """They are told with *Not feeling it*, and under the call to its caller alone."""
    message = await called(club, club.ana, "Without my name")
    club.wire.close_messages(club.ana.user)
    await club.ben.click(message, label="Cheer")
    await club.travel(minutes=5)
    told = await club.ana.slash(club.lobby, "notfeelingit")
    assert told.response.content.startswith("📣 Ben cheers for you.")
    told = await club.ana.click(message, custom_id="call:cheer:1")
    assert told.ephemeral and told.response.content.endswith("📣 Ben cheers for you.")
    told = await club.boss.slash(club.lobby, "notfeelingit")
    assert "Ben" not in told.response.content


async def test_who_is_not_named_is_offered_no_name(club):
    """In a pause, as by choice, only the anonymous way is there."""
    await club.ana.slash(club.room, "my pause", days=3)
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="A cheer, please")
    labels = [b["label"] for row in offered.response.components for b in row["components"]]
    assert labels == ["Without my name"]


async def test_who_is_unnamed_while_the_call_is_posted_is_not_named_by_it(club, monkeypatch):
    """The wish came before the call's place was noted: the call goes all the same."""
    real = calls._posted

    async def posted(interaction, begun):
        message = await real(interaction, begun)
        now = club.bot.clock()
        await club.bot.database.write(naming.choose, club.ana.id, now=now, named=False)
        return message

    monkeypatch.setattr(calls, "_posted", posted)
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="A cheer, please")
    before = club.room.history()
    await club.ana.click(offered.response, label="With my name")
    assert club.room.history() == before


async def test_a_second_call_that_day_is_not_posted(club):
    """One a day is plenty."""
    await called(club, club.ana, "Without my name")
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="A cheer, please")
    before = club.room.history()
    told = await club.ana.click(offered.response, label="With my name")
    club.errors_seen()
    assert club.room.history() == before
    assert "today already" in (told.followups or [told.response])[-1].content


async def test_a_call_that_discord_refuses_may_be_made_again(club):
    """Nothing is kept of what stands nowhere."""
    club.env.inject_error(
        "POST", f"/channels/{club.room.id}/messages", status=403, code=50013, message="no", times=1
    )
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="A cheer, please")
    told = await club.ana.click(offered.response, label="Without my name")
    club.errors_seen()
    assert "could not post" in (told.followups or [told.response])[-1].content
    assert await club.rows("calls") == 0
    await called(club, club.ana, "Without my name")


async def test_a_call_whose_answer_was_lost_stands_once_and_is_known(club):
    """Where only the word of it got lost, it is the one call of the day, and goes with its caller's name."""
    club.wire.lose_answer("POST", f"/channels/{club.room.id}/messages")
    message = await called(club, club.ana, "With my name")
    assert await club.rows("calls WHERE message_id IS NOT NULL") == 1
    await club.ana.slash(club.lobby, "my settings", named=False)
    assert club.seen(message) is None


async def test_a_cheer_sent_without_a_name_never_gets_one(club):
    """Its giver was told so; that a pause is over is nobody's to see in what the caller reads."""
    message = await called(club, club.ana, "Without my name")
    await club.ben.slash(club.lobby, "my pause", days=3)
    told = await club.ben.click(message, label="Cheer")
    assert told.followups[-1].content.startswith(texts.say("calls.sent_hidden"))
    await club.travel(minutes=5)
    before = club.letters(club.ana)
    await club.ben.slash(club.lobby, "my pause", days=0)
    await club.travel(minutes=6)
    assert club.letters(club.ana) == before == ["📣 somebody from the club cheers for you."]


async def test_a_call_after_which_the_bot_ended_is_found_again(club, monkeypatch):
    """Where it stands was never noted: it is looked for, and goes with its caller's name as any other."""
    monkeypatch.setattr(calls.calls, "posted", ended)
    message = await called_in_vain(club, club.ana, "With my name")
    monkeypatch.undo()
    await club.restart()
    await club.travel(minutes=16)
    await club.ana.slash(club.lobby, "my settings", named=False)
    assert club.seen(message) is None


async def test_a_call_before_which_the_bot_ended_was_never_made(club, monkeypatch):
    """It stands nowhere, so the one of the day may still be made."""
    monkeypatch.setattr(calls, "_posted", ended)
    assert await called_in_vain(club, club.ana, "With my name") is None
    monkeypatch.undo()
    await club.travel(minutes=16)
    await called(club, club.ana, "With my name")


async def test_a_call_goes_after_a_day(club):
    """It leaves the channel as it was."""
    before = club.room.history()
    message = await called(club, club.ana, "Without my name")
    await club.travel(hours=25)
    assert club.seen(message) is None and club.room.history() == before


async def test_forgetting_takes_the_call_out_of_chat(club):
    """Nothing of it is left, and its button leads nowhere."""
    message = await called(club, club.ana, "With my name")
    await club.ben.click(message, label="Cheer")
    asked = await club.ana.slash(club.lobby, "my forget")
    await club.ana.click(asked.response, label="Forget me")
    assert club.seen(message) is None
    await club.travel(minutes=5)
    assert club.letters(club.ana) == []


async def test_did_you_go_is_asked_once_and_both_answers_are_good(club):
    """Only who asked for it is asked; a yes and a no are answered alike warmly."""
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="Ask me later")
    assert "I will ask you once" in offered.response.content
    await club.travel(hours=9, minutes=30)
    (asked,) = club.ana.user.dm_channel.history()
    assert asked.content == texts.say("notfeelingit.did_you_go")
    await club.ana.user.click(asked, label="Not today")
    assert club.letters(club.ana) == [texts.say("notfeelingit.stayed_told")]
    await club.travel(days=2)
    assert len(club.letters(club.ana)) == 1
    assert club.letters(club.ben) == []


async def test_asked_once_that_day_nothing_more_is_promised(club):
    """Whoever wants to be asked again on the same day hears that once a day is all, and no time."""
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="Ask me later")
    await club.travel(hours=9, minutes=30)
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="Ask me later")
    assert offered.response.content == texts.say("notfeelingit.later_asked")


async def test_who_rests_is_not_asked_whether_they_went(club):
    """After *Rest on purpose* there is a cheer to be had, and no question."""
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    await club.ana.click(offered.response, label="Rest on purpose")
    labels = [b["label"] for row in offered.response.components for b in row["components"]]
    assert labels == ["A cheer, please"]


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (CheersBack(("Ben",), 0), "📣 Ben cheers for you."),
        (CheersBack(("Ben", "Cara"), 0), "📣 Ben and Cara cheer for you."),
        (CheersBack((), 1), "📣 somebody from the club cheers for you."),
        (CheersBack((), 3), "📣 3 people from the club cheer for you."),
        (CheersBack(("Ben", "Cara"), 1), "📣 Ben, Cara and somebody else cheer for you."),
        (CheersBack(("*Ben*",), 2), "📣 \\*Ben\\* and 2 others cheer for you."),
    ],
)
def test_cheers_are_told_by_name_where_there_is_one(about, words):
    """Names that may be said, and how many others."""
    assert calls.worded(about) == words


def test_many_cheers_fit_a_message():
    """However many, and however long their names."""
    crowd = CheersBack(tuple("*" * 60 for _ in range(5000)), 7)
    assert len(calls.worded(crowd)) <= 2000


@pytest.mark.parametrize("broken", ["bot.notfeelingit.service.say", "bot.calls.service.begin"])
async def test_an_error_in_it_names_nobody_in_the_log(club, caplog, monkeypatch, broken):
    """The log has the number that the member is told, and not who it was."""

    def fail(*_, **__):
        raise ValueError("whatever")

    fail.__name__ = "fail"
    monkeypatch.setattr(broken, fail)
    offered = await club.ana.slash(club.lobby, "notfeelingit")
    if "say" not in broken:
        await club.ana.click(offered.response, label="A cheer, please")
        offered = await club.ana.click(offered.response, label="Without my name")
    club.errors_seen()
    assert "that's on me" in (offered.followups or [offered.response])[-1].content
    assert "ValueError" in caplog.text and str(club.ana.id) not in caplog.text
