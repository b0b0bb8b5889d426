"""How far a layout has come, page by page, for who waits for a long report."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LOGGER = "weasyprint.progress"
_PAGE, _WRITING = "Step 5 - Creating layout - Page %d", "Step 6"  # as WeasyPrint says it
FIRST, STEP = 30, 10  # pages: a shorter report is there before anybody asks
WRITING = 0  # in place of the number of a page


@contextmanager
def tell_pages(tell: Callable[[int], None]) -> Iterator[None]:
    """Call ``tell`` with the number of a page that is being laid out, the 30th and every tenth behind it.

    A report whose contents name pages is laid out again where that moves them, and the numbers begin anew.
    WRITING comes when the file is written.
    """
    logger, handler = logging.getLogger(LOGGER), _ProgressHandler(tell)
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _ProgressHandler(logging.Handler):
    def __init__(self, tell: Callable[[int], None]) -> None:
        super().__init__(logging.INFO)
        self._tell = tell
        self._told = False

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg == _PAGE and isinstance(record.args, tuple):
            (number,) = record.args
            if isinstance(number, int) and number >= FIRST and number % STEP == 0:
                self._tell(number)
                self._told = True
        elif self._told and str(record.msg).startswith(_WRITING):
            self._tell(WRITING)
