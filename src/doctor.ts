/** `npm run doctor`: says what works and what does not, and what to do about it. Ends with status 1 when something is bad. */
import { resolve } from 'node:path';
import { calendarChecks } from './calendar-doctor.ts';
import { findingsOf, lineOf, platformChecks } from './checkup.ts';
import { type Config, ConfigError, explain, readConfig } from './config.ts';
import { command, locale, say } from './shell.ts';
import { storageChecks } from './stores/doctor.ts';
import type { Check, Finding } from './stores/doctor-check.ts';

await command(async () => {
  const settings = configuration();
  const checks = [{ name: 'settings', run: async () => settings.findings }, ...(await checksFor(settings.config))];
  let bad = 0;
  for (const check of checks)
    for (const finding of await findingsOf(check)) {
      console.log(lineOf(finding, locale));
      if (finding.is === 'bad') bad += 1;
    }
  if (bad === 0) say({ en: '\nNothing is in the way.', zh: '\n一切正常。' });
  else say({ en: `\n${bad} to be mended.`, zh: `\n有 ${bad} 项需要处理。` });
  return bad === 0;
});

/** Everything that can be checked with these settings, in the order in which a person would look. */
async function checksFor(config: Config | undefined): Promise<readonly Check[]> {
  if (!config) return [];
  const storage = storageChecks(resolve(config.dataDir));
  const calendars = calendarChecks(config.rules, new Date().toISOString());
  return [...storage, ...calendars, ...(await platformChecks(config))];
}

function configuration(): { readonly config?: Config; readonly findings: readonly Finding[] } {
  try {
    const config = readConfig(process.env, `${import.meta.dirname}/../policies`);
    const { policies, templates } = config;
    const counts = {
      en: `The settings are valid, and so are ${policies.length} policies and ${templates.length} reply templates.`,
      zh: `配置有效；${policies.length} 份制度与 ${templates.length} 份回复模板有效。`,
    };
    return { config, findings: [{ is: 'good', say: counts }] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { findings: [{ is: 'bad', say: { en: explain(error, 'en'), zh: explain(error, 'zh') } }] };
  }
}
