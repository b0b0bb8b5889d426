"""The base document: an empty Word file with the brand as styles and theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pressroom.fonts.scripts import find_fonts
from pressroom.model.brand import Brand
from pressroom.model.look import WordLook
from pressroom.writers.docx.package.archive import new_part, zip_files
from pressroom.writers.docx.package.markup import DECLARATION, XMLNS, escape, find_language_slot
from pressroom.writers.docx.package.sections import Paper, section_xml
from pressroom.writers.docx.styles.base_styles import NO_LOOKS, make_base_styles
from pressroom.writers.docx.styles.definitions import (
    BaseStyle,
    Palette,
    mirror_borders,
    style_xml,
    theme_font,
)

if TYPE_CHECKING:
    from docx.package import Package

_TYPES = "application/vnd.openxmlformats-officedocument."
_WORD = _TYPES + "wordprocessingml."
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARTS = {
    "/docProps/app.xml": _TYPES + "extended-properties+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/word/document.xml": _WORD + "document.main+xml",
    "/word/fontTable.xml": _WORD + "fontTable+xml",
    "/word/numbering.xml": _WORD + "numbering+xml",
    "/word/settings.xml": _WORD + "settings+xml",
    "/word/styles.xml": _WORD + "styles+xml",
    "/word/theme/theme1.xml": _TYPES + "theme+xml",
}
_GENERIC = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}
_FIXED_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
FIXED_IDS = {"default-font": "DefaultParagraphFont", "normal-table": "TableNormal"}


def make_base_document(
    brand: Brand,
    paper: Paper,
    lang: str,
    *,
    rtl: bool = False,
    looks: Mapping[str, WordLook] = NO_LOOKS,
    classes: frozenset[str] = frozenset(),
) -> bytes:
    """Return the brand's base document: no text, all styles as ``looks`` change them, and one for each of the
    template's own ``classes`` that has a look; one page set-up.
    """
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/app.xml": _app_properties(brand),
        "docProps/core.xml": _CORE,
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("fontTable", "fontTable.xml"),
            ("theme", "theme/theme1.xml"),
            ("numbering", "numbering.xml"),
        ),
        "word/document.xml": (
            f"<w:document {XMLNS}><w:body>{section_xml(paper, rtl=rtl)}</w:body></w:document>"
        ),
        "word/fontTable.xml": _font_table(brand, lang),
        "word/numbering.xml": f"<w:numbering {XMLNS}/>",
        "word/settings.xml": _settings(lang, mirrored=paper.mirrored),
        "word/styles.xml": _styles(brand, paper, lang, rtl=rtl, looks=looks, classes=classes),
        "word/theme/theme1.xml": _theme(brand, lang),
    }
    return zip_files({name: (DECLARATION + text).encode() for name, text in files.items()})


def add_theme(package: Package, brand: Brand) -> None:
    """Give a reference the brand's theme where it has none: styles that are added refer to theme fonts."""
    main = package.main_document_part
    if not any(rel.reltype == _RELS + "theme" for rel in main.rels.values()):
        theme = (DECLARATION + _theme(brand)).encode()
        part = new_part(package, "/word/theme/theme1.xml", _PARTS["/word/theme/theme1.xml"], theme)
        main.relate_to(part, _RELS + "theme")


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _PARTS.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{kind if ":" in kind else _RELS + kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


def _app_properties(brand: Brand) -> str:
    company = f"<Company>{escape(brand.name)}</Company>" if brand.name else ""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Microsoft Office Word</Application>{company}"
        "<AppVersion>16.0000</AppVersion></Properties>"
    )


def _styles(
    brand: Brand,
    paper: Paper,
    lang: str,
    *,
    rtl: bool,
    looks: Mapping[str, WordLook],
    classes: frozenset[str],
) -> str:
    styles = make_base_styles(brand, paper, looks, classes)
    ids = {style.role: style.id for style in styles} | FIXED_IDS
    slots = {"val": "en-GB", "eastAsia": "en-US", "bidi": "ar-SA"} | {find_language_slot(lang): lang}
    languages = " ".join(f'w:{slot}="{escape(tag)}"' for slot, tag in slots.items())
    colour = Palette(brand, themed=True).ink("text")
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'{theme_font("minor")}{colour}<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang {languages}/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    body = "".join(style_xml(_set_direction(style, rtl=rtl), ids) for style in styles)
    return f"<w:styles {XMLNS}>{defaults}{_LATENT}{_FIXED_STYLES}{body}</w:styles>"


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
    'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
)


def _set_direction(style: BaseStyle, *, rtl: bool) -> BaseStyle:
    if not rtl:
        return style
    if style.role != "normal":
        return replace(style, paragraph=mirror_borders(style.paragraph))
    return BaseStyle("normal", style.names, based_on="", priority=0, paragraph="<w:widowControl/><w:bidi/>")


# what Word and LibreOffice bring along, of the same kind
_IN_OFFICES = {
    "roman": ("Georgia", "Cambria", "Liberation Serif"),
    "swiss": ("Calibri", "Arial", "Liberation Sans"),
    "modern": ("Consolas", "Courier New", "Liberation Mono"),
}


def _font_table(brand: Brand, lang: str) -> str:
    script = find_fonts(lang)
    others = frozenset((*script.serif, *script.sans)) if script else frozenset()
    return (
        f"<w:fonts {XMLNS}>"
        + "".join(
            _font((families[0], *(name for name in families[1:] if name not in others)))
            for families in (brand.fonts.serif, brand.fonts.sans, brand.fonts.mono)
        )
        + "</w:fonts>"
    )


def _font(families: tuple[str, ...]) -> str:
    """Declare a family; Word reads ``altName`` as the names to take where the family is not installed."""
    named = [name for name in families if name not in _GENERIC]
    generic = next((_GENERIC[name] for name in families if name in _GENERIC), "auto")
    others = [*named[1:], *(name for name in _IN_OFFICES.get(generic, ()) if name not in named)]
    instead = f'<w:altName w:val="{escape(",".join(others))}"/>' if others else ""
    pitch = "fixed" if generic == "modern" else "variable"
    return (
        f'<w:font w:name="{escape(named[0])}">{instead}<w:charset w:val="00"/>'
        f'<w:family w:val="{generic}"/><w:pitch w:val="{pitch}"/></w:font>'
    )


def _settings(lang: str, *, mirrored: bool) -> str:
    return (
        f'<w:settings {XMLNS}><w:zoom w:percent="100"/>{"<w:mirrorMargins/>" if mirrored else ""}'
        '<w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:{find_language_slot(lang)}="{escape(lang)}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _theme(brand: Brand, lang: str = "") -> str:
    ink = Palette(brand, themed=True)
    slots = {
        "dk1": "text",
        "lt1": "paper",
        "dk2": "muted",
        "lt2": "accent_soft",
        "accent1": "accent_text",
        "accent2": "warning",
        "accent3": "rule",
        "accent4": "muted",
        "accent5": "accent_soft",
        "accent6": "accent",
        "hlink": "accent_text",
        "folHlink": "muted",
    }
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{ink.hex(name)}"/></a:{slot}>' for slot, name in slots.items()
    )
    name = escape(brand.name or "Brand")
    major, minor = (escape(family[0]) for family in (brand.fonts.sans, brand.fonts.serif))
    script, slot = find_fonts(lang), find_language_slot(lang)
    serif, sans = script.word if script else ("", "")
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface="{other if slot == "eastAsia" else ""}"/>'
        f'<a:cs typeface="{other if slot == "bidi" else ""}"/></a:{kind}Font>'
        for kind, face, other in (("major", major, sans), ("minor", minor, serif))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="{name}"><a:themeElements><a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{fonts}</a:fontScheme><a:fmtScheme name="{name}">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
