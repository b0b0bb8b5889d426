"""What was edited in Word, as changes of the source or as conflicts: words, notes, places, styles."""
