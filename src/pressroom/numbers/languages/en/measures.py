"""English: units."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    UnitWords,
)
from pressroom.numbers.languages.lists import units, words

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
        lb-ft=pound-foot degrees=degree degree=degree deg=degree bpd=barrel_per_day parts_per_million=ppm
        parts_per_billion=ppb revolutions_per_minute=revolutions_per_minute light-years=light_year
    """,
    "duration": """
        centuries=century century=century secs=second mins=minute hrs=hour yrs=year millennia=millennium
    """,
    "currency": """
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
