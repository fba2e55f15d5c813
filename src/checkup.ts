/** Running the doctor's checks: each by itself, so that one that fails is a finding and stops no other. */
import type { Config } from './config.ts';
import type { Locale } from './core/rules.ts';
import type { Check, Finding } from './stores/doctor-check.ts';

const SIGN = { good: '✓', poor: '!', bad: '✗' };

/** What is between this desk and the chats that it is configured for. */
export async function platformChecks(config: Config): Promise<readonly Check[]> {
  const { slack, teams } = config.platform;
  return [
    ...(slack ? (await import('./slack-doctor.ts')).slackChecksFor(slack, config) : []),
    // The vendor's library takes a second to load: only who has Teams waits for it.
    ...(teams ? (await import('./teams-doctor.ts')).teamsChecksFor(teams, config) : []),
  ];
}

/** Never throws: what could not be found out is bad, too. */
export async function findingsOf({ name, run }: Check): Promise<readonly Finding[]> {
  try {
    return await run();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ is: 'bad', say: { en: `${name} could not be checked: ${why}`, zh: `无法检查 ${name}：${why}` } }];
  }
}

/** A finding as a terminal shows it: what is, and under it what to do. */
export const lineOf = ({ is, say, mend }: Finding, locale: Locale): string =>
  `${SIGN[is]} ${say[locale]}${mend ? `\n    → ${mend[locale]}` : ''}`;

const FINE = {
  en: '✓ The doctor finds nothing wrong between the desk and its chats.',
  zh: '✓ 自检正常：与聊天平台的连接没有问题。',
};

/** The checks in short, for a start: what is not good, or one line that says that all is. */
export async function inShort(checks: readonly Check[], locale: Locale): Promise<readonly string[]> {
  const found = (await Promise.all(checks.map(findingsOf))).flat();
  const wrong = found.filter(({ is }) => is !== 'good');
  return wrong.length === 0 ? [FINE[locale]] : wrong.map((finding) => lineOf(finding, locale));
}
