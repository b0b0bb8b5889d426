"""The gate: why a draft may not stand under its number.

Each rule looks at a draft in its sentence and tells whether it refuses it. The first that does gives the
reason that ``report numbers --explain`` shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pressroom.model.numbers import TOO_LONG
from pressroom.numbers.gate import (
    cuts,
    edges,
    fidelity,
    joined,
    neighbors,
    omissions,
    pronouns,
    sentence_rules,
    times,
)
from pressroom.numbers.wording.antecedents import POINTS
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import Site

DOUBTFUL = "what it leaves out may change what the sentence says"


@dataclass(frozen=True, slots=True)
class GateRule:
    """A rule: its name, the reason in words, and when it refuses."""

    name: str
    reason: str
    refuses: Callable[[Site, Draft], bool]


def refuse(site: Site, draft: Draft) -> str:
    """Return why a draft may not be shown, "" where it may."""
    return next((rule.reason for rule in RULES if rule.refuses(site, draft)), "")


RULES: tuple[GateRule, ...] = (
    GateRule("empty", "nothing short tells what it measures", edges.says_nothing),
    GateRule("counted", "what is counted is not named", omissions.counts_nothing),
    GateRule("formula", "holds a formula, which a tile cannot typeset", edges.holds_formula),
    GateRule("opens", "opens with a word that joins it to something else", edges.opens_loose),
    GateRule("ends", "ends with a word that leads on to something else", edges.ends_loose),
    GateRule("pronoun", POINTS, pronouns.points),
    GateRule("relative", "its subject stands elsewhere", edges.opens_relative),
    GateRule("subject", "its verb has its subject elsewhere", edges.lacks_subject),
    GateRule("another", "holds another number", omissions.holds_another),
    GateRule("cut", "a word is cut at its hyphen", edges.is_cut),
    GateRule("little", "a word that tells nothing alone", omissions.says_little),
    GateRule("dealt", "several values are dealt out over a list", sentence_rules.deals_out),
    GateRule("broken", "breaks off ahead of what belongs to it", edges.breaks_off),
    GateRule("condition", "a condition that the sentence states is left out", omissions.lacks_condition),
    GateRule("question", "a question states nothing", sentence_rules.asks),
    GateRule("whole", "of what it is a share is not named", omissions.lacks_whole),
    GateRule("inner", "opens with the conjunction of an inner clause", edges.opens_inner_clause),
    GateRule("when", "a phrase ahead of it says when or where it holds", edges.drops_frame),
    GateRule("half", "half of what is counted is left out", omissions.lacks_half),
    GateRule("time", "the time that is told ahead of the number is left out", times.lacks_time),
    GateRule("adverb", "an adverb that changes what is said is left out", omissions.lacks_adverb),
    GateRule("base", "the base of a ratio is left out, or shown alone", omissions.is_base),
    GateRule("name", "a sum that names something", sentence_rules.is_name),
    GateRule("age", "a limit of age, and no count", sentence_rules.is_age),
    GateRule("listed", "another number follows as its alternative", sentence_rules.is_listed),
    GateRule("difference", "a difference without what differs", sentence_rules.is_difference),
    GateRule("predicate", "the verb of its subject is left out", edges.lacks_predicate),
    GateRule("list", "a list is cut behind one of its items", edges.cuts_list),
    GateRule("joined", "what is joined to it is left out", joined.drops_joined),
    GateRule("halved", "a noun is cut from the one that it belongs to", joined.halves_name),
    GateRule("main", "it may belong to the clause ahead, which is left out", joined.drops_main_clause),
    GateRule("which", "the clause that says which one is meant is left out", joined.cuts_relative),
    GateRule("conceded", "another value is set against it", sentence_rules.is_conceded),
    GateRule("dateline", "a title and a dateline run into the sentence", sentence_rules.holds_dateline),
    GateRule("speaker", "words of a quotation without their speaker", sentence_rules.lacks_speaker),
    GateRule("antecedent", "what a relative pronoun stands for is left out", omissions.lacks_antecedent),
    GateRule("owned", "what somebody has is left out", omissions.lacks_owned),
    GateRule("earlier", "the value that it is compared with is left out", omissions.lacks_earlier),
    GateRule("borrowed", "its time is that of another clause", times.borrows_time),
    GateRule("address", "it sends the reader to an address", sentence_rules.is_address),
    GateRule("definite", "it tells of what was named before", neighbors.drops_article),
    GateRule("concession", "the word that takes back a clause is left out", neighbors.drops_concession),
    GateRule("range", "a stretch of time is cut ahead of its end", neighbors.cuts_range),
    GateRule("source", "who says so is left out", neighbors.drops_source),
    GateRule("topic", "what it is about stands ahead of a colon", neighbors.drops_topic),
    GateRule("other half", "another value behind a semicolon is left out", neighbors.drops_other_half),
    GateRule("runs on", "marks of notes join it to another sentence", sentence_rules.runs_on),
    GateRule("smaller", "a larger count of the same is joined to it", sentence_rules.is_smaller),
    GateRule("inside", "begins behind a word that belongs to it", edges.starts_inside),
    GateRule("frame", "the clause that it stands in says where or when", omissions.lacks_frame),
    GateRule("again", "what is counted is told in full ahead of it", omissions.names_again),
    GateRule("bracket", "a bracket tells of what stands ahead of it", omissions.is_in_brackets),
    GateRule("others", "its words tell of other numbers first", omissions.tells_others_first),
    GateRule("verb", "a verb stands where none belongs", edges.holds_verb),
    GateRule("verbless", "a piece of a clause, without its verb", edges.lacks_verb),
    GateRule("limit", "a bracket that it leaves out says what is in the value", omissions.lacks_limit),
    GateRule("torn", "a bracket or a quotation is cut", edges.is_torn),
    GateRule("negated", "the verb that it leaves out is negated", omissions.is_negated),
    GateRule("modal", "the verb that it leaves out tells of a plan or a possibility", omissions.is_modal),
    GateRule("hangs", "part of what somebody plans, expects, believes or denies", omissions.hangs_on_another),
    GateRule("but", "what takes it back is left out", cuts.cuts_contrast),
    GateRule("aside", "what a dash adds is left out", cuts.cuts_aside),
    GateRule("more", "that it comes on top of something is left out", cuts.drops_more),
    GateRule("preposition", "the preposition ahead of it is left out", cuts.drops_preposition),
    GateRule("year", "the year that opens the sentence is left out", cuts.drops_year),
    GateRule("main verb", "the verb of it all is left out", cuts.cuts_main_verb),
    GateRule("verbs", "a list of things to do is cut behind the first", cuts.cuts_verbs),
    GateRule("second", "a second clause that says which is left out", cuts.cuts_second_relative),
    GateRule("or", "what it may have been instead is left out", cuts.cuts_alternative),
    GateRule("to come", "that it is yet to come is left out", cuts.cuts_what_is_to_come),
    GateRule("only whole", "what is said of the whole is left out", cuts.is_only_the_whole),
    GateRule("open verb", "ends in a verb whose object follows", cuts.ends_in_open_verb),
    GateRule("place", "the place that opens the sentence is left out", cuts.drops_place),
    GateRule("joint", "what a word joins to is left out", cuts.leaves_joint),
    GateRule("behind aside", "goes on behind an aside", cuts.cuts_behind_aside),
    GateRule("measuring", "a share without its verb", cuts.loses_measuring),
    GateRule("sign", "opens with the sign of another number", cuts.opens_with_sign),
    GateRule("many", "ends with a number of something that is cut", cuts.ends_in_many),
    GateRule("repeats", "says its words twice", cuts.repeats_itself),
    GateRule("judgement", "what is said of the fact is left out", cuts.drops_judgement),
    GateRule("noun of a noun", "its subject may be another noun", cuts.guesses_antecedent),
    GateRule("cut off", "the sentence breaks off", cuts.is_cut_off),
    GateRule("unnamed", "who says so is not named", cuts.drops_unnamed_speaker),
    GateRule("had", "what those are doing is left out", cuts.cuts_what_had),
    GateRule("claim", "the sentence does not state it as a fact or a level", omissions.is_claim),
    GateRule("garbled", "what is left does not read as the clause did", edges.is_garbled),
    GateRule("doubtful", DOUBTFUL, fidelity.is_doubtful),
    GateRule("long", TOO_LONG, edges.is_long),  # the last: what is refused for it has nothing else against it
)
