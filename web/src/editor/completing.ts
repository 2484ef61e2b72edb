// What can be written where the cursor is: the engine knows the grammar and the vocabulary.

import { autocompletion, type Completion as Option, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { Completion, Entry } from "../engine/contract.js";
import { column_at, offset_of } from "./places.js";

export type Complete = (line: number, column: number) => Promise<readonly Completion[]>;
export type Meaning = (name: string) => Entry | undefined;

const WORD = /[\p{L}\p{N}«-]+$/u;
/** After a space other things may stand than before it: then the engine is asked again. */
const STILL = /^[\p{L}\p{N}«»_-]*$/u;
const KINDS: Readonly<Record<string, string>> = { verdi: "constant", ord: "keyword", "ord i språket": "keyword" };

export const completing = (complete: Complete, meaning: Meaning): Extension =>
  autocompletion({ override: [(context) => offered(context, complete, meaning)], activateOnTyping: true, icons: false, maxRenderedOptions: 60 });

async function offered(context: CompletionContext, complete: Complete, meaning: Meaning): Promise<CompletionResult | null> {
  if (!context.explicit && !context.matchBefore(WORD)) return null;
  const { line, column } = column_at(context.state.doc, context.pos);
  const found = await complete(line, column);
  if (context.aborted || found.length === 0) return null;
  const starts = found.map((each) => offset_of(context.state.doc, each.range[0], each.range[1]));
  const from = Math.min(...starts);
  const lead = (at: number): string => context.state.sliceDoc(from, starts[at]!);
  return { from, options: found.map((each, at) => option(each, lead(at), meaning)), validFor: STILL };
}

function option(offer: Completion, lead: string, meaning: Meaning): Option {
  const known = meaning(offer.text);
  return {
    label: lead + offer.text,
    displayLabel: offer.text,
    type: KINDS[offer.kind] ?? "variable",
    detail: offer.detail || known?.type || offer.kind,
    ...(known?.meaning ? { info: known.meaning } : {}),
  };
}
