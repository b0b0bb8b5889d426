import io
import re

import pikepdf
import pytest
from PIL import Image

from pressroom.errors import PressroomError
from pressroom.model.paper import POINTS_PER_MM
from pressroom.writers.pdf import render
from pressroom.writers.sheets.grey import convert_to_grey
from pressroom.writers.sheets.inks import PressInks, most_ink
from pressroom.writers.sheets.shop import Press, prepare_for_shop
from tests.writers.sheets.press_profile import press_profile
from tests.writers.torture import small

PRESS = Press(press_profile(), "press.icc")
FONT = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)


def document(content: bytes, *, size=(300, 400), dates=True, **resources) -> bytes:
    """A PDF of one page with a link, tags and an attachment."""
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=size)
    for kind, things in resources.items():
        page.obj.Resources[f"/{kind}"] = pikepdf.Dictionary(
            {f"/{name}": thing(pdf) if callable(thing) else thing for name, thing in things.items()}
        )
    page.contents_add(content)
    page.obj.Annots = pdf.make_indirect([pikepdf.Dictionary(Type=pikepdf.Name.Annot)])
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary())
    pdf.docinfo["/Title"] = "Plan"
    if dates:
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = "D:20260216120000Z"
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def made(content: bytes, press=PRESS, **more):
    data, noticed = prepare_for_shop(document(content, **more), press)
    return pikepdf.open(io.BytesIO(data)), noticed


def operators(stream) -> list[tuple[str, list[float]]]:
    return [
        (str(operator), [float(each) for each in operands])
        for operands, operator in pikepdf.parse_content_stream(stream)
        if str(operator) in ("k", "K", "rg", "RG", "g", "G", "sc", "scn")
    ]


def image(mode: str, size=(40, 20), colour=(200, 30, 30)):
    def placed(pdf):
        picture = Image.new(mode, size, colour)
        space = {
            "RGB": pikepdf.Name.DeviceRGB,
            "L": pikepdf.Name.DeviceGray,
            "CMYK": pikepdf.Name.DeviceCMYK,
        }[mode]
        stream = pdf.make_stream(picture.tobytes())
        for key, value in {
            "Type": pikepdf.Name.XObject,
            "Subtype": pikepdf.Name.Image,
            "Width": size[0],
            "Height": size[1],
            "BitsPerComponent": 8,
            "ColorSpace": space,
        }.items():
            stream[f"/{key}"] = value
        return stream

    return placed


def rules(noticed) -> list[str]:
    return [found.rule for found in noticed]


def test_the_boxes_lie_in_each_other():
    pdf, _ = made(b"")
    page = pdf.pages[0]
    trim, bleed, media = (
        [float(edge) for edge in page.obj[box]] for box in ("/TrimBox", "/BleedBox", "/MediaBox")
    )
    assert trim == [0, 0, 300, 400]
    assert bleed == pytest.approx(
        [-3 * POINTS_PER_MM, -3 * POINTS_PER_MM, 300 + 3 * POINTS_PER_MM, 400 + 3 * POINTS_PER_MM]
    )
    assert media == pytest.approx(
        [
            bleed[0] - 7 * POINTS_PER_MM,
            bleed[1] - 7 * POINTS_PER_MM,
            bleed[2] + 7 * POINTS_PER_MM,
            bleed[3] + 7 * POINTS_PER_MM,
        ]
    )


def test_the_marks_point_at_the_corners_and_keep_out_of_the_bleed():
    pdf, _ = made(b"")
    page = pdf.pages[0]
    content = b"".join(part.read_bytes() for part in page.obj.Contents).decode()
    lines = re.findall(r"(\S+) (\S+) m (\S+) (\S+) l", content)
    assert len(lines) == 8
    left, low, right, high = (float(edge) for edge in page.obj.BleedBox)
    for line in lines:
        x, y, to_x, to_y = map(float, line)
        assert x in (0, 300) or y in (0, 400)  # in line with an edge of the trimmed page
        for across, down in ((x, y), (to_x, to_y)):
            assert not (left + 0.01 < across < right - 0.01 and low + 0.01 < down < high - 0.01)
    assert "/AllPlates CS 1 SCN" in content


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        (b"0 g", [0, 0, 0, 1]),
        (b"0 0 0 rg", [0, 0, 0, 1]),
        (b"1 1 1 rg", [0, 0, 0, 0]),
        (b"0.5 0.5 0.5 RG", [0, 0, 0, 0.5]),
        (b"0.106 0.118 0.137 rg", [0, 0, 0, 0.8797]),  # a near black of type
        (b"/DeviceGray cs 0.25 sc", [0, 0, 0, 0.75]),
        (b"0.1 0.2 0.3 0.4 k", [0.1, 0.2, 0.3, 0.4]),
    ],
)
def test_greys_and_type_are_black_ink_alone(colour, ink):
    pdf, _ = made(colour + b" 0 0 10 10 re f")
    _, parts = operators(pdf.pages[0].obj.Contents[1])[-1]
    assert parts == pytest.approx(ink, abs=0.001)


def profiled(channels: int):
    """A colour space by a profile of so many channels."""
    return lambda pdf: pikepdf.Array([pikepdf.Name.ICCBased, pdf.make_stream(b"", N=channels)])


CALIBRATED = pikepdf.Dictionary(WhitePoint=[0.95, 1, 1.09])
SPACES = [
    (profiled(3), b"0.5 0.5 0.5 sc", ("k", [0, 0, 0, 0.5])),
    (profiled(1), b"0.2 sc", ("k", [0, 0, 0, 0.8])),
    (profiled(4), b"0.1 0.2 0.3 0.4 sc", ("sc", [0.1, 0.2, 0.3, 0.4])),
    (pikepdf.Array([pikepdf.Name.CalRGB, CALIBRATED]), b"0.5 0.5 0.5 sc", ("k", [0, 0, 0, 0.5])),
    (pikepdf.Array([pikepdf.Name.CalGray, CALIBRATED]), b"0.2 sc", ("k", [0, 0, 0, 0.8])),
    (pikepdf.Name.DeviceRGB, b"0.5 0.5 0.5 sc", ("k", [0, 0, 0, 0.5])),
]


@pytest.mark.parametrize(("space", "colour", "wanted"), SPACES)
def test_a_colour_of_a_named_space_becomes_ink_where_it_is_one_of_a_screen(space, colour, wanted):
    pdf, _ = made(b"/Own cs " + colour + b" 0 0 9 9 re f", ColorSpace={"Own": space})
    name, parts = operators(pdf.pages[0].obj.Contents[1])[-1]
    assert (name, parts) == (wanted[0], pytest.approx(wanted[1], abs=0.001))


def test_a_colour_goes_through_the_profile():
    pdf, _ = made(b"0.8 0.1 0.1 rg 0 0 10 10 re f 0.1 0.2 0.8 RG 0 0 m 9 9 l S")
    (fill, red), (stroke, blue) = operators(pdf.pages[0].obj.Contents[1])
    assert (fill, stroke) == ("k", "K")
    assert red[1] > 0.45
    assert red[2] > 0.45
    assert red[0] < 0.3
    assert blue[0] > 0.45
    assert blue[2] < 0.35


def test_forms_and_patterns_are_turned_too():
    def form(pdf):
        stream = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f")
        stream.Type, stream.Subtype, stream.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 5, 5]
        stream.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)
        return stream

    def pattern(pdf):
        stream = pdf.make_stream(b"0 0 1 rg 0 0 5 5 re f")
        stream.PatternType, stream.PaintType, stream.TilingType = 1, 1, 1
        stream.BBox, stream.XStep, stream.YStep = [0, 0, 5, 5], 5, 5
        return stream

    pdf, _ = made(b"/Pattern cs /P scn 0 0 9 9 re f /F Do", XObject={"F": form}, Pattern={"P": pattern})
    resources = pdf.pages[0].obj.Resources
    assert [name for name, _ in operators(resources.XObject.F)] == ["k"]
    assert [name for name, _ in operators(resources.Pattern.P)] == ["k"]
    assert pikepdf.Name.DeviceCMYK == resources.XObject.F.Group.CS


def test_pictures_are_turned_and_measured():
    content = b"q 72 0 0 36 0 0 cm /A Do Q q 7.2 0 0 3.6 0 0 cm /B Do Q"
    pdf, noticed = made(content, XObject={"A": image("RGB"), "B": image("L", colour=9)})
    pictures = pdf.pages[0].obj.Resources.XObject
    assert pictures.A.ColorSpace == pikepdf.Name.DeviceCMYK
    assert len(pictures.A.read_bytes()) == 40 * 20 * 4
    assert pictures.B.ColorSpace == pikepdf.Name.DeviceGray
    (coarse,) = [found for found in noticed if found.rule == "image-coarse"]
    assert "page 1 has 40 dots an inch" in coarse.message


def test_a_photograph_stays_one_in_the_right_colours():
    def photograph(pdf):
        buffer = io.BytesIO()
        Image.new("RGB", (32, 32), (200, 30, 30)).save(buffer, "JPEG", quality=95)
        stream = pdf.make_stream(b"")
        stream.write(buffer.getvalue(), filter=pikepdf.Name.DCTDecode)
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stream.Width = stream.Height = 32
        stream.BitsPerComponent, stream.ColorSpace = 8, pikepdf.Name.DeviceRGB
        return stream

    pdf, _ = made(b"q 5 0 0 5 0 0 cm /A Do Q", XObject={"A": photograph})
    picture = pikepdf.PdfImage(pdf.pages[0].obj.Resources.XObject.A)
    cyan, magenta, *_ = (
        PressInks(PRESS.profile, "p").convert_image(Image.new("RGB", (1, 1), (200, 30, 30))).getpixel((0, 0))
    )
    assert picture.obj.Filter == pikepdf.Name.DCTDecode
    # the inks are written upside down, which Decode tells
    assert [int(each) for each in picture.obj.Decode] == [1, 0] * 4
    raw = Image.open(io.BytesIO(picture.obj.read_raw_bytes()))
    assert raw.mode == "CMYK"
    assert raw.getpixel((9, 9))[0] == pytest.approx(cyan, abs=12)
    assert raw.getpixel((9, 9))[1] == pytest.approx(magenta, abs=12)


def test_too_much_ink_is_said():
    _, noticed = made(b"1 1 1 0.5 k 0 0 9 9 re f")
    (found,) = [found for found in noticed if found.rule == "ink-limit"]
    assert "350% of ink on page 1, more than 300%" in found.message


def test_a_heavy_picture_is_weighed():
    _, noticed = made(b"q 5 0 0 5 0 0 cm /A Do Q", XObject={"A": image("CMYK", colour=(255, 255, 255, 90))})
    assert "ink-limit" in rules(noticed)
    assert most_ink(Image.new("CMYK", (2, 2), (255, 0, 0, 51))) == pytest.approx(1.2)


def test_a_font_outside_of_the_file_is_said():
    _, noticed = made(b"BT /F 9 Tf (a) Tj ET", Font={"F": FONT})
    assert [found.message for found in noticed if found.rule == "font-missing"] == [
        "print shop: the font Helvetica is not embedded"
    ]


def test_gradients_that_stay_are_said():
    shading = pikepdf.Dictionary(ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB)
    _, noticed = made(b"/S sh", Shading={"S": shading})
    assert rules(noticed)[0] == "not-press-colour"


def test_what_a_screen_needs_is_gone_and_the_file_says_what_it_is():
    pdf, noticed = made(b"")
    assert not {"/StructTreeRoot", "/Names", "/AF", "/MarkInfo"} & set(pdf.Root.keys())
    assert "/Annots" not in pdf.pages[0].obj
    (intent,) = pdf.Root.OutputIntents
    assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "Test press")
    assert intent.DestOutputProfile.read_bytes() == PRESS.profile
    with pdf.open_metadata() as meta:
        assert meta["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert meta["xmp:CreateDate"].startswith("2026-02-16T12:00:00")
    assert str(pdf.docinfo["/Title"]) == "Plan (for print)"
    assert rules(noticed) == ["shop-unmet"]


def test_what_is_not_met_is_said_plainly():
    _, noticed = made(b"", dates=False)
    assert "no date" in noticed[-1].message
    assert "not certified" in noticed[-1].message


def test_the_same_bytes_each_time():
    data = document(b"0.3 0.1 0.7 rg 0 0 9 9 re f")
    assert prepare_for_shop(data, PRESS)[0] == prepare_for_shop(data, PRESS)[0]


def test_in_grey_nothing_has_a_colour_and_links_stay():
    content = b"1 0 0 rg 0 0 9 9 re f 0 0.2 0.9 RG 0 0 m 9 9 l S q 5 0 0 5 0 0 cm /A Do Q"
    data = convert_to_grey(document(content, XObject={"A": image("RGB")}))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        assert operators(page.obj.Contents) == [("g", [0.2126]), ("G", [0.208])]
        assert page.obj.Resources.XObject.A.ColorSpace == pikepdf.Name.DeviceGray
        assert len(page.obj.Annots) == 1
        assert "/StructTreeRoot" in pdf.Root


def test_a_whole_report_in_grey_shows_no_colour():
    import pypdfium2

    page = small(
        '<p>Text with <a href="https://a.org">a link</a></p><aside class="callout"><p>Note</p></aside>'
    )
    document = pypdfium2.PdfDocument(convert_to_grey(render(page).data))
    try:
        raw = document[0].render(scale=1).to_pil().convert("RGB").tobytes()
    finally:
        document.close()
    assert raw[0::3] == raw[1::3] == raw[2::3]
    assert min(raw) < 100


@pytest.mark.parametrize(
    ("profile", "said"), [(b"no", "no ICC profile"), (None, "its colours are RGB, not CMYK")]
)
def test_a_profile_of_no_press_is_refused(profile, said):
    from PIL import ImageCms

    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() if profile is None else profile
    with pytest.raises(PressroomError, match=said):
        prepare_for_shop(document(b""), Press(data, "my.icc"))
