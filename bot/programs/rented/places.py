"""Where a notebook runs: what each place has of its own for files that last, secrets, and a way to the page."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

MODELS = (".safetensors", ".gguf")
"""What ends so, in a folder that is only to be read, is a model."""


class Place(Protocol):
    """A kind of notebook."""

    frames: tuple[str, ...]
    """The sites that its cells' outputs come from."""

    def drive(self) -> Path | None:
        """The person's own folder, which outlasts the machine, made ready; None where what lies here lasts anyway."""

    def secret(self, name: str) -> str | None:
        """A secret that the person keeps there and lets the notebook read."""

    def address(self, port: int) -> str | None:
        """Where the person's browser reaches that port of this machine; None where it can't."""

    def show(self, port: int) -> None:
        """Shows what is served there in the cell's output, where that is better than a link."""

    def given(self) -> Path | None:
        """A folder of files that were added to the notebook, only to be read."""


class Here:
    """A notebook on a machine of one's own, or one that shows its ports."""

    frames: tuple[str, ...] = ()

    def drive(self) -> Path | None:
        """None: the disk is one's own."""
        return None

    def secret(self, name: str) -> str | None:
        """From the environment that the notebook was started in."""
        return os.environ.get(name)

    def address(self, port: int) -> str | None:
        """This machine's own."""
        return f"http://127.0.0.1:{port}/"

    def show(self, port: int) -> None:
        """A link is enough."""

    def given(self) -> Path | None:
        """Nothing."""
        return None


class Colab:
    """Google Colab: a drive that can be mounted, secrets behind the key, a proxy for the notebook's own person.

    The proxy passes no WebSocket on, may rewrite `Host`, and its links in tabs of their own are refused by some
    browsers: hence the frame.
    """

    frames: tuple[str, ...] = (
        "https://colab.research.google.com",
        "https://*.googleusercontent.com",
        "https://*.prod.colab.dev",
    )

    def __init__(self, folder: Path) -> None:
        """`folder` is the notebook's own, `/content`."""
        self._folder = folder

    def drive(self) -> Path | None:
        """Mounts Google Drive, which asks the person for leave; the folder Lukis in it."""
        point = self._folder / "drive"
        _colab("drive").mount(str(point))
        return point / "MyDrive" / "Lukis"

    def secret(self, name: str) -> str | None:
        """None where there is none of that name, or the notebook may not read it."""
        try:
            return str(_colab("userdata").get(name))
        except Exception:  # of its own kinds, for a secret that is missing as for one that is not to be read
            return None

    def address(self, port: int) -> str | None:
        """The proxy's, good for this person while the notebook is open."""
        return str(_colab("output").eval_js(f"google.colab.kernel.proxyPort({port})"))

    def show(self, port: int) -> None:
        """The page in a frame below the cell."""
        _colab("output").serve_kernel_port_as_iframe(port, height="800")

    def given(self) -> Path | None:
        """Nothing: the drive is there for that."""
        return None


def _colab(module: str) -> Any:
    return import_module(f"google.colab.{module}")


class Kaggle:
    """Kaggle: a folder that can be kept from session to session, data sets to read, secrets, and no way in at all."""

    frames: tuple[str, ...] = ()

    def __init__(self, folder: Path) -> None:
        """`folder` is the notebook's own, `/kaggle/working`."""
        self._folder = folder

    def drive(self) -> Path | None:
        """None: the working folder stays, where the person has chosen so."""
        return None

    def secret(self, name: str) -> str | None:
        """None where there is none of that name, it is not attached, or nobody is there to ask."""
        try:
            return str(import_module("kaggle_secrets").UserSecretsClient().get_secret(name))
        except Exception:  # of its own kinds, for a secret that is missing as for a network that is
            return None

    def address(self, port: int) -> str | None:
        """None: there is no proxy."""
        return None

    def show(self, port: int) -> None:
        """There is no way to."""

    def given(self) -> Path | None:
        """The data sets and models that were added to the notebook."""
        return self._folder.parent / "input"


def place(folder: Path) -> Place:
    """Where this notebook runs; `folder` is its own."""
    if "KAGGLE_KERNEL_RUN_TYPE" in os.environ:
        return Kaggle(folder)
    try:
        import_module("google.colab")
    except ImportError:
        return Here()
    return Colab(folder)


def lend(given: Path | None, models: Path) -> None:
    """Makes the models in a folder that is only to be read appear among one's own; those that have gone disappear."""
    models.mkdir(parents=True, exist_ok=True)
    for link in models.iterdir():
        if link.is_symlink() and not link.exists():
            link.unlink()
    for file in sorted(given.rglob("*")) if given else ():
        link = models / file.name
        if file.suffix in MODELS and not link.exists():
            link.symlink_to(file)
