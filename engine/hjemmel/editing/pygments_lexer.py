"""The colours of rule files for Pygments, and so for documentation that shows rules.

Whoever has Pygments and this package finds it by the name `ntr`. Its words are those of the
grammar.
"""

import re
from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Text

from hjemmel.editing.word_kinds import word_kinds
from hjemmel.resources import text

_FILES = ("ntr.lark", "bokmaal.lark", "literals.lark")
_KINDS = word_kinds("\n".join(text("grammar", each) for each in _FILES))


def _any_case(pattern: str) -> str:
    return f"(?i:{pattern})"


class RuleLexer(RegexLexer):  # type: ignore[misc] # untyped in Pygments
    """Line words, headings, titles, names in «…», citations, values and binding words."""

    name = "ntr"
    aliases: ClassVar = ["ntr"]
    filenames: ClassVar = ["*.ntr"]
    mimetypes: ClassVar = ["text/x-ntr"]
    flags = re.MULTILINE
    tokens: ClassVar = {
        "root": [
            (rf"^( *)({_any_case(_KINDS.remark)}.*)$", bygroups(Text, Comment)),
            (r"^( {0,3})((?i:betyr +at)(?![\w-]))", bygroups(Text, Keyword)),
            (
                rf"^( *)({_any_case(_KINDS.prose)})(.*)$",
                bygroups(Text, Keyword, Comment),
            ),
            (rf"^( *)({_any_case(_KINDS.heading)}.*)$", bygroups(Text, Name.Class)),
            (
                rf"^( *)({_any_case(_KINDS.named)})( *)(.*)$",
                bygroups(Text, Keyword, Text, String),
            ),
            (
                rf"^( *)({_any_case(_KINDS.norm)})( +)([^,:\n]+)",
                bygroups(Text, Keyword, Text, Name.Function),
            ),
            (
                rf"^( *)({_any_case(f'{_KINDS.line}|{_KINDS.continuing}')})",
                bygroups(Text, Keyword),
            ),
            (r"«[^«»\n]*»", String),
            (rf"({_KINDS.citing})", Keyword, "citation"),
            (_any_case(_KINDS.place), Name.Decorator),
            (_any_case(_KINDS.value), Number),
            (_KINDS.binding, Operator.Word),
            (r"[|:,]", Punctuation),
            (r"[^\W_][\w-]*", Text),
            (r"\n|[^\S\n]+|.", Text),
        ],
        "citation": [
            (r"(?=[:\n])", Text, "#pop"),
            (_KINDS.citing, Keyword),
            (rf"(?:(?!{_KINDS.citing})[^:\n])+", Name.Decorator),
        ],
    }
