"""How a command ends: the exit codes, and what is said when something goes wrong."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

import click

FINDINGS = 1
WRONG_USE = 2
FAULT_OF_OURS = 3
INTERRUPTED = 130
READER_GONE = 141
"""As the shell says of a program that was told to stop, and of one that nobody reads any more."""


def stop(what: str, help: str = "") -> NoReturn:
    """End the command: wrong use or unreadable input."""
    click.echo(f"feil: {what}", err=True)
    if help:
        click.echo(f"  = hjelp: {help}", err=True)
    sys.exit(WRONG_USE)


def ended(run: Callable[[], object]) -> NoReturn:
    """Run a command and end with its exit code."""
    try:
        code = run()
        sys.stdout.flush()
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Avbrutt.", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        reader_gone()
    except Exception as fault:
        _confess(fault)
        sys.exit(FAULT_OF_OURS)
    sys.exit(code if isinstance(code, int) else 0)


def reader_gone() -> NoReturn:
    """End quietly: nobody reads what is written, as after `head`."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # where Python writes what is left
    sys.exit(READER_GONE)


def _confess(fault: Exception) -> None:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    name = code.co_filename.replace("\\", "/").rpartition("/hjemmel/")[2] if code else ""
    place = f" ({name}:{trace.tb_lineno})" if trace is not None else ""
    click.echo(f"Feil i programmet, ikke i det du skrev: {fault!r}{place}", err=True)
    click.echo("Meld fra til dem som vedlikeholder hjemmel, med kommandoen du skrev.", err=True)
