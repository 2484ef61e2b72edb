"""``python -m hjemmel``: the same command as ``ntr``."""

from hjemmel.cli import main

if __name__ == "__main__":
    main(prog_name="ntr")
