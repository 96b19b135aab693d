"""The demo's page in the browser: simcord's preview of one channel, with our name on it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any
from zoneinfo import ZoneInfo

import simcord
from aiohttp import web
from simcord.preview import Preview
from simcord.preview._media import MediaInfo, MediaWorker, _process_media

from bot.demo.faces import draw_faces
from bot.demo.simulator import World

CAPABILITY = "demo"  # a fixed one, so that the page's address is the same after every start
TITLE = "Second Wind demo"
AVATAR = (
    "0" * 32
)  # Discord names a picture by a hash; one serves for all, the address has the id too
CDN = "https://cdn.simcord.invalid/avatars"
CHANGED = {
    "/": [
        ("SimCord Preview", TITLE),
        ('aria-hidden="true">S<', 'aria-hidden="true">🏃<'),
        ("<strong>SimCord</strong><small>Preview</small>", f"<strong>{TITLE}</strong>"),
    ],
    "/app.js": [  # opens without "#demo" behind its address, too
        ('.slice(1) : ""', f'.slice(1) : "{CAPABILITY}"'),
    ],
    "/timeline.js": [  # follow new posts, tall ones too
        ("clientHeight <= 1 ", "clientHeight <= 160 "),
        ('policy === "target") return;', 'policy !== "anchor") return;'),
        (
            "if ((snapshot.history?.hasAfter || hasNewTail)",
            'if (hasNewTail) state.scrollIntent = { policy: "bottom" };\n'
            "    if ((snapshot.history?.hasAfter || hasNewTail)",
        ),
    ],
}
STYLE = """
#capture-open, #inspector-toggle, #refresh, #messages-toggle, #messages-sidebar, #drawer-scrim,
.session-menu { display: none !important }
.brand-mark { background: none }
#channel-message-list { padding-bottom: 12px }
@media (max-width: 760px) {
  .preview-shell { --toolbar-height: 52px }
  #action-status { flex: 1 1 0; height: auto }
}
"""

Done = dict[str, Any]
Serve = Callable[[web.Request], Coroutine[Any, Any, web.Response]]
Act = Callable[[str | None, Mapping[str, Any]], Coroutine[Any, Any, Done]]


@asynccontextmanager
async def open_page(
    world: World[Any],
    channel: simcord.ChannelHandle,
    viewers: Sequence[simcord.MemberActor],
    *,
    port: int,
    zone: ZoneInfo,
    turn: asyncio.Lock,
) -> AsyncIterator[Preview]:
    """Serves the page on the loopback address; what is done in it waits for `turn`.

    Raises simcord.SetupError when the port is taken.
    """
    pictures = _pictures(world, viewers)
    page = world.env.preview(
        channel,
        viewers=viewers,
        layout="channel",
        port=port,
        locale="en-GB",
        timezone=zone.key,
        assets=pictures,
    )
    page.capability = CAPABILITY
    opened: Any = page
    opened._server._static = _dressed(page._server._static)
    opened._media_worker = _Album(picture for _, picture in pictures.values())
    opened._action = _in_turn(page._action, turn)
    async with page:
        yield page


def address(page: Preview) -> str:
    """What a visitor opens, without the fixed capability that the page knows anyway."""
    return page.url.removesuffix(f"#{CAPABILITY}")


def _pictures(
    world: World[Any], viewers: Sequence[simcord.MemberActor]
) -> dict[str, tuple[str, bytes]]:
    bot = world.env.backend.bot_user
    bot.avatar = AVATAR
    ids = [bot.id, *(viewer.id for viewer in viewers)]
    names = [bot.name, *(viewer.user.global_name or viewer.name for viewer in viewers)]
    faces = zip(ids, draw_faces(names), strict=True)
    return {f"{CDN}/{user_id}/{AVATAR}.png": ("face.png", face) for user_id, face in faces}


class _Album(MediaWorker):
    """Knows our own pictures; simcord starts a process for each one, at most eight at once."""

    def __init__(self, pictures: Iterable[bytes]) -> None:
        super().__init__()
        self._known = {picture: _process_media(picture, None) for picture in pictures}

    async def validate(
        self, key: str, blob: bytes, *, media_time: float | None = None
    ) -> MediaInfo:
        """The picture ready to be shown; a visitor's own goes the usual way."""
        return self._known.get(blob) or await super().validate(key, blob, media_time=media_time)


def _dressed(serve: Serve) -> Serve:
    async def static(request: web.Request) -> web.Response:
        reply = await serve(request)
        for old, new in CHANGED.get(request.path, ()):
            reply.text = (reply.text or "").replace(old, new)
        if request.path == "/preview.css":
            reply.text = f"{reply.text}{STYLE}"
        return reply

    return static


def _in_turn(act: Act, turn: asyncio.Lock) -> Act:
    """An action of the browser while time moves would fail, so it waits."""

    async def queued(context_id: str | None, body: Mapping[str, Any]) -> Done:
        async with turn:
            return await act(context_id, body)

    return queued
