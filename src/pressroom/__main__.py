"""python -m pressroom is the command report."""

from pressroom.cli.start import main

main()
