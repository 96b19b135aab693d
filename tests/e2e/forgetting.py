"""How a member asks to be forgotten, and what is left of them in tables and in the run channel."""

from datetime import timedelta

TYPED = "5k in 24:30"


def held(tx, member_id):
    """How many rows of each table hold the member, in whatever column."""
    names = [n for (n,) in tx.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {n: [tuple(row) for row in tx.execute(f"SELECT * FROM {n}")] for n in names}
    found = {n: sum(member_id in row for row in rows[n]) for n in names}
    return {n: count for n, count in found.items() if count}


async def traces(club, member):
    """The same, asked of the running bot."""
    return await club.world.owned(club.bot.database.read(held, member.id))


async def asked(club, member, channel=None):
    """The question that `/my forget` puts."""
    result = await member.slash(channel or club.lobby, "my forget")
    assert result.ephemeral
    return result.response


async def forget(club, member):
    """Ask and say yes; a millisecond passes, since the simulated clock stands still by itself."""
    question = await asked(club, member)
    await member.click(question, label="Forget me")
    club.world.skip(timedelta(milliseconds=1))
    return question


def in_room(club):
    """What the bot has written in the run channel and is still there."""
    return [m for m in club.room.history() if m.author.id == club.bot.user.id]
