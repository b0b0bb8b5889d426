"""What is written for ipptool and read from it; test_print_room.py talks to real printers."""

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.circulate.printing import ipp
from pressroom.circulate.printing.ipp import Attribute, RefusedError, SilentError, integer, keyword
from pressroom.errors import MachineError


def test_a_request_is_written_in_the_form_of_ipptool():
    written = ipp._write_request(
        "Print-Job", [Attribute("uri", "printer-uri", ("ipp://a/b",))], [integer("copies", 2)], b"%PDF"
    )
    assert written.splitlines()[:2] == ["{", "OPERATION Print-Job"]
    assert 'ATTR uri printer-uri "ipp://a/b"' in written
    assert "GROUP job-attributes-tag\nATTR integer copies 2\nFILE $filename\n}" in written


def test_several_values_stand_side_by_side():
    assert ipp._write_attribute(keyword("sides", "a", "b")) == 'ATTR keyword sides "a","b"'


@given(st.text())
def test_no_value_can_leave_its_quotation_marks(value):
    line = ipp._quote(value)
    assert len(line.splitlines()) == 1
    inner = line[1:-1].replace("\\\\", "").replace('\\"', "").replace("\\,", "").replace("$$", "")
    assert not set(inner) & set('"\\,$')


def answered(**test: object) -> bytes:
    return plistlib.dumps({"Tests": [test]})


def test_an_answer_is_its_groups():
    groups = [{"attributes-charset": "utf-8"}, {"job-id": 3}]
    plist = answered(StatusCode="successful-ok", ResponseAttributes=groups)
    assert ipp._parse_answer("ipp://a", "Print-Job", plist) == groups


def test_a_refusal_tells_the_code_and_what_was_said():
    said = [{"status-message": "Too many"}]
    plist = answered(StatusCode="client-error-not-possible", ResponseAttributes=said)
    with pytest.raises(
        RefusedError, match=r"Print-Job was refused \(client-error-not-possible: Too many\)"
    ) as raised:
        ipp._parse_answer("ipp://a", "Print-Job", plist)
    assert raised.value.code == "client-error-not-possible"


@pytest.mark.parametrize(
    "plist",
    [
        b"",
        b"<plist",
        b"no",
        plistlib.dumps({"Tests": [], "ErrorMessage": "Host is down"}),
        answered(Errors=["bad"]),
    ],
)
def test_no_answer_is_an_error_with_a_cure(plist):
    with pytest.raises(SilentError, match="no printer answers there") as raised:
        ipp._parse_answer("ipp://a", "Print-Job", plist)
    assert raised.value.diagnostic.cure


def test_without_ipptool_the_machine_is_at_fault(monkeypatch):
    monkeypatch.setattr(ipp, "which", lambda *_args, **_more: None)
    with pytest.raises(MachineError, match="cups-ipp-utils"):
        ipp.request("ipp://a", "Get-Printer-Attributes", [])
