/** The smallest pictures there are, of each kind, and what only pretends to be one. */

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** A 1 × 1 picture in each format, as the usual programs write it. */
export const PNG = bytes(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
export const GIF = bytes('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7');
/** Lossy, lossless and extended WebP, each 1 × 1. */
export const WEBPS = [
  bytes('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'),
  bytes('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='),
  bytes(
    'UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==',
  ),
];
/** A JPEG of 4 × 2 pixels as far as its frame, with a comment before it. */
export const JPEG = new Uint8Array([
  ...[0xff, 0xd8, 0xff, 0xfe, 0x00, 0x06, 0x74, 0x65, 0x73, 0x74],
  ...[0xff, 0xc0, 0x00, 0x11, 0x08, 0x00, 0x02, 0x00, 0x04, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11, 0x01],
]);
export const PDF = new TextEncoder().encode('%PDF-1.7\n');

/** A page that would run in whoever opens it as one. */
export const HTML = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
export const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
