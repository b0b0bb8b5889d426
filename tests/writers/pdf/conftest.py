import pytest

from pressroom.writers.pdf import PdfResult, render
from tests.writers.torture import torture


@pytest.fixture(scope="session")
def laid_out() -> PdfResult:
    """The torture page, laid out once for all tests that read it."""
    return render(torture())
