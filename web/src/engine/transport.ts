// The one way to the engine. A worker in the page and a server on the same machine are both behind
// it, and nothing else in the page knows which.

import type { Failure, Started } from "./contract.js";

export interface Transport {
  /** Makes the engine ready. `told` is called with what it is doing meanwhile. */
  start(told: (step: Step) => void): Promise<Started>;
  /** Asks a method of the engine, in plain data. */
  call(method: string, values: readonly unknown[]): Promise<unknown>;
  /** Hands it a file, and is answered in plain data. */
  give(method: string, values: readonly string[], bytes: Uint8Array): Promise<unknown>;
  /** Asks it for a file. */
  take(method: string, values: readonly string[]): Promise<Uint8Array>;
  /** Called when the engine has stopped by itself; what was asked and not answered, has failed. */
  stopped: (why: string) => void;
  end(): void;
}

/** What the engine is doing while it starts. */
export type Step = "python" | "engine" | "rules";

/** The engine understood, and says no; it can be asked again. */
export class RefusedError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The engine is gone, and did not answer. */
export class GoneError extends Error {}

/** The answer of what `Session.call` gives; what is told in the place of one, is thrown. */
export function answer(told: unknown): unknown {
  const { answer: found, error } = told as { answer?: unknown; error?: Failure };
  if (error) throw new RefusedError(error);
  return found;
}
