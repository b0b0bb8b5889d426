"""English: dates, times and names."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    DateWords,
    NameWords,
)
from pressroom.numbers.languages.lists import months, words

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
)

NAMES = NameWords(
    references=words("""
        article art articles section sections sec chapter chapters clause clauses paragraph paragraphs para
        paras part annex annexe appendix rule rules regulation resolution resolutions act title schedule
        figure fig figs table tables page pages pp p vol volume volumes no nos nr number note footnote item
        items step steps line lines room rooms suite gate gates platform flight route routes highway
        interstate junction exit unit phase level grade grades class category type model mark version
        release lot block apartment flat building district ward zone division group channel season episode
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
    ranks=words("number position place phase chapter"),
    street_endings=words("""
        street walk gardens grove hill mews quay wharf st road rd avenue ave lane drive boulevard blvd
        square place court way close terrace row broadway parade crescent
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
    or_another=words("after_another after_other or_another or_other"),
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
