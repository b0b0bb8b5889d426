import inspect

import pytest
import weasyprint
import weasyprint.pdf

from pressroom.errors import MachineError
from pressroom.writers.pdf import tagging


def test_the_hook_fits_the_weasyprint_installed():
    """Fails when WeasyPrint changes: read its changelog and pdf/tags.py, then move the pin and this test."""
    assert weasyprint.__version__ == tagging.VERSION
    theirs = inspect.signature(weasyprint.pdf.add_tags)
    assert list(theirs.parameters) == ["pdf", "document", "pdf_version", "page_streams"]
    assert list(inspect.signature(tagging.add_tags).parameters) == list(theirs.parameters)
    source = inspect.getsource(weasyprint.pdf.generate_pdf)
    assert "add_tags(pdf, document, options['pdf_version'], page_streams)" in source


def test_another_release_is_refused(monkeypatch):
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(MachineError, match=r"70\.0 is needed"), tagging.use_own_tags():
        pass


def test_the_hook_is_taken_off_again():
    theirs = weasyprint.pdf.add_tags
    with tagging.use_own_tags():
        assert weasyprint.pdf.add_tags is tagging.add_tags
    assert weasyprint.pdf.add_tags is theirs
