"""What all tests share: a steady environment, and the folder of the clone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from pressroom.cache.codec import decode, encode
from pressroom.cache.steps import Steps
from pressroom.writers.pdf import PdfResult, render
from tests.once import make_once
from tests.skips import StrictSkips, is_strict
from tests.writers.torture import torture

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, ahead of numpy's import

# A busy machine must not fail a property by its clock; in CI the same examples run each time, so that a
# failure there belongs to the change and not to luck.
settings.register_profile(
    "house", deadline=None, derandomize=is_strict(), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """In continuous integration, let skips fail."""
    if is_strict():
        config.pluginmanager.register(StrictSkips())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests of the torture page slow: whichever comes first waits until it is laid out."""
    for item in items:
        if "laid_out" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")


@pytest.fixture(autouse=True)
def steady_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide what a developer may have set and no test expects."""
    for name in ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for the user's data: that of whoever runs the tests is not theirs."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(autouse=True)
def own_key(monkeypatch: pytest.MonkeyPatch, data_folder: Path) -> None:
    """Keep the key of the tests in a folder of their own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(data_folder))


@pytest.fixture(autouse=True)
def kept_results_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever keeps a result of a step that would not come back as it was."""
    keep = Steps.keep

    def checked(self: Steps, name: str, key: str, result: object) -> None:
        assert decode(encode(result)) == result, f"the result of the step {name} does not come back"
        keep(self, name, key, result)

    monkeypatch.setattr(Steps, "keep", checked)


@pytest.fixture(scope="session")
def clone() -> Path:
    """Return the root of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> PdfResult:
    """Return the PDF of the torture page, which takes seconds to lay out."""
    return make_once(tmp_path_factory, "torture", lambda: render(torture()))
