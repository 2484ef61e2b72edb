// What is found wrong, at the word: underlined, told of, and mended when that is asked for.

import { setDiagnostics, type Action, type Diagnostic as Marked } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { h } from "../dom.js";
import type { Diagnostic, Fix } from "../engine/contract.js";
import { capital } from "../views/parts.js";
import { span_of } from "./places.js";

export type Mend = (fix: Fix) => void;

/** What shows these in a file. */
export function diagnosed(state: EditorState, found: readonly Diagnostic[], mend: Mend): TransactionSpec {
  return setDiagnostics(state, found.map((each) => marked(state, each, mend)));
}

function marked(state: EditorState, found: Diagnostic, mend: Mend): Marked {
  const { from, to } = span_of(state.doc, found.range);
  return {
    from,
    to: Math.min(Math.max(to, from + 1), state.doc.length),
    severity: found.severity === "error" ? "error" : "warning",
    source: found.code,
    message: [found.message, found.help].filter(Boolean).join(". "),
    renderMessage: () => told(found),
    actions: found.fixes.map((fix) => action(fix, mend)),
  };
}

const told = (found: Diagnostic): HTMLElement =>
  h(
    "div",
    { class: "finding" },
    h("p", { class: "finding-message" }, found.message),
    found.label && found.label !== found.message && h("p", {}, found.label),
    found.help && h("p", { class: "finding-help" }, found.help),
  );

const action = (fix: Fix, mend: Mend): Action => ({
  name: capital(fix.title),
  apply: (view: EditorView) => {
    mend(fix);
    view.focus();
  },
});
