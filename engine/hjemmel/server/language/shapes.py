"""How a rule file looks in an editor: its outline, colours, folding, layout and fixes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types as lsp

from hjemmel import engine
from hjemmel.server.language.checking import Found, check
from hjemmel.server.language.columns import Columns, columns_of
from hjemmel.server.language.documents import Around, Documents, same

KINDS = {
    engine.SymbolKind.RULEBOOK: lsp.SymbolKind.Module,
    engine.SymbolKind.SECTION: lsp.SymbolKind.Namespace,
    engine.SymbolKind.PLACE: lsp.SymbolKind.Namespace,
    engine.SymbolKind.NORM: lsp.SymbolKind.Function,
    engine.SymbolKind.STEP: lsp.SymbolKind.Method,
    engine.SymbolKind.ITEM: lsp.SymbolKind.Method,
    engine.SymbolKind.RECORD: lsp.SymbolKind.Class,
    engine.SymbolKind.ENTRY: lsp.SymbolKind.Struct,
    engine.SymbolKind.FACT: lsp.SymbolKind.Field,
    engine.SymbolKind.TERM: lsp.SymbolKind.Enum,
    engine.SymbolKind.VALUE: lsp.SymbolKind.EnumMember,
    engine.SymbolKind.REGISTER: lsp.SymbolKind.Enum,
    engine.SymbolKind.INSTITUTION: lsp.SymbolKind.EnumMember,
    engine.SymbolKind.ROLE: lsp.SymbolKind.Interface,
    engine.SymbolKind.ASSESSMENT: lsp.SymbolKind.Event,
    engine.SymbolKind.SOURCE: lsp.SymbolKind.File,
    engine.SymbolKind.CALENDAR: lsp.SymbolKind.Constant,
}
TOKENS = {
    engine.Colour.KEYWORD: "keyword",
    engine.Colour.HEADING: "namespace",
    engine.Colour.PROSE: "comment",
    engine.Colour.NORM: "function",
    engine.Colour.FACT: "property",
    engine.Colour.PART: "class",
    engine.Colour.LIST: "enum",
    engine.Colour.VALUE: "enumMember",
    engine.Colour.BODY: "variable",
    engine.Colour.CITATION: "decorator",
    engine.Colour.NUMBER: "number",
    engine.Colour.TEXT: "string",
}
LEGEND = lsp.SemanticTokensLegend([*TOKENS.values()], ["declaration"])
_TYPES = {colour: number for number, colour in enumerate(TOKENS)}
_MOST_SYMBOLS = 1_000


def symbols(text: str, columns: Columns, name: str) -> list[lsp.DocumentSymbol]:
    """The outline of a text, which rules know by a name."""
    return [_symbol(each, columns) for each in engine.symbols(text, name)]


def _symbol(of: engine.Symbol, columns: Columns) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        of.name or of.kind.value,
        KINDS[of.kind],
        columns.range(of.whole),
        columns.range(of.range),
        of.detail or of.kind.value,
        children=[_symbol(each, columns) for each in of.children],
    )


def symbols_called(
    query: str, documents: Documents, paths: Iterable[Path]
) -> list[lsp.WorkspaceSymbol]:
    """The symbols of some files, and of those that are open, that have the words in their name."""
    wanted, found = query.casefold().split(), list[lsp.WorkspaceSymbol]()
    seen: set[Path] = set()
    opened = documents.opened()
    for path in (*opened, *paths):
        if path in seen:
            continue
        seen.add(path)
        beside = engine.files_beside(path, opened)
        text = beside.texts.get(beside.name)
        if text is None:
            continue
        uri, columns = documents.uri_of(path), columns_of(text, documents.encoding)
        for each, inside in _all(engine.symbols(text, beside.name), ""):
            if all(word in f"{inside} {each.name}".casefold() for word in wanted):
                where = lsp.Location(uri, columns.range(each.range))
                found.append(lsp.WorkspaceSymbol(where, each.name, KINDS[each.kind],
                                                 container_name=inside or None))  # fmt: skip
            if len(found) == _MOST_SYMBOLS:
                return found
    return found


def _all(symbols: Iterable[engine.Symbol], inside: str) -> Iterator[tuple[engine.Symbol, str]]:
    for each in symbols:
        yield each, inside
        yield from _all(each.children, f"{inside} {each.name}".strip())


def folding(text: str, name: str) -> list[lsp.FoldingRange]:
    """What of a text may be folded."""
    return [
        lsp.FoldingRange(each.start_line - 1, each.end_line - 1, kind=lsp.FoldingRangeKind.Region)
        for each in engine.folding(text, name)
    ]


def formatting(text: str, columns: Columns, name: str) -> list[lsp.TextEdit]:
    """What makes a text stand in the one layout; nothing where it has errors."""
    edits = engine.format_edits(text, name) or ()
    return [lsp.TextEdit(columns.range(each.range), each.text) for each in edits]


def tokens(around: Around) -> lsp.SemanticTokens:
    """What every stretch of a text is, each told from the one before, as the protocol has it."""
    data: list[int] = []
    line = start = 0
    for each in engine.colours(around.texts, around.name):
        where = around.columns.range(each.range)
        at, length = where.start, where.end.character - where.start.character
        first = at.character - start if at.line == line else at.character
        data += (at.line - line, first, length, _TYPES[each.colour], int(each.declares))
        line, start = at.line, at.character
    return lsp.SemanticTokens(data)


def actions(documents: Documents, uri: str, within: lsp.Range) -> list[lsp.CodeAction]:
    """What mends what is found in some lines, each as a choice; and all of the file at once."""
    found = [each for each in check(documents, uri) if same(each.uri, uri)]
    mendable = [each for each in found if each.diagnostic.fixes]
    text = documents.text(uri) or ""
    columns = documents.columns(uri, text)
    here = [each for each in mendable if _meet(each.shown.range, within)]
    offered = [
        lsp.CodeAction(
            fix.title,
            lsp.CodeActionKind.QuickFix,
            [each.shown],
            is_preferred=len(each.diagnostic.fixes) == 1,
            edit=lsp.WorkspaceEdit({uri: [lsp.TextEdit(columns.range(fix.range), fix.text)]}),
        )
        for each in here
        for fix in each.diagnostic.fixes
    ]
    return [*offered, *_all_at_once(uri, mendable, columns)]


def _all_at_once(uri: str, mendable: list[Found], columns: Columns) -> Iterator[lsp.CodeAction]:
    edits: list[lsp.TextEdit] = []
    for each in mendable:
        fix = each.diagnostic.fixes[0]
        where = columns.range(fix.range)
        if not any(_meet(where, other.range) for other in edits):
            edits.append(lsp.TextEdit(where, fix.text))
    if edits:
        yield lsp.CodeAction(
            f"rett alt som kan rettes ({len(edits)})",
            lsp.CodeActionKind.SourceFixAll,
            edit=lsp.WorkspaceEdit({uri: edits}),
        )


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    return _order(one.start) <= _order(other.end) and _order(other.start) <= _order(one.end)


def _order(at: lsp.Position) -> tuple[int, int]:
    return at.line, at.character
