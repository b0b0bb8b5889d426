"""The head of a paper, in plain text and in formats with marked titles."""

import pytest

from pressroom import readers
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings

BODY = "The ferry carried 212,000 people last year, more than ever before, and two more boats are to come."


def read(text, name="a.txt"):
    return readers.read(text.encode(), name, ReaderSettings())


def head(document):
    metadata = document.metadata
    title = document.title.text if document.title else ""
    return title, metadata.issuer, metadata.kind, metadata.embargo


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            f"PORT AUTHORITY OF MARN\n\nMEDIA RELEASE\n\nEmbargoed until 7 am on 3 June 2026\n\n"
            f"Ferries fuller than ever\n\n{BODY}\n",
            (
                "Ferries fuller than ever",
                "PORT AUTHORITY OF MARN",
                "MEDIA RELEASE",
                "Embargoed until 7 am on 3 June 2026",
            ),
        ),
        (
            f"Ministerium für Verkehr\n\nPressemitteilung Nr. 12/2026\n\nSperrfrist: 3. Juni 2026, 7 Uhr\n\n"
            f"Fähren so voll wie nie\n\n{BODY}\n",
            (
                "Fähren so voll wie nie",
                "Ministerium für Verkehr",
                "Pressemitteilung Nr. 12/2026",
                "Sperrfrist: 3. Juni 2026, 7 Uhr",
            ),
        ),
        (
            f"Greenline plc\n\nPress statement\n\nHalf-year results\n\n{BODY}\n",
            ("Half-year results", "Greenline plc", "Press statement", ""),
        ),
        (
            "ESKDALE PARISH COUNCIL\n\nMinutes of the meeting held in the hall on 6 March 2026\n\n"
            f"1. Welcome\n\n{BODY}\n\n2. Roads\n\n{BODY}\n",
            (
                "Minutes of the meeting held in the hall on 6 March 2026",
                "ESKDALE PARISH COUNCIL",
                "",
                "",
            ),
        ),
        (f"Newsroom\n\nFerries fuller than ever\n\n{BODY}\n", ("Ferries fuller than ever", "", "", "")),
        (
            f"PRESS RELEASE\n\nFerries fuller than ever\n\n{BODY}\n",
            ("Ferries fuller than ever", "", "PRESS RELEASE", ""),
        ),
        # a headline of its own stays one
        (f"Council approves two more boats\n\n{BODY}\n", ("Council approves two more boats", "", "", "")),
        (
            f"Council approves two more boats\n\nPRESS RELEASE\n\n{BODY}\n\nBackground\n\n{BODY}\n",
            ("Council approves two more boats", "", "PRESS RELEASE", ""),
        ),
    ],
)
def test_issuer_kind_and_embargo_are_told_from_the_headline(text, found):
    assert head(read(text)) == found


@pytest.mark.parametrize("title", ["Statistics", "Ministry of Health", "Minutes", "News", "Agenda"])
def test_a_title_over_its_sections_stays_one(title):
    text = f"{title}\n\nPopulation\n\n{BODY}\n\nTrade\n\n{BODY}\n"
    document = read(text)
    assert head(document) == (title, "", "", "")
    assert [section.heading.text for section in document.sections] == ["Population", "Trade"]


@pytest.mark.parametrize(
    "line",
    ["Embargo on arms to Marn", "Embargo lifted", "Background", "Statement", "Freigegeben am Ende doch"],
)
def test_a_first_line_that_only_sounds_like_it_stays(line):
    document = read(f"# Ferries\n\n{line}\n\n{BODY}\n", "a.md")
    assert head(document) == ("Ferries", "", "", "")
    assert words(document.blocks[0].inlines) == line


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED",
        "Embargo: noon",
        "EMBARGO 5 May 2026, 6 a.m.",
        "Strictly embargoed until the speech begins",
        "Sous embargo jusqu’au 5 mai 2026",
        "Sperrfrist: Beginn der Rede",
        "Not for publication before 5 May",
    ],
)
def test_an_embargo_in_many_words(line):
    assert head(read(f"# Ferries\n\n{line}\n\n{BODY}\n", "a.md"))[3] == line


def test_what_leaves_the_text_is_on_record_and_no_word_of_the_body_goes():
    document = read(f"PORT OFFICE\n\nPRESS RELEASE\n\nFerries fuller than ever\n\n{BODY}\n\nENDS\n")
    gone = [document.text[each.span.start : each.span.end].strip() for each in document.left_out]
    assert sorted(gone) == ["PORT OFFICE", "PRESS RELEASE"]
    assert [(words(block.inlines), block.role) for block in document.blocks] == [
        (BODY, "body"),
        ("ENDS", "ending"),
    ]


@pytest.mark.parametrize("title", ["Publications", "MINISTRY OF TRANSPORT"])
def test_a_title_that_the_author_marked_stays(title):
    assert head(read(f"# {title}\n\n## Ferries\n\n{BODY}\n", "a.md"))[0] == title


def test_kind_and_embargo_are_found_under_a_marked_title():
    text = f"# Ferries\n\nPress release\n\n**Embargoed until 3 June 2026**\n\n{BODY}\n"
    assert head(read(text, "a.md"))[2:] == ("Press release", "Embargoed until 3 June 2026")


def test_the_subject_of_a_mail_is_not_its_first_heading_once_more():
    mail = f"From: a@b.example\nSubject: Ferries\n\nFerries\n=======\n\n{BODY}\n"
    document = read(mail, "a.eml")
    assert head(document)[0] == "Ferries"
    assert document.sections == ()


@pytest.mark.parametrize("line", ["Community News", "News", "Aktuelles"])
def test_a_heading_of_the_site_under_the_title_is_left_out(line):
    document = read(f"Mill opens a second line\n\n{line}\n\n{BODY}\n\n{BODY}\n")
    assert document.title.text == "Mill opens a second line"
    assert not document.sections
    assert [document.text[left.span.start : left.span.end] for left in document.left_out] == [line]


def test_a_title_that_stands_twice_is_printed_once():
    title = "Ferry firm and port announce a third boat"
    document = read(f"{title}\n\n{title}\n\n{BODY}\n\n{BODY}\n")
    assert document.title.text == title
    assert title not in [words(block.inlines) for block in document.blocks]
    assert [left.reason for left in document.left_out] == ["the title once more"]


HEADLINE = "New bridge opens at Carrow"
HELD = [
    (
        f"MEDIA ADVISORY – EMBARGOED UNTIL 6 A.M. ON 5 MAY 2027\n\n{HEADLINE}\n\n{BODY}\n",
        "EMBARGOED UNTIL 6 A.M. ON 5",
    ),
    (f"Gesperrt bis 5. Mai 2027, 6 Uhr\n\n{HEADLINE}\n\n{BODY}\n", "Gesperrt bis 5. Mai 2027, 6 Uhr"),
    (f"Ne pas publier avant le 5 mai 2027\n\n{HEADLINE}\n\n{BODY}\n", "Ne pas publier avant le 5 mai 2027"),
    (f"No publicar antes del 5 de mayo de 2027\n\n{HEADLINE}\n\n{BODY}\n", "No publicar antes del 5 de mayo"),
    (
        f"{HEADLINE}\n\n{BODY}\n\nEmbargoed until 6 a.m. on 5 May 2027\n",
        "Embargoed until 6 a.m. on 5 May 2027",
    ),
    (f"{HEADLINE}\n\n{BODY}\n\nSperrfrist: 5. Mai 2027, 6 Uhr\n\nENDE\n", "Sperrfrist: 5. Mai 2027, 6 Uhr"),
    (
        f"{HEADLINE}\n\nThis release is embargoed until 5 May 2027.\n\n{BODY}\n",
        "This release is embargoed until 5",
    ),
    (
        f"To: All editors\nFrom: Press office\nEmbargo: 5 May 2027, 6 a.m.\nReference: 12\n\n{BODY}\n",
        "Embargo: 5 May",
    ),
    (
        f"EMBARGO\n\n{HEADLINE}\n\n{BODY}\n\nNot for publication before 5 May 2027\n",
        "Not for publication before 5 May",
    ),
    (f"{HEADLINE}\n\nEMBARGOED\n\n{BODY}\n", "EMBARGOED"),
]


@pytest.mark.parametrize(("text", "words_of"), HELD)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_embargo_is_found_wherever_it_stands(text, words_of, name):
    document = read(text, name)
    assert document.metadata.embargo.startswith(words_of)
    if text.startswith((HEADLINE, words_of[:3])) and name == "a.txt":
        assert document.title.text == HEADLINE


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\nOil from Marn is under embargo until 5 May 2027, the ministry said.\n\n{BODY}\n",
        f"A short history of trade\n\nEmbargo\n\n{BODY}\n\nEmbargo 1973\n\n{BODY}\n\n{BODY}\n",
        f"{HEADLINE}\n\n{BODY}\n\nDie Brücke ist bis 5. Mai 2027 gesperrt.\n",
        f"# Words\n\n| word | meaning |\n|---|---|\n| Embargo | a ban on trade |\n\n\n{BODY}\n",
    ],
)
def test_a_text_about_an_embargo_is_under_none(text):
    assert read(text, "a.md" if text.startswith("#") else "a.txt").metadata.embargo == ""


def test_an_embargo_in_the_cells_of_a_table_is_found():
    text = (
        f"# {HEADLINE}\n\n| Issuer | Port office |\n|---|---|\n| Embargo | 5 May 2027, 6 a.m. |\n\n{BODY}\n"
    )
    assert read(text, "a.md").metadata.embargo == "Embargo: 5 May 2027, 6 a.m."


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("MINISTRY OF ROADS\n\nPRESS RELEASE\n\n12 March 2026", "12 March 2026"),
        ("The Ministry of Roads\nPress notice\n4 May 2027", "4 May 2027"),
        ("Ministry of Roads\nPress release\nDate: 4 May 2027", "4 May 2027"),
        ("Ministry of Roads – Media Release | 4 May 2027", "4 May 2027"),
        ("CITY OF HARTMOUTH\nNEWS RELEASE\nFor immediate release: 12 March 2026", "12 March 2026"),
        ("bmv.example\nPresse\nPressemitteilung 031/2026\nBerlin, 4. Mai 2026", "Berlin, 4. Mai 2026"),
        ("Ville de Carrow\nCommuniqué de presse\nDate : 4 mai 2027", "4 mai 2027"),
        ("Ayuntamiento de Carrow\nNota de prensa\n4 de mayo de 2027", "4 de mayo de 2027"),
        ("Press Release\nFor Immediate Release\nContact: Mary Poole, +1 555 222 1111", ""),
    ],
)
def test_the_headline_is_the_title_whatever_stands_above_it(above, day):
    document = read(f"{above}\n\n{HEADLINE}\n\n{BODY} {BODY}\n")
    assert document.title.text == HEADLINE
    assert document.metadata.kind
    assert document.metadata.date_text == day
    assert not document.sections


def test_the_fields_of_minutes_stay_a_table():
    document = read(
        f"Minutes of the roads committee\n\nDate: 4 May 2026\nPlace: Town hall\n\n1. Welcome\n\n{BODY}\n"
    )
    fields = [type(block).__name__ for block in document.blocks]
    assert fields == ["DefinitionList"]


@pytest.mark.parametrize("line", ["Home > News > Press releases", "www.wind.example"])
def test_the_trail_to_a_page_is_left_out(line):
    document = read(f"{line}\n\n{HEADLINE}\n\nPublished 4 May 2026\n\n{BODY}\n")
    assert document.title.text == HEADLINE
    assert [document.text[left.span.start : left.span.end] for left in document.left_out] == [line]


@pytest.mark.parametrize(
    "between",
    [
        "\nFirst crossing in forty years, and a long one\n\n",
        "\n\nErste Brücke seit vierzig Jahren – Bauzeit vier Jahre\n\n",
        "\n\nA first crossing in forty years for the people of the valley.\n\nAldmouth, 12 March 2026\n\n",
    ],
)
def test_a_line_between_headline_and_text_is_the_standfirst(between):
    document = read(f"Ministry of Roads\n\nPress release\n\n{HEADLINE}{between}{BODY}\n\n{BODY}\n")
    assert document.title.text == HEADLINE
    assert document.blocks[0].role == "standfirst"
    assert not document.sections


@pytest.mark.parametrize("end", ["- ENDS -", "-ENDS-", "– ENDE –", "* FIN *", "ENDS"])
def test_a_line_that_ends_a_release_is_no_item(end):
    document = read(f"PRESS RELEASE\n\n{HEADLINE}\n\n{BODY}\n\nNotes:\n\n1. One picture is there.\n\n{end}\n")
    last = (document.sections[-1] if document.sections else document).blocks[-1]
    assert (words(last.inlines), last.role) == (end, "ending")


def test_an_item_that_speaks_of_ends_stays_one():
    document = read(f"{HEADLINE}\n\n{BODY}\n\n- Ends meet\n- Fin\n- Ende gut\n")
    assert len(document.blocks[-1].items) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Contact: Mary Poole, 0555 222 111, press@hartmouth.example",
        "Rückfragen an: Jan Weiss, 0555 123456",
        "Contact presse : Jean Blanc, presse@transports.example",
        "Para más información: Ana Roca, 0555 123 456",
    ],
)
def test_a_contact_on_one_line_is_no_heading(line):
    document = read(f"{HEADLINE}\n\n{BODY} {BODY}\n\n{line}\n\nNotes for editors\n\n{BODY}\n")
    assert (words(document.blocks[-1].inlines), document.blocks[-1].role) == (line, "address")


FIELDS = [
    (
        "Issuer: Ministry of Roads\nKind: Press release\nEmbargo: 5 May 2027, 6 a.m.\nDate: 2027-05-04\n"
        "Standfirst: The first bridge.",
        {
            "issuer": "Ministry of Roads",
            "kind": "Press release",
            "embargo": "5 May 2027, 6 a.m.",
            "standfirst": "The first bridge.",
        },
    ),
    (
        "issuer: Ministry of Roads\nkind: Press release\nembargo: 5 May 2027, 6 a.m.\ndate: 2027-05-04",
        {"issuer": "Ministry of Roads", "kind": "Press release", "embargo": "5 May 2027, 6 a.m."},
    ),
    (
        "Lang: en-GB\nMarking: DRAFT\nIssuer: Ministry of Roads",
        {"marking": "DRAFT", "issuer": "Ministry of Roads"},
    ),
    (
        "Marking: DRAFT\nEmbargo: Embargoed until 5 May 2027",
        {"marking": "DRAFT", "embargo": "Embargoed until 5 May 2027"},
    ),
    (
        "Herausgeber: Stadt Lindau\nSperrfrist: 5. Mai 2027, 6 Uhr\nDatum: 4. Mai 2027",
        {"issuer": "Stadt Lindau", "embargo": "5. Mai 2027, 6 Uhr"},
    ),
    (
        "Émetteur : Ville de Carrow\nEmbargo : 5 mai 2027\nContact : Jean Blanc, 0555 12 34",
        {"issuer": "Ville de Carrow", "embargo": "5 mai 2027", "contact": "Jean Blanc, 0555 12 34"},
    ),
    (
        "Emisor: Ayuntamiento de Carrow\nEmbargo: 5 de mayo de 2027\nFecha: 4 de mayo de 2027",
        {"issuer": "Ayuntamiento de Carrow", "embargo": "5 de mayo de 2027"},
    ),
]


@pytest.mark.parametrize(("lines", "settings"), FIELDS)
def test_lines_of_settings_ahead_of_a_plain_text(lines, settings):
    document = read(f"{lines}\n\n{HEADLINE}\n\n{BODY}\n")
    assert dict(document.metadata.settings) == settings
    assert document.title.text == HEADLINE
    assert [words(block.inlines) for block in document.blocks] == [BODY]
    assert "embargo" not in settings or document.metadata.embargo


@pytest.mark.parametrize(
    "line",
    ["PRESS RELEASE (EMBARGOED UNTIL 5 MAY 2027)", "Pressemitteilung, Sperrfrist: 5. Mai 2027, 6 Uhr"],
)
def test_kind_and_embargo_on_one_line_are_both_found(line):
    title, _, kind, embargo = head(read(f"{line}\n\n{HEADLINE}\n\n{BODY}\n"))
    assert title == HEADLINE
    assert kind.lower().startswith("press")
    assert "2027" in embargo


@pytest.mark.parametrize(
    "kind",
    [
        "COMUNICATO STAMPA",
        "COMUNICADO DE IMPRENSA",
        "PERSBERICHT",
        "KOMUNIKAT PRASOWY",
        "ПРЕСРЕЛІЗ",
        "بيان صحفي",
        "הודעה לעיתונות",
        "新闻稿",
        "プレスリリース",
        "보도자료",
    ],
)
def test_the_kind_of_paper_is_known_in_each_language_of_reports(kind: str) -> None:
    found = read(f"{kind}\n\nFerries fuller than ever\n\n{BODY}\n")
    assert found.title is not None
    assert (found.title.text, found.metadata.kind) == ("Ferries fuller than ever", kind)
