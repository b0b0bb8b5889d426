"""The charts of a presentation: the values that are stored with them, as a table."""

from __future__ import annotations

from lxml import etree

from pressroom.model.document import Cell, Row, Table
from pressroom.model.inline import Text
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.rendering import NOWHERE

_MOST = 500  # rows; more is data, not a table of a report
_MOST_SERIES = 60
_MOST_DECIMALS = 30  # that a spreadsheet allows


def read_chart(root: etree._Element) -> Table | None:
    """Return the values of a chart with its title as caption, None where none or far too many are stored."""
    columns: list[tuple[str, dict[int, str]]] = []
    names: dict[int, str] = {}
    for series in list(root.iter("{*}ser"))[:_MOST_SERIES]:
        values = _read_points(series, ("val", "yVal"))
        names = names or _read_points(series, ("cat", "xVal"))
        label = " ".join(_read_points(series, ("tx",)).values())
        if values:
            columns.append((label, values))
    if not columns:
        return None
    places = sorted({at for _, values in columns for at in values} | set(names))
    if len(places) > _MOST:
        return None
    head = Row(tuple(_cell(text, header=True) for text in ("", *(label for label, _ in columns))))
    body = tuple(
        Row((_cell(names.get(at, str(at + 1))), *(_cell(values.get(at, "")) for _, values in columns)))
        for at in places
    )
    return Table((head,), body, NOWHERE, caption=_read_title(root))


def _cell(text: str, header: bool = False) -> Cell:
    return Cell((Text(text),) if text else (), NOWHERE, header)


def _read_title(root: etree._Element) -> tuple[Text, ...]:
    title = next(root.iter("{*}title"), None)
    parent = title.getparent() if title is not None else None
    if title is None or parent is None or local_name(parent) != "chart":
        return ()
    text = " ".join("".join(str(each.text or "") for each in title.iter("{*}t")).split())
    return (Text(text),) if text else ()


def _read_points(series: etree._Element, kinds: tuple[str, ...]) -> dict[int, str]:
    held = next((entry for entry in series if local_name(entry) in kinds), None)
    if held is None:
        return {}
    code = next((str(each.text or "") for each in held.iter("{*}formatCode")), "General")
    found: dict[int, str] = {}
    for cache in held.iter("{*}numCache", "{*}numLit", "{*}strCache", "{*}strLit", "{*}lvl"):
        is_number = local_name(cache).startswith("num")
        for point in cache.iter("{*}pt"):
            at = parse_int(attribute(point, "idx"), -1)
            value = " ".join(next((str(each.text or "") for each in point.iter("{*}v")), "").split())
            if at >= 0 and value:
                found.setdefault(at, _show(value, code) if is_number else value)
    if not found:
        value = next((str(each.text or "") for each in held.iter("{*}v")), "")
        return {0: value} if value else {}
    return found


def _show(value: str, code: str) -> str:
    """Return a stored number as its axis shows it, as far as per cents go."""
    try:
        number = float(value)
    except ValueError:
        return value
    if code.rstrip().endswith("%"):
        decimals = min(len(code.partition(".")[2].rstrip("% ")), _MOST_DECIMALS)
        return f"{number * 100:.{decimals}f}%"
    return f"{number:.12g}"
