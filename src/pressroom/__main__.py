"""Run the command: ``python -m pressroom``."""

from pressroom.cli.main import main

main()
