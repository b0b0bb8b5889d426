"""WordprocessingML of tables: the table, a row, a cell."""

from __future__ import annotations

from pressroom.writers.docx.package.markup import escape


def table_xml(
    style: str,
    widths: list[int],
    rows: list[str],
    *,
    caption: str = "",
    description: str = "",
    indent: int = 0,
    rtl: bool = False,
    look: bool = True,
    extra: str = "",
    distance: int = 0,
) -> str:
    """Return ``w:tbl``. ``rows`` are whole ``w:tr``; ``extra`` stands between indent and layout.

    ``distance`` is that of the columns in twips, where it is not the style's.
    """
    margins = f'<w:tblCellMar><w:right w:w="{distance}" w:type="dxa"/></w:tblCellMar>' if distance else ""
    titles = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    titles += f'<w:tblDescription w:val="{escape(description)}"/>' if description else ""
    first = "1" if look else "0"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{"<w:bidiVisual/>" if rtl else ""}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>{extra}'
        f'<w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="0{"42" if look else "40"}0" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{titles}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row_xml(cells: list[str], *, header: bool = False, whole: bool = True) -> str:
    """Return ``w:tr``: a ``whole`` one does not split, a header row repeats on each page."""
    kept = "<w:cantSplit/>" if whole else ""
    repeated = "<w:tblHeader/>" if header else ""
    properties = f"<w:trPr>{kept}{repeated}</w:trPr>" if kept or repeated else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell_xml(content: str, width: int, columns: int = 1, merge: str = "", extra: str = "") -> str:
    """Return ``w:tc``. ``extra`` stands after the merge marks (borders, ground, margins, alignment)."""
    across = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}{extra}</w:tcPr>{content}</w:tc>'
