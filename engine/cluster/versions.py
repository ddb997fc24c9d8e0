"""Whether two machines run the same: what travels between them is pickled, by reference."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version

from engine.cluster.messages import version as code


@dataclass(frozen=True)
class Versions:
    """Of what runs on a machine.

    Attributes:
        lukis: as people know it.
        code: of all that draws, to the letter.
    """

    lukis: str
    code: str
    python: str
    ray: str

    @classmethod
    def here(cls) -> Versions:
        """This machine's."""
        return cls(_installed("lukis"), code(), platform.python_version(), _installed("ray"))

    @classmethod
    def of(cls, told: Mapping[str, object]) -> Versions:
        """What another one has told; what it leaves out is unknown."""
        return cls(*(str(told.get(name, "?")) for name in cls.__dataclass_fields__))

    @classmethod
    def read(cls, text: bytes) -> Versions:
        """What another one has written."""
        return cls.of(json.loads(text))

    def told(self) -> Mapping[str, str]:
        """For others, of any version."""
        return asdict(self)

    def written(self) -> bytes:
        """The same as bytes."""
        return json.dumps(self.told()).encode()

    def unlike(self, other: Versions) -> str:
        """What differs, as “Python 3.11.9, here 3.12.1”; empty where nothing does."""
        names = {"lukis": "Lukis", "python": "Python", "ray": "Ray"}
        told = [
            f"{title} {theirs}, here {ours}"
            for name, title in names.items()
            if (theirs := getattr(other, name)) != (ours := getattr(self, name))
        ]
        if not told and other.code != self.code:
            told = [f"Lukis {other.lukis} with other code ({other.code}, here {self.code})"]
        return "; ".join(told)


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
