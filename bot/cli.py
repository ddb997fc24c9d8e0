"""`lukis`: what can be done from a command line. Nothing heavy is imported until a command needs it."""

from __future__ import annotations

import argparse
import asyncio
import errno
import logging
import os
import sqlite3
import sys
from collections.abc import Callable, Coroutine, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from bot.programs.arguments import add_operating
from bot.programs.cluster_arguments import add_cluster
from bot.terminal import tell
from engine.api.masks import REGION
from engine.api.modes import MASK, REPLIED, all_inputs

_UNSAID = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""What the system says of an output that takes no more."""


def main(argv: Sequence[str] | None = None) -> None:
    """The entry point; exits with 0, 1 (it did not work), 2 (a bad setting or argument) or 130 (interrupted).

    Without `argv` it is the program itself, and ends at once: a library that is being imported, a model that is being
    loaded in another thread is of no use to anybody then, and can take half a minute.
    """
    leave: Callable[[int], object] = sys.exit
    if argv is None:
        leave = _leave
    _bear_everything()
    parser = _parser()
    arguments, rest = parser.parse_known_args(argv)
    if rest and arguments.run not in (_imagine, _upscale):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    arguments.words = _typed(" ".join(rest))
    with asyncio.Runner() as arguments.runner:
        leave(_outcome(arguments))


def _outcome(arguments: argparse.Namespace) -> int:
    """Runs the command; how it went, as an exit code."""
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read has what they wanted
        return _unsaid(0)
    except OSError as error:
        if error.filename is None and error.errno not in _UNSAID:
            raise
        tell(f"lukis: {error.filename or 'the output'}: {error.strerror}", sys.stderr)
        return _unsaid(1)
    return code


def _leave(code: int) -> NoReturn:
    """Ends the process, whatever its threads are at; all that is to outlive it is kept, and what was said is out."""
    logging.shutdown()
    sys.stderr.flush()
    os._exit(code)


def _bear_everything() -> None:
    """Lets whatever is written come in, and whatever is said go out, in terminals of any encoding."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _typed(words: str) -> str:
    """An argument as UTF-8, whatever the terminal calls its encoding; what is none is left out."""
    return os.fsencode(words).decode("utf-8", "ignore")


def _unsaid(code: int) -> int:
    """Lets go of what could not be printed: Python would try once more, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lukis", description="Make pictures from a chat, in any language.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    run = commands.add_parser(
        "run", help="serve the local page, and Telegram and Discord where there are tokens"
    )
    run.set_defaults(run=_run)

    files = " ".join(f"[--{name} FILE]" for name in all_inputs())
    imagine = commands.add_parser(
        "imagine",
        help="draw one picture",
        usage=f'lukis imagine "PROMPT" [--ar 16:9 --seed 7 ...] [-o FILE] {files} [--json]',
        epilog="PROMPT may be in any language; all flags of the chat's /imagine may follow it.",
        allow_abbrev=False,
    )
    imagine.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("lukis.png"),
        help="the file to write; its name says the format (lukis.png)",
    )
    for each in all_inputs().values():
        imagine.add_argument(
            f"--{each.name}", dest=f"input {each.name}", type=Path, metavar="FILE", help=each.help
        )
    imagine.add_argument("--json", action="store_true", help="tell about it as JSON")
    imagine.add_argument(
        "--show-mask",
        action="store_true",
        help="with --only: show the part that would be painted, and paint nothing",
    )
    imagine.set_defaults(run=_imagine)

    _add_upscale(commands)

    translate = commands.add_parser("translate", help="show how a prompt is understood")
    translate.add_argument("prompt", nargs="?", help="the prompt, without flags")
    translate.add_argument("--from", dest="language", help="the language you speak, such as id")
    translate.add_argument("--json", action="store_true", help="as JSON")
    translate.add_argument(
        "--stdin", action="store_true", help="one prompt a line in, one JSON object a line out"
    )
    translate.set_defaults(run=_translate)

    inspect = commands.add_parser(
        "inspect", help="tell how a picture was made, and whether Lukis has marked it"
    )
    inspect.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a picture")
    inspect.add_argument("--json", action="store_true", help="one JSON object a picture")
    inspect.set_defaults(run=_inspect)

    doctor = commands.add_parser("doctor", help="check settings, folders, models and devices")
    doctor.set_defaults(run=_doctor)
    add_operating(commands, _guarded)
    add_cluster(commands, _guarded)
    return parser


def _add_upscale(commands: Any) -> None:
    upscale = commands.add_parser(
        "upscale",
        help="make a picture larger",
        usage="lukis upscale FILE [--upscale 2 --strength 0.2 ...] [-o FILE] [--json]",
        epilog="All flags of the chat's /imagine may follow FILE; without any it becomes twice as wide and high.",
        allow_abbrev=False,
    )
    upscale.add_argument("file", type=Path, metavar="FILE", help="a picture")
    upscale.add_argument(
        "-o", "--output", type=Path, default=Path("lukis.png"), help="the PNG to write (lukis.png)"
    )
    upscale.add_argument("--json", action="store_true", help="tell about it as JSON")
    upscale.set_defaults(run=_upscale)


def _guarded(
    arguments: argparse.Namespace, work: Callable[..., Coroutine[Any, Any, int]], *given: Any
) -> int:
    """Runs a command; a bad setting is one sentence and exit code 2."""
    from bot.settings import BadSetting

    try:
        return int(arguments.runner.run(work(*given)))
    except BadSetting as error:
        tell(f"lukis: {error}", sys.stderr)
    except sqlite3.DatabaseError as error:
        tell(f"lukis: DATA_DIR: the database can't be used: {error}.", sys.stderr)
    return 2


def _run(arguments: argparse.Namespace) -> int:
    from bot.programs.serve import serve

    return _guarded(arguments, serve)


def _imagine(arguments: argparse.Namespace) -> int:
    from bot.programs.once import imagine

    words, files = _given(arguments)
    return _guarded(arguments, imagine, words, arguments.output, files, arguments.json, arguments.show_mask)


def _given(arguments: argparse.Namespace) -> tuple[str, dict[str, Path]]:
    """What to draw in words, and pictures by input. A mask is a part by its name, unless a file is called so."""
    words, files = arguments.words, dict[str, Path]()
    for name in all_inputs():
        file: Path | None = getattr(arguments, f"input {name}")
        if name == MASK and file and str(file) in REGION.choices and not file.exists():
            words = f"{words} {REGION.flags[0]} {file}"
        elif file:
            files[name] = file
    return words, files


def _upscale(arguments: argparse.Namespace) -> int:
    from bot.programs.once import imagine
    from engine.api.parameters import PARAMETERS
    from engine.api.upscaling import USUAL

    words = f"{PARAMETERS['upscale'].flag} {USUAL} {arguments.words}"  # the last of equal flags wins
    return _guarded(arguments, imagine, words, arguments.output, {REPLIED: arguments.file}, arguments.json)


def _translate(arguments: argparse.Namespace) -> int:
    from bot.programs.once import translate

    if not arguments.stdin and arguments.prompt is None:
        tell("lukis: give a prompt, or --stdin", sys.stderr)
        return 2
    prompts = (line.rstrip("\n") for line in sys.stdin) if arguments.stdin else [_typed(arguments.prompt)]
    return _guarded(arguments, translate, prompts, arguments.language, arguments.json, arguments.stdin)


def _inspect(arguments: argparse.Namespace) -> int:
    from bot.programs.inspect import inspect

    return _guarded(arguments, inspect, arguments.files, arguments.json)


def _doctor(arguments: argparse.Namespace) -> int:
    from bot.programs.doctor import doctor

    return _guarded(arguments, doctor)


if __name__ == "__main__":
    main()
