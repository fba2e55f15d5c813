/** A zip of a few small files, the same bytes for the same content. */
import { crc32, deflateRawSync } from 'node:zlib';

export type Packed = { readonly [name: string]: Uint8Array | string };

/** 1 January 1980, where the calendar of zip files begins. */
const DAY = 0x21;
const DEFLATE = 8;
const UTF8 = 0x800;

export function zip(files: Packed): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = fields([
      [2, 20],
      [2, UTF8],
      [2, DEFLATE],
      [2, 0],
      [2, DAY],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, Buffer.byteLength(name)],
      [2, 0],
    ]);
    const body = Buffer.concat([fields([[4, 0x04034b50]]), common, Buffer.from(name), packed]);
    const place = fields([
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ]);
    const made = fields([
      [4, 0x02014b50],
      [2, 20],
    ]);
    entries.push(Buffer.concat([made, common, place, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...bodies, directory, end]);
}

/** Little-endian numbers, each with its length in bytes. */
function fields(all: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
