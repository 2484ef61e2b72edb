// A line that is too long for the window goes on below the clause that it belongs to.

import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const MOST = 24;
const HEAD = 4;
const LEAD = /^(\s*\S+(?: \S+){0,3} {2,}|\s*og\s+|\s*)/;
const indents = new Map<number, Decoration>();

function indented(width: number): Decoration {
  const kept = indents.get(width);
  if (kept) return kept;
  const style = `padding-left: calc(${width}ch + 6px); text-indent: -${width}ch`;
  const made = Decoration.line({ attributes: { style } });
  indents.set(width, made);
  return made;
}

/** A clause hangs below where it begins; a heading or the head of a norm a little in. */
function width_of(line: string): number {
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  return lead === 0 ? HEAD : Math.min(lead, MOST);
}

function hung(view: EditorView): DecorationSet {
  const made = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges)
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      made.add(line.from, line.from, indented(width_of(line.text)));
      at = line.to + 1;
    }
  return made.finish();
}

export const hanging = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = hung(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = hung(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
