"""Markdown: CommonMark with GitHub's and Pandoc's most used additions, each word with its place."""
