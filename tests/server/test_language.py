"""The language server, asked by an editor over its streams."""

from pathlib import Path

from support.editor_client import PATIENCE, Editor, Message

WORDS = """\
opplysninger om båt, båten
  opplysning lengde er heltall, oppgis av eieren
  opplysning godkjent er ja eller nei, oppgis av tilsynet
"""
RULES = """\
regelverk 😀 båter
bygger på ord


§ 1 Båter

krav 😀 på å være kort, etter forskrift § 1 første ledd
  oppfylt når   båtens lengde er høyst 10
    og          båten er godkjent

krav andre, etter forskrift § 1
  oppfylt når   § 1 «😀 på å være kort» er oppfylt
"""


def place(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Where some words begin, by line and UTF-16 units from 0."""
    found = [
        (line, len(row[: row.index(words)].encode("utf-16-le")) // 2)
        for line, row in enumerate(text.split("\n"))
        if words in row
    ]
    return found[nth]


def text_at(text: str, within: Message) -> str:
    """What stands at a range, counted in UTF-16."""
    row = text.split("\n")[within["start"]["line"]].encode("utf-16-le")
    return row[within["start"]["character"] * 2 : within["end"]["character"] * 2].decode(
        "utf-16-le"
    )


class Opened:
    """Two files that build on each other: the words on disk, the rules open."""

    def __init__(self, editor: Editor, folder: Path, rules: str = RULES) -> None:
        self.editor, self.folder = editor, folder
        self.words, self.rules = folder / "ord.ntr", folder / "båter.ntr"
        self.words.write_text(WORDS, "utf-8")
        self.uri = self.rules.as_uri()
        editor.open(self.uri, rules)


def test_it_says_what_it_can(tmp_path: Path) -> None:
    """And that it counts as the editor would rather have it, where that is one it knows."""
    with Editor(tmp_path) as editor:
        able = editor.begin(
            tmp_path,
            general={"positionEncodings": ["utf-8", "utf-16"]},
            textDocument={"rename": {"prepareSupport": True}},
        )
        assert able["capabilities"]["positionEncoding"] == "utf-8"
        assert able["capabilities"]["renameProvider"] == {"prepareProvider": True}
        for each in ("completion", "hover", "definition", "references", "documentSymbol",
                     "workspaceSymbol", "foldingRange", "documentFormatting", "semanticTokens",
                     "codeAction"):  # fmt: skip
            assert able["capabilities"][f"{each}Provider"]
        uri = (tmp_path / "å.ntr").as_uri()
        editor.open(uri, RULES.replace("bygger på ord\n", ""))
        (first, *_) = editor.diagnostics(uri)
        line = RULES.replace("bygger på ord\n", "").split("\n")[first["range"]["start"]["line"]]
        start, end = (first["range"][each]["character"] for each in ("start", "end"))
        assert line.encode()[start:end].decode() == "båtens lengde"
        assert editor.end() == 0
        assert b"".join(editor.log) == b""


def test_what_is_wrong_is_told_at_the_word_and_mended(shared: Editor, folder: Path) -> None:
    """Past an «å» and a sign that takes two units; the fix is what the message says."""
    opened = Opened(shared, folder, RULES.replace("«😀 på å være kort»", "«😀 på å være kårt»"))
    (found,) = shared.diagnostics(opened.uri)
    assert (found["code"], found["severity"], found["source"]) == ("NTR212", 1, "ntr")
    assert "mente du" in found["message"]
    text = RULES.replace("være kort»", "være kårt»")
    assert text_at(text, found["range"]) == "§ 1 «😀 på å være kårt»"
    shared.change(opened.uri, RULES)
    assert shared.diagnostics(opened.uri) == []
    wrong = RULES.replace("båtens lengde", "båtens lende")
    shared.change(opened.uri, wrong, 3)
    (found,) = shared.diagnostics(opened.uri)
    (one, every) = shared.about("codeAction", opened.uri, range=found["range"],
                                context={"diagnostics": [found]})  # fmt: skip
    (edit,) = one["edit"]["changes"][opened.uri]
    assert (one["title"], one["kind"]) == ("skriv båtens lengde", "quickfix")
    assert (text_at(wrong, edit["range"]), edit["newText"]) == ("båtens lende", "båtens lengde")
    assert every["kind"] == "source.fixAll"
    only = {"diagnostics": [], "only": ["quickfix"]}
    assert len(shared.about("codeAction", opened.uri, range=found["range"], context=only)) == 1


def test_files_that_are_open_are_seen_together(shared: Editor, folder: Path) -> None:
    """What one declares is known in the other before it is saved, and gone when it is gone."""
    opened = Opened(shared, folder)
    assert shared.diagnostics(opened.uri) == []
    words = opened.words.as_uri()
    shared.open(words, WORDS.replace("lengde", "langde"))
    assert "mente du «båtens langde»?" in shared.diagnostics(opened.uri)[0]["message"]
    shared.close(words)
    shared.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": words, "type": 2}]})
    assert shared.diagnostics(opened.uri) == []


def test_a_file_that_vanishes_is_told_of_where_it_is_built_on(shared: Editor, folder: Path) -> None:
    """And what it had is told no more; the server goes on."""
    opened = Opened(shared, folder)
    assert shared.diagnostics(opened.uri) == []
    opened.words.unlink()
    change = {"uri": opened.words.as_uri(), "type": 3}
    shared.tell("workspace/didChangeWatchedFiles", {"changes": [change]})
    assert {each["code"] for each in shared.diagnostics(opened.uri)} >= {"NTR202"}
    assert shared.at("hover", opened.uri, *place(RULES, "og  ")) is not None


def test_names_are_explained_found_and_completed(shared: Editor, folder: Path) -> None:
    """Where they are declared, in another file, and everywhere they stand."""
    opened = Opened(shared, folder)
    line, character = place(RULES, "lengde")
    said = shared.at("hover", opened.uri, line, character)
    assert said["contents"]["kind"] == "markdown"
    assert said["contents"]["value"].startswith("**båtens lengde** · opplysning")
    (declared,) = shared.at("definition", opened.uri, line, character)
    assert declared["uri"] == opened.words.as_uri()
    assert text_at(WORDS, declared["range"]) == "lengde"
    named = shared.at("references", opened.uri, line, character,
                      context={"includeDeclaration": False})  # fmt: skip
    assert [(each["uri"], text_at(RULES, each["range"])) for each in named] == [
        (opened.uri, "lengde")
    ]
    offered = shared.at("completion", opened.uri, line, character + 3)["items"]
    (mine,) = [each for each in offered if each["label"] == "båtens lengde"]
    assert text_at(RULES, mine["textEdit"]["range"]) == "båtens len"
    group = shared.at("definition", opened.uri, *place(RULES, "være kort»"))
    assert text_at(RULES, group[0]["range"]) == "😀 på å være kort"


def test_a_citation_leads_to_the_sentences_of_the_source(shared: Editor, folder: Path) -> None:
    """In the list that stands beside the rules."""
    rows = "id\tkilde\tsted\tdel\tfingeravtrykk\nF1#1\tforskrift\t§ 1\tførste ledd\tx\n"
    (folder / "kilder").mkdir()
    (folder / "kilder" / "setninger.tsv").write_text(rows, "utf-8")
    opened = Opened(shared, folder)
    (found,) = shared.at("definition", opened.uri, *place(RULES, "§ 1 første ledd"))
    assert found["uri"] == (folder / "kilder" / "setninger.tsv").as_uri()
    assert found["range"]["start"] == {"line": 1, "character": 0}
    said = shared.at("hover", opened.uri, *place(RULES, "§ 1 første ledd"))
    assert said["contents"]["value"] == "**hjemmel**\n\nsetninger: F1#1"


def test_a_name_is_changed_everywhere(shared: Editor, folder: Path) -> None:
    """In the file that is open and in the one on disk; what cannot be done is told with why."""
    opened = Opened(shared, folder)
    line, character = place(RULES, "lengde")
    begun = shared.at("prepareRename", opened.uri, line, character)
    assert begun["placeholder"] == "lengde"
    changes = shared.at("rename", opened.uri, line, character, newName="største lengde")["changes"]
    assert {uri: [each["newText"] for each in edits] for uri, edits in changes.items()} == {
        opened.uri: ["største lengde"],
        opened.words.as_uri(): ["største lengde"],
    }
    position = {"textDocument": {"uri": opened.uri},
                "position": {"line": line, "character": character}}  # fmt: skip
    refused = shared.answer("textDocument/rename", position | {"newName": "godkjent"})
    assert "erklært to ganger" in refused["error"]["message"]
    position["position"] = {"line": line, "character": 3}
    refused = shared.answer("textDocument/prepareRename", position)
    assert "ord i språket" in refused["error"]["message"]


def test_how_a_text_looks(shared: Editor, folder: Path) -> None:
    """Outline, folding, colours and layout."""
    opened = Opened(shared, folder, RULES.replace("    og          båten", " og båten"))
    outline = shared.about("documentSymbol", opened.uri)
    section = outline[-1]
    assert [each["name"] for each in section["children"]] == ["😀 på å være kort", "andre"]
    assert text_at(RULES, section["children"][0]["selectionRange"]) == "😀 på å være kort"
    folds = shared.about("foldingRange", opened.uri)
    assert {"startLine": 6, "endLine": 8, "kind": "region"} in folds
    (edit,) = shared.about("formatting", opened.uri, options={"tabSize": 2, "insertSpaces": True})
    assert edit["newText"] == "    og          båten er godkjent\n"
    data = shared.about("semanticTokens/full", opened.uri)["data"]
    assert len(data) % 5 == 0
    assert data[:5] == [0, 0, 9, 0, 0]


def test_it_ends_when_the_editor_is_gone(tmp_path: Path) -> None:
    """Nobody is left waiting for a question that does not come."""
    with Editor(tmp_path) as editor:
        editor.begin()
        assert editor.process.stdin is not None
        editor.process.stdin.close()
        assert editor.process.wait(PATIENCE) == 0


def test_symbols_of_all_files_in_the_folders(tmp_path: Path, folder: Path) -> None:
    """By any words in their names and in what they stand in."""
    with Editor(tmp_path) as editor:
        editor.begin(folder)
        Opened(editor, folder)
        found = editor.ask("workspace/symbol", {"query": "båt len"})
        assert [each["name"] for each in found] == ["lengde"]
        assert editor.ask("workspace/symbol", {"query": "finnes ikke"}) == []
        assert editor.end() == 0


def test_a_text_that_is_nowhere_is_answered_too(shared: Editor) -> None:
    """It builds on what comes along."""
    uri = "untitled:Uten navn-1"
    text = "regelverk prøve\nbygger på kalender\n\n§ 1 Prøve\n\nkrav x, etter forskrift § 1\n  opp"
    shared.open(uri, text)
    assert [each["code"] for each in shared.diagnostics(uri)]
    offered = shared.at("completion", uri, 6, 5)["items"]
    assert "oppfylt når" in [each["label"] for each in offered]
    shared.close(uri)
    assert shared.diagnostics(uri) == []


def test_odd_questions_do_no_harm(shared: Editor, folder: Path) -> None:
    """Places outside a text, texts that are not open, wrong parameters, bytes that are no JSON."""
    opened = Opened(shared, folder)
    assert shared.at("hover", opened.uri, 999_999, 999_999) is None
    assert shared.at("definition", opened.uri, 999_999, 0) == []
    assert shared.at("hover", (folder / "ukjent.ntr").as_uri(), 0, 0) is None
    assert shared.at("hover", "x", 0, 0) is None
    assert "error" in shared.answer("textDocument/hover", {"textDocument": 1})
    assert "error" in shared.answer("textDocument/finnesIkke", {})
    shared.send_bytes(b"{ dette er ikke JSON")
    shared.send_bytes(b'{"jsonrpc": "2.0", "method": 3}')
    for text in ("", "\ufeff", "\x00\ufffd\u2028 krav", "krav " * 5_000, "§ 1 «\nkrav", "🦊" * 99):
        shared.change(opened.uri, text, 7)
        for method in ("documentSymbol", "foldingRange", "semanticTokens/full"):
            shared.about(method, opened.uri)
        for at in ((0, 0), (0, 7), (1, 1)):
            shared.at("completion", opened.uri, *at)
            shared.at("hover", opened.uri, *at)
            shared.answer(
                "textDocument/rename",
                {
                    "textDocument": {"uri": opened.uri},
                    "newName": "",
                    "position": {"line": at[0], "character": at[1]},
                },
            )
    shared.change(opened.uri, RULES, 8)
    assert text_at(RULES, shared.at("hover", opened.uri, *place(RULES, "lengde"))["range"])


def test_half_written_text_is_answered(shared: Editor, folder: Path) -> None:
    """Other lines than the one that cannot be read are known as before."""
    opened = Opened(shared, folder, f"{RULES}\nkrav halv, et")
    assert shared.diagnostics(opened.uri)
    (declared,) = shared.at("definition", opened.uri, *place(RULES, "lengde"))
    assert declared["uri"] == opened.words.as_uri()


def test_nothing_but_the_protocol_is_written(shared: Editor) -> None:
    """What could not be read as it would have ended the conversation; the log is elsewhere."""
    assert shared.process.poll() is None
    assert isinstance(shared.ask("workspace/symbol", {"query": ""}), list)


def test_a_mark_at_the_beginning_is_no_column(shared: Editor, folder: Path) -> None:
    """A text that begins with the mark of UTF-8 is counted as the editor has it."""
    text = "\ufeffregelverk x\nbygger på finnesikke\n"
    uri = (folder / "merke.ntr").as_uri()
    shared.open(uri, text)
    found = shared.diagnostics(uri)
    assert text_at(text, found[0]["range"]) == "finnesikke"
    tokens = shared.about("semanticTokens/full", uri)["data"]
    assert tokens[:3] == [0, 1, 9]
