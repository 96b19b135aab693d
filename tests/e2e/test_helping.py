"""Helping out at a run: an active day without a run, logged, seen, changed and taken back like one."""


async def helped(club, **options):
    """Ana logs a day of helping out."""
    return await club.ana.slash(club.room, "run log", kind="volunteer", **options)


async def test_a_day_of_helping_out_is_answered_kindly(club):
    """An active day, told as such for all to see, with the milestone and no figures."""
    result = await helped(club)
    assert not result.ephemeral
    told = result.response.content
    assert "**helped out**" in told and "your first time helping out here" in told
    assert "An active day this week" in told and "km" not in told


async def test_beside_runs_it_changes_no_sum(club):
    """The week has its one run, and the list tells the days of helping out by themselves."""
    await club.post(club.ana, "5k in 24:30")
    assert "5 km this week, one run" in (await helped(club)).response.content
    listed = await club.listed(club.ana)
    assert "today · helped out" in listed
    assert "One run, 5 km" in listed and "Helped out once" in listed


async def test_figures_are_refused_with_a_way_on(club):
    """Nothing is saved, and the answer says what to do."""
    result = await helped(club, distance="5k")
    assert result.ephemeral and "log that by itself" in result.response.content
    assert await club.rows() == 0
    assert len(club.env.errors) == 1  # simcord notes what the bot's own handler worded


async def test_a_post_is_asked_about_and_counts_at_its_authors_word(club):
    """🏃 below it, and the author's own 🏃 makes it an active day."""
    assert await club.post(club.ana, "volunteered at parkrun today, so many smiles") == []
    post = club.room.history()[-1]
    assert club.marks(post) == ["🏃"] and await club.rows() == 0
    (answer,) = await club.heard(club.ana.react(post, "🏃"))
    assert "helped out" in answer.content and "✅" in club.marks(post)
    await club.ana.delete(post)
    assert club.seen(answer) is None
    assert "No runs here yet" in await club.listed(club.ana)


async def test_a_direct_message_is_asked_about_in_words(club):
    """Where nobody else reads it, the question has buttons; a yes makes it an active day, in private."""
    await club.post(club.ana, "5k in 24:30")
    (question,) = await club.heard(club.ana.user.send_dm("helped at parkrun this morning"))
    assert "helping out" in question.content and await club.rows() == 1
    (answer,) = await club.heard(club.ana.user.click(question, label="Yes, count it"))
    assert "helped out" in answer.content and "only you" in answer.content
    assert club.seen(question) is None and await club.rows() == 2


async def test_a_direct_message_that_was_none_is_let_go(club):
    """A no ends the question, and the same words are not asked about again."""
    post = await club.ana.user.send_dm("helped at parkrun this morning")
    question = club.world.inbox(club.ana.user)[-1]
    await club.restart()
    await club.ana.user.click(question, label="No")
    assert club.seen(question) is None and await club.rows() == 0
    await club.ana.user.edit(post, "helped at parkrun this evening")
    assert "helping out" in club.world.inbox(club.ana.user)[-1].content


async def test_an_edit_settles_the_question_about_a_direct_message(club):
    """Put right, it counts and nothing is asked any more; made into talk, it is left in peace."""
    for words, counted in (("ran 5k in 24:30", 1), ("thanks!", 1)):
        post = await club.ana.user.send_dm("helped at parkrun this morning")
        question = club.world.inbox(club.ana.user)[-1]
        assert "helping out" in question.content
        await club.ana.user.edit(post, words)
        assert club.seen(question) is None and await club.rows() == counted


async def test_one_that_counts_is_asked_about_again_when_it_is_edited(club):
    """Other words in doubt let nothing go without a word: the question comes again, and a yes keeps the day."""
    post = await club.ana.user.send_dm("helped at parkrun this morning")
    await club.ana.user.click(club.world.inbox(club.ana.user)[-1], label="Yes, count it")
    await club.ana.user.edit(post, "helped at parkrun this morning, such a lovely crowd")
    again = club.world.inbox(club.ana.user)[-1]
    assert "helping out" in again.content
    await club.ana.user.click(again, label="Yes, count it")
    assert "helped out" in await club.listed(club.ana) and club.marks(post) == ["✅"]
    assert "helped out" in club.world.inbox(club.ana.user)[-1].content


async def test_an_unanswered_question_in_private_goes_within_the_hour(club):
    """Nothing is counted then."""
    await club.ana.user.send_dm("helped at parkrun this morning")
    question = club.world.inbox(club.ana.user)[-1]
    await club.env.advance_time(61 * 60)
    assert club.seen(question) is None and await club.rows() == 0


async def test_it_is_picked_by_its_name_and_comes_back(club):
    """The pickers call it what it is; removed, it can be brought back."""
    await helped(club)
    choices = await club.ana.autocomplete(club.room, "run delete", "run", "helped")
    assert [choice["name"] for choice in choices] == ["today · helped out"]
    await club.remove(club.ana)
    listed = await club.ana.slash(club.room, "run list")
    back = await club.ana.click(listed.response, label="Bring back: today · helped out")
    assert "helped out" in back.response.content


async def test_the_form_of_a_post_knows_what_it_told(club):
    """*Log this as a run* on one's own post opens the form with the kind chosen."""
    post = await club.ana.send(club.lobby, "marshalled at the race, frozen feet")
    form = await club.ana.context_menu(club.lobby, "Log this as a run", post)
    (chosen,) = [option for option in _options(form.modal) if option.get("default")]
    assert chosen["value"] == "volunteer"
    result = await club.ana.submit_modal(form, {"kind": ["volunteer"]})
    assert "helped out" in result.response.content


async def test_the_recap_thanks_who_helped(club):
    """By name, beside those who ran."""
    await club.post(club.ben, "8 km")
    await helped(club)
    shown = await club.boss.slash(club.room, "recap", week="this")
    assert "Helped out, so that others could run: " + club.ana.mention in shown.response.content
    assert "**one run**" in shown.response.content


def _options(modal):
    """The options of the selects in a form."""
    rows = modal["components"]
    return [option for row in rows for option in row["component"].get("options", ())]
