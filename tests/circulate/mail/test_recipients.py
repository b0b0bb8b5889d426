import io

import pytest

from pressroom.circulate.mail.recipients import read_recipients, read_suppressed
from pressroom.errors import PressroomError
from pressroom.world import MemoryWorld

CSV = '''Email;Name;Language;Format;Group;City
ann@example.com;Ann O’Neill;en;pdf;Board, Press;Bath

bob@example.com;"Bob; the ""builder""";de;none;;Köln
ANN@example.com;Ann again;;;;
not an address;Carl;;;;
dora@example.com;Dora;deutsch!;;;
emil@example.com;Emil;;exe;;
'''


def listed(data, name="list.csv"):
    return read_recipients([name], MemoryWorld({name: data if isinstance(data, bytes) else data.encode()}))


def test_a_list_is_read_with_its_columns():
    found = listed(CSV)
    ann, bob = found.recipients
    assert (ann.address, ann.name, ann.lang, ann.formats) == (
        "ann@example.com",
        "Ann O’Neill",
        "en",
        ("pdf",),
    )
    assert ann.groups == ("board", "press")
    assert dict(ann.columns)["city"] == "Bath"
    assert bob.name == 'Bob; the "builder"'
    assert bob.formats == ("none",)


def test_what_is_wrong_is_told_with_file_and_row():
    found = {str(each.where): str(each) for each in listed(CSV).diagnostics}
    assert set(found) == {"list.csv:5", "list.csv:6", "list.csv:7", "list.csv:8"}
    assert "stands in list.csv:2 already" in found["list.csv:5"]
    assert "no address" in found["list.csv:6"]
    assert "no language" in found["list.csv:7"]
    assert "no format" in found["list.csv:8"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_usual_encodings_are_read(encoding):
    (person,) = listed("email,name\nann@example.com,Zoë\n".encode(encoding)).recipients
    assert person.name == "Zoë"


def test_excel_is_read():
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ["E-mail", "First name", "Last name"],
        ["ann@example.com", "Ann", "O’Neill"],
        ["x", None, None],
    ):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    found = listed(buffer.getvalue(), "list.xlsx")
    assert [(each.address, each.name) for each in found.recipients] == [("ann@example.com", "Ann O’Neill")]
    assert found.diagnostics[0].where == "list.xlsx:3"


def test_a_table_without_a_head_and_plain_lines_are_lists_too():
    assert [each.name for each in listed("ann@example.com,Ann\nbob@example.com,Bob\n").recipients] == [
        "Ann",
        "Bob",
    ]
    found = listed("# ours\nann@example.com\n\nBob <bob@example.com>\n", "list.txt").recipients
    assert [(each.address, each.where) for each in found] == [
        ("ann@example.com", "list.txt:2"),
        ("bob@example.com", "list.txt:4"),
    ]


def test_addresses_may_be_given_themselves():
    found = read_recipients(['ann@example.com, "Roe, Bob" <bob@example.com>'], MemoryWorld()).recipients
    assert [(each.address, each.name) for each in found] == [
        ("ann@example.com", ""),
        ("bob@example.com", "Roe, Bob"),
    ]


def test_passwords_are_in_no_column_and_not_shown():
    (person,) = listed("email,password\nann@example.com,hunter2\n").recipients
    assert person.password == "hunter2"
    assert "hunter2" not in repr(person)
    assert "hunter2" not in str(person.columns)


@pytest.mark.parametrize(
    ("name", "data"),
    [("list.csv", b"name,town\nAnn,Bath\n"), ("list.xlsx", b"PK"), ("list.pdf", b"%PDF"), ("gone.csv", None)],
)
def test_what_is_no_list_is_an_error(name, data):
    with pytest.raises(PressroomError):
        read_recipients([name], MemoryWorld({name: data} if data is not None else {}))


def test_a_suppression_list_is_compared_without_spelling():
    assert read_suppressed("out.txt", MemoryWorld({"out.txt": b"Ann@Example.com\n"})) == {"ann@example.com"}
