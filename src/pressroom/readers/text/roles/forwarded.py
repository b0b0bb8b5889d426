"""A text that was forwarded by mail: the heads of the mails round it, and what those say who sent it on."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pressroom.readers.common.head.mail_fields import SEPARATOR, is_forwarded, is_mail_field
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.roles.letters import SALUTATION
from pressroom.readers.text.units.messages import Messages

MAIL_HEAD = "head of a mail round the text"
COVER = "note of somebody who sent the text on"
_FIELD = re.compile(r"[^\W\d_][\w -]{1,29}:(?:\s|$)")
_LEAST_FIELDS = 2
_LONGEST_HEADLINE, _SHORTEST_HEADLINE = 110, 8  # characters
_SHORTEST_PARAGRAPH = 60
_LONGEST_COVER_LINE, _LONGEST_COVER = 200, 600  # characters; who writes more has something to say


@dataclass(frozen=True, slots=True)
class _Mail:
    """The lines of one mail that are to be seen: its head, and what it says."""

    head: list[int]
    body: list[int]


def find_covers(lines: Lines, messages: Messages, left: Collection[int]) -> dict[int, str]:
    """Return the lines of mails that do no more than send on one text with a headline, with the reason.

    ``left`` are lines that are no text already. Where two of the mails hold a text, or one answers another,
    all of them are text.
    """
    mails = _split_mails(lines, messages, left)
    if len(mails) < 2 or not _is_sent_on(lines, mails):
        return {}
    headlines = [_find_headline(lines, mail.body) for mail in mails]
    texts = [at for at, headline in enumerate(headlines) if headline >= 0]
    if len(texts) != 1:
        return {}
    cover = [index for at, mail in enumerate(mails) if at != texts[0] for index in mail.body]
    sizes = [lines.sizes[index] for index in cover]
    if sum(sizes) > _LONGEST_COVER or max(sizes, default=0) > _LONGEST_COVER_LINE:
        return {}
    headline = headlines[texts[0]]
    cover += [index for index in mails[texts[0]].body if index < headline]
    heads = [index for mail in mails for index in mail.head]
    return dict.fromkeys(heads, MAIL_HEAD) | dict.fromkeys(cover, COVER)


def _split_mails(lines: Lines, messages: Messages, left: Collection[int]) -> list[_Mail]:
    """Return the mails of a text in its order; the first may have no head."""
    visible = [index for index, size in enumerate(lines.sizes) if size and index not in left]
    starts = dict(messages.headers)
    if visible and visible[0] not in starts:
        top = _read_head(lines, visible[0])
        if sum(is_mail_field(lines.raw[index]) for index in top) >= _LEAST_FIELDS:
            starts = {first: last for first, last in starts.items() if first > top[-1]}
            starts[visible[0]] = top[-1]
    mails: list[_Mail] = [_Mail([], [])]
    for index in visible:
        if index in starts:
            mails.append(_Mail(_read_head(lines, index), []))
        elif index not in mails[-1].head:
            mails[-1].body.append(index)
    return [mail for mail in mails if mail.head or mail.body]


def _read_head(lines: Lines, first: int) -> list[int]:
    """Return the lines "Key: value" from one on, as far as they follow each other."""
    end = first
    while end < len(lines) and lines.sizes[end] and _FIELD.match(lines.content(end)):
        end += 1
    return list(range(first, end))


def _is_sent_on(lines: Lines, mails: Sequence[_Mail]) -> bool:
    """Tell whether a subject or a line of a mail program says that a mail is forwarded."""
    heads = [index for mail in mails for index in mail.head]
    return any(is_forwarded(lines.raw[index]) for index in heads) or any(
        SEPARATOR.fullmatch(raw) and is_forwarded(raw) for raw in lines.raw
    )


def _find_headline(lines: Lines, body: Sequence[int]) -> int:
    """Return the line of a mail's headline, -1 for none: first of its text, short, above a paragraph."""
    rest = [index for index in body if not _is_greeting(lines.content(index))]
    if len(rest) < 2:
        return -1
    first, below = rest[:2]
    content = lines.content(first)
    is_line = _SHORTEST_HEADLINE <= len(content) <= _LONGEST_HEADLINE and content[-1] not in ".,:;!"
    alone = below > first + 1
    paragraph = 0
    while below < len(lines) and lines.sizes[below]:
        paragraph += lines.sizes[below]
        below += 1
    return first if is_line and alone and paragraph >= _SHORTEST_PARAGRAPH else -1


def _is_greeting(content: str) -> bool:
    return SALUTATION.fullmatch(content) is not None and content[-1] in ",!:"
