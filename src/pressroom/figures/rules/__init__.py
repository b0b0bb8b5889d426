"""Which picture is honest: the rules, in the order of their trial. What none of them takes stays a tile.

rule      the text has                                drawn as                      unless
earlier   an amount, and what was estimated before    marks for both, no difference they are of two classes
change    a number and what it was before             bars from zero                one of them is a range
part      a number "of the" stated total; a count     counted signs, bar in bar     the share is below 1 %
          "including" some of it
occasions a total "on" a number of occasions          marks, and a stroke for each  the number is no exact one
measures  two to four measures of one thing           marks, ruler, boxes           two are of one kind
interval  a range                                     a ruler from zero             it is no level
target    a number and its target                     bar with the target's mark    its words name no thing
listed    values that a sentence lists by name      bars with zero base           they are of several classes
share     per cents of something, "3 in 10"           bars in a whole, signs        it is a rise or a fall
sources   two values of one thing by two sources      two attributed dots           one has no source
bar       numbers that one sentence sets side by      bars with zero base           a condition fails of
          side, alike in kind and thing counted                                     compare.CONDITIONS
timeline  three dated events, one after another       line to scale                 a date lacks its year
sequence  three events that the text orders           equal steps, dashed           one of them is to come
alone     any other key number                        (a tile)                      says why
"""

from __future__ import annotations

from collections.abc import Callable

from pressroom.figures.rules.alone import alone
from pressroom.figures.rules.bars import bar, sources
from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.change import change
from pressroom.figures.rules.events import sequence, timeline
from pressroom.figures.rules.listed import listed
from pressroom.figures.rules.parts import part, share, target
from pressroom.figures.rules.ranges import interval
from pressroom.figures.rules.related import earlier, measures, occasions

RULES: tuple[tuple[str, Callable[[Candidates], None]], ...] = (
    ("earlier", earlier),
    ("change", change),
    ("part", part),
    ("occasions", occasions),
    ("measures", measures),
    ("interval", interval),
    ("target", target),
    ("listed", listed),
    ("share", share),
    ("sources", sources),
    ("bar", bar),
    ("timeline", timeline),
    ("sequence", sequence),
    ("alone", alone),
)
