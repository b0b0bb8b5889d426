"""The commands as a user types them, in a process of their own where start-up matters."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from pressroom.cli import command_table, start
from pressroom.cli.main import cli, run
from tests.making import ROOT

TEXT = """A bridge for the valley

More than 2,300 residents crossed the new bridge on Tuesday. It cost about £12 million.

What comes next

The council will meet again in June.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(TEXT)
    return tmp_path


def report(*arguments: str) -> int:
    return run(list(arguments))


def test_the_help_is_what_click_prints():
    shown = CliRunner().invoke(cli, ["--help"], prog_name="report").output
    assert start.format_help() == shown


def test_every_command_shows_its_own_help():
    for name in command_table.COMMANDS:
        result = CliRunner().invoke(cli, [name, "--help"])
        assert result.exit_code == 0, result.output
        assert "Usage:" in result.output


def modules_after(*arguments: str, folder: Path) -> set[str]:
    code = (
        "import sys; sys.argv = ['report', *sys.argv[1:]]\n"
        "import atexit; atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
        "from pressroom.cli.start import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


HEAVY = {"click", "weasyprint", "matplotlib", "docx", "lxml", "jinja2", "pikepdf", "babel", "numpy"}


@pytest.mark.slow
def test_help_and_a_run_that_finds_nothing_changed_import_next_to_nothing(folder):
    assert not HEAVY & modules_after("--help", folder=folder)
    make = ("make", "bridge.txt", "--format", "html")
    first = modules_after(*make, folder=folder)
    assert "click" in first
    assert not HEAVY & modules_after(*make, folder=folder)


@pytest.mark.slow
def test_make_writes_whole_files_and_says_so(folder, capfd):
    assert report("make", "bridge.txt", "--format", "all", "--print", "2up") == 0
    heads = {path.name: path.read_bytes()[:4] for path in (folder / "dist").glob("bridge.*")}
    assert heads == {
        "bridge.pdf": b"%PDF",
        "bridge.docx": b"PK\x03\x04",
        "bridge.html": b"<!DO",
        "bridge.eml": b"Subj",
        "bridge.2up.pdf": b"%PDF",
    }
    said = capfd.readouterr().err
    assert "bridge.txt → " in said
    assert "1 made" in said
    assert report("make", "bridge.txt", "--format", "all", "--print", "2up") == 0
    assert "nothing to do: 5 outputs up to date" in capfd.readouterr().err


@pytest.mark.slow
def test_the_same_source_gives_the_same_bytes_anywhere(tmp_path, monkeypatch):
    made = []
    for place, zone in (("one", "Asia/Tokyo"), ("two/deep", "America/Lima")):
        here = tmp_path / place
        here.mkdir(parents=True)
        (here / "bridge.txt").write_text(TEXT)
        monkeypatch.chdir(here)
        monkeypatch.setenv("TZ", zone)
        assert report("make", "bridge.txt", "--format", "all") == 0
        made.append({path.name: path.read_bytes() for path in (here / "dist").glob("bridge.*")})
    assert made[0] == made[1]


@pytest.mark.slow
def test_a_file_without_a_date_has_none_but_that_of_the_build(tmp_path, monkeypatch):
    import pikepdf

    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text("A bridge\n\nIt carries 40 lorries a day, more than any other.\n")
    dates = []
    for epoch in ("", "1700000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert report("make", "bridge.txt") == 0
        with pikepdf.open(tmp_path / "dist" / "bridge.pdf") as pdf:
            dates.append(str(pdf.docinfo.get("/CreationDate", "")))
    assert dates == ["", "D:20231114221320Z"]


@pytest.mark.slow
def test_json_is_one_object_and_nothing_else(folder, capfd):
    assert report("make", "bridge.txt", "--format", "html", "--json") == 0
    data = json.loads(capfd.readouterr().out)
    (outcome,) = data["outcomes"]
    assert outcome["state"] == "made"
    assert [Path(output["path"]).name for output in outcome["outputs"]] == ["bridge.html"]


@pytest.mark.parametrize("command", ["outline", "numbers", "figures"])
def test_the_looks_print_tables_and_json(folder, capfd, command):
    assert report(command, "bridge.txt") == 0
    assert capfd.readouterr().out.strip()
    assert report(command, "bridge.txt", "--json") == 0
    assert json.loads(capfd.readouterr().out)["source"] == "bridge.txt"


def test_outline_explains(folder, capfd):
    assert report("outline", "bridge.txt", "--explain") == 0
    said = capfd.readouterr().out
    assert "A bridge for the valley" in said
    assert "What comes next" in said
    assert "·" in said


def test_numbers_explain_which_rules_fired(folder, capfd):
    assert report("numbers", "bridge.txt", "--explain") == 0
    said = capfd.readouterr().out
    assert "2,300 = 2300" in said
    assert "qualifiers.ahead" in said
    assert "numbers/meaning/qualifiers.py:" in said


def test_numbers_as_json_carry_their_rules_where_that_is_asked_for(folder, capfd):
    assert report("numbers", "bridge.txt", "--json") == 0
    plain = json.loads(capfd.readouterr().out)
    assert report("numbers", "bridge.txt", "--explain", "--json") == 0
    explained = json.loads(capfd.readouterr().out)
    trace = explained.pop("trace")
    assert explained == plain
    assert all(rule["line"] > 0 for number in trace for rule in number["rules"])
    assert {"line", "start", "number", "rules", "wordings"} == set(trace[0])


def test_numbers_are_written_for_the_editor_and_steer_the_next_run(folder, capfd):
    assert report("numbers", "bridge.txt", "--write") == 0
    sidecar = folder / "bridge.toml"
    text = sidecar.read_text()
    assert 'words = "2,300"' in text
    capfd.readouterr()
    assert report("numbers", "bridge.txt", "--write") == 0
    assert "not changed" in capfd.readouterr().err
    assert sidecar.read_text() == text
    sidecar.write_text(text.replace('words = "2,300"', 'words = "2,301"'))
    capfd.readouterr()
    assert report("make", "bridge.txt", "--format", "html") == 1
    said = capfd.readouterr().err
    assert "'2,301' is no longer in the text" in said
    assert "bridge.toml" in said


@pytest.mark.slow
def test_a_new_project_makes_its_first_report(folder, monkeypatch):
    assert report("new", "mine") == 0
    monkeypatch.chdir(folder / "mine")
    assert report("make") == 0
    assert (folder / "mine" / "dist" / "first-briefing.pdf").exists()
    assert report("templates") == 0
    assert report("clean") == 0


def write(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return name


BAD = [
    ("no-such.txt", None, 1),
    ("empty.txt", b"", 1),
    ("blank.txt", b" \n\n\t\n", 1),
    ("binary.txt", bytes(range(256)) * 40, 1),
    ("huge.txt", b"word " * 5_000_000, 1),
    ("sheet.xyz", b"text", 2),
    ("front.md", b"---\npaper: B7\n---\n\n# T\n\nText.\n", 2),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "data", "status"), BAD, ids=[case[0] for case in BAD])
def test_bad_input_is_one_line_with_a_cure_and_stops_no_other(folder, capfd, name, data, status):
    if data is not None:
        write(folder, name, data)
    assert report("make", name, "--format", "html") == status
    said = capfd.readouterr().err
    errors = [line for line in said.splitlines() if ": error: " in line]
    assert len(errors) == 1, said
    assert errors[0].startswith(name)
    assert "Cure: " in errors[0]
    assert "Traceback" not in said
    assert not list((folder / "dist").glob("*.html"))
    assert report("make", name, "bridge.txt", "--format", "html") == 1
    assert (folder / "dist" / "bridge.html").exists()


WRONG = [
    (["make", "bridge.txt", "--format", "odt"], "one of pdf, docx, html, email or all"),
    (["make", "bridge.txt", "--template", "nope", "--format", "html"], "there is no template 'nope'"),
    (["make", "bridge.txt", "--paper", "B7"], "A4, Letter"),
    (["make", "bridge.txt", "--print", "tower"], "no way of print 'tower'"),
    (["mkae"], "Did you mean make?"),
    (["make", "--no-such-option"], "No such option"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[case[1] for case in WRONG])
def test_wrong_usage_has_status_2_and_a_cure(folder, capfd, arguments, words):
    assert report(*arguments) == 2
    assert words in capfd.readouterr().err


def test_an_error_that_nobody_foresaw_is_one_line_and_can_be_traced(folder, capfd, monkeypatch):
    def fail(_source):
        raise ZeroDivisionError("of the program's own")

    monkeypatch.setattr("pressroom.cli.commands.outline.read_source", fail)
    assert report("outline", "bridge.txt") == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert "a fault of Pressroom (ZeroDivisionError at test_commands.py:" in line
    monkeypatch.setenv("PRESSROOM_TRACE", "1")
    with pytest.raises(ZeroDivisionError):
        report("outline", "bridge.txt")


def test_an_output_folder_that_cannot_be_written(folder, capfd):
    (folder / "taken").write_text("a file")
    assert report("make", "bridge.txt", "--out", "taken") in (1, 3)
    assert "Cure: " in capfd.readouterr().err
    assert (folder / "taken").read_text() == "a file"


@pytest.mark.slow
def test_a_broken_template_is_named_with_its_line(folder, capfd):
    own = folder / "templates" / "own"
    own.mkdir(parents=True)
    (own / "template.toml").write_text("")
    (own / "report.html.j2").write_text("<html>\n{% if %}\n")
    assert report("make", "bridge.txt", "--template", "own", "--format", "html") == 1
    assert "templates/own/report.html.j2:2: error: " in capfd.readouterr().err


def test_a_broken_settings_file_is_named_with_its_line(folder, capfd):
    (folder / "report.toml").write_text("paper = \n")
    assert report("make", "bridge.txt") == 2
    assert "report.toml:1: error: " in capfd.readouterr().err


@pytest.mark.slow
def test_strict_fails_a_document_with_a_warning(folder, capfd):
    (folder / "bridge.toml").write_text("colour = 'red'\n")
    assert report("make", "bridge.txt", "--format", "html", "--strict") == 1
    assert "there is no setting 'colour'" in capfd.readouterr().err
    assert report("make", "bridge.txt", "--format", "html") == 0


@pytest.mark.slow
def test_several_sources_are_made_side_by_side_by_the_script_s_own_command(folder):
    """The way script/report starts it: workers import the main file anew, and must not run it."""
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(TEXT)
    main = ROOT / "src" / "pressroom" / "__main__.py"
    done = subprocess.run(
        [sys.executable, "-I", str(main), "make", "one.txt", "two.txt", "--jobs", "2", "--format", "html"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "made      2\n" in done.stderr


@pytest.mark.slow
def test_check_looks_over_sources_and_outputs(folder, capfd):
    assert report("make", "bridge.txt", "--format", "all") == 0
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 torn")
    assert report("check", "bridge.txt", "dist/bridge.pdf", "dist/bridge.docx") == 0
    assert report("check", "broken.pdf", "--json") == 1
    said = capfd.readouterr().out
    assert json.loads(said.splitlines()[-1])["diagnostics"][0]["file"] == "broken.pdf"


@pytest.fixture(scope="module")
def word_file(tmp_path_factory):
    """The Word file of bridge.txt, made once."""
    made = tmp_path_factory.mktemp("word")
    (made / "bridge.txt").write_text(TEXT)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        assert report("make", "bridge.txt", "--format", "docx") == 0
    return made / "dist" / "bridge.docx"


@pytest.mark.slow
def test_edits_made_in_word_come_back_to_the_text(folder, capfd):
    from docx import Document

    assert report("make", "bridge.txt", "--format", "docx") == 0
    assert report("pull", "dist/bridge.docx", "bridge.txt") == 0
    assert "nothing was edited" in capfd.readouterr().err
    word = Document(str(folder / "dist" / "bridge.docx"))
    (last,) = [each for each in word.paragraphs if "meet again in June" in each.text]
    run = next(each for each in last.runs if "June" in each.text)
    run.text = run.text.replace("June", "July")
    word.save(str(folder / "edited.docx"))
    assert report("pull", "edited.docx", "bridge.txt") == 0
    assert "+The council will meet again in July." in capfd.readouterr().out
    assert report("pull", "edited.docx", "bridge.txt", "--apply") == 0
    assert (folder / "bridge.txt").read_text() == TEXT.replace("June", "July")


@pytest.mark.slow
def test_a_conflict_names_line_words_reason_and_difference(folder, word_file, capfd):
    from docx import Document

    (folder / "bridge.txt").write_text(TEXT.replace("again in June", "soon in June"))
    word = Document(str(word_file))
    (last,) = [each for each in word.paragraphs if "meet again in June" in each.text]
    word.add_comment(last.runs, text="Is that so?", author="Reviewer")
    last.insert_paragraph_before("Words that are new.", last.style)
    run = next(each for each in last.runs if "June" in each.text)
    run.text = run.text.replace("June", "July")
    word.save(str(folder / "edited.docx"))
    assert report("pull", "edited.docx", "bridge.txt", "--apply") == 1
    said = capfd.readouterr().err
    assert "bridge.txt: 1 edit taken over" in said
    assert "'The council will meet again in July.': edited in Word, and the source has moved on there" in said
    assert "'Is that so?': a comment by Reviewer on 'The council will meet again in July.'" in said
    assert "Words that are new." in (folder / "bridge.txt").read_text()


@pytest.mark.slow
def test_pull_finds_the_text_by_its_name_and_keeps_its_encoding(folder, capfd):
    from docx import Document

    (folder / "old.txt").write_bytes(
        (TEXT + "\nThe café stays “open” until nine in the evening.\n").encode("cp1252")
    )
    assert report("make", "old.txt", "--format", "docx") == 0
    word = Document(str(folder / "dist" / "old.docx"))
    (last,) = [each for each in word.paragraphs if "until nine" in each.text]
    last.runs[0].text = last.runs[0].text.replace("nine", "ten")
    word.save(str(folder / "dist" / "old.docx"))
    assert report("pull", "dist/old.docx", "--apply") == 0
    assert "“open” until ten".encode("cp1252") in (folder / "old.txt").read_bytes()
    (folder / "old.txt").unlink()
    assert report("pull", "dist/old.docx") == 2
    assert "old.txt, is not here. Cure: name it" in capfd.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    ["{outside}/victim.txt", "../victim.txt", "a/../../victim.txt", "..\\victim.txt", "link.txt", "..", ""],
)
def test_pull_writes_to_no_text_that_only_the_word_file_names(
    folder, word_file, tmp_path_factory, capfd, name
):
    outside = tmp_path_factory.mktemp("outside")
    for path in (outside / "victim.txt", folder.parent / "victim.txt"):
        path.write_text(TEXT)
    (folder / "link.txt").symlink_to(outside / "victim.txt")
    named = name.format(outside=outside)
    edited(word_file, folder / "evil.docx", b'source="bridge.txt"', named)
    (folder / "bridge.txt").rename(folder / "mine.txt")
    assert report("pull", "evil.docx") == 2
    assert report("pull", "evil.docx", "--apply") == 2
    assert "Cure: name it: report pull evil.docx TEXT" in capfd.readouterr().err
    texts = [*outside.iterdir(), *folder.parent.glob("*.txt"), *folder.glob("*.txt")]
    assert {path.read_text() for path in texts} == {TEXT}
    assert report("pull", "evil.docx", "mine.txt", "--apply") == 0
    assert "again in July" in (folder / "mine.txt").read_text()


def edited(word: Path, to: Path, source: bytes, name: str) -> None:
    """Copy a Word file of ours with a word changed, and another name of the text that it was made from."""
    with ZipFile(word) as files, ZipFile(to, "w") as changed:
        for part in files.namelist():
            data = files.read(part).replace(source, b'source="' + name.encode() + b'"')
            changed.writestr(part, data.replace(b"again in June", b"again in July"))


@pytest.mark.slow
def test_a_reference_gives_word_its_design(folder):
    from docx import Document

    reference = Document()
    reference.styles["Heading 1"].font.name = "Courier New"
    reference.save(str(folder / "house.docx"))
    assert report("make", "bridge.txt", "--format", "docx", "--reference", "house.docx") == 0
    made = Document(str(folder / "dist" / "bridge.docx"))
    assert made.styles["Heading 1"].font.name == "Courier New"
