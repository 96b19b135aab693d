"""What tests of `/club` do all the time: read private answers, pick in panels, ask what is chosen."""

from bot.errors import Refusal


async def told(action):
    """What the bot answered, which only the member sees."""
    result = await action
    assert result.ephemeral
    return (result.followups or [result.response])[-1].content


async def refused(club, action):
    """The same for a command that was refused; the simulator notes a refusal as an error."""
    content = await told(action)
    assert all(isinstance(error.original, Refusal) for error in club.env.errors)
    return content


async def pick(club, member, panel, verb, values):
    """What a picker of this panel shows afterwards."""
    custom_id = f"club:{verb}:{club.guild.id}"
    result = await member.select(panel.response, values, custom_id=custom_id)
    return result.response.content


def chosen(panel, verb):
    """What a picker shows as chosen now."""
    items = [item for row in panel.response.components for item in row["components"]]
    (picker,) = [item for item in items if item["custom_id"].startswith(f"club:{verb}:")]
    if "options" in picker:
        return [option["value"] for option in picker["options"] if option.get("default")]
    return [int(value["id"]) for value in picker.get("default_values", [])]


def hears(club, channel, member=None):
    """Whether posts in a channel are read, of Ana unless somebody else is named."""
    return club.bot.parts.listening.hears(channel.id, None, (member or club.ana).id)
