"""What the parser stumbled on, told at the word that is wrong and with a way out."""

import re

from attrs import evolve
from lark import Token, UnexpectedInput
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.diagnostics.suggest import nearest
from hjemmel.source.days import MONTHS, month_called, unsure_days
from hjemmel.source.span import Span
from hjemmel.syntax import problems
from hjemmel.syntax.lexicon import expected, line_words
from hjemmel.syntax.slips import Slip, slip, unfinished_slip
from hjemmel.syntax.split import BlockText


def span_of(file: str, block: BlockText, token: Token) -> Span:
    """Where a token stands; «og» on a new line is found after the end of the line before."""
    line, column = token.line or 1, token.column or 1
    shown = str(token).lstrip("\n ") or str(token)
    before = str(token)[: len(str(token)) - len(shown)]
    if "\n" in before:
        line += before.count("\n")
        column = len(before) - before.rindex("\n")
    width = max(len(shown.split("\n")[0]), 1)
    return Span(file, block.first_line + line - 1, column, column + width)


def explained(
    error: UnexpectedInput, file: str, block: BlockText, text: str, grammar: str
) -> tuple[Diagnostic, int]:
    """The diagnostic for a parser's complaint, and the line of the block it is in."""
    start = error.pos_in_stream or 0  # type: ignore[redundant-expr] # untyped in lark
    match error:
        case UnexpectedToken():
            token, accepted = error.token, set(error.accepts or error.expected)
        case UnexpectedCharacters():
            word = re.match(r"[<>=!]+|\S+", text[start:])
            token = Token("UKJENT", word[0] if word else text[start : start + 1], start,
                          error.line, error.column)  # fmt: skip
            accepted = set(error.allowed or ())
        case _:  # the parser has no other complaint that has a place
            token, accepted = Token("$END", "", start, error.line, error.column), set()
    lines = text.split("\n")
    line = min(max((token.line or 1) - 1, 0), len(lines) - 1)
    if token.type in ("$END", "_NL"):
        line = len(lines) - 1 if token.type == "$END" else line
        end = len(lines[line].rstrip()) + 1
        span = Span(file, block.first_line + line, end, end + 1)
        if lines[line].rstrip().endswith(","):
            return problems.comma_at_the_end(evolve(span, column=end - 1, end=end)), line
        return _unfinished(span, lines[line], accepted, grammar), line
    span = span_of(file, block, token)
    for day in unsure_days(lines[line]):
        if abs(day.start + 1 - span.column) <= len(day.written):
            place = Span(file, span.line, day.start + 1, day.start + len(day.written) + 1)
            return problems.unreadable_date(place, day), line
    if re.match(r"\s*(og|eller)$", lines[line][: span.column + len(token) - 1], re.IGNORECASE):
        remark = _remark_above(lines, span.line - block.first_line)
        if remark is not None:
            start = len(lines[remark]) - len(lines[remark].lstrip()) + 1
            end = len(lines[remark].rstrip()) + 1
            return problems.remark_inside(Span(file, block.first_line + remark, start, end)), remark
    if (above := _comma_above(lines, span.line - block.first_line, span.column)) is not None:
        end = len(lines[above].rstrip()) + 1
        place = Span(file, block.first_line + above, end - 1, end)
        return problems.comma_at_the_end(place), above
    found = _in_the_line(token, span, lines[line], accepted)
    return found or _by_token(token, span, block, accepted, grammar), line


def _in_the_line(token: Token, span: Span, line: str, accepted: set[str]) -> Diagnostic | None:
    """What is known to be wrong from the words around."""
    if month := _no_month(line, span.column):
        place = evolve(span, column=month.start(1) + 1, end=month.end(1) + 1)
        short = (each for each in MONTHS if each.startswith(month[1].lower()))
        near = next(short, "".join(nearest(month[1], MONTHS)))
        return problems.no_such_month(place, month[1], near)
    before = line[: span.column - 1]
    if token.type.startswith("ER") and " eller " in before:
        column = before.rindex(" eller ") + 2
        return problems.inline_or(evolve(span, column=column, end=column + 5))
    if token.type in _IN_A_MATTER and re.search(r"\bhar (vurdert|avvist) at .*$", before):
        return problems.word_in_a_matter(span, str(token))
    if known := slip(before, line[span.column - 1 :], accepted):
        return _slipped(span, known)
    return None


def _slipped(span: Span, known: Slip) -> Diagnostic:
    start = span.column - known.back
    return problems.slip(evolve(span, column=start, end=start + len(known.words)), known)


def _unfinished(span: Span, line: str, accepted: set[str], grammar: str) -> Diagnostic:
    half = _HALF_A_CHOICE.search(line)
    if half and "KOMMA_ELLER" in accepted:
        return problems.inline_or(evolve(span, column=half.start(1) + 1, end=half.end(1) + 1))
    if known := unfinished_slip(line):
        return _slipped(span, known)
    return problems.unfinished(span, expected(accepted, grammar))


_HALF_A_CHOICE = re.compile(r"\benten\b.*[^,] (eller)(?![\w-])")
"""«enten A eller B» without its comma."""

_IN_A_MATTER = ("ER", "IKKE", "BLANT", "DER", "ENTEN", "ER_IKKE", "IKKE_ER")
_WHOLE_LINES = ("TITTEL", "SPORSMAL", "TEKST")
_A_DAY = re.compile(r"\b\d{1,2}\.? ?([^\W\d_]{3,})\.? (?:\d{4}|i|året)\b")


def _no_month(line: str, column: int) -> re.Match[str] | None:
    """Something written as a day around a column, of a month that there is not."""
    for found in _A_DAY.finditer(line):
        around = found.start() + 1 <= column <= found.end()
        if around and month_called(found[1]) is None:
            return found
    return None


def _remark_above(lines: list[str], at: int) -> int | None:
    """The line of a remark that the line `at` follows."""
    above = next((i for i in range(at - 1, -1, -1) if lines[i].strip()), None)
    is_remark = above is not None and re.match(r"\s*merknad\b", lines[above], re.IGNORECASE)
    return above if is_remark else None


def _comma_above(lines: list[str], at: int, column: int) -> int | None:
    """The line before, where it ends with a comma, and the line goes on where it could not."""
    if lines[at][: column - 1].strip() or not re.match(
        r"(og|eller)\b", lines[at].strip(), re.IGNORECASE
    ):
        return None
    above = next((i for i in range(at - 1, -1, -1) if lines[i].strip()), None)
    return above if above is not None and lines[above].rstrip().endswith(",") else None


def _by_token(
    token: Token, span: Span, block: BlockText, accepted: set[str], grammar: str
) -> Diagnostic:
    if token.type == "OG":
        return problems.inline_and(span)
    if token.type in ("ELLER", "KOMMA_ELLER"):
        return problems.inline_or(span)
    sign = re.match(r"[<>=!()&|+*/]+", token)
    if sign:
        return problems.symbol(evolve(span, end=span.column + len(sign[0])), sign[0])
    openers = {each.terminal: each for each in line_words(grammar)}
    if token.type in openers and accepted and accepted <= {*openers, "_NL", "$END"}:
        head = next(
            (each.split()[0] for each in block.lines if each.strip()), "begynnelsen av filen"
        )
        head = "begynnelsen av filen" if head.lower() in ("og", "eller") else head.lower()
        return problems.misplaced_line(span, " ".join(token.split()), head)
    word = str(token)
    if token.type in _WHOLE_LINES:  # all that is left of the line, which is not what is wrong
        word = token.split(maxsplit=1)[0]
        span = evolve(span, end=span.column + len(word))
    return problems.unexpected(span, word, expected(accepted, grammar))
