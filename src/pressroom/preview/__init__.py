"""The preview: a local web page where an editor sees a text's pages, checks its numbers, and sends it on.

layout         a source to its pages, and to what is shown beside them
desk           the open project: which pages each source has, and what is under way
history        what was changed, step by step; editing, decisions and additions are the changes
operations     what another process does: many reports made, mail sent (background runs it)
web            the web application, and the server from its start to its end
"""
