"""English: words that relate a number to others, or to the one before it."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    AgeWords,
    ComparisonWords,
    ConflictWords,
    EllipsisWords,
    KeyWords,
    RangeWords,
    RelationWords,
)
from pressroom.numbers.languages.lists import listed, meanings, words

RANGES = RangeWords(
    between=words("between"),
    to=words("to through until till"),
    and_=words("and"),
    or_=words("or"),
    from_=words("from"),
    moving=listed("""
        rose rise rising fell fall grew grow increas decreas drop climb cut rais lower up down went go jump
        slip widen narrow expand shrank shrunk shrink extend mov shift improv swell swollen doubl chang
        declin reduc surg soar plung tumbl edg advanc push slow ris upgrad trim boost halv tripl trebl gain
        lost lose convert switch turn ease easing dip sank sink bump hik accelerat revis adjust broaden
        strengthen weaken rebound recover bring brought took take pull drove driv led lift surged crept
        creep inch ticked tick swung charg rocket
    """),
    out_of=words("out_of in of_every in_every of_each in_each"),
    strict_out_of=words("out_of"),
    tolerance=words("plus_or_minus"),
    odds=words("ratio odds"),
    fillers=words("about around as high some"),
    by=words("by"),
    but=words("but"),
    being=words("is are"),
)

ELLIPSIS = EllipsisWords(
    them=words("these them those another"),
    of=words("of"),
    shares=words("cent half third thirds quarter quarters fifth fifths"),
    groups=words("""
        class group team crowd family party panel majority crew staff squad gang field jury fleet stock
        workforce membership
    """),
    whom=words("whom"),
    those=words("them these which whom"),
    part_of=words("out of"),
    from_=words("from"),
    to=words("to"),
    more=words("more less higher lower"),
    comparing=words("""
        another further from against than versus vs compared instead estimate estimates forecast expected
    """),
)

COMPARISONS = ComparisonWords(
    passing=listed(
        "went gone goes going moved moves shift chang convert switch turn revis adjust swung swing"
    ),
    varying=words("range ranges ranged ranging vary varies varied varying"),
    from_=listed("from"),
    to=listed("to"),
    was=listed("""
        up_from down_from compared_with compared_to against instead_of rather_than
    """),
    was_in_time=listed("up_from down_from"),
    was_from=listed("from"),
    whose=listed("the its their our his her this that these those both each"),
    targets=listed("target goal standard"),
    targets_of=listed("target goal aim quota"),
    of=listed("of"),
    whole=listed("of out_of among"),
    not_whole=listed("whom which them"),
    articles=listed("the its their all some about"),
    sides=listed("to against"),
    then=listed("then later finally"),
)

RELATIONS = RelationWords(
    earlier=words("previous earlier prior initial"),
    estimates=words("""
        estimate estimates figure figures count counts toll tally intelligence assessment assessments total
        number
    """),
    occasions=words("""
        occasion launch incident raid attack strike flight trip shipment wave operation session meeting
        sitting delivery voyage rally protest demonstration hearing visit concert match
    """),
    on=words("on over in during across at"),
    this=words("this these"),
    including=listed("including among_them of_whom of_which of_them"),
    apart=words("while whereas but only"),
    listing=meanings(on="on", in_="in", at="at", for_="for", to="to", from_="from", by="by", among="among"),
    of_them=listed("of_them of_whom of_which of_those"),
    making=listed("""
        bringing taking raising pushing lifting brings takes raises pushes lifts brought took raised pushed
        lifted
    """),
    totals=words("total toll tally count"),
    to=listed("to"),
    each=words("each every"),
    standing=words("active current remaining open outstanding pending"),
    beings=words("""
        people person adult child man woman boy girl baby infant teenager pupil student patient worker
        resident citizen civilian soldier refugee migrant passenger member employee teacher nurse doctor
        journalist prisoner victim officer policeman firefighter minor veteran family farmer
    """),
)

AGES = AgeWords(
    old=words("old olds"),
    of=words("of"),
    between=words("between under over from of about around"),
    span=words("between from"),
    at=words("at"),
    turning=words("turns turned turning"),
    being=words("is was"),
    pronouns=words("who he she"),
    when=words("when"),
    dying=words("died dies die dead death"),
    toll=words("dead"),
    toll_ahead=words("of the their its"),
    definite=words("the"),
    after_name=words("who and from was is told said has had"),
    opening=words("who"),
    not_names=words("""
        january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday section article chapter page room no figure table part
    """),
)

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
        differ differs differed
    """),
    rival_stems=listed("disput contradict"),
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
    errors=words("sampling_error margin_of_error confidence_level confidence_interval"),
    experience=words("experience expertise career veteran"),
    ago=words("ago after"),
    uncounted=(
        r"(?:call|calls|called|calling|dial|dials|dialled|dialed) {}(?! (?:people|men|women|\w*s)\b)",
        r"{} (?:zip|postal|post|area|dialling) codes?\b",
        r"\b(?:zip|postal|area) codes? {}",
        r"{}(?<=\b1) \w+ in \d",
        r"{} ?\(?[cC]\)? ?\(?\d\)?(?! \w*s\b)",
    ),
    times_before=(
        r"(?:in|for|during) (?:the|its) (?:year[- ](?:ago|earlier)|(?:prior|previous|preceding)[- ]year)",
        r"(?:in|for|during) the (?:same|corresponding|comparable) (?:\w+ )?(?:period|quarter|months?|half)"
        r" (?:(?:of )?last year|(?:a|the|one) year (?:ago|earlier|before)|of the (?:previous|prior) year)",
        r"(?:a|one) (?:year|month|quarter|week) (?:ago|earlier|before)",
        r"the (?:year|month|quarter|week) before",
    ),
    formal=(
        r"(?:analysts?|economists?|forecasters?)$",
        r"(?:necessary|nominal|indispensable|relief) (?:part(?:y|ies)|defendants?)",
        r"(?:pages?|paragraphs?|exhibits?|annex(?:es)?|appendix|appendices|footnotes?|affidavits?)$",
    ),
    options=(r"options? to (?:purchase|buy|acquire|subscribe for)\b", r"over-?allotment\b"),
    sampling=(
        r"(?:samples?|margins? of error)(?: of| is| was| sizes?)*",
        r"(?:survey|poll|study|questionnaire)s? (?:\w+ ){0,3}(?:of|among|covered|included)",
        r"(?:survey|poll|study)s? (?:gathered|collected|drew|received) (?:\w+ ){1,2}(?:from|of|by)",
        r"samples? (?:comprise[sd]?|include[sd]?|consist(?:s|ed) of)",
        r"(?:respondents|participants|interviews|responses) (?:from|in|across)",
    ),
    before_conversion=words("about around approximately some roughly or"),
)
