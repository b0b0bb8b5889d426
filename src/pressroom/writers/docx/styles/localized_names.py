"""What Word's built-in styles are called in other languages.

Word itself keeps their English names in the file, whatever its language. Other programs, and organisations
with their own set of styles, write them as they read on the screen.
"""

from __future__ import annotations

_NAMES = {
    "body text": "Textkörper, Fließtext, Corps de texte, Texto independiente, Corpo testo, Corpo del testo, "
    "Platte tekst, Corpo de texto, Tekst podstawowy, Brödtext, Brødtekst, Leipäteksti, Základní text",
    "title": "Titel, Titre, Título, Titolo, Tytuł, Tittel, Otsikko, Název",
    "subtitle": "Untertitel, Sous-titre, Subtítulo, Sottotitolo, Ondertitel, Podtytuł, Underrubrik, "
    "Undertitel, Undertittel, Alaotsikko, Podnadpis",
    "heading": "Überschrift, Titre, Título, Titolo, Kop, Nagłówek, Rubrik, Overskrift, Otsikko, Nadpis",
    "quote": "Zitat, Citation, Cita, Citazione, Citaat, Citação, Cytat, Citat, Sitat, Lainaus, Citát",
    "caption": "Beschriftung, Légende, Epígrafe, Descripción, Didascalia, Bijschrift, Legenda, Beskrivning, "
    "Billedtekst, Bildetekst, Kuvaotsikko, Titulek",
    "list bullet": "Aufzählungszeichen, Liste à puces, Lista con viñetas, Punto elenco, Lijst opsom.teken, "
    "Lista com marcas, Lista punktowana, Punktlista, Opstilling - punkttegn, Punktliste, Merkitty luettelo",
    "list number": "Listennummer, Liste à numéros, Lista con números, Numero elenco, Lijstnummering, "
    "Lista numerada, Lista numerowana, Numrerad lista, Opstilling - talliste, Nummerert liste",
    "header": "Kopfzeile, En-tête, Encabezado, Intestazione, Koptekst, Cabeçalho, Nagłówek, Sidhuvud, "
    "Sidehoved, Topptekst, Yläviite, Záhlaví",
    "footer": "Fußzeile, Pied de page, Pie de página, Piè di pagina, Voettekst, Rodapé, Stopka, Sidfot, "
    "Sidefod, Bunntekst, Alaviite, Zápatí",
    "footnote text": "Fußnotentext, Note de bas de page, Texto nota pie, Testo nota a piè di pagina, "
    "Voetnoottekst, Texto de nota de rodapé, Tekst przypisu dolnego, Fotnotstext, Fodnotetekst, Fotnotetekst",
    "toc": "Verzeichnis, TM, TDC, Sommario, Inhopg, Spis treści, Innehåll, Indholdsfortegnelse, INNH",
}
_LOCAL = {
    english: tuple(name.strip().lower() for name in names.split(",")) for english, names in _NAMES.items()
}


def list_localized_names(name: str) -> tuple[str, ...]:
    """Return what a built-in style ("heading 2") is called elsewhere, in small letters ("überschrift 2")."""
    stem, _, level = name.lower().rpartition(" ")
    if stem and level.isdigit():
        return tuple(f"{local} {level}" for local in _LOCAL.get(stem, ()))
    return _LOCAL.get(name.lower(), ())
