"""Letters in the languages that reports have words in: who is addressed, and who signs."""

from __future__ import annotations

import pytest

from pressroom import readers
from pressroom.model.document import Paragraph
from pressroom.readers.common.settings import ReaderSettings

BODY = "The reading room is open again from Monday, and volumes can be ordered from that day on."


@pytest.mark.parametrize(
    ("salutation", "closing", "name"),
    [
        ("Dear Mr Prior,", "Yours sincerely,", "Edda Lorne"),
        ("Gentile dottoressa Rossi,", "Distinti saluti,", "Anna Bianchi"),
        ("Prezado Senhor Silva,", "Atenciosamente,", "Ana Souza"),
        ("Geachte heer De Vries,", "Hoogachtend,", "Anna de Boer"),
        ("Szanowny Panie,", "Z poważaniem,", "Anna Nowak"),
        ("Шановний пане Іваненку,", "З повагою,", "Олена Коваль"),
        ("السيد الفاضل أحمد سالم،", "مع فائق الاحترام،", "ليلى حسن"),
        ("לכבוד מר כהן,", "בכבוד רב,", "דנה לוי"),
        ("尊敬的王先生：", "此致敬礼", "李华"),
        ("尊敬的王先生：", "順頌商祺", "李華"),
        ("拝啓", "敬具", "田中花子"),
        ("존경하는 김 선생님,", "드림", "박지민"),
    ],
)
def test_a_letter_has_salutation_and_signature(salutation: str, closing: str, name: str) -> None:
    text = f"{salutation}\n\n{BODY}\n\n{closing}\n\n{name}\n"
    document = readers.read(text.encode(), "letter.txt", ReaderSettings())
    roles = [block.role for block in document.blocks if isinstance(block, Paragraph)]
    assert roles == ["salutation", "body", "signature", "signature"]
    assert document.title is None
    assert document.sections == ()
