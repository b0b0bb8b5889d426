"""Sentences with trees, made by a grammar, for prose that the treebanks have little of.

Prose of statistics, company results, courts and police, and headlines. Words are those of the treebanks, by
tag and place, with lists in patterns.txt for what they lack; relations are as EWT and GUM have them.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from benchmarks.syntax.parts import (
    VERBS,
    WORDS,
    Lexicon,
    Part,
    chance,
    lay_out,
    make_agree,
    make_case,
    make_comma,
    make_count,
    make_determiner,
    make_money,
    make_percent,
)
from benchmarks.syntax.treebanks import Sentence

PATTERNS = 4000  # sentences that a run adds
SEED = 7


class Grammar:
    """Phrases and sentences of the prose in question, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def person(self, relation: str) -> Part:
        """A name, now and then with a post behind it."""
        name = Part(self.lexicon.pick("surname"), "PROPN", "flat")
        part = Part(self.lexicon.pick("given"), "PROPN", relation, after=[name])
        if chance(0.2) and relation == "nsubj":
            post = Part(random.choice(WORDS["posts"]), "NOUN-Sing", "appos", [make_comma()])
            if chance(0.5):
                post.before.append(make_determiner("the"))
            post.after = [self.maker("nmod"), make_comma()]
            post.after[0].before.insert(0, make_case("of"))
            part.after.append(post)
        return part

    def place(self, relation: str, *cases: Part) -> Part:
        """A place, or a part of one."""
        kind = random.random()
        name = Part(self.lexicon.pick("place"), "PROPN", relation, list(cases))
        if kind < 0.15:
            name.before += [
                make_determiner("the"),
                Part(random.choice(WORDS["directions"]), "ADJ", "amod"),
            ]
            name.before += [Part(name.word, "PROPN", "compound")]
            name.word = random.choice(WORDS["areas"])
        elif kind < 0.3:
            name.before += [
                make_determiner("the"),
                Part(self.lexicon.pick("compound"), "NOUN-Sing", "compound"),
            ]
            name.tag, name.word = (
                "NOUN-Sing",
                random.choice(WORDS["parts"]),
            )
        return name

    def maker(self, relation: str, *, headline: bool = False) -> Part:
        """A company or an authority."""
        kind = random.random()
        if kind < 0.25 or (headline and kind < 0.4):
            return Part(random.choice([*WORDS["makers"], self.lexicon.pick("maker")]), "PROPN", relation)
        if kind < 0.7 or headline:
            words = [self.lexicon.pick(random.choice(["maker", "place", "surname"])) for _ in range(2)]
            names = [Part(word, "PROPN", "compound") for word in words[: random.randint(1, 2)]]
            if chance(0.25) and len(names) == 2:
                names[1].before = [Part("&", "CCONJ", "cc")]
                names = [Part(names[0].word, "PROPN", "compound", after=[replace(names[1], relation="conj")])]
            return Part(random.choice(WORDS["ends"]), "PROPN", relation, names)
        noun = Part(random.choice(WORDS["runners"]), "NOUN-Sing", relation, [make_determiner("the")])
        if chance(0.4):
            noun.before.append(Part(self.lexicon.pick("compound"), "NOUN-Sing", "compound"))
        return noun

    def noun(
        self,
        relation: str,
        *cases: Part,
        words: list[str] | None = None,
        bare: bool = False,
        plural: bool = True,
    ) -> Part:
        """A noun with none to three words ahead of it, and perhaps an of-phrase or an in-phrase."""
        word = random.choice(words) if words and chance(0.75) else self.lexicon.pick("NOUN-Plur")
        word = word if plural else self.lexicon.pick("NOUN-Sing")
        part = Part(
            word, "NOUN-Plur" if word.endswith("s") and plural else "NOUN-Sing", relation, list(cases)
        )
        if not bare and (chance(0.3) or not plural):
            part.before.append(make_determiner("the"))
        if chance(0.35):
            adjective = random.choice([*WORDS["kinds"], self.lexicon.pick("amod"), self.lexicon.pick("amod")])
            part.before.append(Part(adjective, "ADJ", "amod"))
        for _ in range(random.choice([0, 0, 1, 1, 2])):
            part.before.append(Part(self.lexicon.pick("compound"), "NOUN-Sing", "compound"))
        return part

    def measured(self, relation: str) -> Part:
        """What changes: "exports of services", "the weekly number of new cases", "sales in the region"."""
        if chance(0.35):
            part = Part(random.choice(WORDS["over"]), "NOUN-Sing", relation, [make_determiner("the")])
            if chance(0.4):
                part.before.append(Part(random.choice(WORDS["kinds"]), "ADJ", "amod"))
            part.after.append(self.noun("nmod", make_case("of"), words=WORDS["measures"] + WORDS["people"]))
        else:
            part = self.noun(relation, words=WORDS["measures"])
            if chance(0.25):
                part.after.append(
                    self.noun("nmod", make_case("of"), words=WORDS["measures"] + WORDS["things"])
                )
        if chance(0.2):
            case = random.choice(["in", "in", "at", "from", "to", "for", "across"])
            part.after.append(self.place("nmod", make_case(case)))
        if chance(0.08):
            owner = self.maker("nmod:poss")
            owner.after.append(Part("'s", "PART", "case"))
            part.before = [owner, *[other for other in part.before if other.relation != "det"]]
        if chance(0.06):
            part.after.append(self.bracket())
        elif chance(0.2):
            part.after.append(self.reduced())
        return part

    def reduced(self) -> Part:
        """A participle behind its noun, ahead of the finite verb: "traded in Paris"."""
        part = Part(self.lexicon.pick("participle"), "VERB-Past", "acl")
        if chance(0.4):
            part.after.append(self.maker("obl:agent") if chance(0.5) else self.noun("obl:agent"))
            part.after[0].before.insert(0, make_case("by"))
        else:
            part.after.append(self.time() if chance(0.5) else self.place("obl", make_case("in")))
        return part

    def bracket(self) -> Part:
        """A number in brackets."""
        part = random.choice([make_percent, make_money, make_count])("appos", share=0)
        part.before.insert(0, Part("(", "PUNCT", "punct"))
        part.after.append(Part(")", "PUNCT", "punct"))
        return part

    def time(self, *, front: bool = False) -> Part:
        """A time that hangs from a verb."""
        year = Part(str(random.randint(1995, 2027)), "NUM", "nmod")
        month = random.choice(WORDS["months"])
        kind = random.randrange(8)
        if kind == 0:
            return Part(year.word, "NUM", "obl", [make_case(random.choice(["in", "in", "since", "during"]))])
        if kind == 1:
            after = [year] if chance(0.6) else []
            return Part(month, "PROPN", "obl", [make_case(random.choice(["in", "in", "since"]))], after)
        if kind == 2:
            day = Part(
                str(random.randint(1, 31)), "NUM", "obl", [make_case("on"), Part(month, "PROPN", "nmod")]
            )
            if chance(0.4):
                year.before = [make_comma()]
                day.after = [year]
            return day
        if kind == 3:
            return Part(random.choice(WORDS["days"]), "PROPN", "obl", [make_case("on")])
        if kind == 4:
            word = random.choice(["year", "month", "week", "quarter"])
            ahead = [Part(random.choice(["last", "this"]), "ADJ", "amod")]
            if ahead[0].word == "this":
                ahead = [make_determiner("this")]
            return Part(word, "NOUN-Sing", "obl:unmarked", ahead)
        if kind == 5:
            ordinal = random.choice(WORDS["ordinals"])
            period = random.choice(["quarter", "half", "year", "month", "week"])
            part = Part(
                period,
                "NOUN-Sing",
                "obl",
                [make_case("in"), make_determiner("the"), Part(ordinal, "ADJ", "amod")],
            )
            if chance(0.4):
                part.after = [Part(year.word, "NUM", "nmod", [make_case("of")])]
            return part
        if kind == 6:
            months = Part(random.choice(["months", "years", "weeks"]), "NOUN-Plur", "obl")
            months.before = [make_case("in"), make_determiner("the"), Part("last", "ADJ", "amod")]
            months.before.append(Part(str(random.randint(2, 12)), "NUM", "nummod"))
            return months
        return (
            self.place("obl", make_case("in"))
            if front
            else self.noun("obl", make_case("during"), words=["period"])
        )

    def fronted(self, clause: Part, share: float = 0.25) -> Part:
        """Perhaps a time or a place ahead of the subject, with or without a comma."""
        if chance(share):
            part = self.place("obl", make_case("in")) if chance(0.4) else self.time(front=True)
            if chance(0.75):
                part.after.append(make_comma())
            clause.before.insert(0, part)
        return clause

    def subject(self, relation: str = "nsubj", *, headline: bool = False) -> Part:
        """Who does something."""
        if headline and chance(0.55):
            plural = chance(0.35)
            word = random.choice(WORDS["actor_plurals" if plural else "actors"])
            part = Part(word, "NOUN-Plur" if plural else "NOUN-Sing", relation)
            if chance(0.3):
                part.before.append(Part(self.lexicon.pick("compound"), "NOUN-Sing", "compound"))
            elif chance(0.15):
                part.before.append(Part(self.lexicon.pick("amod"), "ADJ", "amod"))
            return part
        if headline or chance(0.7):
            return self.maker(relation, headline=headline)
        return (
            self.person(relation)
            if chance(0.4)
            else Part(random.choice(["it", "they", "we"]), "PRON", relation)
        )

    def compared(self, head: Part) -> None:
        """Hang a comparison from a verb."""
        part = self.noun("obl", words=["period", "year", "quarter", "month", "week"], bare=True)
        if chance(0.6):
            word = random.choice(["year", "period", "month", "week", "quarter", "2019", "2021"])
            part = Part(word, "NOUN-Sing", "obl", [make_determiner("the"), Part("previous", "ADJ", "amod")])
            if word.isdigit():
                part = Part(word, "NUM", "obl")
        elif chance(0.6):
            part = random.choice([make_percent, make_count, make_money])("obl", share=0.1)
        part.before.insert(0, make_case(random.choice(["to", "with"])))
        if chance(0.3):
            part.after.append(self.time() if part.tag != "NUM" else self.place("nmod", make_case("in")))
            part.after[-1].relation = "nmod"
        comma = [make_comma()] if chance(0.3) else []
        head.after.append(Part("compared", "VERB-Past", "advcl", comma, [part]))

    def change(self, relation: str = "root", *, subject: bool = True, tail: bool = True) -> Part:
        """As in: "Sales in Spain rose by 5% in March, to 3,000": a verb of change with its amount."""
        verb = random.choice(VERBS["changes"])
        if chance(0.2):  # any other verb, so that the place tells it, not the word
            other = self.lexicon.pick("past")
            verb = replace(verb, past=other, participle=other)
        word = verb.past if chance(0.8) or relation == "conj" else verb.present
        part = Part(word, "VERB-Fin", relation)
        aspect = random.random()
        if aspect < 0.1:
            part = Part(verb.participle, "VERB-Past", relation)
            part.before = [Part(random.choice(["has", "have", "had"]), "AUX-Fin", "aux")]
        elif aspect < 0.2:
            modal = random.choice(["will", "could", "may", "would"])
            part = Part(verb.base, "VERB-Inf", relation, [Part(modal, "AUX-Fin", "aux")])
        if subject:
            subject_of = self.fraction if chance(0.1) else self.measured
            part.before.insert(0, subject_of("nsubj"))
        if chance(0.1):
            adverb = random.choice(WORDS["adverbs"])
            (part.before if chance(0.4) else part.after).append(Part(adverb, "ADV", "advmod"))
        self.amounts(part)
        if tail and chance(0.6):
            self.tail(part)
        return self.fronted(part) if relation == "root" else part

    def amounts(self, verb: Part) -> None:
        """Hang the amounts of a change from its verb, with its time."""
        amount = random.choice([make_percent, make_percent, make_percent, make_count, make_money])
        kind = random.random()
        if kind < 0.5:
            verb.after.append(amount("obl", make_case("by")))
        elif kind < 0.75:
            verb.after.append(amount("obj"))
        times = [self.time()] if chance(0.45) else []
        if chance(0.5):
            verb.after += times
            times = []
        if kind >= 0.75 or chance(0.3):
            level = random.choice([make_count, make_money, make_percent])
            ends = [level("obl", make_case("to")), level("obl", make_case("from"))]
            if chance(0.3):
                ends.reverse()
            verb.after += ends if chance(0.5) else ends[:1]
            if verb.after[-1].relation == "obl" and chance(0.2):
                verb.after[-1].after.append(self.time())
                verb.after[-1].after[-1].relation = "nmod"
        verb.after += times
        if chance(0.25):
            self.compared(verb)

    def tail(self, verb: Part) -> None:
        """What follows: "bringing the total to 30", "an increase of 5% on May", "down 3% from 2020"."""
        kind = random.randrange(5)
        if kind == 0:
            total = Part(
                random.choice(["total", *WORDS["over"]]), "NOUN-Sing", "obj", [make_determiner("the")]
            )
            if chance(0.5):
                total.before.append(Part(random.choice(["cumulative", "overall", "annual"]), "ADJ", "amod"))
            if chance(0.6):
                total.after.append(self.noun("nmod", make_case("of"), words=WORDS["measures"]))
            level = random.choice([make_count, make_money, make_percent])("obl", make_case("to"))
            word = random.choice(["bringing", "taking", "pushing", "raising", "lifting"])
            verb.after.append(Part(word, "VERB-Ing", "advcl", [make_comma()], [total, level]))
        elif kind == 1:
            word = random.choice(WORDS["rises"])
            share = make_percent("nmod", make_case("of"))
            base = self.time()
            base = replace(base, relation="nmod")
            if not base.before or base.before[0].tag != "ADP":
                base.before.insert(0, make_case("on"))
            base.before[0] = make_case(random.choice(["on", "from", "over"]))
            rise = Part(word, "NOUN-Sing", "advcl", [make_comma(), make_determiner("a")], [share, base])
            rise.before[1].word = "an" if word == "increase" else "a"
            last = verb.after[-1] if verb.after else verb
            if last.tag == "NUM" and last.relation in {"obl", "obj"}:
                rise.relation = "appos"
                last.after.append(rise)
            else:
                verb.after.append(rise)
        elif kind == 2:
            amount = random.choice([make_percent, make_count])("obl:unmarked", share=0.1)
            source = random.choice([make_percent, make_count, make_money])("obl", make_case("from"), share=0)
            if chance(0.4):
                source = replace(self.time(), before=[make_case("from")], relation="obl")
            verb.after.append(
                Part(random.choice(["up", "down"]), "ADV", "advcl", [make_comma()], [amount, source])
            )
        elif kind == 3:
            self.join(verb, self.change("conj", tail=False))
        else:
            self.according(verb)

    def join(self, verb: Part, other: Part) -> None:
        """Hang a second clause from a verb."""
        word = random.choice(["and", "and", "and", "but", "while"])
        if word == "while":
            other.relation, lead = "advcl", Part("while", "SCONJ", "mark")
        else:
            lead = Part(word, "CCONJ", "cc")
        other.before[:0] = [make_comma(), lead] if chance(0.7) or word == "while" else [lead]
        verb.after.append(other)

    def according(self, verb: Part) -> None:
        """Hang its source from a clause."""
        source = self.maker("obl") if chance(0.6) else self.noun("obl", words=["data", "figures"])
        fixed = [Part("to", "ADP", "fixed")]
        source.before.insert(0, Part("according", "VERB-Ing", "case", after=fixed))
        if chance(0.6):
            source.before.insert(0, make_comma())
        verb.after.append(source)

    def level(self, relation: str = "root", *, subject: bool = True) -> Part:
        """As in: "The region recorded 340 reported thefts", "North America comprised 40% of sales"."""
        verb = random.choice(VERBS["levels"])
        part = Part(verb.past if chance(0.7) else verb.present, "VERB-Fin", relation)
        if subject:
            part.before.append(random.choice([self.measured, self.maker, self.subject, self.place])("nsubj"))
        kind = random.random()
        if kind < 0.15:
            part.word, goal = self.standing()
            part.after.append(goal)
        elif kind < 0.45:
            part.after.append(self.counted("obj"))
        elif kind < 0.7:
            share = make_percent("obj")
            share.after.append(self.noun("nmod", make_case("of"), words=WORDS["measures"] + WORDS["people"]))
            part.after.append(share)
        elif kind < 0.85:
            change = random.choice(["rise", "fall", "increase", "drop", "gain", "decline"])
            ahead = [
                make_determiner("an" if change == "increase" else "a"),
                make_percent("compound", share=0),
            ]
            if ahead[1].tag != "NUM":
                ahead[1] = Part(f"{random.randint(1, 99)}%", "NUM", "compound")
            rise = Part(change, "NOUN-Sing", "obj", ahead)
            if chance(0.6):
                rise.after.append(self.noun("nmod", make_case("in"), words=WORDS["measures"]))
            part.after.append(rise)
        else:
            part.after.append(random.choice([make_money, make_count])("obj"))
        if chance(0.4):
            part.after.append(self.time())
        if relation == "root" and chance(0.25):
            self.join(part, self.change("conj", tail=False))
        return self.fronted(part) if relation == "root" else part

    def standing(self) -> tuple[str, Part]:
        """A verb with a preposition, and its amount: "accounted for 3% of sales"."""
        word, case = random.choice(
            [
                ("accounted", "for"),
                ("stood", "at"),
                ("remained", "at"),
                ("amounted", "to"),
                ("peaked", "at"),
                ("ranged", "from"),
                ("went", "to"),
            ]
        )
        goal = random.choice([make_percent, make_percent, make_count, make_money])("obl", make_case(case))
        if goal.word.endswith("%"):
            goal.after.append(self.noun("nmod", make_case("of"), words=WORDS["measures"]))
        return word, goal

    def counted(self, relation: str, *cases: Part, words: list[str] | None = None) -> Part:
        """As in: "2,340 reported thefts of vehicles"."""
        part = self.noun(
            relation, words=words or WORDS["people"] + WORDS["measures"] + WORDS["things"], bare=True
        )
        part.before.insert(0, make_count("nummod"))
        if chance(0.3):
            word = random.choice(WORDS["states"])
            part.before.insert(1, Part(word, "VERB-Past", "amod"))
        if part.tag == "NOUN-Sing" and part.word not in {"staff", "aircraft"}:
            part.word, part.tag = self.lexicon.pick("NOUN-Plur"), "NOUN-Plur"
        if chance(0.2):
            part.after.append(self.noun("nmod", make_case("of"), words=WORDS["things"] + WORDS["measures"]))
        if chance(0.15):
            part.after.append(self.bracket() if chance(0.5) else self.reduced())
        part.before[:0] = cases
        return part

    def deed(self, relation: str = "root", *, subject: bool = True, headline: bool = False) -> Part:
        """As in: "The council awarded $4 million to schools to train nurses", "Council plans 40 homes"."""
        verb = random.choice(VERBS["deeds"])
        who = self.subject(headline=headline)
        if headline and who.tag == "NOUN-Plur":
            word = verb.base if chance(0.7) else self.lexicon.pick("base")
        elif chance(0.4):
            word = self.lexicon.pick("present" if headline else "past")
        else:
            word = verb.present if headline else verb.past
        part = Part(word, "VERB-Fin", relation)
        if subject:
            part.before.append(who)
            if not headline and chance(0.2) and who.tag != "PRON":
                who.after.append(self.valued())
        part.after.append(self.target(headline=headline))
        self.deed_tail(part, headline=headline)
        return part if headline or relation != "root" else self.fronted(part)

    def target(self, *, headline: bool) -> Part:
        """The object of a deed: a sum, a number of things, or a thing."""
        kind = random.random()
        if kind < 0.25:
            return make_money("obj")
        if kind < 0.45:
            return self.sum_of("obj", headline=headline)
        if kind < 0.75:
            part = self.counted("obj", words=WORDS["things"] + WORDS["people"])
            return self.listed(part) if chance(0.12) else part
        if headline and chance(0.15):
            return Part(random.choice(["two", "three", "four", "12", "30"]), "NUM", "obj")
        return self.noun("obj", words=WORDS["things"], bare=headline, plural=not chance(0.5))

    def listed(self, part: Part) -> Part:
        """Two or three numbers of things, as a list."""
        others = [
            self.counted("conj", words=WORDS["things"] + WORDS["people"]) for _ in range(random.randint(1, 2))
        ]
        for at, other in enumerate(others):
            last = at == len(others) - 1
            lead = [Part("and", "CCONJ", "cc")] if last else [make_comma()]
            other.before[:0] = lead
        part.after += others
        return part

    def deed_tail(self, part: Part, *, headline: bool) -> None:
        """Hang receiver, place, goal, time and a second deed from a deed."""
        if chance(0.25):
            receiver = self.noun(
                "obl", make_case(random.choice(["to", "for"])), words=WORDS["people"], bare=headline
            )
            part.after.append(receiver)
        elif chance(0.3):
            part.after.append(self.place("obl", make_case("in")))
        if chance(0.3):
            goal = Part(self.lexicon.pick("base"), "VERB-Inf", "advcl", [Part("to", "PART", "mark")])
            goal.after.append(self.noun("obj", words=WORDS["things"], bare=headline))
            part.after.append(goal)
        if not headline and chance(0.3):
            part.after.append(self.time())
        if not headline and part.relation == "root" and chance(0.35):
            other = random.choice([self.deed, self.level])("conj", subject=chance(0.15))
            lead = [Part("and", "CCONJ", "cc")]
            other.before[:0] = [make_comma(), *lead] if chance(0.2) else lead
            part.after.append(other)

    def valued(self) -> Part:
        """A participle or a relative clause between commas, which hangs from the subject."""
        word = random.choice(["valued", "based", "founded", "listed", "priced"])
        where = (
            random.choice([make_money, make_percent])("obl", make_case("at"))
            if word in {"valued", "priced"}
            else Part(str(random.randint(1900, 2024)), "NUM", "obl", [make_case("in")])
            if word in {"founded", "listed"}
            else self.place("obl", make_case("in"))
        )
        clause = Part(word, "VERB-Past", "acl", [make_comma()], [where, make_comma()])
        if chance(0.35):
            verb = random.choice(VERBS["deeds"] + VERBS["levels"])
            who = Part(random.choice(["which", "who"]), "PRON", "nsubj")
            what = self.counted("obj")
            clause = Part(verb.past, "VERB-Fin", "acl:relcl", [make_comma(), who], [what, make_comma()])
        return clause

    def sum_of(self, relation: str, *, headline: bool = False) -> Part:
        """As in: "a $5 million grant", "an offering of 300 shares at $4 per share"."""
        words = WORDS["sums"]
        article = [] if headline else [make_determiner("a")]
        if chance(0.6):
            return Part(
                random.choice(words), "NOUN-Sing", relation, [*article, make_money("compound", share=0)]
            )
        word = random.choice(WORDS["offers"])
        if article and word[0] in "aeio":
            article = [make_determiner("an")]
        part = Part(word, "NOUN-Sing", relation, article)
        part.after.append(
            self.counted("nmod", make_case("of"), words=WORDS["things"])
            if chance(0.6)
            else make_money("nmod", make_case("of"))
        )
        if chance(0.5):
            price = make_money("nmod", make_case("at"), share=0.05)
            price.after.append(
                Part(
                    random.choice(["share", "unit", "head", "year"]), "NOUN-Sing", "nmod", [make_case("per")]
                )
            )
            part.after.append(price)
        return part

    def passive(self, relation: str = "root") -> Part:
        """As in: "Some 300 people were arrested in March"."""
        subject = self.counted("nsubj:pass", words=WORDS["people"] + WORDS["things"])
        if chance(0.3):
            subject = make_percent("nsubj:pass")
            subject.after.append(self.noun("nmod", make_case("of"), words=WORDS["people"]))
        elif chance(0.15):
            subject = make_count("nsubj:pass")
        word = random.choice(WORDS["done"])
        part = Part(word, "VERB-Past", relation, [subject])
        kind = random.random()
        if kind < 0.7:
            part.before.append(Part(random.choice(["was", "were", "are", "is"]), "AUX-Fin", "aux:pass"))
        elif kind < 0.85:
            part.before.append(Part(random.choice(["have", "has", "had"]), "AUX-Fin", "aux"))
            part.before.append(Part("been", "AUX-Past", "aux:pass"))
        else:
            part.before.append(Part("will", "AUX-Fin", "aux"))
            part.before.append(Part("be", "AUX-Inf", "aux:pass"))
        if chance(0.2):
            part.after.append(self.maker("obl:agent"))
            part.after[-1].before.insert(0, make_case("by"))
        if chance(0.5):
            part.after.append(self.time())
        if chance(0.2):
            self.compared(part)
        return self.fronted(part) if relation == "root" else part

    def fraction(self, relation: str) -> Part:
        """As in: "nearly half of parents", "two thirds of the loans"."""
        word = random.choice(["half", "third", "quarter", "thirds", "quarters", "majority"])
        part = Part(word, "NOUN-Plur" if word.endswith("s") else "NOUN-Sing", relation)
        if word.endswith("s"):
            part.before = [Part("three" if word == "quarters" else "two", "NUM", "nummod")]
        elif word != "half":
            part.before = [make_determiner("a")]
        if chance(0.5):
            part.before.insert(0, Part(random.choice(["about", "nearly", "almost", "over"]), "ADV", "advmod"))
        part.after = [self.noun("nmod", make_case("of"), words=WORDS["people"])]
        if chance(0.25):
            part.after[0].after.append(self.reduced())
        return part

    def share(self, relation: str = "root") -> Part:
        """As in: "40% of adults say that prices rose", "Loans with a rate of less than 4% will qualify"."""
        kind = random.random()
        if kind < 0.15:
            subject = self.fraction("nsubj")
        elif kind < 0.4:
            subject = make_percent("nsubj")
            subject.after.append(self.noun("nmod", make_case("of"), words=WORDS["people"]))
        else:
            subject = self.noun("nsubj", words=WORDS["people"] + WORDS["things"] + WORDS["measures"])
            limit = Part(
                random.choice(["rate", "line", "limit", "income", "value", "balance"]), "NOUN-Sing", "nmod"
            )
            limit.before = [make_case("with"), make_determiner("a")]
            limit.after = [
                random.choice([make_percent, make_money, make_count])("nmod", make_case("of"), share=0.7)
            ]
            subject.after.append(limit)
        verb = self.lexicon.pick("base")
        part = Part(verb, "VERB-Inf", relation, [subject, Part("will", "AUX-Fin", "aux")])
        if kind < 0.4 and chance(0.7):
            verb = random.choice(["say", "said", "believe", "think", "report", "reported", "agree", "want"])
            part = Part(verb, "VERB-Fin", relation, [subject])
            mark = [Part("that", "SCONJ", "mark")] if chance(0.6) else []
            inner = random.choice([self.change, self.level])("ccomp")
            inner.before[:0] = mark
            part.after.append(inner)
        else:
            part.after.append(self.noun("obl", make_case("for"), words=WORDS["things"]))
        return part

    def told(self) -> Part:
        """As in: "The agency said that ...", or what it said ahead of that."""
        inner = random.choice([self.change, self.level, self.passive])("ccomp")
        who = self.subject()
        verb = random.choice(WORDS["said"] if who.tag == "PRON" else WORDS["said"] + WORDS["says"])
        part = Part(verb, "VERB-Fin", "root")
        if verb in {"said", "says"} and chance(0.4):
            inner.after.append(make_comma())
            part.before = [inner]
            (part.before if chance(0.5) else part.after).append(who)
            return part
        part.before = [who]
        if chance(0.65):
            inner.before.insert(0, Part("that", "SCONJ", "mark"))
        part.after = [*([self.time()] if chance(0.2) else []), inner]
        return part

    def absolute(self) -> Part:
        """As in: "..., with over 10% of samples testing positive"."""
        part = random.choice([self.change, self.level, self.passive])()
        subject = make_percent("nsubj") if chance(0.5) else self.counted("nsubj")
        if subject.word.endswith("%") or subject.word in {"percent", "cent"}:
            subject.after.append(self.noun("nmod", make_case("of"), words=WORDS["people"]))
        verb = random.choice(VERBS["changes"] + VERBS["levels"] + VERBS["deeds"])
        if chance(0.5):
            extra = Part(verb.gerund, "VERB-Ing", "advcl")
            extra.after = [
                random.choice([self.noun("obj", words=WORDS["things"]), self.place("obl", make_case("in"))])
            ]
        else:
            extra = Part("testing", "VERB-Ing", "advcl")
            extra.after = [Part(random.choice(["positive", "negative"]), "ADJ", "xcomp")]
        extra.before = [make_comma(), Part("with", "SCONJ", "mark"), subject]
        part.after.append(extra)
        return part

    def court(self) -> Part:
        """As in: "John Smith, 36, was charged with fraud on Monday"."""
        who = self.person("nsubj:pass")
        who.after += [Part(str(random.randint(18, 89)), "NUM", "amod", [make_comma()], [make_comma()])]
        if chance(0.4):
            who = Part(
                random.choice(["man", "woman", "driver", "teenager"]),
                "NOUN-Sing",
                "nsubj:pass",
                [make_determiner("a")],
            )
            who.before.append(Part(f"{random.randint(18, 89)}-year-old", "ADJ", "amod"))
        word = random.choice(WORDS["sentenced"])
        part = Part(word, "VERB-Past", "root", [who, Part("was", "AUX-Fin", "aux:pass")])
        if word in {"sentenced", "jailed"}:
            years = Part(random.choice(["years", "months"]), "NOUN-Plur", "obl")
            years.before = [make_case("to" if word == "sentenced" else "for"), make_count("nummod")]
            part.after.append(years)
        elif word == "fined":
            part.after.append(make_money("obj"))
        elif word in {"charged", "convicted"}:
            part.after.append(
                self.noun("obl", make_case("with" if word == "charged" else "of"), words=WORDS["measures"])
            )
        if chance(0.5):
            part.after.append(self.time())
        return part

    def headline(self) -> Part:
        """A sentence without a full stop, in the present tense."""
        kind = random.random()
        if kind < 0.62:
            return self.deed(headline=True)
        if kind < 0.74:
            return self.title()
        if kind < 0.86:
            return self.short_passive()
        verb = random.choice(VERBS["changes"])
        part = Part(
            verb.present, "VERB-Fin", "root", [self.noun("nsubj", words=WORDS["measures"], bare=True)]
        )
        if part.before[0].tag == "NOUN-Plur":
            part.word = verb.base
        part.after.append(make_percent("obj") if chance(0.6) else make_percent("obl", make_case("by")))
        if chance(0.5):
            part.after.append(self.time())
        return part

    def title(self) -> Part:
        """A heading without a verb: "Annual sales of cars in Spain, March 2024"."""
        part = self.noun("root", words=WORDS["measures"] + WORDS["rises"], bare=True, plural=chance(0.7))
        if chance(0.5):
            part.after.append(self.noun("nmod", make_case(random.choice(["of", "for", "by"]))))
        if chance(0.4):
            part.after.append(self.place("nmod", make_case("in")))
        if chance(0.25):
            year = Part(str(random.randint(1995, 2027)), "NUM", "nmod")
            part.after.append(Part(random.choice(WORDS["months"]), "PROPN", "nmod", [make_comma()], [year]))
        return part

    def short_passive(self) -> Part:
        """A headline without its auxiliary: "Two killed in bus crash", "Man jailed for theft"."""
        who = self.counted("nsubj:pass", words=WORDS["people"] + WORDS["things"])
        if chance(0.5):
            who = self.subject("nsubj:pass", headline=True)
        elif chance(0.25):
            who = Part(random.choice(["Two", "Three", "Five", "12", "30"]), "NUM", "nsubj:pass")
        part = Part(random.choice(WORDS["done"]), "VERB-Past", "root", [who])
        case = make_case(random.choice(["in", "in", "after", "for", "over", "during"]))
        part.after.append(self.noun("obl", case, bare=True, plural=chance(0.4)))
        if chance(0.2):
            part.after[0] = self.subject("obl:agent", headline=True)
            part.after[0].before.insert(0, make_case("by"))
        return part

    def sentence(self) -> Sentence | None:
        """One of all of these, as text with its tree."""
        makers: list[tuple[int, Callable[[], Part]]] = [
            (30, self.change), (12, self.level), (16, self.deed), (9, self.passive), (9, self.share),
            (7, self.told), (5, self.absolute), (4, self.court), (18, self.headline),
        ]  # a table # fmt: skip
        make = random.choices([f for _, f in makers], [w for w, _ in makers])[0]
        tree = make()
        if make != self.headline or chance(0.1):
            tree.after.append(Part(".", "PUNCT", "punct"))
        for part in tree.order():
            make_agree(part)
        return lay_out(tree)


def make_patterns(sentences: list[Sentence], count: int) -> list[Sentence]:
    """Sentences of the grammar with the words of a treebank, the same ones at each run."""
    state = random.getstate()
    random.seed(SEED)
    grammar = Grammar(Lexicon(sentences))
    found: list[Sentence] = []
    while len(found) < count:
        sentence = grammar.sentence()
        if sentence:
            found.append(sentence)
    random.setstate(state)
    return found
