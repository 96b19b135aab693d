"""Builds the Noto fonts and the emoji of the pictures anew from their sources, and says how they differ from ours.

    pip install fonttools
    apt-get download fonts-noto-core=20201225-1 fonts-noto-cjk=1:20220127+repack1-1
    npm pack @discordapp/twemoji@16.0.1
    python -m scripts.assets FOLDER_WITH_THESE [FOLDER_FOR_WHAT_IS_BUILT]

Nothing shipped is replaced: copy over what you want, then look at the pictures (`python -m tests.render.samples`).
"""

import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SHIPPED = Path(__file__).parent.parent / "bot" / "render" / "assets"
NOTO = "usr/share/fonts/truetype/noto"
CJK = "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
CJK_FEATURES = ["ccmp"]
TONES = {"1f3fb", "1f3fc", "1f3fd", "1f3fe", "1f3ff"}
LOOK = "fe0f"
WHEN = (2024, 1, 1, 0, 0, 0)
"""The date in the archive, so that the same emoji make the same file."""


def main(sources: Path, built: Path) -> None:
    """Builds everything and prints a line for each file."""
    built.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for package in sources.glob("fonts-noto-*.deb"):
            subprocess.run(["dpkg-deb", "-x", str(package), place], check=True)
        for shipped in sorted((SHIPPED / "fonts").glob("Noto*")):
            if shipped.suffix in (".ttf", ".otf"):
                _font(shipped, Path(place), built / shipped.name)
    (package,) = sources.glob("discordapp-twemoji-*.tgz")
    _emoji(package, built / "twemoji.zip")


def _font(shipped: Path, place: Path, out: Path) -> None:
    """The letters of the shipped file, without hinting: no screen is as coarse as that any more."""
    before = TTFont(shipped)
    if shipped.suffix == ".otf":
        font, features = TTFont(place / CJK, fontNumber=0), CJK_FEATURES
    else:
        font, features = TTFont(place / NOTO / f"{shipped.stem}-Regular.ttf"), ["*"]
    options = subset.Options(hinting=False, layout_features=features)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=before.getBestCmap())
    subsetter.subset(font)
    font.save(out)
    print(f"{out.name}: {out.stat().st_size:,} bytes, {_compared(before, TTFont(out))}")


def _compared(before: TTFont, after: TTFont) -> str:
    old, new = before.getBestCmap(), after.getBestCmap()
    missing = len(old.keys() - new.keys())
    widths = [
        before["hmtx"][old[c]][0] != after["hmtx"][new[c]][0] for c in old.keys() & new.keys()
    ]
    return f"{len(new):,} letters, {missing} missing, {sum(widths)} of another width than shipped"


def _emoji(package: Path, out: Path) -> None:
    """One file for all emoji that begin alike, a line each: name without the look, and what is inside its <svg>."""
    by_first: dict[str, list[str]] = {}
    with tarfile.open(package) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            parts = [part for part in Path(member.name).stem.split("-") if part != LOOK]
            drawing = archive.extractfile(member)
            if (
                not member.name.endswith(".svg")
                or sum(p in TONES for p in parts) > 1
                or not drawing
            ):
                continue
            svg = re.sub(r"^<svg[^>]*>|</svg>$", "", drawing.read().decode("utf-8").strip())
            by_first.setdefault(parts[0], []).append(f"{'-'.join(parts)}\t{' '.join(svg.split())}")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for first, lines in sorted(by_first.items()):
            packed.writestr(zipfile.ZipInfo(f"{first}.tsv", WHEN), "\n".join(sorted(lines)), 8, 9)
    before, after = _drawings(SHIPPED / "twemoji.zip"), _drawings(out)
    changed = sum(after.get(name) != svg for name, svg in before.items())
    print(
        f"{out.name}: {len(after):,} emoji, {len(before.keys() - after.keys())} missing, {changed} drawn otherwise"
    )


def _drawings(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as packed:
        lines = [
            line for name in packed.namelist() for line in packed.read(name).decode().split("\n")
        ]
    return dict(line.split("\t", 1) for line in lines if line)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "build/assets"))
