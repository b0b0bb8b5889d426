"""The words of lines in brackets in every language of reports; docs/writing.md shows the first of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BracketWords:
    """What a language calls each thing that lines in brackets ask for, with "|" between its words.

    ``end`` stands ahead of what ends ("end of box"), ``end_behind`` behind it ("囲み終わり").
    """

    page: str
    landscape: str
    portrait: str
    box: str
    marking: str
    picture: str
    width: str
    end: str = ""
    end_behind: str = ""


WORDS: Mapping[str, BracketWords] = {
    "en": BracketWords(
        page="new page|page break",
        landscape="landscape",
        portrait="portrait",
        box="box",
        marking="marking|classification",
        picture="picture|image|photo|photograph|graphic|figure|illustration",
        width="width|wide",
        end="end of the|end of|end",
    ),
    "de": BracketWords(
        page="neue seite|seitenumbruch",
        landscape="querformat|querformats",
        portrait="hochformat",
        box="kasten|kastens",
        marking="einstufung",
        picture="bild|foto|abbildung|grafik|illustration",
        width="breite",
        end="ende des|ende der|ende von|ende",
    ),
    "fr": BracketWords(
        page="nouvelle page|saut de page",
        landscape="paysage",
        portrait="portrait",
        box="encadré",
        marking="marquage|classification",
        picture="image|photo|photographie|illustration|figure",
        width="largeur",
        end="fin de l'|fin de l’|fin du|fin de|fin",
    ),
    "es": BracketWords(
        page="nueva página|salto de página",
        landscape="apaisado",
        portrait="vertical",
        box="recuadro",
        marking="clasificación",
        picture="imagen|foto|fotografía|ilustración|gráfico|figura",
        width="ancho|anchura",
        end="fin del|fin de|fin",
    ),
    "it": BracketWords(
        page="nuova pagina|interruzione di pagina",
        landscape="orizzontale|pagina orizzontale",
        portrait="verticale|pagina verticale",
        box="riquadro",
        marking="classifica|classificazione",
        picture="immagine|foto|fotografia|illustrazione|figura",
        width="larghezza",
        end="fine del|fine della|fine di|fine",
    ),
    "pt": BracketWords(
        page="nova página|quebra de página",
        landscape="paisagem",
        portrait="retrato",
        box="caixa",
        marking="classificação",
        picture="imagem|foto|fotografia|ilustração|gráfico|figura",
        width="largura",
        end="fim da|fim do|fim de|fim",
    ),
    "nl": BracketWords(
        page="nieuwe pagina|pagina-einde",
        landscape="liggend",
        portrait="staand",
        box="kader",
        marking="rubricering|classificatie",
        picture="afbeelding|foto|illustratie|figuur",
        width="breedte",
        end="einde van het|einde van|einde",
    ),
    "pl": BracketWords(
        page="nowa strona|podział strony",
        landscape="poziomo|orientacja pozioma|orientacji poziomej",
        portrait="pionowo|orientacja pionowa",
        box="ramka|ramki",
        marking="klauzula",
        picture="zdjęcie|obraz|ilustracja|fotografia|rysunek",
        width="szerokość",
        end="koniec",
    ),
    "uk": BracketWords(
        page="нова сторінка|розрив сторінки",
        landscape="альбомна орієнтація|альбомної орієнтації",
        portrait="книжкова орієнтація",
        box="рамка|рамки",
        marking="гриф",
        picture="зображення|фото|світлина|ілюстрація|рисунок",
        width="ширина",
        end="кінець",
    ),
    "ar": BracketWords(
        page="صفحة جديدة|فاصل صفحات",
        landscape="أفقي|اتجاه أفقي|الاتجاه الأفقي",
        portrait="عمودي|اتجاه عمودي|الاتجاه العمودي",
        box="إطار|الإطار",
        marking="التصنيف|تصنيف|درجة السرية",
        picture="صورة|الصورة|شكل",
        width="العرض|عرض",
        end="نهاية",
    ),
    "he": BracketWords(
        page="עמוד חדש|מעבר עמוד",
        landscape="לרוחב|עמוד לרוחב",
        portrait="לאורך|עמוד לאורך",
        box="מסגרת|המסגרת|תיבה|התיבה",
        marking="סיווג",
        picture="תמונה|צילום|איור",
        width="רוחב",
        end="סוף",
    ),
    "zh": BracketWords(
        page="新页|分页|分页符",
        landscape="横向",
        portrait="纵向",
        box="方框|文本框|框",
        marking="密级",
        picture="图片|照片|插图|图",
        width="宽度|宽",
        end="结束",
        end_behind="结束",
    ),
    "zh_Hant": BracketWords(
        page="新頁|分頁|分頁符號",
        landscape="橫向",
        portrait="直向|縱向",
        box="方框|文字方塊|框",
        marking="密等|密級|機密等級",
        picture="圖片|照片|插圖|圖",
        width="寬度|寬",
        end="結束",
        end_behind="結束",
    ),
    "ja": BracketWords(
        page="改ページ|新しいページ",
        landscape="横向き",
        portrait="縦向き",
        box="囲み|枠",
        marking="取扱区分|秘密区分|機密区分",
        picture="画像|写真|図版|図",
        width="幅",
        end="終わり",
        end_behind="の終わり|終わり",
    ),
    "ko": BracketWords(
        page="새 페이지|새 쪽|페이지 나누기|쪽 나누기",
        landscape="가로|가로 방향",
        portrait="세로|세로 방향",
        box="상자|글상자",
        marking="보안 등급|보안등급",
        picture="사진|그림|이미지",
        width="너비|폭",
        end="끝",
        end_behind="끝",
    ),
}


def list_words(name: str) -> Iterator[str]:
    """Yield the words that any language has for a thing ("box"), each once, the longest first."""
    found = {word for words in WORDS.values() for word in getattr(words, name).split("|") if word}
    yield from sorted(found, key=lambda word: (-len(word), word))
