// A pack is a length, an index in JSON and the files: written straight into the worker's file
// system, which is faster than to open a zip.
import zlib from "node:zlib";

/** @param {Iterable<[string, Uint8Array]>} files */
export function packed(files) {
  const index = {};
  const bodies = [];
  let at = 0;
  for (const [name, body] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    index[name] = [at, body.length];
    bodies.push(body);
    at += body.length;
  }
  const head = Buffer.from(JSON.stringify(index));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([size, head, ...bodies]);
}

export const squeezed = (body) => zlib.gzipSync(body, { level: 9 });
