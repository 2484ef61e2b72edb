// What is saved to a folder on the machine, and what others change in it meanwhile.

import type { Bench } from "./bench.js";
import type { Folder } from "./engine/folder.js";
import { say } from "./texts/texts.js";

const WAIT = 3000;

export class OnDisk {
  private number = 0;

  constructor(
    private readonly folder: Folder,
    private readonly bench: Bench,
    private readonly draw: () => void,
  ) {}

  /** Writes all that is edited; what could not be written stays as it is, and is told of. */
  async save(): Promise<void> {
    const { bench } = this;
    const texts = bench.editor.edited();
    const { saved, refused } = await this.folder.save(texts);
    for (const file of saved) bench.editor.saved_as(file, texts[file]!);
    const faults = refused.map((each) => [each.message, each.help].filter(Boolean).join(". "));
    bench.state.notice = { text: faults.length > 0 ? faults.join(" ") : say("saved") };
    bench.keep();
    this.draw();
  }

  /** Waits for what others write, for as long as the page is open. */
  async watch(): Promise<never> {
    for (;;) {
      try {
        const { number, texts } = await this.folder.changes(this.number);
        this.number = number;
        for (const [file, text] of Object.entries(texts)) if (text !== null) this.found(file, text);
      } catch {
        this.bench.state.notice = { text: say("server_gone") };
        this.draw();
        await new Promise((done) => window.setTimeout(done, WAIT));
      }
    }
  }

  private found(file: string, text: string): void {
    const { editor, state } = this.bench;
    const mine = editor.edited()[file];
    if (mine === undefined && editor.text(file) === text) return; // it is what was saved from here
    if (mine === undefined) {
      editor.saved_as(file, text);
      editor.write(file, text);
    } else if (mine !== text) {
      editor.saved_as(file, text);
      state.notice = { text: say("changed_on_disk"), act: { label: say("fetch_from_disk"), run: () => editor.write(file, text) } };
    } else editor.saved_as(file, text);
    this.draw();
  }
}
