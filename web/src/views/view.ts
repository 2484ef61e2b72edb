// What a view is given, and what it can do.

import type { Bench } from "../bench.js";
import type { Child } from "../dom.js";
import type { Place } from "../engine/contract.js";
import type { Page, State, Tab } from "../state.js";

export interface Shell {
  readonly state: State;
  readonly bench: Bench;
  /** Goes to a tab, or to a page within it. */
  show(tab: Tab, page?: Page | null): void;
  /** Draws the page again where it is. */
  redraw(): void;
  go(file: string, line: number): void;
  point(place: Place): void;
  save(name: string, bytes: Uint8Array, type: string): void;
  take(files: Iterable<File>): Promise<void>;
  title(file: string): string;
}

export type View = (shell: Shell) => Child[] | Promise<Child[]>;
