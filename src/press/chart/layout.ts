/** Sizes and colours of all charts: large type, because they are read on phones at half their width. */

/** CSS pixels; the picture has twice as many. On a phone it is about 360 wide. */
export const WIDTH = 640;
export const SCALE = 2;
export const MARGIN = 24;

export const TYPE = { title: 27, subtitle: 20, label: 21, value: 21, small: 18 } as const;
/** Half an em of a label, a little more than the letters need. */
export const halfEm = (size: number): number => size * 0.54;

/** Told apart by brightness, too, and by anybody who is colour-blind (blue, grey, vermilion). */
export const COLOUR = {
  paper: '#ffffff',
  ink: '#1c2733',
  soft: '#5b6875',
  now: '#0b6396',
  before: '#b4bdc7',
  bad: '#d55e00',
} as const;

export const FONT = 'Noto Sans S Chinese';
