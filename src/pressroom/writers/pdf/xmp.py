"""The metadata packet: what the file says of itself, and that it is both PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

# PDF/A wants a schema for each property that is not in its own list; PDF/UA's is not.
_UA_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_NAMESPACES = (
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
)


@dataclass(frozen=True, slots=True)
class PdfMetadata:
    """What a file says of itself. Dates are W3C dates ("2024-05-03") or ""."""

    title: str
    producer: str
    creator: str
    lang: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: str = ""
    created: str = ""
    modified: str = ""


def make_packet(metadata: PdfMetadata) -> bytes:
    """Return the XMP packet of ``metadata``."""
    optional = (
        ("dc:creator", _list("Seq", metadata.authors)),
        ("dc:description", _alternative(metadata.description)),
        ("dc:language", _list("Bag", [metadata.lang] if metadata.lang else [])),
        ("pdf:Keywords", escape(metadata.keywords)),
        ("xmp:CreateDate", escape(metadata.created)),
        ("xmp:ModifyDate", escape(metadata.modified)),
    )
    entries = "\n".join(f"<{name}>{value}</{name}>" for name, value in optional if value)
    text = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {_NAMESPACES}
 pdfaid:part="3" pdfaid:conformance="A" pdfuaid:part="1"
 pdf:Producer={quoteattr(metadata.producer)} xmp:CreatorTool={quoteattr(metadata.creator)}>
<dc:format>application/pdf</dc:format>
<dc:title>{_alternative(metadata.title)}</dc:title>
{entries}
</rdf:Description>
{_UA_SCHEMA}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
    return text.encode()


def _alternative(value: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt>' if value else ""


def _list(kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""
