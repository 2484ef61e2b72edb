// What is written but not handed on, kept in this browser so that a closed window loses nothing. A
// browser may refuse a page from a folder to keep anything; then that is said, and nothing is kept.

import type { Texts } from "./engine/contract.js";
import type { Entry } from "./journal.js";

export type Draft = Readonly<{ at: string; texts: Texts; journal: readonly Entry[]; day: string }>;

const PREFIX = "hjemmel-arbeidsbenk:";
const PROBE = `${PREFIX}prøve`;

/** A short name of what the draft is a draft of: another text has another. */
export function fingerprint(texts: Texts): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of JSON.stringify(Object.entries(texts).sort())) {
    a = Math.imul(a ^ letter.codePointAt(0)!, 2654435761);
    b = Math.imul(b ^ letter.codePointAt(0)!, 1597334677);
  }
  return [a, b].map((each) => (each >>> 0).toString(36)).join("-");
}

/** The browser's own keeping of this page; null where it has none. */
export function storage(): Storage | null {
  try {
    const found = window.localStorage;
    found.setItem(PROBE, "1");
    found.removeItem(PROBE);
    return found;
  } catch {
    return null;
  }
}

export class Drafts {
  private readonly kept: Storage | null;
  private readonly name: string;

  constructor(of: Texts, kept: Storage | null = storage()) {
    this.kept = kept;
    this.name = PREFIX + fingerprint(of);
  }

  get possible(): boolean {
    return this.kept !== null;
  }

  /** Whether it could be kept. */
  keep(draft: Draft): boolean {
    try {
      this.kept?.setItem(this.name, JSON.stringify(draft));
      return this.kept !== null;
    } catch {
      return false; // there is no room for it
    }
  }

  read(): Draft | null {
    try {
      const found = this.kept?.getItem(this.name);
      return found ? (JSON.parse(found) as Draft) : null;
    } catch {
      return null;
    }
  }

  forget(): void {
    this.kept?.removeItem(this.name);
  }
}

/** A choice of the reader's, kept where it can be. */
export const choice = (name: string): string | null => storage()?.getItem(PREFIX + name) ?? null;
export const choose = (name: string, value: string): void => storage()?.setItem(PREFIX + name, value);
