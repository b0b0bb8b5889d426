"""The form of a language's table: its words by subject."""

from __future__ import annotations

from pressroom.numbers.languages.form.base import WordTable
from pressroom.numbers.languages.form.meaning import (
    BoilerplateWords,
    ClaimWords,
    PeriodWords,
    QualifierWords,
    RoleWords,
    SourceWords,
)
from pressroom.numbers.languages.form.reading import (
    DateWords,
    NameWords,
    NounWords,
    NumeralWords,
    SpellingWords,
    UnitWords,
)
from pressroom.numbers.languages.form.relations import (
    AgeWords,
    ComparisonWords,
    ConflictWords,
    EllipsisWords,
    KeyWords,
    RangeWords,
    RelationWords,
)
from pressroom.numbers.languages.form.wording import StandIn, WordingWords

__all__ = [
    "AgeWords",
    "BoilerplateWords",
    "ClaimWords",
    "ComparisonWords",
    "ConflictWords",
    "DateWords",
    "EllipsisWords",
    "KeyWords",
    "Language",
    "NameWords",
    "NounWords",
    "NumeralWords",
    "PeriodWords",
    "QualifierWords",
    "RangeWords",
    "RelationWords",
    "RoleWords",
    "SourceWords",
    "SpellingWords",
    "StandIn",
    "UnitWords",
    "WordTable",
    "WordingWords",
]


class Language(WordTable):
    """All words of one language, in lower case unless a field says otherwise; phrases have one space
    between words.
    """

    numerals: NumeralWords
    spelling: SpellingWords
    units: UnitWords
    nouns: NounWords
    ranges: RangeWords
    comparisons: ComparisonWords = ComparisonWords()
    relations: RelationWords = RelationWords()
    ages: AgeWords = AgeWords()
    qualifiers: QualifierWords
    dates: DateWords
    names: NameWords
    claims: ClaimWords
    sources: SourceWords = SourceWords()
    periods: PeriodWords = PeriodWords()
    roles: RoleWords = RoleWords()
    boilerplate: BoilerplateWords = BoilerplateWords()
    ellipsis: EllipsisWords = EllipsisWords()
    conflicts: ConflictWords = ConflictWords()
    key: KeyWords = KeyWords()
    wording: WordingWords = WordingWords()
