"""Text to tree, block by block."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, field, frozen
from lark import Lark, Token, Tree, UnexpectedInput
from lark.exceptions import VisitError

from hjemmel.diagnostics.checked import Checked
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.source.days import MONTHS
from hjemmel.source.source import Source
from hjemmel.source.span import Span
from hjemmel.syntax import problems
from hjemmel.syntax.blocks import Block, LikewiseBlock, NormBlock, RuleFile
from hjemmel.syntax.build_blocks import BlockBuilder
from hjemmel.syntax.build_values import IdleLineError, NoSuchDayError, TooManyDigitsError
from hjemmel.syntax.lexicon import phrases, spaced
from hjemmel.syntax.misreadings import explained, span_of
from hjemmel.syntax.problems_signs import sign_problems
from hjemmel.syntax.split import BlockText, split

_REMARKED = frozenset({
    "KRAV", "FORBUD", "VILKAR", "ADGANG", "ANBEFALING", "FRIST", "VARSEL", "AVGJORELSE",
    "KONSTATERING", "DEFINISJON", "FORMODNING", "SLUTNING", "PROSESS", "STEG_FOR_SEG",
    "GJELDER_TILSVARENDE", "OPPLYSNINGER_OM", "OPPFORING",
})  # fmt: skip
_MOST_LEVELS = 20
_MOST_MISTAKES = 20  # in one block; after that, the rest is noise


@frozen
class Parsed:
    """A file's tree with what could not be read.

    `damaged` holds the first lines of blocks where something was reported, so that
    nothing is said to be missing from them; `unread` the texts of blocks and lines
    that were lost, so that names declared there are not reported as unknown.
    """

    file: RuleFile
    damaged: frozenset[int] = field(factory=frozenset)
    unread: tuple[str, ...] = ()


@lru_cache
def parser(grammar: str) -> Lark:
    """What reads one block."""
    tidy = dict.fromkeys(phrases(grammar), _tidied)
    return Lark(spaced(grammar), parser="lalr", start="blokk", propagate_positions=True,
                maybe_placeholders=True, lexer_callbacks=tidy)  # fmt: skip


def _tidied(token: Token) -> Token:
    """A phrase with one blank between its words, as the rest of the program knows it."""
    return Token.new_borrow_pos(token.type, " ".join(token.split()), token)


@lru_cache
def block_heads(grammar: str) -> frozenset[str]:
    """The terminals that open a block."""
    return frozenset(parser(grammar).parse_interactive("").accepts())  # type: ignore[no-untyped-call]


@lru_cache(maxsize=64)
def parse(source: Source, grammar: str) -> Checked[Parsed]:
    """Read a rule file. `grammar` is the text of the grammar files, joined."""
    texts, diagnostics = split(source, grammar, block_heads(grammar), _REMARKED)
    diagnostics += sign_problems(source)
    read: list[Block] = []
    damaged: set[int] = set()
    unread: list[str] = []
    for text in texts:
        block, found, lost = _read(source.name, text, grammar)
        diagnostics += found
        if found or text.damaged:
            damaged.add(text.first_line)
        unread += lost
        if block is not None:
            read.append(block)
    name = source.name.rsplit("/", 1)[-1].removesuffix(".ntr")
    file = Parsed(RuleFile(name, tuple(read)), frozenset(damaged), tuple(unread))
    return Checked(file, tuple(diagnostics))


@lru_cache(maxsize=4096)
def _tree(text: str, grammar: str) -> Tree[Token]:
    """What the grammar makes of the text of a block, wherever in a file it stands: a line more
    above moves it, and does not make it another."""
    return parser(grammar).parse(text)


@lru_cache(maxsize=8192)
def _read(
    file: str, block: BlockText, grammar: str
) -> tuple[Block | None, tuple[Diagnostic, ...], tuple[str, ...]]:
    """Parse one block. A line that cannot be read is reported, emptied, and the rest is tried."""
    if block.lost:
        return None, (), ("\n".join(block.lines),)
    lines = list(block.lines)
    found: list[Diagnostic] = list(_too_deep(file, block))
    lost: list[str] = []
    for each in found:
        first, last = _logical_line(lines, each.span.line - block.first_line)
        lines[first:last] = [""] * (last - first)
    for _ in range(_MOST_MISTAKES):
        text = "\n".join(lines).rstrip()
        try:
            built: Block = BlockBuilder(file, block.first_line, text).transform(
                _tree(text, grammar)
            )
        except UnexpectedInput as error:
            report, at = explained(error, file, block, text, grammar)
        except VisitError as error:
            report = _unusable(error.orig_exc, file, block)
            at = report.span.line - block.first_line
        else:
            return built, (*found, *_uncited(built, block)), tuple(lost)
        first, last = _logical_line(lines, at)
        if not (block.damaged and report.code == "NTR105" and "" in lines[first:last]):
            found.append(report)  # else the line goes on in one that is reported already
        lost.append("\n".join(lines[first:last]))
        if first == 0:
            return None, tuple(found), ("\n".join(block.lines),)
        lines[first:last] = [""] * (last - first)
    return None, tuple(found), ("\n".join(block.lines),)


def _unusable(wrong: Exception, file: str, block: BlockText) -> Diagnostic:
    """What can be read but not used. Any other error is a fault of ours."""
    match wrong:
        case IdleLineError():
            return problems.idle_line(wrong.span, wrong.line, wrong.because)
        case TooManyDigitsError():
            return problems.too_many_digits(span_of(file, block, wrong.token))
        case NoSuchDayError():
            return _not_in_calendar(wrong, file, block)
        case _:
            raise wrong


def _not_in_calendar(wrong: NoSuchDayError, file: str, block: BlockText) -> Diagnostic:
    span = _day_of(wrong, file, block)
    if not 1 <= wrong.told.month <= len(MONTHS):
        return problems.no_such_month(span, str(wrong.told.month), "")
    return problems.no_such_day(span, str(wrong.told), _why(wrong))


def _day_of(wrong: NoSuchDayError, file: str, block: BlockText) -> Span:
    """The day itself, without the «i» or «året etter» that goes on to its year."""
    span = span_of(file, block, wrong.token)
    day = re.sub(r" +(i|året +etter)$", "", str(wrong.token), flags=re.IGNORECASE)
    return evolve(span, end=span.column + len(day))


def _why(wrong: NoSuchDayError) -> str:
    return "finnes ikke hvert år" if wrong.some_years else "finnes ikke"


_PROSE = re.compile(
    r"\s*(regelverk|merknad|med egne ord|betyr|forutsatt|antatt|valgfri|holdepunkt|åpen fordi)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(der|året etter|året før|kalenderåret for)\b")


def _too_deep(file: str, block: BlockText) -> Iterator[Diagnostic]:
    """Lines with more levels than anybody can hear."""
    for index, line in enumerate(block.lines):
        if len(_LEVEL.findall(line)) > _MOST_LEVELS and not _PROSE.match(line):
            start = len(line) - len(line.lstrip()) + 1
            span = Span(file, block.first_line + index, start, len(line.rstrip()) + 1)
            yield problems.too_deep(span, "der")


def _uncited(block: Block, text: BlockText) -> list[Diagnostic]:
    match block:
        case NormBlock() | LikewiseBlock() if not block.cited.citations and not text.damaged:
            title = block.title if isinstance(block, NormBlock) else "gjelder tilsvarende"
            return [problems.uncited(block.span, title)]
        case _:  # other blocks need no citation
            return []


def _logical_line(lines: list[str], at: int) -> tuple[int, int]:
    """The line with its continuations («og», «eller når»), as a range."""
    first = min(at, len(lines) - 1)
    continues = re.compile(r"\s*(og|eller +(?:når|dersom|hvis))(?![\w-])", re.IGNORECASE)
    while first > 0 and (continues.match(lines[first]) or not lines[first].strip()):
        first -= 1
    last = first + 1
    while last < len(lines) and (continues.match(lines[last]) or not lines[last].strip()):
        last += 1
    return first, last
