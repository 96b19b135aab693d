"""`/run log`, `/run list`, `/run edit`, `/run delete`."""

from discord import app_commands
from discord.ext import commands

from bot import texts
from bot.parts import Parts
from bot.runs.model import KINDS, PERIODS, Form, Listing, Run
from cogs import edge, router
from cogs.edge import Interaction
from cogs.runs import asking, by_hand, changing, forms, picking, wording

KIND_CHOICES = [app_commands.Choice(name=texts.say(f"kinds.{kind}"), value=kind) for kind in KINDS]
FIELDS = {
    "distance": "5k, 3.1 mi, half …",
    "time": "24:30, 1:12:30, 45 min …",
    "when": "today, yesterday, Monday, 12 Nov …",
    "kind": "What kind of run it was",
}
"""What the options of a run take, by their names."""


@app_commands.guild_only()
class RunCommands(commands.GroupCog, name="run", description="Log, list and remove your runs"):
    """The commands of one's own runs."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts

    @app_commands.command(description="Log a run; without options, a form opens")
    @app_commands.describe(
        **FIELDS,
        note="A note that only you can read",
        private="Count it without showing it to the club",
    )
    @app_commands.choices(kind=KIND_CHOICES)
    async def log(
        self,
        interaction: Interaction,
        distance: str | None = None,
        time: str | None = None,
        when: str | None = None,
        kind: str | None = None,
        note: str | None = None,
        private: bool = False,
    ) -> None:
        """Logs what was given, or opens the form when nothing was."""
        form = Form(distance, time, when, kind, note)
        if form == Form():
            await edge.open_form(interaction, forms.log_form(private=private))
        else:
            await by_hand.log(interaction, form, private=private)

    @app_commands.command(name="list", description="Your runs, and those you can bring back")
    @app_commands.describe(period="Which of your runs")
    @app_commands.choices(
        period=[
            app_commands.Choice(name=texts.say(f"runs.period_{period}"), value=period)
            for period in PERIODS
        ]
    )
    async def list_(self, interaction: Interaction, period: str = "all") -> None:
        """The newest runs with their total, and a button to bring back each that was taken back."""
        period = period if period in PERIODS else "all"
        listing = await self._listing(interaction, period)
        back = [
            router.button("run:restore", run.run_id, _bring_back(run, listing))
            for run in listing.restorable
        ]
        content = wording.listing(listing, period=period)
        if back:
            await edge.tell(interaction, content, view=router.view(*back))
        else:
            await edge.tell(interaction, content)

    @app_commands.command(description="Remove one of your runs; it can come back for 30 days")
    @app_commands.describe(run="Pick the run")
    async def delete(self, interaction: Interaction, run: str) -> None:
        """Asks, and removes the run when the answer is yes."""
        await asking.ask_to_remove(interaction, run_id=picking.number(run))

    @app_commands.command(description="Change one of your runs; with the run alone, a form opens")
    @app_commands.describe(
        run="Pick the run",
        **FIELDS,
        note="A note that only you can read",
    )
    @app_commands.choices(kind=KIND_CHOICES)
    async def edit(
        self,
        interaction: Interaction,
        run: str,
        distance: str | None = None,
        time: str | None = None,
        when: str | None = None,
        kind: str | None = None,
        note: str | None = None,
    ) -> None:
        """Changes what was given, or opens the form of the run when nothing was."""
        form, number = Form(distance, time, when, kind, note), picking.number(run)
        if form == Form():
            await changing.open_form(interaction, number)
        else:
            await changing.change(interaction, number, form)

    @delete.autocomplete("run")
    @edit.autocomplete("run")
    async def _pick(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        picks = self._parts.database.read(
            self._parts.lists.picks,
            interaction.guild_id or 0,
            interaction.user.id,
            picking.chooser(typed),
            typed=typed,
            now=self._parts.clock(),
        )
        return await picking.offered(picks)

    async def _listing(self, interaction: Interaction, period: str) -> Listing:
        return await edge.read(
            interaction,
            self._parts.lists.listing,
            interaction.guild_id or 0,
            interaction.user.id,
            now=self._parts.clock(),
            period=period,
        )


def _bring_back(run: Run, listing: Listing) -> str:
    return texts.say("runs.bring_back", run=wording.choice(run, listing.units, listing.today))[:80]
