/** What the doctor looks at where Slack is configured: Slack itself, and whether manifest.json says what the handlers do. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { handlers } from '#handlers/index.ts';
import type { SlackConfig } from './config/platform.ts';
import type { Config } from './config.ts';
import { channelsIn } from './doctor-settings.ts';
import { type Check, slackChecks } from './platforms/slack/doctor.ts';
import { listed } from './slack.ts';

export function slackChecksFor(config: SlackConfig, { dataDir, seed }: Config): readonly Check[] {
  return slackChecks({
    ...config,
    channels: () => channelsIn(resolve(dataDir), 'slack', seed.responseChannel),
    commands: {
      handled: Object.keys(listed(handlers).commands),
      listed: namesIn(`${import.meta.dirname}/../manifest.json`),
    },
    clock: Date.now,
  });
}

/** The commands of a manifest, without the slash; none when there is no such file. */
function namesIn(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/"command": "\/(\w+)"/g)].map(([, name = '']) => name);
}
