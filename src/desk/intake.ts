/**
 * The one door by which mentions come in. One open case for one post, whoever reports it and however often:
 * the submission claims an id by its cause, the post is claimed for that id, and who loses joins the winner's case.
 */
import { randomInt, randomUUID } from 'node:crypto';
import type { CaseCommand, MentionReport } from '#src/core/case/command.ts';
import { isWebLink, postKey, readLink } from '#src/core/case/link.ts';
import { mayKnow } from '#src/core/case/may.ts';
import { type CaseState, type ExistingCase, isOpen } from '#src/core/case/state.ts';
import { triage } from '#src/core/case/triage.ts';
import type { Category, Severity } from '#src/core/case/vocabulary.ts';
import { sha256 } from '#src/core/chain.ts';
import type { Instant, PersonId } from '#src/core/event.ts';
import type { SentFile } from '#src/core/file/file.ts';
import { type Refusal, Refused } from '#src/core/refused.ts';
import type { Rules } from '#src/core/rules.ts';
import { isBlank } from '#src/core/visible-text.ts';
import type { CaseRecords } from './cases.ts';
import type { Claims } from './claims.ts';
import { Posts } from './posts.ts';
import type { Who } from './records.ts';

export type ReportInput = {
  readonly link: string;
  readonly text: string;
  readonly author: string;
  readonly note: string;
  readonly audience?: number;
  readonly hidden: boolean;
  readonly follow: boolean;
  readonly confidential: boolean;
  readonly concerns: readonly PersonId[];
  readonly severity?: Severity;
  readonly category?: Category;
  readonly screenshots?: readonly SentFile[];
};

/** A report on its way in. `discreet`: it asks to be held in confidence, in so many words or by what it says. */
type Submission = {
  readonly input: ReportInput;
  readonly mention: MentionReport;
  readonly discreet: boolean;
  readonly who: Who;
};

/** What the reporter is told. `joined`: the post was being handled already, and they may know that. */
export type Received = { readonly id: string; readonly number: string; readonly joined: boolean };

/** Longest mention that is kept. Longer ones are refused, so that nothing is cut off behind a person's back. */
const MENTION_MAX = 10_000;

/** How the numbers begin that everybody may know. */
const SERIES = 'RM-';
const OPAQUE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export class Intake {
  readonly #records: CaseRecords;
  readonly #claims: Claims;
  readonly #posts: Posts;
  readonly #rules: Rules;

  constructor(records: CaseRecords, claims: Claims, rules: Rules) {
    this.#records = records;
    this.#claims = claims;
    this.#posts = new Posts(records, claims);
    this.#rules = rules;
  }

  /** Durable when it resolves. Throws `Refused` naming the field of an input that cannot be taken. */
  async report(input: ReportInput, who: Who): Promise<Received> {
    const mention = mentionOf(input);
    const discreet = this.#isDiscreet(input, mention);
    const submission = { input, mention, discreet, who };
    const { owner: mine } = await this.#claims.claim(`cause/${sha256(who.cause)}`, randomUUID(), who);
    const before = await this.#again(mine, who);
    if (before) return before;
    return this.#posts.alone([mention.key], async () => {
      for (;;) {
        const holder = await this.#posts.holder(mention.key, mine, discreet, who);
        const received =
          holder.id === mine
            ? await this.#create(mine, submission, discreet)
            : await this.#join(holder.id, submission, holder.discreet);
        if (received) return received;
        await this.#posts.release(mention.key, holder.id, who);
      }
    });
  }

  /** Asked for, or about a colleague, whether the reporter says so or the words do. */
  #isDiscreet({ confidential, category, concerns }: ReportInput, { link, text }: MentionReport): boolean {
    if (confidential || concerns.length > 0) return true;
    const judged = triage({ link, text, mentions: 1, ...(category && { category }) }, this.#rules.triage);
    return judged.category.value === 'colleague';
  }

  async addTo(id: string, input: ReportInput, who: Who): Promise<Received> {
    const mention = mentionOf(input);
    const command = { type: 'addMention', mention } as const;
    return this.#posts.alone([mention.key], async () => {
      await this.#unrefused(id, command, who);
      await this.#posts.add(mention.key, id, who);
      const { state } = await this.#records.act(id, command, who);
      return { id, number: state.status === 'none' ? '' : state.number, joined: true };
    });
  }

  /** Opens an ended case again, with its posts. Refuses while another open case has one of them. */
  async reopen(id: string, command: Extract<CaseCommand, { type: 'reopen' }>, who: Who) {
    const { state } = await this.#records.read(id);
    const posts = 'mentions' in state ? state.mentions.map(({ key }) => key) : [];
    return this.#posts.alone(posts, async () => {
      await this.#unrefused(id, command, who);
      const { state: now } = await this.#records.read(id);
      if (now.status === 'closed' || now.status === 'dismissed')
        await this.#posts.reclaim(id, posts, now.confidential, who);
      return this.#records.act(id, command, who);
    });
  }

  /** What would be refused claims no post. */
  async #unrefused(id: string, command: CaseCommand, who: Who): Promise<void> {
    const refusal = await this.#records.refusal(id, command, who);
    if (refusal) throw new Refused(refusal);
  }

  /** What this very submission was answered when it came before, whatever has become of the case since. */
  async #again(id: string, who: Who): Promise<Received | undefined> {
    const { state, history } = await this.#records.read(id);
    const earlier = history.find(({ meta }) => meta.cause === who.cause);
    if (!earlier || state.status === 'none') return undefined;
    const joined = earlier.event.type !== 'reported' && mayKnow(state, who.by, who.roles, this.#rules);
    return { id, number: shownTo(state, who.by), joined };
  }

  async confidentialNumber(id: string, who: Who): Promise<string> {
    for (;;) {
      const number = `C-${Array.from({ length: 6 }, () => OPAQUE[randomInt(OPAQUE.length)]).join('')}`;
      if ((await this.#claims.claim(`number/${number}`, `${id}/${randomUUID()}`, who)).won) return number;
    }
  }

  /** `confidential`: whether the case is, which may differ from what this reporter asked for. */
  async #create(id: string, submission: Submission, confidential: boolean): Promise<Received | undefined> {
    const { input, mention, who } = submission;
    const { state } = await this.#records.read(id);
    if (state.status !== 'none') return this.#join(id, submission, confidential);
    const number = await this.#number(id, confidential, who);
    const { severity, category, concerns } = input;
    const given = { ...(severity && { severity }), ...(category && { category }) };
    try {
      const report = { type: 'report', number, confidential, concerns, mention, ...given } as const;
      const { state: now } = await this.#records.act(id, report, who);
      return { id, number: shownTo(now, who.by), joined: false };
    } catch (error) {
      // Somebody met the claim before its record came, and completed it with their own report.
      if (isRefusal(error, 'case_exists')) return this.#join(id, submission, confidential);
      throw error;
    }
  }

  /** Undefined when the case has ended, so that the post can be claimed anew. */
  async #join(id: string, submission: Submission, confidential: boolean): Promise<Received | undefined> {
    const { mention, discreet, who } = submission;
    const before = await this.#again(id, who);
    if (before) return before;
    const { state } = await this.#records.read(id);
    // The one who claimed the post never came back: this report is the case.
    if (state.status === 'none') return this.#complete(id, submission, confidential);
    if (state.status === 'merged') return this.#join(state.into.id, submission, confidential);
    if (!isOpen(state)) return undefined;
    const knows = mayKnow(state, who.by, who.roles, this.#rules);
    const alias = knows ? undefined : await this.#aliasFor(id, state, discreet, who);
    try {
      const command = { type: 'addMention', mention: { ...mention, ...(alias && { alias }) } } as const;
      const acted = await this.#records.act(id, command, who);
      return { id, number: shownTo(acted.state, who.by), joined: knows };
    } catch (error) {
      // It ended while we looked. Merged, it has the post still, and the report belongs where it went.
      if (isRefusal(error, 'case_ended')) return this.#join(id, submission, confidential);
      throw error;
    }
  }

  /** A claim kept for a confidential case stays confidential, and an ordinary reporter still gets an ordinary number. */
  async #complete(id: string, submission: Submission, confidential: boolean): Promise<Received | undefined> {
    const { mention, discreet, who } = submission;
    const alias = confidential && !discreet ? await this.#number(id, false, who) : undefined;
    return this.#create(id, { ...submission, mention: { ...mention, ...(alias && { alias }) } }, confidential);
  }

  /**
   * The number by which outsiders know a confidential case: of the series that a new report like theirs would get one
   * of, so that it tells them nothing.
   */
  async #aliasFor(id: string, state: ExistingCase, discreet: boolean, who: Who): Promise<string> {
    if (discreet) return this.confidentialNumber(id, who);
    // Those of a merged case may know it by a number of the confidential series.
    const known = state.reporters.find(({ alias }) => alias?.startsWith(SERIES));
    return known?.alias ?? (await this.#number(id, false, who));
  }

  async #number(id: string, confidential: boolean, who: Who): Promise<string> {
    if (confidential) return this.confidentialNumber(id, who);
    return `${SERIES}${await this.#claims.nextNumber(yearOf(who.at, this.#rules), id, who)}`;
  }
}

const isRefusal = (error: unknown, code: Refusal['code']): boolean =>
  error instanceof Refused && error.refusal.code === code;
let years: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | undefined;
/** The year of an instant in the company's zone, as case numbers have it. */
export function yearOf(at: Instant, { timeZone }: Rules): string {
  if (years?.timeZone !== timeZone)
    years = { timeZone, format: new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }) };
  return years.format.format(new Date(at));
}

/** The number that this reporter was given. */
function shownTo(state: CaseState, person: PersonId): string {
  if (state.status === 'none') return '';
  return state.reporters.find((reporter) => reporter.person === person)?.alias ?? state.number;
}

/** The report as a mention, or a refusal that names the field. A link typed into the text counts as the link. */
function mentionOf(input: ReportInput): MentionReport {
  const typed = input.link.trim();
  if (typed !== '' && !isWebLink(typed)) throw new Refused({ code: 'input_not_a_link', field: 'link', value: typed });
  const found = typed === '' ? readLink(input.text) : undefined;
  const link = typed || (found?.url ?? '');
  const text = isBlank(input.text) ? '' : input.text.trim();
  if (link === '' && text === '') throw new Refused({ code: 'input_no_post', field: 'said' });
  if (text.length > MENTION_MAX) {
    throw new Refused({ code: 'input_too_long', field: 'said', length: text.length, max: MENTION_MAX });
  }
  const { author, note, hidden, follow, audience, screenshots = [] } = input;
  const key = sha256(postKey({ ...(link && { link }), text }));
  return {
    id: randomUUID(),
    key,
    link,
    text,
    author,
    note,
    hidden,
    follow,
    ...(audience !== undefined && { audience }),
    ...(screenshots.length > 0 && { screenshots: screenshots.map((file) => ({ id: randomUUID(), file })) }),
  };
}
