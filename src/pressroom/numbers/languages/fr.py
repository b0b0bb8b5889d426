"""French."""

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
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
    dix-huit dix-neuf
""")
_SMALL: dict[str, float] = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70}
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_SMALL |= {f"{word}-{_ONES[one]}": ten + one for word, ten in _TENS.items() for one in range(2, 10)}
_SMALL |= {f"{word} et {one}": ten + 1 for word, ten in _TENS.items() for one in ("un", "une")}
_SMALL |= {f"soixante-{_ONES[one]}": 60 + one for one in range(12, 20)} | {"soixante et onze": 71}
_SMALL |= {f"quatre-vingt-{_ONES[one]}": 80 + one for one in range(1, 20)}
_SMALL |= {"soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "huitante": 80, "nonante": 90}

_SMALL |= {"une": 1}

# an article and a noun or a name, and what belongs to it: "la police", "l’office des ports", "Ana Ruiz"
_WHO = (
    r"(?:(?:[Ll]['’]|(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es)\s)[\w-]+|[A-ZÉÈÀÂÎÔÇ][\w-]+)"
    r"(?:\s(?:(?:de|du|des|de la|pour)\s|(?:de\s)?[dl]['’])?[A-ZÉÈÀÂÎÔÇ][\w-]+"
    r"|\s(?:de|du|des)\s(?:l['’]|la\s)?[\w-]+|\s[\w-]{4,}(?=\s(?:de|du|des)\s|\sd['’])"
    # "les Nations unies", "la Banque mondiale", "l’Agence internationale"
    r"|\s[a-zé]{2,}(?:ies|ennes?|iales?|onales?|érales?|trales?|aires?|elles?|iques?|çaises?)\b){0,8}"
)

LANGUAGE = Language(
    numerals=NumeralWords(
        decimal=",",
        grouping=".",
        small=_SMALL,
        hundred=words("cent cents"),
        scales=values("""
            dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50
            soixantaine=60 centaine=100 millier=1e3 mille=1e3 million=1e6 millions=1e6 milliard=1e9
            milliards=1e9 md=1e9 mds=1e9 mio=1e6 billion=1e12 billions=1e12
        """),
        fractions=values("""
            demi=2 demie=2 tiers=3 quart=4 quarts=4 cinquième=5 cinquièmes=5 sixièmes=6 dixième=10
            dixièmes=10
        """),
        half=words("demi demie"),
        half_nouns={"moitié": "la"},
        on_the_way=words("à dans vers"),
        and_words=words("et"),
        articles=words("un une"),
        bare=words("cent mille"),
        whole=words("des du de d la les"),
        one=words("un une"),
        several=words("plusieurs quelques pour pourcentage"),
        rounded=words("""
            dizaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine millier
        """),
        vague=words("dizaines douzaines centaines milliers millions milliards"),
    ),
    nouns=NounWords(
        stop=words("""
            le la les l un une des du de d et ou mais ni car donc à au aux en dans sur sous par pour avec
            sans chez vers entre depuis pendant avant après contre selon que qui dont où quand si comme est
            sont était étaient a ont avait avaient sera seront fut furent été être avoir peut peuvent doit
            doivent ne pas plus moins se s ce cette ces son sa ses leur leurs il elle ils elles nous vous
        """),
        fillers=words("""
            de d ' ’ nouveaux nouvelles autres petits petites grands grandes premiers premières derniers
            dernières des
        """),
        persons=words("""
            enfants personnes mineurs adultes jeunes homme femme garçon fille hommes femmes jeune adolescent
            adolescente automobiliste plus moins
        """),
        aged=words("âgé âgée âgés âgées"),
        adjectives_follow=True,
    ),
    ranges=RangeWords(
        between=words("entre"),
        to=words("à au aux"),
        and_=words("et"),
        or_=words("ou"),
        from_=words("de d"),
        moving=listed("""
            pass mont tomb augment baiss recul progress chut grimp bond rédui relev port ramen descend
            diminu croî crû accroî abaiss évolu
        """),
        out_of=words("sur"),
        fillers=words("le la les"),
        but=words("mais"),
    ),
    comparisons=ComparisonWords(
        varying=words("varie varient variait variaient oscille oscillent allant"),
        moving_by=listed("augment baiss recul progress chut grimp bond diminu croî crû accroî abaiss"),
        passing=listed("pass évolu"),
        then=listed("puis ensuite enfin"),
        from_=listed("de du"),
        to=listed("à"),
        whole=listed("sur des de"),
        articles=listed("les"),
        sides=listed("contre"),
    ),
    relations=RelationWords(
        each=words("chaque chacun chacune"),
        earlier=words("précédente précédentes précédent précédents antérieure antérieures"),
        estimates=words("estimation estimations bilan chiffre chiffres décompte"),
        occasions=words("occasion attaque vol réunion séance raid opération reprise manifestation"),
        on=words("lors_de en durant pendant à au_cours_de"),
        this=words("ce cette ces cet"),
        apart=words("tandis mais seulement alors"),
        listing=meanings(pour="pour", dans="dans en", à="à au aux", sur="sur", chez="chez", par="par"),
        including=listed("dont parmi_lesquels parmi_lesquelles parmi_eux y_compris"),
        of_them=listed("d’entre_eux d’entre_elles d'entre_eux d'entre_elles"),
        making=listed("portant"),
        totals=words("bilan total nombre"),
        to=listed("à"),
        standing=words("actifs actuels en_cours"),
        beings=words("""
            personne personnes enfant enfants femme femmes homme hommes élève élèves civil civils soldat
            soldats réfugié réfugiés membre membres
        """),
    ),
    ages=AgeWords(
        genitive=words("de"),
        more_or_less=words("plus moins"),
        everyone=words("les des aux chez"),
    ),
    qualifiers=QualifierWords(
        before=meanings(
            over="""
                plus_de plus_du plus_d' au-delà_de au_delà_de supérieur_à supérieure_à dépassé_les dépasse_les
                dépassé dépasse un_peu_plus_de un_peu_plus_d' bien_plus_de
            """,
            about="""
                environ quelque autour_de à_peu_près aux_alentours_de une_moyenne_de approximativement
                de_l'ordre_de quelques_ environ_
            """,
            nearly="""
                près_de près_d' presque pratiquement pas_loin_de à_peine à_peine_moins_de quasiment
            """,
            at_least="""
                au_moins pas_moins_de pas_moins_d' un_minimum_de au_minimum au_bas_mot à_partir_de minimum
            """,
            under="moins_de moins_d' inférieur_à inférieure_à en_dessous_de sous_les",
            at_most="""
                jusqu'à jusqu'au au_plus au_maximum pas_plus_de pas_plus_d' tout_au_plus maximum
                un_maximum_de un_maximum_d'
            """,
        ),
        after=meanings(
            at_least="ou_plus et_plus au_moins minimum",
            at_most="ou_moins au_maximum maximum",
            about="environ",
        ),
        between=words("un une le la les des d' de"),
        right_behind=words("environ minimum maximum"),
    ),
    dates=DateWords(
        months=months("""
            janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        """),
        dated=words("""
            en depuis avant après fin début année années à de entre et été hiver printemps automne dès d’ici
            d'ici
        """),
        ahead_of_day=words("le"),
        clock=words("h"),
        hours=words("à vers dès après avant"),
        from_hour=words("de entre"),
        to_hour=words("à et"),
        hours_in_digits=words("après avant"),
        weekdays=words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
        ordinal_endings=words("er ère re e ème o"),
        decades_ahead=words("années"),
        of_month=words("de d"),
        after_month=words("de"),
        in_month=words("en"),
        ahead_of_year=words("en depuis"),
        event_years=words("en depuis"),
        limits=words("d'ici jusqu'en jusqu'au avant depuis"),
        sent=words("envoyé date"),
        day_of=words("de"),
        month_of=words("de"),
    ),
    names=NameWords(
        singular_verbs=words("est était a sera"),
        titled=words("film livre roman album groupe série pièce"),
        per_many=words("pour"),
        references=words("""
            article art chapitre section paragraphe alinéa n° numéro page pages figure tableau annexe salle
            chambre bureau ligne quai vol classe phase version tome journée question point téléphone sortie
            studio porte gare échangeur
        """),
        idioms=words("""
            une_fois d'une_part tous_deux les_deux ces_deux un_seul à_la_une un_peu deux_à_deux
        """),
        streets_behind=words("rue avenue boulevard place quai chemin allée impasse cours"),
        ranks=words("numéro place rang phase"),
        ratios=words("ratio rapport proportion échelle"),
        pairs=words("les des ces ses leurs"),
        bounds=words("au plus"),
        out_of=words("sur"),
        out_of_behind_noun=words("sur"),
        before_names=words("en à"),
        scores=words("battu battue défaite gagné victoire s'incline égalité"),
        number_letters=words("n"),
    ),
    claims=ClaimWords(
        negation=words("ne n pas aucun aucune dément démenti jamais"),
        planned=words("prévoit prévoient prévu objectif sera seront devrait devraient"),
        hypothetical=words("pourrait pourraient si serait seraient"),
        not_=words("ne n pas aucun aucune jamais"),
    ),
    spelling=SpellingWords(
        single_letters=words("A É"),
        abbreviations=words("art Fr"),
        phones=words("téléphone tel numéro_vert"),
        dialling_short=words("composer_le composez_le"),
    ),
    units=UnitWords(
        names=units(
            dimension="""
                km/h=kilometre_per_hour kilomètres_par_heure=kilometre_per_hour
                kilomètres-heure=kilometre_per_hour gigawattheures=gigawatt-hour barils=barrel
                centimètre=centimetre millimètre=millimetre hectolitres=hectolitre
                kilomètre_carré=square_kilometre mètre_carré=square_metre mètre_cube=cubic_metre
                kilomètres=kilometre kilomètre=kilometre mètres=metre mètre=metre centimètres=centimetre
                millimètres=millimetre hectares=hectare hectare=hectare kilomètres_carrés=square_kilometre
                mètres_carrés=square_metre mètres_cubes=cubic_metre tonnes=tonne tonne=tonne
                kilogrammes=kilogram kilos=kilogram grammes=gram litres=litre litre=litre mégawatts=megawatt
                gigawatts=gigawatt kilowatts=kilowatt kilowattheures=kilowatt-hour
                mégawattheures=megawatt-hour
            """,
            duration="""
                secondes=second seconde=second minute=minute minutes=minute heures=hour heure=hour jours=day
                jour=day semaines=week semaine=week mois=month ans=year an=year années=year année=year
                décennies=decade siècles=century
            """,
            currency="""
                euros=euro euro=euro centimes=cent dollars=dollar dollar=dollar francs_suisses=swiss_franc
                francs=franc livres_sterling=pound_sterling livres=pound_sterling yens=yen roubles=ruble
            """,
            percent="""
                pour_cent=percent points_de_base=basis_point points_de_pourcentage=percentage_point
                point_de_pourcentage=percentage_point
            """,
            temperature="degrés_celsius=celsius degrés=degree",
        ),
        per=words("par chaque"),
        per_of_money=words("le la l'"),
        rated=words("""
            habitant habitante personne action nuit nuitée élève étudiant foyer ménage place billet séance
            visite dose unité pièce tête classe enfant salarié client passager trajet repas kilo
        """),
        time_ahead=words("il_y_a"),
        time_behind=words("dernier dernière passé passée prochain prochaine suivant suivante précédent"),
        time_behind_count=words(
            "dernier dernière passé passée prochain prochaine suivant suivante précédent"
        ),
        of=words("de d"),
        below_zero=words("sous_zéro"),
        warmth=words("température températures chaleur"),
    ),
    sources=SourceWords(
        named=(
            rf"\b(?:[Ss]elon|[Dd]['’]après) (?P<who>{_WHO})",
            r", (?:a (?:dit|déclaré|annoncé|indiqué|précisé|affirmé|estimé)|indique|estime|affirme) "
            rf"(?P<who>{_WHO})",
        ),
        telling=words(
            "selon après dit déclaré annoncé indiqué précisé affirmé estimé indique estime affirme"
        ),
    ),
    periods=PeriodWords(
        phrases=(
            r"[Ee]n \d{4}(?:(?:, \d{4})* et \d{4})?",
            r"[Aa]u (?:premier|deuxième|troisième|quatrième|dernier|même) (?:trimestre|semestre)"
            r"(?: (?:de )?\d{4}| de l['’]année)?",
            r"[Ss]ur (?:un|une) (?:an|mois|année|trimestre)",
            r"[Ee]n un (?:an|mois)|[Ee]n une (?:semaine|année)",
            r"cette (?:année|semaine)|ce mois-ci",
            r"l['’]an dernier|l['’]année dernière|la semaine dernière|le mois dernier",
            r"(?:par|chaque) (?:an|mois|semaine|jour|année|heure)",
        ),
        telling=words("en un cette ce l chaque trimestre semestre mois année semaine jour heure"),
    ),
    roles=RoleWords(
        of=words("de d"),
        usual=words("habituels habituelles moyenne normale"),
        beyond=words("au-dessus au-dessous supérieur supérieure inférieur inférieure dépasse que"),
        former=words("précédents précédentes précédemment initialement anciens anciennes"),
        followed=words("suivi_de suivie_de suivis_de suivies_de"),
        after=words("après"),
        once_expected=words("avait_été_prévu avaient_été_prévus avait_été_budgété"),
        set_against=words("contre comparé_à comparée_à comparés_à comparées_à"),
        announced=words("annoncé annoncés annoncée annoncées prévu prévus prévue prévues estimés estimées"),
        to=words("à"),
        by=words("de"),
        changes=words("hausse baisse augmentation diminution recul progression chute réduction"),
        thresholds=words("seuil plafond limite barre maximum minimum"),
        targets=words("objectif cible"),
        margins=words("écart avance retard majorité différence"),
        forecasts=words("prévision prévoit prévoient attend attendent table"),
    ),
    boilerplate=BoilerplateWords(
        sentences=(
            r"(?:est apparu|a été publié|est paru)e? (?:en premier|d['’]abord|initialement) (?:sur|dans)\b",
            r"(?:déclarations|informations|énoncés) (?:prospecti(?:ves|fs)|à caractère prospectif)",
            r"pour (?:plus|davantage) d['’]informations?\b|pour en savoir plus\b",
            r"copyright \d{4}|tous droits réservés\b",
            r"abonnez-vous\b|inscrivez-vous à\b.{0,40}\b(?:lettre|newsletter)\b",
            r"suivez-nous\b|cliquez ici\b",
            r"contacts? (?:presse|médias)\s*:",
        ),
        headings=(
            r"(?i:notes? (?:aux|à l['’]attention des) (?:rédacteurs|rédactions))",
            r"(?i:contacts?(?: presse)?|avertissement|mentions légales|déclarations prospectives)",
        ),
        about=("À propos de", "A propos de", "À propos du", "À propos des", "À propos d'", "À propos d’"),
        who=listed("la_fondation la_société l'entreprise l’entreprise l'association l’association nous"),
    ),
    ellipsis=EllipsisWords(comparing=words("contre"), part_of=words("de des sur")),
    key=KeyWords(
        harm=words("""
            mort morts morte mortes tué tués tuée tuées décédé décédés décès blessé blessés blessée blessées
            disparus noyés assassinés exécutés enlevés
        """),
        people=words("""
            personnes habitants habitantes résidents soldats civils enfants femmes hommes victimes morts
            décès tués blessés déplacés réfugiés travailleurs chômeurs emplois ménages familles électeurs
            élèves étudiants étudiantes logements cas arrestations prisonniers détenus otages salariés
            employés collaborateurs collaboratrices passagers bénévoles
        """),
        records=words("plus_élevé plus_élevée plus_haut plus_bas"),
        changes=words("""
            hausse baisse recul chuté chutent baissé baissent reculé reculent progressé progressent grimpé
            bondi doublé triplé
        """),
        change_stems=listed("augment diminu"),
        errors=words("marge_d’erreur marge_d'erreur intervalle_de_confiance"),
        experience=words("expérience carrière"),
        uncounted=(r"(?:nuit|soirée|matinée|journée) du {}", r"{}(?<=\b1) \w+ sur \d"),
        times_before=(
            r"(?:un an|une année) (?:plus tôt|auparavant)",
            r"(?:à|sur|pendant|durant) la même période (?:de |d['’])l?['’]?an(?:née)? "
            r"(?:derni|précéd|pass|d['’]avant)",
            r"l['’]année (?:précédente|d['’]avant)",
        ),
        formal=(
            r"parties? (?:nécessaires?|jointes?)",
            r"(?:pages?|alinéas?|annexes?|pièces jointes|paragraphes?)$",
        ),
        options=(r"option (?:d['’]achat|d['’]acheter|d['’]acquérir|de souscrire|de surallocation)\b",),
        sampling=(
            r"(?:marge d['’]erreur|échantillon)(?: est)? de",
            r"échantillon (?:comprend|comprenait|compte|comptait)",
            r"(?:sondage|enquête) (?:\w+ ){0,4}(?:auprès de|parmi|sur)",
        ),
    ),
    wording=WordingWords(
        contrast=words("mais"),
        anybody=words("on"),
        conceding=words("tandis alors bien"),
        pointing_back=words("correspondant correspondante correspondants correspondantes dit susmentionnés"),
        continuing=words("autre autres"),
        sides=words("sur"),
        definite=words("le la les"),
        ranging=words("de entre"),
        sourcing=words("comme"),
        told_before=words("depuis_lors jusque-là à_l’époque à_l'époque"),
        days_untold=words("aujourd'hui aujourd’hui hier demain"),
        same=words("même mêmes"),
        possessives=words("son sa ses leur leurs"),
        owned_by_several=words("leur leurs"),
        reasons=words("après suite face grâce"),
        adding=words("qui dont lequel laquelle"),
        totals=words("un_total_de au_total"),
        differing=words("plus moins supérieur supérieure inférieur inférieure mieux"),
        parting=words("sur parmi"),
        accompanying=words("avec via malgré grâce moyennant"),
        placing=words("dans en à au aux sur pendant depuis entre lors"),
        ordering=words("après avant dès lorsque quand alors"),
        binding=words("que"),
        counting=words("nombre total bilan"),
        qualifying=words("""
            habituellement souvent parfois généralement auparavant précédemment initialement prétendument
            probablement apparemment peut-être éventuellement rarement
        """),
        each=words("chaque"),
        places=words("où"),
        future_endings=("ra", "ront"),
        of=words("de d’ d'"),
        saying=words("""
            dire annoncer indiquer déclarer préciser rapporter signaler confirmer montrer révéler souligner
            rappeler ajouter expliquer noter relever mentionner constater faire
        """),
        having=words("avoir compter comprendre comporter posséder disposer contenir employer"),
        being=words("avoir être exister"),
        measuring=words("être atteindre totaliser représenter élever établir"),
        costing=words("coûter"),
        modal=words("""
            pourrait pourraient devrait devraient serait seraient aurait auraient peut peuvent doit doivent
            va vont sera seront aura auront
        """),
        negating=words("ne n’ n' pas jamais aucun aucune ni sans plus_guère"),
        condition=words("si sauf à_moins"),
        pointing=words("""
            il elle ils elles lui leur leurs ce cela ceci ça celui celle ceux celles cet cette ces son
            sa ses en y dont lequel laquelle lesquels lesquelles
        """),
        stand_ins=(
            StandIn(
                words=words("il"),
                tags=("NOUN-Sing",),
                articles=words("le l’ l' un ce cet"),
                empty=True,
                empty_verbs=words("falloir faire agir rester manquer exister suffire sembler paraître"),
                empty_nouns=words("degré degrés"),
            ),
            StandIn(words=words("elle"), tags=("NOUN-Sing",), articles=words("la l’ l' une cette")),
            StandIn(words=words("ils elles"), tags=("NOUN-Plur",)),
        ),
        speakers=words("je nous on vous notre nos mon ma mes j’ j'"),
        joining=words("""
            cependant toutefois néanmoins ainsi donc enfin également aussi puis et mais ou or par_ailleurs
            en_outre où quand
        """),
        asides=words("""
            de_plus en_effet par_exemple en_revanche d’autre_part d'autre_part en_particulier par_ailleurs
            en_outre
        """),
        by=words("de d’ d'"),
        to=words("à"),
        articles=words("le la les l’ l' un une des du"),
        times=words("année an mois semaine jour hiver été printemps automne trimestre saison siècle"),
        general=words("""
            hausse baisse augmentation diminution progression recul croissance part nombre total taux
            somme valeur
            moyenne réduction
        """),
        relatives=words("qui que qu' qu’ dont où lequel laquelle lesquels"),
        shared_out=words("respectivement"),
        excepting=words("sauf sans hors hormis"),
        limiting=words("hors sans sauf y_compris après avant net corrigé"),
        comparing=words("comparaison rapport comparé"),
        longest=22,
        longest_sentence=28,
        terms=words("prison emprisonnement réclusion condamné condamnée condamnés détention"),
    ),
)
