"""Letters of scripts, as they stand in the brackets of a pattern."""

WITHOUT_BLANKS = r"\u3040-\u30ff\u3400-\u9fff"  # Chinese and Japanese set no blanks between words
