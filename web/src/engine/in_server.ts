// The engine on the same machine, behind a local server that the page itself comes from. What is
// asked goes to the page's own address, and nowhere else.

import type { Started } from "./contract.js";
import type { Folder, OnDisk, Saved } from "./folder.js";
import { answer, GoneError, type Step, type Transport } from "./transport.js";

const JSON_TYPE = "application/json";

export class InServer implements Transport, Folder {
  stopped: (why: string) => void = () => undefined;

  async start(told: (step: Step) => void): Promise<Started> {
    told("rules");
    return (await this.call("begun", [])) as Started;
  }

  async call(method: string, values: readonly unknown[]): Promise<unknown> {
    return answer(await this.told("kall", { method, arguments: values }));
  }

  async give(method: string, values: readonly string[], bytes: Uint8Array): Promise<unknown> {
    const reply = await this.posted("gi", bytes as Uint8Array<ArrayBuffer>, called(method, values));
    return answer(await reply.json());
  }

  async take(method: string, values: readonly string[]): Promise<Uint8Array> {
    const reply = await this.posted("ta", "", called(method, values));
    if (reply.headers.get("content-type") === JSON_TYPE) return answer(await reply.json()) as never;
    return new Uint8Array(await reply.arrayBuffer());
  }

  async save(texts: Readonly<Record<string, string>>): Promise<Saved> {
    return answer(await this.told("lagre", { texts })) as Saved;
  }

  async changes(after: number): Promise<OnDisk> {
    return answer(await this.told("endringer", { after })) as OnDisk;
  }

  end(): void {
    // the server lives for as long as the command does
  }

  private async told(room: string, asked: object): Promise<unknown> {
    return (await this.posted(room, JSON.stringify(asked), { "content-type": JSON_TYPE })).json();
  }

  private async posted(room: string, body: BodyInit, headers: HeadersInit): Promise<Response> {
    try {
      return await fetch(room, { method: "POST", body, headers });
    } catch (wrong) {
      throw new GoneError(String(wrong));
    }
  }
}

/** The method and its texts, in letters of ASCII. */
const called = (method: string, values: readonly string[]): HeadersInit => ({
  "x-kall": JSON.stringify([method, ...values]).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
});
