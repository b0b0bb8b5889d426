import pytest

from pressroom.circulate.mail.credentials import find_credentials
from pressroom.errors import MachineError, UsageError
from pressroom.project.mail import SmtpSettings
from pressroom.world import MemoryWorld, RealWorld


def found(settings, **variables):
    return find_credentials(settings, "mail.example.org", MemoryWorld(variables=variables))


def test_the_environment_has_the_first_word():
    made = found(SmtpSettings(user="ann"), PRESSROOM_SMTP_PASSWORD="x", PRESSROOM_SMTP_USER="bob")
    assert (made.user, made.password) == ("bob", "x")


def test_nobody_signs_in_where_nobody_is_named():
    assert found(SmtpSettings()) is None


def test_a_token_is_taken_where_oauth_is_asked_for():
    made = found(SmtpSettings(user="ann", oauth=True), PRESSROOM_SMTP_TOKEN="t", PRESSROOM_SMTP_PASSWORD="x")
    assert (made.token, made.password) == ("t", "")


def test_a_user_without_a_password_is_told(monkeypatch):
    pytest.importorskip("keyring")
    monkeypatch.setattr("keyring.get_password", lambda *_: None)
    with pytest.raises(UsageError, match="there is no password for ann"):
        found(SmtpSettings(user="ann"))


def test_a_keyring_is_asked_last(monkeypatch):
    pytest.importorskip("keyring")
    monkeypatch.setattr("keyring.get_password", lambda service, user: f"{service} {user}")
    assert found(SmtpSettings(user="ann")).password == "pressroom:mail.example.org ann"


def test_a_file_must_be_its_owners_alone(tmp_path):
    file = tmp_path / "smtp.toml"
    file.write_text('user = "ann"\npassword = "x"\n')
    file.chmod(0o644)
    with pytest.raises(MachineError, match="others on this machine"):
        find_credentials(SmtpSettings(credentials=str(file)), "h", RealWorld())
    file.chmod(0o600)
    made = find_credentials(SmtpSettings(credentials=str(file)), "h", RealWorld())
    assert (made.user, made.password) == ("ann", "x")
