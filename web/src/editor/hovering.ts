// What the words below the pointer mean, who has that fact, and where it is declared.

import { hoverTooltip, type EditorView, type Tooltip } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import { h, type Child } from "../dom.js";
import type { Hover, Place } from "../engine/contract.js";
import { say } from "../texts/texts.js";
import { column_at, span_of } from "./places.js";

export type Ask = (line: number, column: number) => Promise<Hover | null>;

const WAIT = 300;

export function hovering(ask: Ask, go: (place: Place) => void): Extension {
  return hoverTooltip(
    async (view: EditorView, offset: number): Promise<Tooltip | null> => {
      const { line, column } = column_at(view.state.doc, offset);
      const found = await ask(line, column).catch(() => null);
      if (found === null) return null;
      const { from, to } = span_of(view.state.doc, found.range);
      return { pos: from, end: to, above: true, create: () => ({ dom: told(found, go) }) };
    },
    { hoverTime: WAIT },
  );
}

function told(found: Hover, go: (place: Place) => void): HTMLElement {
  const rows: [string, Child][] = [
    [say("hover_type"), found.type],
    [say("hover_meaning"), found.meaning],
    [say("hover_holder"), found.holder],
    [say("hover_cited"), found.citations.join("; ")],
  ];
  const known = rows.filter(([, value]) => value);
  const { declared } = found;
  return h(
    "div",
    { class: "hover" },
    h("p", { class: "hover-name" }, h("span", { class: "quiet" }, found.about), " ", h("b", {}, found.name)),
    known.length > 0 && h("dl", {}, known.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    declared && h("button", { type: "button", class: "link", onclick: () => go(declared) }, say("show_declaration")),
  );
}
