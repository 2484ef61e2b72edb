// The page: what is drawn where, and what each part of it can do.

import { Bench, what_was_wrong, type Drawn } from "./bench.js";
import { told_day, today } from "./dates.js";
import { found, h, redraw, type Child } from "./dom.js";
import { Editor } from "./editor/editor.js";
import type { Analysis, Place, Texts } from "./engine/contract.js";
import type { Folder } from "./engine/folder.js";
import { GoneError, type Transport } from "./engine/transport.js";
import { choice, choose, Drafts } from "./keeping.js";
import { laws_above, read_laws } from "./laws.js";
import { OnDisk } from "./on_disk.js";
import { opened_package } from "./packages.js";
import { download } from "./saving.js";
import { beginning, type Page, type State, type Tab } from "./state.js";
import { language, say, speak, type Language } from "./texts/texts.js";
import { one_case } from "./views/case.js";
import { cases } from "./views/cases.js";
import { effect } from "./views/effect.js";
import { form } from "./views/form.js";
import { actions, bottom, SCHEMES, status, tabs, top, type Frame, type Scheme } from "./views/frame.js";
import { left } from "./views/left.js";
import { outline } from "./views/outline.js";
import { problems } from "./views/problems.js";
import { reading } from "./views/reading.js";
import { reason } from "./views/reason.js";

const ZIP = "application/zip";
const LOOK_AFTER = 150;

/** What the page is made from, before any engine is there. */
export type Beginning = Readonly<{
  texts: Texts;
  written: Texts;
  fixed: readonly string[];
  analysis: Analysis | null;
  day: string | null;
}>;

export class App implements Frame {
  readonly state: State;
  readonly bench: Bench;
  private readonly titles = new Map<string, string>();
  private looking = 0;
  private drawing = 0;

  readonly disk: OnDisk | null;

  constructor(
    make: () => Transport,
    private readonly begins: Beginning,
    folder: Folder | null = null,
  ) {
    const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
    this.state = beginning(begins.day ?? today());
    this.state.saved = begins.texts;
    this.state.analysis = begins.analysis;
    this.state.norms = begins.analysis?.norms ?? [];
    this.bench = new Bench(this.state, make(), make, (what) => this.draw(what));
    this.bench.drafts = new Drafts(begins.texts);
    this.bench.editor = this.made_editor(nonce);
    this.disk = folder && new OnDisk(folder, this.bench, () => this.draw("status"));
  }

  async run(): Promise<void> {
    this.begin_texts();
    this.draw_frame();
    this.draw("all");
    performance.mark("editable");
    window.addEventListener("beforeunload", this.leaving);
    window.addEventListener("keydown", (event) => this.pressed(event));
    window.addEventListener("dragover", (event) => event.preventDefault());
    window.addEventListener("drop", (event) => this.dropped(event));
    await this.bench.quietly(async () => {
      await this.bench.start();
      await this.bench.begin();
    });
    document.documentElement.dataset["ready"] = "ja";
    void this.disk?.watch();
  }

  // ---- beginning

  private made_editor(nonce: string): Editor {
    const { bench, state } = this;
    return new Editor(found("editor"), nonce, {
      changed: () => this.edited(),
      moved: (file, line) => this.moved(file, line),
      meaning: (name) => state.vocabulary.get(name),
      title: (file) => this.title(file),
      hover: async (file, line, column) => {
        if (state.phase.is !== "ready") return null;
        await bench.settled();
        return bench.ask("hover", file, line, column);
      },
      complete: async (file, line, column) => {
        if (state.phase.is !== "ready") return [];
        await bench.settled();
        return bench.ask("complete", file, line, column);
      },
    });
  }

  private begin_texts(): void {
    const { bench, begins, state } = this;
    const draft = bench.drafts.read();
    bench.editor.load(begins.texts, { ...begins.written, ...draft?.texts }, begins.fixed);
    state.file = bench.editor.file;
    state.keeps = bench.drafts.possible;
    if (draft === null) return;
    bench.journal = [...draft.journal];
    state.day = draft.day;
    const drop = (): void => {
      bench.drafts.forget();
      bench.journal = [];
      window.removeEventListener("beforeunload", this.leaving);
      bench.editor.revert();
      bench.drafts.forget();
      window.location.reload();
    };
    state.notice = { text: say("draft_found", { day: told_day(draft.at) }), act: { label: say("draft_drop"), run: drop } };
  }

  // ---- what happens

  private edited(): void {
    this.state.notice = null;
    this.bench.changed();
    this.draw("status");
  }

  private moved(file: string, line: number): void {
    Object.assign(this.state, { file, line });
    window.clearTimeout(this.looking);
    this.looking = window.setTimeout(() => void this.look(), LOOK_AFTER);
  }

  private async look(): Promise<void> {
    this.draw_outline();
    if (this.state.phase.is !== "ready" || this.state.working) return;
    await this.bench.quietly(() => this.bench.look());
  }

  private readonly leaving = (event: BeforeUnloadEvent): void => {
    this.bench.keep();
    if (this.bench.is_edited && this.state.keeps !== true) event.preventDefault();
  };

  private pressed(event: KeyboardEvent): void {
    if (this.disk === null || event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.keep();
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    if (event.dataTransfer?.files.length) void this.take(event.dataTransfer.files);
  }

  // ---- what a view can do

  show(tab: Tab, page: Page | null = null): void {
    Object.assign(this.state, { tab, page });
    redraw(found("tabs"), tabs(this));
    found("side").setAttribute("aria-labelledby", `tab-${tab}`);
    void this.draw_page("top");
  }

  redraw(): void {
    void this.draw_page("kept");
  }

  go(file: string, line: number): void {
    this.bench.editor.go(file, line);
    this.to_file(file);
  }

  point(place: Place): void {
    this.bench.editor.show(place);
    this.to_file(place.file);
  }

  save(name: string, bytes: Uint8Array, type: string): void {
    download(name, bytes, type);
  }

  async take(files: Iterable<File>): Promise<void> {
    for (const each of files) {
      const bytes = new Uint8Array(await each.arrayBuffer());
      await this.bench.quietly(() => this.took(each.name, bytes));
    }
  }

  private async took(name: string, bytes: Uint8Array): Promise<void> {
    const laws = /\.(tsv|txt)$/i.test(name) ? read_laws(new TextDecoder().decode(bytes)) : null;
    if (laws !== null) {
      Object.assign(this.state, { laws, show_laws: true, notice: { text: say("laws_taken") } });
      this.draw_left();
      this.draw_laws();
    } else if (/\.zip$/i.test(name)) {
      this.state.notice = { text: await opened_package(this.bench, bytes) };
      this.draw_frame();
      this.draw("all");
    } else {
      await this.bench.take_file(name, bytes);
      this.show("cases");
    }
  }

  title(file: string): string {
    const kept = this.titles.get(file);
    if (kept) return kept;
    const told = /^\s*regelverk +(.+)$/im.exec(this.begins.texts[file] ?? "")?.[1] ?? file;
    const made = told.slice(0, 1).toUpperCase() + told.slice(1);
    this.titles.set(file, made);
    return made;
  }

  keep(): void {
    void this.bench.quietly(async () => this.disk?.save());
  }

  hand_on(): void {
    void this.bench.quietly(async () => download(`forslag-${today()}.zip`, await this.bench.file("package"), ZIP));
  }

  // ---- how it looks

  scheme(): Scheme {
    return SCHEMES.find((each) => each === document.documentElement.dataset["colorScheme"]) ?? "auto";
  }

  choose_scheme(wanted: Scheme): void {
    document.documentElement.dataset["colorScheme"] = wanted;
    choose("scheme", wanted);
  }

  choose_language(wanted: Language): void {
    choose("language", wanted);
    speak(wanted);
    this.bench.editor.reword();
    this.draw_frame();
    this.draw("all");
    found("language").focus();
  }

  // ---- drawing

  private draw(what: Drawn): void {
    redraw(found("status"), status(this));
    redraw(found("actions"), actions(this));
    redraw(found("bottom"), bottom(this));
    found("app").classList.toggle("working", this.state.working);
    if (what === "status") return;
    redraw(found("reading-text"), reading(this));
    if (what === "reading") return;
    redraw(found("tabs"), tabs(this));
    this.draw_outline();
    if (this.state.show_laws) this.draw_laws();
    void this.draw_page("kept");
  }

  /** What stands still, in the language that is chosen. */
  private draw_frame(): void {
    document.documentElement.lang = language();
    found("skip-side").textContent = say("skip");
    found("left").setAttribute("aria-label", say("contents"));
    found("middle").setAttribute("aria-label", say("rules"));
    found("right").setAttribute("aria-label", say("verdicts"));
    found("tabs").setAttribute("aria-label", say("views"));
    redraw(found("top"), top(this));
    redraw(found("reading"), [
      h("details", { open: true, "data-key": "reading" }, h("summary", {}, h("h2", {}, say("reading"))), h("div", { id: "reading-text", class: "reading-text", tabindex: 0, role: "group", "aria-label": say("reading") })),
    ]);
    this.draw_left();
    this.draw_outline();
  }

  private draw_left(): void {
    redraw(
      found("left"),
      left(this, {
        files: () => this.open(this.state.file),
        outline: () => this.draw_outline(),
        laws: () => {
          this.state.show_laws = !this.state.show_laws;
          this.draw_left();
          this.draw_laws();
        },
      }),
    );
    this.draw_outline();
  }

  private open(file: string): void {
    this.bench.editor.open(file);
    Object.assign(this.state, { file, line: this.bench.editor.line });
    this.draw_outline();
    void this.look();
  }

  private to_file(file: string): void {
    this.state.file = file;
    found<HTMLSelectElement>("file").value = file;
    this.draw_outline();
  }

  private draw_outline(): void {
    const place = found("outline");
    redraw(place, outline(this));
    place.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  private draw_laws(): void {
    const { state, bench } = this;
    const shown = state.show_laws ? state.laws : null;
    bench.editor.show_laws((file) => (shown === null ? [] : laws_above(state.norms, file, shown)));
  }

  private async draw_page(from: "top" | "kept"): Promise<void> {
    this.drawing += 1;
    const mine = this.drawing;
    const content = await this.content();
    if (mine !== this.drawing || content === null) return;
    const side = found("side");
    redraw(side, content, from);
    if (from === "top" && this.state.page) side.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  /** The page, or why there is none; null where the engine has stopped, and it is drawn again. */
  private async content(): Promise<Child[] | null> {
    try {
      return await this.page();
    } catch (wrong) {
      return wrong instanceof GoneError ? null : [h("div", { class: "box broken", role: "alert" }, what_was_wrong(wrong))];
    }
  }

  private page(): Child[] | Promise<Child[]> {
    const { page, tab, phase, compared } = this.state;
    if (phase.is === "starting" && compared === null && tab !== "problems") return [h("p", { class: "quiet" }, say("starting_side"))];
    if (page?.kind === "case") return one_case(this, page.id);
    if (page?.kind === "reason") return reason(this, page);
    return { effect, cases, form, problems }[tab](this);
  }
}

/** As the reader last chose, where the browser has kept that. */
export function as_chosen(): void {
  const wanted = choice("language");
  if (wanted === "nb" || wanted === "nn") speak(wanted);
  document.documentElement.dataset["colorScheme"] = choice("scheme") ?? "auto";
}
