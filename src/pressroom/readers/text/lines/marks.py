"""The marks that a line of plain text can begin with, as one pattern."""

from __future__ import annotations

import re

BULLETS = "-*+•・‣⁃◦○●◉∙·■□▪▫▸►▶▹▻◆◇➢➤➔→✓✔✗✘☐☑☒–—»›\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
TASKS = {"☐": False, "☑": True, "☒": True}
_ENDS = r"[-–—*]+[ \t]*(?i:ends?|ende|fin)[ \t]*[-–—*]+\s*$"  # "- ENDS -" closes a release and is no item
# What a line begins with; the group's name is the kind. Order matters: the first that fits wins.
_STARTS = rf"""
\s*(?:
  (?P<fence>```[^`]*$|`{{1,2}}[a-z]{{0,10}}[ \t]*$|~~~[ \t]*[\w+-]*\s*$)
 |(?P<pipe>\|)
 |(?P<grid>\+[-=]{{2,}}[-=+]*\+\s*$)
 |(?P<columns>-{{2,}}(?:[ \t]+-{{2,}})+\s*$|={{2,}}(?:[ \t]+={{2,}})+\s*$)
 |(?P<rule>(?P<drawn>[-=_*~^+\#"'.–—─═])(?:[ \t]*(?P=drawn)){{2,}}\s*$)
 |(?P<quote>>(?!>>))
 |(?P<note>\[(?:\^?\d{{1,3}}|\^[\w-]+)\]:?[ \t]+(?=\S))
 |(?P<task>(?:[{re.escape(BULLETS)}][ \t]*)?\[[ xX✓✔]\][ \t]+(?=\S))
 |(?P<bullet>(?!{_ENDS})(?:[{re.escape(BULLETS)}][ \t\xa0]+
   |[•・‣⁃●■▪▸►▶➢➤✓✔☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc]\s*|§\t[ \t]*|o(?:\t[ \t]*|[ \t]+(?=[A-Z]))
   |--[ \t]+)(?=\S))
 |(?P<outline>\d{{1,3}}(?:\.\d{{1,3}}){{1,5}}\.?\)?(?=[ \t\xa0]+\S))
 |(?P<number>(?:\(\d{{1,3}}\)|\[\d{{1,3}}\]|\d{{1,3}}[.)](?!\d))(?=\s+\S|[A-Z][a-z]))
 |(?P<letter>(?:\([A-Za-z]\)|[A-Za-z][.)])(?=[ \t\xa0]+\S))
 |(?P<roman>(?:\([ivxl]{{1,6}}\)|[ivxl]{{1,6}}[.)]|[IVXL]{{1,6}}[.)])(?=[ \t\xa0]+\S))
 |(?P<bare>(?:\d{{1,3}}|[IVX]{{2,5}})(?=[ \t\xa0]+["“‘'(]?[A-ZÀ-ÖØ-Þ]))
)
"""
START = re.compile(_STARTS, re.VERBOSE)
# a mark alone on its line, as text copied from a PDF has it
LONE = re.compile(
    r"\s*(?:(?P<bullet>[•・‣⁃◦○●◉∙·■□▪▫▸►▶➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc]|[-–*])"
    r"|(?P<number>\(?\d{1,3}[.)])|(?P<letter>\(?[A-Za-z][.)]))\s*"
)
