"""Formulas: TeX to MathML, to a drawing, to Word's own mathematics, and to words."""

from pressroom.formulas.draw import FormulaDrawing, draw
from pressroom.formulas.typeset import can_set, read_mathml, to_mathml, to_omml
from pressroom.formulas.words import say

__all__ = ["FormulaDrawing", "can_set", "draw", "read_mathml", "say", "to_mathml", "to_omml"]
