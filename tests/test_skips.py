"""The rule that a skip fails in continuous integration, and its list."""

import os
import subprocess
import sys

import pytest

from tests.making import ROOT
from tests.skips import ALLOWED, is_allowed, is_strict

CONFTEST = """from tests.skips import StrictSkips, is_strict
def pytest_configure(config):
    if is_strict():
        config.pluginmanager.register(StrictSkips())
"""
WHOLE_MODULE = 'import pytest\npytest.importorskip("no_such_module")\ndef test_it(): pass\n'
BY_MARK = 'import pytest\n@pytest.mark.skipif(True, reason="x is not installed")\ndef test_it(): pass\n'
INSIDE = 'import pytest\ndef test_it(): pytest.skip("y is not installed")\n'
FIXTURE = 'import pytest\n@pytest.fixture\ndef z(): pytest.skip("no z")\ndef test_it(z): pass\n'
EXPECTED = "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\n"
FINE = "def test_it(): pass\n"


def outcome(folder, text: str, ci: str, *options: str) -> tuple[int, str]:
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_it.py").write_text(text)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, str(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "CI": ci, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("text", [WHOLE_MODULE, BY_MARK, INSIDE, FIXTURE])
def test_a_skip_fails_in_continuous_integration_alone(text, tmp_path):
    status, said = outcome(tmp_path, text, "1")
    assert status != 0
    assert "in continuous integration nothing skips but what tests/skips.py allows" in said
    assert outcome(tmp_path, text, "")[0] in (0, 5)  # 5: no test was run


@pytest.mark.parametrize(
    ("ci", "strict"), [("1", True), ("true", True), ("", False), ("0", False), ("False", False)]
)
def test_continuous_integration_is_what_its_variable_says(ci, strict, monkeypatch):
    monkeypatch.setenv("CI", ci)
    assert is_strict() == strict


def test_a_skip_fails_in_several_processes_as_well(tmp_path):
    (tmp_path / "test_other.py").write_text(BY_MARK)
    status, said = outcome(tmp_path, WHOLE_MODULE, "1", "-p", "xdist.plugin", "-n", "1")
    assert status != 0
    assert "test_it.py skips, and" in said
    assert "test_other.py::test_it skips, and" in said


@pytest.mark.parametrize("text", [EXPECTED, FINE])
def test_what_does_not_skip_is_left_alone(text, tmp_path):
    assert outcome(tmp_path, text, "1")[0] == 0


def test_a_skip_on_the_list_may_be(tmp_path):
    folder = tmp_path / "tests" / "circulate" / "mail"
    folder.mkdir(parents=True)
    (folder / "test_sink.py").write_text(
        "import pytest\n"
        'def test_it(): pytest.skip("smtp-sink (Debian\'s package postfix) is not installed")\n'
    )
    assert outcome(tmp_path, FINE, "1")[0] == 0


@pytest.mark.parametrize("entry", ALLOWED, ids=lambda entry: f"{entry.module}: {entry.reason[:30]}")
def test_the_list_names_skips_that_there_are(entry):
    files = [ROOT / "tests" / entry.module, *(ROOT / "tests" / entry.module).parent.glob("*.py")]
    assert files[0].is_file()
    assert any(entry.reason in file.read_text() for file in files)
    assert entry.why
    assert is_allowed(f"tests/{entry.module}", entry.reason)
    assert not is_allowed("tests/test_other.py", entry.reason)
