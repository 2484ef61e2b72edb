// What has been put on the bench besides the texts: told again to an engine that has to start anew,
// and kept with the draft.

import type { Transport } from "./engine/transport.js";
import { bytes_of } from "./engine/parts.js";

export type Entry = Readonly<
  { kind: "call"; method: string; values: readonly unknown[] } | { kind: "give"; method: string; values: readonly string[]; base64: string }
>;

export const called = (method: string, ...values: readonly unknown[]): Entry => ({ kind: "call", method, values });

export function given(method: string, values: readonly string[], bytes: Uint8Array): Entry {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { kind: "give", method, values, base64: btoa(text) };
}

/** Tells it all again, in its order; what is refused now is left out. */
export async function tell_again(journal: readonly Entry[], transport: Transport): Promise<Entry[]> {
  const kept: Entry[] = [];
  for (const each of journal) {
    try {
      if (each.kind === "call") await transport.call(each.method, each.values);
      else await transport.give(each.method, each.values, bytes_of(each.base64));
      kept.push(each);
    } catch {
      // refused: the rules may have no such fact any more
    }
  }
  return kept;
}
