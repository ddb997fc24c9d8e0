"""The picture of the terminal in the documentation is what the program writes."""

from __future__ import annotations

from xml.etree import ElementTree

from tools.docs.terminal import PICTURE, picture


def test_the_picture_of_the_terminal_is_up_to_date_and_loads_nothing_from_elsewhere() -> None:
    drawn = PICTURE.read_text("utf-8")
    assert drawn == picture(), "python -m tools.docs.terminal draws it"
    words = "".join(ElementTree.fromstring(drawn).itertext()).replace("\xa0", " ")
    assert "Number 1 in line" in words and drawn.count("http") == 1, "the name of SVG alone"
