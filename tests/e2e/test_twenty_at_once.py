"""Twenty members write, edit and delete in all the ways in which runs are told, with a stop in between."""

import pytest

SAID = [
    ("5k in 24:30", (5000, 1470)),
    ("warm up 2k, 5k tempo, cool down 1k", (8000, None)),
    ("2k up, 2k back", (4000, None)),
    ("an hour along the river", (None, 3600)),
    ("planned 10k, gave up after 6", (6000, None)),
    ("PB was 24:30. Was. 5k in 24:05", (5000, 1445)),
    ("Elapsed time 31:00, 5.01 km", (5010, 1860)),
    ("stretched the 12k to 16k", (16000, None)),
    ("half an hour out on the trails", (None, 1800)),
    ("ran without a watch, lovely", (None, None)),
    ("10k in 31:40, that was my brother 😊", None),
    ("5k 19:40, she's only eleven 😂", None),
    ("10k in 57:07, he says 🙄", None),
    ("10k in 31:40, not mine", None),
    ("Session: 2k easy, 6x800, 2k easy", "🏃"),
    ("Took the dog out for an hour", "🏃"),
    ("45 minutes at ease", "🏃"),
    ("10k on Sunday, who's in?", None),
    ("8k tomorrow", None),
    ("5k in 25:10", (5000, 1510)),
]
"""What is written, and what it is: the figures of a run, 🏃 for a question, None for talk."""


@pytest.fixture
def crowd(club):
    """Twenty members."""
    people = [club.env.create_user(f"runner{n}") for n in range(len(SAID))]
    return [club.guild.add_member(person) for person in people]


@pytest.fixture
def holds(club, crowd):
    """Asserts that each member's last post is marked as what it is, and that each run counts once."""

    async def check(told):
        rows = await club.bot.database.read(
            lambda tx: tx.execute(
                "SELECT member_id, distance_m, duration_s FROM runs WHERE withdrawn_at IS NULL"
            ).fetchall()
        )
        wanted = [
            (member.id, *what)
            for member, (_, what) in zip(crowd, told, strict=True)
            if isinstance(what, tuple)
        ]
        assert sorted(map(repr, map(tuple, rows))) == sorted(map(repr, wanted))
        marks = {
            text: [m for m in club.marks(club.posts_of(member)[-1]) if m in ("✅", "🏃")]
            for member, (text, what) in zip(crowd, told, strict=True)
            if what != "gone"
        }
        assert marks == {
            text: ["✅"] if isinstance(what, tuple) else [what] if what else []
            for text, what in told
            if what != "gone"
        }

    return check


def turned():
    """Each member's post as it is after all have edited theirs into what another wrote."""
    return [*SAID[10:], *SAID[:10]]


async def test_each_run_counts_once_while_they_write_and_edit(club, crowd, holds):
    """A post counts as it stands, whatever it was before."""
    for member, (text, _) in zip(crowd, SAID, strict=True):
        await club.post(member, text)
    await holds(SAID)
    for member, (text, _) in zip(crowd, turned(), strict=True):
        await member.edit(club.posts_of(member)[-1], text)
    await holds(turned())
    await club.restart()
    await holds(turned())


async def test_each_run_counts_once_when_all_was_written_meanwhile(club, crowd, holds):
    """Posts of the time without the bot count as live ones do, without a question about the doubtful."""
    posts = zip(crowd, SAID, strict=True)
    await club.away(*((member, "send", club.room, text) for member, (text, _) in posts))
    await holds([(text, None if what == "🏃" else what) for text, what in SAID])


async def test_edits_and_deletions_meanwhile_come_to_the_same(club, crowd, holds):
    """What became another post while the bot was away counts as that, and what is gone counts no more."""
    for member, (text, _) in zip(crowd, SAID, strict=True):
        await club.post(member, text)
    after = [(text, "gone" if n % 4 == 0 else what) for n, (text, what) in enumerate(turned())]
    posts = [club.posts_of(member)[-1] for member in crowd]
    acts = [
        (member, "delete", post) if what == "gone" else (member, "edit", post, text)
        for member, post, (text, what) in zip(crowd, posts, after, strict=True)
    ]
    await club.away(*acts)
    await holds(after)
    await club.restart()
    await holds(after)
