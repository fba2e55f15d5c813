/** Filling in forms as people do who know what they want, and as others do. */
import type { RawValues } from '#src/platforms/platform.ts';
import type { Input, OpenForm } from '#src/view/form.ts';
import type { Dice } from './dice.ts';
import { ACCOUNTS } from './stage.ts';

/** What somebody sensible writes. `mark` stands in every text, so that it can be found again wherever it is shown. */
const SENSIBLE: { readonly [field: string]: (mark: string, luck: Dice) => string } = {
  link: () => 'https://weibo.com/9/Answer',
  said: (mark) => `The lid does not close ${mark}`,
  text: (mark) => `We are sorry, it is mended ${mark}`,
  account: () => '@acme',
  verdict: (_, luck) => (luck.often(80) ? 'true' : 'unknown'),
  changed: (mark, luck) => (luck.often(80) ? '' : `Something else ${mark}`),
  into: () => '1',
  template: () => 'none',
  decision: () => 'approve',
  audience: () => '',
  severity: () => 'auto',
};
const ODD = ['', ' ', 'x', '42', 'RM-2026-0001', 'https://weibo.com/7/Odd', '[what]', 'none', '13812345678', '@acme'];

export type Hand = { readonly dice: Dice; readonly mark: string; readonly careless: boolean };

export const filled = ({ view }: OpenForm, hand: Hand): RawValues =>
  Object.fromEntries(Object.entries(view.inputs).map(([name, input]) => [name, value(name, input, hand)]));

function value(name: string, input: Input, { dice, mark, careless }: Hand): string | boolean | undefined {
  if (careless && dice.often(10)) return dice.one([...ODD, mark]);
  switch (input.type) {
    case 'check':
      return careless ? dice.often(50) : name === 'now' || input.initial === true;
    case 'files':
      // Files do not come as text; a careless hand sends some all the same.
      return careless ? mark : undefined;
    case 'date':
      return careless ? dice.one(['2026-03-05', '2026-02-31', '1999-01-01']) : '2026-03-05';
    case 'person':
      return input.optional && !careless ? '' : dice.one(ACCOUNTS);
    case 'select': {
      const values = input.options.map((option) => option.value);
      const sensible = SENSIBLE[name]?.(mark, dice);
      if (careless && dice.often(60)) return dice.one(values);
      return sensible !== undefined && values.includes(sensible) ? sensible : (input.initial ?? dice.one(values));
    }
    case 'text': {
      const sensible = SENSIBLE[name]?.(mark, dice);
      if (sensible !== undefined) return careless && dice.often(30) ? (input.initial ?? '') : sensible;
      return input.optional && dice.often(50) ? '' : `${name} ${mark}`;
    }
  }
}
