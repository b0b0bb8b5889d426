"""English: what makes a number a key number or a conflict."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    ConflictWords,
    KeyWords,
)
from pressroom.numbers.languages.lists import listed, words

CONFLICTS = ConflictWords(
    deaths=words("dead died death deaths fatality fatalities killed lives toll"),
    valuing=words("put puts value values count counts estimate estimates"),
    pointed=words("it them that this the_figure the_number the_total the_toll"),
    at=words("at"),
    putting=words("put puts"),
    not_valuing=words("on in out off up down to into together"),
    rival=words("""
        value_it value_them values_it values_them count_only count_otherwise count_differently counts_only
        counts_otherwise counts_differently counted rival by_contrast rather_than narrower
    """),
    rival_stems=listed("disput contradict differ"),
    other=words("higher lower other another different separate"),
    figures=words("figure estimate count number toll valuation"),
    empty=words("""
        were have been will that this with from they their about over than more least also said which would
        could
    """),
)

KEY = KeyWords(
    harm=words("""
        killed dead died death deaths injured wounded missing drowned murdered executed kidnapped hurt
    """),
    people=words("""
        people person persons soldier soldiers troop troops civilians residents patients children women men
        victims dead death deaths killed wounded displaced refugees migrants workers jobs households
        families voters pupils students homes cases infections arrests prisoners hostages employees staff
        passengers volunteers
    """),
    people_stems=listed("fatalit casualt injur"),
    records=words("record highest lowest largest biggest total altogether in_all overall"),
    changes=words("""
        rose risen fell fallen grew grown dropped doubled trebled tripled halved up_from down_from
        compared_with compared_to cut_by
    """),
    change_stems=listed("increas decreas declin"),
    from_=words("from"),
    to=words("to"),
    calibres=words("""
        gun howitzer rocket mortar shell round cannon launcher ammunition pistol artillery film lens screen
    """),
    of=words("of"),
    before_conversion=words("about around approximately some roughly or"),
)
