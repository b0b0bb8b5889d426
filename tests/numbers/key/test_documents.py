"""The tiles of short texts: which numbers are shown, and with what words."""

from __future__ import annotations

import pytest

from pressroom import numbers, readers
from pressroom.language import guess_language

# text, its tiles: what stands large and the words under it
TEXTS = [
    ("Flu bulletin\n\nIn week 9, 512 new cases were reported from six towns compared to 467 cases in week 8.",
     ["512 | “In week 9, 512 new cases were reported from six towns compared to 467 cases in week 8”"]),
    ("Die neue Brücke\n\nDie Brücke kostet 31 Millionen Euro. Der Rat hat das am Montag beschlossen.",
     ["31 Millionen Euro | „Die Brücke kostet 31 Millionen Euro“"]),
    ("Le pont de Morlec est fini\n\nLe chantier a coûté 31 millions d'euros. Les ponts du port sont vieux.",
     ["31 millions d'euros | «\u202fLe chantier a coûté 31 millions d'euros\u202f»"]),
    ("New ferry\n\nA cabin costs from £64.", ["from £64 | cost of a cabin"]),
    ("Budget\n\nThe deficit was to grow by £14 million but is now to grow by £31 million.",
     ["£31 million | “The deficit was to grow by £14 million but is now to grow by £31 million”"]),
    ("Flood appeal\n\nHomes flooded: 2.4M\nAid needed: $3.1B\nTents: 12,400",
     ["$3.1B | Aid needed", "2.4M | Homes flooded", "12,400 | Tents"]),
    ("Bridge\n\nThe bridge is 340 metres long, has 12 piers and cost £64 million, 9 million less than"
     " planned.",
     ["£64 million | “The bridge is 340 metres long, has 12 piers and cost £64 million, 9 million less than"
      " planned”"]),
    ("Ferry aid\n\nThe county is giving £4.5 million to ferries.\n\nThe Gazette: The county said that £4.5"
     " million has been set aside for ferries.", 1),
    ("Jobs\n\n• The vacancy rate was estimated at 3.6%, 0.4 percentage points lower than a year earlier.",
     ["estimated at 3.6% | “The vacancy rate was estimated at 3.6%, 0.4 percentage points lower than a year"
      " earlier”"]),
    ("Flu\n\nSince the season began 1,240 deaths have been reported.",
     ["1,240 | deaths have been reported since the season began"]),
    ("Night buses\n\nLast year 61,000 people used night buses, 12 per cent more than in 2024.",
     ["61,000 | “Last year 61,000 people used night buses, 12 per cent more than in 2024”"]),
    ("Four men dead in storm off Kiel\n\nA storm sank a ferry. Rescuers went out at night.",
     ["Four | men dead in storm off Kiel"]),
    # the lead is long, and weighs more than what is short
    ("Harbour to be renewed\n\nThe harbour trust said on Monday that it would put £93 million into new quays,"
     " a school for pilots and the repair of the three old lighthouses on the coast.\n\nThe canteen\n\nThe"
     " canteen sold 4,100 meals.",
     ["£93 million | “The harbour trust said on Monday that it would put £93 million into new quays, a school"
      " for pilots and the repair of the three old lighthouses on the coast”",
      "4,100 | meals sold by the canteen"]),
    ("Call\n\nA rower saw the fire and called 911.", []),
    ("La noche\n\nLa noche del 17 hubo fuego en el puerto y los barcos se quemaron.", []),
    ("Die Werft\n\nIn den 90-er Jahren war die Werft die größte der Stadt und des Landes.", []),
    ("Twenty years\n\nThe treaty was signed more than 20 years ago.", []),
    ("Rents\n\nThe bill came to at least £182 million a year.",
     ["at least £182 million a year | “The bill came to at least £182 million a year”"]),
    ("Channel\n\nDredging the channel to its old depth would cost £46 million.",
     ["£46 million | “Dredging the channel to its old depth would cost £46 million”"]),
]  # fmt: skip  # text and tiles side by side


@pytest.mark.parametrize(("text", "tiles"), TEXTS, ids=[case[0].partition("\n")[0] for case in TEXTS])
def test_tiles_of_a_text(text, tiles):
    found = find_tiles(text)
    assert (len(found) if isinstance(tiles, int) else found) == tiles


def find_tiles(text):
    document = readers.read(text.encode(), "text.txt", readers.ReaderSettings())
    found = numbers.find(document, lang=guess_language(document.text).lang)
    return [f"{key.display} | {key.label}" for key in found.key]
