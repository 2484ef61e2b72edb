import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts, fingerprint, type Draft } from "../src/keeping.js";

class Memory implements Storage {
  private readonly held = new Map<string, string>();
  full = false;
  get length(): number {
    return this.held.size;
  }
  clear = (): void => this.held.clear();
  getItem = (key: string): string | null => this.held.get(key) ?? null;
  key = (at: number): string | null => [...this.held.keys()][at] ?? null;
  removeItem = (key: string): void => void this.held.delete(key);
  setItem(key: string, value: string): void {
    if (this.full) throw new Error("QuotaExceededError");
    this.held.set(key, value);
  }
}

const DRAFT: Draft = { at: "2026-01-15", texts: { a: "nytt" }, journal: [], day: "2026-01-15" };

test("a draft is found again by the rules that it is a draft of, and by no others", () => {
  const memory = new Memory();
  assert.ok(new Drafts({ a: "gammelt" }, memory).keep(DRAFT));
  assert.deepEqual(new Drafts({ a: "gammelt" }, memory).read(), DRAFT);
  assert.equal(new Drafts({ a: "annet" }, memory).read(), null);
});

test("a browser that keeps nothing, or is full, is told of and does no harm", () => {
  const none = new Drafts({ a: "gammelt" }, null);
  assert.equal(none.possible, false);
  assert.equal(none.keep(DRAFT), false);
  const full = new Memory();
  full.full = true;
  assert.equal(new Drafts({ a: "gammelt" }, full).keep(DRAFT), false);
});

test("what was kept can be forgotten, and what cannot be read is none", () => {
  const memory = new Memory();
  const drafts = new Drafts({ a: "gammelt" }, memory);
  drafts.keep(DRAFT);
  drafts.forget();
  assert.equal(drafts.read(), null);
  memory.setItem(`hjemmel-arbeidsbenk:${fingerprint({ a: "gammelt" })}`, "{");
  assert.equal(drafts.read(), null);
});
