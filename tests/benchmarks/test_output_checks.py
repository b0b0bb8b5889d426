"""The measures of outputs: a finding passes only where it is what the manual explains."""

import pytest
from benchmarks.output_checks.mail import compare_with_caniemail
from benchmarks.output_checks.validators import is_explained

from tests.writers.email import support

FOOT, TEXT = {"y0": 31.8, "y1": 41.9}, {"y0": 500, "y1": 520}


@pytest.mark.parametrize(
    ("found", "explained"),
    [
        ({"rule": "ORD-001"}, True),
        ({"rule": "TAG-002", "boxes": [FOOT]}, True),
        ({"rule": "TAG-002", "boxes": [FOOT, TEXT]}, False),
        ({"rule": "TAG-002"}, False),
        ({"rule": "PAG-001", "boxes": [TEXT]}, True),
        ({"rule": "PAG-001", "boxes": [FOOT]}, False),
        ({"rule": "FIG-012", "evidence": "14 of its 62 piles."}, True),
        ({"rule": "FIG-012", "evidence": "IMG_2231.JPG"}, False),
        ({"rule": "LNK-003"}, False),
    ],
)
def test_a_finding_is_explained_by_its_rule_and_its_place(found, explained):
    assert is_explained(found) == explained


def test_the_tables_of_allowed_css_are_compared_with_the_data(tmp_path):
    data = """stats: {
    gmail: { ios: { "2019": "n", "2024": "y" } },
    outlook: { macos: { "16": "a #1" } },
    apple-mail: { ios: { "12": "y" } }
}"""
    for page in {page for page in support.AT_RULE.values() if page}:
        (tmp_path / f"{page}.md").write_text(data)
    assert list(compare_with_caniemail(tmp_path))[-1].endswith(": 0 contradictions")
    odd = tmp_path / "css-overflow.md"
    odd.write_text(odd.read_text().replace('"a #1"', '"n"'))
    assert next(iter(compare_with_caniemail(tmp_path))) == (
        "overflow-x in at-rules: caniemail lists it as unsupported by outlook macos (css-overflow)"
    )


def test_outlook_for_the_mac_lays_out_tables_as_asked_and_is_not_told_of(tmp_path):
    data = 'stats: { gmail: {}, apple-mail: {}, outlook: { macos: { "16.80": "n #1" } } }'
    for page in {page for page in support.AT_RULE.values() if page}:
        (tmp_path / f"{page}.md").write_text(data)
    found = list(compare_with_caniemail(tmp_path))
    assert not any("table-layout" in line for line in found)
    assert any("css-overflow" in line for line in found)
