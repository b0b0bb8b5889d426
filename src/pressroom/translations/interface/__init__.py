"""The words of the preview's pages in English, by name, and their catalogues in other languages.

{…} is filled in by the page. No words depend on a number: languages differ in how they would.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

INTERFACE: Mapping[str, str] = {
    # The list
    "app": "Pressroom",
    "skip": "Skip to the content",
    "list_title": "Texts",
    "add": "Add a text",
    "drop_here": "Drop a file here, or choose one",
    "drop_kinds": "Plain text, Word, PDF, web page, mail, slides or sheets",
    "choose_file": "Choose a file",
    "paste_label": "Paste a text",
    "paste_button": "Add this text",
    "address_label": "Web address",
    "address_button": "Fetch once",
    "address_note": "Nothing is fetched unless you ask for it here.",
    "samples": "Start from a sample",
    "search": "Search",
    "no_texts": "There is no text in this project yet.",
    "no_match": "No text has such a name.",
    "text": "Text",
    "status": "Status",
    "status_current": "Up to date",
    "status_stale": "To be made",
    "status_made": "Made",
    "status_failed": "Failed",
    "status_checking": "Checking…",
    "make_all": "Make all",
    "formats": "Formats",
    "making": "Making…",
    "made_of": "{made} / {total}",
    "made_all": "Done: {made}, failed: {failed}. They are in the folder dist.",
    "pdf": "PDF",
    "docx": "Word",
    "html": "Web page",
    "email": "Mail",
    # The page of a text
    "back": "All texts",
    "undo": "Undo",
    "redo": "Redo",
    "template": "Template",
    "template_own": "By default ({name})",
    "template_auto": "By the text",
    "brand": "Brand",
    "brand_own": "The project’s",
    "paper": "Paper",
    "language": "Language",
    "language_guess": "By its words",
    "set_in_text": "Set in the text itself",
    "set_elsewhere": "Set in the text itself: {where}",
    "download": "Download",
    "print": "Print",
    "send": "Send",
    "views": "What is shown",
    "view_text": "Text",
    "view_pages": "Pages",
    "view_checks": "Checks",
    "source_text": "The text",
    "read_only": "This file is changed in its own program; the pages follow.",
    "pages_label": "Pages",
    "page_of": "Page {page} of {pages}",
    "laying_out": "Laying out…",
    "up_to_date": "Up to date; pages: {pages}",
    "failed": "No pages: see the findings",
    "saving": "Saving…",
    "saved": "Saved",
    "not_saved": "Not saved",
    "lost": "The preview does not answer. Is report preview still running?",
    "section_ahead": "“{section}” as it will be; the other pages follow",
    "checks": "Checks",
    "findings": "Findings",
    "numbers": "Numbers",
    "headings": "Headings",
    "pictures": "Pictures",
    "no_findings": "Nothing to say about this text.",
    "no_numbers": "No numbers were found.",
    "no_headings": "No headings were found.",
    "no_pictures": "No picture was considered.",
    "cure": "Cure",
    "error": "Error",
    "warning": "Warning",
    "note": "Note",
    "line": "line {line}",
    "show_place": "Show it in the text",
    "key_numbers": "On the page",
    "other_numbers": "Found, without a tile",
    "no_quantities": "Read as no number",
    "pinned": "Pinned",
    "edited": "Worded by hand",
    "pin": "Pin",
    "unpin": "Unpin",
    "hide": "Hide",
    "unhide": "Show again",
    "reword": "Words",
    "words_label": "What stands under {number}",
    "words_own": "The text’s own again",
    "use_wording": "Use this",
    "wordings": "Other wordings",
    "wording_passed": "passed",
    "wording_refused": "passed over: {why}",
    "why": "Why",
    "up": "Move up",
    "down": "Move down",
    "show_as_tile": "Show on the page",
    "title_heading": "Title",
    "level": "level {level}",
    "deeper": "One level deeper",
    "higher": "One level higher",
    "no_heading": "Not a heading",
    "make_heading": "Make the line with the cursor a heading",
    "guessed": "found without a mark",
    "marked": "marked in the text itself",
    "drawn": "Drawn",
    "not_drawn": "Considered, and not drawn",
    "refuse_picture": "Leave out",
    "accept_picture": "Draw it",
    "alt_label": "What somebody hears who does not see it",
    "save": "Save",
    "cancel": "Cancel",
    "close": "Close",
    # Conflicts
    "conflict_title": "This text was changed elsewhere",
    "conflict_text": (
        "Another window or program has written {name} since you began. Nothing of yours was written, and "
        "nothing of theirs is lost."
    ),
    "conflict_theirs": "What it holds now",
    "keep_mine": "Write mine over it",
    "take_theirs": "Take theirs",
    # Mail
    "send_title": "Send by mail",
    "send_lists": "To: lists or addresses, one a line",
    "send_lists_note": "A list is a .csv, .xlsx or .txt file of the project.",
    "send_sender": "From",
    "send_server": "Mail server",
    "send_subject": "Subject",
    "send_subject_note": "The report’s title unless you write one.",
    "send_note": "Words ahead of the report",
    "send_attach": "Attach",
    "send_to_me": "To myself alone, as a test",
    "send_look": "See who gets it",
    "send_to": "Recipients: {count}",
    "send_to_none": "It would go to nobody.",
    "send_from": "From {sender}, by {server}",
    "send_no_server": "no server",
    "send_left_out": "Left out",
    "send_confirm": "Write the number of recipients to confirm",
    "send_now": "Send now",
    "send_done": "Sent: {sent}, refused: {failed}, unknown: {unknown}.",
    "sending": "Sending…",
    "preparing": "Preparing…",
    "wrong_number": "That is not the number of recipients.",
}


def translate_interface(name: str, lang: str) -> str:
    """Return the words of a name in a language, in English where no catalogue has them."""
    return _load(lang).pgettext(name, INTERFACE[name])


@cache
def _load(lang: str) -> NullTranslations:
    path = files("pressroom.translations.interface") / f"{lang}.mo"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)
