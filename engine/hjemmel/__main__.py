"""``python -m hjemmel``, and what the command ``ntr`` runs."""

import sys


def run() -> None:
    """The command as a process: interrupted however early, it ends as what was told to stop."""
    try:
        from hjemmel.cli import main  # noqa: PLC0415 - an interrupt may come while it is imported

        main(prog_name="ntr")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
