/** The only reader of the environment and of policies/desk.yaml: all that Goodword is told at its start, or all that is wrong with it. */
import { join } from 'node:path';
import { readCalendars } from '#src/content/calendars.ts';
import { missingClauses } from '#src/content/citations.ts';
import { readFolder } from '#src/content/folder.ts';
import { type GoodNewsFile, readGoodNews } from '#src/content/good-news.ts';
import { readPolicies } from '#src/content/policies.ts';
import type { Policy } from '#src/content/policy.ts';
import { readQuizzes } from '#src/content/quiz/read.ts';
import { readReminders } from '#src/content/reminders.ts';
import { readSynonyms, type Synonyms } from '#src/content/synonyms.ts';
import { readTemplates, type Template } from '#src/content/template.ts';
import type { Question } from '#src/core/quiz/question.ts';
import type { ReminderItem } from '#src/core/reminder/item.ts';
import type { Rules } from '#src/core/rules.ts';
import { type Blanks, readDesk } from './config/desk.ts';
import { type Env, readEnvironment, type Settings } from './config/environment.ts';
import { ConfigError } from './config/mistake.ts';
import { responseChannel } from './config/pairs/channel.ts';
import { type Platform, platformOf } from './config/platform.ts';

export { explain } from './config/explain.ts';
export { ConfigError, EX_CONFIG } from './config/mistake.ts';

export type Config = {
  readonly rules: Rules;
  readonly platform: Platform;
  /** Any OpenAI-compatible server; one of our own may need no key. */
  readonly model?: { readonly name: string; readonly apiKey?: string; readonly baseUrl?: string };
  readonly dataDir: string;
  /** Used once, to fill the settings record. */
  readonly seed: {
    readonly responseChannel?: string;
    readonly admins: readonly string[];
    readonly managers: readonly string[];
  };
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** Where chats and people reach us from outside, without a slash at the end. */
    readonly publicUrl?: string;
  };
  readonly policies: readonly Policy[];
  readonly synonyms: Synonyms;
  readonly blanks: Blanks;
  readonly templates: readonly Template[];
  readonly questions: readonly Question[];
  readonly reminders: readonly ReminderItem[];
  readonly goodNews: readonly GoodNewsFile[];
};

/** Throws `ConfigError` with every mistake in the environment and in `policiesDir`. */
export function readConfig(env: Env, policiesDir: string): Config {
  const environment = readEnvironment(env);
  const folder = readFolder(policiesDir);
  const desk = folder.desk ? readDesk(folder.desk.file, folder.desk.text) : { citations: [], mistakes: [] };
  const { policies, clauseIds, mistakes } = readPolicies(folder.policies, desk.value);
  const { templates, mistakes: inTemplates } = readTemplates(folder.templates);
  const { synonyms, mistakes: inSynonyms } = readSynonyms(
    folder.synonyms,
    mistakes.length === 0 ? policies : undefined,
  );
  const quizzes = readQuizzes(folder.quizzes);
  const reminders = readReminders(folder.reminders);
  const { goodNews, mistakes: inGoodNews } = readGoodNews(folder.goodNews);
  const { calendars, mistakes: inCalendars } = readCalendars(folder.calendars);
  const all = [
    ...environment.mistakes,
    ...folder.mistakes,
    ...desk.mistakes,
    ...mistakes,
    ...missingClauses([...desk.citations, ...quizzes.citations, ...reminders.citations], clauseIds),
    ...inTemplates,
    ...inSynonyms,
    ...inCalendars,
    ...quizzes.mistakes,
    ...reminders.mistakes,
    ...inGoodNews,
  ];
  if (all.length > 0 || !environment.value || !desk.value) throw new ConfigError(all);
  return {
    ...fromEnvironment(environment.value),
    rules: { ...desk.value.rules, calendars, policyTitles: titles(policies) },
    policies,
    synonyms,
    blanks: desk.value.blanks,
    templates,
    questions: quizzes.questions,
    reminders: reminders.reminders,
    goodNews,
  };
}

const titles = (policies: readonly Policy[]) => Object.fromEntries(policies.map(({ id, title }) => [id, title]));

function fromEnvironment(given: Settings): Pick<Config, 'platform' | 'model' | 'dataDir' | 'seed' | 'server'> {
  const platform = platformOf(given);
  const { OPENAI_MODEL: name, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = given;
  const { RESPONSE_CHANNEL, SLACK_BOT_TOKEN, SLACK_API_URL, MicrosoftAppId, DATA_DIR: data = 'data' } = given;
  const channel = responseChannel({ RESPONSE_CHANNEL, SLACK_BOT_TOKEN, SLACK_API_URL, MicrosoftAppId });
  const trusted = platform.slack !== undefined || (platform.teams !== undefined && !platform.teams.anonymous);
  const open = !trusted || platform.teams?.anonymous === true;
  return {
    platform,
    ...(name ? { model: { name, ...(apiKey ? { apiKey } : {}), ...(baseUrl ? { baseUrl } : {}) } } : {}),
    // The demo never writes among real records, wherever they are.
    dataDir: platform.console ? join(data, 'demo') : data,
    seed: {
      ...(channel ? { responseChannel: channel } : {}),
      admins: given.ADMINS ?? [],
      managers: given.MANAGERS ?? [],
    },
    server: {
      ...{ host: given.HOST ?? (open ? '127.0.0.1' : '0.0.0.0'), port: given.PORT ?? 3000 },
      ...(given.PUBLIC_URL && { publicUrl: given.PUBLIC_URL.replace(/\/+$/, '') }),
    },
  };
}
