// What the page and its worker say to one another.

import type { Parts } from "../engine/parts.js";
import type { Step } from "../engine/transport.js";

export type Asked = Readonly<
  { id: number } & (
    | { kind: "start"; parts: Parts; given: string }
    | { kind: "call"; method: string; values: string }
    | { kind: "give"; method: string; values: readonly string[]; bytes: Uint8Array }
    | { kind: "take"; method: string; values: readonly string[] }
  )
>;

/** `fatal`: the Python inside is of no more use. `started` comes first of all. */
export type Answered = Readonly<
  | { kind: "step"; step: Step }
  | { kind: "done"; id: number; value: string | Uint8Array; milliseconds: number }
  | { kind: "failed"; id: number; why: string; fatal: boolean }
>;
