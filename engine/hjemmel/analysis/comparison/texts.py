"""How the rule files differ as texts: paragraph by paragraph, then line by line."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum

from attrs import frozen

from hjemmel.core.program import Program
from hjemmel.source.span import Span

_REMARK = "merknad "
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
Texts = Mapping[str, str]
"""The rule files of a version: their texts by name."""


class Change(Enum):
    """What has become of a stretch of text."""

    WRITTEN = "skrevet om"
    ADDED = "føyd til"
    REMOVED = "tatt bort"
    MOVED = "flyttet"
    REMARK = "merknad"
    LAYOUT = "bare oppsett"


@frozen
class Hunk:
    """A stretch that differs: its lines before and now, where it begins, and what it is part of.

    `norms` are those that the lines belong to; without any, `about` says what they are part of.
    """

    change: Change
    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    norms: tuple[str, ...] = ()
    about: str = ""


@frozen
class FileDifference:
    """A rule file that differs, or that only one version has."""

    name: str
    hunks: tuple[Hunk, ...]
    is_new: bool = False
    is_gone: bool = False

    @property
    def is_layout(self) -> bool:
        """Whether nothing differs but blanks, line ends and remarks."""
        aside = (Change.LAYOUT, Change.REMARK)
        return not (self.is_new or self.is_gone) and all(e.change in aside for e in self.hunks)


def text_differences(
    old: Texts, new: Texts, programs: tuple[Program, Program]
) -> tuple[FileDifference, ...]:
    """The files that differ, in the order of the new, then those that are gone."""
    names = dict.fromkeys((*new, *old))
    return tuple(
        _file(name, old.get(name), new.get(name), programs)
        for name in names if old.get(name) != new.get(name)
    )  # fmt: skip


def _file(
    name: str, old: str | None, new: str | None, programs: tuple[Program, Program]
) -> FileDifference:
    if old is None or new is None:
        return FileDifference(name, (), is_new=old is None, is_gone=new is None)
    before = _paragraphs(old, _norms_at(programs[0], name))
    after = _paragraphs(new, _norms_at(programs[1], name))
    matcher = SequenceMatcher(None, [e.text for e in before], [e.text for e in after],
                              autojunk=False)  # fmt: skip
    spans = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    gone = Counter(one.text for _, a, b, _, _ in spans for one in before[a:b])
    come = Counter(one.text for _, _, _, c, d in spans for one in after[c:d])
    hunks = [
        hunk for _, a, b, c, d in spans
        for hunk in _hunks(before[a:b], after[c:d], gone & come)
    ]  # fmt: skip
    if not hunks:  # nothing but blank lines
        hunks = [Hunk(Change.LAYOUT, 1, (), ())]
    return FileDifference(name, tuple(hunks))


@frozen
class _Paragraph:
    """Lines between blank ones, where they begin, and the norms that begin in them."""

    line: int
    lines: tuple[str, ...]
    norms: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text, without what nobody sees."""
        return "\n".join(each.rstrip() for each in self.lines)


def _norms_at(program: Program, name: str) -> Mapping[int, str]:
    """The norms of a file by the line that they begin on."""
    norms = (*program.norms, *program.beside)
    return {each.span.line: each.id for each in norms if _is_in(each.span, name)}


def _is_in(span: Span, name: str) -> bool:
    return span.file.rpartition("/")[2].removesuffix(".ntr") == name


def _paragraphs(text: str, norms: Mapping[int, str]) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            lines.append(line)
        elif lines:
            start = number - len(lines)
            within = tuple(norms[each] for each in range(start, number) if each in norms)
            found.append(_Paragraph(start, tuple(lines), within))
            lines = []
    return found


def _hunks(
    before: Sequence[_Paragraph], after: Sequence[_Paragraph], moved: Mapping[str, int]
) -> Iterator[Hunk]:
    """Paragraphs that came in the place of others: those of one norm, or alike, together."""
    rest = list(after)
    for each in before:
        if moved.get(each.text):
            continue
        if rest and (match := _match(each, rest)) is not None:
            for added in rest[: rest.index(match)]:
                yield from _added(added, moved)
            del rest[: rest.index(match) + 1]
            yield from _rewritten(each, match)
        else:
            yield Hunk(Change.REMOVED, each.line, each.lines, (), each.norms, each.lines[0])
    for each in rest:
        yield from _added(each, moved)


def _added(of: _Paragraph, moved: Mapping[str, int]) -> Iterator[Hunk]:
    change = Change.MOVED if moved.get(of.text) else Change.ADDED
    yield Hunk(change, of.line, (), of.lines, of.norms, of.lines[0])


def _match(of: _Paragraph, among: Iterable[_Paragraph]) -> _Paragraph | None:
    """That of the same norm, else the first that is much alike."""
    among = tuple(among)
    same = (each for each in among if of.norms and set(of.norms) & set(each.norms))
    return next(same, None) or next((each for each in among if _is_alike(of, each)), None)


_ALIKE = 0.5


def _is_alike(one: _Paragraph, other: _Paragraph) -> bool:
    matcher = SequenceMatcher(None, one.text.split(), other.text.split(), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _rewritten(before: _Paragraph, after: _Paragraph) -> Iterator[Hunk]:
    norms = tuple(dict.fromkeys((*after.norms, *before.norms)))
    matcher = SequenceMatcher(None, before.lines, after.lines, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            lost, new = before.lines[a:b], after.lines[c:d]
            change = _change(lost, new)
            about = after.lines[0]
            yield Hunk(change, after.line + c, lost, new, norms, about)


def _change(lost: Sequence[str], new: Sequence[str]) -> Change:
    if " ".join(lost).split() == " ".join(new).split():
        return Change.LAYOUT
    if all(each.lstrip().startswith(_REMARK) for each in (*lost, *new)):
        return Change.REMARK
    return Change.WRITTEN


class Part(Enum):
    """What has become of a piece of a line."""

    SAME = " "
    OUT = "-"
    IN = "+"


Piece = tuple[Part, str]


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The words that differ between two texts, in their places."""
    was, now = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    found: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found.append((Part.SAME, "".join(was[a:b])))
            continue
        found += [(Part.OUT, "".join(was[a:b]))] if b > a else []
        found += [(Part.IN, "".join(now[c:d]))] if d > c else []
    return tuple(found)
