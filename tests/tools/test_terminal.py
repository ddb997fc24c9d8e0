"""The picture of the terminal in the documentation is what the program writes."""

from __future__ import annotations

from xml.etree import ElementTree

from tools.docs.terminal import PICTURE, picture


def test_the_picture_of_the_terminal_is_up_to_date_and_loads_nothing() -> None:
    drawn = PICTURE.read_text("utf-8")
    assert drawn == picture(), "python -m tools.docs.terminal draws it"
    assert "url(" not in drawn and "Number 1 in line" in "".join(
        ElementTree.fromstring(drawn).itertext()
    ).replace("\xa0", " ")
