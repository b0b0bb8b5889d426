"""A word behind the text of each page, in the form in which Word itself writes watermarks."""

from __future__ import annotations

from pressroom.writers.docx.body.context import DocumentContext
from pressroom.writers.docx.package.markup import escape, raw_run
from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.styles.definitions import Palette

_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)


def watermark_xml(context: DocumentContext, page: Paper) -> str:
    """Return the run that holds the watermark; it goes into a header."""
    number = context.pictures.next_number()
    words = context.watermark
    side = min(page.text_width, page.text_height) / 20
    width, height = side * 0.95, side * 0.95 * min(0.4, 1.4 / max(3, len(words)))
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{height:.0f}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    colour = Palette(context.page.report.brand, themed=False).hex("accent_soft")
    font = escape(context.page.report.brand.fonts.sans[0])
    return raw_run(
        f'<w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="{escape(words)}" style="{place}" '
        f'o:allowincell="f" fillcolor="#{colour}" stroked="f"><v:fill opacity="1"/>'
        f'<v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt" string="{escape(words)}"/>'
        "</v:shape></w:pict>"
    )
