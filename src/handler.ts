/** What a handler is. A feature is one file of this shape and a line in handlers/index.ts. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { SentFile } from '#src/core/file/file.ts';
import type { Role } from '#src/core/role.ts';
import type { Clock } from '#src/desk/clock.ts';
import type { Desk } from '#src/desk/desk.ts';
import type { DigestSection } from '#src/desk/digest/section.ts';
import type { Fetch } from '#src/desk/fetch.ts';
import type { Outbox } from '#src/desk/outbox.ts';
import type { Args, Block, Card } from '#src/view/card.ts';
import type { FormView, Inputs, Values } from '#src/view/form.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Words } from '#src/words/words.ts';

export type Context = {
  readonly me: PersonId;
  readonly roles: readonly Role[];
  /** The language and zone of the person who acts. */
  readonly reader: Reader;
  readonly at: Instant;
  readonly cause: string;
  /** Where the person is at the moment. */
  readonly platform: string;
  /** Where it was typed or clicked; absent in a direct message. */
  readonly place?: { readonly platform: string; readonly channel: string };
  /** Sent along with the words of a command, where a platform takes files in a message. */
  readonly files?: readonly SentFile[];
  /** Every command there is, in the order of the handlers, for help. */
  readonly menu: readonly MenuLine[];
  readonly desk: Desk;
};

/** The bot's own action: does what typing the command `name` with `text` would do. */
export const RUN = 'bot.run';

/** A handler's one answer. */
export type Answer =
  | { readonly type: 'show'; readonly card: Card }
  | { readonly type: 'replace'; readonly card: Card }
  | { readonly type: 'open'; readonly form: string; readonly args: Args }
  | { readonly type: 'done'; readonly say?: string };

export const show = (card: Card): Answer => ({ type: 'show', card });
/** Only for a card that one person sees; a shared one is edited by the outbox. */
export const replace = (card: Card): Answer => ({ type: 'replace', card });
export const open = (form: string, args: Args = {}): Answer => ({ type: 'open', form, args });
export const done = (say?: string): Answer => ({ type: 'done', ...(say && { say }) });

/** The headings of `desk help`, in its order. `own`: help itself, which lists neither itself nor the desk's own name. */
export const GROUPS = ['daily', 'cases', 'lead', 'people', 'setup', 'also', 'own'] as const;
export type Group = (typeof GROUPS)[number];

/** Whoever asks for help. */
export type Asker = Pick<Context, 'me' | 'roles' | 'desk'>;

/** Where help lists a command, and for whom. */
export type HelpPlace = {
  readonly group: Group;
  /** Help lists it for nobody else, and for everybody when left out. Typing it is answered all the same. */
  readonly for?: (asker: Asker) => boolean;
};

export type Command = HelpPlace & {
  /** One line for `desk help` and for the menus of the platforms. */
  readonly usage: (t: Words) => string;
  /** Other words that mean the same, mostly Chinese ones; whatever somebody's language, all of them work. */
  readonly also?: readonly string[];
  run(ctx: Context, text: string): Answer | Promise<Answer>;
};
export type Action = (ctx: Context, args: Args) => Answer | Promise<Answer>;
export type Form<I extends Inputs = Inputs> = {
  /** Reads the store at most; never the network, because a form must open at once. */
  view(ctx: Context, args: Args): FormView<I> | Promise<FormView<I>>;
  /** Called with checked values only. A `Refused` that names a field is shown at it; nothing typed is lost. */
  submit(ctx: Context, values: Values<I>, args: Args): Answer | Promise<Answer>;
};
/** Keeps the inputs' types between `view` and `submit`, then lets forms of all kinds stand in one table. */
export const form = <const I extends Inputs>(definition: Form<I>): Form => definition as unknown as Form;

/** A command as help shows it: `desk team`, and what it is for. */
export type MenuLine = HelpPlace & {
  readonly name: string;
  readonly also: readonly string[];
  readonly usage: (t: Words) => string;
};

/** Part of a person's home; `undefined` when there is nothing to say to them. */
export type HomeSection = (ctx: Context) => readonly Block[] | undefined | Promise<readonly Block[] | undefined>;

export type Handler = {
  readonly commands?: { readonly [name: string]: Command };
  /** Words after `desk`: each feature brings its own (`desk team`, `desk mine`). `run` gets what follows the word. */
  readonly desk?: { readonly [word: string]: Command };
  readonly forms?: { readonly [name: string]: Form };
  readonly actions?: { readonly [name: string]: Action };
  readonly home?: HomeSection;
  /** Part of the daily digest of managers and leaders; kept with it, so that an old digest stays as it was. */
  readonly digest?: DigestSection;
  /** Somebody came: they joined the company, or only got the bot. */
  readonly joined?: (ctx: Context, by: 'company' | 'install') => Promise<void>;
  /** Says what its records want people to see and when they fall due; called once, before anything is delivered. */
  readonly watch?: (running: Running) => void;
};

/** What carries the wants and deadlines of records. */
export type Running = {
  readonly desk: Desk;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Fetches what people sent and their chat still has. */
  readonly files: Fetch;
};

/** The last event that the person's card showed, as it travels in a button's or form's arguments. */
export function seenIn({ seen }: Args): number | undefined {
  return seen !== undefined && /^\d{1,9}$/.test(seen) ? Number(seen) : undefined;
}
