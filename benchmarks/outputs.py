"""What readers of finished outputs find in them: python -P benchmarks/outputs.py [SECTION …] [options]

search      how many words, numbers and addresses of a report are found whole in its PDF, by the four programs
            that most people read a PDF with: pdfium (Chrome, Edge), pdf.js (Firefox), MuPDF and poppler
mail        how wide each mail is on a phone of 360 pixels, how many bytes of HTML it has, and what Gmail,
            Outlook or Apple Mail does not know of it
contents    how many page numbers of Word's contents are off where the house's fonts are missing
validators  what page-validation, outloud, openxml-audit and docx-integrity find

A section is a module of benchmarks/output_checks with ``add_options`` and ``measure``.
"""

from __future__ import annotations

import sys
from pathlib import Path

# in place of this folder, whose scripts are named like modules of the standard library
sys.path[:1] = [str(Path(__file__).resolve().parent.parent / name) for name in ("src", ".")]

import argparse
from types import ModuleType

from benchmarks.output_checks import contents, made, mail, search, validators

SECTIONS: dict[str, ModuleType] = {
    "search": search,
    "mail": mail,
    "contents": contents,
    "validators": validators,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; default: all"
    )
    for section in SECTIONS.values():
        section.add_options(parser)
    made.add_options(parser)
    asked = parser.parse_args()
    unknown = set(asked.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    for name, section in SECTIONS.items():
        if not asked.sections or name in asked.sections:
            print(f"# {name}")
            for row in section.measure(asked):
                print(row)


if __name__ == "__main__":
    main()
