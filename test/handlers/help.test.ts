/** What `desk help` shows: first what everybody does here, then only what one's own roles add. */
import { beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '#handlers/index.ts';
import { Commands } from '#src/bot/commands.ts';
import { GROUPS } from '#src/handler.ts';
import type { Reply } from '#src/platforms/platform.ts';
import { message } from '#src/platforms/slack/card.ts';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { LIMITS, weight } from '#src/view/adaptive/limits.ts';
import { spans } from '#src/view/span.ts';
import { wordsFor } from '#src/words/words.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { cardOf, type House, house, labels, said } from '#test/house.fixture.ts';

const DAILY = ['report', 'quiz', 'policy', 'check', 'desk mine'];
const CASES = ['digest', 'desk open', 'desk overdue', 'desk case', 'desk duty', 'desk warning'];
const ALSO = ['desk screenshot', 'desk sign', 'desk share', 'desk language', 'desk team'];
const LEAD = ['desk report', 'desk monthly', 'desk export'];

/** Everybody whom help tells apart. */
const PEOPLE = ['emma', 'rita', 'ada', 'lea', 'hana', 'max'];
const { menu } = new Commands(handlers);

/** Not for everybody's eyes every morning, and yet anybody who types it learns how it stands. */
const ANSWERED = [
  'desk case',
  'desk duty',
  'desk emergency',
  'desk reminder',
  'desk setup',
  'desk hire',
  'desk training',
];

const isRefusal = (reply: Reply): boolean => words(reply).includes('You can ask ');

let all: House;
beforeAll(async () => {
  all = await house();
  await all.as('max').types('desk team manager Rita Max');
});

const help = async (who: string) => cardOf(await all.as(who).types('desk help'));

/** What stands in bold in somebody's help: headings, and commands by their names. */
async function boldFor(who: string): Promise<readonly string[]> {
  const texts = (await help(who)).blocks.flatMap((block) =>
    block.type === 'list' ? block.items : block.type === 'text' ? [block.text] : [],
  );
  return texts.flatMap((text) =>
    spans(text).flatMap((span) => (typeof span === 'object' && 'b' in span ? span.b : [])),
  );
}

describe('desk help', () => {
  test('shows a new colleague what everybody does, and how to begin at once', async () => {
    expect(await boldFor('emma')).toEqual([...DAILY, 'And when you need it', ...ALSO]);
    expect(labels(await help('emma'))).toEqual(['Report…', 'Check a text…', 'Policies', 'Quiz']);
  });

  test('adds for each role what it is for, under a heading', async () => {
    const base = [...DAILY, 'Working on cases', ...CASES];
    const also = ['And when you need it', ...ALSO];
    expect(await boldFor('rita')).toEqual([...base, ...also]);
    expect(await boldFor('ada')).toEqual([...base, ...also]);
    expect(await boldFor('lea')).toEqual([
      ...base,
      ...['Leading the desk', 'desk emergency', ...LEAD],
      ...['Your people, and the rules', 'desk campaign', 'desk reminder'],
      ...also,
    ]);
    expect(await boldFor('max')).toEqual([
      ...base,
      ...['Leading the desk', ...LEAD],
      ...['Your people, and the rules', 'desk training', 'desk hire', 'desk campaign', 'desk reminder'],
      ...['Setting up', 'desk here', 'desk setup'],
      ...also,
    ]);
  });

  test('shows the duty roster to an administrator who works on no case: they may change it', async () => {
    const other = await house();
    await other.as('max').types('desk team roles Max admin');
    const card = said(cardOf(await other.as('max').types('desk help')));
    expect(card).toContain('desk duty');
    expect(card).not.toContain('desk open');
  });

  test('names a command in Chinese beside its English name for whoever reads Chinese, and for nobody else', async () => {
    expect(said(await help('mei'))).toContain('desk team（团队）：查看团队成员，管理角色、主管和请假');
    expect(said(await help('emma'))).not.toMatch(/\p{Script=Han}/u);
  });

  test('lists nothing that would be refused; what it leaves out is answered as before', async () => {
    for (const who of PEOPLE) {
      const listed = await boldFor(who);
      for (const { name } of menu.filter(({ group }) => group !== 'own')) {
        const refused = isRefusal(await all.as(who).types(name));
        if (listed.includes(name)) expect(refused, `${who} types ${name}`).toBe(false);
        else expect(refused, `${who} types ${name}`).toBe(!ANSWERED.includes(name));
      }
    }
  });

  test('has a place for every command there is', async () => {
    const everything = await all.as('max').types('desk team roles Max responder approver leader hr manager admin');
    expect(said(cardOf(everything))).toContain('Max');
    const listed = await boldFor('max');
    expect(menu.filter(({ name }) => !listed.includes(name)).map(({ name }) => name)).toEqual(['desk', 'desk help']);
    expect(menu.filter(({ group }) => !GROUPS.includes(group))).toEqual([]);
    const card = await help('max');
    // Whole on every platform, in its smallest measure.
    expect(weight(adaptiveCard(card, { styles: false, dialogs: 'task' }))).toBeLessThan(LIMITS.aim);
    const onSlack = JSON.stringify(message(card));
    for (const { group, usage } of menu) if (group !== 'own') expect(onSlack).toContain(usage(wordsFor('en')));
  });
});
