"""Logging where nobody reads along: by a mention in any channel, and by the message menu."""

import pytest

MENU = "Log this as a run"


@pytest.fixture
def us(world):
    """The bot as somebody mentions it."""
    return f"<@{world.bot.user.id}>"


async def test_a_mention_counts_without_any_set_up(fresh, us):
    """In a club where nobody has set anything, a mention is enough."""
    (answer,) = await fresh.post(fresh.ana, f"{us} 5k in 24:30", fresh.lobby)
    assert "5 km in 24:30" in answer.content and answer.reference is not None


@pytest.mark.parametrize("written", ["<@{us}> 5k in 24:30", "5k in 24:30 <@!{us}>"])
async def test_a_mention_counts_in_every_channel_of_a_set_up_club(club, written):
    """The mention may stand before or after the run, in either of its spellings."""
    text = written.format(us=club.bot.user.id)
    (answer,) = await club.post(club.ana, text, club.lobby)
    assert "5 km in 24:30" in answer.content


async def test_a_mention_of_the_bots_own_role_counts(club):
    """Discord offers the role beside the bot, under the same name."""
    (role,) = [r for r in club.bot.get_guild(club.guild.id).me.roles if r.managed]
    (answer,) = await club.post(club.ana, f"<@&{role.id}> 5k in 24:30", club.lobby)
    assert "5 km in 24:30" in answer.content


async def test_a_mention_of_somebody_else_is_none(club):
    """Another member's name and another role call nobody."""
    other = club.guild.create_role("Runners")
    for name in (f"<@{club.ben.id}>", f"<@&{other.id}>", "@everyone"):
        assert await club.post(club.ana, f"{name} 5k in 24:30", club.lobby) == []
    assert await club.rows() == 0


async def test_a_mention_that_tells_of_no_run_stores_nothing(fresh, us):
    """Not even that there is such a club."""
    with fresh.world.calls() as calls:
        await fresh.post(fresh.ana, f"{us} who runs 5k on Sunday?", fresh.lobby)
    before = await fresh.rows("club_members"), await fresh.rows("posts")
    assert calls == [] and before == (0, 0)


async def test_whoever_is_not_read_can_still_mention(club, us):
    """`read_posts` off leaves the run channel unread; a mention is a wish to be read."""
    await club.ana.slash(club.room, "my settings", read_posts=False)
    assert await club.post(club.ana, "5k in 24:30") == []
    assert len(await club.post(club.ana, f"{us} 5k in 24:30")) == 1


async def test_a_reply_is_read_like_any_post(club):
    """A run told as a reply to a friend counts."""
    opener = await club.ben.send(club.room, "how was it?")
    (answer,) = await club.heard(club.ana.send(club.room, "5k in 24:30", reply_to=opener))
    assert "5 km in 24:30" in answer.content


async def test_what_was_forwarded_is_not_ones_own(club):
    """A forward of a run from elsewhere, one's own or another's, is left alone."""
    post = await club.ana.send(club.lobby, "5k in 24:30")
    assert await club.heard(club.ana.forward(post, club.room)) == []
    assert await club.heard(club.ben.forward(post, club.room)) == []
    assert await club.rows() == 0


async def test_webhooks_and_bots_do_not_run(club, us):
    """Other programs are not listened to, even when they mention the bot."""
    webhook = club.guild.create_webhook(club.room)
    robot = club.guild.add_member(club.env.create_user("robot", bot=True))
    with club.world.calls() as calls:
        await webhook.send(f"{us} 5k in 24:30")
        await robot.send(club.room, f"{us} 5k in 24:30")
    assert calls == [] and await club.rows() == 0


async def test_the_menu_after_chat_counts_nothing_twice(club):
    """A post that chat has counted is told to count already."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    told = await club.ana.context_menu(club.room, MENU, post)
    assert told.ephemeral and "counts already: **5 km in 24:30**" in told.response.content
    assert await club.rows() == 1


async def test_the_menu_prefills_what_it_read(club):
    """A doubtful post opens the form with its figures in it."""
    post = await club.ana.send(club.lobby, "tomorrow 10k in 50:00?")
    opened = await club.ana.context_menu(club.lobby, MENU, post)
    assert opened.modal is not None and opened.modal["custom_id"] == f"run:log:{post.id}"


async def test_the_day_of_a_form_is_that_of_its_message(club):
    """A form about last week's message, with no day in it, is a run of last week."""
    post = await club.ana.send(club.lobby, "my usual loop")
    await club.travel(days=7)
    opened = await club.ana.context_menu(club.lobby, MENU, post)
    await club.ana.submit_modal(opened, {"distance": "7k"})
    assert "No runs here yet" in await club.listed(club.ana, period="week")
    assert "One run, 7 km" in await club.listed(club.ana)


async def test_today_in_a_form_is_the_day_it_is_sent(club):
    """*today*, typed under last week's message, is neither refused nor last week."""
    post = await club.ana.send(club.lobby, "my usual loop")
    await club.travel(days=7)
    opened = await club.ana.context_menu(club.lobby, MENU, post)
    await club.ana.submit_modal(opened, {"distance": "7k", "when": "today"})
    assert "One run, 7 km" in await club.listed(club.ana, period="week")


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_message_that_cannot_be_read_again_counts_once_all_the_same(club, status):
    """The sent form is that message even while Discord does not show it."""
    post = await club.ana.send(club.lobby, "my usual loop")
    first = await club.ana.context_menu(club.lobby, MENU, post)
    second = await club.ana.context_menu(club.lobby, MENU, post)
    club.env.inject_error(
        "GET", f"/channels/*/messages/{post.id}", status=status, code=0, message="no", times=1
    )
    await club.ana.submit_modal(first, {"distance": "7k"})
    again = await club.ana.submit_modal(second, {"distance": "7k"})
    assert "counts already" in again.response.content and await club.rows() == 1


async def test_nobody_takes_the_place_of_anothers_message(club, forge):
    """A form forged for Ana's message logs Ben's own run, marks nothing, and leaves Ana's log free."""
    post = await club.ana.send(club.lobby, "5k in 24:30")
    form = await club.ben.slash(club.lobby, "run log")
    forge(custom_id=f"run:log:{post.id}")
    await club.ben.submit_modal(form, {"distance": "9 km"})
    forge()
    assert club.marks(post) == []
    result = await club.ana.context_menu(club.lobby, MENU, post)
    assert "5 km in 24:30" in result.response.content and club.marks(post) == ["✅"]
    assert "One run, 9 km" in await club.listed(club.ben)


async def test_the_menu_logs_a_missed_post_once(club):
    """A post from an unread channel counts by the menu, gets its ✅, and counts only once."""
    post = await club.ana.send(club.lobby, "5k in 24:30")
    result = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    assert "5 km in 24:30" in result.response.content
    again = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    assert again.ephemeral and "counts already" in again.response.content
    post = next(m for m in club.lobby.history() if m.id == post.id)
    assert [str(r.emoji) for r in post.reactions] == ["✅"]
    assert "One run" in await club.listed(club.ana)


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
    assert "No runs here yet" in await club.listed(club.ana)


async def test_a_run_taken_back_is_not_marked_again_by_the_menu(club):
    """The menu says that it was taken back, and leaves the post unmarked."""
    await club.post(club.ana, "5k in 24:30")
    post = club.room.history()[-2]
    asked = await club.ana.slash(club.room, "run delete", run="1")
    await club.ana.click(asked.response, label="Yes, remove it")
    result = await club.ana.context_menu(club.room, "Log this as a run", post)
    assert "took this one back" in result.response.content
    assert next(m for m in club.room.history() if m.id == post.id).reactions == []


async def test_what_a_form_completed_is_not_asked_about_when_its_message_is_edited(club):
    """It counts already, as its author filled it in."""
    post = await club.ana.send(club.room, "went out this morning")
    form = await club.ana.context_menu(club.room, "Log this as a run", post)
    await club.ana.submit_modal(form, {"distance": "5k"})
    await club.ana.edit(post, "helped at parkrun")
    assert club.marks(post) == ["✅"] and await club.figures() == [(5000, None)]
