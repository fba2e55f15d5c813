/** Puts the desk together around a store: records, people, settings, outbox, clock, bot. start.ts says with which platforms. */

import type { Log } from './bot/faults.ts';
import { createBot } from './bot.ts';
import type { Config } from './config.ts';
import { libraryOf } from './content/library.ts';
import { caseDecider } from './core/case/decide.ts';
import { errands } from './core/case/errands.ts';
import { checks as checksDecider } from './core/checks/checks.ts';
import { digest } from './core/digest/digest.ts';
import { duty } from './core/duty/duty.ts';
import type { Instant } from './core/event.ts';
import type { Answerer } from './core/inquiry/answerer.ts';
import { inquiry } from './core/inquiry/inquiry.ts';
import { nudges as nudgesDecider } from './core/nudges/nudges.ts';
import { person } from './core/person/person.ts';
import { settings as settingsDecider } from './core/settings/settings.ts';
import { subscription } from './core/subscription/subscription.ts';
import { Cases } from './desk/cases.ts';
import { CheckCount } from './desk/checks.ts';
import { Claims } from './desk/claims.ts';
import { Clock, type Rhythm } from './desk/clock.ts';
import { Concerned } from './desk/concerned.ts';
import type { Desk } from './desk/desk.ts';
import { DeskSettings } from './desk/desk-settings.ts';
import { Digests } from './desk/digest/digests.ts';
import { Roster } from './desk/duty.ts';
import { Fetch } from './desk/fetch.ts';
import { Follow } from './desk/follow.ts';
import { GoodNewsBoard } from './desk/good-news/board.ts';
import { identityOf } from './desk/identity.ts';
import { Inquiries } from './desk/inquiries.ts';
import type { Wait } from './desk/lanes.ts';
import { Nudging } from './desk/nudging.ts';
import { Obstacles } from './desk/obstacle/obstacles.ts';
import type { OnFault } from './desk/on-fault.ts';
import { Outbox } from './desk/outbox.ts';
import { People } from './desk/people.ts';
import { Records } from './desk/records.ts';
import { ReminderPosts } from './desk/reminders/posts.ts';
import { Reports } from './desk/report/reports.ts';
import { resolver } from './desk/resolve.ts';
import { Responders } from './desk/responders.ts';
import { Signing } from './desk/signing/signing.ts';
import { Training } from './desk/training/training.ts';
import { Warnings } from './desk/warning/warnings.ts';
import type { Handler } from './handler.ts';
import type { Meter } from './metrics/meter.ts';
import type { Platform, Receive } from './platforms/platform.ts';
import { openPress } from './press/press.ts';
import type { Store } from './stores/store.ts';

export type Parts = {
  readonly config: Pick<Config, 'rules' | 'policies' | 'templates' | 'questions'> &
    Partial<Pick<Config, 'synonyms' | 'blanks' | 'reminders' | 'goodNews'>>;
  readonly store: Store;
  readonly handlers: readonly Handler[];
  readonly log: Log;
  readonly now: () => Instant;
  readonly wait: Wait;
  readonly random: () => number;
  /** Who answers questions from the policies; nobody when left out. */
  readonly answer?: Answerer;
  /** Names the code that runs (code.ts), so that what it makes of records outlives a restart. Nothing does without it. */
  readonly code?: string;
  /** Counts what goes through the platforms; nothing is counted when left out. */
  readonly meter?: Pick<Meter, 'platform' | 'waiting'>;
  /** How the clock is driven; every minute when left out. */
  readonly rhythm?: Rhythm;
};

export type House<P extends Platform = Platform> = {
  readonly platforms: readonly P[];
  readonly desk: Desk;
  readonly receive: Receive;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Reads what there is, so that people and settings are at hand for seeding. */
  open(): Promise<void>;
  /** Begins to accept and calls `accepting`, then delivers what is owed and issues what was missed. */
  start(accepting?: () => Promise<void>): Promise<void>;
  /** Resolves when what has happened has had its effects, except at places given up. */
  idle(): Promise<void>;
  /** Takes nothing new, writes down what is in flight. The store is the caller's to close. */
  stop(): Promise<void>;
};

/** `platforms` is asked once, with the desk there to be shown. */
export function wire<P extends Platform>(parts: Parts, platforms: (desk: Desk) => readonly P[]): House<P> {
  const { config, store, handlers, log, now, wait, random } = parts;
  const { rules, policies, templates, questions, synonyms = [], blanks = {}, reminders = [] } = config;
  const library = libraryOf({ policies, synonyms, blanks });
  const onFault: OnFault = (what, error) => log(what, { error });
  const options = { rules: () => rules, onFault, ...(parts.code && { code: parts.code }) };

  const identity = identityOf(
    () => people.team(),
    () => chats.length > 1,
  );
  const claims = new Claims(store, options);
  const cases = new Cases(new Records(store, caseDecider, { ...options, identity }), claims, rules);
  const people = new People(new Records(store, person, options), claims);
  const settings = new DeskSettings(new Records(store, settingsDecider, options), people);
  const roster = new Roster(new Records(store, duty, options));
  const nudges = new Records(store, nudgesDecider, { ...options, idempotent: true });
  const inquiries = new Inquiries(new Records(store, inquiry, options), { answer: parts.answer, onFault, now });
  const checks = new CheckCount(new Records(store, checksDecider, options), rules.timeZone);
  const signing = new Signing(store, { ...options, people, settings, now });
  const training = new Training(store, {
    ...{ ...options, questions, policies, people, now },
    reach: (person) => signing.reach(person),
    unsigned: (person) => signing.signers.openOf(person).length,
    since: (platform) => settings.sinceOn(platform),
    onSigned: (listener) => {
      signing.signers.records.onChange(({ id, length }) => listener(id, `${id}/${length}`));
    },
  });
  const reminderPosts = new ReminderPosts(store, { ...options, items: reminders, settings, now });
  const goodNews = new GoodNewsBoard(store, { ...options, identity, files: config.goodNews ?? [], now });
  const keep = (bytes: Uint8Array) => store.put(bytes);
  const digests = new Digests({
    ...{ people, rules, now, wait, random, onFault, desk: () => desk },
    records: new Records(store, subscription, options),
    issued: new Records(store, digest, options),
    sections: handlers.flatMap((handler) => handler.digest ?? []),
  });
  const warnings = new Warnings(store, { ...options, cases: cases.records, since: () => settings.since(), now });
  const recheck = () => void outbox.recheck().catch((error: unknown) => onFault('looking at all places again', error));
  const obstacles = new Obstacles(store, { ...options, people, settings, now, recheck });
  const press = openPress();
  const reports = new Reports(store, { ...options, desk: () => desk, draw: press.draw, now, wait, random });
  const desk: Desk = {
    warnings,
    obstacles,
    reports,
    press,
    rules,
    policies,
    library,
    templates,
    questions,
    cases,
    people,
    duty: roster,
    nudges,
    training,
    checks,
    inquiries,
    digests,
    settings,
    signing,
    reminderPosts,
    goodNews,
    keep,
  };

  let written = 0;
  store.follow(() => {
    written += 1;
  });
  const chats = platforms(desk);
  const measured = chats.map((chat) => parts.meter?.platform(chat) ?? chat);
  const resolve = resolver(
    desk,
    chats.map(({ name }) => name),
  );
  const team = () => people.team();
  const outbox = new Outbox({
    ...{ store, platforms: measured, resolve, team, rules: () => rules, now, wait, random, onFault },
    onGivenUp(place) {
      log('a place does not take what is owed to it', { ...place });
      obstacles.refused(place);
    },
    onArrived: (address, edits) => obstacles.taken(address, edits),
  });
  parts.meter?.waiting(() => outbox.waiting());
  const files = new Fetch({ store, platforms: chats, now, wait, random, onFault });
  const responders = new Responders({ people, settings, platforms: () => chats, now, onFault, rhythm: parts.rhythm });
  const merges = new Follow({ from: cases.records, to: cases.records, errands, now, onFault });
  const around = () => ({ team: people.team(), duty: roster.people(), rules, at: now() });
  const concerned = new Concerned({ people, cases, now, onFault });
  const nudging = new Nudging({ cases: cases.records, nudges, around, now, onFault });
  const rhythm = parts.rhythm && { rhythm: parts.rhythm };
  const clock = new Clock({ now, onFault, ...rhythm, effects: () => nudging.caughtUp() });
  for (const handler of handlers) handler.watch?.({ desk, outbox, clock, files });
  const answer = createBot({ handlers, desk, log, now });
  const receive: Receive = async (interaction) => {
    const reply = await answer(interaction);
    const { does } = interaction;
    // Who clicked waits to see it: that record's cards go first.
    const clicked = does.type === 'act' || does.type === 'submit' ? does.args['case'] : undefined;
    if (clicked !== undefined) outbox.bump(`${cases.records.kind}/${clicked}`);
    return reply;
  };

  return {
    ...{ platforms: chats, desk, receive, outbox, clock },
    async open() {
      await people.start();
      await settings.start();
      await cases.start();
      await concerned.start();
      await roster.start();
      await warnings.open();
      await signing.open();
    },
    async start(accepting = async () => undefined) {
      await merges.start();
      people.onRolesChanged(recheck);
      settings.onChannelsChanged(recheck);
      settings.onChannelsChanged(() => obstacles.channelsChanged());
      const renudge = () => void nudging.compareAll();
      people.onRolesChanged(renudge);
      roster.onChange(renudge);
      await nudging.start();
      for (const { name } of chats) await settings.opened(name, { at: now(), cause: 'start' });
      await training.start();
      // People first: what is owed since the last run can wait until they have their answers.
      for (const platform of measured) await platform.start(receive);
      await accepting();
      await obstacles.start();
      await outbox.start();
      await files.start();
      responders.start();
      await digests.start();
      // After the listeners: somebody's absence may have ended while nobody ran.
      await warnings.start();
      await reports.start();
      await clock.start();
      await signing.start(policies);
      await reminderPosts.start();
      await goodNews.start();
      library.prepare();
    },
    async idle() {
      const effects = [
        merges,
        concerned,
        nudging,
        training,
        signing,
        inquiries,
        reminderPosts,
        warnings,
        digests,
        reports,
        obstacles,
        outbox,
      ];
      // An effect may have effects of its own, on one that was idle before: over is what writes nothing any more.
      for (let before = -1; before !== written; ) {
        before = written;
        // What one record demands of another begins in microtasks, and has begun when the loop comes round.
        await new Promise((resolve) => setImmediate(resolve));
        for (const effect of effects) await effect.idle();
      }
    },
    async stop() {
      for (const platform of chats) await platform.stop();
      await clock.stop();
      await inquiries.stop();
      await files.stop();
      await responders.stop();
      await warnings.stop();
      await reports.stop();
      await digests.stop();
      await merges.idle();
      await concerned.idle();
      await training.idle();
      await nudging.idle();
      await signing.stop();
      await outbox.stop();
      await obstacles.idle();
    },
  };
}
