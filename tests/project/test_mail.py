import pytest

from pressroom.errors import UsageError
from pressroom.project.addresses import parse_address
from pressroom.project.mail import MailSettings, SmtpSettings, parse_mail_settings, parse_smtp_settings
from pressroom.project.settings import Layer, Scope

PROJECT = Layer({}, Scope.PROJECT, "report.toml")
FRONT_MATTER = Layer({}, Scope.FRONT_MATTER, "brief.md:1")


def test_rows_are_merged_and_the_last_wins():
    rows = (
        ({"from": "Press <press@example.org>", "subject": "One", "limit": "2 MB"}, PROJECT),
        ({"subject": "Two", "attach": ["pdf", "docx", "pdf"]}, FRONT_MATTER),
    )
    assert parse_mail_settings(rows) == MailSettings(
        sender="Press <press@example.org>", subject="Two", limit=2_000_000, attach=("pdf", "docx")
    )


@pytest.mark.parametrize(
    ("row", "wanted"),
    [({}, None), ({"attach": []}, ()), ({"attach": "none"}, ()), ({"attach": "pdf"}, ("pdf",))],
)
def test_nothing_said_of_attachments_is_not_the_same_as_none(row, wanted):
    assert parse_mail_settings(((row, PROJECT),)).attach == wanted


@pytest.mark.parametrize("key", ["password", "token", "Password"])
def test_no_password_is_taken_from_a_settings_file(key):
    with pytest.raises(UsageError) as caught:
        parse_smtp_settings((({key: "hunter2"}, PROJECT),))
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"attach": ["exe"]}, "pdf, docx, html, or none"),
        ({"attach": ["pdf", "none"]}, "pdf, docx, html, or none"),
        ({"limit": "much"}, "10 MB"),
        ({"unsubscribe": "http://example.org"}, "https: or mailto:"),
        ({"unsubscribe": "https://example.org/\r\nBcc: x"}, "https: or mailto:"),
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"subjct": "x"}, "did you mean subject"),
        ({"subject": 5}, "a text in quotes"),
    ],
)
def test_a_wrong_value_is_told_with_its_cure(row, words):
    with pytest.raises(UsageError) as caught:
        parse_mail_settings(((row, PROJECT),))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "row",
    [{"rate": -1}, {"rate": True}, {"retry": []}, {"on_unknown": "guess"}, {"oauth": "yes"}, {"port": 25}],
)
def test_a_wrong_server_setting_is_an_error(row):
    with pytest.raises(UsageError):
        parse_smtp_settings(((row, PROJECT),))


def test_server_settings_are_read():
    row = {"server": "smtps://mail.example.org", "rate": 60, "retry": [1, 2], "on-unknown": "resend"}
    assert parse_smtp_settings(((row, PROJECT),)) == SmtpSettings(
        server="smtps://mail.example.org", rate=60, retry=(1, 2), on_unknown="resend"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ann@Example.COM", ("ann@example.com", "")),
        ("Ann O'Neill <ann@example.com>", ("ann@example.com", "Ann O'Neill")),
        ("ann@bücher.example.com", ("ann@xn--bcher-kva.example.com", "")),
        ("zoë@example.com", ("zoë@example.com", "")),
    ],
)
def test_an_address_is_read(text, wanted):
    assert parse_address(text, "list.csv:2") == wanted


BAD = [
    *("", "ann", "ann@", "@example.com", "ann@example", "a b@example.com", "ann@exa mple.com"),
    *("ann@example.com\r\nBcc: x@example.net", "ann@example.com, bob@example.com", "a@b@example.com"),
    *("ann@example..com", "Ann <ann@example.com>\r\nBcc: x@example.net"),
]


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_address_is_told_with_its_place(text):
    with pytest.raises(UsageError, match=r"list\.csv:2"):
        parse_address(text, "list.csv:2")
