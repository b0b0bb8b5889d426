"""Mutants: which changes are made, that the sample is steady, and which tests are run."""

from __future__ import annotations

import ast
from textwrap import dedent

import pytest
from benchmarks.mutation.blocks import blocks, functions
from benchmarks.mutation.instrument import instrument
from benchmarks.mutation.operators import mutations
from benchmarks.mutation.reach import Reach, load

from benchmarks import mutants


def changed(body: str, head: str = "def f(a, b, c):") -> set[str]:
    """Return the bodies that the mutations of a function's body give, in Python's own spelling."""
    text = f"{head}\n    {body}\n"
    found = set()
    for several in mutations("m.py", text).values():
        for mutation in several:
            (function,) = ast.parse(mutation.apply(text)).body
            assert isinstance(function, ast.FunctionDef)
            found.add("; ".join(map(ast.unparse, function.body)))
    return found


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("return a < b", {"return a <= b", "return None"}),
        ("return a == b != c", {"return a != b != c", "return a == b == c", "return None"}),
        ("return a in b", {"return a not in b", "return None"}),
        ("return a and b", {"return a or b", "return None"}),
        ("return not a", {"return a", "return None"}),
        ("return a + 1", {"return a - 1", "return a + 2", "return None"}),
        ("return True", {"return False", "return None"}),
        ("return a[1:b]", {"return a[:b]", "return a[1:]", "return a[2:b]", "return None"}),
        ("return 'key'", {"return 'XXkey'", "return None"}),
        ("return {a: b, c: 1}", {"return {c: 1}", "return {a: b}", "return {a: b, c: 2}", "return None"}),
        ("return [a, b]", {"return [b]", "return [a]", "return None"}),
        ("return a(b, key=c)", {"return a(b)", "return None"}),
        ("return a if b else c", {"return a if not b else c", "return None"}),
        ("return [a for a in b if c]", {"return [a for a in b if not c]", "return None"}),
        ("yield f'{a} {b + c}'", set()),
        ("return None", set()),
    ],
)
def test_each_operator_makes_its_change(body: str, wanted: set[str]) -> None:
    assert changed(body) == wanted


def test_statements_are_removed_and_procedures_end_early() -> None:
    assert changed("a.b = c; b()") == {"pass; b()", "a.b = c; pass", "return; b()"}
    assert changed("a += b") == {"pass", "a -= b", "return"} - {"a -= b"}
    body = "while a:\n        continue"
    assert changed(body) == {"while not a:\n    continue", "while a:\n    break", "return"}


@pytest.mark.parametrize(
    "body",
    [
        '"""Words of a docstring."""',
        "assert a == b\n    return None",
        "import os\n    return None",
        "raise",
    ],
)
def test_what_no_test_should_notice_is_left_alone(body: str) -> None:
    assert changed(body) == set()


def test_words_for_people_annotations_and_switches_of_the_machine_are_left_alone() -> None:
    assert changed("raise ValueError('bad')") == set()
    assert changed("return a('two words', strict=True)") == {"return None"}
    assert changed("return a", "def f(a: int = 1) -> str:") == {"return a", "return None"}
    assert changed("b: dict[str, 'x'] = a\n    return b") == {"b: dict[str, 'x'] = a; return None"}
    assert changed("return 'x'", "def __repr__(self):") == set()


MODULE = dedent(
    '''
    """A module."""
    from __future__ import annotations

    class Thing:
        def small(self, of: int) -> bool:
            if of > 3:
                return True
            return "é" in str(of) + "é"

    def large(of: int) -> int:
        """Words."""
        try:
            return of * 2
        except ValueError:
            return 0
    '''
)


def test_a_change_is_made_at_its_place_after_letters_of_several_bytes() -> None:
    (several, _) = mutations("m.py", MODULE).values()
    made = {each.apply(MODULE).splitlines()[each.line - 1].strip() for each in several if each.old == '"é"'}
    assert made == {"""return ('XXé') in str(of) + "é\"""", """return "é" in str(of) + ('XXé')"""}


def test_an_id_depends_on_the_function_alone_not_on_where_it_stands() -> None:
    head, _, rest = MODULE.partition("class Thing:\n")
    method, _, _ = rest.partition("\ndef ")
    inner = "".join(f"    {line}" for line in method.splitlines(keepends=True))
    moved = f"{head}X = 1\n\nclass Outer:\n    class Thing:\n{inner}"
    here = [{each.id for each in several} for several in mutations("m.py", MODULE).values()]
    (there,) = [{each.id for each in several} for several in mutations("n.py", moved).values()]
    assert there == here[0]


def test_the_sample_is_steady_and_takes_each_function_once_before_any_twice() -> None:
    texts = {"a.py": MODULE, "b.py": "def one(a):\n    return a + 1 if a else a - 1\n"}
    drawn = mutants.draw(texts, 3, "seed")
    assert sorted(each.function for each in drawn) == ["Thing.small", "large", "one"]
    assert mutants.draw(dict(reversed(texts.items())), 3, "seed") == drawn
    more = {**texts, "c.py": "def two(a):\n    return a\n"}
    assert len({each.id for each in mutants.draw(more, 3, "seed")} & {each.id for each in drawn}) >= 2
    assert len({each.id for each in mutants.draw(texts, 9, "seed")}) == 9
    assert mutants.draw(texts, 3, "other") != drawn


def test_blocks_are_numbered_in_the_order_of_the_source() -> None:
    named = dict(functions(ast.parse(MODULE)))
    assert list(named) == ["Thing.small", "large"]
    first = [ast.unparse(block.statements[-1]) for block in blocks("large", named["large"])]
    assert first[1:] == ["return of * 2", "return 0"]
    (several, _) = mutations("m.py", MODULE).values()
    assert {each.block for each in several} == {"Thing.small#0", "Thing.small#1"}


def test_an_instrumented_copy_records_the_blocks_that_run(tmp_path) -> None:
    package = tmp_path / "src" / "pressroom"
    package.mkdir(parents=True)
    (package / "thing.py").write_text(MODULE)
    names = instrument(tmp_path / "src", tmp_path / "hits")
    assert names[:2] == [
        "src/pressroom/thing.py::Thing.small#0",
        "src/pressroom/thing.py::Thing.small#1",
    ]
    text = (package / "thing.py").read_text().replace("pressroom._reached", "_reached")
    recorder: dict[str, object] = {}
    exec(compile((package / "_reached.py").read_text(), "_reached", "exec"), recorder)
    module: dict[str, object] = {"_reached_hit": recorder["hit"], "_reached_seen": recorder["seen"]}
    lines = [line for line in text.splitlines() if "import" not in line]
    exec("\n".join(lines), module)
    thing = module["Thing"]()  # type: ignore[operator]  # made by exec
    assert (thing.small(9), thing.small(1)) == (True, True)
    assert module["large"](4) == 8  # type: ignore[operator]  # made by exec
    assert [names[int(number)].partition("::")[2] for number in (tmp_path / "hits").read_text().split()] == [
        "Thing.small#0",
        "Thing.small#1",
        "large#0",
        "large#1",
    ]


def recorded(tests: dict[str, tuple[float, list[int]]], **more: object) -> dict[str, object]:
    every = {
        name: {"passed": True, "seconds": seconds, "fixtures": [], "blocks": numbers}
        for name, (seconds, numbers) in tests.items()
    }
    return {"imported": [], "fixtures": {}, "files": {}, "tests": every, **more}


def mutation_of(function: str = "large"):
    every = mutations("src/pressroom/part/thing.py", MODULE).values()
    return next(each for several in every for each in several if each.function == function)


NAMES = [
    f"src/pressroom/part/thing.py::{name}" for name in ("Thing.small#0", "large#0", "large#1", "large#2")
]


def test_the_tests_that_run_a_block_are_planned_nearest_and_quickest_first() -> None:
    reach = Reach()
    times = {"near/a": 0.5, "near/b": 0.1, "far/a": 0.01, "near/slow": 5.0, "near/slower": 6, "other": 0.1}
    files = {"near": "tests/part/test_thing.py", "far": "tests/test_far.py", "other": "tests/test_other.py"}
    tests = {
        f"{files[name.partition('/')[0]]}::{name}": (seconds, [0] if name == "other" else [1, 2, 3])
        for name, seconds in times.items()
    }
    reach.add(NAMES, recorded(tests))
    plan = reach.plan(mutation_of(), 20)
    short = [[name.partition("::")[2] for name in wave] for wave in plan.waves]
    assert short == [["near/b", "near/a", "far/a"], ["near/slow", "near/slower"]]
    assert plan.left == 0
    tight = reach.plan(mutation_of(), 1)
    assert tight.left == 1
    assert tight.seconds == pytest.approx(5.61)  # where all else is quick, one that is slow is run


def test_shared_fixtures_count_for_each_test_that_uses_them_and_are_paid_once() -> None:
    reach = Reach()
    data = recorded({"tests/test_x.py::a": (0.1, []), "tests/test_x.py::b": (0.1, [])})
    data["fixtures"] = {"::page": {"seconds": 4.0, "blocks": [1, 2, 3]}}
    for test in data["tests"].values():  # type: ignore[attr-defined]  # a dictionary
        test["fixtures"] = ["::page"]
    data["tests"]["tests/test_x.py::c"] = {
        "passed": True,
        "seconds": 0.5,
        "fixtures": [],
        "blocks": [1, 2, 3],
    }  # type: ignore[index]  # a dictionary
    reach.add(NAMES, data)
    plan = reach.plan(mutation_of(), 20)
    assert [[name[-1] for name in wave] for wave in plan.waves] == [["c"], ["a", "b"]]
    assert plan.seconds == pytest.approx(4.7)


def test_blocks_that_are_newer_or_run_at_import_get_the_tests_of_what_is_round_them() -> None:
    test = {"tests/test_x.py::a": (0.1, [0])}
    unreached, imported, newer = Reach(), Reach(), Reach()
    unreached.add(NAMES, recorded(test))
    imported.add(NAMES, recorded(test, imported=[1, 2, 3]))
    newer.add(NAMES[:1], recorded(test))
    found = [each.reaching(mutation_of()) for each in (unreached, imported, newer)]
    assert found == [set(), set(test), set(test)]


def test_a_map_is_kept_and_tests_that_are_measured_again_replaced(tmp_path) -> None:
    reach = Reach()
    reach.add(NAMES, recorded({"tests/test_x.py::a": (0.1, [1]), "tests/test_y.py::b": (0.1, [1])}))
    reach.add(NAMES, recorded({"tests/test_x.py::c": (0.2, [2])}))
    reach.save(tmp_path / "reach.json")
    again = load(tmp_path / "reach.json")
    assert again == reach
    assert set(again.tests) == {"tests/test_y.py::b", "tests/test_x.py::c"}
    assert again.blocks[NAMES[1]] == {"tests/test_y.py::b"}


def test_equivalent_mutants_have_reasons_and_none_is_named_twice() -> None:
    import tomllib

    entries = tomllib.loads(mutants.EQUIVALENT.read_text(encoding="utf-8")).get("mutant", [])
    assert len({entry["id"] for entry in entries}) == len(entries)
    assert all(entry["where"] and entry["change"] and entry["reason"] for entry in entries)
