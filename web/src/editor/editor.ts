// The editor: one view, and a state for each rule file, so that each has its own undoing.

import { Compartment, EditorState, type Extension, type TransactionSpec } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { Completion, Diagnostic, Entry, Fix, Hover, Place, Texts } from "../engine/contract.js";
import { say } from "../texts/texts.js";
import { count_changes, tracked } from "./changes.js";
import { completing } from "./completing.js";
import { diagnosed } from "./diagnostics.js";
import { hovering } from "./hovering.js";
import { set_laws, type LawAbove } from "./laws.js";
import { changes_of } from "./mending.js";
import { phrases } from "./phrases.js";
import { offset_of, span_of } from "./places.js";
import { standing } from "./setup.js";

export type Hooks = Readonly<{
  changed: () => void;
  moved: (file: string, line: number) => void;
  complete: (file: string, line: number, column: number) => Promise<readonly Completion[]>;
  hover: (file: string, line: number, column: number) => Promise<Hover | null>;
  meaning: (name: string) => Entry | undefined;
  title: (file: string) => string;
}>;

export class Editor {
  file = "";
  private readonly view: EditorView;
  private readonly states = new Map<string, EditorState>();
  private readonly saved = new Map<string, string>();
  private readonly spoken = new Compartment();
  private readonly tracking = new Compartment();
  private readonly nonce: string;
  private readonly hooks: Hooks;

  constructor(parent: HTMLElement, nonce: string, hooks: Hooks) {
    this.nonce = nonce;
    this.hooks = hooks;
    this.view = new EditorView({ parent, extensions: EditorView.cspNonce.of(nonce) });
  }

  // ---- files

  /** Lays out the files as they were last saved, with what is written now where that is another. Who
   * asks for it knows what is written, and is not told that something has changed. */
  load(saved: Texts, written: Texts = {}, fixed: readonly string[] = []): void {
    this.states.clear();
    this.saved.clear();
    for (const [file, text] of Object.entries(saved)) {
      this.saved.set(file, text);
      const state = this.made(file, fixed.includes(file));
      const now = written[file] ?? text;
      this.states.set(file, now === text ? state : state.update({ changes: { from: 0, to: state.doc.length, insert: now } }).state);
    }
    this.file = "";
    this.open(this.states.keys().next().value ?? "");
  }

  open(file: string): void {
    const state = this.states.get(file);
    if (file === this.file || state === undefined) return;
    this.keep();
    this.file = file;
    this.view.setState(state);
    this.view.dispatch({ effects: this.spoken.reconfigure(this.words(file)) });
  }

  get files(): string[] {
    return [...this.states.keys()];
  }

  texts(): Record<string, string> {
    this.keep();
    return Object.fromEntries([...this.states].map(([file, state]) => [file, state.doc.toString()]));
  }

  /** The files that are written otherwise than they were saved. */
  edited(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.texts()).filter(([file, text]) => text !== this.saved.get(file)));
  }

  changes(): number {
    this.keep();
    return [...this.states.values()].reduce((sum, each) => sum + count_changes(each), 0);
  }

  /** Writes over a whole file, in a way that can be undone. */
  write(file: string, text: string): void {
    if (this.text(file) === text) return;
    this.dispatch(file, (state) => ({ changes: { from: 0, to: state.doc.length, insert: text } }));
  }

  text(file: string): string | undefined {
    return (file === this.file ? this.view.state : this.states.get(file))?.doc.toString();
  }

  /** Takes all back to what was last saved, in a way that can be undone. */
  revert(): void {
    for (const file of Object.keys(this.edited())) this.write(file, this.saved.get(file)!);
  }

  /** This is what is saved of a file now; what is written stays. */
  saved_as(file: string, text: string): void {
    this.saved.set(file, text);
    this.dispatch(file, () => ({ effects: this.tracking.reconfigure(tracked(text)) }));
  }

  // ---- places

  go(file: string, line: number): void {
    this.open(file);
    const at = offset_of(this.view.state.doc, line, 1);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "start", yMargin: 60 }) });
    this.view.focus();
  }

  show({ file, range }: Place): void {
    this.open(file);
    const { from, to } = span_of(this.view.state.doc, range);
    this.view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.view.focus();
  }

  focus(): void {
    this.view.focus();
  }

  get line(): number {
    return this.view.state.doc.lineAt(this.view.state.selection.main.head).number;
  }

  // ---- what is shown in the text

  diagnose(found: readonly Diagnostic[]): void {
    for (const file of this.files)
      this.dispatch(file, (state) => diagnosed(state, found.filter((each) => each.file === file), (fix) => this.mend(fix)));
  }

  mend(fix: Fix): void {
    this.open(fix.file);
    this.dispatch(fix.file, (state) => ({ changes: changes_of(state.doc, fix.edits), userEvent: "input.fix" }));
  }

  show_laws(of: (file: string) => readonly LawAbove[]): void {
    for (const file of this.files) this.dispatch(file, () => ({ effects: set_laws.of(of(file)) }));
  }

  /** Says its own words in the language that is chosen now. */
  reword(): void {
    for (const file of this.files) this.dispatch(file, () => ({ effects: this.spoken.reconfigure(this.words(file)) }));
  }

  // ---- within

  private dispatch(file: string, spec: (state: EditorState) => TransactionSpec): void {
    if (file === this.file) {
      this.view.dispatch(spec(this.view.state));
      return;
    }
    const state = this.states.get(file);
    if (state === undefined) return;
    const transaction = state.update(spec(state));
    this.states.set(file, transaction.state);
    if (transaction.docChanged) this.hooks.changed();
  }

  private keep(): void {
    if (this.states.has(this.file)) this.states.set(this.file, this.view.state);
  }

  private made(file: string, fixed: boolean): EditorState {
    const { hooks } = this;
    const extensions: Extension = [
      standing(this.nonce),
      this.tracking.of(tracked(this.saved.get(file)!)),
      hovering((line, column) => hooks.hover(file, line, column), (place) => this.show(place)),
      completing((line, column) => hooks.complete(file, line, column), hooks.meaning),
      EditorState.readOnly.of(fixed),
      this.spoken.of(this.words(file)),
      EditorView.updateListener.of((update) => this.updated(file, update)),
    ];
    return EditorState.create({ doc: this.saved.get(file)!, extensions });
  }

  private words(file: string): Extension {
    const label = say("editor_label", { file: this.hooks.title(file) });
    return [phrases(), EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", lang: "nb", tabindex: "0" })];
  }

  private updated(file: string, update: ViewUpdate): void {
    if (file !== this.file) return;
    if (update.docChanged) this.hooks.changed();
    if (update.docChanged || update.selectionSet) this.hooks.moved(file, this.line);
  }
}
