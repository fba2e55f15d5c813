/** Pictures drawn by a function and written as PNG, so that no binary has to be kept and explained. */
import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number, alpha: number];
/** The colour at a point; both from 0 to 1, from the top left. */
export type Drawing = (x: number, y: number) => Colour;

/** So many samples a side for each pixel, which makes edges smooth. */
const SAMPLES = 4;

export function png(size: number, drawing: Drawing): Uint8Array {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      rows.set(pixel(column, row, size, drawing), row * (1 + size * 4) + 1 + column * 4);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits each of red, green, blue and alpha.
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function pixel(column: number, row: number, size: number, drawing: Drawing): Colour {
  const sum = [0, 0, 0, 0];
  for (let index = 0; index < SAMPLES ** 2; index += 1) {
    const x = (column + ((index % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(index / SAMPLES) + 0.5) / SAMPLES) / size;
    const [red, green, blue, alpha] = drawing(x, y);
    for (const [part, value] of [red * alpha, green * alpha, blue * alpha, alpha].entries())
      sum[part] = (sum[part] ?? 0) + value;
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  const whole = alpha || 1;
  return [red / whole, green / whole, blue / whole, (alpha / SAMPLES ** 2) * 255];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
