"""Forms of pasted text that are put in order before they are read: subtitles, talks, columns, wiki markup."""
