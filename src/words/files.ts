/** How files are spoken of, alike in both languages. */
import type { FileMedia } from '#src/core/file/file.ts';

export const KIND_NAMES: { readonly [M in FileMedia]: string } = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'application/pdf': 'PDF',
};

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** A size as people say it: `640 KB`, `1.2 MB`. */
export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** step;
  return `${step > 0 && value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${UNITS[step]}`;
}
