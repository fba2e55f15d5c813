/** Goes through a data directory and says whatever is not as it must be, given what people were answered. */

import { sha256 } from '#src/core/chain.ts';
import type { Entry } from '#src/core/event.ts';
import { isChained } from '#src/stores/entries.ts';
import { inspect } from '#src/stores/inspect.ts';
import { wrongWith } from '#src/stores/whole.ts';
import { speech } from '#test/road/speech.ts';
import type { Deed } from './load.ts';

type Shown = { readonly kind: string; readonly id: string; readonly summary: string };
export type Audit = {
  readonly wrong: readonly string[];
  /** What somebody is owed still. Nothing, once a desk that runs has come to rest. */
  readonly owed: readonly string[];
  readonly cases: number;
};

const NUMBER = /(?:RM|C)-\w+(?:-\d+)?/;

/** `settled`: everything unanswered was done again and answered, so that no claim may be without its record. */
export async function audit(dir: string, deeds: readonly Deed[], settled: boolean): Promise<Audit> {
  const wrong: string[] = [];
  const cases = new Map<string, readonly Entry[]>();
  const claims: (readonly [string, string])[] = [];
  const shown: Shown[] = [];
  for await (const seen of inspect(dir)) {
    const why = wrongWith(seen);
    if (why !== undefined) wrong.push(why);
    if (!('stream' in seen)) continue;
    const { stream, entries } = seen;
    if (stream.startsWith('case/')) cases.set(stream.slice('case/'.length), entries);
    if (stream.startsWith('claim/')) claims.push(...ownersIn(stream, entries));
    if (stream.startsWith('delivery/console/')) shown.push(...messagesIn(entries));
    if (!isChained(stream) && entries.length === 0) wrong.push(`${stream} is empty`);
  }
  wrong.push(...missingFrom(cases, deeds));
  const causes = new Set([...cases.values()].flat().map(({ cause }) => `claim/cause/${sha256(cause)}`));
  // Who joins a case has claimed an id for a case of their own, and does not need it.
  const isKept = (key: string, owner: string) =>
    cases.has(owner) || causes.has(key) || !/^claim\/(post|discreet|cause|number)\//.test(key);
  if (settled)
    wrong.push(...claims.filter(([key, owner]) => !isKept(key, owner)).map(([key]) => `${key} has no record`));
  const { owed, twice } = owedBy(cases, shown, deeds);
  return { wrong: [...wrong, ...twice], owed, cases: cases.size };
}

const ownersIn = (stream: string, entries: readonly Entry[]): (readonly [string, string])[] => {
  const last = entries.at(-1);
  return last?.type === 'claimed' ? [[stream, String(last.data['owner'])]] : [];
};

function messagesIn(entries: readonly Entry[]): Shown[] {
  const last = entries.at(-1);
  const card = last?.private?.value;
  if (!last || card === null || typeof card !== 'object' || !('summary' in card)) return [];
  return [{ kind: String(last.data['kind']), id: String(last.data['id']), summary: String(card['summary']) }];
}

/** The cause under which the console hands a deed on: a page makes it up, so it holds for its account alone. */
const recorded = ({ who, cause }: Deed) => `console/${who.account}/${cause}`;

/** Deeds that were answered with success and are in no record; numbers given that are another case's, or given twice. */
function missingFrom(cases: ReadonlyMap<string, readonly Entry[]>, deeds: readonly Deed[]): string[] {
  const found = new Map([...cases].flatMap(([id, entries]) => entries.map(({ cause }) => [cause, id] as const)));
  const numbers = new Map([...cases].map(([id, entries]) => [id, String(entries[0]?.data['number'])]));
  const wrong: string[] = [];
  if (new Set(numbers.values()).size !== numbers.size) wrong.push('two cases have one number');
  for (const deed of deeds) {
    const { cause, answer, does } = deed;
    if (answer?.type !== 'done') continue;
    const id = found.get(recorded(deed));
    const given = NUMBER.exec(answer.say ?? '')?.[0];
    if (id === undefined) wrong.push(`acknowledged and lost: ${does.type} ${cause}`);
    else if (does.type === 'command' && given !== numbers.get(id)) wrong.push(`${cause} was answered ${given}`);
  }
  return wrong;
}

/** One card in the channel for each case, as it stands; one receipt for each who reported it. */
function owedBy(cases: ReadonlyMap<string, readonly Entry[]>, shown: readonly Shown[], deeds: readonly Deed[]) {
  const by = new Map(deeds.map((deed) => [recorded(deed), deed.who.account]));
  const [owed, twice]: [string[], string[]] = [[], []];
  const count = (what: string, messages: number) => {
    if (messages === 0) owed.push(what);
    if (messages > 1) twice.push(`${what} is there ${messages} times`);
  };
  const speeches = [speech('en'), speech('zh')];
  const about = (place: string) =>
    Map.groupBy(
      shown.filter(({ kind }) => kind === place),
      ({ summary }) => NUMBER.exec(summary)?.[0],
    );
  const [inChannel, told] = [about('channel'), about('direct')];
  for (const entries of cases.values()) {
    const number = String(entries[0]?.data['number']);
    const cards = inChannel.get(number) ?? [];
    count(`the card of ${number}`, cards.length);
    const status = statusAfter(entries);
    const says = speeches.some(({ t }) => cards[0]?.summary.includes(t.case.status[status]));
    if (cards.length === 1 && !says) owed.push(`the card of ${number} as ${status}`);
    const receipts = speeches.flatMap(({ notice }) => [notice.received.title(number), notice.received.joined(number)]);
    for (const person of ['emma', 'mei']) {
      const reported = entries.some(({ type, cause }) => REPORTS.has(type) && by.get(cause) === person);
      const lines = (told.get(number) ?? []).filter(({ id, summary }) => id === person && receipts.includes(summary));
      if (reported) count(`the receipt of ${number} for ${person}`, lines.length);
    }
  }
  return { owed, twice };
}

const REPORTS = new Set(['reported', 'reporterJoined', 'mentionAdded']);

function statusAfter(entries: readonly Entry[]): 'new' | 'working' | 'dismissed' {
  const types = new Set(entries.map(({ type }) => type));
  if (types.has('dismissed')) return 'dismissed';
  return types.has('claimed') ? 'working' : 'new';
}
