"""Tables taken out of a TOML file and put in, with everything else as it was, byte for byte."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import UsageError
from pressroom.project.toml import replace_tables

NEW = '[[seen]]\nby = "Ben"\n'

CHANGES = [
    ("", (), NEW, NEW),
    ("a = 1\n", (), NEW, f"a = 1\n\n{NEW}"),
    ("a = 1", (), NEW, f"a = 1\n\n{NEW}"),
    ("a = 1\n\n", (), NEW, f"a = 1\n\n{NEW}"),
    ('# top\r\na = 1 # why\r\n\r\n[b]\r\nc = "x"\r\n', (), NEW, None),
    ('[[seen]]\nby = "Ann"\n', (0,), NEW, NEW),
    (
        'a = 1\n\n[[seen]]\nby = "Ann"\n\n[z]\nb = 2 # kept\n',
        (0,),
        NEW,
        f"a = 1\n\n[z]\nb = 2 # kept\n\n{NEW}",
    ),
    ('[[seen]]\nby = "Ann"\n# a remark\n\n[z]\n', (0,), "", "# a remark\n\n[z]\n"),
    ('a = 1\n[[seen]]\nby = "Ann"\n', (0,), "", "a = 1\n"),
    (
        '[[seen]]\nby = "Ann"\n\n[[seen]]\nby = "Cid"\n\n[[seen]]\nby = "Dee"\n',
        (0, 2),
        NEW,
        f'[[seen]]\nby = "Cid"\n\n{NEW}',
    ),
    ("\ufeffa = 1\n", (), NEW, f"\ufeffa = 1\n\n{NEW}"),
]


@pytest.mark.parametrize(("before", "gone", "added", "after"), CHANGES)
def test_a_file_is_changed_in_its_own_tables_alone(before, gone, added, after):
    if after is None:
        after = before + "\r\n" + added.replace("\n", "\r\n")
    assert replace_tables(before.encode(), "seen", gone, added, "x.toml") == after.encode()


UNCHANGEABLE = [
    ('seen = [{by = "Ann"}]\n', (), NEW),
    ('seen = [{by = "Ann"}]\n', (0,), ""),
    ('[[seen]]\nby = """\nAnn"""\n', (0,), NEW),
    ('a = """\n[[seen]]\n"""\n[[seen]]\nby = "Ann"\n', (0,), NEW),
    ('[[seen]]\n# who\nby = "Ann"\n', (0,), NEW),
    ('[[seen]]\nby = "Ann"\n[seen.more]\nx = 1\n', (0,), ""),
    ("seen = 1\n", (), NEW),
]


@pytest.mark.parametrize(("before", "gone", "added"), UNCHANGEABLE)
def test_a_file_in_another_form_is_refused_rather_than_spoiled(before, gone, added):
    with pytest.raises(UsageError, match=r"x\.toml: .* cannot be changed here"):
        replace_tables(before.encode(), "seen", gone, added, "x.toml")


ROWS = st.lists(st.sampled_from(["Ann", "Ben", '"', "[[seen]]", "a = 1"]), max_size=4)


@given(
    ROWS,
    st.sampled_from(["", "# [[seen]]\n", "x = 1\n\n", 'x = "[[seen]]"\n']),
    st.sets(st.integers(0, 3)),
    st.sampled_from(["", NEW]),
)
def test_what_was_kept_and_added_stands_there(names, head, gone, added):
    tables = [f"[[seen]]\nby = {quoted}\n" for name in names for quoted in ["'" + name + "'"]]
    before = head + "\n".join(tables)
    after = replace_tables(before.encode(), "seen", gone, added, "x.toml").decode()
    assert after.startswith(head.rstrip("\n"))
    wanted = [name for at, name in enumerate(names) if at not in gone] + ["Ben"] * bool(added)
    assert [row["by"] for row in tomllib.loads(after).get("seen", [])] == wanted
