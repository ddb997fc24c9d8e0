"""How settings lie in the environment and in `.env`: flat, each under a name of its own."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic.fields import FieldInfo


def _split(value: Any) -> Any:
    return tuple(v.strip() for v in value.split(",") if v.strip()) if isinstance(value, str) else value


COMMAS = BeforeValidator(_split)
"""Lets a tuple be written with commas: `a,b,c`."""

Names = Annotated[tuple[str, ...], COMMAS]


_ALIKE = 0.82
"""How much two names have in common where one of them is misspelt: `ALLOW` and `ALLOWED` have just so much."""


class Group(BaseModel):
    """Settings that belong together, other groups among them.

    A field with a description is a variable of the environment; it goes by its `validation_alias`, else by its
    own name, in capitals. In code, groups are made with the fields' own names.
    """

    model_config = ConfigDict(frozen=True, populate_by_name=True, allow_inf_nan=False)


class NoFile(ValueError):
    """A folder, which Docker makes where a file is missing, a link that leads nowhere, a pipe."""


class BadLine(ValueError):
    """A line of the file that can't be read: leaving it out could open what it was to close."""

    def __init__(self, number: int) -> None:
        self.number = number


class BadName(ValueError):
    """A name in the file that is nearly one of ours: what it sets would be left out without a word."""

    def __init__(self, name: str, meant: str) -> None:
        self.name, self.meant = name, meant


def read_environment(file: str | Path | None, known: Collection[str]) -> dict[str, str]:
    """Every variable that is set to something, by its name in lower case; the environment wins over the file.

    Args:
        file: what is read besides the environment, if it is there.
        known: the names that mean something, in lower case. Others are fine, unless they look misspelt in the file.

    Raises:
        OSError, UnicodeError: the file can't be read, or it is no text.
        NoFile: something else stands there.
        BadLine: a line of it can't be read.
        BadName: it sets a variable whose name is nearly a known one.
    """
    written = _written(Path(file)) if file else {}
    for name in written:
        if name.lower() not in known and (near := get_close_matches(name.lower(), known, 1, _ALIKE)):
            raise BadName(name, near[0])
    return {
        name.lower(): value for source in (written, os.environ) for name, value in source.items() if value
    }


def _written(file: Path) -> Mapping[str, str | None]:
    """What a file sets; nothing where there is none. What is there but is no file may be meant to close something."""
    if not os.path.lexists(file):
        return {}
    if not file.is_file():
        raise NoFile
    text = file.read_text("utf-8-sig")
    if "\0" in text:  # UTF-16 without its mark
        raise UnicodeError
    for each in parse_stream(StringIO(text)):
        if each.error:
            raise BadLine(each.original.line)
    return dotenv_values(stream=StringIO(text))


def variables(group: type[Group]) -> Iterator[tuple[str, FieldInfo]]:
    """The group's variables, by their names in lower case, in the order in which they are declared."""
    for name, field in group.model_fields.items():
        if inner := _group(field):
            yield from variables(inner)
        elif field.description:
            yield _variable(name, field), field


def grouped(group: type[Group], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the names of variables, arranged as the group takes them."""
    arranged: dict[str, Any] = {}
    for name, field in group.model_fields.items():
        if inner := _group(field):
            arranged[name] = grouped(inner, values)
        elif field.description and (variable := _variable(name, field)) in values:
            arranged[variable] = values[variable]
    return arranged


def _group(field: FieldInfo) -> type[Group] | None:
    kind = field.annotation
    return kind if isinstance(kind, type) and issubclass(kind, Group) else None


def _variable(name: str, field: FieldInfo) -> str:
    return str(field.validation_alias or name)
