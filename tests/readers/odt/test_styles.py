"""What the styles of an OpenDocument text say."""

from __future__ import annotations

from lxml import etree

from pressroom.readers.odt.styles import OdtStyles

STYLES = """
<s xmlns:style="s" xmlns:fo="f">
<style:style style:family="text" style:name="Base"><style:p fo:font-weight="bold"/></style:style>
<style:style style:family="text" style:name="T1" style:parent-style-name="Base">
<style:p fo:font-style="italic"/></style:style>
</s>
"""


def test_a_style_is_read_once_however_many_stretches_have_it() -> None:
    styles = OdtStyles([etree.fromstring(STYLES)])
    look = styles.find_look("text", "T1")
    assert (look.bold, look.italic) == (True, True)
    assert styles.find_look("text", "T1") is look
    assert not styles.find_look("paragraph", "T1").bold  # a style of another family by the same name
