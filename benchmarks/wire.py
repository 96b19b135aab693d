"""Discord's REST side in a process of its own, so that only the bot's end of each call is measured.

A reaction is answered with 204 and a message with itself, at once, with the rate limit headers that
discord.py reads. TLS, compression and Discord's longer answers are left out: real calls cost more.
"""

import itertools
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import discord
from aiohttp import web

from benchmarks.payloads import US, Payload, author, message

_LIMITS = {
    "X-RateLimit-Limit": "1000",
    "X-RateLimit-Remaining": "999",
    "X-RateLimit-Reset": "1795600800.000",
    "X-RateLimit-Reset-After": "0.001",
}
_numbers = itertools.count(2**21)


@contextmanager
def rest_side() -> Iterator[None]:
    """Starts the process, and sends every REST call of this one there meanwhile."""
    command = [sys.executable, "-m", "benchmarks.wire"]
    discords = discord.http.Route.BASE
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as side:
        assert side.stdout is not None
        discord.http.Route.BASE = side.stdout.readline().strip()
        try:
            yield
        finally:
            discord.http.Route.BASE = discords
            side.terminate()


async def _me(_: web.Request) -> web.Response:
    return _json(author(US, bot=True), "me")


async def _react(_: web.Request) -> web.Response:
    return web.Response(status=204, headers={**_LIMITS, "X-RateLimit-Bucket": "reactions"})


async def _send(request: web.Request) -> web.Response:
    """The message as it was sent, with its buttons."""
    sent: Payload = await request.json()
    stored = message(next(_numbers), sent["content"], author(US, bot=True))
    kept = {name: sent[name] for name in ("nonce", "components", "message_reference")}
    return _json({**stored, **kept}, "messages")


def _json(payload: Payload, bucket: str) -> web.Response:
    headers = {**_LIMITS, "X-RateLimit-Bucket": bucket, "Content-Type": "application/json"}
    return web.Response(body=json.dumps(payload), headers=headers)


def _serve() -> None:
    app = web.Application()
    app.router.add_get("/users/@me", _me)
    app.router.add_put("/channels/{channel}/messages/{message}/reactions/{emoji}/@me", _react)
    app.router.add_post("/channels/{channel}/messages", _send)
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    web.run_app(app, sock=listening, print=None, access_log=None)


if __name__ == "__main__":
    _serve()
