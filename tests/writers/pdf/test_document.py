from xml.etree import ElementTree as ET

import tinyhtml5

from pressroom.model.page import PageTree
from pressroom.writers.pdf.document import copy_tree, make_document
from tests.writers.torture import torture


def listed(element):
    """All elements in order, with their attributes and text; without white space at the ends of the page."""
    edges = {element, element.find("body"), element.find("body")[-1]}

    def text(each, kind):
        at_edge = each is element if kind == "text" else each in edges
        return "" if at_edge else getattr(each, kind) or ""

    def local(name):  # lxml's HTML has no namespaces, and WeasyPrint asks for none of formulas
        return name.rpartition("}")[2]

    elements = (each for each in element.iter() if isinstance(each.tag, str))
    return [
        (
            local(each.tag),
            sorted((local(name), value) for name, value in each.attrib.items()),
            text(each, "text"),
            text(each, "tail"),
        )
        for each in elements
    ]


def test_the_tree_is_what_weasyprint_would_parse():
    page = torture()
    own = tinyhtml5.parse(page.html, namespace_html_elements=False)
    copied = copy_tree(page.tree.root)
    assert listed(copied) == listed(own)


def test_comments_are_left_out_and_the_text_after_them_stays():
    root = PageTree("<body><!--a-->one<b>two</b><!--b-->three<!--c-->four<?x?></body>").root
    body = copy_tree(root).find("body")
    assert ET.tostring(body) == b"<body>one<b>two</b>threefour</body>"


def test_a_document_is_a_copy():
    root = PageTree("<body><p>One</p></body>").root
    document = make_document(root, None)
    document.etree_element.find(".//p").text = "changed"
    assert root.find(".//p").text == "One"
