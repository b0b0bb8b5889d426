"""The gallery of docs/figures.md: every kind of figure and every state of doubt, drawn from the data below.

python -m benchmarks.gallery [NAME…]    write docs/figures.md and docs/figures/*.svg, of all or of those named
python -m benchmarks.gallery --png DIR  write colour and grey PNGs at both widths to look at
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

from pressroom.figures import FIGURE_KINDS, NARROW_MM, WIDE_MM, Canvas, draw
from pressroom.figures.text.wording import describe
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.quantity import Qualifier
from pressroom.project import brand

ROOT = Path(__file__).resolve().parent.parent


def _figure(
    name: str,
    kind: str,
    title: str,
    categories: str | list[str],
    options: dict[str, object] | None = None,
    **series: list[object],
) -> Figure:
    names = categories.split("|") if isinstance(categories, str) else categories
    rows = tuple(
        Series(key.replace("_", " ").strip(), tuple(_datum(value) for value in values))
        for key, values in series.items()
    )
    return Figure(name, kind, title, title, tuple(names), rows, (), options=tuple((options or {}).items()))


def _datum(value: object) -> Datum:
    if isinstance(value, Datum):
        return value
    if isinstance(value, tuple):
        number, qualifier, label = value
        return Datum(number, qualifier, None, label)
    assert value is None or isinstance(value, int | float)
    return Datum(None if value is None else float(value))


YEARS = "2015|2016|2017|2018|2019|2020|2021|2022|2023|2024"
GALLERY = (
    _figure(
        "bar",
        "bar",
        "Bars, sorted, with zero base",
        "Harbour and river district|Old town|North|Hill farms and forest",
        _=[1240, 860, 512, 97],
    ),
    _figure(
        "doubt",
        "bar",
        "A bar for each state of doubt",
        "exact|over, at least|about, nearly|up to, fewer than|a range|no figure given",
        _=[
            900,
            (1100, Qualifier.OVER, "over 1,100"),
            (700, Qualifier.ABOUT, "about 700"),
            (800, Qualifier.AT_MOST, "up to 800"),
            Datum(400, Qualifier.BETWEEN, 650, "400 to 650"),
            None,
        ],
    ),
    _figure(
        "negative", "bar", "Bars on both sides of zero", "Energy|Food|Rent|Clothing", _=[-4.2, 2.1, 3.4, -0.6]
    ),
    _figure(
        "column",
        "column",
        "Columns in time",
        "2017|2018|2019|2020|2021|2022|2024",
        {"highlight": "2020"},
        _=[412, 448, 437, 96, 188, None, 451],
    ),
    _figure(
        "grouped",
        "grouped",
        "Bars in groups",
        "Primary|Secondary|Higher",
        women=[34, 51, 15],
        men=[38, 49, 13],
    ),
    _figure(
        "stacked",
        "stacked",
        "Bars of parts",
        "North|South|East|West",
        rail=[120, 90, 40, 75],
        road=[80, 110, 95, 20],
        water=[12, 4, 0, 51],
    ),
    _figure(
        "part",
        "part",
        "A part inside its stated whole",
        [""],
        wards_closed=[(12, None, "12")],
        wards=[(40, None, "40")],
    ),
    _figure(
        "target",
        "target",
        "Values and their targets",
        "Insulated homes|Homes with heat pumps",
        actual=[6200, 4100],
        target=[8000, 3000],
    ),
    _figure(
        "share",
        "share",
        "A share with the source's denominator",
        ["households without a car"],
        {"of": 10},
        _=[(3, None, "3 in 10")],
    ),
    _figure(
        "percent",
        "share",
        "Shares of a hundred",
        "Turnout|Postal votes|Spoilt",
        _=[(63.4, None, "63.4%"), (30, Qualifier.ABOUT, "about 30%"), (1, Qualifier.UNDER, "under 1%")],
    ),
    _figure(
        "waffle",
        "waffle",
        "A hundred cells",
        "Solid waste|Compost|Recycled",
        _=[(52, None, "52%"), (27, None, "27%"), (21, None, "21%")],
    ),
    _figure(
        "interval",
        "interval",
        "Ranges",
        "Model A|Model B|Survey",
        _=[Datum(1.2, Qualifier.BETWEEN, 2.8), Datum(0.9, Qualifier.BETWEEN, 3.4), Datum(2.0)],
    ),
    _figure(
        "sources",
        "sources",
        "Two sources for one fact",
        "according to the ministry|according to the union",
        _=[(4200, None, "4,200"), (6000, Qualifier.AT_LEAST, "at least 6,000")],
    ),
    _figure(
        "change",
        "change",
        "Before and after",
        "Days until a first visit|Days until an operation",
        **{"2019": [41, 62], "2024": [26, 74]},
    ),
    _figure(
        "doubtful-change",
        "change",
        "Before and now, with doubt",
        "Early estimate|Cost of the stop",
        _=[(4.2, None, "€4.2m"), (6.8, Qualifier.ABOUT, "about €6.8m")],
    ),
    _figure(
        "earlier",
        "earlier",
        "Over 1,100 killed or wounded; earlier, at least 100 fatalities",
        "Previous count|Now",
        {
            "counted": ("fatalities", "killed or wounded"),
            "glyphs": ("marks", "marks"),
            "units": (10, 10),
            "values": ("100", "1,100"),
        },
        _=[(100, Qualifier.AT_LEAST, "at least 100"), (1100, Qualifier.OVER, "over 1,100")],
    ),
    _figure(
        "bars-earlier",
        "earlier",
        "About €6.85m; earlier, €4.2m",
        "Early estimate|Now",
        {"glyphs": ("bar", "bar"), "units": (1, 1), "values": ("€4.2m", "€6.85m")},
        _=[(4.2e6, None, "€4.2m"), (6.85e6, Qualifier.ABOUT, "about €6.85m")],
    ),
    _figure(
        "occasions",
        "occasions",
        "Some 3,400 visitors on 17 evenings",
        "Visitors|Evenings",
        {"glyphs": ("marks", "boxes"), "units": (100, 1), "values": ("3,400", "17")},
        _=[(3400, Qualifier.ABOUT, "some 3,400"), (17, None, "17")],
    ),
    _figure(
        "measures",
        "measures",
        "A 40-kilometre dyke, about 900 workers, eight months, €12 million",
        "Dyke|Workers|Time|Cost",
        {
            "counted": ("", "workers", "", ""),
            "glyphs": ("ruler", "marks", "boxes", ""),
            "times": ("kilometre", "worker", "month", "euro"),
            "units": (1, 10, 1, 0),
            "values": ("40 kilometres", "900", "eight months", "€12 million"),
        },
        _=[
            (40, None, "40 kilometres"),
            (900, Qualifier.ABOUT, "about 900"),
            (8, None, "eight months"),
            (12e6, None, "€12 million"),
        ],
    ),
    _figure(
        "sequence",
        "sequence",
        "Events in the text’s order",
        "February 2022|June|this month",
        _=[
            (1, None, "The bridge is closed"),
            (2, None, "A contract for a new one was signed"),
            (3, None, "Work began"),
        ],
    ),
    _figure(
        "range",
        "interval",
        "Three offers between £61,400 and £78,900",
        "|accepted",
        {"ends": ("£61,400", "£78,900")},
        _=[Datum(61400, Qualifier.BETWEEN, 78900, "between £61,400 and £78,900"), (66800, None, "£66,800")],
    ),
    _figure(
        "slope",
        "slope",
        "Two moments compared",
        "2014|2024",
        {"highlight": "Rye"},
        Wheat=[61, 58],
        Rye=[22, 35],
        Barley=[30, 29],
        Oats=[12, 14],
    ),
    _figure(
        "dot",
        "dot",
        "Dots for several series",
        "Carpenters|Nurses|Teachers|Drivers",
        entry=[2100, 2350, 2600, 1900],
        after_ten_years=[2900, 3000, 3450, 2250],
    ),
    _figure(
        "line",
        "line",
        "Lines with their names",
        YEARS,
        Coast=[12, 14, 13, 17, 19, 16, 22, 24, 27, 29],
        Inland=[20, 19, 19, 18, None, None, 15, 15, 14, 15],
        Islands=[4, 5, 5, 6, 8, 9, 9, 11, 12, 13],
    ),
    _figure(
        "area", "area", "An area down to zero", YEARS, _=[120, 180, 260, 240, 310, 420, 500, 610, 590, 720]
    ),
    _figure(
        "scatter",
        "scatter",
        "Points by two measures",
        "Aldmoor|Brin|Calder|Dunford|Esk|Fenwick|Garth",
        rainfall_in_millimetres=[610, 820, 940, 1200, 700, 1010, 880],
        yield_in_tonnes_per_hectare=[3.1, 4.2, 4.4, 5.0, 3.3, 4.1, 4.9],
    ),
    _figure(
        "multiples",
        "multiples",
        "Small plots alike",
        YEARS,
        North=[3, 4, 4, 5, 6, 6, 7, 7, 8, 9],
        South=[9, 9, 8, 8, 7, 7, 7, 6, 6, 6],
        East=[2, 2, 3, 2, 3, 3, 2, 3, 3, 4],
        West=[5, 6, 8, 6, 5, 7, 9, 8, 7, 6],
    ),
    _figure(
        "timeline",
        "timeline",
        "Events at their true distance",
        "March 2019|June 2019|January 2021|February 2024",
        _=[
            Datum(2019 + 2 / 12, None, 2019 + 3 / 12, "The bridge is closed after an inspection"),
            Datum(2019 + 5 / 12, None, 2019.5, "A ferry begins to run"),
            Datum(
                2021,
                None,
                2021 + 1 / 12,
                "Work on the new deck begins, with a year's delay because the steel had to be ordered twice",
            ),
            Datum(2024 + 1 / 12, None, 2024 + 2 / 12, "Traffic returns"),
        ],
    ),
    _figure(
        "number",
        "number",
        "A single number",
        ["seedlings planted since spring"],
        _=[(41000, Qualifier.OVER, "over 41,000")],
    ),
    _figure(
        "marks",
        "marks",
        "Marks of a key number",
        ["jobs"],
        {"unit": 10, "shape": "dot"},
        _=[(230, None, "230")],
    ),
    _figure(
        "over-marks",
        "marks",
        "Marks: over, at least",
        ["jobs"],
        {"unit": 100, "shape": "square"},
        _=[(1100, Qualifier.OVER, "over 1,100")],
    ),
    _figure(
        "about-marks",
        "marks",
        "Marks: about",
        ["jobs"],
        {"unit": 100, "shape": "oval"},
        _=[(7000, Qualifier.ABOUT, "about 7,000")],
    ),
    _figure(
        "closed-marks",
        "marks",
        "Marks: up to, fewer than",
        ["jobs"],
        {"unit": 1, "shape": "diamond"},
        _=[(12, Qualifier.AT_MOST, "up to 12")],
    ),
    _figure(
        "range-marks",
        "marks",
        "Marks: a range",
        ["jobs"],
        {"unit": 1, "shape": "dot", "second": True},
        _=[Datum(9, Qualifier.BETWEEN, 12, "9 to 12")],
    ),
    _figure(
        "whole-marks",
        "marks",
        "Marks: a part of a stated whole",
        ["sheets"],
        {"unit": 1, "shape": "dot", "of": 96},
        _=[(38, Qualifier.NEARLY, "nearly 38 of 96")],
    ),
    _figure(
        "cells", "cells", "A share as cells", ["of trains"], _=[(68, Qualifier.OVER, "over 68 per cent")]
    ),
    _figure("boxes", "boxes", "A length of time", ["months"], _=[(8, Qualifier.ABOUT, "about 8 months")]),
    _figure(
        "ruler",
        "ruler",
        "A range on a ruler from zero",
        ["tenders"],
        _=[Datum(61400, Qualifier.BETWEEN, 78900, "£61,400 to £78,900")],
    ),
    _figure(
        "whole-ruler",
        "ruler",
        "A measure and its stated whole",
        ["sediment"],
        {"of": 3_100_000, "whole": "3.1 million"},
        _=[(1_400_000, Qualifier.ABOUT, "roughly 1.4 million")],
    ),
    _figure("sign", "sign", "A sign for a doubt", [""], _=[(1, Qualifier.OVER, "")]),
    _figure(
        "scripts",
        "bar",
        "Names in other scripts",
        "القاهرة والجيزة|Αθήνα|Київ|ירושלים",
        _=[21.3, 3.6, 2.9, 0.97],
    ),
)


def default_brand() -> brand.Brand:
    """Return the brand of the default project."""
    return brand.parse_brand((ROOT / "assets" / "brand.toml").read_bytes(), "assets/brand.toml")


def look(folder: Path) -> None:
    """Write each picture at both widths, in colour and in grey."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for figure in GALLERY:
        for width in (NARROW_MM, WIDE_MM):
            picture = Image.open(
                io.BytesIO(draw(figure, default_brand(), "en", Canvas(width, png=True)).png)
            ).convert("RGB")
            picture.save(folder / f"{figure.id}-{width:.0f}.png")
            picture.convert("L").save(folder / f"{figure.id}-{width:.0f}-grey.png")


HEAD = """# Gallery of figures

Every kind of figure and every state of doubt, written by `python -m benchmarks.gallery` from the data in
that script. [charts.md](charts.md) tells how to ask for one. The page prints title, subtitle and source
below a picture, so that they are not part of it. Bounds are drawn so that nobody can take them for
exact: an open end that fades
away for "over" and "at least", a hollow
bar with a cap for "up to" and "fewer than", a hatched end for "about", a line
for a range.
"""


def write(docs: Path, names: list[str]) -> None:
    """Write the gallery's page and its pictures as SVG: those named, or all."""
    folder = docs / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    parts = [HEAD]
    for figure in GALLERY:
        if figure.id in (names or [figure.id]):
            (folder / f"{figure.id}.svg").write_bytes(
                draw(figure, default_brand(), "en", Canvas(WIDE_MM)).svg
            )
        shown = replace(figure, alt=describe(figure, "en"))
        parts.append(
            f"## {figure.title}\n\n`{figure.kind}`: {FIGURE_KINDS[figure.kind].words}\n\n"
            f"![{shown.alt}](figures/{figure.id}.svg)\n"
        )
    (docs / "figures.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--png"]:
        look(Path(sys.argv[2]))
    else:
        write(ROOT / "docs", sys.argv[1:])
