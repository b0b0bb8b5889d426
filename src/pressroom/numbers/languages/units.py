"""Units that need no language: symbols, signs and codes, with their canonical name and kind."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.numbers.languages.lists import listed, units, words, written_as

# sign or code, case kept → currency
CURRENCY_SIGNS: Mapping[str, str] = written_as("""
    dollar=$|US$|USD$|U.S.$|$US|USD australian_dollar=A$|AU$|AUD$|$A|$AU|AUD
    canadian_dollar=C$|CA$|CAD$|CDN$|$C|$CA|CAD new_zealand_dollar=NZ$|NZD$|$NZ|NZD
    hong_kong_dollar=HK$|$HK|HKD singapore_dollar=S$|SGD taiwan_dollar=NT$|TWD real=R$|BRL
    mexican_peso=MX$|MXN$|MEX$|MXN pound_sterling=£|GBP euro=€|EUR yen=¥|JPY|YEN rupee=₹|INR|Rs won=₩|KRW
    ruble=₽|RUB shekel=₪|ILS bitcoin=₿ turkish_lira=₺|TRY vietnamese_dong=₫ philippine_peso=₱ naira=₦|NGN
    hryvnia=₴|UAH costa_rican_colón=₡ georgian_lari=₾ lao_kip=₭ cent=¢ yuan=CNY|RMB|元
    swiss_franc=CHF|Fr|SFr krona=SEK|SKr norwegian_krone=NOK|NKr danish_krone=DKK|DKr krone=kr rand=ZAR|R
    dirham=AED zloty=PLN|zł czech_koruna=CZK|Kč forint=HUF baht=THB ringgit=MYR|RM rupiah=IDR
    kenyan_shilling=KES egyptian_pound=EGP riyal=SAR
""")

# symbol, case kept → (canonical name, kind)
SYMBOLS: Mapping[str, tuple[str, str]] = units(
    dimension="""
        km=kilometre m=metre cm=centimetre dm=decimetre mm=millimetre nm=nanometre µm=micrometre
        μm=micrometre mi=mile ft=foot yd=yard in=inch km²=square_kilometre km2=square_kilometre
        km^2=square_kilometre m²=square_metre m2=square_metre m^2=square_metre cm²=square_centimetre
        cm2=square_centimetre m³=cubic_metre m3=cubic_metre m^3=cubic_metre km³=cubic_kilometre
        hm³=cubic_hectometre hm3=cubic_hectometre km3=cubic_kilometre km^3=cubic_kilometre
        cm³=cubic_centimetre cm3=cubic_centimetre cc=cubic_centimetre ha=hectare sq_km=square_kilometre
        sq_mi=square_mile sq_ft=square_foot sq_m=square_metre kg=kilogram kgs=kilogram g=gram mg=milligram
        µg=microgram μg=microgram t=tonne lb=pound lbs=pound oz=ounce l=litre L=litre ml=millilitre
        mL=millilitre cl=centilitre hl=hectolitre dl=decilitre tbsp=tablespoon tsp=teaspoon gal=gallon
        kW=kilowatt MW=megawatt GW=gigawatt W=watt TW=terawatt mW=milliwatt kWh=kilowatt-hour
        KWh=kilowatt-hour kwh=kilowatt-hour MWh=megawatt-hour GWh=gigawatt-hour TWh=terawatt-hour
        Wh=watt-hour kV=kilovolt V=volt mV=millivolt A=ampere mA=milliampere Hz=hertz kHz=kilohertz
        MHz=megahertz GHz=gigahertz KB=kilobyte kB=kilobyte MB=megabyte GB=gigabyte TB=terabyte Mb=megabit
        Gb=gigabit mb=megabyte gb=gigabyte Mbps=megabit_per_second Gbps=gigabit_per_second
        Mbit/s=megabit_per_second dB=decibel hPa=hectopascal kPa=kilopascal MPa=megapascal GPa=gigapascal
        Pa=pascal bar=bar psi=psi hp=horsepower bhp=horsepower PS=horsepower Nm=newton_metre
        mph=mile_per_hour km/h=kilometre_per_hour km/hr=kilometre_per_hour kmph=kilometre_per_hour
        kph=kilometre_per_hour kmh=kilometre_per_hour m/s=metre_per_second mpg=mile_per_gallon
        MPH=mile_per_hour
        rpm=revolutions_per_minute ppm=ppm ppb=ppb kcal=kilocalorie kJ=kilojoule J=joule MJ=megajoule
        eV=electronvolt keV=kiloelectronvolt MeV=megaelectronvolt GeV=gigaelectronvolt TeV=teraelectronvolt
        mGy=milligray Gy=gray mSv=millisievert MP=megapixel rad=radian mol=mole N=newton kN=kilonewton
        kt=knot kn=knot tpd=ton_per_day bpd=barrel_per_day CO2e=carbon_dioxide_equivalent
    """,
    temperature="""
        °C=celsius ºC=celsius ℃=celsius °F=fahrenheit ºF=fahrenheit ℉=fahrenheit °=degree K=kelvin
    """,
    duration="""
        ms=millisecond µs=microsecond ns=nanosecond min=minute hrs=hour hr=hour h=hour s=second secs=second
        mins=minute yrs=year yr=year Ma=million_year Ga=billion_year
    """,
    currency="p=penny",
    percent="""
        %=percent ‰=permille pp=percentage_point ppts=percentage_point bp=basis_point bps=basis_point
        pc=percent
    """,
)

# symbols that are words or letters as well: taken where they touch the number, or in the company of measures
LONE_LETTERS = words("""
    p m in t g l L h s K W V A N J min bar rad mol Pa Gb Mb Ma Ga gal cc pc yr PS MP kn kt
""")

AHEAD_OF_DOLLAR = "US"
# letters of the currency of a country ahead of its sign, in small letters: "HK $40"
DOLLAR_LETTERS = words("c hk us nz")
# codes of money that are not in capitals, and those behind which a point may stand: "Rs. 500"
CODES_IN_SMALL_LETTERS = words("Rs Fr SFr SKr NKr DKr kr zł Kč usd eur rmb gbp")
CODES_WITH_A_POINT = words("Rs Fr SFr kr")
CODES_BY_DIGITS = listed(
    "RM Rs kr SKr NKr DKr"
)  # of less than three capitals, those that may touch the digits
CODES_OF_NAMES = words("R")  # letters that name more than money: only where nothing but money can be meant

# letters behind digits, and ahead of a sign of money, with what they multiply by: "$4.5m", "M€"
SCALE_LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12}
SCALES_OF_SIGNS = {"k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "Md": 1e9, "Mds": 1e9, "bn": 1e9}
MILLION, THOUSAND_LETTERS, MILLION_LETTERS = "M", "kK", "mM"
KILO_OF_PIXELS = "K"  # "4K" is a screen

# symbols and canonical names that rules ask for
PENCE_SYMBOL, SECOND_SYMBOL, INCH_SYMBOL, HOUR_SYMBOL = "p", "s", "in", "h"
MILLIMETRE_SYMBOL = "mm"
DEGREE, DOLLAR, PENNY, POUND, STERLING = "degree", "dollar", "penny", "pound", "pound sterling"
UNITS_OF_HEAT = frozenset((DEGREE, "celsius", "fahrenheit"))
DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
HOUR, MINUTE, METRE, FOOT, INCH, CENT = "hour", "minute", "metre", "foot", "inch", "cent"
OF_AGE = " of age"  # behind a unit of time that is an age
YEAR_OF_AGE = f"{YEAR}{OF_AGE}"
# units whose symbol is a letter, which may be part of a reference: "section 12A"
UNITS_OF_LETTERS = words("ampere metre gram volt litre hour second tonne")
UNITS_OF_CALIBRES = words("millimetre inch")
ITEM = "item"  # what money "each" is counted by
PER = " per "  # between a unit and what it is counted by: "barrel per day"
# a unit → the smaller one that may follow it, and how many of those make one
SMALLER_UNITS: Mapping[str, tuple[str, int]] = {
    "kilogram": ("gram", 1000),
    "metre": ("centimetre", 100),
    "foot": ("inch", 12),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "pound": ("ounce", 16),
    "stone": ("pound", 14),
    "dollar": ("cent", 100),
    "euro": ("cent", 100),
    "pound sterling": ("penny", 100),
}
INCHES, MINUTES = ("in", "″"), "m"  # behind feet and behind hours
TIMES_OF_LIFE = frozenset({YEAR, MONTH, WEEK, DAY})  # units of time that an age is counted in
