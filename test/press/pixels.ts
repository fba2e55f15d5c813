/** Reads a PNG as the charts are written (8 bits, RGBA, not interlaced), so that a test can look at the picture. */
import { inflateSync } from 'node:zlib';

export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

export function pictureOf(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49444154) parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * 4, height) };
}

function unfiltered(data: Uint8Array, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  const at = (index: number) => (index < 0 ? 0 : (out[index] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const here = y * stride + x;
      const left = x < 4 ? 0 : at(here - 4);
      const up = at(here - stride);
      const corner = x < 4 ? 0 : at(here - stride - 4);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[here] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const distances = [left, up, corner].map((one) => Math.abs(left + up - corner - one));
  const nearest = distances.indexOf(Math.min(...distances));
  return [left, up, corner][nearest] ?? 0;
}

/** How many pixels have exactly this colour, `#0b6396`. */
export function countOfColour({ pixels }: Picture, colour: string): number {
  const wanted = Number.parseInt(colour.slice(1), 16);
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4)
    if ((((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)) === wanted) found += 1;
  return found;
}
