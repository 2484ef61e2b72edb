// The engine in a worker of the page's own. The worker is classic and made from a Blob: a module
// worker would not start in a page that is opened from a folder.

import type { Answered, Asked } from "../worker/messages.js";
import type { Started } from "./contract.js";
import { PARTS, part, unsqueezed, type Parts } from "./parts.js";
import { answer, GoneError, type Step, type Transport } from "./transport.js";

/** How long an answer may be, before the engine is held to be gone. */
const PATIENCE = 300_000;

type Waiting = Readonly<{ done: (value: string | Uint8Array) => void; failed: (why: Error) => void; watch: number }>;
type Question = Asked extends infer Each ? (Each extends { id: number } ? Omit<Each, "id"> : never) : never;

export class InWorker implements Transport {
  stopped: (why: string) => void = () => undefined;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private last = 0;
  private told: (step: Step) => void = () => undefined;

  /** `given` is what the bench begins with, as JSON. */
  constructor(private readonly given: string) {}

  async start(told: (step: Step) => void): Promise<Started> {
    this.told = told;
    const source = await unsqueezed(part("worker")).blob();
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    this.worker = new Worker(address);
    this.worker.onmessage = ({ data }: MessageEvent<Answered>) => this.heard(data);
    this.worker.onerror = (event) => this.gone(event.message);
    const parts = Object.fromEntries(PARTS.map((each) => [each, part(each)])) as Parts;
    const started = await this.ask({ kind: "start", parts, given: this.given });
    URL.revokeObjectURL(address);
    return read(started) as Started;
  }

  async call(method: string, values: readonly unknown[]): Promise<unknown> {
    return read(await this.ask({ kind: "call", method, values: JSON.stringify(values) }));
  }

  async give(method: string, values: readonly string[], bytes: Uint8Array): Promise<unknown> {
    return read(await this.ask({ kind: "give", method, values, bytes }));
  }

  async take(method: string, values: readonly string[]): Promise<Uint8Array> {
    const found = await this.ask({ kind: "take", method, values });
    return typeof found === "string" ? (read(found) as never) : found;
  }

  end(): void {
    this.worker?.terminate();
    this.worker = null;
    for (const [id, { failed }] of this.waiting) {
      this.forget(id);
      failed(new GoneError("motoren er stanset"));
    }
  }

  private ask(question: Question): Promise<string | Uint8Array> {
    const worker = this.worker;
    if (worker === null) return Promise.reject(new GoneError("motoren er stanset"));
    this.last += 1;
    const id = this.last;
    return new Promise((done, failed) => {
      const watch = window.setTimeout(() => this.gone("motoren svarer ikke"), PATIENCE);
      this.waiting.set(id, { done, failed, watch });
      worker.postMessage({ ...question, id } as Asked);
    });
  }

  private heard(data: Answered): void {
    if (data.kind === "step") {
      this.told(data.step);
      return;
    }
    const waiting = this.forget(data.id);
    if (data.kind === "done") waiting?.done(data.value);
    else {
      waiting?.failed(data.fatal ? new GoneError(data.why) : new Error(data.why));
      if (data.fatal) this.gone(data.why);
    }
  }

  private forget(id: number): Waiting | undefined {
    const found = this.waiting.get(id);
    if (found) window.clearTimeout(found.watch);
    this.waiting.delete(id);
    return found;
  }

  private gone(why: string): void {
    if (this.worker === null) return;
    this.end();
    this.stopped(why);
  }
}

const read = (text: string | Uint8Array): unknown => answer(JSON.parse(text as string));
