"""The picture of the house as rows: which place may know which, and who may touch the world outside."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PLAIN = "bot.errors bot.clock bot.almanac"
ROOMS = "bot.*.service bot.*.model bot.*.refusals bot.runs.parse bot.texts"
RUNS = (
    "bot.runs.following bot.runs.listing bot.runs.answers bot.runs.asking bot.runs.holding bot.runs.counted"
    " bot.runs.mending"
)
LOOKED_BACK = "bot.runs.history bot.runs.sums"
READER = ("words", "figures", "posts", "stances", "roles", "drafts", "evidence", "doubts")
EDGE = f"{PLAIN} {ROOMS} {RUNS} cogs bot.invite bot.logs bot.parts bot.db.database bot.settings bot.schedule"

# The first row that fits a module is its own. A name stands for what lies beneath it, too; {room} is the
# module's own room, so that no room opens another one's store.
HOUSE = (
    # place             may know
    ("bot.app", "bot cogs"),
    ("bot.demo", "bot"),
    ("bot.__main__", "bot.cli"),
    (
        "bot.cli",
        f"{PLAIN} bot.app bot.demo bot.db bot.settings bot.logs bot.invite bot.version bot.runs.parse"
        " bot.checkup",
    ),
    ("bot.checkup", f"{PLAIN} bot.doctor bot.settings bot.invite bot.texts cogs.club.visiting"),
    ("bot.settings", f"{PLAIN} bot.logs"),
    ("bot.logs", "bot.errors"),
    (
        "bot.parts",
        f"{PLAIN} bot.settings bot.db bot.schedule bot.clubs.listening bot.*.model bot.*.service"
        f" {RUNS} bot.care.calm bot.care.waiting bot.corrections.untold",
    ),
    (
        "bot.upkeep",
        f"bot.challenges.carding bot.recaps.personal {PLAIN} bot.settings bot.db bot.schedule bot.*.service",
    ),
    ("bot.errors", ""),
    ("bot.clock", ""),
    ("bot.almanac", ""),
    ("bot.invite", ""),
    ("bot.version", ""),
    ("bot.__init__", ""),
    ("bot.texts", "{room} bot.errors"),
    ("bot.render", "{room}"),
    ("bot.db", f"{PLAIN} {{room}}"),
    ("bot.schedule", f"{PLAIN} {{room}} bot.db"),
    *(
        (f"bot.runs.parse.{stage}", " ".join(f"bot.runs.parse.{one}" for one in READER[: at + 1]))
        for at, stage in enumerate(READER)
    ),
    ("bot.runs.parse", "bot.runs.parse"),
    ("bot.recaps.model", "bot.*.model bot.almanac bot.errors bot.recaps.findings"),
    ("bot.*.model", "bot.*.model bot.almanac bot.errors"),
    ("bot.recaps.store", "bot.*.model bot.almanac bot.errors bot.recaps.own"),
    ("bot.*.store", "bot.*.model bot.almanac bot.errors"),
    ("bot.*.refusals", "bot.*.model bot.errors bot.texts"),
    (
        "bot.corrections.service",
        f"{PLAIN} {ROOMS} bot.runs.listing bot.runs.mending {{room}} bot.db",
    ),
    ("bot.members.naming", f"{PLAIN} {ROOMS} {{room}} bot.runs.answers"),
    ("bot.members.forget", f"{PLAIN} {ROOMS} {{room}} bot.db bot.runs.answers"),
    ("bot.doctor", f"{PLAIN} {ROOMS} {{room}} bot.db bot.schedule"),
    ("bot.*.*", f"{PLAIN} {ROOMS} {LOOKED_BACK} {{room}} bot.db"),
    ("cogs.edge", f"{EDGE} bot.app"),  # the type of the client
    ("cogs.trying", "bot.logs bot.db.failures cogs.faults"),
    ("cogs.faults", f"{PLAIN} bot.logs bot.texts bot.db.failures"),
    (
        "cogs",
        f"{EDGE} bot.care.calm bot.members.export bot.members.forget bot.members.naming bot.doctor.report"
        " bot.challenges.carding bot.challenges.joining bot.challenges.kinds bot.challenges.occasions"
        " bot.challenges.drafting bot.challenges.recounting bot.challenges.retyping"
        " bot.challenges.routes"
        " bot.challenges.standing"
        " bot.challenges.templates bot.challenges.when bot.recaps.personal bot.recaps.own"
        " bot.recaps.findings bot.recaps.letters",
    ),
)

# library            may be touched by
LIBRARIES = {
    "discord": "cogs bot.app bot.cli bot.demo",
    "simcord": "bot.demo",
    "aiosqlite": "bot.db.database",
    "apscheduler": "bot.schedule",
    "resvg": "bot.render.drawing",
    "resvg_py": "bot.render.drawing",
    "sqlite3": (
        f"bot.db bot.schedule bot.*.store bot.*.service {RUNS} {LOOKED_BACK} bot.runs.posts bot.runs.held"
        " bot.runs.viewing bot.runs.retelling bot.runs.doubting bot.members bot.upkeep bot.app bot.challenges"
        " bot.recaps bot.demo cogs.edge cogs.delivery"
    ),
}

# what the machine says of itself      may be asked by
MACHINE = {
    "datetime.datetime.now": "bot.clock",
    "datetime.datetime.utcnow": "",
    "datetime.datetime.today": "",
    "datetime.date.today": "",
    "time.time": "",
    "time.time_ns": "",
    "discord.utils.utcnow": "bot.app bot.demo",
    "random.*": "",  # chance comes from a generator of one's own, handed in
}
OWN_GENERATORS = ("random.Random", "random.SystemRandom")

NO_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"}


class Module:
    """One source file, by its dotted name, and what stands in it."""

    def __init__(self, root: Path, path: Path) -> None:
        self.root = root
        self.name = ".".join(path.relative_to(root).with_suffix("").parts)
        self.nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))

    def imports(self) -> Iterator[tuple[str, str]]:
        """The name an import has here, and what it is, dotted: ("Run", "bot.runs.model.Run")."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((alias.asname or alias.name, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                home = self._home(node)
                yield from ((a.asname or a.name, f"{home}.{a.name}") for a in node.names)

    def knows(self) -> set[str]:
        """The modules it imports, whether for running or as a type."""
        return {self._module(target) for _, target in self.imports()}

    def mentions(self) -> set[str]:
        """Every dotted name in it, with the imported names written out."""
        called = dict(self.imports())
        found = set()
        for node in self.nodes:
            head, dot, rest = _dotted(node).partition(".")
            if head in called:
                found.add(f"{called[head]}{dot}{rest}")
        return found

    def _home(self, node: ast.ImportFrom) -> str:
        above = self.name.split(".")[: -node.level] if node.level else []
        return ".".join([*above, *filter(None, [node.module])])

    def _module(self, target: str) -> str:
        """`target`, less its last word where that is no module but something in one."""
        place = self.root / target.replace(".", "/")
        exists = place.is_dir() or place.with_suffix(".py").exists()
        ours = target.startswith(("bot.", "cogs."))
        return target if exists or not ours else target.rpartition(".")[0]


def _dotted(node: ast.AST) -> str:
    """A name, or names joined by dots, as it was written; empty for everything else."""
    names = list[str]()
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return ".".join([node.id, *names]) if isinstance(node, ast.Name) else ""


def modules(root: Path) -> list[Module]:
    return [
        Module(root, path) for top in ("bot", "cogs") for path in sorted((root / top).rglob("*.py"))
    ]


def fits(name: str, places: str) -> bool:
    """Whether a name is, or lies beneath, one of the places."""
    return any(fnmatchcase(name, p) or fnmatchcase(name, f"{p}.*") for p in places.split())


def wrong_arrows(house: list[Module]) -> list[str]:
    """A line for each module that knows what its place may not know."""
    return [line for module in house for line in _wrong_arrows_of(module)]


def _wrong_arrows_of(module: Module) -> Iterator[str]:
    may = next((may for place, may in HOUSE if fits(module.name, place)), None)
    if may is None:
        yield f"{module.name} stands nowhere in the picture"
        return
    may = may.format(room=".".join(module.name.split(".")[:2]))
    for known in sorted(module.knows()):
        top = known.partition(".")[0]
        if top in ("bot", "cogs") and not fits(known, may):
            yield f"{module.name} -> {known}, but it may know only: {may or 'nothing of ours'}"
        if not fits(module.name, LIBRARIES.get(top, module.name)):
            yield f"{module.name} -> {known}, which is for: {LIBRARIES[top]}"


def asked_the_machine(house: list[Module]) -> list[str]:
    """A line for each module that asks for the time or for chance by itself."""
    return [
        f"{module.name} asks {mention}"
        for module in house
        for mention in sorted(module.mentions())
        for question, places in MACHINE.items()
        if fits(mention, question) and not fits(mention, " ".join(OWN_GENERATORS))
        if not fits(module.name, places)
    ]


def empty_names(house: list[Module]) -> list[str]:
    """The modules whose name says nothing of what they hold."""
    names = (module.name for module in house)
    return [name for name in names if NO_NAMES & set(name.replace(".", "_").split("_"))]


@pytest.fixture(scope="module")
def ours():
    """Every module of the bot, read once."""
    return modules(ROOT)


def test_arrows_point_one_way(ours):
    """Every import in the house follows the picture."""
    assert wrong_arrows(ours) == []


def test_time_and_chance_are_handed_in(ours):
    """Nothing but the clock asks the machine for the time, and nothing rolls its dice."""
    assert asked_the_machine(ours) == []


def test_every_module_has_a_name(ours):
    """No module is named after nothing in particular."""
    assert empty_names(ours) == []


OTHERS = ("bot/runs/store.py", "bot/runs/model.py", "bot/runs/service.py", "bot/clubs/service.py")


@pytest.fixture
def house(tmp_path):
    """A function that adds one file to a small house, in which all is well without it, and gives its modules."""

    def add(path: str, text: str) -> list[Module]:
        for file in (*OTHERS, path):
            Path(tmp_path, file).parent.mkdir(parents=True, exist_ok=True)
            Path(tmp_path, file).write_text(text if file == path else "")
        return modules(tmp_path)

    return add


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("cogs/runs.py", "from bot.runs import store"),
        ("cogs/runs.py", "from bot.runs.store import insert"),
        ("cogs/runs.py", "import bot.runs.store as s"),
        ("bot/runs/model.py", "from bot import texts"),
        ("bot/runs/model.py", "def f():\n    import sqlite3"),
        ("bot/runs/model.py", "from . import store"),
        ("bot/runs/store.py", "from bot.clubs.service import club"),
        ("bot/clubs/service.py", "from bot.runs.store import counted"),
        (
            "bot/clubs/service.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import discord",
        ),
        ("bot/clubs/service.py", "from discord.ext import commands"),
        ("bot/clubs/service.py", "import cogs.runs"),
        ("bot/texts/lookup.py", "from bot.runs.model import Run"),
        ("bot/runs/parse/read.py", "from bot.runs.model import Run"),
        ("bot/runs/parse/words/tokens.py", "from bot.runs.parse.figures import times"),
        ("bot/runs/parse/roles/legs.py", "from bot.runs.parse import explain"),
        ("bot/anything.py", ""),
    ],
)
def test_a_wrong_arrow_is_seen(house, path, text):
    """An import against the picture is one line that names both ends."""
    (line,) = wrong_arrows(house(path, text))
    assert line.startswith(path.removesuffix(".py").replace("/", "."))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("cogs/runs.py", "import discord\nfrom bot.runs import service, model"),
        (
            "bot/runs/service.py",
            "import sqlite3\nfrom bot.runs import store\nfrom bot.clubs import service",
        ),
        ("bot/runs/model.py", "from bot.clubs.model import Club\nfrom bot.almanac import week_of"),
        ("bot/app.py", "import discord\nfrom cogs import house"),
    ],
)
def test_a_right_arrow_is_left_alone(house, path, text):
    """What the picture shows is allowed."""
    assert wrong_arrows(house(path, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import datetime as dt\ndt.now()",
        "import datetime\nnow = datetime.datetime.now",
        "from datetime import date\ndate.today()",
        "from time import time\ntime()",
        "import random\nrandom.choice([1])",
        "from random import choice\nchoice([1])",
        "from discord.utils import utcnow\nutcnow()",
    ],
)
def test_asking_the_machine_is_seen(house, text):
    """A module that takes the time or a chance by itself is named, however it imports them."""
    assert len(asked_the_machine(house("bot/runs/service.py", text))) == 1


def test_time_that_is_handed_in_is_left_alone(house):
    """A value named like a module, a generator of one's own and a stopwatch are fine."""
    text = "import random\nfrom time import monotonic\nrandom.Random(1).choice([1])\nmonotonic()"
    assert asked_the_machine(house("bot/runs/service.py", text)) == []
    assert (
        asked_the_machine(house("bot/runs/service.py", "def f(random): random.choice([1])")) == []
    )


def test_an_empty_name_is_seen(house):
    """A module for anything and everything is named."""
    assert empty_names(house("cogs/run_utils.py", "")) == ["cogs.run_utils"]
