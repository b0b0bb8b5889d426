"""Libraries imported with and without what speeds them up make the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pressroom.loading.kept import keep, locate_folder, read_kept

MAKE = """
import hashlib, sys
if sys.argv[1] == "with":
    from pressroom.loading import install
    install()
import weasyprint
page = "<p lang=en style='hyphens:auto;width:3em;font-variant:small-caps'>Extraordinary affairs &amp; words"
print(hashlib.sha256(weasyprint.HTML(string=page).write_pdf()).hexdigest())
print(*sorted(name for name in ("cffi", "fontTools.subset") if name in sys.modules))
"""


def make(how: str, cache: Path) -> list[str]:
    """Return the hash of a PDF and the modules that were loaded, from a process of its own."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    ended = subprocess.run(
        [sys.executable, "-P", "-c", MAKE, how], env=environment, capture_output=True, text=True, check=True
    )
    assert ended.stderr == ""
    return ended.stdout.splitlines()


def test_the_same_bytes_with_and_without(tmp_path: Path) -> None:
    own, loaded = make("without", tmp_path / "none")
    assert loaded == "cffi fontTools.subset"
    assert not (tmp_path / "none").exists()
    first, _ = make("with", tmp_path / "cache")
    second, loaded = make("with", tmp_path / "cache")
    assert own == first == second
    assert loaded == ""  # taken from where they are kept
    assert {each.name.partition("-")[0] for each in tmp_path.glob("cache/*/*/*")} == {"cffi"}


def test_what_cannot_be_used_leads_to_the_own_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, _ = make("without", tmp_path)
    make("with", tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept = next(each.name for each in Path(locate_folder()).iterdir() if each.name.startswith("cffi"))
    held = read_kept(kept)
    assert isinstance(held, dict)
    for wrong in ({**held, "_version": 1}, {"unknown": 1}, {}, ()):
        keep(kept, wrong)
        assert make("with", tmp_path)[0] == own


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert make("with", tmp_path / "file")[0] == make("without", tmp_path)[0]


DRAW = """
import hashlib, io, sys
if sys.argv[1] == "with":
    from pressroom.loading import install
    install()
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.text import Text
figure = Figure(figsize=(2, 1))
figure.add_artist(Circle((0.5, 0.5), 0.2, facecolor="#12507b"))
figure.add_artist(Text(0.1, 0.1, "Wells"))
figure.artists[0].set(linewidth=2.0)
out = io.BytesIO()
figure.savefig(out, format="png", metadata={"Software": None})
print(hashlib.sha256(out.getvalue()).hexdigest())
print("mpl_toolkits.mplot3d" in sys.modules)
"""


MARKS = """
import hashlib, sys
if sys.argv[1] == "with":
    from pressroom.loading import install
    install()
import tinycss2, weasyprint
parsed = []
parse = tinycss2.parse_blocks_contents
tinycss2.parse_blocks_contents = lambda content, *rest, **more: (
    parsed.append(content) or parse(content, *rest, **more)
)
marks = "".join(
    f'<path d="M {x} 0 l 8 8 z" style="fill: #12507b; stroke-width: 0.5em"/>'
    f'<rect x="{x}%" width="2em" height="3"/>'
    for x in range(20)
)
style = "<style>rect { fill: red } path { stroke: blue }</style>"
page = f"<svg viewBox='0 0 100 20' width=200 height=40>{style}{marks}</svg>"
print(hashlib.sha256(weasyprint.HTML(string=page).write_pdf()).hexdigest(), len(parsed))
"""


def test_a_style_that_many_marks_have_is_parsed_once() -> None:
    def draw(how: str) -> list[str]:
        command = [sys.executable, "-P", "-c", MARKS, how]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    (own, often), (ours, once) = draw("without"), draw("with")
    assert own == ours
    assert int(often) - int(once) == 19


def test_plots_are_the_same_with_and_without() -> None:
    def draw(how: str) -> list[str]:
        command = [sys.executable, "-P", "-c", DRAW, how]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    (own, loaded), (ours, left_out) = draw("without"), draw("with")
    assert own == ours
    assert (loaded, left_out) == ("True", "False")


FONTS = r"""
import hashlib, io, json, sys
if sys.argv[1] == "with":
    from pressroom.loading import install
    install()
import matplotlib
from matplotlib.figure import Figure
from matplotlib import _fontconfig_pattern as fonts
from importlib import resources
loaded = [name for name in ("pyparsing", "matplotlib._mathtext") if name in sys.modules]
matplotlib.rcParams["svg.hashsalt"] = "wells"
names = ("sans", "sans:italic:bold", "Source Sans 3:semibold", "cursive", "Vera-12:weight=bold", "a,b:black")
print(json.dumps([fonts.parse_fontconfig_pattern(name) for name in names]).replace(" ", ""))
try:
    fonts.parse_fontconfig_pattern("sans:nonsense=:")
except ValueError:
    print("refused")
figure = Figure(figsize=(2, 1))
figure.text(0.1, 0.1, r"$\alpha^2$ wells")
out = io.BytesIO()
figure.savefig(out, format="svg", metadata={"Date": None})
print(hashlib.sha256(out.getvalue()).hexdigest())
print(resources.files("matplotlib").joinpath("mpl-data/matplotlibrc").is_file())
print(*loaded)
"""


def test_fonts_are_named_and_formulas_are_set_as_by_the_parser_that_is_left_out() -> None:
    def draw(how: str) -> list[str]:
        command = [sys.executable, "-P", "-c", FONTS, how]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    own, ours = draw("without"), draw("with")
    assert own == [*ours, "pyparsing", "matplotlib._mathtext"]
    assert ours[1:2] == ["refused"]


AS_A_LIBRARY = """
import sys
from pathlib import Path
import pressroom
Path("a.txt").write_text("Wells\\n\\nThe survey counted 412 wells in 2024, up from 310 a year before.\\n")
pressroom.make("a.txt", ["pdf", "docx"])
from matplotlib.figure import Figure
print(type(Figure().add_subplot(projection="3d")).__module__)
print([each for each in sys.meta_path if type(each).__module__.startswith("pressroom")])
"""


def test_a_program_that_uses_pressroom_has_all_of_its_libraries(tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-c", AS_A_LIBRARY]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["mpl_toolkits.mplot3d.axes3d", "[]"]
