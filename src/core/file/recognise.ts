/** Tells what a file is by its first bytes, and how large a picture is. Names and headers are claims, and are not asked. */
import type { FileMedia } from './file.ts';

/** Pixels; 0 × 0 for what is no picture, or one whose size cannot be read. */
export type Recognised = { readonly media: FileMedia; readonly width: number; readonly height: number };

/** Undefined for whatever is none of the kinds that we take. */
export function recognise(bytes: Uint8Array): Recognised | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const media = KINDS.find(({ is }) => is(bytes))?.media;
  if (media === undefined) return undefined;
  const { width, height } = sizeOf(media, view) ?? { width: 0, height: 0 };
  return { media, width, height };
}

type Kind = { readonly media: FileMedia; readonly is: (bytes: Uint8Array) => boolean };

const starts =
  (text: string, from = 0) =>
  (bytes: Uint8Array): boolean =>
    [...text].every((sign, index) => bytes[from + index] === sign.charCodeAt(0));
const either =
  (...tests: readonly ((bytes: Uint8Array) => boolean)[]) =>
  (bytes: Uint8Array): boolean =>
    tests.some((test) => test(bytes));

const KINDS: readonly Kind[] = [
  { media: 'image/png', is: starts('\x89PNG\r\n\x1a\n') },
  { media: 'image/jpeg', is: starts('\xff\xd8\xff') },
  { media: 'image/gif', is: either(starts('GIF87a'), starts('GIF89a')) },
  { media: 'image/webp', is: (bytes) => starts('RIFF')(bytes) && starts('WEBP', 8)(bytes) },
  { media: 'application/pdf', is: starts('%PDF-') },
];

type Size = { readonly width: number; readonly height: number };

function sizeOf(media: FileMedia, view: DataView): Size | undefined {
  switch (media) {
    case 'image/png':
      return view.byteLength < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return view.byteLength < 10 ? undefined : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/webp':
      return webpSize(view);
    case 'application/pdf':
      return undefined;
  }
}

/** Segments follow one another, each with its length, until the one that begins the picture (SOF). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return undefined;
}

/** Three kinds of WebP write their size in three ways. */
function webpSize(view: DataView): Size | undefined {
  if (view.byteLength < 30) return undefined;
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return { width: three(24) + 1, height: three(27) + 1 };
    case 0x5650384c: {
      // VP8L: 14 bits each.
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503820: // VP8
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return undefined;
  }
}
