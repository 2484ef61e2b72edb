// The words of the law above the norms that rest on them, where somebody has brought them: they do
// not come with the program.

import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { h } from "../dom.js";

export type Sentence = Readonly<{ id: string; text: string }>;
export type LawAbove = Readonly<{ line: number; sentences: readonly Sentence[] }>;

export const set_laws = StateEffect.define<readonly LawAbove[]>();

class Law extends WidgetType {
  private readonly sentences: readonly Sentence[];
  constructor(sentences: readonly Sentence[]) {
    super();
    this.sentences = sentences;
  }
  override eq(other: Law): boolean {
    return JSON.stringify(other.sentences) === JSON.stringify(this.sentences);
  }
  // Room around it is padding: the editor measures no margins.
  override toDOM(): HTMLElement {
    const told = this.sentences.map(({ id, text }) => h("p", {}, h("span", { class: "law-id" }, id), " ", text));
    return h("div", { class: "law-frame" }, h("blockquote", { class: "law" }, told));
  }
  override get estimatedHeight(): number {
    return 30 * this.sentences.length + 12;
  }
}

export const laws = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let now = shown.map(transaction.changes);
    for (const each of transaction.effects) {
      if (!each.is(set_laws)) continue;
      const made = new RangeSetBuilder<Decoration>();
      for (const { line, sentences } of each.value) {
        if (line > transaction.state.doc.lines) continue;
        const at = transaction.state.doc.line(line).from;
        made.add(at, at, Decoration.widget({ widget: new Law(sentences), block: true, side: -1 }));
      }
      now = made.finish();
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
