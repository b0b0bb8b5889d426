"""English: words by which numbers, units, dates and names are read."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    DateWords,
    NameWords,
    NounWords,
    NumeralWords,
    SpellingWords,
    UnitWords,
)
from pressroom.numbers.languages.lists import listed, months, units, values, words

_ONES = listed("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
""")
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL: dict[str, float] = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_PARTS = listed("third fourth fifth sixth seventh eighth ninth tenth")


NUMERALS = NumeralWords(
    decimal=".",
    grouping=",",
    small=_SMALL,
    hundred=words("hundred"),
    scales=values("""
        thousand=1e3 million=1e6 billion=1e9 trillion=1e12 quadrillion=1e15 mn=1e6 mln=1e6 mio=1e6 mil=1e6
        bn=1e9 bln=1e9 tn=1e12 trn=1e12 lakh=1e5 lakhs=1e5 crore=1e7 crores=1e7 dozen=12
    """),
    fractions={word: value for value, word in enumerate(_PARTS, 3)}
    | {f"{word}s": value for value, word in enumerate(_PARTS, 3)}
    | values("""
        quarter=4 quarters=4 halves=2 half=2 hundredth=100 hundredths=100 thousandth=1000
    """),
    half=words("half"),
    and_words=words("and &"),
    articles=words("a an"),
    halving=words("than nearly about almost over under around roughly"),
    whole=words("of the its their his her our majority"),
    one=words("one"),
    several=words("several many few"),
    vague=words("dozens scores hundreds thousands millions billions trillions tens"),
    of=words("of"),
    before_part=words("by than"),
    predicates=words("""
        is are were have had said say voted agreed would will could should can think believe want plan expect
        fear support oppose
    """),
    fold="fold",
    factors=words("factor"),
    point="point",
)

SPELLING = SpellingWords(
    single_letters=words("I A"),
    contractions=words("s t re ve ll clock"),
    abbreviations=words("""
        Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Col Lt Capt Sgt No Nos vs e.g i.e approx Approx ca cf Jr Sr Inc
        Ltd Co Corp al fig figs Fig Figs vol Vol p pp ch sec para paras est Jan Feb Mar Apr Jun Jul Aug Sep
        Sept Oct Nov Dec Rs op art Art Apt Ste incl excl avg
    """),
    before_digits=words("no nos SFr Sfr sfr Fr fr rs max min"),
    percent=words("percent per_cent"),
    phones=words("tel phone call hotline helpline"),
    dialling=words("call calling dial dialling ring caller_to callers_to calls_to"),
    commands=words("exit"),
    citations=words("et_al."),
    groups=words("Group_of Big_of Committee_of Gang_of"),
    courses=words("course"),
    digit_idioms=(
        "24[/-]7",
        "9/11",
        "7/7",
        "50[-/]50",
        "20/20",
        "360 ?degrees? view",
        r"501 ?\(?[cC]\)? ?\(?\d\)?",
        r"9-11(?=[\w ]{0,20} (?i:terror|attack|hijack|victim|commission|memorial|anniversar))",
    ),
)

# singular=canonical; the plural is made by rule but for those listed after
_REGULAR = {
    "dimension": """
        kilometre kilometer=kilometre metre meter=metre centimetre centimeter=centimetre decimetre
        decimeter=decimetre millimetre millimeter=millimetre nanometre nanometer=nanometre micrometre
        micrometer=micrometre micron=micrometre mile yard hectare acre kilogram kilogramme=kilogram
        kilo=kilogram gram gramme=gram milligram microgram microgramme=microgram tonne ton pound ounce litre
        liter=litre millilitre milliliter=millilitre centilitre gallon barrel pint quart kilowatt megawatt
        gigawatt terawatt watt hertz=hertz kilohertz=kilohertz megahertz=megahertz gigahertz=gigahertz byte
        kilobyte megabyte gigabyte terabyte petabyte kibibyte megabit gigabit kilobit bit knot volt kilovolt
        amp=ampere ampere ohm decibel calorie kilocalorie joule kilojoule megajoule newton pascal megapixel
        tablespoon teaspoon cup horsepower=horsepower kelvin=kelvin carat bushel radian candela electronvolt
        lumen parsec lightyear=light_year light-year=light_year nautical_mile square_mile square_metre
        square_meter=square_metre square_kilometre square_kilometer=square_kilometre square_yard cubic_metre
        cubic_meter=cubic_metre cubic_kilometre cubic_kilometer=cubic_kilometre cubic_centimetre
        cubic_centimeter=cubic_centimetre cubic_yard metric_ton=tonne metric_tonne=tonne short_ton=ton
        kilowatt_hour=kilowatt-hour kilowatt-hour megawatt_hour=megawatt-hour megawatt-hour
        gigawatt_hour=gigawatt-hour gigawatt-hour terawatt_hour=terawatt-hour terawatt-hour
        watt_hour=watt-hour watt-hour fluid_ounce troy_ounce=troy_ounce drachma=dram turn
    """,
    "duration": """
        second minute hour day week month year decade millisecond microsecond nanosecond fortnight semester
    """,
    "currency": """
        dollar euro cent rupee ruble rouble=ruble franc peso dirham bitcoin shekel ringgit forint zloty
        dinar riyal rial rupiah naira cedi lira pound_sterling=pound_sterling us_dollar=dollar
        u.s._dollar=dollar american_dollar=dollar canadian_dollar australian_dollar hong_kong_dollar
        new_zealand_dollar singapore_dollar taiwan_dollar british_pound=pound_sterling swiss_franc
        turkish_lira indian_rupee=rupee pakistani_rupee russian_ruble=ruble russian_rouble=ruble
        mexican_peso israeli_shekel=shekel buck=dollar satoshi kenyan_shilling shilling ugandan_shilling
        hryvnia baht ukrainian_hryvnia egyptian_pound
    """,
    "percent": "percentage_point percentage-point=percentage_point basis_point",
}
_IRREGULAR = {
    "dimension": """
        foot=foot feet=foot inch=inch inches=inch square_foot=square_foot square_feet=square_foot
        sq_ft=square_foot square_inches=square_inch square_inch=square_inch cubic_foot=cubic_foot
        cubic_feet=cubic_foot acre-feet=acre-foot acre-foot=acre-foot stone=stone kg=kilogram kgs=kilogram
        kms=kilometre sq_m=square_metre sqm=square_metre miles_per_hour=mile_per_hour
        mile_per_hour=mile_per_hour miles_an_hour=mile_per_hour kilometres_per_hour=kilometre_per_hour
        kilometers_per_hour=kilometre_per_hour kilometres_an_hour=kilometre_per_hour
        kilometers_an_hour=kilometre_per_hour metres_per_second=metre_per_second
        meters_per_second=metre_per_second meters_per_millisecond=metre_per_millisecond
        miles_per_gallon=mile_per_gallon mpg=mile_per_gallon pound-feet=pound-foot pounds-feet=pound-foot
        lb-ft=pound-foot kbps=kilobit_per_second mbps=megabit_per_second
        gbps=gigabit_per_second degrees=degree degree=degree deg=degree bpd=barrel_per_day
        parts_per_million=ppm parts_per_billion=ppb light-years=light_year
        revolutions_per_minute=revolutions_per_minute
    """,
    "duration": """
        centuries=century century=century secs=second mins=minute hrs=hour yrs=year millennia=millennium
    """,
    "currency": """
        dlr=dollar dlrs=dollar cts=cent
        pence=penny penny=penny pennies=penny yen=yen yuan=yuan won=won krona=krona kronor=krona
        crowns=krona rand=rand real=real reais=real kroner=krone krone=krone markka=markka guilders=guilder
        norwegian_kroner=norwegian_krone norwegian_krone=norwegian_krone danish_kroner=danish_krone
        danish_krone=danish_krone swedish_kronor=krona swedish_krona=krona renminbi=yuan japanese_yen=yen
        chinese_yuan=yuan south_korean_won=won brazilian_reais=real south_african_rand=rand
        pounds_sterling=pound_sterling new_taiwan_dollars=taiwan_dollar finnish_markka=finnish_markka
        dutch_guilders=netherlands_guilder grand=grand usd=dollar quid=pound_sterling lari=georgian_lari
    """,
    "percent": "percent=percent per_cent=percent pct=percent percentage=percent",
    "temperature": """
        degrees_celsius=celsius degree_celsius=celsius degrees_fahrenheit=fahrenheit
        degree_fahrenheit=fahrenheit degrees_centigrade=celsius degrees_c=celsius degrees_f=fahrenheit
        degree_c=celsius degree_f=fahrenheit deg_c=celsius deg_f=fahrenheit deg_celsius=celsius
        deg_fahrenheit=fahrenheit celsius=celsius fahrenheit=fahrenheit centigrade=celsius celcius=celsius
        degrees_celcius=celsius degrees_farenheit=fahrenheit centigrate=celsius farenheit=fahrenheit
        c=celsius f=fahrenheit
    """,
    "age": """
        years_old=year_of_age year_old=year_of_age year-old=year_of_age year-olds=year_of_age
        years-old=year_of_age year_olds=year_of_age years_of_age=year_of_age year_of_age=year_of_age
        months_old=month_of_age month_old=month_of_age month-old=month_of_age months-old=month_of_age
        month-olds=month_of_age months_of_age=month_of_age weeks_old=week_of_age week_old=week_of_age
        week-old=week_of_age weeks_of_age=week_of_age days_old=day_of_age day_old=day_of_age
        day-old=day_of_age yo=year_of_age
    """,
}


def _units() -> dict[str, tuple[str, str]]:
    found = {}
    for kind, pairs in _REGULAR.items():
        for pair in pairs.split():
            word, _, name = pair.replace("_", " ").partition("=")
            found[word] = found[f"{word}s"] = (name or word, kind)
    return found | units(**_IRREGULAR)


UNITS = UnitWords(
    names=_units(),
    per=words("per a an each every"),
    per_noun=words("per"),
    any_noun_rates=True,
    rated=words("""
        go annum share head person piece ticket seat night shift copy visit family household student pupil
        vote dose unit item bottle trip ride call customer user passenger employee worker plate session lesson
        class adult child room meal case capita game match term stay
    """),
    each=words("each apiece"),
    time_behind=words("earlier later ago before"),
    time_behind_count=words("earlier later ago before after"),
    half_has_article=True,
    minus=words("minus negative"),
    below_zero=words("below_zero"),
    degrees=words("degrees degree"),
    warmth=words("""
        temperature temperatures hot hotter hottest cold colder coldest warm warmer warmest warming heat
        heatwave cool cooler frost freezing freeze oven celsius fahrenheit centigrade c f weather
        thermometer mercury fever boil boiling melt climate summer winter high highs low lows below minus
    """),
    temperature_letters=words("c f"),
    pence=words("p pence"),
    money=words("""
        cost costs costing paid pay pays price prices priced worth fine fined spend spent spending fund
        funds funding grant grants budget sum bill bills tax taxes loan loans debt debts raised raise
        donated donation salary wage wages invest invested investment profit profits loss losses revenue
        income earned earn fee fees sold sale bought buy savings save saved compensation awarded prize
        pounds' million billion rent rents reward deal contract
    """),
    hyphened=words("second stone cup quart turn decade bit"),
    in_parts=words("second"),
    ambiguous=words("grand real bit percentage"),
    extents=words("thick long wide tall deep high by across"),
    around_symbols=words("""
        deep high long wide tall thick of above below by from in and or per to away apart across off at on
        with for over
    """),
)

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

DATES = DateWords(
    months=months("""
        january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep
        october|oct november|nov december|dec
    """),
    capital_months=True,
    dated=words("""
        in since by until till from of during for early late mid year years before after around circa spring
        summer autumn fall winter and to the through between into back as-of end start beginning ending
        ended q1 q2 q3 q4 h1 h2 fiscal fy season class calendar through on throughout than vs versus
    """),
    clock=words("""
        a.m. p.m. am pm a.m p.m o'clock o’clock noon midnight gmt est edt pst utc cet bst hrs
    """),
    at_hour=words("at"),
    happening=words("""
        leaves leave left departs depart arrives arrive arrived starts start started begins begin began
        opens open opened closes close closed meets met ends end ended train bus flight doors due scheduled
        runs lands landed
    """),
    ordinals=words("""
        first second third fourth fifth sixth seventh eighth ninth tenth hundredth thousandth
    """),
    decade_endings=words("s 's"),
    weekdays=words("""
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    """),
    ordinal_endings=words("st nd rd th"),
    parted=words("latter earlier later opening closing final last"),
    ordinal_endings_apart=words("th nd rd"),
    of_month=words("of"),
    after_month=words("the"),
    in_month=words("in during since"),
    before_year=words("before"),
    beyond_year=words("beyond"),
    near_year=words("around about circa"),
    ahead_of_year=words("in since until early late mid during the its their his her this our"),
    of_years=words("""
        elections figures results games sales levels estimates budgets data forecasts accounts finals
        earnings earnings-report protests riots attacks floods fires guidelines rules regulations reforms
        talks olympics playoffs championships awards standings projections statistics plans polls primaries
        midterms cuts prices models terms series news sanctions hurricanes wildfires
    """),
    meridiem=words("a.m p.m"),
    behind_hour=words("o'clock"),
    capital_only_months=words("may"),
    parts_of_month=words("early mid late"),
    event_years=words("in since by until from"),
    limits=words("by until before since"),
    sent=words("sent date"),
)

NAMES = NameWords(
    references=words("""
        article art articles section sections sec chapter chapters clause clauses paragraph paragraphs para
        paras part annex annexe appendix rule rules regulation resolution resolutions act title schedule
        figure fig figs table tables page pages pp p vol volume volumes no nos nr number note footnote item
        items step steps line lines room rooms suite gate gates platform flight route routes highway
        interstate junction exit unit phase level grade grades class category type model mark version
        release lot block apartment flat apt ste building district ward zone division group channel season
        episode
        round week day stage matchday lane box train order case docket bill proposition amendment protocol
        directive convention iso iec din bs rfc postcode zip question q tier recommendation recommendations
        annexes point verse psalm sonata symphony opus op bed ext extension pier berth track carriage coach
        locomotive hangar warehouse reactor precinct battalion brigade agenda policy formula area minute
        incident junctions chromosome chromosomes decision option scenario objective priority lesson
        exercise problem answer experiment sample batch serial code id ref reference invoice account iban
        isbn doi patent licence license permit application form pin psalms stall pitch studio hall terminal
        bay sector apollo mach § §§ # № cve
    """),
    idioms=words("""
        one_of one_another one_day one_another's no_one the_one that_one this_one any_one every_one each_one
        another_one all_one one's one’s square_one day_one number_one number_two one_thing one_way
        one_by_one one_to_one one_on_one one_or_more one_or_two one_or_other one_side at_sixes_and_sevens
        sixes_and_sevens one_time one_off one_sided one_stop two_way two_fold two_faced one_size one_and_all
        one_and_only one_and_the_same one_such one_more_time nine_to_five fifty_fifty 50_50 24_7 9_11 20_20
        7_7 360_degree 180_degree one_that one_who one_which one_in_which one_is one_can one_may one_must
        one_should one_could one_would one_might one_hand the_other_one which_one only_one_of one_has
        one_cannot one_does at_one_point at_one_time at_one_stage ground_zero net_zero zero_tolerance
        zero_sum zero_in sub_zero of_two_minds two_cents two_thumbs one_too_many four_figure five_figure
        six_figure seven_figure eight_figure two_digit three_digit double_digit single_digit four_digit
        five_digit world_war_two world_war_one one_eye big_four four_letter four_square ten_to_one one_for
        one_from one_where one_with one_at one_man's one_person's million_dollar_question
    """),
    singular_verbs=words("is was has does"),
    singular_ending="s",
    titled=words("""
        film movie play novel book album band show series song musical opera exhibition programme program
        magazine podcast documentary game app
    """),
    ranks=words("number position place phase chapter"),
    street_endings=words("""
        street walk gardens grove hill mews quay wharf st road rd avenue ave lane drive boulevard blvd
        square place court way close terrace row broadway parade crescent parkway pkwy plaza highway hwy
    """),
    blocks=words("block_of"),
    bills=words("S H.R"),
    before_pronoun=words("""
        no the this that any every each another first last next only which day number some little good new
        big
    """),
    not_counted=words("""
        thing way side reason example day time such kind sort point stage hand end version possibility sense
        word more-time man's look might giant key area aspect option senior official expert analyst observer
    """),
    or_another=words("after_another after_other or_another or_other at_a_time"),
    in_or_out=words("in out"),
    before_idioms=words("catch number plan"),
    pairs=words("the those these both its their our his her other"),
    in_=words("in"),
    the=words("the"),
    before_names=words("in on at from to near across of by for with since"),
    giving=words("""
        gave give gives giving handed hand hands awarded left leaves leaving allotted allocated won
    """),
    listing=words("and"),
    scores=words("""
        win wins won winning beat beats beaten beating lost lose losing loss draw drew drawn defeat defeats
        defeated victory victories score scores scored scoreline lead leads led trail trailed trailing
        record ahead level equaliser final halftime half-time thrashed edged upset sweep swept down series
        ruling vote voted decision set sets aggregate penalties friendly homer hammered routed downed topped
        tie tied shutout
    """),
    behind_digits=words("fold plus"),
    small_references=words("p pp v"),
    also_counted=words("""
        act order note question line step rule point exercise answer figure item schedule title grade box
        train protocol convention option target unit group case release block model mark experiment permit
        form pitch track coach lot team round week day season
    """),
    per=words("per"),
)
