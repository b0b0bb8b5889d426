"""One report, from its source to the bytes of its formats: read, count, draw, compose, lay out, write."""

from pressroom.loading import install

install()  # ahead of whatever imports the libraries that it speeds up
