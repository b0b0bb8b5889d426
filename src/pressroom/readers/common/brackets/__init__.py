"""Lines in brackets that say how the text is to stand: boxes, new and landscape pages, markings"""
