"""Edits of 14 kinds made by LibreOffice without a screen.

Run by a Python that has LibreOffice's module ``uno``, not by that of the project: it takes the path of a JSON
file with ``soffice``, ``profile`` and ``jobs``, each with ``source``, ``target``, ``kind``, ``seed`` and
``tracked``, and prints one line a job: the kind, or "" where there was nothing to edit.
"""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

_BREAK = 0  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
_START = 120  # seconds


def _option(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def _list_paragraphs(text):
    paragraphs, tables = [], []
    listed = text.createEnumeration()
    while listed.hasMoreElements():
        node = listed.nextElement()
        if node.supportsService("com.sun.star.text.TextTable"):
            tables.append(node)
        elif node.supportsService("com.sun.star.text.Paragraph"):
            paragraphs.append(node)
    return paragraphs, tables


def _select(text, node, start, end):
    cursor = text.createTextCursorByRange(node.Start)
    cursor.goRight(start, False)
    cursor.goRight(end - start, True)
    return cursor


def _words(said):
    at, found = 0, []
    for word in said.split(" "):
        if word:
            found.append((at, at + len(word)))
        at += len(word) + 1
    return found


class Editing:
    """One document that is being edited."""

    def __init__(self, document, chance):
        self.document, self.chance, self.text = document, chance, document.Text
        paragraphs, self.tables = _list_paragraphs(self.text)
        self.said = [node for node in paragraphs if len(node.String.split()) > 1]

    def new(self):
        """Return a word that is new."""
        return f"new{self.chance.randint(1000, 9999)}"

    def pick(self):
        """Return a paragraph with several words."""
        return self.chance.choice(self.said)

    def word(self):
        """Put another word in place of one."""
        node = self.pick()
        _select(self.text, node, *self.chance.choice(_words(node.String))).setString(self.new())

    def start(self):
        """Type at the start of a paragraph, or replace its first word."""
        node = self.pick()
        first = _words(node.String)[0]
        if self.chance.random() < 0.5:
            _select(self.text, node, *first).setString(self.new())
        else:
            self.text.insertString(node.Start, self.new() + " ", False)

    def end(self):
        """Type at the end of a paragraph."""
        self.text.insertString(self.pick().End, " " + self.new(), False)

    def cut(self):
        """Delete some words."""
        node = self.pick()
        found = _words(node.String)
        first = self.chance.randrange(len(found))
        last = min(len(found) - 1, first + self.chance.randint(0, 2))
        _select(self.text, node, found[first][0], found[last][1]).setString("")

    def delete(self):
        """Delete a paragraph with its end."""
        cursor = self.text.createTextCursorByRange(self.chance.choice(self.said[1:]).Start)
        cursor.goLeft(1, False)
        cursor.goRight(1, False)
        end = self.text.createTextCursorByRange(cursor)
        end.gotoEndOfParagraph(False)
        cursor.goLeft(1, False)
        cursor.gotoRange(end, True)
        cursor.setString("")

    def add(self):
        """Press Enter behind a paragraph, and type."""
        cursor = self.text.createTextCursorByRange(self.pick().End)
        self.text.insertControlCharacter(cursor, _BREAK, False)
        self.text.insertString(cursor, f"{self.new()} {self.new()}.", False)

    def split(self):
        """Press Enter between two words."""
        node = self.chance.choice(self.said[1:])
        start, _ = self.chance.choice(_words(node.String)[1:])
        cursor = self.text.createTextCursorByRange(node.Start)
        cursor.goRight(start, False)
        self.text.insertControlCharacter(cursor, _BREAK, False)

    def join(self):
        """Delete the end of the paragraph before one."""
        cursor = self.text.createTextCursorByRange(self.chance.choice(self.said[1:]).Start)
        cursor.goLeft(1, True)
        cursor.setString(" ")

    def style(self):
        """Choose another style."""
        styles = self.document.StyleFamilies.getByName("ParagraphStyles")
        names = [name for name in ("Heading 1", "Heading 2", "Quote", "Body Text") if styles.hasByName(name)]
        self.chance.choice(self.said[1:]).ParaStyleName = self.chance.choice(names)

    def cell(self):
        """Type over a cell."""
        table = self.chance.choice(self.tables)
        name = self.chance.choice(table.CellNames)
        table.getCellByName(name).setString(f"{self.new()} cell")

    def row(self):
        """Put a row into a table, or take one out."""
        table = self.chance.choice(self.tables)
        count = table.Rows.Count
        if self.chance.random() < 0.4 and count > 2:
            table.Rows.removeByIndex(self.chance.randrange(1, count), 1)
            return
        at = self.chance.randint(1, count)
        table.Rows.insertByIndex(at, 1)
        for column in "AB":
            table.getCellByName(f"{column}{at + 1}").setString(self.new())

    def note(self):
        """Add a note."""
        node = self.pick()
        _, end = self.chance.choice(_words(node.String))
        cursor = self.text.createTextCursorByRange(node.Start)
        cursor.goRight(end, False)
        made = self.document.createInstance("com.sun.star.text.Footnote")
        self.text.insertTextContent(cursor, made, False)
        made.setString(f"{self.new()} in a note.")

    def note_words(self):
        """Type over the first word of a note."""
        note = self.document.Footnotes.getByIndex(self.chance.randrange(self.document.Footnotes.Count))
        cursor = note.createTextCursor()
        cursor.gotoStart(False)
        while cursor.String.strip() == "" and cursor.goRight(1, True):
            pass
        cursor.collapseToEnd()
        cursor.goLeft(1, False)
        cursor.gotoNextWord(True)
        cursor.setString(self.new() + " ")

    def note_gone(self):
        """Delete a note with its call."""
        notes = self.document.Footnotes
        notes.getByIndex(self.chance.randrange(notes.Count)).Anchor.setString("")


def _connect(soffice, profile):
    pipe = f"pressroom{random.randrange(10**9)}"
    order = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo"]
    process = subprocess.Popen(
        [*order, f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    end = time.monotonic() + _START
    while True:
        try:
            found = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, found.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


def _edit(desktop, job):
    """Make the edit of a job; return whether there was anything to edit."""
    document = desktop.loadComponentFromURL(job["source"], "_blank", 0, (_option("Hidden", True),))
    try:
        editing = Editing(document, random.Random(job["seed"]))
        document.RecordChanges = job["tracked"]
        getattr(editing, job["kind"])()
        done = True
    except (IndexError, ValueError):
        done = False
    document.storeToURL(job["target"], (_option("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    return done


def main():
    asked = json.loads(Path(sys.argv[1]).read_text())
    process, desktop = None, None
    for job in asked["jobs"]:
        if process is None:
            process, desktop = _connect(asked["soffice"], asked["profile"])
        try:
            done = _edit(desktop, job)
        except Exception as fault:  # LibreOffice has crashed, and is started again
            print(f"{job['kind']}, tracked {job['tracked']}: {fault}", file=sys.stderr)
            process.kill()
            process.wait()
            process, done = None, False
        print(job["kind"] if done else "", flush=True)
    if process is not None:
        try:
            desktop.terminate()
        except Exception:
            process.kill()
        process.wait()


if __name__ == "__main__":
    main()
