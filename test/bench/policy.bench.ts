/** How well and how fast the policies are searched; and what the check says of each of the sixty texts. */
import { readConfig } from '#src/config.ts';
import { libraryOf } from '#src/content/library.ts';
import { searchOf } from '#src/content/search/search.ts';
import { checkPost } from '#src/core/check/post.ts';
import { keptAside, type Query, tuned, writtenLast, writtenLater } from '#test/content/policy-queries.ts';
import { recall } from '#test/content/recall.ts';
import {
  type Post,
  keptAside as postsKeptAside,
  writtenLater as postsLater,
  tuned as postsTuned,
} from '#test/core/check/posts.ts';
import { type Line, ms, percentile } from './stats.ts';

const ROUNDS = 20;
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

export function policyBench(): readonly Line[] {
  const config = readConfig({}, 'policies');
  const from = performance.now();
  const { search, prepare } = libraryOf(config);
  prepare();
  const built = performance.now() - from;
  const plain = searchOf(config.policies, []);
  const all = [...tuned, ...keptAside];
  const groups: readonly (readonly [string, readonly Query[]])[] = [
    ['all', all],
    ['not kept aside', tuned],
    ['kept aside', keptAside],
    ['written later, then looked at', writtenLater],
    ['written last, never tuned for', writtenLast],
    ['Chinese', all.filter(({ locale }) => locale === 'zh')],
    ['English', all.filter(({ locale }) => locale === 'en')],
    ['as staff say it', all.filter(({ voice }) => voice === 'staff')],
    ['in words of rules', all.filter(({ voice }) => voice === 'rules')],
  ];
  for (const { ask, find, got } of recall(search, all, 3).missed)
    console.error(`  not among the first three: “${ask}” should find ${find.join(' or ')}, found ${got.join(', ')}`);
  printPosts(config);
  const before = process.cpuUsage();
  const took = all.flatMap(({ ask, locale }) =>
    Array.from({ length: ROUNDS }, () => timeOf(() => search(ask, locale, 5))),
  );
  const { user, system } = process.cpuUsage(before);
  return [
    ...groups.map(([name, queries]) => ({
      what: `policies: recall at 3, ${name} (${queries.length} questions)`,
      figure: percent(recall(search, queries, 3).share),
      ratio: `at 1: ${percent(recall(search, queries, 1).share)}; at 3 without synonyms: ${percent(recall(plain, queries, 3).share)}`,
      aim: '≥ 90 %',
    })),
    ...told('the sixty texts', [...postsTuned, ...postsKeptAside], config),
    ...told('24 texts written after the lists', postsLater, config),
    { what: 'policies: a search, p50', figure: ms(percentile(took, 0.5)), aim: '< 20 ms' },
    { what: 'policies: a search, p99', figure: ms(percentile(took, 0.99)), aim: '< 20 ms' },
    {
      what: 'policies: a search, time of the processor',
      figure: ms((user + system) / 1000 / took.length),
      aim: '< 20 ms',
    },
    { what: 'policies: building the index, once', figure: ms(built) },
  ];
}

function timeOf(task: () => unknown): number {
  const from = performance.now();
  task();
  return performance.now() - from;
}

/** How many harmful texts were told one of their clauses, and how many harmless ones were told anything. */
function told(name: string, posts: readonly Post[], { rules }: ReturnType<typeof readConfig>): readonly Line[] {
  const cited = (text: string) =>
    checkPost(text, rules.check).remarks.flatMap(({ findings }) => findings.map(({ clause }) => clause));
  const harmful = posts.filter(({ clauses }) => clauses.length > 0);
  const harmless = posts.filter(({ clauses }) => clauses.length === 0);
  const rightly = harmful.filter(({ text, clauses }) => cited(text).some((clause) => clauses.includes(clause)));
  const wrongly = harmless.filter(({ text }) => cited(text).length > 0);
  return [
    { what: `check: told rightly, ${name}`, figure: `${rightly.length} of ${harmful.length}` },
    {
      what: `check: harmless and told something, ${name}`,
      figure: `${wrongly.length} of ${harmless.length}`,
      aim: '0',
    },
  ];
}

function printPosts({ rules }: ReturnType<typeof readConfig>): void {
  console.table(
    [...postsTuned, ...postsKeptAside].map(({ text, clauses }) => {
      const { remarks, blocked } = checkPost(text, rules.check);
      const findings = remarks.flatMap((remark) => remark.findings);
      return {
        text: text.length > 36 ? `${text.slice(0, 36)}…` : text,
        harmless: clauses.length === 0,
        says: findings.length === 0 ? 'fine' : blocked ? 'not as it is' : 'look again',
        clause: [...new Set(findings.map(({ clause }) => clause))].join(' '),
        remedy: findings[0]?.mend.en ?? '',
      };
    }),
  );
}
