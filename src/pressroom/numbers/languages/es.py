"""Spanish."""

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
    UnitWords,
    WordingWords,
)
from pressroom.numbers.languages.lists import listed, meanings, months, units, values, words

_ONES = listed("""
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco
    veintiséis veintisiete veintiocho veintinueve
""")
_SMALL: dict[str, float] = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
}
_SMALL |= {"doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600}
_SMALL |= {"setecientos": 700, "ochocientos": 800, "novecientos": 900}
_SMALL |= {f"{word[:-2]}as": value for word, value in _SMALL.items() if word.endswith("ientos")}  # of women

_SMALL |= {
    f"{tens} y {'un' if one == 1 else _ONES[one]}": _SMALL[tens] + one
    for tens in ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
    for one in range(1, 10)
} | {"una": 1, "veintiún": 21, "veintiuna": 21}

# an article and a noun or a name, and what belongs to it: "la policía", "el puerto de Gijón", "Ana Ruiz"
_WHO = (
    r"(?:(?:[Ee]l|[Ll]as?|[Ll]os|[Uu]na?)\s[\w-]+|[A-ZÁÉÍÓÚÑ][\w-]+)"
    r"(?:\s(?:(?:de|del|de la|para)\s)?[A-ZÁÉÍÓÚÑ][\w-]+|\s(?:de|del)\s(?:la\s)?[\w-]+"
    r"|\s[\w-]{4,}(?=\s(?:de|del)\s|\s[A-ZÁÉÍÓÚÑ])){0,8}"
)

LANGUAGE = Language(
    numerals=NumeralWords(
        decimal=",",
        grouping=".",
        small=_SMALL,
        hundred=words("cien ciento"),
        scales=values("""
            mil=1e3 docena=12 docenas=12 decena=10 veintena=20 treintena=30 cincuentena=50 centenar=100
            millar=1e3 millón=1e6 millones=1e6 billón=1e12 billones=1e12 mm=1e6
        """),
        adding=words("mil"),
        fractions=values("""
            tercio=3 tercios=3 cuarto=4 cuartos=4 cuarta=4 cuartas=4 tercera=3 terceras=3 quintas=5
            décima=10 décimas=10 quinto=5 quintos=5 quinta=5 sextos=6 décimos=10
        """),
        half=words("medio media"),
        half_nouns={"mitad": "la"},
        on_the_way=words("en a hacia por"),
        and_words=words("y"),
        articles=words("un una"),
        bare=words("cien ciento mil"),
        whole=words("de del parte partes"),
        one=words("un una uno"),
        several=words("varios varias algunos algunas por"),
        rounded=words("decena veintena treintena cincuentena centenar millar"),
        vague=words("decenas docenas cientos centenares miles millones"),
    ),
    nouns=NounWords(
        stop=words("""
            el la los las un una unos unas de del y e o u pero ni que en a al por para con sin sobre bajo
            entre desde hasta durante antes después contra según como cuando donde quien si es son era eran
            fue fueron será serán ha han había habían ser estar está están puede pueden debe deben no más
            menos se su sus este esta estos estas ese esa lo le les nos
        """),
        fillers=words("""
            nuevos nuevas otros otras de grandes pequeños pequeñas primeros primeras últimos últimas los las
            nuevas
        """),
        persons=words("""
            niños personas menores adultos jóvenes mayores hombre mujer joven niño niña menor mayor anciano
            anciana hombres mujeres vecino vecina
        """),
        adjectives_follow=True,
    ),
    ranges=RangeWords(
        between=words("entre"),
        to=words("a"),
        and_=words("y"),
        or_=words("o u"),
        from_=words("de del desde"),
        moving=listed("""
            pas sub baj cay caí crec aument redu descend increment elev recort escal retroced avanz disminu
            trep ampl rebaj desplom situ
        """),
        out_of=words("de_cada"),
        fillers=words("el la los las"),
        but=words("pero"),
    ),
    comparisons=ComparisonWords(
        varying=words("varía varían variaba variaban oscila oscilan oscilaba oscilaban"),
        passing=listed("pas situ"),
        then=listed("luego después finalmente"),
        from_=listed("de del desde"),
        to=listed("a al"),
        whole=listed("de"),
        articles=listed("los las"),
        sides=listed("frente_a"),
    ),
    relations=RelationWords(
        each=words("cada"),
        earlier=words("anterior anteriores previo previa previos previas"),
        estimates=words("estimación estimaciones cálculo cifra cifras balance recuento"),
        occasions=words("ocasión ataque vuelo reunión sesión redada operación ocasion"),
        on=words("en durante"),
        this=words("este esta estos estas"),
        apart=words("mientras pero sólo solo"),
        listing=meanings(para="para", en="en", a="a al", por="por"),
        including=listed("entre_ellos entre_ellas incluidos incluidas de_los_cuales de_las_cuales"),
        of_them=listed("de_ellos de_ellas de_los_cuales de_las_cuales"),
        making=listed("elevando"),
        totals=words("balance total número"),
        to=listed("a"),
        standing=words("activos actuales"),
        beings=words("""
            persona personas niño niños niña niñas mujer mujeres hombre hombres civil civiles soldado soldados
            refugiado refugiados miembro miembros
        """),
    ),
    ages=AgeWords(
        genitive=words("de"),
        more_or_less=words("más menos"),
        everyone=words("los las"),
    ),
    qualifiers=QualifierWords(
        before=meanings(
            over="""
                más_de más_del por_encima_de superior_a superado_los supera_los algo_más_de poco_más_de
                superó_los superaron_los superar_los mayores_de mayor_de
            """,
            about="""
                unos unas alrededor_de aproximadamente en_torno_a cerca_de_ una_media_de cosa_de
            """,
            nearly="cerca_de cerca_del casi próximo_a prácticamente",
            at_least="""
                al_menos por_lo_menos no_menos_de como_mínimo cuando_menos un_mínimo_de a_partir_de mínimo
            """,
            under="""
                menos_de menos_del por_debajo_de inferior_a poco_menos_de menores_de menor_de
            """,
            at_most="""
                hasta como_máximo no_más_de un_máximo_de máximo a_lo_sumo como_mucho no_debe_superar_los
                no_superar_los no_supera_los no_superará_los no_pasarán_de no_pasará_de
            """,
        ),
        after=meanings(
            at_least="o_más como_mínimo por_lo_menos al_menos",
            at_most="o_menos como_máximo como_mucho a_lo_sumo",
            about="aproximadamente",
        ),
        between=words("el la los las una unos de"),
        up_to_level=words("hasta"),
        level_articles=words("el la los las"),
    ),
    dates=DateWords(
        months=months("""
            enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre
            diciembre
        """),
        dated=words("""
            en desde hasta antes_de después_de año años a de del entre y verano invierno primavera otoño
            finales_de principios_de mediados_de
        """),
        ahead_of_day=words("el a"),
        clock=frozenset(),
        hours=words("las la"),
        day_parts=words("mañana tarde noche madrugada media cuarto pico"),
        of_day=words("de y"),
        weekdays=words("lunes martes miércoles jueves viernes sábado domingo"),
        ordinal_endings=words("º ª ° o a"),
        decades_ahead=words("años"),
        of_month=words("de del"),
        after_month=words("de del"),
        in_month=words("en"),
        ahead_of_year=words("en desde"),
        event_years=words("en desde"),
        limits=words("hasta antes desde"),
        sent=words("enviado fecha"),
        day_of=words("de"),
        month_of=words("de del"),
    ),
    names=NameWords(
        singular_verbs=words("es era ha fue será"),
        titled=words("película libro novela álbum grupo serie obra"),
        per_many=words("cada por"),
        references=words("""
            artículo art capítulo sección párrafo apartado número núm página páginas figura tabla cuadro
            anexo sala habitación aula línea andén vuelo clase fase versión tomo jornada pregunta punto
            teléfono despacho postal kilométrico emergencias carretera día
        """),
        idioms=words("""
            una_vez uno_de los_dos las_dos ambos una_de un_poco uno_a_uno de_uno_en_uno
        """),
        streets_ahead=words("calle avenida plaza paseo carretera camino ronda vía"),
        ranks=words("número puesto fase"),
        ratios=words("relación proporción razón escala"),
        pairs=words("los las sus"),
        each=words("cada"),
        bounds=words("al más"),
        out_of_every=words("de"),
        not_every=words("los las"),
        scores=words("cayó ganó perdió venció derrotó derrota empate goleó"),
    ),
    claims=ClaimWords(
        negation=words("no nunca ningún ninguna negó desmintió"),
        planned=words("prevé prevén previsto objetivo meta será serán planea"),
        hypothetical=words("podría podrían si sería serían"),
        not_=words("no nunca ningún ninguna"),
        not_adjacent=words("no"),
        of=words("de"),
    ),
    spelling=SpellingWords(
        single_letters=words("Y O A"),
        abbreviations=words("art núm"),
        phones=words("teléfono tel"),
        dialling_short=words("marcar_el marque_el"),
    ),
    units=UnitWords(
        names=units(
            dimension="""
                kilómetros_por_hora=kilometre_per_hour kilómetro_cuadrado=square_kilometre barriles=barrel
                gigavatios_hora=gigawatt-hour centímetro=centimetre milímetro=millimetre
                kilómetros=kilometre kilómetro=kilometre metros=metre metro=metre centímetros=centimetre
                milímetros=millimetre hectáreas=hectare kilómetros_cuadrados=square_kilometre
                metros_cuadrados=square_metre metros_cúbicos=cubic_metre toneladas=tonne tonelada=tonne
                kilogramos=kilogram kilos=kilogram gramos=gram litros=litre megavatios=megawatt
                gigavatios=gigawatt kilovatios=kilowatt
            """,
            duration="""
                segundo=second minuto=minute segundos=second minutos=minute horas=hour hora=hour días=day
                día=day semanas=week semana=week meses=month mes=month años=year año=year décadas=decade
                siglos=century
            """,
            currency="""
                euros=euro euro=euro céntimos=cent dólares=dollar dólar=dollar pesos=peso
                libras=pound_sterling libras_esterlinas=pound_sterling yenes=yen rublos=ruble
                francos_suizos=swiss_franc soles=peruvian_sol
            """,
            percent="""
                por_ciento=percent puntos_básicos=basis_point puntos_porcentuales=percentage_point
                punto_porcentual=percentage_point
            """,
            temperature="grados_celsius=celsius grados=degree",
        ),
        per=words("por al cada a_la por_cada"),
        per_noun=words("cada por_cada"),
        per_of_money=words("el la"),
        rated=words("""
            habitante persona acción noche alumno estudiante hogar familia plaza billete entrada sesión visita
            dosis unidad pieza cabeza clase niño empleado cliente pasajero trayecto comida kilo litro
        """),
        time_ahead=words("hace"),
        time_behind=words("pasado pasada anterior siguiente próximo próxima"),
        time_behind_count=words("pasado pasada anterior siguiente próximo próxima"),
        of=words("de"),
        below_zero=words("bajo_cero"),
        warmth=words("temperatura temperaturas calor"),
    ),
    sources=SourceWords(
        named=(
            rf"\b(?:[Ss]egún|[Dd]e acuerdo con) (?P<who>{_WHO})",
            rf", (?:dijo|declaró|informó|anunció|señaló|afirmó|estima|calcula|explicó) (?P<who>{_WHO})",
        ),
        telling=words("según acuerdo dijo declaró informó anunció señaló afirmó estima calcula explicó"),
    ),
    periods=PeriodWords(
        phrases=(
            r"[Ee]n \d{4}(?:(?:, \d{4})* y \d{4})?",
            r"[Ee]n el (?:primer|segundo|tercer|cuarto|último|mismo) (?:trimestre|semestre|año|mes)"
            r"(?: de \d{4}| del año)?",
            r"[Ee]n un (?:año|mes|día)|[Ee]n una semana",
            r"este (?:año|mes)|esta semana|el año pasado|el mes pasado|la semana pasada",
            r"(?:al|por|cada) (?:año|mes|día)|a la semana|cada (?:semana|hora)",
            r"en tasa interanual|interanual(?:es)?",
        ),
        telling=words("en este esta trimestre semestre año mes semana día hora interanual interanuales"),
    ),
    roles=RoleWords(
        of=words("de del"),
        usual=words("habituales habitual media normales"),
        beyond=words("encima debajo superior inferior supera que"),
        former=words("anteriores anteriormente previamente inicialmente"),
        followed=words("seguido_de seguida_de seguidos_de"),
        after=words("tras"),
        once_expected=words("se_había_previsto habían_previsto"),
        set_against=words("frente_a comparado_con comparada_con en_comparación_con"),
        announced=words("anunciado anunciados anunciada anunciadas previsto previstos previstas estimados"),
        to=words("a hasta al"),
        by=words("un en"),
        changes=words(
            "decrecimiento disminución subida bajada aumento descenso caída alza incremento reducción recorte"
        ),
        thresholds=words("umbral límite techo tope barrera máximo mínimo"),
        targets=words("objetivo meta"),
        margins=words("ventaja margen diferencia brecha mayoría"),
        forecasts=words("previsión prevé prevén espera esperan pronostica"),
    ),
    boilerplate=BoilerplateWords(
        sentences=(
            r"(?:apareció|se publicó) (?:primero|por primera vez|originalmente) en\b",
            r"(?:declaraciones|manifestaciones|afirmaciones) (?:prospectivas|a futuro|de futuro)",
            r"para (?:más|mayor|obtener más) información\b",
            r"copyright \d{4}|(?:todos los|reservados todos los) derechos(?: reservados)?\b",
            r"suscríbase\b|suscríbete\b|síganos en\b|síguenos en\b|haga clic\b",
            r"contacto(?:s)? (?:de|para) (?:prensa|medios)\s*:",
        ),
        headings=(
            r"(?i:notas? (?:para|a) (?:los )?(?:editores|redactores)|contactos?(?: de prensa)?|aviso legal)",
            r"(?i:descargo de responsabilidad|quiénes somos|declaraciones prospectivas)",
        ),
        about=("Acerca de", "Acerca del", "Sobre"),
        who=listed("la_empresa la_fundación el_grupo la_asociación la_compañía nosotros"),
    ),
    ellipsis=EllipsisWords(comparing=words("frente desde"), part_of=words("de entre")),
    key=KeyWords(
        harm=words("""
            muerto muertos muerta muertas muertes murieron fallecidos fallecieron herido heridos herida
            heridas desaparecidos ahogados asesinados ejecutados secuestrados
        """),
        people=words("""
            personas habitantes residentes soldados civiles pacientes niños niñas mujeres hombres víctimas
            muertos muertes fallecidos heridos desplazados refugiados migrantes trabajadores empleos hogares
            familias votantes alumnos estudiantes viviendas casos infecciones detenciones detenidos presos
            rehenes empleados pasajeros voluntarios
        """),
        records=words("récord máximo_histórico mínimo_histórico"),
        changes=words("""
            subió subieron subido bajó bajaron bajado cayó cayeron caído creció crecieron crecido duplicó
            triplicó incremento incrementó incrementado descenso
        """),
        change_stems=listed("aument disminu"),
        errors=words("margen_de_error error_muestral intervalo_de_confianza"),
        experience=words("experiencia carrera"),
        uncounted=(r"(?:noche|tarde|mañana|madrugada|día|final|partido|jornada) del {}",),
        times_before=(
            r"un año (?:antes|atrás)",
            r"en (?:el mismo (?:per[ií]odo|trimestre|mes)|la misma época) del año (?:anterior|pasado)",
            r"(?:en )?el (?:año|trimestre|ejercicio) (?:anterior|previo)",
        ),
        formal=(r"litisconsortes? necesarios?", r"(?:páginas?|párrafos?|anexos?|folios?)$"),
        options=(r"opción de (?:compra|comprar|adquirir|suscribir)\b",),
        sampling=(
            r"(?:margen de error|muestra)(?: es)? de",
            r"muestra (?:comprende|comprendía|incluye|incluía)",
            r"(?:sondeo|encuesta) (?:\w+ ){0,4}(?:a|entre)",
        ),
    ),
    wording=WordingWords(
        contrast=words("pero sino"),
        reasons=words("tras debido gracias ante"),
        adding=words("quien quienes cuyo cuya"),
        drops_subject=True,
        differing=words("más menos superior inferior mejor peor"),
        parting=words("entre"),
        accompanying=words("con incluyendo incluidos incluidas mediante pese gracias"),
        placing=words("en a al durante desde entre"),
        ordering=words("después antes tras cuando mientras"),
        binding=words("que"),
        counting=words("número total cifra"),
        qualifying=words("""
            habitualmente normalmente generalmente frecuentemente previamente inicialmente anteriormente
            presuntamente supuestamente aparentemente probablemente posiblemente quizá raramente
        """),
        each=words("cada"),
        places=words("donde"),
        future_endings=("rá", "rán"),
        of=words("de"),
        saying=words("""
            decir anunciar indicar declarar precisar informar señalar confirmar mostrar revelar subrayar
            recordar añadir explicar destacar manifestar afirmar comunicar reportar apuntar constatar
        """),
        having=words("tener contar comprender incluir contener poseer"),
        being=words("haber existir"),
        measuring=words("ser alcanzar sumar totalizar representar ascender situar"),
        costing=words("costar"),
        modal=words("""
            podría podrían debería deberían sería serían habría habrían puede pueden debe deben va van será
            serán habrá habrán
        """),
        negating=words("no nunca jamás ningún ninguna ni sin tampoco"),
        condition=words("si salvo"),
        pointing=words("""
            él ella ellos ellas le les esto eso este esta estos estas ese esa esos esas aquel
            aquella su sus cuyo cuya cual cuales
        """),
        drops_subjects=("n",),
        conceding=words("mientras aunque"),
        pointing_back=words("correspondiente correspondientes dicha dichas dicho dichos"),
        continuing=words("otro otra otros otras"),
        sides=words("por"),
        definite=words("el la los las"),
        ranging=words("de desde entre"),
        sourcing=words("como según"),
        told_before=words("desde_entonces hasta_entonces en_aquel_entonces"),
        days_untold=words("hoy ayer mañana"),
        same=words("mismo misma"),
        possessives=words("su sus"),
        speakers=words("yo nosotros nos nuestro nuestra nuestros nuestras mi mis usted ustedes"),
        joining=words("""
            sin_embargo además asimismo también así pues luego y e pero o u donde cuando entonces
        """),
        asides=words("""
            por_otra_parte por_otro_lado por_último por_ejemplo en_cambio en_concreto en_particular de_hecho
            así_mismo
        """),
        by=words("en un"),
        to=words("a hasta"),
        articles=words("el la los las un una unos unas lo"),
        times=words("año mes semana día invierno verano primavera otoño trimestre temporada siglo"),
        general=words("""
            aumento subida caída descenso incremento crecimiento disminución parte número total tasa suma
            valor
            promedio reducción
        """),
        relatives=words("que quien quienes cual cuales donde"),
        shared_out=words("respectivamente"),
        excepting=words("salvo excepto sin"),
        limiting=words("sin salvo excluyendo incluyendo después antes neto ajustado"),
        comparing=words("comparación respecto comparado"),
        longest=22,
        longest_sentence=28,
        terms=words("prisión cárcel condenado condenada condenados reclusión"),
    ),
)
