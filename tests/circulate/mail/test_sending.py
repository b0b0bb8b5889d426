"""A report and its recipients made into messages, with signatures that are stood in for."""

import email
import email.policy
import io

import pikepdf
import pytest

from pressroom.circulate.mail import sending
from pressroom.circulate.mail.outbox import Outbox
from pressroom.circulate.mail.request import SendRequest
from pressroom.circulate.mail.sending import prepare
from pressroom.circulate.mail.signing import Signers
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld
from tests.making import ROOT

LINE = b"DKIM-Signature: v=1\r\n"


@pytest.fixture
def request_(tmp_path):
    out = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(out)
    (tmp_path / "brief.pdf").write_bytes(out.getvalue())
    (tmp_path / "report.toml").write_text('[mail]\nfrom = "press@example.org"\n')
    place = Place(tmp_path, ROOT)
    return SendRequest(tmp_path / "brief.pdf", place, make_option_layer({}), lists=("ann@example.com",))


@pytest.mark.parametrize("with_smime", [True, False])
def test_what_is_signed_is_what_is_sent(request_, tmp_path, monkeypatch, with_smime):
    contents, wholes = [], []
    signers = Signers(
        smime=(lambda content: contents.append(content) or content) if with_smime else None,
        dkim=lambda whole: wholes.append(whole) or LINE,
    )
    monkeypatch.setattr(sending, "load_signers", lambda *_: signers)
    box = Outbox(tmp_path / "outbox")
    (message,) = prepare(request_, box, RealWorld(), lambda _: None).messages
    box.close()
    (whole,) = wholes
    content = b"".join(message.chunks)
    assert contents == ([content] if with_smime else [])
    assert message.head + content == LINE + whole
    read = email.message_from_bytes(whole, policy=email.policy.default)
    (attached,) = read.iter_attachments()
    assert attached.get_content() == (tmp_path / "brief.pdf").read_bytes()
    assert not [part for each in read.walk() for part in each.defects]
