// The files of a zip, by their names. What is read here is made by ourselves, or is a wheel.
import zlib from "node:zlib";

const END = 0x06054b50;
const STORED = 0;

/** @param {Uint8Array} bytes */
export function* unzipped(bytes) {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = all.length - 22;
  while (all.readUInt32LE(end) !== END) end -= 1;
  let at = all.readUInt32LE(end + 16);
  for (let left = all.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [all.readUInt16LE(at + 10), all.readUInt32LE(at + 20)];
    const [named, extra, comment] = [28, 30, 32].map((each) => all.readUInt16LE(at + each));
    const local = all.readUInt32LE(at + 42);
    const name = all.toString("utf8", at + 46, at + 46 + named);
    const start = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28);
    const body = all.subarray(start, start + size);
    if (!name.endsWith("/")) yield [name, method === STORED ? body : zlib.inflateRawSync(body)];
    at += 46 + named + extra + comment;
  }
}
