// A pack is a length, an index in JSON and the files. It is written straight into the file system
// of Python, which is faster than to open a zip.

interface Files {
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array, options?: { canOwn?: boolean }): void;
}

export function unpack(files: Files, pack: ArrayBuffer, under: string): void {
  const size = new DataView(pack).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(pack, 4, size))) as Record<string, [number, number]>;
  const made = new Set<string>();
  for (const [name, [at, length]] of Object.entries(index)) {
    const path = `${under}/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(folder)) files.mkdirTree(folder);
    made.add(folder);
    files.writeFile(path, new Uint8Array(pack, 4 + size + at, length), { canOwn: true });
  }
}
