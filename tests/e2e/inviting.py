"""How a server takes the bot in, removes it and is away, and the hello that it hears."""

from simcord.backend import serializers

HELLO = "Hello! I keep your club's running log"


def hellos(world):
    """Each hello that was said."""
    return [m for m in world.posts() if HELLO in m.content]


async def kick(club):
    """The server removes the bot."""
    club.env.backend.emit("GUILD_DELETE", {"id": str(club.guild.id)})
    await club.world.settle()


async def outage(club):
    """Discord cannot show the server for a while."""
    club.env.backend.emit("GUILD_DELETE", {"id": str(club.guild.id), "unavailable": True})
    await club.world.settle()


async def shown(club, *, invited):
    """The server is shown to the bot: it was invited (again), or an outage is over."""
    backend = club.env.backend
    payload = dict(serializers.guild_create_payload(backend, backend.get_guild(club.guild.id)))
    if invited:
        payload.pop("unavailable")  # its absence is how discord.py knows a new server
    backend.emit("GUILD_CREATE", payload)
    await club.world.settle()


async def ready_again(club):
    """Discord begins a new session, as it does every other day."""

    async def dispatch():
        club.bot.dispatch("ready")

    await club.world.owned(dispatch())
