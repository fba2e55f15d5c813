/** From an interaction to its one answer: finds the person and the handler, and explains what a rule refuses. */

import type { Instant } from '#src/core/event.ts';
import { type Refusal, Refused } from '#src/core/refused.ts';
import type { Person } from '#src/core/team.ts';
import { zoneOr } from '#src/core/zone.ts';
import type { Desk } from '#src/desk/desk.ts';
import { type Action, type Answer, type Context, type Form, type Handler, RUN } from '#src/handler.ts';
import type { Interaction, Receive, Reply } from '#src/platforms/platform.ts';
import { type Args, type Block, divider, heading, text } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { Commands, isOfDesk } from './bot/commands.ts';
import { faultSentence, type Log, logged } from './bot/faults.ts';
import { mayBePost, smallTalk, unknownCommand } from './bot/talk.ts';
import { checked } from './bot/values.ts';

export type BotOptions = {
  readonly handlers: readonly Handler[];
  readonly desk: Desk;
  readonly log: Log;
  readonly now: () => Instant;
};

/** What pictures are for that somebody sent without a command; a word after `desk`. */
const SCREENSHOT = 'screenshot';

const DONE: Reply = { type: 'done' };

/** What is known of an interaction so far, for the case that it fails. */
type Attempt = { reader: Reader; fields: readonly string[] };

/** Answers every interaction, once its events are durable. Throws at start when two handlers claim one name. */
export function createBot({ handlers, desk, log, now }: BotOptions): Receive {
  const commands = new Commands(handlers);
  const forms = table(handlers.map(({ forms = {} }) => forms));
  const actions = table(handlers.map(({ actions = {} }) => actions));

  return async (interaction) => {
    const attempt: Attempt = { reader: readerFor(interaction, undefined), fields: [] };
    try {
      return await answered(interaction, attempt);
    } catch (error) {
      const sentence =
        error instanceof Refused
          ? refusalSentence(error.refusal, attempt.reader, interaction)
          : faultSentence(error, logged(error, interaction, log), attempt.reader.t);
      return failed(interaction, attempt, sentence, error instanceof Refused ? fieldOf(error.refusal) : undefined);
    }
  };

  async function answered(interaction: Interaction, attempt: Attempt): Promise<Reply> {
    const at = now();
    const { platform, account, profile, cause, channel, does } = interaction;
    // At a roll-out everybody gets the bot: whoever has not spoken to it stays off the record.
    if (does.type === 'join' && does.by === 'install' && desk.training.newcomers.rollsOut(platform, at)) return DONE;
    const me = await desk.people.who({ platform, account, ...(profile && { profile }), at, cause });
    attempt.reader = readerFor(interaction, me);
    if (!me.active) throw new Refused({ code: 'person_inactive', who: me.id });
    const ctx: Context = {
      me: me.id,
      roles: me.roles,
      reader: attempt.reader,
      at,
      cause,
      platform,
      ...(channel !== undefined && { place: { platform, channel } }),
      ...('files' in does && { files: does.files }),
      menu: commands.menu,
      desk,
    };
    switch (does.type) {
      case 'command':
        return run(ctx, does.name, does.text);
      case 'message':
        return message(ctx, does.text);
      case 'act':
        return act(ctx, does.action, does.args);
      case 'open':
        return open(ctx, does.form, does.args);
      case 'submit':
        return submit(ctx, does, interaction, attempt);
      case 'home':
        return home(ctx);
      case 'join':
        for (const handler of handlers) await handler.joined?.(ctx, does.by);
        return DONE;
    }
  }

  async function run(ctx: Context, name: string, typed: string): Promise<Reply> {
    const found = commands.find(name, typed);
    if (!('command' in found)) return { type: 'show', card: unknownCommand(ctx.reader, found) };
    return reply(ctx, await found.command.run(ctx, found.rest));
  }

  async function message(ctx: Context, written: string): Promise<Reply> {
    const spoken = commands.spoken(written);
    // What is said to the desk may be about people, and keeps whom it mentions; in a report they have names.
    const typed = desk.people.spelt(ctx.platform, written);
    // Words that may be a post of their own belong to no earlier report, and neither do the pictures beside them.
    if (!spoken && ctx.files && !mayBePost(typed)) return run(ctx, 'desk', SCREENSHOT);
    if (!spoken) {
      const report = commands.find('report', '');
      const meant = commands.guess(typed);
      const beside = {
        ...('command' in report && { report }),
        ...(meant && { meant }),
        ...(ctx.files && { pictures: ctx.files.length }),
      };
      return { type: 'show', card: smallTalk(ctx.reader, typed, beside) };
    }
    if (!('command' in spoken)) return { type: 'show', card: unknownCommand(ctx.reader, spoken) };
    const rest = isOfDesk(spoken) ? spoken.rest : desk.people.spelt(ctx.platform, spoken.rest);
    return reply(ctx, await spoken.command.run(ctx, rest));
  }

  async function act(ctx: Context, name: string, args: Args): Promise<Reply> {
    if (name === RUN) return run(ctx, args['name'] ?? '', args['text'] ?? '');
    const action = actions.get(name);
    if (action) return reply(ctx, await action(ctx, args));
    return { type: 'show', card: saying(ctx.reader, 'warning', ctx.reader.t.bot.unknownButton) };
  }

  async function open(ctx: Context, name: string, args: Args): Promise<Reply> {
    const form = forms.get(name);
    if (form) {
      const view = await form.view(ctx, args);
      return { type: 'open', form: { form: name, args: { ...args, ...view.args }, view } };
    }
    return { type: 'show', card: saying(ctx.reader, 'warning', ctx.reader.t.bot.unknownForm) };
  }

  async function submit(
    ctx: Context,
    { form: name, args, values: raw }: Extract<Interaction['does'], { type: 'submit' }>,
    { platform, cause }: Interaction,
    attempt: Attempt,
  ): Promise<Reply> {
    const form = forms.get(name);
    if (!form) return { type: 'errors', fields: {}, form: ctx.reader.t.bot.unknownForm };
    const { inputs } = await form.view(ctx, args);
    attempt.fields = Object.keys(inputs);
    const picked = async (account: string) => {
      // Somebody from another platform has no account on this one, and is offered by their own id.
      const known = desk.people.team().person(account);
      return known?.id ?? (await desk.people.who({ platform, account, at: ctx.at, cause: `${cause}/${account}` })).id;
    };
    const result = await checked(inputs, raw, picked);
    if (result.ok) return reply(ctx, await form.submit(ctx, result.values, args));
    const sentences = Object.entries(result.wrong).map(([field, why]) => [
      field,
      ctx.reader.t.refusal(why, ctx.reader),
    ]);
    return { type: 'errors', fields: Object.fromEntries(sentences) };
  }

  async function home(ctx: Context): Promise<Reply> {
    const { t } = ctx.reader;
    const sections: (readonly Block[])[] = [];
    for (const handler of handlers) {
      const section = await handler.home?.(ctx);
      if (section && section.length > 0) sections.push(section);
    }
    const blocks = sections.flatMap((section, index) => (index === 0 ? section : [divider, ...section]));
    const all = blocks.length > 0 ? blocks : [heading(t.bot.home), text(t.bot.homeEmpty)];
    return { type: 'home', card: cardFor(ctx.reader, t.bot.home, all) };
  }

  async function reply(ctx: Context, answer: Answer): Promise<Reply> {
    switch (answer.type) {
      case 'show':
      case 'replace':
      case 'done':
        return answer;
      case 'open':
        return open(ctx, answer.form, answer.args);
    }
  }

  /** In the language of today's profile, else what is known of the person, else what the company's channels speak. */
  function readerFor({ profile }: Interaction, me: Person | undefined): Reader {
    const { channelLocale, timeZone } = desk.rules;
    const zone = zoneOr(me?.timeZone ?? profile?.timeZone, timeZone);
    return readerOf(me?.locale ?? profile?.locale ?? channelLocale, zone, desk.people.team(), timeZone);
  }

  /** The sentence, and who could do it instead where that is a question of roles. */
  function refusalSentence(why: Refusal, reader: Reader, { platform, account }: Interaction): string {
    const sentence = reader.t.refusal(why, reader);
    if (!('need' in why)) return sentence;
    const team = desk.people.team();
    const me = desk.people.ofAccount(platform, account)?.id;
    const can = new Set(why.need.flatMap((role) => team.holding(role)).filter((id) => id !== me));
    if (can.size === 0) return sentence;
    return reader.t.bot.whoCan(sentence, reader.t.people.some([...can].map(reader.name)));
  }
}

/** A failed submit keeps its dialog open with what was typed; everything else is answered by a card. */
function failed(
  { does }: Interaction,
  { reader, fields }: Attempt,
  sentence: string,
  field: string | undefined,
): Reply {
  const card = saying(reader, 'warning', sentence);
  switch (does.type) {
    case 'submit':
      return field !== undefined && fields.includes(field)
        ? { type: 'errors', fields: { [field]: sentence } }
        : { type: 'errors', fields: {}, form: sentence };
    case 'home':
      return { type: 'home', card };
    case 'command':
    case 'message':
    case 'act':
    case 'open':
    case 'join':
      return { type: 'show', card };
  }
}

const fieldOf = (why: Refusal): string | undefined => ('field' in why ? why.field : undefined);

/** One table of what all handlers bring. A name claimed twice is a mistake of ours, found at start. */
function table<T extends Form | Action>(parts: readonly { readonly [name: string]: T }[]): ReadonlyMap<string, T> {
  const all = new Map<string, T>();
  for (const [name, one] of parts.flatMap((part) => Object.entries(part))) {
    if (all.has(name)) throw new Error(`Two handlers claim ${name}.`);
    all.set(name, one);
  }
  return all;
}
