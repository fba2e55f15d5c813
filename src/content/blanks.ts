/** Fills the blanks of a clause, `{serviceLevel.high}` or `{appealDays}`, from the company's settings. */
import type { Blanks, Desk } from '#src/config/desk.ts';
import { valueAt } from '#src/config/yaml.ts';
import type { Locale } from '#src/core/rules.ts';

export type Settings = NonNullable<Desk['value']>;
/** `offset` is where an unknown name stands in the text. */
export type Filled = {
  readonly text: string;
  readonly undecided: readonly string[];
  readonly unknown: readonly { readonly name: string; readonly offset: number }[];
};

const BLANK = /\{([A-Za-z][\w.]*)\}/g;

function blankValue(blanks: Blanks, name: string, locale: Locale): string | undefined | null {
  const blank = Object.hasOwn(blanks, name) ? blanks[name] : undefined;
  if (!blank) return undefined;
  const { value } = blank;
  return value === null ? null : typeof value === 'object' ? value[locale] : String(value);
}

/** A name that opens a sentence gets its capital: “The reputation desk …”. */
const opensSentence = (before: string) => /(?:^|[.!?]\s+|\n(?:[-*]\s+)?|^[-*]\s+)$/.test(before);

export function fillBlanks(text: string, locale: Locale, { rules, blanks }: Settings): Filled {
  const undecided: string[] = [];
  const unknown: { name: string; offset: number }[] = [];
  const filled = text.replaceAll(BLANK, (whole, name: string, offset: number) => {
    const rule = valueAt(rules, name.split('.'));
    const value = typeof rule === 'number' ? String(rule) : blankValue(blanks, name, locale);
    if (value === undefined) {
      unknown.push({ name, offset });
      return whole;
    }
    if (value === null) {
      undecided.push(name);
      const label = blanks[name]?.name[locale] ?? name;
      return locale === 'zh' ? `【${label}：待公司确定】` : `[${label}: to be decided]`;
    }
    return opensSentence(text.slice(0, offset)) ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  });
  return { text: filled, undecided, unknown };
}
