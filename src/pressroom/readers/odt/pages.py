"""Where pages of an OpenDocument text begin and how they lie: breaks and master pages of its styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.document import Divider
from pressroom.readers.common.elements import attribute, local_name
from pressroom.readers.common.flow import Flow
from pressroom.readers.common.office.pages import NEW_PAGE, TURNED, UPRIGHT

_FAMILIES = {"p": "paragraph", "h": "paragraph", "table": "table"}


@dataclass(slots=True)
class OdtPages:
    """What the styles of paragraphs and tables say of pages, and how the page lies that the reading is on."""

    styles: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    masters: dict[str, bool] = field(default_factory=dict)  # whether pages of that name are landscape
    turned: bool = False

    @classmethod
    def of(cls, roots: Sequence[etree._Element]) -> OdtPages:
        """Return what some roots say, that of the text last."""
        pages = cls()
        layouts: dict[str, bool] = {}
        masters: dict[str, str] = {}
        for root in roots:
            for entry in root.iter():
                kind = local_name(entry)
                if kind == "style":
                    pages.styles[attribute(entry, "family"), attribute(entry, "name")] = entry
                elif kind == "page-layout":
                    layouts[attribute(entry, "name")] = _is_landscape(entry)
                elif kind == "master-page":
                    masters[attribute(entry, "name")] = attribute(entry, "page-layout-name")
        pages.masters.update({name: layouts.get(layout, False) for name, layout in masters.items()})
        if all(pages.masters[name] for name in pages._list_used() or ("",) if name in pages.masters):
            pages.masters.clear()  # landscape throughout: there are no other pages to turn them from
        return pages

    def _list_used(self) -> list[str]:
        named = (attribute(style, "master-page-name") for style in self.styles.values())
        return ["Standard", *filter(None, named)]

    def place(self, element: etree._Element, flow: Sequence[Flow]) -> list[Flow]:
        """Return what a paragraph or table gives with the marks of pages ahead of it and behind it."""
        style = self.styles.get((_FAMILIES.get(local_name(element), ""), attribute(element, "style-name")))
        if style is None:
            return list(flow)
        breaks = dict.fromkeys(("break-before", "break-after"), "")
        for entry in style:
            breaks = {kind: said or attribute(entry, kind) for kind, said in breaks.items()}
        ahead = self._begin_master(attribute(style, "master-page-name"))
        if not ahead and breaks["break-before"] == "page":
            ahead = [NEW_PAGE]
        return [*ahead, *flow, *([NEW_PAGE] if breaks["break-after"] == "page" else [])]

    def _begin_master(self, master: str) -> list[Divider]:
        if not master:
            return []
        turned = self.masters.get(master, False)
        if turned == self.turned:
            return [NEW_PAGE]
        self.turned = turned
        return [TURNED if turned else UPRIGHT]


def _is_landscape(layout: etree._Element) -> bool:
    for entry in layout:
        if local_name(entry) == "page-layout-properties":
            return attribute(entry, "print-orientation") == "landscape"
    return False
