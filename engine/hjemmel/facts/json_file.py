"""Cases in JSON and in JSON lines."""

import json
from collections import Counter
from collections.abc import Iterator

from attrs import evolve, frozen

from hjemmel.facts.faults import Fault, Found, Mistake, Origin, RawCase, Unusable, rejected_file
from hjemmel.facts.file_problems import BROKEN_SYNTAX, DUPLICATE_KEY, EMPTY_FILE, TOO_DEEP
from hjemmel.facts.names import quoted
from hjemmel.facts.numbers import not_a_number, numeral_decimal, numeral_int
from hjemmel.facts.source_file import SourceFile, SourceStream
from hjemmel.facts.text_file import decode_text_file
from hjemmel.facts.text_lines import TextLines, flaw_beforehand
from hjemmel.facts.wording import told


def read_json(file: SourceFile) -> Iterator[Found]:
    """One case, or a list of cases."""
    text = decode_text_file(file.data)
    raw = text if isinstance(text, Mistake) else _parsed(text)
    match raw:
        case Mistake():
            yield rejected_file(file.name, raw)
        case _Broken():
            yield rejected_file(file.name, raw.mistake, raw.place(1))
        case []:
            yield rejected_file(file.name, Mistake(EMPTY_FILE, "listen i filen har ingen saker"))
        case list():
            for number, each in enumerate(raw, start=1):
                yield RawCase(each, Origin(file.name, f"sak {number}", f"{file.stem}-{number}"))
        case dict() | Unusable():
            yield RawCase(raw, Origin(file.name, "", file.stem))
        case _:  # a single number, text or yes is no case
            reason = f"venter en sak i {{ }} eller en liste av saker i [ ], fikk {told(raw)}"
            yield rejected_file(file.name, Mistake(BROKEN_SYNTAX, reason))


def read_jsonl(file: SourceStream) -> Iterator[Found]:
    """One case a line, of which one is held at a time."""
    if (flaw := flaw_beforehand(file)) is not None:
        yield rejected_file(file.name, flaw)
        return
    lines = TextLines(file)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            origin = Origin(file.name, f"linje {number}", f"{file.stem}-{number}")
            raw = _parsed(line.removesuffix("\n"))
            if isinstance(raw, _Broken):
                fault = origin.rejected(Fault((), raw.mistake))
                yield evolve(fault, place=raw.place(number))
            else:
                yield RawCase(raw, origin)
    for each in lines.flaws:
        yield rejected_file(file.name, each)


@frozen
class _Broken:
    """Text that is no JSON, and how far into it that was found out."""

    mistake: Mistake
    line: int
    column: int

    def place(self, first_line: int) -> str:
        """The place in the file, where the text begins at this line."""
        return f"linje {first_line + self.line - 1}, tegn {self.column}"


def _parsed(text: str) -> object:
    """The value, with an Unusable for each part that no fact can hold; or that it is broken."""
    try:
        return json.loads(
            text,
            parse_int=numeral_int,
            parse_float=numeral_decimal,
            parse_constant=not_a_number,
            object_pairs_hook=_mapping,
        )
    except json.JSONDecodeError as error:
        mistake = Mistake(BROKEN_SYNTAX, f"ikke riktig JSON: {_why(error.msg)}")
        return _Broken(mistake, error.lineno, error.colno)
    except RecursionError:  # so the parser says that there are too many levels
        return _Broken(Mistake(TOO_DEEP, "parentesene ligger i for mange lag"), 1, 1)


def _mapping(pairs: list[tuple[str, object]]) -> object:
    """Which of two values of a key is meant, nobody knows."""
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        for key in (key for key, count in counts.items() if count > 1):
            reason = f"nøkkelen {quoted(key)} står to ganger"
            mapping[key] = Unusable(Mistake(DUPLICATE_KEY, reason, "behold den ene"))
    return mapping


def _why(message: str) -> str:
    return next((told for begins, told in _WHY if message.startswith(begins)), "noe er feil her")


_WHY = (
    ("Expecting value", "her mangler en verdi"),
    ("Expecting property name", "her skal det stå en nøkkel i doble anførselstegn"),
    ("Expecting ':'", "her mangler kolon etter nøkkelen"),
    ("Expecting ','", "her mangler komma eller sluttparentes"),
    ("Extra data", "her står det mer etter at innholdet er slutt"),
    ("Unterminated string", "teksten som begynner her, mangler anførselstegn på slutten"),
    ("Invalid control character", "her står et linjeskift eller styretegn inne i en tekst"),
    ("Invalid \\", "her står en omvendt skråstrek som ikke betyr noe; skriv \\\\"),
    ("Unexpected UTF-8 BOM", "her står et usynlig merke (BOM) som bare kan stå først i filen"),
    ("Illegal trailing comma", "her står et komma for mye"),
)
