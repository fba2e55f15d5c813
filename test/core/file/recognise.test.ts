import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '#src/core/file/recognise.ts';
import { GIF, HTML, JPEG, PDF, PNG, SVG, WEBPS } from './pictures.ts';

describe('a file is what its first bytes say', () => {
  test('pictures of every kind are known, with their size', () => {
    expect(recognise(PNG)).toEqual({ media: 'image/png', width: 1, height: 1 });
    expect(recognise(GIF)).toEqual({ media: 'image/gif', width: 1, height: 1 });
    expect(recognise(JPEG)).toEqual({ media: 'image/jpeg', width: 4, height: 2 });
    for (const webp of WEBPS) expect(recognise(webp)).toEqual({ media: 'image/webp', width: 1, height: 1 });
  });

  test('a document is known, and has no size', () => {
    expect(recognise(PDF)).toEqual({ media: 'application/pdf', width: 0, height: 0 });
  });

  test('a page or a drawing that could run is none of them', () => {
    expect(recognise(HTML)).toBeUndefined();
    expect(recognise(SVG)).toBeUndefined();
    expect(recognise(new Uint8Array())).toBeUndefined();
  });

  test('a picture that breaks off anywhere is still only looked at', () => {
    for (const whole of [PNG, GIF, JPEG, PDF, ...WEBPS])
      for (let end = 0; end <= whole.length; end += 1) expect(() => recognise(whole.subarray(0, end))).not.toThrow();
  });

  test('no bytes whatever make it fail', () => {
    const heads = [PNG.subarray(0, 8), JPEG.subarray(0, 4), new TextEncoder().encode('RIFF....WEBPVP8X')];
    const any = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 60 }));
    fc.assert(fc.property(any, ([head, tail]) => void recognise(new Uint8Array([...head, ...tail]))));
  });
});
