// What the editor can do, put together once for each file.

import { closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, codeFolding, foldGutter, foldKeymap } from "@codemirror/language";
import { lintGutter, lintKeymap, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { hanging } from "./hanging.js";
import { rule_language } from "./language.js";
import { laws } from "./laws.js";

/** Tab leaves the text, as in every other field; Escape does too. */
const KEYS = [
  ...historyKeymap,
  ...foldKeymap,
  ...lintKeymap,
  ...searchKeymap,
  ...completionKeymap,
  ...defaultKeymap,
  { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
  {
    key: "Escape",
    run: (view: EditorView): boolean => {
      view.contentDOM.blur();
      return true;
    },
  },
];

export const standing = (nonce: string): Extension => [
  lineNumbers(),
  foldGutter({ openText: "▾", closedText: "▸" }),
  lintGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSpecialChars(),
  highlightSelectionMatches(),
  drawSelection(),
  history(),
  codeFolding({ placeholderText: "…" }),
  bracketMatching({ brackets: "«»" }),
  closeBrackets(),
  search({ top: true }),
  rule_language(),
  hanging,
  laws,
  EditorView.lineWrapping,
  EditorView.cspNonce.of(nonce),
  EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["«"] } }]),
  keymap.of(KEYS),
];
