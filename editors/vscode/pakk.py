"""Put the extension together: a `.vsix` is a zip of a manifest, a list of types, and the files.

`python editors/vscode/pakk.py OUT.vsix` takes what `bundle.mjs` has made in `dist/`. The same files
give the same bytes.
"""

import json
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

HERE = Path(__file__).resolve().parent
FILES = (
    "package.json",
    "README.md",
    "language-configuration.json",
    "syntaxes/ntr.tmLanguage.json",
    "dist/extension.js",
    "dist/LICENSES.txt",
)
TYPES = {"json": "application/json", "js": "application/javascript", "md": "text/markdown",
         "txt": "text/plain", "vsixmanifest": "text/xml"}  # fmt: skip
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def content_types() -> str:
    """What kind each file is of, by its ending."""
    kinds = "".join(
        f'<Default Extension=".{ending}" ContentType="{kind}"/>' for ending, kind in TYPES.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/'
        f'package/2006/content-types">{kinds}</Types>\n'
    )


def manifest(of: dict[str, object]) -> str:
    """What the editor shows before it installs, from the extension's own description."""
    engines = of["engines"]
    assert isinstance(engines, dict)
    identity = " ".join(
        f"{name}={quoteattr(str(value))}"
        for name, value in (("Language", "nb"), ("Id", of["name"]), ("Version", of["version"]),
                            ("Publisher", of["publisher"]))
    )  # fmt: skip
    wanted = quoteattr(str(engines["vscode"]))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity {identity}/>
    <DisplayName>{escape(str(of["displayName"]))}</DisplayName>
    <Description xml:space="preserve">{escape(str(of["description"]))}</Description>
    <Tags>ntr,__ext_ntr,regelverk</Tags>
    <Categories>{escape(",".join(map(str, _listed(of["categories"]))))}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={wanted}/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" \
Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" \
Addressable="true"/>
  </Assets>
</PackageManifest>
"""


def _listed(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def pack(out: Path, folder: Path = HERE) -> None:
    """Write the package; what only builds it is left out of its description."""
    described = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    described.pop("devDependencies", None)
    described.pop("private", None)
    contents: dict[str, bytes] = {
        "[Content_Types].xml": content_types().encode(),
        "extension.vsixmanifest": manifest(described).encode(),
    }
    for name in FILES:
        contents[f"extension/{name}"] = (folder / name).read_bytes()
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    contents["extension/package.json"] = text.encode()
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)


if __name__ == "__main__":
    pack(Path(sys.argv[1]))
