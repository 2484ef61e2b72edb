"""The tree as text, in the one layout: what the formatter writes.

Reading it back gives the same tree, and so the same text again.
"""

import re
from itertools import pairwise
from typing import assert_never

from hjemmel.diagnostics.checked import Checked
from hjemmel.source.provisions import sign_of
from hjemmel.source.source import Source
from hjemmel.syntax import blocks, lines
from hjemmel.syntax.blocks import Block, RuleFile
from hjemmel.syntax.parse import parse
from hjemmel.syntax.show_declarations import declaration, head
from hjemmel.syntax.show_expressions import norm_name
from hjemmel.syntax.show_layout import Rows, line
from hjemmel.syntax.show_lines import body
from hjemmel.syntax.show_values import citation, cited
from hjemmel.syntax.tree import NormName


def format_text(source: Source, grammar: str) -> Checked[str]:
    """The text in the one layout; as it was, with the reasons, where it cannot be read."""
    parsed = parse(source, grammar)
    text = show(parsed.value.file) if parsed.ok else source.text
    return Checked(text, parsed.diagnostics)


def show(file: RuleFile) -> str:
    """A rule file in the one layout, ended by a line end; nothing where it is empty."""
    shown = ["\n".join(_block(each)) for each in file.blocks]
    gaps = ["\n" * (1 + _blank_lines(*pair)) for pair in pairwise(file.blocks)]
    return "".join(text + gap for text, gap in zip(shown, [*gaps, "\n"], strict=False))


def _blank_lines(before: Block, after: Block) -> int:
    """How many empty lines part two blocks: what belongs together stands together."""
    match before, after:
        case _, blocks.Section():
            return 2
        case blocks.RulebookHead(), blocks.Uses():
            return 0
        case blocks.Uses(), blocks.Uses():
            return 0
        case blocks.SourceHead(kind=kind), blocks.SourceHead():
            return 0 if kind is None else 1
        case blocks.Place(), blocks.Place():
            return 1
        case blocks.Place(), _:
            return 0
        case _:  # blocks are parted unless something above keeps them together
            return 1


def _block(of: Block) -> Rows:
    match of:
        case blocks.RulebookHead() | blocks.Uses() | blocks.SourceHead():
            return head(of)
        case (
            blocks.CalendarBlock() | blocks.Term() | blocks.RegisterBlock() | blocks.RoleBlock()
            | blocks.RecordBlock() | blocks.AssessmentBlock()
        ):  # fmt: skip
            return declaration(of)
        case blocks.Section() | blocks.Place() | lines.Remark():
            return [_place(of)]
        case blocks.NormBlock(kind, title, by, within):
            return [f"{kind} {title}{cited(by)}", *body(within)]
        case blocks.ProcessBlock(title, by, within):
            return [f"prosess {title}{cited(by)}", *body(within)]
        case blocks.LikewiseBlock():
            return _likewise(of)
        case _:
            assert_never(of)


def _place(of: blocks.Section | blocks.Place | lines.Remark) -> str:
    match of:
        case blocks.Section(number, heading):
            return _heading(number, heading)
        case blocks.Place(at):
            return citation(at)
        case lines.Remark(text):
            return f"merknad {text}"
        case _:
            assert_never(of)


def _heading(number: str, heading: str) -> str:
    """The heading of a provision; one that begins with a letter by itself stands further in."""
    if not sign_of(number):
        return _part(number, heading)
    between = "  " if re.match(r"[a-zæøå][ .]", heading) else " "
    return f"{number}{between}{heading}"


def _part(number: str, heading: str) -> str:
    """The heading of a part; two blanks keep «4» and «100 senger» apart, which are no «4 100»."""
    between = "  " if number[-1].isdigit() and heading[0].isdigit() else " "
    return f"avsnitt {number}{between}{heading}"


def _likewise(of: blocks.LikewiseBlock) -> Rows:
    """The norms that apply likewise, and the remarks where they were written."""
    in_order = sorted([*of.remarks, *of.norms], key=lambda each: each.span.line)
    return [f"gjelder tilsvarende{cited(of.cited)}", *map(_likewise_line, in_order)]


def _likewise_line(of: lines.OwnWords | lines.Remark | NormName) -> str:
    match of:
        case lines.OwnWords(text):
            return line(2, "med egne ord", text)
        case lines.Remark(text):
            return line(2, "merknad", text)
        case NormName(section, title):
            return line(2, "norm", norm_name(section, title))
        case _:
            assert_never(of)
