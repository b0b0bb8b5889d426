"""How far a layout has come is told by pages."""

from __future__ import annotations

import logging

import pytest
import weasyprint

from pressroom.build.engine import build_in_fork
from pressroom.build.isolation import CAN_FORK, Limits
from pressroom.build.plan import Request, make_plan
from pressroom.pipeline.progress import LOGGER, WRITING, tell_pages
from pressroom.project.place import find
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld

PAGES = "<style>@page { size: 40mm } p { break-after: page }</style>" + "<p>Words.</p>" * 54


def test_every_tenth_page_is_told_and_then_the_writing():
    told: list[int] = []
    with tell_pages(told.append):
        weasyprint.HTML(string=PAGES).write_pdf()
    assert told == [30, 40, 50, WRITING]


def test_a_short_report_tells_nothing():
    told: list[int] = []
    with tell_pages(told.append):
        weasyprint.HTML(string="<p>Words.</p>").write_pdf()
    assert told == []


def test_nothing_is_told_behind_it():
    told: list[int] = []
    before = logging.getLogger(LOGGER).level
    with tell_pages(told.append):
        pass
    weasyprint.HTML(string=PAGES).write_pdf()
    assert told == []
    assert logging.getLogger(LOGGER).level == before


@pytest.mark.slow
@pytest.mark.skipif(not CAN_FORK, reason="no fork on this system")
def test_pages_come_from_the_process_that_lays_out(tmp_path):
    text = tmp_path / "long.txt"
    text.write_text("A long report\n\n" + "The teams returned twice to some of the districts. " * 2400)
    world = RealWorld()
    plan = make_plan(Request((text,), make_option_layer({}), force=True), find(tmp_path, world), world)
    (job,) = plan.jobs(world)
    told: list[int] = []
    result = build_in_fork(job, Limits(), told.append)
    assert told[0] == 30
    assert told[-1] == WRITING
    assert result.status == 0
