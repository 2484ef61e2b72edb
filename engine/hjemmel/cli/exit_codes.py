"""How a command ends: the exit codes, and what is said when something goes wrong."""

import sys
from collections.abc import Callable
from io import StringIO
from typing import NoReturn

import click

from hjemmel.cli.streams import Answer, UnwrittenError
from hjemmel.cli.telling import tell, tell_lines
from hjemmel.files.refused import refusal
from hjemmel.rulebooks.unusable import UnusableError
from hjemmel.source.shown import shown

FINDINGS = 1
WRONG_USE = 2
FAULT_OF_OURS = 3
INTERRUPTED = 130
READER_GONE = 141
"""As the shell says of a program that was told to stop, and of one that nobody reads any more."""


def stop(what: str, help: str = "", *more: str) -> NoReturn:
    """End the command: wrong use or unreadable input. Each text is one line."""
    _tell_wrong(what, help)
    for each in more:
        tell(each)
    sys.exit(WRONG_USE)


def _tell_wrong(what: str, help: str) -> None:
    tell(f"feil: {what}")
    if help:
        tell(f"  = hjelp: {help}")


def ended(run: Callable[[], object]) -> NoReturn:
    """Run a command and end with its exit code, also where the streams cannot be written to."""
    try:
        code = _code_of(run)
        sys.stdout.flush()
    except UnwrittenError as unwritten:
        if isinstance(sys.stdout, Answer):
            sys.stdout.give_up()
        if isinstance(unwritten.cause, BrokenPipeError):
            sys.exit(READER_GONE)
        refused = refusal(unwritten.cause)
        stop(f"svaret kunne ikke skrives ut: {refused.reason}", refused.help)
    sys.exit(code)


def _code_of(run: Callable[[], object]) -> int:
    try:
        code = run()
    except click.ClickException as wrong:
        _show(wrong)
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        tell("Avbrutt.")
        return INTERRUPTED
    except SystemExit as end:
        code = end.code
    except UnusableError as wrong:
        _tell_wrong(wrong.reason, wrong.help)
        return WRONG_USE
    except UnwrittenError:
        raise
    except Exception as fault:
        _confess(fault)
        return FAULT_OF_OURS
    return code if isinstance(code, int) else 0


def _show(wrong: click.ClickException) -> None:
    """What the command library says of wrong use; what somebody wrote stands in it as one line."""
    if isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        wrong.show()  # the help text, in which there is nothing of theirs
        return
    said = StringIO()
    wrong.show(said)
    message = wrong.format_message()
    tell_lines(said.getvalue().rstrip("\n").replace(message, shown(message)))


def _confess(fault: Exception) -> None:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    name = code.co_filename.replace("\\", "/").rpartition("/hjemmel/")[2] if code else ""
    place = f" ({name}:{trace.tb_lineno})" if trace is not None else ""
    tell(f"Feil i programmet, ikke i det du skrev: {fault!r}{place}")
    tell("Meld fra til dem som vedlikeholder hjemmel, med kommandoen du skrev.")
