"""Numbers: every quantity of a text found, understood, ranked, and true to its sentence.

extract       text → quantities, by rules that need no library
find          Document → Numbers: quantities, key numbers, what was left out and why, events, conflicts
Steering      what an editor says of key numbers
sidecar_text  an editable file with an entry for each key number
"""

from pressroom.numbers.extract import extract
from pressroom.numbers.find import find
from pressroom.numbers.steer import Steering, sidecar_text

__all__ = ["Steering", "extract", "find", "sidecar_text"]
