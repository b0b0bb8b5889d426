"""What tiles say under their numbers, sentence by sentence."""

from __future__ import annotations

import pytest

from pressroom.model.numbers import Wording
from pressroom.numbers.gate.choice import find_wordings
from pressroom.numbers.gate.rules import DOUBTFUL
from pressroom.numbers.quantities import extract
from pressroom.numbers.wording.display import display

# sentence, number, words under it ("" for no tile)
ENGLISH = [
    # the thing counted with what is said of it
    ("Some 4,300 ferries were held back by the storm.", "4,300", "ferries were held back by the storm"),
    ("Up to 26,000 lodgers lost their deposit.", "26,000", "lodgers lost their deposit"),
    ("About 64% of tenants say they know their landlord.", "64%", "of tenants say they know their landlord"),
    ("There are 12 wards in the northern district.", "12", "wards in the northern district"),
    ("The academy has 3,100 full-time and evening students.", "3,100",
     "“The academy has 3,100 full-time and evening students”"),
    # what was done with it
    ("Customs officers seized 40 kilograms of cocaine in the port.", "40 kilograms",
     "of cocaine seized by customs officers in the port"),
    ("They sold 512 tickets in an hour.", "512", "tickets sold in an hour"),
    ("The council needs 4,200 new piles by 2031.", "4,200", "new piles needed by the council by 2031"),
    ("The fund approved £2.4 million for the slate roof.", "£2.4 million",
     "approved by the fund for the slate roof"),
    ("The blast wrecked the pier, killing nine sailors.", "nine", "sailors killed by the blast"),
    ("The pier has good news, 340 boats docked in the north.", "340", "boats docked in the north"),
    # levels, measures and changes
    ("Turnout was 43 per cent in the north.", "43 per cent", "Turnout in the north"),
    ("Fares rise by 3.9 per cent in April.", "3.9 per cent", "rise in fares in April"),
    ("Bus fares fell 3.9 per cent last year.", "3.9 per cent", "fall in bus fares last year"),
    ("The footbridge cost £4.1m.", "£4.1m", "cost of the footbridge"),
    ("Barley fell to $58.40 per ton.", "$58.40 per ton", "“Barley fell to $58.40 per ton”"),
    ("Exports of timber (+3%) rose in the north.", "3%", "rise in exports of timber"),
    # the clause, where a verb must stay
    ("The mayor will build 300 homes by 2031.", "300", "homes to be built by the mayor by 2031"),
    ("Rowers may carry 30 kilograms.", "30 kilograms", "“Rowers may carry 30 kilograms”"),
    # a clause without its asides, and a relative clause with what it is of
    ("The old yard, one of the largest that were ever built on the old coast, now has 310 welders.",
     "310", "The old yard now has 310 welders"),
    ("The harbour trust let 310 berths and 40 moorings to the rowing clubs, which asked for more of them.",
     "310", "“The harbour trust let 310 berths and 40 moorings to the rowing clubs”"),
    ("The yard, which has 310 welders in two shifts, belongs to a group of owners in the city on the river.",
     "310", "The yard has 310 welders in two shifts"),
    ("Some 41,000 tonnes of wheat came in.", "41,000 tonnes", "of wheat came in"),
    ("The fund has £34 million for the roof, but the tower was left open to wind, rain and birds for years.",
     "£34 million", "“The fund has £34 million for the roof”"),
    ("Unemployment may reach 3%, compared with 2% in May.", "3%",
     "“Unemployment may reach 3%, compared with 2% in May”"),
    ("Out of 340 schools, most are small.", "340", "“Out of 340 schools, most are small”"),
    ("The staff will drop to about 320.", "320", "“The staff will drop to about 320”"),
    ("Customs seized 340 bags in 19 ports.", "340", "“Customs seized 340 bags in 19 ports”"),
    ("In 2014, 340 schools were shut.", "340", "schools were shut"),
    ("Rebels came and attacked, killing 340 sailors.", "340", "sailors killed by rebels"),
    ("Some 340 berths were let in spring, according to Kiel.", "340", "berths were let in spring"),
    ("Growth in exports of timber (+3%) was slow.", "3%", "rise in exports of timber"),
    ("Sales rose to 340 boats, according to Acme.", "340", "“Sales rose to 340 boats”"),
    ("Exports of timber (+6%) and imports of ore (+9%) rose in the north, after the harbour board had cut the"
     " fees of the yards for a second time, and the mine had closed.", "9%",
     "“Exports of timber (+6%) and imports of ore (+9%) rose in the north”"),
    # an item of a list without who did it, what was told before, and a second thing that is counted
    ("Secured $400 million for harbours in the north.", "$400 million", ""),
    ("Awarded £10 million to small yards.", "£10 million", ""),
    ("Such yards let 340 berths.", "340", ""),
    ("Sales of goods such as ropes rose to 340 boats.", "340",
     "“Sales of goods such as ropes rose to 340 boats”"),
    ("Since then, the yard has let 340 berths.", "340", ""),
    ("The port let 3.5 per cent of berths and 7 per cent of sheds.", "3.5 per cent",
     "“The port let 3.5 per cent of berths and 7 per cent of sheds”"),
    ("The port let 3.5 per cent of berths and 7 per cent of sheds.", "7 per cent", ""),
    ("In addition, the port runs 340 boats on the lakes.", "340", "boats run by the port on the lakes"),
    ("In the north, the three boats were sunk, since nobody kept watch.", "three",
     "“In the north, the three boats were sunk”"),
    ("In 2028, the island got support amounting to £25 million; this year, £21.5 million was paid out to it"
     " by the fund in the old town, and it came first.", "£25 million", ""),
    ("At the time, Roe said the port would get £7 million more under the plan.", "£7 million", ""),
    ("For comparison, boats make up 81% of the fleet.", "81%", ""),
    ("They found a four foot by three foot tunnel in the yard.", "four foot", ""),
    ("They found a four foot by three foot tunnel in the yard.", "three foot", ""),
    ("Banks (−0.2%), shops (−0.4%) and yards (−1.2%) lost.", "−1.2%", ""),
    ("Exports of goods*** (+6.9%) grew fast in the north.", "6.9%",
     "rise in exports of goods"),
    ("The main causes were the tides (30.7%) and the wind (25.9%).", "30.7%",
     "“The main causes were the tides (30.7%) and the wind (25.9%)”"),
    ("In June spending was £53.9 billion, £2.0 billion higher than in May.", "£2.0 billion", ""),
    ("In June 3.2 million stays were sold, a rise of 0.2% compared with May.", "0.2%", ""),
    ("A further 5.6 million boats have left the port.", "5.6 million", ""),
    ("The port bought a further 340 boats.", "340", "“The port bought a further 340 boats”"),
    ("Total: 340 boats were sold.", "340", "boats were sold"),
    # place, time, condition and whole stay
    ("In 2012 there were 8,360 deaths in the north, 380 fewer than in 2011.", "8,360",
     "“In 2012 there were 8,360 deaths in the north, 380 fewer than in 2011”"),
    ("In Finland, 8,400 new cases were reported last week.", "8,400",
     "new cases were reported last week in Finland"),
    ("Under the plan, harbours receive £34 million.", "£34 million",
     "“Under the plan, harbours receive £34 million”"),
    ("If the toll goes, fares could fall by 30 per cent.", "30 per cent",
     "“If the toll goes, fares could fall by 30 per cent”"),
    ("Shares in Oslo were up 2.6 per cent.", "2.6 per cent", "rise in shares in Oslo"),
    ("The measure is still down 9 per cent.", "9 per cent", "“The measure is still down 9 per cent”"),
    ("Exports of timber increased by 3.9%.", "3.9%", "rise in exports of timber"),
    ("Farming contributed 24%.", "24%", "“Farming contributed 24%”"),
    ("The storms of the season cut sales by 34%.", "34%", "“The storms of the season cut sales by 34%”"),
    ("It rained hard and due to the storm, farming contributed 24%.", "24%", ""),
    ("Turnover of the yard on the river rose to £310 million in the north, excluding the fees of the clubs.",
     "£310 million",
     "“Turnover of the yard on the river rose to £310 million in the north, excluding the fees of the"
     " clubs”"),
    # what the crew is one of, and verbs that share a subject
    ("The crew came third out of the 340, with 12 boats.", "340", ""),
    ("In the valley, some 340 people were born abroad.", "340",
     "“In the valley, some 340 people were born abroad”"),
    ("Xebec says the port has long made 34% of its sales here, but that fell to 20% in May.", "34%",
     "“Xebec says the port has long made 34% of its sales here, but that fell to 20% in May”"),
    ("A total of 340 patients are in the wards - suspected or confirmed.", "340",
     "“340 patients are in the wards - suspected or confirmed”"),
    ("The port bought boats, repaired them, painted them and sold 340 ferries.", "340",
     "The port sold 340 ferries"),
    # part of what consists of such, a pronoun with what it stands for, a difference with its value
    ("He runs the trust's chain of some 64 small cinemas.", "64", "small cinemas in the trust's chain"),
    ("Two yards built the ferries, with £12m of them paid in advance.", "£12m",
     "of [the ferries] paid in advance"),
    ("The port landed 4,100 tonnes, 300 fewer than in May.", "4,100 tonnes",
     "landed by the port, 300 fewer than in May"),
    ("Two thirds would move house.", "Two thirds", ""),
    ("So far in May, 340 ferries have docked.", "340", "“So far in May, 340 ferries have docked”"),
    ("Futures point to a 25 per cent probability.", "25 per cent", ""),
    ("The fund approved £7 million in direct aid for 31 harbours.", "£7 million",
     "“The fund approved £7 million in direct aid for 31 harbours”"),
    ("The council approved £7 million in direct aid for the old harbour.", "£7 million",
     "in direct aid approved by the council for the old harbour"),
    # what is part of another, or belongs to the verb behind an aside
    ("The airline flies 248 737 aircraft.", "248 737", ""),
    ("It broke in 6000, 7000 pieces.", "7000", ""),
    ("Of the 64 sick, 61 sailors live in Kiel.", "61", "“Of the 64 sick, 61 sailors live in Kiel”"),
    ("It lent boats to 340 sailors, 48 per cent of whom were women.", "48 per cent", ""),
    ("Exports represent 18% of output.", "18%", "“Exports represent 18% of output”"),
    ("The port sold an app for the watch that tracks 35,000 rowers in the north.", "35,000",
     "“The port sold an app for the watch that tracks 35,000 rowers in the north”"),
    ("Rowing club fees rose 900 euros to 2,600 euros.", "2,600 euros", "rowing club fees, up 900 euros"),
    ("The record gap came after a £37 million deficit.", "£37 million",
     "“The record gap came after a £37 million deficit”"),
    ("The board previously reported that rents were £37 million.", "£37 million",
     "“The board previously reported that rents were £37 million”"),
    ("Output of the yards has grown by 0.4% in the 4th quarter of 2016.", "0.4%",
     "rise in output of the yards in the 4th quarter of 2016"),
    ("A total of 340 berths were let in May.", "340", "berths were let in May"),
    ("The port got a total of 340 letters from rowers.", "340",
     "“The port got a total of 340 letters from rowers”"),
    ("Police seized a total of 340 boats in the port.", "340", "boats seized by police in the port"),
    ("The club initially had 17 rowers but grew in the following months to many more of all ages and towns"
     " of the whole northern coast.", "17", ""),
    # who says it stands in the small print
    ("The board of the port said rents were 9 per cent higher than in May, so that few clubs could pay.",
     "9 per cent", "“Rents were 9 per cent higher than in May”"),
    # what is joined to it, and the clause that says which one is meant, stay
    ("The trust paid £310,000 to sailors, to the widows of the harbour town and to the clubs of the coast"
     " that look after boats, ropes and lamps all year.", "£310,000", ""),
    ("The board approved £3 million to mend the pier and begin a quay.", "£3 million",
     "“The board approved £3 million to mend the pier and begin a quay”"),
    ("The grant of £65,000 helps the club keep and paint the pier.", "£65,000",
     "“The grant of £65,000 helps the club keep and paint the pier”"),
    ("The fund gives £310,000 for new ferries, fixed wing boats, and unmanned cranes.", "£310,000",
     "given by the fund for new ferries, fixed wing boats, and unmanned cranes"),
    ("The tin mine and foundry sold 4,100 tons of ore in May and employs 310 people.", "310",
     "people employed by the tin mine and foundry"),
    ("The copper mill and dye works made 72,000 tons of wire in May and employs 310 people.", "310",
     "people employed by the copper mill and dye works"),
    ("It burned its old yard, where a fire last week killed one sailor in the north.", "one", ""),
    ("The port owns 34% of the bank that the mayor set up.", "34%",
     "“The port owns 34% of the bank that the mayor set up”"),
    ("The population of Kiel grew by 340 people in May.", "340",
     "“The population of Kiel grew by 340 people in May”"),
    ("The tin mine employs 340 welders.", "340", "“The tin mine employs 340 welders”"),
    # a bracket behind a value without a verb, the place ahead of a colon, a title that runs on
    ("Freight to Norway (2019): £4 billion (the port's third partner).", "£4 billion",
     "“Freight to Norway (2019): £4 billion (the port's third partner)”"),
    ("Kiel: 340 boats were let in May.", "340", "“Kiel: 340 boats were let in May”"),
    ("Trust Wins £9 Million for Pier Works Kiel-- The mayor said on Monday that works begin.",
     "£9 Million", ""),
    ("In total, 52, 404 boats were let.", "404", ""),
    ("In week 20, 312 boats were let.", "312", "boats were let in week 20"),
    # whole sentences, whatever joins them to the one before, and wherever the number stands
    ("But 34 per cent of tenants who left get their deposit back.", "34 per cent",
     "of tenants who left get their deposit back"),
    ("In 236 of the old flats, a leak was found after the storm.", "236",
     "“In 236 of the old flats, a leak was found after the storm”"),
    ("(HPB) - On the reference date of 3rd May 2029, 480 minors were on board.", "480",
     "minors were on board on the reference date of 3rd May 2029"),
    ("It should be noted that timber is only 5% of the freight.", "5%",
     "“It should be noted that timber is only 5% of the freight”"),
    ("It has been told that 340 berths are let.", "340", "“It has been told that 340 berths are let”"),
    ("In the first stage, it rose by 9%.", "9%", ""),
    ("The price of its shares fell by 9% in Oslo.", "9%", ""),
    ("Only 40% know them.", "40%", ""),
    ("The mayor's rating sank below 45% this week.", "45%", "“The mayor's rating sank below 45% this week”"),
    ("As noted by the pilots of the old harbour, the freight declined by 9%.", "9%",
     "“As noted by the pilots of the old harbour, the freight declined by 9%”"),
    ("Rents rose by 4% for the same period.", "4%", ""),
    ("Rents rose by 4% in the same period of 2029.", "4%", "rise in rents in the same period of 2029"),
    ("The fund has helped develop and finance 340 homes in the bay.", "340",
     "“The fund has helped develop and finance 340 homes in the bay”"),
    ("Type | Amount ----- | ----- Funds are for the park | £340.14.", "£340.14", ""),
    ("Boats from the Kiel Bay Yard reached nearly half of the fleet.", "half",
     "“Boats from the Kiel Bay Yard reached nearly half of the fleet”"),
    ("Rowers may carry 30 kilograms, but they must pay.", "30 kilograms",
     "“Rowers may carry 30 kilograms, but they must pay”"),
    ("but no more no less than 340 ways.", "340", ""),
    ("The number of cars in the town rose from 3 million to 4 million between 2021 and 2031.", "4 million",
     "“The number of cars in the town rose from 3 million to 4 million between 2021 and 2031”"),
    ("Was the most read in May, when it gained 74% in the north.", "74%", ""),
    ("The corresponding funds grew by 50% in May.", "50%", ""),
    ("The club saw a 95% increase in viewers during that time period.", "95%", ""),
    ("The port's exclusive pre- and post-war flats had rents of 340 marks.", "340",
     "“The port's exclusive pre- and post-war flats had rents of 340 marks”"),
    ("Once the rain has gone, the bloom closes after some 340 hours.", "340 hours",
     "“Once the rain has gone, the bloom closes after some 340 hours”"),
    ("It rose at 4 p.m. ET (+92%), and again in May.", "92%", ""),
    ("KIEL, Holstein, May 5, 2029 /Newswire/ -- Acme Boats was awarded a £438 million contract by a navy.",
     "£438 million", "“Acme Boats was awarded a £438 million contract by a navy”"),
    ("Rents rose by 4% in May.* As in April, tents were dear.", "4%", "rise in rents in May"),
    ("While rents rose by 1% in the north, they rose by 4% in the south.", "4%",
     "“While rents rose by 1% in the north, they rose by 4% in the south”"),
    # what nobody names, or only somebody plans
    ("Some 300 were arrested.", "300", ""),
    ("He wants to hire 300 cooks.", "300", ""),
]  # fmt: skip  # sentence and words side by side


OTHERS = [
    ("de", "Im Mai haben 340 Boote im Hafen angelegt.", "340", "„Im Mai haben 340 Boote im Hafen angelegt“"),
    ("de", "Dabei wurden 340 Boote gezählt.", "340", ""),
    ("de", "Der Hafen war arm, als die Ausfuhr um 9 Prozent stieg.", "9 Prozent",
     "„Der Hafen war arm, als die Ausfuhr um 9 Prozent stieg“"),
    ("de", "Rund acht Dutzend Boote sanken im Hafen.", "acht Dutzend", "Boote sanken im Hafen"),
    ("de", "Die Leerquote lag bei 4,5 Prozent, 0,6 Punkte niedriger als im Mai.", "4,5 Prozent", "Leerquote"),
    ("fr", "Le pont a coûté 46 millions d'euros, 14 millions de moins que prévu.", "46 millions d'euros",
     "«\u202fLe pont a coûté 46 millions d'euros\u202f»"),
    ("fr", "Le port compte 340 quais, dont 40 neufs.", "340",
     "«\u202fLe port compte 340 quais, dont 40 neufs\u202f»"),
    ("fr", "Le port représente 18 % du commerce.", "18 %",
     "«\u202fLe port représente 18 % du commerce\u202f»"),
    ("fr", "La ville détient 34 % du capital du groupe de ferries qu'elle a fondé.", "34 %",
     "«\u202fLa ville détient 34 % du capital du groupe de ferries qu'elle a fondé\u202f»"),
    ("fr", "Le fonds a versé 310 000 euros aux marins, aux veuves du vieux port et du phare, aux rameurs et"
     " aux familles des pêcheurs de toute la côte nord du pays.", "310 000 euros", ""),
    ("fr", "Le conseil a voté 3 millions d'euros pour réparer la jetée et construire un quai.",
     "3 millions d'euros",
     "«\u202fLe conseil a voté 3 millions d'euros pour réparer la jetée et construire un quai\u202f»"),
    ("de", "Die Zinnmine und Giesserei verkaufte im Mai Erz und beschäftigt 310 Personen.", "310",
     "Die Zinnmine und Giesserei beschäftigt 310 Personen"),
    ("de", "Fracht nach Oslo (2019): 4 Milliarden Franken (drittgrösster Partner des Hafens).",
     "4 Milliarden Franken",
     "„Fracht nach Oslo (2019): 4 Milliarden Franken (drittgrösster Partner des Hafens)“"),
    ("de", "Hafen Kiel: 340 Boote wurden im Mai vermietet.", "340",
     "„Hafen Kiel: 340 Boote wurden im Mai vermietet“"),
    ("de", "81% der Befragten sind der Ansicht, dass der Hafen im Norden der Stadt zu klein ist.", "81%",
     "„81% der Befragten sind der Ansicht, dass der Hafen im Norden der Stadt zu klein ist“"),
    ("de", "1,25 %, Laufzeit 27.06.2037, Betrag 171 Mio. Franken, Emissionspreis 100,95 %, Rendite 0,7 %,"
     " Fälligkeit Mai, Rang hoch, Stelle Kiel, Zahlung bar.", "1,25 %", ""),
    ("de", "Hafen bekommt 9 Millionen Franken für die Mole Kiel -- Die Stadt sagte am Montag, dass der Bau"
     " beginnt.", "9 Millionen Franken", ""),
    ("es", "La ciudad posee el 34% del grupo de barcos que fundó.", "34%",
     "«La ciudad posee el 34% del grupo de barcos que fundó»"),
    ("fr", "Mais plus d'un tiers de la flotte souffre d'un défaut de peinture.", "un tiers",
     "«\u202fPlus d'un tiers de la flotte souffre d'un défaut de peinture\u202f»"),
    ("fr", "Le port exporte près de 80 % de sa bière.", "80 %",
     "«\u202fLe port exporte près de 80 % de sa bière\u202f»"),
    ("fr", "On estime que 340 quais du port sont minés.", "340",
     "«\u202fOn estime que 340 quais du port sont minés\u202f»"),
    ("de", "Verheiratete Lotsen verdienen 31% weniger als ihre ledigen Kollegen.", "31%",
     "„Verheiratete Lotsen verdienen 31% weniger als ihre ledigen Kollegen“"),
    ("de", "Der Kurs seiner Werft verlor 13 Prozent.", "13 Prozent", ""),
    ("de", "In rund 10 Prozent der Boote musste die Fahrt beendet werden.", "10 Prozent",
     "„In rund 10 Prozent der Boote musste die Fahrt beendet werden“"),
    ("de", "Davon sind 340 Boote neu.", "340", ""),
    ("de", "Knapp die Hälfte der Boote gehört dem Hafen.", "die Hälfte", "der Boote gehört dem Hafen"),
    ("es", "Casi la mitad de los barcos se hundió en mayo.", "la mitad", "de los barcos se hundió en mayo"),
    ("de", "Die Stadt rechnet damit, dass der Bau 9 Millionen Franken kostet.", "9 Millionen Franken",
     "„Die Stadt rechnet damit, dass der Bau 9 Millionen Franken kostet“"),
    ("de", "Somit sanken 340 Boote im Hafen.", "340", ""),
    ("es", "Vendidos 340 barcos en mayo por el puerto.", "340", ""),
    ("fr", "Le nombre de bateaux a diminué de 1’291 (-3,2%) pour s’établir à 39’142 bateaux.", "39’142",
     "« Le nombre de bateaux a diminué de 1’291 (-3,2%) pour s’établir à 39’142 bateaux »"),
    ("de", "Der Bau soll 350 Milliarden Dollar kosten, wie Präsident Roe forderte.", "350 Milliarden Dollar",
     "„Der Bau soll 350 Milliarden Dollar kosten, wie Präsident Roe forderte“"),
    ("fr", "Entre 70 et 80% des marins estiment que le plan est une bonne idée et 80% d’entre eux seraient"
     " disposés à le suivre dans le port de la ville où ils vivent depuis.", "Entre 70 et 80%", ""),
    ("de", "Daneben legten die Exporte (+1,5 %) leicht zu.", "1,5 %", ""),
    ("fr", "Depuis lors, le port a vendu 340 bateaux.", "340", ""),
    ("de", "Seitdem hat der Hafen 340 Boote verkauft.", "340", ""),
    ("es", "El 41 % de los alumnos recibió la beca que pidió.", "41 %",
     "de los alumnos recibió la beca que pidió"),
    ("es", "Con este aumento, la suma de las ayudas es de 3 millones de euros.", "3 millones de euros",
     ""),
    ("es", "Además, pagó 340 barcos en mayo.", "340", ""),
    # what joins a sentence to the one before
    ("fr", "En outre, les gardes ont saisi 340 bateaux au port.", "340",
     "«\u202fLes gardes ont saisi 340 bateaux au port\u202f»"),
    ("fr", "De plus, le port a vendu 340 bateaux aux rameurs.", "340",
     "«\u202fLe port a vendu 340 bateaux aux rameurs\u202f»"),
    ("es", "Por último, el puerto vendió 340 barcos en mayo.", "340",
     "«El puerto vendió 340 barcos en mayo»"),
    ("en", "Furthermore, the fund estimates that there are some 340 boats in Kiel that are not registered.",
     "340", "“The fund estimates that there are some 340 boats in Kiel that are not registered”"),
    # no cut ahead of a clause that says which ones, nor ahead of the verb of the last noun
    ("de", "Mindestens 340 Familien lebten in Häusern, die von der Stadt gebaut wurden.", "340",
     "„Mindestens 340 Familien lebten in Häusern, die von der Stadt gebaut wurden“"),
    ("fr", "Le port est divisé en 15 quais et la ville qui a vendu le phare n’existe plus.", "15",
     "«\u202fLe port est divisé en 15 quais et la ville qui a vendu le phare n’existe plus\u202f»"),
    ("es", "Se vendieron 340 barcos en mayo.", "340", "«Se vendieron 340 barcos en mayo»"),
    ("es", "El puerto vendió 340 barcos en mayo.", "340", "«El puerto vendió 340 barcos en mayo»"),
]  # fmt: skip  # sentence and words side by side


# sentence, number, what the tile shows where readers would doubt the shorter words of the tables above
DOUBTED = [
    ("He runs the trust's chain of some 64 small cinemas.", "64", ""),  # who he is, nobody can tell
    ("The blast wrecked the pier, killing nine sailors.", "nine",
     "“The blast wrecked the pier, killing nine sailors”"),
    ("The port bought boats, repaired them, painted them and sold 340 ferries.", "340",
     "“The port bought boats, repaired them, painted them and sold 340 ferries”"),
]  # fmt: skip  # sentence and words side by side


def list_wordings(sentence: str, number: str, lang: str = "en") -> tuple[Wording, ...]:
    """Return the wordings of a number of a sentence."""
    return find_wordings(next(one for one in extract(sentence, lang) if one.text == number), lang)


def word(sentence: str, number: str, lang: str = "en") -> Wording | None:
    """Return the wording that the rules would show, whether or not the model trusts it."""
    wordings = list_wordings(sentence, number, lang)
    return next((each for each in wordings if each.refused in ("", DOUBTFUL)), None)


@pytest.mark.parametrize(("sentence", "number", "label"), ENGLISH, ids=[case[0] for case in ENGLISH])
def test_words_under_a_number(sentence: str, number: str, label: str) -> None:
    taken = word(sentence, number)
    assert (taken.label if taken else "") == label


@pytest.mark.parametrize(("sentence", "number", "label"), DOUBTED, ids=[case[0] for case in DOUBTED])
def test_words_that_readers_would_doubt_give_way_to_the_sentence(
    sentence: str, number: str, label: str
) -> None:
    shown = next((one for one in list_wordings(sentence, number) if not one.refused), None)
    assert (shown.label if shown else "") == label


@pytest.mark.parametrize(("lang", "sentence", "number", "label"), OTHERS, ids=[case[1] for case in OTHERS])
def test_words_in_other_languages(lang: str, sentence: str, number: str, label: str) -> None:
    taken = word(sentence, number, lang)
    assert (taken.label if taken else "") == label


def test_a_title_keeps_its_capitals() -> None:
    found = next(iter(extract("Harbour Trust Wins More Than £9 Million for Pier Works", "en")))
    assert display(found) == "More Than £9 Million"


@pytest.mark.parametrize(
    ("sentence", "number", "shown"),
    [
        ("Il porto ha venduto 340 barche nel mese di maggio.", "340", True),
        ("1.25 %, Laufzeit 28.05.2026, Betrag CHF 237.250 Mio., Rendite p.a.", "1.25 %", False),
        ("Zinssatz 1.25 %", "1.25 %", False),
    ],
)
def test_a_language_without_grammar_has_whole_sentences(sentence: str, number: str, shown: bool) -> None:
    assert (word(sentence, number, "it") is not None) is shown
