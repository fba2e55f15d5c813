/** What the console needs to know of the company and the desk; it reads all of it anew each time. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { Health } from '#src/server/health.ts';
import type { Store } from '#src/stores/store.ts';
import type { GuideStep, ShownChannel, ShownCommand, ShownPerson } from './protocol.ts';

export type ConsolePerson = ShownPerson & {
  readonly timeZone: string;
  /** Who they are on the desk, so that a form can have them preset. */
  readonly person?: PersonId;
};

/** `members` left out: everybody reads it. */
export type ConsoleChannel = ShownChannel & { readonly members?: readonly string[] };

export type ConsoleOptions = Pick<Health, 'metrics'> & {
  readonly store: Store;
  /** Loopback, or it does not start. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  people(): readonly ConsolePerson[];
  channels(): readonly ConsoleChannel[];
  commands(): readonly ShownCommand[];
  /** What to try next; read anew after every change. */
  guide?(): readonly GuideStep[];
  /** Told of faults inside. */
  log(what: string, error: unknown): void;
  now?(): Instant;
};
