import io

import pikepdf
import pytest

from pressroom.circulate.printing.printable import impose_on_sheets, keep_pages, open_pdf
from pressroom.errors import PressroomError, UsageError


def document(*sizes, lang="", rotate=0, password=""):
    pdf = pikepdf.Pdf.new()
    for size in sizes:
        page = pdf.add_blank_page(page_size=size)
        if rotate:
            page.obj.Rotate = rotate
    if lang:
        pdf.Root.Lang = pikepdf.String(lang)
    pdf.docinfo["/Title"] = "Plan"
    buffer = io.BytesIO()
    pdf.save(buffer, encryption=pikepdf.Encryption(user=password, owner="x") if password else False)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "paper", "lies", "right_to_left"),
    [
        (document((595, 842)), "A4", False, False),
        (document((842, 595)), "A4", True, False),
        (document((595, 842), rotate=90), "A4", True, False),
        (document((612, 792), lang="ar-EG"), "Letter", False, True),
        (document((500, 500)), "", False, False),
    ],
)
def test_what_matters_of_a_pdf_is_read(data, paper, lies, right_to_left):
    read = open_pdf(data, "plan.pdf")
    assert (read.title, read.pages) == ("Plan", 1)
    assert (read.paper, read.lies, read.right_to_left) == (paper, lies, right_to_left)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"no", "this is no PDF"), (document((9, 9), password="p"), "locked"), (document(), "no page")],
)
def test_what_is_no_printable_pdf_is_refused(data, said):
    with pytest.raises(PressroomError, match=said) as raised:
        open_pdf(data, "plan.pdf")
    assert raised.value.diagnostic.where == "plan.pdf"


def test_some_pages_alone():
    some = keep_pages(open_pdf(document((100, 100), (200, 200), (300, 300)), "p"), ((1, 1), (3, 3)))
    with pikepdf.open(io.BytesIO(some.data)) as pdf:
        assert [float(page.mediabox[2]) for page in pdf.pages] == [100, 300]
    assert some.pages == 2
    assert keep_pages(some, ()) is some


def test_sheets_keep_the_title_and_tell_how_they_lie():
    sheets = impose_on_sheets(open_pdf(document(*[(595, 842)] * 5), "p"), "booklet", "")
    assert (sheets.title, sheets.pages, sheets.paper, sheets.lies) == ("Plan", 4, "A4", True)
    with pytest.raises(UsageError, match="no way of print"):
        impose_on_sheets(open_pdf(document((595, 842)), "p"), "mobile", "")
