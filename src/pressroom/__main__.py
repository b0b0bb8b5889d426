"""python -m pressroom is the command report."""

from pressroom.cli.start import main

if __name__ == "__main__":  # a pool's workers import this file anew
    main()
