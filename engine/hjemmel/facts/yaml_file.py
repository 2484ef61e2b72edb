"""Cases in YAML."""

from collections.abc import Iterator

from hjemmel.facts.faults import Found, Mistake, Origin, RawCase, Rejected, rejected_file
from hjemmel.facts.file_problems import BROKEN_SYNTAX, EMPTY_FILE, MISSING_LIBRARY, TOO_DEEP
from hjemmel.facts.reader_fault import mistake_of
from hjemmel.facts.schema import DEEPEST
from hjemmel.facts.sign_problems import UNSEEN_SIGN
from hjemmel.facts.source_file import SourceFile
from hjemmel.facts.text_file import decode_text_file
from hjemmel.facts.yaml_document import Document, Event, Lines, deepening
from hjemmel.source.signs import LINE, name_of, signs


def read_yaml(file: SourceFile) -> Iterator[Found]:
    """One case, a list of cases, or several documents of either."""
    text = decode_text_file(file.data)
    if isinstance(text, Mistake):
        yield rejected_file(file.name, text)
        return
    events, stop = _events(text, file.name)
    if (unseen := _unseen(text, events)) is not None:
        yield rejected_file(file.name, *unseen)
        return
    number = 0
    for root, lines in _documents(events):
        for found in _cases(file, root, lines, number):
            number += 1
            yield found
    if stop is not None:
        yield stop
    elif not number:
        yield rejected_file(file.name, Mistake(EMPTY_FILE, "filen har ingen saker"))


def _events(text: str, name: str) -> tuple[list[Event], Rejected | None]:
    """What the parser sees, and what stopped it, if anything did."""
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError
    except ImportError:
        return [], rejected_file(name, _MISSING)
    events: list[Event] = []
    depth = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            events.append(event)
            depth += deepening(event)
            # The parser's time grows with the square of the depth: stop it here.
            if depth > 2 * DEEPEST:
                line = f"linje {event.start_mark.line + 1}"
                return events, rejected_file(name, _TOO_DEEP, line)
    except MarkedYAMLError as error:
        problem = str(error.problem or "")
        # What is never ended is best looked for where it began.
        ended = "end of stream" in problem and error.context_mark
        mark = error.context_mark if ended else error.problem_mark
        return events, rejected_file(
            name, _broken(problem), f"linje {mark.line + 1 if mark else 1}"
        )
    except (YAMLError, ValueError, OverflowError) as error:  # the latter of impossible letters
        return events, rejected_file(name, _broken(str(error)))
    except Exception as fault:  # the reader is not ours; what came whole before it is kept
        return events, rejected_file(name, mistake_of(fault))
    return events, None


def _unseen(text: str, events: list[Event]) -> tuple[Mistake, str] | None:
    """A sign between the values, as in a remark, or one that the parser takes for a line end.

    Those within a value cost that value only.
    """
    found = [each for each in signs(text) if each.char not in "\r\t"]
    if not found:
        return None
    scalars = [(e.start_mark.index, e.end_mark.index) for e in events if hasattr(e, "value")]
    for each in found:
        if each.kind is LINE or not any(start <= each.at < end for start, end in scalars):
            told = f"her står et {each.kind.name}: {name_of(each.char)}, som {each.kind.harm}"
            line = text.count("\n", 0, each.at) + 1
            return Mistake(UNSEEN_SIGN, told, "slett tegnet"), f"linje {line}"
    return None


def _documents(events: list[Event]) -> Iterator[tuple[object, Lines]]:
    """The documents that came whole; one that was broken off has no end."""
    begun = 0
    for at, event in enumerate(events):
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            begun = at + 1
        elif kind == "DocumentEndEvent":
            document = Document(iter(events[begun + 1 : at]))
            yield document.node(events[begun], ()), document.lines


def _cases(file: SourceFile, root: object, lines: Lines, before: int) -> Iterator[RawCase]:
    match root:
        case None:
            return
        case list():
            shares = _shares(lines, len(root))
            for number, (each, places) in enumerate(zip(root, shares, strict=True), before + 1):
                default = f"{file.stem}-{number}"
                record = f"sak {number}, {places[()]}"
                yield RawCase(each, Origin(file.name, record, default, places))
        case _:  # one case, or something that the decoder will refuse
            default = f"{file.stem}-{before + 1}" if before else file.stem
            yield RawCase(root, Origin(file.name, lines[()], default, lines))


def _shares(lines: Lines, length: int) -> list[Lines]:
    """The lines of each case of a list, by paths that begin in the case."""
    shares: list[Lines] = [{} for _ in range(length)]
    for path, line in lines.items():
        if path and isinstance(path[0], int):
            shares[path[0]][path[1:]] = line
    return shares


def _broken(problem: str) -> Mistake:
    why = next((told for begins, told in _WHY if begins in problem), "noe er skrevet feil her")
    return Mistake(BROKEN_SYNTAX, f"ikke riktig YAML: {why}", "sjekk innrykk, kolon og parenteser")


_WHY = (
    ("mapping values are not allowed", "her står et kolon der det ikke kan stå"),
    ("cannot start any token", "linjen begynner med et tegn som ikke kan stå der, som tabulator"),
    ("expected <block end>", "innrykket stemmer ikke med linjen over"),
    ("expected ',' or", "her mangler komma eller sluttparentes"),
    ("expected the node content", "her mangler en verdi"),
    ("could not find expected ':'", "her mangler kolon etter nøkkelen"),
    ("unexpected end of stream", "en tekst mangler anførselstegn på slutten"),
    ("undefined alias", "henvisningen viser til noe som ikke finnes"),
    ("unacceptable character", "filen har styretegn som ikke kan stå i YAML"),
)

_TOO_DEEP = Mistake(TOO_DEEP, f"innholdet ligger i mer enn {2 * DEEPEST} lag")
_MISSING = Mistake(
    MISSING_LIBRARY,
    "YAML kan ikke leses uten tillegget for YAML",
    'skriv pip install "hjemmel[yaml]", eller lagre filen som JSON',
)
