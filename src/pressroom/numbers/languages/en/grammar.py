"""English: nouns, ages, what joins or compares two values, and what a number leaves unsaid."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    AgeWords,
    ComparisonWords,
    EllipsisWords,
    NounWords,
    RangeWords,
)
from pressroom.numbers.languages.lists import listed, words

NOUNS = NounWords(
    stop=words("""
        another some nearly almost exactly roughly approximately least fewer higher lower longer shorter
        long wide tall deep high last next previous a an the and or but nor so yet in on at by for from to
        with without within into onto over under between among amongst during since until till after before
        while when where which who whom whose that than as if though although because is are was were be
        been being am has have had having do does did doing will would shall should can could may might must
        cannot said says say according per not never only also then there here this these those its their
        his her our your my it they he she we you i them him us me against across about around off out up
        down through throughout via despite of more less most each every all both either neither ago except
        including excluding versus vs like unlike upon toward towards along beyond behind beside besides
        amid plus minus once twice how what why whether just still even already too very much again away
        back apart together alone else instead later earlier now soon today yesterday tomorrow tonight
        annually overall altogether respectively each-way no yes none isn't wasn't aren't weren't hasn't
        haven't hadn't won't wouldn't it’s it's he’s he's she’s she's they’re they're we’re we're compared
        based due thanks worth above below near inside outside because-of depending regarding concerning
        following considering
    """),
    verbs=words("""
        went came took made left gave got won lost fell rose grew ran sat stood died live lives lived want
        wants wanted need needs needed remain remains remained think thinks thought hold holds held make
        makes take takes use uses get gets go goes come comes apply applies voted told knew felt kept risen
        fallen grown gone become became been shrunk depend depends rely relies fled sank sent paid spent
        began begun built bought sold brought found met led read ran saw seen shot showed shown spoke stayed
        supported tested took tried turned walked worked opened closed arrived attended joined returned
        shows reported responded agreed believe believes believed expect expects expected seem seems seemed
        look looks looked appear appears appeared reach reached include includes included represent
        represents represented mean means meant equals cost costs drew drove flew hit let put set cut beat
        quit split spread cast burst add adds added play plays played start starts started suffer suffered
        receive received say says vote earn earned earns score scored pay pays leave leaves allow allows
        helped help helps keep keeps give gives given call calls called owed owe owes sat rank ranks ranked
        ended follow followed happened happen occurred continue continued await have had face faced exceed
        exceeds exceeded gain gains enter enters achieve achieves fail fails join joins rate rates prefer
        prefers
    """),
    fillers=words("""
        new separate other different total additional extra further such more consecutive straight of the
    """),
    persons=words("""
        people persons somebody someone anybody nobody children child kids adults men women boys girls
        pupils patients workers players voters those anyone everyone residents students citizens residents
        youngsters drivers teenagers toddlers passengers members talent under-fives athletes infants smokers
        man woman boy girl child teenager infant baby pensioner
    """),
    aged=words("aged age ages"),
    determiners=words("the a an its their his her this that"),
    possessive="'s",
)

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
        creep inch ticked tick swung charg
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
    from_=listed("from"),
    to=listed("to"),
    was=listed("""
        up_from down_from compared_with compared_to against instead_of rather_than
    """),
    was_from=listed("from"),
    targets=listed("target goal standard"),
    targets_of=listed("target goal aim quota"),
    of=listed("of"),
    whole=listed("of out_of among"),
    not_whole=listed("whom which them"),
    articles=listed("the its their all some about"),
    sides=listed("to against"),
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
