"""English: nouns in the plural that do not look so, and words that only look so."""

from __future__ import annotations

from pressroom.numbers.languages.lists import words

# nouns whose plural has no s, and words for people that what befell them names
PLURALS = words(
    "people children men women troops police staff personnel crew crews dead wounded injured missing "
    "homeless displaced feet teeth "
    "mice sheep fish deer aircraft spacecraft series species cattle poor percent grandchildren "
    "schoolchildren servicemen "
    "servicewomen policemen firemen fishermen gunmen businessmen congressmen lawmakers salmon offspring "
    "head data media criteria "
    "phenomena alumni fungi bacteria headquarters hp folk livestock poultry youth elderly unemployed "
    "faithful rpm mph runners-up "
    "passers-by kids cannon shrimp trout bison elk moose horsepower firewomen sportsmen sportswomen "
    "craftsmen workmen postmen "
    "housemen oxen geese dice wolves lives wives knives leaves shelves loaves halves bps miles kilowatts kids"
)  # fmt: skip  # a list of words
NO_PLURALS = words(
    "always perhaps thus this less previous various across its his news besides towards afterwards "
    "sometimes whereas plus versus "
    "as is was has does goes says gas bus yes us thanks indoors outdoors overseas abroad nowadays upwards "
    "downwards backwards "
    "forwards sports sales arms communications savings earnings economics politics physics mathematics "
    "logistics electronics "
    "operations customs works means systems human-rights telecoms telecommunications rights resources "
    "services goods"
)  # fmt: skip  # a list of words
# plural in form, yet often the first part of a compound: "sales jobs", "arms firms"
COMPOUND = words(
    "sports sales arms communications savings earnings economics politics physics mathematics logistics "
    "electronics operations "
    "customs works telecoms telecommunications rights resources services goods news overseas systems"
)  # fmt: skip  # a list of words
# the same in the singular and the plural, or without a singular of their own
UNCHANGED = words(
    "people series species headquarters aircraft spacecraft means crossroads barracks gallows innings "
    "works shambles corps chassis data media fish deer sheep"
)
