"""English words for the wording of tiles."""

from __future__ import annotations

from pressroom.numbers.languages.form import StandIn, WordingWords
from pressroom.numbers.languages.lists import words


def _pairs(text: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in text.split())
    return {lemma: form for lemma, _, form in pairs}


WORDING = WordingWords(
    of=words("of in"),
    saying=words("""
        say report announce state note add tell confirm show reveal indicate write remark explain mention
        disclose record document find point cite describe observe conclude inform stress emphasize emphasise
        underline highlight
    """),
    having=words("""
        have make include contain comprise feature hold operate maintain record see report post get carry help
    """),
    being=words("be exist remain"),
    measuring=words("be total totall amount reach stand come number equal represent measure weigh"),
    costing=words("cost"),
    rising=words("""
        rise grow increase climb jump surge soar gain advance expand widen swell accelerate rally rebound
        up higher improve strengthen quicken
    """),
    falling=words("""
        fall drop decline decrease shrink sink slip dip plunge tumble slump plummet slide contract narrow
        down lower slow ease weaken moderate cool
    """),
    rise="rise in {}",
    fall="fall in {}",
    change="change in {}",
    up="up {}",
    down="down {}",
    cost="cost of {}",
    agent="by {}",
    participles=_pairs("""
        be=been bear=borne beat=beaten become=become begin=begun bend=bent bind=bound bite=bitten blow=blown
        break=broken breed=bred bring=brought broadcast=broadcast build=built burn=burned buy=bought
        catch=caught choose=chosen cost=cost cut=cut deal=dealt dig=dug do=done draw=drawn drink=drunk
        drive=driven eat=eaten feed=fed feel=felt fight=fought find=found fly=flown forecast=forecast
        forget=forgotten freeze=frozen get=obtained give=given go=gone grow=grown hang=hung have=had
        hear=heard
        hide=hidden hit=hit hold=held hurt=hurt keep=kept know=known lay=laid lead=led learn=learned
        leave=left lend=lent let=let light=lit lose=lost make=made mean=meant meet=met offset=offset
        overcome=overcome pay=paid put=put quit=quit raise=raised read=read ride=ridden ring=rung run=run
        see=seen seek=sought sell=sold send=sent set=set shed=shed shoot=shot show=shown shut=shut sing=sung
        sink=sunk sow=sown speak=spoken spend=spent split=split spread=spread steal=stolen strike=struck
        sweep=swept swim=swum take=taken teach=taught tear=torn tell=told think=thought throw=thrown
        undergo=undergone understand=understood undertake=undertaken wear=worn win=won withdraw=withdrawn
        write=written slide=slid stand=stood swear=sworn swell=swollen swing=swung shake=shaken shrink=shrunk
        spin=spun spring=sprung stick=stuck wake=woken weave=woven wind=wound bet=bet bid=bid burst=burst
        cast=cast flee=fled rebuild=rebuilt resell=resold oversee=overseen overtake=overtaken uphold=upheld
        undercut=undercut outsell=outsold rewrite=rewritten mistake=mistaken say=said upset=upset
    """),
    regular_participle="ed",
    participle_endings=(
        ("e", "ed"),
        ("ay", "ayed"),
        ("ey", "eyed"),
        ("oy", "oyed"),
        ("uy", "uyed"),
        ("y", "ied"),
    ),
    modal=words("will would could may might should can must shall ’ll ’d 'll 'd wo ca"),
    negating=words("not n't n’t never no neither nor hardly barely without cannot"),
    condition=words("if unless whether provided lest when once"),
    pointing=words("""
            it they them he she him her this that these those its their his such one ones itself themselves
        there so such
        """),
    stand_ins=(
        StandIn(
            words=words("it"),
            tags=("NOUN-Sing", "PROPN"),
            empty=True,
            empty_verbs=words("take seem appear happen follow emerge rain snow freeze"),
            empty_nouns=words("degree degrees"),
        ),
        StandIn(words=words("he she"), tags=("PROPN",)),
        StandIn(words=words("they"), tags=("NOUN-Plur",)),
    ),
    speakers=words("i we you us me our my your ours"),
    joining=words("""
        however meanwhile moreover furthermore therefore thus also additionally consequently nevertheless
        nonetheless instead then hence besides similarly likewise accordingly overall and but so yet or
        while whereas although though because
    """),
    by=words("by"),
    to=words("to at"),
    times=words("""
        year month week day period winter summer spring autumn fall quarter season morning evening afternoon
        decade century weekend january february march april may june july august september october november
        december monday tuesday wednesday thursday friday saturday sunday
    """),
    general=words("""
        increase decrease rise fall drop reduction decline growth gain loss change level total figure
        rate share
        number amount proportion percentage average value sum part majority minority jump cut increment result
        thing way time case point part
    """),
    relatives=words("which who whom whose that where when what"),
    shared_out=words("respectively"),
    excepting=words("except excluding without but unless minus before versus against"),
    worth=words("worth totalling totaling"),
    asides=words("""
        in_addition for_example for_instance in_fact of_course at_the_same_time
        in_particular by_comparison in_contrast by_contrast in_response in_turn above_all on_the_other_hand
    """),
    conceding=words("while whereas although though whilst"),
    far=words("that those"),
    pointing_back=words("aforementioned comparable corresponding equivalent latter said such"),
    continuing=words("another further"),
    sides=words("by"),
    definite=words("the"),
    ranging=words("from between"),
    sourcing=words("as"),
    told_before=words("since_then until_then by_then at_the_time at_that_time for_comparison"),
    days_untold=words("today yesterday tonight tomorrow"),
    same=words("same"),
    owned_by_several=words("their"),
    several_others=words("them these"),
    reasons=words("because due owing thanks amid following after"),
    adding=words("which who whom whose"),
    informing=words("""
        report study survey figure data statistic analysis poll statement official police minister spokesman
        spokeswoman spokesperson analyst expert researcher economist office board trust institute
        chief director president manager dealer source trader prosecutor lawyer scientist census review paper
        inspector auditor regulator watchdog administration team authority
    """),
    coming=words("come amount"),
    totals=words("a_total_of a_grand_total_of altogether in_all"),
    chances=words("probability chance likelihood odds risk possibility"),
    made_of="{} in {}",
    differing=words(
        "more less fewer lower higher above below up down better worse ahead short cheaper dearer"
    ),
    collective=words("""
        network chain fleet team group portfolio community staff workforce crew army pool panel collection
        consortium coalition alliance stock series range list
    """),
    loose=words("amid following while"),
    directions=words("up down higher lower"),
    harming=words("kill injure wound leave displace destroy damage hurt"),
    doubling=r"^[^aeiou]*[aeiou][bdgklmnprt]$|(?:mit|fer|cur|pel|trol|quip)$",
    ordering=words("after before once until"),
    binding=words("as than & because"),
    counting=words("number total count toll headcount"),
    bodies=words("""
        company firm bank group government ministry council agency authority university hospital charity
        fund union party association federation commission committee city town county state country
        department airline retailer maker carmaker club school
    """),
    placing=words("in at on across within throughout during since between from"),
    places=words("where when"),
    telling=words("according"),
    qualifying=words("""
        usually often sometimes typically normally generally previously initially originally formerly once
        allegedly reportedly supposedly apparently possibly probably potentially likely perhaps rarely
        occasionally mostly partly tentatively
    """),
    each=words("every"),
    demonyms=words("""
        afghan african albanian algerian american arab argentine argentinian asian australian
        austrian belarusian belgian bolivian bosnian brazilian british bulgarian canadian catholic
        chilean chinese christian colombian croatian cuban cypriot czech danish dutch egyptian
        english estonian ethiopian european finnish french georgian german ghanaian greek haitian
        hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese
        jewish jordanian kenyan korean kuwaiti latin latvian lebanese libyan lithuanian malaysian
        maltese mexican moldovan moroccan muslim nepalese nigerian norwegian pakistani palestinian
        peruvian polish portuguese protestant qatari romanian russian rwandan saudi scottish
        senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian
        taiwanese thai tunisian turkish ukrainian venezuelan vietnamese welsh western zimbabwean
    """),
    particles=words("away back out up off down aside together along forward apart"),
    contrast=words("but yet"),
    parting=words("of out among"),
    accompanying=words("with including through via despite amid thanks alongside using"),
    limiting=words("excluding including except without after before net adjusted only incl excl"),
    comparing=words("comparison compared against versus"),
    deciding=words("decide agree vote pledge promise commit vow plan intend pledge undertake"),
    to_be="to be {}",
    being_done="being {}",
    future=words("will shall ’ll 'll"),
    raising=words("raise increase lift boost expand"),
    lowering=words("reduce cut lower trim slash decrease shrink"),
    terms=words("sentenced jailed imprisoned sentence sentences prison jail imprisonment custody"),
    articles=words("the a an its their his her our this that these those your my"),
)
