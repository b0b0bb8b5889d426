from lxml import html
from lxml.html import builder

from pressroom.writers.common.elements import drop_classes, missing_picture, number_calls, number_notes


def tree(body):
    return html.document_fromstring(f"<body>{body}</body>")


def text(root):
    return html.tostring(root.find("body"), encoding="unicode")


def test_elements_of_a_class_go_and_the_text_after_them_stays():
    root = tree('<p>a<span class="x pageref">b</span>c</p><div class="running">d</div>e<p class="page">f</p>')
    drop_classes(root, ("pageref", "running"))
    assert text(root) == '<body><p>ac</p>e<p class="page">f</p></body>'


def test_notes_are_counted_in_order_and_their_calls_stand_in_their_places():
    root = tree('<p>a<i class="footnote" id="n1">One</i> b <em><i class="footnote" id="n2">Two</i></em></p>')
    items = number_notes(root, lambda number, ident: builder.SUP(number, title=ident))
    assert text(root) == '<body><p>a<sup title="n1">1</sup> b <em><sup title="n2">2</sup></em></p></body>'
    assert [(html.tostring(item), ident) for item, ident in items] == [
        (b"<li>One</li>", "n1"),
        (b"<li>Two</li>", "n2"),
    ]


def test_notes_without_an_id_are_counted_too():
    root = tree('<i class="footnote">a</i><i class="footnote">b</i>')
    items = number_notes(root, lambda number, _ident: builder.SUP(number))
    assert [item.text for item, _ in items] == ["a", "b"]


def test_a_further_call_has_the_number_of_its_note_wherever_it_stands():
    again = '<a class="footnote-again" href="#{}">label</a>'
    note = '<span class="footnote" id="{}">words{}</span>'
    notes = note.format("n1", again.format("n2")) + note.format("n2", "")
    root = tree(f"<p>{notes}{again.format('n1')}{again.format('n9')}")
    number_calls(root)
    assert [each.text for each in root.find_class("footnote-again")] == ["2", "1", "label"]


def test_a_missing_picture_is_named():
    assert "'asset:a.png'" in missing_picture("asset:a.png").diagnostic.message
