"""The form of a run, for logging and for editing; its answers come in by the router."""

from typing import Any

import discord

from bot import texts
from bot.runs.model import KINDS, MAX_NOTE, Form, Run
from bot.runs.parse import Reading
from bot.texts import figures
from cogs import router
from cogs.router import Press

_HINTED = ("distance", "time", "when")


EMPTY = Form()


def log_form(*, private: bool, begun: Form = EMPTY, message_id: int = 0) -> discord.ui.Modal:
    """The form of a new run, filled with what is known already; `message_id` if it is about a message."""
    if private:
        return _form("runs.form_title_private", router.identity("run:private", 0), begun)
    return _form("runs.form_title", router.identity("run:log", message_id), begun)


def begun(reading: Reading) -> Form:
    """What a doubtful message told, for its author to complete."""
    if not reading.runs:
        return EMPTY
    run = reading.runs[0]
    return Form(
        distance=figures.distance(run.distance_m, "km") if run.distance_m else None,
        time=figures.duration(run.duration_s) if run.duration_s else None,
        kind=run.kind,
    )


def edit_form(run: Run, units: str) -> discord.ui.Modal:
    """The form of a run as it is; a field left empty stays as it was."""
    begun = Form(
        distance=figures.distance(run.distance_m, units) if run.distance_m else None,
        time=figures.duration(run.duration_s) if run.duration_s else None,
        when=run.day.isoformat(),
        kind=run.kind,
        note=run.note,
    )
    return _form("runs.form_title_edit", router.identity("run:edited", run.run_id), begun)


def sent(press: Press) -> Form:
    """What somebody typed into either form."""
    return Form(**{name: press.fields.get(name) for name in Form.__dataclass_fields__})


def _form(title: str, custom_id: str, begun: Form) -> discord.ui.Modal:
    modal = discord.ui.Modal(title=texts.say(title), custom_id=custom_id, timeout=None)
    for name in _HINTED:
        modal.add_item(_labelled(name, _field(name, getattr(begun, name))))
    modal.add_item(_labelled("kind", _kinds(begun.kind)))
    modal.add_item(_labelled("note", _field("note", begun.note, limit=MAX_NOTE, long=True)))
    modal.stop()  # the router serves it; discord.py need not keep it
    return modal


def _labelled(name: str, component: discord.ui.Item[Any]) -> discord.ui.Label[Any]:
    return discord.ui.Label(text=texts.say(f"runs.form_{name}"), component=component)


def _field(
    name: str, begun: str | None, *, limit: int = 40, long: bool = False
) -> discord.ui.TextInput[Any]:
    return discord.ui.TextInput(
        custom_id=name,
        placeholder=texts.say(f"runs.form_{name}_hint"),
        default=begun[:limit] if begun else None,
        required=False,
        max_length=limit,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
    )


def _kinds(begun: str | None) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(label=texts.say(f"kinds.{kind}"), value=kind, default=kind == begun)
        for kind in KINDS
    ]
    return discord.ui.Select(custom_id="kind", options=options, min_values=0, required=False)
