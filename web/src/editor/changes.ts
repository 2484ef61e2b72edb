// What is changed since the text was last saved: shown in the text, and taken back one at a time.

import { getChunks, unifiedMergeView } from "@codemirror/merge";
import type { EditorState, Extension } from "@codemirror/state";
import { h } from "../dom.js";
import { say } from "../texts/texts.js";

/** Shows what differs from `original`, with a button at each place. */
export const tracked = (original: string): Extension =>
  unifiedMergeView({
    original,
    gutter: true,
    highlightChanges: true,
    syntaxHighlightDeletions: false,
    allowInlineDiffs: true,
    mergeControls: (kind, act) =>
      kind === "accept"
        ? h("span", { hidden: true })
        : h("button", { type: "button", class: "take-back", onmousedown: act as (event: Event) => void, onclick: by_keyboard(act) }, say("take_back")),
  });

/** A click without a press of the mouse comes from the keyboard. */
const by_keyboard =
  (act: (event: MouseEvent) => void) =>
  (event: Event): void => {
    if (event instanceof MouseEvent && event.detail === 0) act(event);
  };

/** How many places of a text are changed. */
export const count_changes = (state: EditorState): number => getChunks(state)?.chunks.length ?? 0;
