"""German."""

from __future__ import annotations

from pressroom.numbers.languages.form import (
    AgeWords,
    BoilerplateWords,
    ClaimWords,
    ComparisonWords,
    DateWords,
    EllipsisWords,
    KeyWords,
    Language,
    NameWords,
    NounWords,
    NumeralWords,
    PeriodWords,
    QualifierWords,
    RangeWords,
    RelationWords,
    RoleWords,
    SourceWords,
    SpellingWords,
    StandIn,
    UnitWords,
    WordingWords,
)
from pressroom.numbers.languages.lists import listed, meanings, months, units, values, words

_ONES = listed("""
    null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
    siebzehn achtzehn neunzehn
""")
_TENS = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_SMALL: dict[str, float] = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_SMALL |= {
    "ein": 1,
    "eine": 1,
    "einen": 1,
    "einem": 1,
    "einer": 1,
    "zwo": 2,
    "dreissig": 30,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "einhalb": 0.5,
}

# an article or a name, and what belongs to it: "der Polizei", "Ana Ruiz", "des Amtes für Statistik"
_WHO = (
    r"(?:(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine[mrs]?)\s)?(?:[a-zäöü]+(?:en|er|e|es)\s)?[A-ZÄÖÜ][\w-]+"
    r"(?:\s(?:(?:der|des|für|von|und)\s)?[A-ZÄÖÜ][\w-]+){0,3}"
)

LANGUAGE = Language(
    numerals=NumeralWords(
        decimal=",",
        grouping=".",
        small=_SMALL,
        hundred=words("hundert"),
        scales=values("""
            tausend=1e3 million=1e6 millionen=1e6 mio=1e6 mio.=1e6 milliarde=1e9 milliarden=1e9 mrd=1e9
            mrd.=1e9 billion=1e12 billionen=1e12 tsd=1e3 dutzend=12
        """),
        fractions=values("""
            drittel=3 dritteln=3 viertel=4 vierteln=4 fünftel=5 fünfteln=5 sechstel=6 siebtel=7 achtel=8
            neuntel=9 zehntel=10
        """),
        half=words("halbe halben"),
        half_nouns={"hälfte": "die"},
        and_words=words("und"),
        fold_nouns=listed("fache"),
        articles=words("ein eine einer einen einem"),
        bare=words("hundert tausend"),
        whole=words("der des aller von dieser ihrer seiner"),
        one=words("ein eine einen einem einer eins"),
        several=words("""
            mehrere mehreren mehrerer einige einigen viele vielen paar wenige wenigen zig etliche etlichen
            zahlreiche
        """),
        shares={
            f"jed{ending} {ordinal}{'n' if ending in ('en', 'em') else ''}": 1 / value
            for ending in ("e", "er", "es", "en", "em")
            for value, ordinal in enumerate(
                listed("zweite dritte vierte fünfte sechste siebte achte neunte zehnte"), 2
            )
        },
        vague=words("dutzende hunderte tausende millionen milliarden"),
        compounds=True,
    ),
    nouns=NounWords(
        stop=words("""
            der die das den dem des ein eine einen einem einer und oder aber sondern in im an am auf bei für
            von vom mit zu zum zur nach aus durch über unter zwischen seit bis während vor hinter neben ohne
            gegen um wie als wenn weil dass ob ist sind war waren wird werden wurde wurden hat haben hatte
            hatten kann können soll sollen muss müssen sich nicht auch noch nur schon mehr weniger pro je
            laut er sie es wir ihr sein ihre heute gestern vorgestern
        """),
        fillers=words("weitere weiteren neue neuen andere anderen der des"),
        persons=words("kinder jugendliche personen menschen männer frauen kindern"),
        aged=words("alter"),
        capital_nouns=True,
    ),
    ranges=RangeWords(
        between=words("zwischen"),
        to=words("bis"),
        and_=words("und"),
        or_=words("oder"),
        from_=words("von um"),
        moving=listed("""
            stieg stiegen steig gestieg sank sanken sink gesunk fiel fiel fällt fallen gefall wuchs wachs
            gewachs erhöh verringer kletter geklett senk gesenk reduzier kürz heb anheb angehob wechsel
            zunahm zunehm ging zurück verdoppel verbesser ausgebaut schrumpf
        """),
        out_of=words("von"),
        fillers=words("den der"),
        but=words("aber"),
    ),
    comparisons=ComparisonWords(
        varying=words(
            "reicht reichen reichte reichten schwankt schwanken schwankte schwankten variiert variieren"
        ),
        passing=listed("wechsel"),
        comma_behind_whole=False,
        then=listed("dann später schließlich"),
        from_=listed("von"),
        to=listed("auf"),
        whole=listed("von der"),
        articles=listed("den"),
        sides=listed("zu gegen"),
    ),
    relations=RelationWords(
        each=words("je jede jeden jeder jedem jedes pro"),
        earlier=words("""
            frühere früheren früherer bisherige bisherigen bisheriger vorherige vorherigen vorheriger erste
            ersten
        """),
        estimates=words("schätzung schätzungen angaben bilanz zählung erkenntnisse prognose"),
        occasions=words("gelegenheit einsatz vorfall angriff flug fahrt sitzung razzia kundgebung"),
        on=words("bei in während auf"),
        this=words("diese dieser dieses diesen"),
        apart=words("während aber nur"),
        listing=meanings(
            für="für",
            in_="in im",
            an="an am",
            auf="auf",
            aus="aus",
            bei="bei beim",
            von="von vom",
            nach="nach",
        ),
        including=listed("darunter davon einschließlich"),
        of_them=listed("davon von_ihnen von_denen"),
        beings=words("""
            person personen mensch menschen kind kinder frau frauen mann männer schüler arbeiter bewohner
            zivilist zivilisten soldat soldaten flüchtling flüchtlinge mitglied mitglieder
        """),
    ),
    ages=AgeWords(old=words("alt alter alte alten altes")),
    qualifiers=QualifierWords(
        before=meanings(
            over="""
                mehr_als über gut jenseits_von deutlich_mehr_als weit_mehr_als weit_über knapp_über
                etwas_mehr_als
            """,
            about="""
                rund etwa ungefähr circa ca. zirka schätzungsweise um_die an_die in_etwa geschätzt
                geschätzte geschätzten ungefähr
            """,
            nearly="knapp fast beinahe nahezu annähernd",
            at_least="mindestens wenigstens nicht_weniger_als zumindest ab",
            under="weniger_als unter deutlich_weniger_als knapp_unter",
            at_most="höchstens maximal bis_zu nicht_mehr_als allenfalls bis_maximal",
        ),
        after=meanings(
            at_least="oder_mehr und_mehr und_älter oder_älter und_darüber",
            at_most="oder_weniger und_jünger und_darunter",
        ),
        age_limits=words("ab über unter"),
        between=words("der die das den weitere weiteren ein eine einen einer"),
        definite=words("den"),  # "unter den 340 Booten"; "über die Hälfte" is more than half
        of_a_sum=words("über"),
        sums=words("""
            angebot anleihe anleihen auftrag aufträge berichtet bescheid betrag beträge budget busse
            bussen buße bürgschaft darlehen diskutiert forderung gebot geldbuße haftstrafe hypothek klage
            kredit kredite offerte rechnung rechnungen scheck schecks strafe summe vereinbarung verfügen
            verfügt verfügte verfügten vertrag verträge zahlung zahlungen
        """),
        on_a_topic=words("um"),
    ),
    dates=DateWords(
        months=months("""
            januar|jänner februar märz april mai juni juli august september oktober november dezember
        """),
        capital_months=True,
        dated=words("""
            jahr jahre jahres seit ab bis vor nach von zu gegenüber anfang ende mitte sommer winter frühjahr
            frühling herbst und
        """),
        ahead_of_day=words("den am"),
        clock=words("uhr"),
        half_hour=words("halb"),
        ordinal_point=True,
        weekdays=words("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
        decades_behind=words("er_jahre"),
        in_month=words("im"),
        ahead_of_year=words("seit jahr jahre im anfang ende"),
        behind_hour=words("uhr"),
        event_years=words("seit"),
        limits=words("bis vor seit"),
        sent=words("gesendet datum"),
    ),
    names=NameWords(
        singular_verbs=words("ist war hat wurde wird"),
        titled=words("film buch roman album band lied serie stück oper"),
        references=words("""
            artikel art kapitel abschnitt paragraf paragraph absatz abs nr nummer seite seiten abbildung abb
            tabelle anlage anhang raum zimmer saal halle linie gleis flug klasse stufe phase version band
            heft spieltag frage punkt telefon notruf rufnummer haltestelle bus busse bundesstraße autobahn
            postleitzahl
        """),
        idioms=words("zu_zweit auf_einmal ein_paar an_einem in_einem"),
        roads=frozenset("ABLKSU"),
        on_roads=words("der die auf"),
        ranks=words("nummer platz rang position runde"),
        ratios=words("verhältnis maßstab"),
        before_postcode=words("in aus nach"),
        pairs=words("die beiden der den"),
        bounds=words("mindestens"),
        out_of=words("von"),
        of_total=words("von"),
        before_names=words("im"),
        scores=words("gewann verlor siegte unterlag sieg niederlage"),
        behind_digits=words("er"),
        per=words("je pro"),
    ),
    claims=ClaimWords(
        negation=words("nicht kein keine bestritt dementierte nie"),
        planned=words("wird werden soll sollen plant planen ziel geplant erwartet"),
        hypothetical=words("könnte könnten würde würden falls wenn"),
        not_=words("nicht kein keine nie"),
        modals=words("wird werden soll sollen könnte könnten würde würden"),
    ),
    spelling=SpellingWords(
        abbreviations=words("""
            Nr z.B bzw Art Abs Abb Mio Mrd Tsd Str rund_ca Ca sog evtl ggf inkl vgl bspw mind
        """),
        before_ordinal=words("am vom zum der des dem den die das bis und im beim jeder seit ab zur"),
        behind_day=words("jan feb märz apr mai jun jul aug sept okt nov dez"),
        oclock=words("Uhr"),
        phones=words("telefon telephon telefonnummer telephonnummer rufnummer durchwahl tel"),
    ),
    units=UnitWords(
        names=units(
            dimension="""
                stundenkilometer=kilometre_per_hour stundenkilometern=kilometre_per_hour
                quadratkilometern=square_kilometre quadratmetern=square_metre kubikmetern=cubic_metre
                zentimetern=centimetre barrel=barrel meilen=mile gigawattstunden=gigawatt-hour
                grad_fahrenheit=fahrenheit kilometer=kilometre kilometern=kilometre meter=metre metern=metre
                zentimeter=centimetre millimeter=millimetre hektar=hectare quadratkilometer=square_kilometre
                quadratmeter=square_metre kubikmeter=cubic_metre tonnen=tonne tonne=tonne kilogramm=kilogram
                kilo=kilogram gramm=gram liter=litre litern=litre megawatt=megawatt gigawatt=gigawatt
                kilowatt=kilowatt kilowattstunden=kilowatt-hour megawattstunden=megawatt-hour
                terawattstunden=terawatt-hour lichtjahre=light_year lichtjahren=light_year
            """,
            duration="""
                sekunden=second sekunde=second minute=minute minuten=minute stunden=hour stunde=hour
                tage=day tagen=day wochen=week woche=week tag=day monat=month jahr=year monats=month
                monate=month monaten=month jahre=year jahren=year stündige=hour jahrzehnte=decade
                jahrzehnten=decade jahrhunderte=century
            """,
            currency="""
                euro=euro cent=cent dollar=dollar us-dollar=dollar franken=swiss_franc
                schweizer_franken=swiss_franc pfund=pound_sterling euros=euro us-dollars=dollar
                milliarden_dollar=dollar yen=yen rubel=ruble kronen=krona
            """,
            percent="""
                prozent=percent prozentpunkte=percentage_point prozentpunkten=percentage_point
                prozentpunkt=percentage_point prozentige=percent prozentigen=percent prozentiger=percent
                prozentiges=percent basispunkte=basis_point basispunkten=basis_point
            """,
            temperature="grad_celsius=celsius grad=degree",
            age="""
                jahre_alt=year_of_age jährige=year_of_age jähriger=year_of_age jährigen=year_of_age
                jähriges=year_of_age
            """,
        ),
        per=words("pro je im am in_der"),
        per_noun=words("pro je"),
        time_ahead=words("vor"),
        time_behind=words("zuvor davor später vorher nach"),
        time_behind_count=words("zuvor davor später vorher nach"),
        below_zero=words("unter_null"),
        warmth=words("temperatur temperaturen hitze kälte frost"),
    ),
    sources=SourceWords(
        named=(
            rf"\b(?:[Ll]aut|[Nn]ach (?:Angaben|Einschätzung|Schätzung|Auskunft)(?: von)?) (?P<who>{_WHO})",
            rf", (?:sagte|sagt|teilte|meldete|meldet|erklärte|berichtete|berichtet) (?P<who>{_WHO})",
            rf"^(?P<who>{_WHO}) (?:meldete|meldet|schätzt|schätzte|berichtete|berichtet|zählte)\b",
        ),
        telling=words("""
            laut angaben einschätzung schätzung auskunft sagte sagt teilte meldete meldet erklärte berichtete
            berichtet schätzt schätzte zählte
        """),
    ),
    periods=PeriodWords(
        phrases=(
            r"[Ii]m (?:Jahr|Geschäftsjahr) \d{4}(?:/\d{2,4})?",
            r"[Ii]n den Jahren \d{4}(?:(?:, \d{4})* (?:und|bis) \d{4})",
            r"[Ii]m (?:ersten|zweiten|dritten|vierten|letzten|vergangenen|laufenden|gleichen)"
            r" (?:Quartal|Halbjahr|Jahr|Monat)(?: (?:des Jahres )?\d{4})?",
            r"[Ii]n den (?:ersten|letzten|vergangenen|kommenden) \w+ (?:Jahren|Monaten|Wochen|Tagen)",
            r"[Ii]n (?:diesem|einem|dieser|einer) (?:Jahr|Monat|Woche|Quartal)",
            r"(?:gegenüber|im Vergleich) (?:dem|zum) (?:Vorjahr|Vormonat|Vorquartal|Vorjahreszeitraum)",
            r"pro (?:Jahr|Monat|Woche|Tag|Stunde|Quartal)",
            r"jährlich|monatlich|wöchentlich|täglich",
        ),
        paces=("jährlich|monatlich|wöchentlich|täglich",),
        telling=words("im gegenüber pro jährlich monatlich wöchentlich täglich"),
    ),
    roles=RoleWords(
        of=words("von"),
        to=words("auf"),
        by=words("um"),
        changes=words("anstieg rückgang zuwachs plus minus zunahme abnahme erhöhung senkung kürzung"),
        thresholds=words("grenze schwelle obergrenze untergrenze marke limit höchstens"),
        targets=words("ziel zielwert"),
        margins=words("vorsprung rückstand abstand differenz mehrheit lücke"),
        forecasts=words("prognose erwartet erwarten rechnet rechnen voraussichtlich"),
        usual=words("üblichen gewöhnlichen normalen durchschnittlichen"),
        beyond=words("über unter als"),
        former=words("bisherigen ursprünglich ursprünglichen vorherigen früheren zuvor"),
        followed=words("gefolgt_von"),
        after=words("nach"),
        once_expected=words("erwartet_worden budgetiert_worden geplant_gewesen"),
        set_against=words("verglichen_mit im_vergleich_zu gegenüber"),
        announced=words("angekündigten erwarteten gemeldeten geplanten geschätzten veröffentlichten"),
    ),
    boilerplate=BoilerplateWords(
        sentences=(
            r"(?:erschien|veröffentlicht) zuerst (?:auf|bei|in)\b|zuerst (?:erschienen|veröffentlicht)\b",
            r"(?:zukunftsgerichtete|vorausschauende)[nr]? (?:Aussagen|Informationen)",
            r"(?:weitere|nähere|mehr) (?:Informationen|Auskünfte|Details)\b.{0,80}"
            r"(?:\bunter\b|\berhalten\b|\bfinden\b|\bTel|\bbei\b|\bauf\b)",
            r"Copyright \d{4}|alle Rechte vorbehalten\b",
            r"(?:abonnieren|melden) Sie\b.{0,60}\bNewsletter\b|folgen Sie uns\b|hier klicken\b",
            r"(?:Pressekontakt|Ansprechpartner|Rückfragen)\b.{0,30}:",
        ),
        headings=(
            r"(?i:hinweise? (?:an|für) (?:die )?redaktion(?:en)?|pressekontakt|kontakt|haftungsausschluss)",
            r"(?i:unternehmensprofil|disclaimer|über uns|rechtlicher hinweis|zukunftsgerichtete aussagen)",
        ),
        about=listed("Über ÜBER"),
        who=listed("die_firma das_unternehmen die_gruppe den_verein die_stiftung uns"),
    ),
    ellipsis=EllipsisWords(comparing=words("gegenüber nach von"), part_of=words("von der")),
    key=KeyWords(
        harm=words("""
            tot tote Tote Toten getötet gestorben starben verstorben verletzt Verletzte Verletzten vermisst
            Vermisste Vermissten ertrunken ermordet hingerichtet entführt
        """),
        people=words("""
            menschen personen einwohner einwohnerinnen bewohner soldaten zivilisten patienten patientinnen
            kinder kindern frauen männer männern opfer tote toten verletzte verletzten todesfälle todesopfer
            vertriebene flüchtlinge flüchtlingen asylsuchende migranten arbeiter arbeitnehmer arbeitslose
            arbeitslosen beschäftigte beschäftigten angestellte angestellten mitarbeiter mitarbeitende
            mitarbeitenden stellen arbeitsplätze arbeitsplätzen haushalte haushalten familien wähler
            schüler schülerinnen studenten studierende studierenden wohnungen fälle fällen infektionen
            festnahmen häftlinge geiseln passagiere freiwillige
        """),
        records=words("""
            rekord rekordwert höchststand tiefststand höchste höchsten niedrigste niedrigsten größte größten
            grösste grössten insgesamt
        """),
        changes=words("""
            stieg stiegen gestiegen steigt steigen sank sanken gesunken sinkt sinken fiel fielen gefallen
            wuchs wuchsen gewachsen verdoppelt verdreifacht halbiert zugenommen abgenommen rückgang zunahme
            abnahme anstieg
        """),
        change_stems=listed("erhöh verringer reduzier"),
        errors=words("Stichprobenfehler Fehlermarge Fehlerquote Vertrauensbereich"),
        experience=words("erfahrung berufserfahrung"),
        uncounted=(r"{}-er Jahren?", r"Nacht (?:zum|auf den) {}\.?(?! [A-Z])"),
        times_before=(
            r"im (?:Vorjahr|Vorquartal|Vormonat)\w*",
            r"(?:ein Jahr|zwölf Monate) (?:zuvor|davor|früher)",
            r"vor einem Jahr",
            r"im (?:gleichen|selben) (?:Zeitraum|Quartal|Monat) des (?:Vorjahr|(?:letzten|vergangenen) Jahr)",
        ),
        formal=(
            r"notwendigen? Streitgenossen",
            r"(?:Seiten?|Absätze|Ziffern|Anlagen|Beilagen|Schriftsätze)$",
        ),
        options=(r"Option(?:en)? (?:zum Kauf|auf den (?:Kauf|Erwerb))\b", r"Mehrzuteilung\w*\b"),
        sampling=(
            r"(?:Stichprobe|Fehler(?:marge|quote|toleranz))(?: von| mit| beträgt)*",
            r"(?:Umfrage|Studie|Erhebung) (?:\w+ ){0,6}(?:bei|mit|unter)",
            r"Stichprobe (?:umfasst|umfasste|zählt|zählte)",
            r"[Bb]efragt wurden",
        ),
    ),
    wording=WordingWords(
        contrast=words("aber doch sondern"),
        reasons=words("wegen aufgrund infolge dank angesichts"),
        differing=words("mehr weniger höher niedriger tiefer über unter besser schlechter darüber darunter"),
        parting=words("von unter"),
        accompanying=words("mit inklusive einschließlich durch dank trotz samt"),
        placing=words("in im an am auf bei während seit zwischen von aus"),
        ordering=words("nachdem bevor sobald ehe als während"),
        binding=words("als wie weil"),
        completing=words("dass daß ob"),
        counting=words("zahl anzahl gesamtzahl"),
        qualifying=words("""
            üblicherweise meist meistens oft manchmal gewöhnlich früher ursprünglich zuvor zunächst angeblich
            möglicherweise wahrscheinlich vermutlich vielleicht teilweise selten offenbar anscheinend
        """),
        each=words("je jede jeden jedem pro"),
        places=words("wo"),
        of=words("von in über"),
        saying=words("""
            sagen mitteilen berichten erklären melden ankündigen bestätigen zeigen ergeben angeben betonen
            feststellen hinweisen heißen verlautbaren bekanntgeben ausführen festhalten schreiben
            unterstreichen
        """),
        having=words("haben umfassen enthalten verfügen zählen betreiben bestehen machen"),
        being=words("geben sein bestehen"),
        measuring=words("sein betragen liegen erreichen umfassen belaufen ausmachen"),
        costing=words("kosten"),
        modal=words("""
            würde würden könnte könnten sollte sollten dürfte dürften müsste müssten möchte möchten soll
            sollen
            will wollen wird werden kann können darf dürfen muss müssen
        """),
        negating=words("nicht kein keine keinen keinem keiner nie niemals weder ohne kaum"),
        condition=words("wenn falls ob sofern sobald es_sei_denn"),
        pointing=words("""
            er sie es ihn ihm ihnen dieser diese dieses diesem diesen jener jene jenes dies das davon
            dabei dafür
            darunter sein seine seiner seinen seinem ihr ihre ihrer ihren ihrem denen deren dessen welche
            welcher
        """),
        conceding=words("während obwohl obgleich"),
        far=words("jene jenem jenen jener jenes"),
        pointing_back=words("""
            besagte besagten betreffende betreffenden entsprechende entsprechenden genannte genannten obigen
        """),
        continuing=words("weitere weiteren weiterer"),
        sides=words("mal"),
        definite=words("der die das den dem des"),
        ranging=words("von zwischen"),
        sourcing=words("wie so"),
        told_before=words("seitdem seither bis_dahin damals"),
        days_untold=words("heute gestern morgen"),
        same=words("gleichen selben"),
        possessives=words("sein seine seiner seines seinen seinem ihr ihre ihrer ihres ihren ihrem"),
        stand_ins=(
            StandIn(
                words=words("er"), tags=("NOUN-Sing",), articles=words("der den ein einen dieser diesen")
            ),
            StandIn(words=words("sie"), tags=("NOUN-Sing",), articles=words("die eine diese")),
            StandIn(words=words("sie"), tags=("NOUN-Plur",)),
        ),
        speakers=words("ich wir uns unser unsere unseren unserer mein meine du sie_selbst"),
        joining=words("""
            jedoch allerdings zudem außerdem ferner daher deshalb somit dennoch dagegen hingegen dabei damit
            dann und aber oder denn sondern ausserdem weiter so auch daneben dem überdies
        """),
        by=words("um"),
        to=words("auf"),
        articles=words("der die das den dem des ein eine einen einem einer eines"),
        times=words("""
            jahr jahres monat monats woche tag winter sommer frühling herbst quartal saison morgen
            jahrhundert
        """),
        general=words("""
            anstieg rückgang zunahme abnahme plus minus wachstum steigerung senkung anteil zahl summe
            wert durchschnitt
            erhöhung reduktion
        """),
        comma_ahead_of_relatives=True,
        relatives=words("welche welcher welches was wer"),
        shared_out=words("respektive beziehungsweise jeweils"),
        excepting=words("ausser außer ohne"),
        limiting=words("ohne inklusive einschliesslich einschließlich exklusive nach vor bereinigt netto"),
        comparing=words("vergleich gegenüber verglichen"),
        capital_nouns=True,
        terms=words("freiheitsstrafe haft haftstrafe gefängnis freiheitsentzug verurteilt"),
    ),
)
