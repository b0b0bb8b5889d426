import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from pressroom.translations import (
    LANGUAGES,
    SOURCE,
    VARIANTS,
    find_catalogue,
    list_words,
    translate,
    translate_plural,
)
from pressroom.translations.interface import INTERFACE
from pressroom.translations.messages import MESSAGES
from tests.translations.catalogues import (
    DOMAINS,
    PlainCatalog,
    list_missing,
    read_catalogue,
    update,
    write_text,
)

TRANSLATED = [lang for lang in (*LANGUAGES, *VARIANTS) if lang != SOURCE]
COUNTS = range(200)
each_catalogue = pytest.mark.parametrize(
    ("domain", "lang"),
    [pytest.param(domain, lang, id=f"{domain.about}-{lang}") for domain in DOMAINS for lang in TRANSLATED],
)
JOINING = ("colon", "comma", "semicolon", "page_short")
_PART = re.compile(r"\{(\w*)\}")


def _forms(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, tuple | list) else (str(words),)


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.about)
def test_there_is_a_catalogue_for_each_language_and_no_other(domain):
    assert sorted(path.stem for path in domain.folder.glob("*.po")) == sorted(TRANSLATED)


@each_catalogue
def test_a_catalogue_is_complete_and_as_script_translations_writes_it(domain, lang):
    path = domain.folder / f"{lang}.po"
    catalogue = read_catalogue(path)
    assert [message.context for message in catalogue if message.id] == list(domain.messages)
    assert list_missing(update(catalogue, domain)) == []
    assert write_text(update(catalogue, domain)) == path.read_bytes()


@each_catalogue
def test_what_is_compiled_is_what_the_catalogue_says(domain, lang):
    with (domain.folder / f"{lang}.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in read_catalogue(domain.folder / f"{lang}.po"):
        if isinstance(message.id, str) and message.id:
            assert compiled.pgettext(str(message.context), message.id) == message.string
        elif message.id:
            said = {compiled.npgettext(str(message.context), *message.id, count) for count in COUNTS}
            assert said == set(message.string)


@each_catalogue
def test_words_have_the_parts_of_the_english_ones(domain, lang):
    """A form that stands for several numbers says the number; one for a single number need not."""
    catalogue = read_catalogue(domain.folder / f"{lang}.po")
    for message in catalogue:
        wanted = {part for form in _forms(message.id) for part in _PART.findall(form)}
        for index, form in enumerate(_forms(message.string)):
            single = isinstance(message.id, tuple) and len(_numbers_of(catalogue, index)) < 2
            assert set(_PART.findall(form)) | ({"count"} & wanted if single else set()) == wanted, form
            assert form.count("{") == form.count("}") == len(_PART.findall(form))


def _numbers_of(catalogue: Catalog, form: int) -> list[int]:
    from gettext import c2py

    choose = c2py(catalogue.plural_expr)
    return [count for count in COUNTS if count and choose(count) == form]  # nothing has no picture


@each_catalogue
def test_words_begin_and_end_as_the_english_ones(domain, lang):
    """Blanks at the ends join words to what stands beside them; words to be found are separated by bars."""
    for message in read_catalogue(domain.folder / f"{lang}.po"):
        for form in _forms(message.string) if message.id else ():
            if str(message.context).startswith("refer_"):
                assert all(form.split("|"))
            else:
                assert "|" not in form
            assert form == form.strip(" ") or message.context in JOINING, form


def test_every_name_is_used():
    """What nothing prints is not translated: the names that code makes of parts are listed here."""
    root = Path(__file__).resolve().parents[2]
    code = "".join(
        path.read_text()
        for folder in ("src", "templates")
        for path in (root / folder).rglob("*")
        if path.suffix in (".py", ".j2") and path.name != "messages.py"
    )
    made = re.compile(r"callout_|refer_|one_|doubt_|figures$|tables$")
    unused = [name for name in MESSAGES if f'"{name}"' not in code and not made.match(name)]
    assert unused == []


def test_every_word_of_the_preview_is_used_and_every_used_one_is_there():
    web = Path(__file__).resolve().parents[2] / "src" / "pressroom" / "preview" / "web"
    scripts = "".join(path.read_text() for path in (web / "static").glob("*.js"))
    pages = "".join(path.read_text() for path in (web / "pages").glob("*.j2"))
    asked = set(re.findall(r'\bsay\("(\w+)"', scripts)) | set(re.findall(r"\bt\.(\w+)", pages))
    chosen = set(re.findall(r'"(\w+)"', scripts + pages))  # by a condition, or out of a list
    assert sorted(asked - set(INTERFACE)) == []
    made = {name for name in INTERFACE if name.startswith("status_")} | {"error", "warning", "note"}
    assert sorted(set(INTERFACE) - asked - chosen - made) == []


def test_regions_have_the_words_of_their_language_and_others_english():
    assert find_catalogue("de-AT") == find_catalogue("DE_CH") == "de"
    assert find_catalogue("xx") == ""
    assert translate("contents", "de-AT") == "Inhalt"
    assert list_words("xx") == list_words("en")


def test_chinese_in_traditional_characters_has_words_of_its_own():
    assert {find_catalogue(tag) for tag in ("zh-Hant", "zh-TW", "zh_HK", "zh-Hant-MO")} == {"zh_Hant"}
    assert find_catalogue("zh-CN") == find_catalogue("zh-Hans") == find_catalogue("zh") == "zh"
    assert (translate("contents", "zh-TW"), translate("contents", "zh")) == ("目錄", "目录")
    simplified = set("".join(dict(list_words("zh")).values())) - set(
        "".join(dict(list_words("zh-TW")).values())
    )
    assert {"关", "图", "页", "数"} <= simplified  # none of them is left over


def test_parts_and_numbers_are_filled_in():
    assert translate("picture_missing", "fr", alt="{x}.png") == "Image non disponible : {x}.png"
    assert translate_plural("marks", "en", 1, unit="one") == "One mark, for one"
    assert translate_plural("marks", "de", 3, unit="zehn") == "3 Zeichen, jedes für zehn"
    with pytest.raises(KeyError, match="no plural"):
        translate_plural("contents", "en", 2)
    with pytest.raises(KeyError, match="has a plural"):
        translate("marks", "en")


def test_a_changed_message_asks_for_its_translation_again():
    old = PlainCatalog(locale="de")
    old.add("Content", "Inhalt", context="contents")
    old.add("Gone", "Weg", context="gone")
    found = update(old)
    assert {"contents", "briefing"} <= set(list_missing(found))
    assert found.get("Contents", context="contents").string == "Inhalt"
    assert "gone" not in {message.context for message in found}
