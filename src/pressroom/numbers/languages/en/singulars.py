"""English plurals that no rule of endings reads, and singulars that end in s.

Written by script/singulars.py from the lists of the library inflect (MIT); not to be edited by hand.
"""

from __future__ import annotations

from pressroom.numbers.languages.lists import listed

# pairs of a plural and its singular
SINGULARS: dict[str, str] = dict(
    pair.split("=")
    for pair in listed("""
        abuses=abuse aches=ache acropolises=acropolis aegises=aegis aeries=aerie algae=alga aliases=alias
        aloes=aloe alumnae=alumna amanuenses=amanuensis amniocenteses=amniocentesis analyses=analysis
        annexes=annexe antitheses=antithesis apotheoses=apotheosis arterioscleroses=arteriosclerosis
        asbestoses=asbestos atheroscleroses=atherosclerosis atlantes=atlas atlases=atlas atmas=atman
        avalanches=avalanche axes=axe backaches=backache backhoes=backhoe bacteria=bacterium baggies=baggie
        bathoses=bathos beeves=beef belies=belie bellyaches=bellyache biases=bias biggies=biggie
        bikinis=bikini birdies=birdie bogies=bogie bonnies=bonnie boogies=boogie bookies=bookie
        booklice=booklouse bookshelves=bookshelf bouillabaisses=bouillabaisse bourgeoisies=bourgeoisie
        brethren=brother bronchitises=bronchitis brownies=brownie budgies=budgie bursitises=bursitis
        caches=cache caddies=caddie caddises=caddis calories=calorie calves=calf camaraderies=camaraderie
        cannabises=cannabis canoes=canoe canvases=canvas carmen=carman catalyses=catalysis
        catharses=catharsis chaoses=chaos chartreuses=chartreuse children=child chilies=chili
        chrysalises=chrysalis cirrhoses=cirrhosis clitorises=clitoris cloches=cloche cloverleaves=cloverleaf
        cocces=coccis cockamamies=cockamamie codices=codex collies=collie contuses=contuse cookies=cookie
        coolies=coolie cooties=cootie cosmoses=cosmos coteries=coterie crappies=crappie creches=creche
        crevasses=crevasse crises=crisis criteria=criterion curies=curie cutesies=cutesie daises=dais
        deluxes=deluxe demitasses=demitasse diagnoses=diagnosis dialyses=dialysis dice=die diereses=dieresis
        digitalises=digitalis does=doe dogies=dogie douches=douche dwarves=dwarf earaches=earache
        electrolyses=electrolysis elves=elf emphases=emphasis ephemerises=ephemeris epidermises=epidermis
        epididymises=epididymis ethoses=ethos excuses=excuse exegeses=exegesis eyases=eyas eyries=eyrie
        feet=foot fiches=fiche floes=floe floozies=floozie foes=foe footsies=footsie freebies=freebie
        fuses=fuse gases=gas geese=goose geneses=genesis genies=genie glottises=glottis goalies=goalie
        grapelice=grapelouse groupies=groupie halitoses=halitosis halves=half headaches=headache
        heartaches=heartache helices=helix hoes=hoe hooves=hoof horseshoes=horseshoe housewives=housewife
        hubrises=hubris hydrolyses=hydrolysis hypnoses=hypnosis hypotenuses=hypotenuse hypotheses=hypothesis
        hystereses=hysteresis ibises=ibis impasses=impasse irises=iris itises=itis jalousies=jalousie
        junkies=junkie kiddies=kiddie kine=cow knives=knife laddies=laddie lassies=lassie leaves=leaf
        lenses=lens lice=louse lingeries=lingerie lives=life loaves=loaf magpies=magpie mantises=mantis
        marquises=marquis masseuses=masseuse menageries=menagerie metamorphoses=metamorphosis
        metastases=metastasis metropolises=metropolis mice=mouse microfiches=microfiche midwives=midwife
        misdiagnoses=misdiagnosis mistletoes=mistletoe misuses=misuse mitoses=mitosis mommies=mommie
        monies=money mononucleoses=mononucleosis mousses=mousse movies=movie murices=murex muses=muse
        narcoses=narcosis neckties=necktie necroses=necrosis nemeses=nemesis neuroses=neurosis
        newbies=newbie niches=niche nighties=nightie oases=oasis oboes=oboe octopodes=octopus oldies=oldie
        organdies=organdie osmoses=osmosis osteoporoses=osteoporosis overlies=overlie overuses=overuse
        oxen=ox paralyses=paralysis parentheses=parenthesis parthenogeneses=parthenogenesis
        pastiches=pastiche pathoses=pathos pekoes=pekoe pelvises=pelvis penes=penis penises=penis
        penknives=penknife periphrases=periphrasis personae=persona peruses=peruse phenomena=phenomenon
        photosyntheses=photosynthesis pickaxes=pickaxe pinkies=pinkie pixies=pixie polises=polis
        posses=posse potpies=potpie prairies=prairie preces=precis probosces=proboscis profuses=profuse
        prognoses=prognosis prostheses=prosthesis psoriases=psoriasis psyches=psyche
        psychoanalyses=psychoanalysis psychokineses=psychokinesis psychoses=psychosis quartzes=quartz
        quiches=quiche quickies=quickie quizzes=quiz radices=radix recluses=recluse reuses=reuse
        reveries=reverie rhinoceroses=rhinoceros roes=roe rookies=rookie rotisseries=rotisserie ruses=ruse
        sassafrases=sassafras scarves=scarf scleroses=sclerosis scolioses=scoliosis selfies=selfie
        sepses=sepsis sheaves=sheaf shelves=shelf shoes=shoe silices=silex silicoses=silicosis skis=ski
        sloes=sloe snowshoes=snowshoe softies=softie sorties=sortie stomachaches=stomachache stymies=stymie
        suffuses=suffuse sweeties=sweetie symbioses=symbiosis synopses=synopsis syntheses=synthesis
        taxis=taxi teeth=tooth telekineses=telekinesis theses=thesis thieves=thief throes=throe
        thromboses=thrombosis tiptoes=tiptoe toes=toe toothaches=toothache topazes=topaz tranches=tranche
        transfuses=transfuse trellises=trellis tuberculoses=tuberculosis turves=turf underlies=underlie
        unties=untie urinalyses=urinalysis uses=use veggies=veggie vertebrae=vertebra vitae=vita
        wharves=wharf wives=wife woes=woe wolves=wolf woodlice=woodlouse yeses=yes yuppies=yuppie
        zombies=zombie
    """)
)
SINGULARS_IN_S = frozenset(
    listed("""
        acropolis aegis alias asbestos bathos bias bronchitis bursitis bus caddis cannabis canvas chaos
        chrysalis clitoris cosmos dais digitalis ephemeris epidermis epididymis ethos eyas gas glottis
        hubris ibis iris lens mantis marquis metropolis pathos pelvis plus polis rhinoceros sassafras
        trellis
    """)
)
