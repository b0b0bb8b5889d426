"""Mails as report make writes them: with what is attached, whole, the same each time."""

import email
import email.policy

import pytest

from pressroom.cli.main import run
from pressroom.model.figure import Medium
from pressroom.writers import list_media, needs_pages
from tests.making import ROOT

TEXT = "A bridge\n\nMore than 2,300 residents crossed the new bridge on Tuesday.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brücke.txt").write_text(TEXT)
    (tmp_path / "brücke.toml").write_text('date = "2026-05-03"\n')
    return tmp_path


def settings(project, text):
    (project / "report.toml").write_text(text)


def made(project):
    return (project / "dist" / "brücke.eml").read_bytes()


def message(project):
    return email.message_from_bytes(made(project), policy=email.policy.default)


def test_a_mail_is_made_with_what_is_to_be_attached(project):
    settings(
        project,
        '[mail]\nfrom = "Press <press@example.org>"\nattach = ["pdf"]\nlink = "https://example.org/r"\n',
    )
    assert run(["make", "brücke.txt", "--format", "email"]) == 0
    found = message(project)
    assert found["From"] == "Press <press@example.org>"
    assert found["Subject"] == "A bridge"
    assert found["Date"].datetime.isoformat() == "2026-05-03T00:00:00+00:00"
    assert found["Message-ID"].endswith("@example.org>")
    (attached,) = found.iter_attachments()
    assert attached.get_filename() == "brücke.pdf"
    assert attached.get_content().startswith(b"%PDF-")
    assert "https://example.org/r" in found.get_body(("plain",)).get_content()


def test_the_same_input_makes_the_same_bytes(project):
    assert run(["make", "brücke.txt", "--format", "email"]) == 0
    first = made(project)
    assert run(["make", "brücke.txt", "--format", "email", "--force"]) == 0
    assert made(project) == first


def test_a_mail_is_the_same_whatever_else_is_made(project):
    with_a_picture = "Tolls brought in 41 percent of the income, rents 33 percent, and grants 26 percent."
    (project / "brücke.txt").write_text(f"{TEXT}\nWhere it comes from\n\n{with_a_picture}\n")
    assert run(["make", "brücke.txt", "--format", "email"]) == 0
    alone = made(project)
    assert run(["make", "brücke.txt", "--format", "all", "--force"]) == 0
    assert made(project) == alone


def test_what_is_too_large_to_attach_is_linked_instead(project):
    settings(project, '[mail]\nattach = ["html"]\nlimit = "1 kB"\nlink = "https://example.org/r"\n')
    assert run(["make", "brücke.txt", "--format", "email"]) == 0
    assert not list(message(project).iter_attachments())


def test_what_is_too_large_and_has_no_link_is_an_error(project, capsys):
    settings(project, '[mail]\nattach = ["html"]\nlimit = "1 kB"\n')
    assert run(["make", "brücke.txt", "--format", "email"]) == 1
    assert "set [mail] link" in capsys.readouterr().err
    assert not (project / "dist" / "brücke.eml").exists()


def test_without_a_date_the_mail_has_none_but_the_epochs(project, monkeypatch):
    (project / "brücke.toml").unlink()
    assert run(["make", "brücke.txt", "--format", "email"]) == 0
    assert message(project)["Date"] is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert run(["make", "brücke.txt", "--format", "email"]) == 0
    assert message(project)["Date"].datetime.isoformat() == "1970-01-02T00:00:00+00:00"


def test_a_mail_needs_no_pages_to_be_laid_out(project, monkeypatch):
    assert not needs_pages(("email",))
    assert list_media(("email",)) == (Medium.MAIL, Medium.MAIL_PHONE)
    assert (ROOT / "templates" / "base" / "email.html.j2").is_file()


def table(rows):
    entries = "\n".join(f"| Entry {row} | {'words ' * 8}| {row * 12:,} |" for row in range(rows))
    return f"# A register\n\n| Entry | What | Amount |\n|---|---|--:|\n{entries}\n"


@pytest.mark.slow
@pytest.mark.parametrize(("rows", "warned"), [(150, False), (500, True)])
def test_a_mail_that_is_cut_off_is_told(project, capsys, rows, warned):
    (project / "register.md").write_text(table(rows))
    assert run(["make", "register.md", "--format", "email"]) == 0
    told = capsys.readouterr().err
    assert ("register.md: warning: the mail has" in told) == warned
    assert ("Gmail cuts off" in told) == warned
