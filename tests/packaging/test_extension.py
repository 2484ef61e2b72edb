"""The extension for VS Code: its grammar, its description, and the package that is built of it."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import hjemmel

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "editors" / "vscode"
sys.path.insert(0, str(EXTENSION))

import lag_grammatikk  # noqa: E402 - found only now
import pakk  # noqa: E402

DESCRIBED: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text("utf-8"))
NODE = shutil.which("node")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with an entry point of the test's own, since the real one needs npm to be built."""
    folder = tmp_path / "vscode"
    shutil.copytree(EXTENSION, folder, ignore=shutil.ignore_patterns("node_modules", "dist"))
    (folder / "dist").mkdir()
    (folder / "dist" / "extension.js").write_bytes((folder / "src" / "extension.js").read_bytes())
    (folder / "dist" / "LICENSES.txt").write_text("", "utf-8")
    out = tmp_path / "hjemmel.vsix"
    pakk.pack(out, folder)
    return out


def test_the_grammar_is_up_to_date() -> None:
    """`python editors/vscode/lag_grammatikk.py` writes it anew."""
    assert lag_grammatikk.OUT.read_text("utf-8") == lag_grammatikk.written()


@pytest.mark.parametrize(
    ("line", "scopes"),
    [
        ("krav om kort vei, etter forskrift § 1", {"krav": "keyword", "om kort vei": "entity"}),
        ("  oppfylt når båtens lengde er høyst 10", {"oppfylt når": "keyword"}),
        ("§ 4-1 Godkjenning", {"§ 4-1 Godkjenning": "entity"}),
        ("  med egne ord Er ikke regler.", {"med egne ord": "keyword", "Er ikke regler.": "comm"}),
        ("  betyr at båten er lang", {"betyr at": "keyword"}),
        ("    betyr at båten er lang", {"betyr": "keyword", "at båten er lang": "comment"}),
        ("merknad alt dette", {"merknad alt dette": "comment"}),
        ("  kjennemerke 1/x", {"kjennemerke": "keyword", "1/x": "string"}),
    ],
)
def test_the_grammar_tells_lines_apart(line: str, scopes: dict[str, str]) -> None:
    """The first rule that fits a line colours what it should, and each group has its name."""
    patterns = lag_grammatikk.grammar(lag_grammatikk.word_kinds(lag_grammatikk.the_grammar()))
    rules = patterns["patterns"]
    assert isinstance(rules, list)
    for rule in rules:
        names = {int(n): name["name"] for n, name in rule["captures"].items()}
        assert re.compile(rule["match"]).groups == len(names)
    first = next(each for each in rules if re.search(each["match"], f"{line}\n"))
    found = re.search(first["match"], f"{line}\n")
    assert found is not None
    told = {found[int(n)].strip(): name["name"] for n, name in first["captures"].items()}
    for words, scope in scopes.items():
        assert told[words].startswith(scope)


def test_the_description_is_right() -> None:
    """Its version is the program's, what it names is there, and nothing in it is fetched."""
    assert DESCRIBED["version"] == hjemmel.__version__
    contributed = DESCRIBED["contributes"]
    (language,), (grammar,) = contributed["languages"], contributed["grammars"]
    assert language["id"] == grammar["language"] == "ntr"
    assert (EXTENSION / language["configuration"]).is_file()
    assert (EXTENSION / grammar["path"]).is_file()
    written = json.loads((EXTENSION / grammar["path"]).read_text("utf-8"))
    assert written["scopeName"] == grammar["scopeName"]
    json.loads((EXTENSION / language["configuration"]).read_text("utf-8"))
    lock = (EXTENSION / "package-lock.json").read_text("utf-8")
    assert "resolved" not in lock
    assert "http" not in lock
    assert all(re.fullmatch(r"[\d.]+", each) for each in DESCRIBED["devDependencies"].values())


def test_the_package_holds_what_an_editor_asks_for(package: Path) -> None:
    """A manifest that names the extension, a type for each file, and the files."""
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
        types = ET.fromstring(archive.read("[Content_Types].xml"))
        manifest = ET.fromstring(archive.read("extension.vsixmanifest"))
        described = json.loads(archive.read("extension/package.json"))
    space = {"m": "http://schemas.microsoft.com/developer/vsx-schema/2011"}
    identity = manifest.find("m:Metadata/m:Identity", space)
    assert identity is not None
    assert identity.attrib["Version"] == hjemmel.__version__
    assert (identity.attrib["Publisher"], identity.attrib["Id"]) == ("hjemmel", "hjemmel")
    for asset in manifest.iterfind("m:Assets/m:Asset", space):
        assert asset.attrib["Path"] in names
    endings = {each.attrib["Extension"].lstrip(".") for each in types}
    assert {name.rsplit(".", 1)[-1] for name in names - {"[Content_Types].xml"}} <= endings
    assert f"extension/{described['main'].removeprefix('./')}" in names
    assert (
        f"extension/{described['contributes']['grammars'][0]['path'].removeprefix('./')}" in names
    )
    assert "devDependencies" not in described


def test_the_same_files_give_the_same_package(package: Path, tmp_path: Path) -> None:
    """Byte for byte, whenever it is built."""
    again = tmp_path / "igjen.vsix"
    pakk.pack(again, tmp_path / "vscode")
    assert again.read_bytes() == package.read_bytes()


STUB = """
const Module = require("node:module");
const said = [];
const vscode = {
  workspace: {
    isTrusted: true, workspaceFolders: [],
    getConfiguration: () => ({ get: (name, other) => (name === "kommando" ? "min ntr" : other) }),
    onDidChangeConfiguration: () => ({}), onDidGrantWorkspaceTrust: () => ({}),
  },
  commands: { registerCommand: (name) => said.push(name) },
  window: { showErrorMessage: (text) => said.push(text) },
};
class LanguageClient {
  constructor(id, name, server, options) { said.push(server, options.documentSelector.length);
    this.outputChannel = { appendLine: () => undefined }; }
  async start() { if (process.argv[3] === "galt") throw new Error("galt"); said.push("startet"); }
  async stop() { said.push("stanset"); }
}
const load = Module._load;
Module._load = (name, ...more) =>
  name === "vscode" ? vscode
    : name === "vscode-languageclient/node" ? { LanguageClient, TransportKind: { stdio: 0 } }
    : load(name, ...more);
(async () => {
  const extension = require(process.argv[2]);
  await extension.activate({ subscriptions: [] });
  await extension.deactivate();
  console.log(JSON.stringify(said));
})();
"""


@pytest.mark.parametrize("how", ["rett", "galt"])
def test_the_entry_point_starts_the_server(package: Path, tmp_path: Path, how: str) -> None:
    """And says so, in plain words, where it cannot. Without Node the source is read instead."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "pakket")
    entry = tmp_path / "pakket" / "extension" / "dist" / "extension.js"
    if NODE is None:
        assert '"sprakserver"' in entry.read_text("utf-8")
        return
    (tmp_path / "stub.js").write_text(STUB, "utf-8")
    done = subprocess.run([NODE, tmp_path / "stub.js", entry, how], capture_output=True,
                          encoding="utf-8", check=True)  # fmt: skip
    said = json.loads(done.stdout)
    assert said[0] == "ntr.startPaNytt"
    assert (said[1]["command"], said[1]["args"][0]) == ("min ntr", "sprakserver")
    assert said[2] == 2
    told = "startet" if how == "rett" else "lot seg ikke starte"
    assert told in said[3]
    assert said[4] == "stanset"


def test_the_built_entry_point_loads() -> None:
    """Where it has been built with its library, it can be read with nothing but `vscode` beside."""
    built = EXTENSION / "dist" / "extension.js"
    if NODE is None or not built.is_file():
        return
    code = """
const Module = require("node:module"); const load = Module._load;
const any = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => "" : any),
  apply: () => any, construct: () => any,
});
Module._load = (name, ...more) => (name === "vscode" ? any : load(name, ...more));
console.log(Object.keys(require(process.argv[1])).sort().join());
"""
    done = subprocess.run([NODE, "-e", code, built], capture_output=True, encoding="utf-8",
                          check=True)  # fmt: skip
    assert done.stdout.strip() == "activate,deactivate"
