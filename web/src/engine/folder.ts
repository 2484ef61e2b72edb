// A folder of rules on the same machine, which the page may write in; only a local server has one.

export type Unsaved = Readonly<{ file: string; message: string; help: string }>;
export type Saved = Readonly<{ saved: readonly string[]; refused: readonly Unsaved[] }>;
export type OnDisk = Readonly<{ number: number; texts: Readonly<Record<string, string | null>> }>;

export interface Folder {
  /** Writes files, each or not at all. */
  save(texts: Readonly<Record<string, string>>): Promise<Saved>;
  /** What is otherwise on disk since a number; it waits a while for something to be. */
  changes(after: number): Promise<OnDisk>;
}
