/** The app's two icons: a word in a bubble, and the tick that says it is good. */
import { type Colour, type Drawing, png } from './png.ts';

const CLEAR: Colour = [255, 255, 255, 0];
const WHITE: Colour = [255, 255, 255, 1];
const GREEN: Colour = [31, 78, 74, 1];

type Point = readonly [x: number, y: number];

/** How far a point is from a stroke. */
function from([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** A rounded box with a tail at its lower left, grown by `more`. */
function inBubble([x, y]: Point, more: number): boolean {
  const [dx, dy] = [Math.abs(x - 0.5) - 0.2, Math.abs(y - 0.45) - 0.12];
  const box = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
  const tail = from([x, y], [0.36, 0.62], [0.3, 0.76]) - (0.06 - Math.max(0, y - 0.62) * 0.3);
  return Math.min(box - 0.13, tail) < more;
}

const inTick = (point: Point, width: number): boolean =>
  Math.min(from(point, [0.38, 0.46], [0.47, 0.55]), from(point, [0.47, 0.55], [0.64, 0.36])) < width;

const colour: Drawing = (x, y) => (inBubble([x, y], 0) && !inTick([x, y], 0.035) ? WHITE : GREEN);

/** White on nothing, as Teams asks; drawn larger, since it stands alone. */
const outline: Drawing = (x, y) => {
  const point: Point = [0.5 + (x - 0.5) * 0.74, 0.52 + (y - 0.5) * 0.74];
  const line = inBubble(point, 0) && !inBubble(point, -0.05);
  return line || inTick(point, 0.032) ? WHITE : CLEAR;
};

export const colourIcon = (): Uint8Array => png(192, colour);
export const outlineIcon = (): Uint8Array => png(32, outline);
