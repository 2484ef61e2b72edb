// The bench of the page: what is done to the rules and the cases, and when the engine is asked.

import type { Editor } from "./editor/editor.js";
import type { Analysis, Compared, Entry, Portfolio, ReadBack, Started, Uploaded } from "./engine/contract.js";
import { GoneError, RefusedError, type Transport } from "./engine/transport.js";
import { called, given, tell_again, type Entry as Journalled } from "./journal.js";
import { Drafts } from "./keeping.js";
import { today } from "./dates.js";
import { norm_at } from "./standing.js";
import type { State } from "./state.js";
import { say } from "./texts/texts.js";

/** How long after the last key the rules are read again. */
const PAUSE = 120;
const KEEP_AFTER = 800;
/** A text that stops the engine this many times in a row is not tried again until it is changed. */
const MOST_STOPS = 2;

export type Drawn = "all" | "reading" | "status";
export type Draw = (what: Drawn) => void;

export class Bench {
  editor!: Editor;
  drafts!: Drafts;
  journal: Journalled[] = [];
  private pause = 0;
  private keeping = 0;
  private running: Promise<void> | null = null;
  private again = false;
  private edited_at = 0;
  private stops = 0;

  constructor(
    readonly state: State,
    private transport: Transport,
    private readonly make: () => Transport,
    private readonly draw: Draw,
  ) {}

  // ---- starting

  async start(): Promise<Started> {
    const { state } = this;
    this.transport.stopped = (why) => void this.restart(why);
    const started = await this.transport.start((step) => {
      state.phase = state.phase.is === "restarting" ? state.phase : { is: "starting", step };
      this.draw("status");
    });
    state.started = started;
    if (state.norms.length === 0) state.norms = started.norms;
    await this.transport.call("set_day", [state.day]);
    this.journal = await tell_again(this.journal, this.transport);
    return started;
  }

  /** Reads and judges what is written, and only then what nobody waits for. */
  async begin(): Promise<void> {
    if (this.is_edited || this.state.analysis === null) await this.update();
    else await this.judge();
    performance.mark("verdicts");
    this.state.phase = { is: "ready" };
    this.draw("all");
    await this.quietly(async () => {
      if (!this.is_edited) await this.read();
      const vocabulary = await this.ask<readonly Entry[]>("vocabulary");
      this.state.vocabulary = new Map(vocabulary.map((each) => [each.name, each]));
      await this.look();
    });
    performance.mark("warm");
  }

  /** The engine has stopped: another takes its place, and is told what the first one knew. */
  private async restart(why: string): Promise<void> {
    const { state } = this;
    this.stops += 1;
    state.phase = { is: "restarting", why };
    this.draw("status");
    this.transport = this.make();
    try {
      await this.start();
      if (this.stops > MOST_STOPS) throw new Error(say("stopped_twice"));
      await this.update();
      state.phase = { is: "ready" };
      state.notice = { text: say("restarted") };
    } catch (wrong) {
      if (wrong instanceof GoneError) return; // it has stopped once more, and is started by that
      state.phase = { is: "stopped", why: wrong instanceof Error ? wrong.message : String(wrong) };
    }
    this.draw("all");
  }

  // ---- editing

  /** Something is written. */
  changed(): void {
    this.edited_at = performance.now();
    this.stops = 0;
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => void this.quietly(() => this.update()), PAUSE);
    this.keep_soon();
    if (this.state.phase.is === "stopped") this.revive();
  }

  get is_edited(): boolean {
    return Object.keys(this.editor.edited()).length > 0;
  }

  /** Waits until the engine knows what is written now. */
  async settled(): Promise<void> {
    if (this.pause !== 0) await this.update();
    else await this.running;
  }

  private revive(): void {
    this.state.phase = { is: "restarting", why: "" };
    void this.restart("");
  }

  async update(): Promise<void> {
    window.clearTimeout(this.pause);
    this.pause = 0;
    if (this.running !== null) {
      this.again = true;
      return this.running;
    }
    this.running = this.updated();
    try {
      await this.running;
    } finally {
      this.running = null;
      this.state.working = false;
      this.draw("status");
    }
    if (this.again) {
      this.again = false;
      await this.update();
    }
  }

  private async updated(): Promise<void> {
    const asked_at = this.edited_at || performance.now();
    this.state.working = true;
    this.draw("status");
    const analysis = await this.read();
    performance.measure("diagnosed", { start: asked_at, end: performance.now() });
    this.draw("all");
    if (analysis.ok) {
      await this.judge();
      await this.look();
    }
    this.draw("all");
    performance.measure("judged", { start: asked_at, end: performance.now() });
  }

  private async read(): Promise<Analysis> {
    const analysis = await this.ask<Analysis>("analyse", this.editor.texts());
    Object.assign(this.state, { analysis, norms: analysis.norms });
    this.editor.diagnose(analysis.diagnostics);
    return analysis;
  }

  private async judge(): Promise<void> {
    this.state.compared = await this.ask<Compared>("compare");
    this.state.portfolio = null;
    for (const norm of this.state.sought.keys()) this.state.sought.delete(norm);
  }

  /** The norm under the cursor, read back. */
  async look(): Promise<void> {
    const { file, line, norms, analysis } = this.state;
    const here = norm_at(norms, analysis?.outline[file] ?? [], file, line);
    this.state.read_back = here ? await this.ask<ReadBack>("read_back", here.id) : null;
    this.draw("reading");
  }

  undo_all(): void {
    const before = this.editor.edited();
    this.editor.revert();
    const fetch_back = (): void => {
      for (const [file, text] of Object.entries(before)) this.editor.write(file, text);
      this.state.notice = null;
      this.draw("status");
    };
    this.state.notice = { text: say("undone"), act: { label: say("fetch_back"), run: fetch_back } };
    this.draw("status");
  }

  // ---- cases

  async set_day(day: string): Promise<void> {
    this.state.day = day;
    await this.ask("set_day", day);
    await this.rejudge();
  }

  async portfolio(): Promise<Portfolio> {
    this.state.portfolio ??= await this.ask<Portfolio>("portfolio");
    return this.state.portfolio;
  }

  async take_file(name: string, bytes: Uint8Array): Promise<Uploaded> {
    await this.settled();
    const found = await this.give<Uploaded>("read_file", [name], bytes);
    this.state.uploaded = found;
    if (found.cases.length > 0) this.journal.push(given("read_file", [name], bytes));
    await this.rejudge();
    return found;
  }

  /** Asks something that puts a case on the bench, and remembers that it was asked. */
  async put<T>(method: string, ...values: readonly unknown[]): Promise<T> {
    await this.settled();
    const found = await this.ask<T>(method, ...values);
    this.journal.push(called(method, ...values));
    await this.rejudge();
    return found;
  }

  async rejudge(): Promise<void> {
    this.keep_soon();
    await this.judge();
    this.draw("all");
  }

  // ---- files

  async file(method: "template" | "package"): Promise<Uint8Array> {
    await this.settled();
    return this.transport.take(method, []);
  }

  async give<T>(method: string, values: readonly string[], bytes: Uint8Array): Promise<T> {
    return (await this.transport.give(method, values, bytes)) as T;
  }

  // ---- asking

  async ask<T>(method: string, ...values: readonly unknown[]): Promise<T> {
    return (await this.transport.call(method, values)) as T;
  }

  /** Does something that says itself, by the engine stopping, when it fails for good. */
  async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (wrong) {
      if (wrong instanceof GoneError) return; // told by `restart`
      this.state.notice = { text: what_was_wrong(wrong) };
      this.draw("status");
    }
  }

  // ---- keeping

  private keep_soon(): void {
    window.clearTimeout(this.keeping);
    this.keeping = window.setTimeout(() => this.keep(), KEEP_AFTER);
  }

  keep(): void {
    const texts = this.editor.edited();
    if (Object.keys(texts).length === 0 && this.journal.length === 0) {
      this.drafts.forget();
      this.state.keeps = this.drafts.possible;
    } else {
      this.state.keeps = this.drafts.keep({ at: today(), texts, journal: this.journal, day: this.state.day });
    }
    this.draw("status");
  }
}

export const what_was_wrong = (wrong: unknown): string =>
  wrong instanceof RefusedError ? refused(wrong) : say("went_wrong", { what: wrong instanceof Error ? wrong.message : String(wrong) });

const refused = ({ failure }: RefusedError): string => [failure.message, failure.help].filter(Boolean).join(". ");
