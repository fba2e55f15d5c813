/** The manifest says what the handlers and the code do: nothing more, nothing less, in a form that Slack takes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { handlers } from '#handlers/index.ts';
import { LIMITS } from '#src/platforms/slack/limits.ts';
import { EVENTS, manifestOf } from '#src/platforms/slack/manifest.ts';
import { SCOPES } from '#src/platforms/slack/scopes.ts';
import { SHORTCUTS } from '#src/platforms/slack/shortcuts.ts';
import { listed } from '#src/slack.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const file = JSON.parse(readFileSync(at('manifest.json'), 'utf8'));
const SCHEMA = at('../shared/schemas/slack-manifest-2.0.json');
const noSchema = !existsSync(SCHEMA);

test('manifest.json is what the handlers make it', () => {
  expect(file, 'write it anew: npm run --silent manifest > manifest.json').toEqual(manifestOf(listed(handlers)));
});

test('every command of the contract that has a handler is in it, and no other', () => {
  const names = handlers.flatMap(({ commands = {} }) => Object.keys(commands));
  const commands = file.features.slash_commands.map(({ command }: { command: string }) => command.slice(1));
  expect(commands.toSorted()).toEqual(names.toSorted());
});

test('every shortcut opens a form that there is', () => {
  const forms = new Set(handlers.flatMap(({ forms: all = {} }) => Object.keys(all)));
  expect(SHORTCUTS.filter(({ form }) => !forms.has(form))).toEqual([]);
});

test('names and descriptions fit', () => {
  for (const { command, description } of file.features.slash_commands) {
    expect(command.length).toBeLessThanOrEqual(LIMITS.manifest.command);
    expect(description.length).toBeLessThanOrEqual(LIMITS.manifest.description);
  }
  expect(file.features.shortcuts.length).toBeLessThanOrEqual(LIMITS.manifest.shortcuts);
  for (const { name, description } of file.features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(LIMITS.manifest.shortcut);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

test('with a host of its own it is for HTTP', () => {
  const { settings, features } = manifestOf(listed(handlers), 'https://desk.northwind.example');
  const address = 'https://desk.northwind.example/slack/events';
  expect(settings.socket_mode_enabled).toBe(false);
  expect(settings.event_subscriptions).toMatchObject({ request_url: address });
  expect(settings.interactivity).toMatchObject({ request_url: address });
  expect(features.slash_commands.every((one) => 'url' in one && one.url === address)).toBe(true);
});

describe.skipIf(noSchema)(
  `against Slack's own schema${noSchema ? ' (skipped: it is not beside this repository)' : ''}`,
  () => {
    test.each([
      ['the file', file],
      ['the one for HTTP', manifestOf(listed(handlers), 'https://desk.northwind.example')],
    ])('%s is right', (_which, manifest) => {
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(
        JSON.parse(readFileSync(SCHEMA, 'utf8')),
      );
      validate(manifest);
      expect(validate.errors ?? []).toEqual([]);
    });
  },
);

/** By which call, event or feature each scope is used, as it stands in the code. */
const USED: { readonly [scope: string]: string } = {
  commands: "['command']",
  'chat:write': 'chat.postMessage',
  'im:write': 'conversations.open',
  'im:history': "'message.im'",
  'users:read': 'users.info',
  'users:read.email': 'is_email_confirmed',
  'app_mentions:read': "'app_mention'",
  'channels:read': 'conversations.info',
  'groups:read': 'conversations.info',
  'channels:history': 'conversations.history',
  'groups:history': 'conversations.history',
  'usergroups:read': 'usergroups.users.list',
  'files:write': 'files.completeUploadExternal',
  'files:read': 'url_private',
};
const FOLDER = at('src/platforms/slack');
const code = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts') && name !== 'scopes.ts')
  .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
  .join('\n');

test.each(SCOPES)('the scope $name is used and explained', ({ name, why, without }) => {
  expect(USED[name]).toBeDefined();
  expect(code).toContain(USED[name]);
  for (const words of [why, without]) for (const said of [words.en, words.zh]) expect(said).not.toBe('');
});

test.each(EVENTS)('something listens to the event %s', (name) => {
  const listens = readFileSync(`${FOLDER}/dispatch.ts`, 'utf8');
  expect(listens).toContain(`['${name === 'message.im' ? 'message' : name}',`);
});
