"""The words of figures on related numbers and events, a table a language; {…} are filled in."""

from __future__ import annotations

RELATION_WORDS = {
    "en": {
        "earlier_title": "{now}; earlier, {was}",
        "scopes": "The two do not count the same",
        "no_average": "How many each time is not said",
        "each_occasion": "Each stroke stands for one.",
        "own_scales": "Each on a scale of its own",
        "time": "Time",
        "equal_steps": "Equal steps, not to scale",
        "unplaced": "in no order with these: {dates}",
    },
    "de": {
        "earlier_title": "{now}; zuvor {was}",
        "scopes": "Beide zählen nicht dasselbe",
        "no_average": "Wie viele es jedes Mal waren, ist nicht gesagt",
        "each_occasion": "Jeder Strich steht für ein Mal.",
        "own_scales": "Jedes Maß auf eigener Skala",
        "time": "Zeit",
        "equal_steps": "Gleiche Schritte, nicht maßstäblich",
        "unplaced": "ohne Reihenfolge dazu: {dates}",
    },
    "fr": {
        "earlier_title": "{now} ; auparavant, {was}",
        "scopes": "Les deux ne comptent pas la même chose",
        "no_average": "Le nombre de chaque fois n’est pas donné",
        "each_occasion": "Chaque trait compte pour une fois.",
        "own_scales": "Chacune à sa propre échelle",
        "time": "Durée",
        "equal_steps": "Pas égaux, sans échelle",
        "unplaced": "sans ordre avec ceux-ci : {dates}",
    },
    "es": {
        "earlier_title": "{now}; antes, {was}",
        "scopes": "Las dos cifras no cuentan lo mismo",
        "no_average": "No se dice cuántos fueron cada vez",
        "each_occasion": "Cada trazo es una vez.",
        "own_scales": "Cada una en su propia escala",
        "time": "Tiempo",
        "equal_steps": "Pasos iguales, sin escala",
        "unplaced": "sin orden con estos: {dates}",
    },
}
