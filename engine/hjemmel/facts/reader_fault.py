"""A reader that stopped at something nobody thought of: told as such, and only of its file.

Readers are the one place where a fault may come from anywhere: the libraries, the packing, a
file that somebody made to do harm. What is told names the fault, so that one of ours is not
taken for a fault of the file's.
"""

from collections.abc import Iterator
from pathlib import PurePath

from hjemmel.facts.faults import Found, Mistake, rejected_file
from hjemmel.facts.file_problems import READER_FAULT


def guarded(found: Iterator[Found], file: str) -> Iterator[Found]:
    """What is found, and last the fault that stopped the reader, if one did."""
    try:
        yield from found
    except Exception as fault:
        yield rejected_file(file, mistake_of(fault))
    except BaseException as fault:
        # A fault in a library written in Rust comes as an exception outside `Exception`.
        if type(fault).__name__ != "PanicException":
            raise
        yield rejected_file(file, mistake_of(fault))


def mistake_of(fault: BaseException) -> Mistake:
    """What is told of a fault: its name, and where it came."""
    from traceback import walk_tb  # only now: a verdict need not wait for it

    frame, line = list(walk_tb(fault.__traceback__))[-1]
    place = f"{PurePath(frame.f_code.co_filename).name}:{line}"
    reason = f"leseren stanset av en feil den ikke er laget for: {type(fault).__name__} ({place})"
    return Mistake(READER_FAULT, reason, _HELP)


_HELP = "lagre filen på nytt, eller i et annet format; skjer det igjen, meld fra og legg ved filen"
