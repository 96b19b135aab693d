"""The weekly recap of a club whose members ran: when it is due, and what of what was written is one."""

from bot.recaps.model import KINDS
from bot.schedule import service as schedules
from bot.schedule.model import WEEK


async def weekly(club):
    """The plan by which it comes."""
    return await club.bot.database.read(schedules.find, KINDS[WEEK], club.guild.id, club.guild.id)


def weeks(posts):
    """Those of the posts that tell of a week."""
    return [m for m in posts if "Our week" in m.content]


async def to_monday(club):
    """Travels to the next due recap and lets it be posted; gives what was written."""
    return weeks(await club.until((await weekly(club)).due_at))


async def post_now(club):
    """Lets the organizer post at once; gives what was said to them, and what was posted."""
    told = []

    async def post():
        told.append(await club.boss.slash(club.lobby, "club recap now"))

    posts = await club.heard(post())
    return told[0].response.content, weeks(posts)
