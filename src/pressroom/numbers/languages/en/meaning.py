"""English: words that say how sure a number is, what is claimed of it, who says it and for which time."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    BoilerplateWords,
    ClaimWords,
    PeriodWords,
    QualifierWords,
    RoleWords,
    SourceWords,
)
from pressroom.numbers.languages.lists import listed, meanings, words

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

QUALIFIERS = QualifierWords(
    before=meanings(
        over="""
            more_than over above in_excess_of upwards_of upward_of greater_than bigger_than larger_than
            longer_than older_than higher_than heavier_than taller_than better_than north_of beyond past
            exceeding exceeds exceeded exceed passed passing surpassed surpassing surpass surpasses topped
            topping tops well_over just_over well_above just_above slightly_over slightly_above
            slightly_more_than a_little_over a_little_more_than a_bit_more_than far_more_than well_more_than
            a_little_above comfortably_over much_more_than considerably_more_than significantly_more_than
            upwards_of_around excess_of not_more_nor_less_than > crossed eclipsed excluding_more_than
            outnumbered
        """,
        at_least="""
            at_least no_fewer_than no_less_than not_less_than not_fewer_than a_minimum_of minimum_of
            a_minimum_ at_the_very_least from_at_least as_few_as as_little_as greater_or_equal_than
            higher_or_equal_than larger_or_equal_than equal_or_greater_than greater_than_or_equal_to
            more_than_or_equal_to not_below ≥ >= => from_just from
        """,
        under="""
            less_than fewer_than under below smaller_than lower_than younger_than shorter_than lighter_than
            just_under just_below well_under well_below slightly_under slightly_below slightly_less_than
            slightly_fewer_than far_fewer_than far_less_than a_little_less_than a_little_under
            a_bit_less_than much_less_than south_of comfortably_under <
        """,
        at_most="""
            up_to at_most no_more_than not_more_than as_many_as as_much_as as_large_as as_big_as
            a_maximum_of maximum_of
            cannot_exceed not_exceed not_exceeding must_not_exceed never_exceed not_to_exceed
            no_greater_than no_higher_than capped_at limited_to no_later_than smaller_or_equal_than
            lower_or_equal_than less_or_equal_than less_than_or_equal_to smaller_than_or_equal_to not_above
            at_the_most at_maximum maximum ≤ <= =< a_ceiling_of as_high_as
        """,
        about="""
            about around approximately roughly some an_estimated estimated circa approx approx. c. ca ca.
            something_like in_the_region_of in_the_neighbourhood_of in_the_neighborhood_of in_the_order_of
            on_the_order_of in_the_vicinity_of just_about more_or_less ~ ≈ ∼ estimated_at reportedly_about
            about_some anywhere_from an_approximate an_estimated_total_of estimated_to_be
            somewhere_around
        """,
        nearly="""
            nearly almost close_to approaching nearing not_quite just_short_of just_shy_of shy_of
            practically virtually near well_nigh closer_to
        """,
    ),
    after=meanings(
        at_least="""
            or_more or_over or_above and_over and_above or_older and_older and_up or_longer or_greater
            or_higher or_better and_more or_larger plus minimum and_upwards or_upwards
        """,
        at_most="""
            or_less or_fewer or_under or_below and_under or_younger and_younger or_lower or_shorter
            and_below maximum at_most at_the_most or_smaller tops
        """,
        about="""
            or_so or_thereabouts -odd -ish approximately -plus_or_minus give_or_take
        """,
    ),
    age_limits=words("over under above below younger_than older_than before"),
    between=words("""
        a an the another additional further estimated extra total of as record the-whole whole full its
        their some about roughly
    """),
    definite=words("the its their"),
    up_to=words("up_to"),
    speeding=listed("pick sped"),
    going=listed("""
        edg went go gone creep crept climb inch tick jump mov rose ris push stepp nudg shot drift
    """),
    raising=listed("""
        push brought bring tak took driv drove lift pull sen rais nudg mov boost bump rack carr propel
    """),
    raised=words("the its their his her a an this that it them overall total"),
    suffixes=meanings(about="odd ish", at_least="plus"),
    right_behind=words("plus minimum maximum approximately tops"),
    adding=words("plus"),
    over=words("over"),
    moving_over=listed("flew fly flown travel drove driv sail hover circl spread out"),
    because=words("""
        fined sued charged arrested jailed criticised criticized protest protests protested row dispute
        concerns anger outrage clashed resigned sacked probe inquiry investigated apologised apologized
    """),
    stretches=words("""
        occasions occasion times days day weeks week weekends months month years year decades nights hours
        matches games seasons sessions rounds quarters sites locations pages legs overs sittings innings
    """),
    lasting=words("""
        lasted lasts last took takes take taken spent spend for of is was are were has have had served
        waited after be been
    """),
    objects=words("""
        held played won lost met built made fell rose grew cut spread sent paid took ran put hit shot gave
        drew sold lay fallen risen grown fought spoke shrank dropped has have had will would can could
    """),
    on_a_topic=words("about"),
    topics=words("""
        talk talks talked concern concerns concerned worried worry worries question questions argued asked
        complained book story doubts anything know knew learn warned lied joked
    """),
    lowest=words("from"),
    pricing=words("""
        cost costs costing price prices priced start starts starting begin begins beginning fares tickets
        rooms rents rates available pay
    """),
    past=words("past"),
    before_past=words("the half quarter"),
)

ROLES = RoleWords(
    of=words("of"),
    to=words("to"),
    by=words("by"),
    changes=words("""
        rise rises increase increases fall drop drops decline declines decrease cut cuts jump surge slump gain
        gains loss slide climb reduction growth dip hike plunge leap
    """),
    not_moving=words("""
        up down low lower increasingly went go goes gone going bring brings bringing brought take took taking
        pull pulls pulled drove drive driven turn turns turned switch switched convert converted move moves
        moved moving boost improving
    """),
    crossing=words("below above under beneath past beyond"),
    bare_change=True,
    thresholds=words("threshold limit limits cap ceiling floor mark barrier milestone maximum minimum quota"),
    forbidding=words("""
        ban bans banned banning prohibit prohibits prohibited prohibiting forbid forbids forbidden avoid
        avoided outlawed barred disallowed
    """),
    restricting=words("""
        restrict restricts restricted restricting limit limits limited limiting cap caps capped capping
        confine confined
    """),
    last_time=listed("last_time first_time_since not_since"),
    targets=words("target targets goal goals aim objective"),
    margins=words("margin gap lead deficit difference shortfall majority advantage"),
    forecasts=words("""
        expect expects expected forecast forecasts predict predicts predicted projected projection estimates
        anticipated outlook
    """),
    past=words("earlier before ago"),
    usual=words("usual normal average typical customary"),
    beyond=words("above below over under beyond exceeds exceeded than"),
    former=words("previous previously earlier former formerly initial initially original originally"),
    followed=words("followed_by"),
    after=words("after following"),
    once_expected=words("had_been_expected had_been_budgeted had_been_forecast had_been_planned"),
    set_against=words("""
        up_from down_from compared_with compared_to versus relative_to
    """),
    announced=words("""
        agreed announced approved estimated expected forecast planned proposed published reported set stated
    """),
    was_to=words("was_to were_to had_been_due_to was_due_to were_due_to"),
    but_now=words("but_is_now but_are_now but_will_now but_now and_is_now and_are_now and_will_now"),
)

BOILERPLATE = BoilerplateWords(
    sentences=(
        r"(?:appeared|published|posted) first (?:on|in|at)\b|first (?:appeared|published) (?:on|in)\b",
        r"forward[- ]looking (?:statement|information)",
        r"actual results (?:may|could|might|to) differ\b|undertakes? no obligation to update\b",
        r"for (?:more|further|additional|general) (?:information|details|enquiries|inquiries)\b"
        r".{0,80}\b(?:call|contact|visit|e-?mail|see|go to|write to)\b",
        r"(?:call|contact|visit|e-?mail) .{1,80}\bfor (?:more|further) (?:information|details)\b",
        r"copyright (?:\(c\)|\d{4})|all rights reserved\b",
        r"(?:subscribe|sign up) (?:to|for) (?:our|the|a) .{0,40}\b(?:newsletter|alerts?|updates?)\b",
        r"follow us on\b|click here\b|unsubscribe\b",
        r"(?:media|press) (?:contacts?|enquiries|inquiries|office)\s*:",
        r"this (?:press )?release (?:was|is|has been) (?:issued|distributed|sent) by\b",
    ),
    openings=(r"(?:please )?(?:subscribe|sign up|click here|follow us|read more|share this)\b",),
    headings=(
        r"(?i:notes? (?:to|for) (?:the )?editors?|editor['’]?s['’]? notes?|disclaimer|legal notice)",
        r"(?i:(?:cautionary (?:note|statement)|safe harbou?r|forward[- ]looking).{0,50})",
        r"(?i:(?:media |press |investor )?(?:contacts?|enquiries|inquiries|relations)|press office|about us)",
    ),
    about=listed("About ABOUT"),
    who=listed("""
        the_company the_firm the_group the_charity the_organisation the_organization the_foundation the_author
        us our
    """),
)

CLAIMS = ClaimWords(
    negation=words("""
        denied denies deny not no never false untrue rejected refuted refutes nor neither didn't don't
        doesn't wasn't isn't
    """),
    alleged=words("""
        alleged alleges allege allegedly alleging accused accuses accusing purportedly supposedly reputedly
    """),
    planned=words("""
        will plan plans planned target targets aim aims expected expects forecast forecasts due pledged
        intends shall proposes proposed intend scheduled projected budgeted promised wanted wants sought
        seeks seek expect want proposal proposals motion bid pledge pledges promises hopes hoping
    """),
    hypothetical=words("could would might may if unless"),
    # n is a variable: what it equals is no figure that the text gives
    not_=words("not no never nor neither don't didn't doesn't wasn't isn't n"),
    not_adjacent=words("no"),
    not_denying=words("fewer less more only just least until long merely"),
    none=words("none neither"),
    of=words("of"),
    determiners=words("the these those its their"),
    all_=words("all"),
    but=words("but"),
    voted=words("voted"),
    down=words("down"),
    that=words("that"),
    to=words("to"),
    coming=words("is are was were likely set due about"),
    not_verbs=words("""
        the a an date which whom its their his her this that these some about around up blame
    """),
    past=listed("ed"),
    condition=words("if should unless"),
    sayings=words("""
        report reports claim claims rumour rumours rumor rumors suggestion suggestions allegation
        allegations story stories idea
    """),
    motions=words("bid bids motion motions proposal proposals plan plans request requests"),
    if_=words("if"),
    modals=words("could would might may will shall"),
    may=words("may"),
    decided=words("""
        is are was were has have had been being do did does who which that as when while because
    """),
    is_=words("is are was were"),
    untrue=words("""
        wrong false untrue fiction incorrect inaccurate baseless unfounded fabricated invented
    """),
    other_clause=words("and but who which that"),
    false=words("""
        wrong false untrue fiction incorrect inaccurate baseless unfounded denied rejected defeated
        dismissed refuted debunked withdrawn
    """),
    denying=words("""
        denied denies deny refuted refutes rejected rejects dismissed dismisses disputed disputes debunked
    """),
    plain_not=words("not"),
    contracted_not=listed("n't n’t"),
    turning=words("did does do should may must can could will would shall might"),
    not_turned=words("that no deny denied"),
    no_more_than="no more than",
    no_less_than="no less than",
    denied_ahead=(
        r"\b(?:is|was|'s|are|were) not (?:correct|true|the case|right) that\b",
        r"\b(?:is|was|'s|are|were) (?:wrong|false|untrue|incorrect|a lie|a myth) that\b",
        r"\b(?:no|any|without|little) (?:evidence|proof|indication|sign|suggestion)s? (?:that|of)\b",
        r"\bfailed (?:in|with) (?:its|his|her|their|the|a) (?:claim|argument|bid|attempt|appeal) that\b",
    ),
    unverified_ahead=(
        r"\bnot (?:yet )?(?:be|been) (?:independently )?(?:confirmed|verified|established)\b",
        r"\bnot (?:yet )?(?:be|been) (?:independently )?(?:corroborated|proven|proved)\b",
        r"\b(?:is|are|was|were) (?:said|believed|thought|rumou?red|understood|reported|feared) to\b",
        r"\b(?:charged|charges) with\b",
        r"\bprosecutors (?:say|said|allege)\b",
        r"\bthe prosecution (?:says|said)\b",
        r"\breportedly\b",
    ),
    rejected_behind=(
        r"\b(?:reject|deni|deny|disput|dismiss|refut)\w*\s+(?:that|this|the)\s+"
        r"(?:figure|claim|number|estimate|sum|report|charge|allegation)\b",
    ),
    ends=(r"[;.](?!\d)", r"\bbut\b"),
    of_phrases=words("""
        lie myth evidence evidences proof proofs indication indications sign signs suggestion suggestions
        figure claim number estimate sum report charge allegation
    """),
    telling=words("""
        evidence proof failed said believed thought rumoured rumored understood reported feared charged
        charges prosecutors prosecution reportedly reject rejects rejecting deny denying dispute disputes
        disputing dismiss dismissing refute refuting
    """),
)

SOURCES = SourceWords(
    the=words("the"),
    articles=words("a an the"),
    of=words("of"),
    joints=words("for and do da dos state"),
    more_names=words("other others"),
    calling=words("what"),
    particles=words("van von de der den di la le bin al van_der van_den de_la"),
    no_speakers=words("""
        the and or that to of a an is are was were be been has have had notes noted recent new latest
        same number figure
    """),
    values=words("number figure total toll amount sum"),
    adverbs=words("also now later earlier already further then still recently previously today again"),
    groups=words("""
        group groups union unions agency agencies residents teachers nurses farmers
    """),
    speakers=words("""
        insurers police officials researchers scientists analysts economists prosecutors campaigners doctors
        authorities investigators organisers organizers experts lawyers ministers engineers rescuers
        councillors detectives firefighters
    """),
    nobody=words("""
        as in at on by for when while although since after before if but and a an the she he they it we i
        you earlier later others another who which that this these those there one some many most both
        each all few if so then yet because where
    """),
    pronouns=words("i it they there he she we you nobody no all every most many few"),
    saying=words("""
        said says say counted had_counted predict predicts predicted had_predicted suggest suggests
        suggested reported had_reported has_reported estimated had_estimated announced has_announced found
        had_found has_found warned stated confirmed has_confirmed noted expects expect had_expected
        calculated argued added reckons reckon show shows showed have_said has_said had_said
        concluded reached_the_conclusion came_to_the_conclusion
    """),
    nouns_as_well=words("""
        reports report estimates estimate forecasts forecast fears fear claims claim notes count counts
    """),
    inverted=words("said says added explained reported announced warned"),
    behind_name=words("""
        who which that in on at as after before when while where during adding last this yesterday today
        published released and but is are was were has have had
    """),
    belonging=words("for of at from with by in on of_the for_the at_the from_the by_the in_the"),
    before_objects=words("""
        of for on to with from by in at about against into over between of_the for_the on_the to_the
        with_the from_the by_the in_the at_the about_the into_the over_the between_the
    """),
    auxiliaries=words("had to have has"),
    putting=words("put puts"),
    put=words("it them that this the its losses costs"),
    according=words("according_to"),
    finding=words("""
        found had_found has_found reached_the_conclusion came_to_the_conclusion show shows showed suggest
        suggests suggested
    """),
    finders=listed("""
        research scien study studies survey poll analys inquir report audit expert court commission
        institute university figures data statistic census economist
    """),
    finding_offices=words("office"),
    turns=words("but while whereas although exceeding beating topping missing"),
)

PERIODS = PeriodWords(
    the=words("the"),
    during=words("over in during for within throughout since between by until through"),
    merely=words("just only barely"),
    near=words("past last next first previous same coming"),
    stretches=words("""
        day days week weeks month months year years decade decades quarter quarters hour hours
    """),
    since=words("since"),
    parts=words("early_ late_ mid-"),
    this=words("this last next"),
    spans=words("year month week quarter summer winter spring autumn"),
    in_=words("in"),
    compared=words("""
        than as against compared_with compared_to up_from down_from half_of that_of
    """),
    superlatives=words("worst most least first best record time"),
    superlative_endings=words("est"),
    clauses=words("since after before until"),
    comma_behind_opening=True,
    and_=words("and or"),
    between=words("between"),
    until=words("and to until through"),
    articles=words("a an each every per"),
    repeated=words("hour day night week month quarter year season fortnight"),
    past=words("ago earlier later before after old or and on"),
    phrases=(
        r"(?:[Oo]n|at) an? (?:hourly|daily|weekly|monthly|quarterly|yearly|annual|annuali[sz]ed)"
        r" (?:basis|rate|pace)",
        r"(?:day|week|month|quarter|year)[ -](?:on|over)[ -](?:day|week|month|quarter|year)",
        r"on the (?:day|week|month|quarter|year)",
        r"(?:from|than|on|against|compared (?:with|to)) an? (?:week|month|quarter|year)"
        r" (?:earlier|before|ago)",
        r"an? (?:week|month|quarter|year) (?:earlier|before|ago)",
        r"(?:in|for|during|over) the (?:first|second|third|fourth|final|opening|closing|same|latest)"
        r" (?:\w+ )?(?:quarter|half|weeks?|months?|days|years?|season)"
        r"(?: of (?:the year|last year|this year|\d{4}(?:[–/-]\d{2,4})?))?",
        r"(?:in|for|over|during) the (?:year|quarter|half|season|(?:\w+ )?(?:months|weeks|days))"
        r" (?:to|ended|ending|through|until) (?:(?:early |late |mid-)?(?:\d{1,2} )?[A-Z]\w+"
        r"(?: \d{1,2})?(?:,? \d{4})?|\d{4})",
        r"(?:in|over|within) (?:a|one|a single) (?:day|week|month|quarter|year|season|weekend)",
        r"over the (?:week|month|quarter|year|season)",
        rf"(?:in|during) (?:{_MONTHS})(?! \d)",
        r"annually|year-to-date",
    ),
    paces=(
        r"(?:[Oo]n|at) an? (?:hourly|daily|weekly|monthly|quarterly|yearly|annual|annuali[sz]ed)"
        r" (?:basis|rate|pace)",
    ),
    telling=words("""
        hour day night week month quarter half year season weekend fortnight weeks months days annually rate
        basis pace
    """),
)
