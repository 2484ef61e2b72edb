"""Write the TextMate grammar of rule files from the keyword list of the language.

`python editors/vscode/lag_grammatikk.py` writes `syntaxes/ntr.tmLanguage.json`; `tests/packaging`
sees to it that the file is what this would write.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "engine"))  # a checkout with nothing of ours installed

from hjemmel.editing.word_kinds import WordKinds, word_kinds  # noqa: E402 - found only now
from hjemmel.rulebooks.texts import the_grammar  # noqa: E402

OUT = HERE / "syntaxes" / "ntr.tmLanguage.json"
Rule = dict[str, object]


def rule(pattern: str, *names: str) -> Rule:
    """What colours each group of a pattern; the first name is that of the first group."""
    captures = {str(n): {"name": f"{name}.ntr"} for n, name in enumerate(names, 1)}
    return {"match": _numbered_alone(pattern), "captures": captures}


def _numbered_alone(pattern: str) -> str:
    """The pattern with only the groups that are meant to be told apart: those marked with «@(»."""
    plain = pattern.replace("@(", "\0")
    out, at, inside = [], 0, False
    while at < len(plain):
        char = plain[at]
        if char == "\\":
            out.append(plain[at : at + 2])
            at += 2
            continue
        inside = (inside or char == "[") and not (inside and char == "]")
        is_plain_group = char == "(" and not inside and plain[at + 1 : at + 2] != "?"
        out.append("(?:" if is_plain_group else "(" if char == "\0" else char)
        at += 1
    return "".join(out)


def grammar(kinds: WordKinds) -> dict[str, object]:
    """The whole grammar: lines by the word that opens them, then what stands in any line."""
    prose, word, title = "comment.block.documentation", "keyword.control", "entity.name.function"
    lines = [
        rule(rf"^\s*@((?i:{kinds.remark}).*)$", "comment.line"),
        rule(r"^ {0,3}@((?i:betyr +at(?![\w-])))", word),
        rule(rf"^\s*@((?i:{kinds.prose}))@(.*)$", word, prose),
        rule(rf"^\s*@((?i:{kinds.heading}).*)$", "entity.name.section"),
        rule(rf"^\s*@((?i:{kinds.named}))\s*@(.*)$", word, "string.unquoted"),
        rule(rf"^\s*@((?i:{kinds.norm}))\s+@([^,:]+)", word, title),
        rule(rf"^\s*@((?i:{kinds.line}|{kinds.continuing}))", word),
    ]
    within = [
        rule("@(«[^«»]*»)", "string.quoted.other"),
        rule(rf"@({kinds.citing})", word),
        rule(rf"@((?i:{kinds.place}))", "constant.other.reference"),
        rule(rf"@((?i:{kinds.value}))", "constant.numeric"),
        rule(rf"@({kinds.binding})", "keyword.operator.word"),
    ]
    return {
        "name": "Regler (ntr)",
        "scopeName": "source.ntr",
        "fileTypes": ["ntr"],
        "patterns": [*lines, *within],
    }


def written() -> str:
    """The grammar as the file has it."""
    return json.dumps(grammar(word_kinds(the_grammar())), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(written(), encoding="utf-8")
