"""How Discord behaves where simcord does not model it: one `Wire` between a bot and its server."""

import asyncio
import copy
import fnmatch
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, Literal
from weakref import WeakKeyDictionary

import discord
import simcord
from simcord import components, gateway, interactions, results
from simcord.backend import Backend, serializers
from simcord.backend.models import Interaction
from simcord.enums import ChannelType
from simcord.http import client, router

Kind = Literal["lost", "resent", "limited", "hanging"]
Person = simcord.MemberActor | simcord.UserHandle
Call = Mapping[str, Any]
"""What goes with a method and a path: json, params, files, reason."""

GIVEN_UP_AFTER = timedelta(minutes=5)
NONCE_LIFE = timedelta(minutes=5)
OLD_AFTER = timedelta(hours=1)
_PLAIN = frozenset({str, int, float, bool, type(None)})
_MESSAGES = re.compile(r"/channels/(\d+)/messages")
_MESSAGE = re.compile(r"/channels/(\d+)/messages/(\d+)")


@dataclass
class _Trouble:
    kind: Kind
    method: str
    path: str
    left: int | None

    def strikes(self, method: str, path: str) -> bool:
        """Whether this call is hit; counts down when it is."""
        if self.left == 0 or self.method != method or not fnmatch.fnmatch(path, self.path):
            return False
        self.left = None if self.left is None else self.left - 1
        return True


class Wire:
    """Remembers nonces, and on request loses answers, limits, closes doors, speaks languages.

    `path` is a pattern such as "/channels/*/messages"; `times=None` goes on until `calm`.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._nonces: dict[tuple[str, str], tuple[datetime, int]] = {}
        self._troubles: list[_Trouble] = []
        self._closed: set[int] = set()
        self._old_edits: defaultdict[int, list[datetime]] = defaultdict(list)
        self._old_edits_allowed: int | None = None
        self._locales: dict[int, str] = {}
        _wires[backend] = self

    def lose_answer(self, method: str, path: str, *, times: int | None = 1) -> None:
        """Matching calls take effect, but the bot sees a server error."""
        self._troubles.append(_Trouble("lost", method, path, times))

    def resend(self, method: str, path: str, *, times: int | None = 1) -> None:
        """An answer gets lost and the call goes out again, as discord.py does after a 502."""
        self._troubles.append(_Trouble("resent", method, path, times))

    def limit(self, method: str, path: str, *, times: int | None = 1) -> None:
        """Matching calls have no effect and end as a long rate limit does in discord.py."""
        self._troubles.append(_Trouble("limited", method, path, times))

    def hang(self, method: str, path: str, *, times: int | None = 1) -> None:
        """Matching calls never come back, until aiohttp gives them up after its five minutes."""
        self._troubles.append(_Trouble("hanging", method, path, times))

    async def hold(self, method: str, path: str) -> None:
        """Keeps a call that hangs; every other one may go on. Raises TimeoutError in the end."""
        hanging = [trouble for trouble in self._troubles if trouble.kind == "hanging"]
        if any(trouble.strikes(method, path) for trouble in hanging):
            await asyncio.sleep(GIVEN_UP_AFTER.total_seconds())
            raise TimeoutError

    def limit_old_edits(self, allowed: int) -> None:
        """A message older than an hour takes so many edits an hour, then 429 with code 30046."""
        self._old_edits_allowed = allowed

    def close_messages(self, person: Person) -> None:
        """The person takes no direct messages any more."""
        self._closed.add(person.id)

    def open_messages(self, person: Person) -> None:
        """The person takes direct messages again."""
        self._closed.discard(person.id)

    def speak(self, person: Person, locale: str) -> None:
        """The person's Discord is in this language from now on ("de", "pt-BR")."""
        self._locales[person.id] = locale

    def calm(self) -> None:
        """End every trouble, limit and closed door."""
        self._troubles.clear()
        self._closed.clear()
        self._old_edits_allowed = None

    def locale(self, user_id: int) -> str:
        """What an interaction of this person says about their language."""
        return self._locales.get(user_id, "en-US")

    def carry(self, method: str, path: str, call: Call) -> object:
        """Take one call to the server and bring back what the bot gets to see."""
        troubles = [trouble for trouble in self._troubles if trouble.kind != "hanging"]
        kind = next((trouble.kind for trouble in troubles if trouble.strikes(method, path)), None)
        refusal = _limited(path) if kind == "limited" else self._refusal(method, path)
        if refusal is not None:
            self._note(method, path, call)
            raise refusal
        answer = self._send(method, path, call)
        if kind == "lost":
            raise _server_error(502, "Bad Gateway")
        return self._send(method, path, call) if kind == "resent" else answer

    def _send(self, method: str, path: str, call: Call) -> object:
        key = _nonce(method, path, call)
        if key is None:
            return _deliver(self._backend, method, path, call)
        if (known := self._known(key)) is not None:
            self._note(method, path, call)
            return known
        answer = _deliver(self._backend, method, path, call)
        self._nonces[key] = self._backend.clock.now(), int(answer["id"])
        return {**answer, "nonce": key[1]}

    def _known(self, key: tuple[str, str]) -> dict[str, Any] | None:
        if key not in self._nonces:
            return None
        when, message_id = self._nonces[key]
        message = self._backend.messages[int(key[0].split("/")[2])].get(message_id)
        if message is None or self._backend.clock.now() - when >= NONCE_LIFE:
            return None
        return {**serializers.message_payload(self._backend, message), "nonce": key[1]}

    def _refusal(self, method: str, path: str) -> Exception | None:
        if method == "POST" and (found := _MESSAGES.fullmatch(path)):
            return self._closed_door(int(found[1]))
        if method == "PATCH" and (found := _MESSAGE.fullmatch(path)):
            return self._too_many_edits(int(found[2]))
        return None

    def _closed_door(self, channel_id: int) -> Exception | None:
        channel = self._backend.channels.get(channel_id)
        if channel is None or channel.type != ChannelType.DM:
            return None
        if self._closed.isdisjoint(channel.recipient_ids):
            return None
        return simcord.BackendError(403, 50007, "Cannot send messages to this user")

    def _too_many_edits(self, message_id: int) -> Exception | None:
        now, posted = self._backend.clock.now(), discord.utils.snowflake_time(message_id)
        if self._old_edits_allowed is None or now - posted <= OLD_AFTER:
            return None
        recent = [at for at in self._old_edits[message_id] if now - at < OLD_AFTER]
        if len(recent) >= self._old_edits_allowed:
            words = "Maximum number of edits to messages older than 1 hour reached"
            return simcord.BackendError(429, 30046, words)
        self._old_edits[message_id] = [*recent, now]
        return None

    def _note(self, method: str, path: str, call: Call) -> None:
        params = dict(call.get("params") or {})
        entry = simcord.HttpLogEntry(method, path, params, call.get("json"), call.get("reason"))
        self._backend.http_requests.append(entry)


_wires: WeakKeyDictionary[Backend, Wire] = WeakKeyDictionary()
_dispatch, _base_payload = router.dispatch, interactions.base_payload


def _nonce(method: str, path: str, call: Call) -> tuple[str, str] | None:
    body = call.get("json")
    if method != "POST" or not _MESSAGES.fullmatch(path) or not isinstance(body, dict):
        return None
    if not body.get("enforce_nonce") or body.get("nonce") is None:
        return None
    return path, str(body["nonce"])


def _deliver(backend: Backend, method: str, path: str, call: Call) -> Any:  # noqa: ANN401
    try:
        return _own_marks(backend, method, path, _dispatch(backend, method, path, **call))
    except (simcord.RouteNotImplemented, simcord.UnsupportedField):
        raise
    except simcord.BackendError as error:
        if error.status >= 500:  # simcord words these as a plain HTTPException
            raise _server_error(error.status, error.message) from error
        raise


def _own_marks(backend: Backend, method: str, path: str, answer: Any) -> Any:  # noqa: ANN401
    """Messages that were asked for, in which the bot sees which reactions are its own."""
    found = re.fullmatch(r"/channels/(\d+)/messages(/\d+)?", path)
    if method != "GET" or found is None:
        return answer
    stored = backend.messages[int(found[1])]
    for message in answer if isinstance(answer, list) else [answer]:
        reactions = [each for each in stored[int(message["id"])].reactions if each.user_ids]
        for shown, reaction in zip(message["reactions"], reactions, strict=True):
            shown["me"] = backend.bot_user.id in reaction.user_ids
    return answer


def _server_error(status: int, reason: str) -> discord.DiscordServerError:
    response: Any = SimpleNamespace(status=status, reason=reason, headers={})
    return discord.DiscordServerError(response, reason)


def _limited(path: str) -> Exception:
    # Interactions have a client of their own in discord.py, which knows no RateLimited.
    if path.startswith(("/interactions/", "/webhooks/")):
        return simcord.BackendError(429, 0, "You are being rate limited.")
    return discord.RateLimited(60.0)


def _carried(backend: Backend, method: str, path: str, **call: object) -> object:
    wire = _wires.get(backend)
    return wire.carry(method, path, call) if wire else _deliver(backend, method, path, call)


def _worded(
    backend: Backend,
    *,
    type: int,
    channel_id: int,
    guild_id: int | None,
    user_id: int,
    data: dict[str, Any],
) -> tuple[Interaction, dict[str, Any]]:
    record, payload = _base_payload(
        backend,
        type=type,
        channel_id=channel_id,
        guild_id=guild_id,
        user_id=user_id,
        data=data,
    )
    wire = _wires.get(backend)
    return record, payload if wire is None else {**payload, "locale": wire.locale(user_id)}


def _held(request: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """A request that waits while its wire holds it."""

    async def held(
        self: client.FakeHTTPClient | client.FakeWebhookAdapter,
        route: discord.http.Route,
        *rest: Any,  # noqa: ANN401
        **named: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        if (wire := _wires.get(self.backend)) is not None:
            await wire.hold(route.method, client._path_of(route.url))
        return await request(self, route, *rest, **named)

    return held


_rest, _webhooks = client.FakeHTTPClient.request, client.FakeWebhookAdapter.request


def _copied(value: object) -> object:
    """What `copy.deepcopy` gives of the JSON that simcord copies all the time, in a fifth of its time."""
    if type(value) is dict:
        return {key: _copied(inner) for key, inner in value.items()}
    if type(value) is list:
        return [_copied(inner) for inner in value]
    return value if type(value) in _PLAIN else copy.deepcopy(value)


def install() -> None:
    """Put the wires into simcord's way, and a quick copy in place of its own; bots without a `Wire` notice nothing."""
    setattr(client.FakeHTTPClient, "request", _held(_rest))  # noqa: B010
    setattr(client.FakeWebhookAdapter, "request", _held(_webhooks))  # noqa: B010
    router.dispatch = _carried
    interactions.base_payload = _worded
    for importing_copy in (gateway, router):
        vars(importing_copy).update(copy=SimpleNamespace(deepcopy=_copied))
    for importing_deepcopy in (components, results, serializers):
        vars(importing_deepcopy).update(deepcopy=_copied)
