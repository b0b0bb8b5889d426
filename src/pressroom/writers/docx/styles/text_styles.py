"""The base styles of what a text is made of: paragraphs, headings, lists, quotations, callouts."""

from __future__ import annotations

from pressroom.writers.docx.styles.definitions import (
    BASELINE,
    BOLD,
    CALLOUT_INSET,
    HALF,
    ITALIC,
    KEEP,
    LIST_STEP,
    SANS,
    BaseStyle,
    Palette,
    callout_box,
    indent,
    mono,
    size,
    spacing,
)

_TO_WINDOW = 1100  # twips from the letterhead down to the first line of the recipient, which has it alone
FIELD = 2150  # twips: where the values of a key and value head begin


_PLAIN = '<w:b w:val="0"/><w:bCs w:val="0"/><w:caps w:val="0"/>'


def text_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of running text."""
    body = spacing(0, HALF, BASELINE)
    return (
        BaseStyle("normal", ("Normal",), based_on="", paragraph="<w:widowControl/>", priority=0),
        BaseStyle("body", ("Body Text",), paragraph=body, priority=1),
        BaseStyle(
            "lead",
            ("Lead Paragraph",),
            based_on="body",
            following="body",
            paragraph=spacing(0, HALF, 290),
            run=size(10.5),
        ),
        BaseStyle("salutation", ("Salutation",), based_on="body", following="body"),
        BaseStyle("turn", ("Turn",), based_on="body", paragraph=indent(LIST_STEP, LIST_STEP)),
        BaseStyle("signature", ("Signature",), based_on="body", paragraph=spacing(BASELINE, 0)),
        BaseStyle("signer", ("Signer",), based_on="signature", following="signature"),
        # the window of an envelope: the first line 50 mm below the sheet's upper edge
        BaseStyle(
            "recipient",
            ("Recipient",),
            based_on="body",
            paragraph=spacing(_TO_WINDOW, 0) + "<w:contextualSpacing/>",
        ),
        BaseStyle("address", ("Address",), based_on="body", paragraph=spacing(0, 0)),
        BaseStyle(
            "note", ("Note",), paragraph=spacing(0, HALF, 240), run=SANS + ink.ink("muted") + size(8.5)
        ),
        BaseStyle(
            "ending",
            ("Ending",),
            based_on="note",
            paragraph=spacing(HALF, BASELINE) + '<w:jc w:val="center"/>',
            run=BOLD,
        ),
        BaseStyle(
            "term",
            ("Definition Term",),
            based_on="body",
            following="definition",
            paragraph="<w:keepNext/>" + spacing(0, 0),
            run=BOLD,
        ),
        BaseStyle("definition", ("Definition",), based_on="body", paragraph=indent(LIST_STEP)),
        BaseStyle(
            "field",
            ("Field",),
            based_on="body",
            paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{FIELD}"/></w:tabs>'
            + spacing(0, 40)
            + indent(FIELD, FIELD),
            run=SANS + size(9.5),
        ),
        BaseStyle(
            "event",
            ("Event",),
            based_on="body",
            paragraph='<w:tabs><w:tab w:val="left" w:pos="1800"/></w:tabs>' + indent(1800, 1800),
        ),
    )


def heading_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of headings."""
    rows = (
        (1, 13, BASELINE, HALF, 320, BOLD + ink.ink("accent_text")),
        (2, 11.5, HALF, 40, BASELINE, BOLD + ink.ink("text")),
        (3, 10, HALF, 0, BASELINE, BOLD + ink.ink("text")),
        (4, 10, HALF, 0, BASELINE, BOLD + ITALIC + ink.ink("text")),
        (5, 9.5, HALF, 0, BASELINE, BOLD + ink.ink("muted")),
    )
    rule = f"<w:pBdr>{ink.rule('top', 'rule', 4, 7)}</w:pBdr>"
    return tuple(
        BaseStyle(
            f"heading-{level}",
            (f"heading {level}",),
            following="body",
            paragraph=f"{KEEP}{rule if level == 1 else ''}{spacing(before, after, line)}"
            f'<w:outlineLvl w:val="{level - 1}"/>',
            run=SANS + extra + size(points),
            priority=9,
        )
        for level, points, before, after, line, extra in rows
    )


def list_styles() -> tuple[BaseStyle, ...]:
    """Return the styles of list items."""
    return tuple(
        BaseStyle(
            f"{kind}-{level}",
            (f"List {kind.capitalize()}{'' if level == 1 else f' {level}'}",),
            based_on="body",
            paragraph=spacing(0, 60) + indent(LIST_STEP * level, 0 if kind == "continue" else LIST_STEP),
            priority=12,
            quick=level == 1,
        )
        for kind in ("bullet", "number", "continue")
        for level in range(1, 6)
    )


def block_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of quotations and code."""
    bar = f"<w:pBdr>{ink.rule('left', 'accent', 16, 9)}</w:pBdr>"
    ground = ink.ground("accent_soft")
    return (
        BaseStyle(
            "quote", ("Quote",), based_on="body", paragraph=bar + indent(LIST_STEP), run=ITALIC, priority=29
        ),
        BaseStyle(
            "attribution",
            ("Attribution",),
            based_on="body",
            paragraph=bar + indent(LIST_STEP),
            run=SANS + ink.ink("muted") + size(9),
        ),
        BaseStyle(
            "code",
            ("Source Code",),
            paragraph=f"<w:keepLines/>{ground}<w:suppressAutoHyphens/>"
            + spacing(HALF, HALF, 220)
            + indent(120),
            run=mono(ink.brand) + "<w:noProof/>" + size(8),
        ),
    )


def box_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of callouts and dividers."""
    box = callout_box(ink)
    thin = f"<w:pBdr>{ink.rule('top', 'rule', 6, 1)}</w:pBdr>"
    ground = ink.ground("accent_soft")
    return (
        BaseStyle(
            "callout-title",
            ("Callout Title",),
            following="callout",
            paragraph="<w:keepNext/><w:keepLines/>"
            + box
            + ground
            + spacing(HALF, 0, 260)
            + indent(CALLOUT_INSET),
            run=SANS + BOLD + ink.ink("accent_text") + size(9.5),
        ),
        BaseStyle(
            "warning-title",
            ("Warning Title",),
            based_on="callout-title",
            following="callout",
            run=ink.ink("warning"),
        ),
        BaseStyle(
            "callout",
            ("Callout",),
            paragraph="<w:keepLines/>" + box + ground + spacing(0, HALF, 260) + indent(CALLOUT_INSET),
            run=SANS + size(9.5),
        ),
        BaseStyle(
            "divider",
            ("Divider",),
            following="body",
            paragraph=thin + spacing(BASELINE, HALF, 120, "exact") + '<w:ind w:left="2720" w:right="2720"/>',
        ),
    )


def character_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of letters within a paragraph."""
    rows = (
        ("footnote-reference", "footnote reference", '<w:vertAlign w:val="superscript"/>', 99),
        ("endnote-reference", "endnote reference", '<w:vertAlign w:val="superscript"/>', 99),
        ("hyperlink", "Hyperlink", ink.ink("accent_text") + '<w:u w:val="single"/>', 99),
        ("inner-link", "Inner Link", ink.ink("accent_text"), 99),
        ("code-inline", "Verbatim Char", mono(ink.brand) + "<w:noProof/>" + size(9), 40),
        ("caption-label", "Caption Label", BOLD + ink.ink("accent_text"), 40),
        ("event-when", "Event Date", SANS + BOLD + ink.ink("accent_text") + size(9), 40),
        ("running-marking", "Running Marking", BOLD + ink.ink("warning"), 40),
        ("field-name", "Field Name", ink.ink("muted"), 40),
        ("qualifier", "Qualifier", '<w:b w:val="0"/><w:bCs w:val="0"/>' + ink.ink("text") + size(8.5), 40),
        ("tile-qualifier", "Tile Qualifier", _PLAIN + size(10.5), 40),
        ("tile-value", "Tile Value", BOLD + ink.ink("text") + size(13), 40),
        ("tile-words", "Tile Words", BOLD, 40),
        ("fact-value", "Fact Value", BOLD + ink.ink("accent_text") + size(15), 40),
        ("further-value", "Further Value", BOLD + ink.ink("accent_text") + size(11), 40),
        ("scope", "Scope", _PLAIN + ink.ink("muted") + '<w:spacing w:val="0"/>', 40),
        ("running-brand", "Running Brand", BOLD + ink.ink("text"), 40),
        ("caption-title", "Caption Title", BOLD, 40),
        ("subtitle", "Caption Subtitle", ink.ink("muted"), 40),
    )
    return tuple(
        BaseStyle(
            role, (name,), kind="character", based_on="default-font", run=run, priority=priority, quick=False
        )
        for role, name, run, priority in rows
    )
