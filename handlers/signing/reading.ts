/** What somebody reads before they sign, page by page: whole policies, or, after a change, only what is new. */
import { clauseBlocks } from '#handlers/policy/clause-blocks.ts';
import { type Change, changesBetween, clauseOf } from '#src/core/policy/changes.ts';
import type { ClauseText } from '#src/core/policy/content.ts';
import { Refused } from '#src/core/refused.ts';
import { readingDigest } from '#src/core/signer/decide.ts';
import type { Signed, Task } from '#src/core/signer/state.ts';
import type { Held } from '#src/desk/signing/signers.ts';
import type { Context } from '#src/handler.ts';
import { type Block, note, text } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import { changeBlocks } from './change-blocks.ts';

export type Page = { readonly title: string; readonly blocks: readonly Block[] };

/** So many changed clauses on a page; whole policies have a page for each of their parts. */
const CHANGES = 3;

/**
 * What this person was asked for in a campaign, in a former record too: a signature goes before what else there is.
 * Refused as if there were none when it is somebody else's.
 */
export function taskOf({ desk, me }: Context, campaign: string): Held {
  const all = desk.signing.signers.of(me).filter(({ task }) => task.campaign === campaign);
  const held = all.find(({ task }) => task.status === 'signed') ?? all[0];
  if (!held) throw new Refused({ code: 'signature_not_asked' });
  return held;
}

/** The versions in force of what is to be signed. */
export const versionsFor = ({ desk }: Context, { policies }: Task): readonly Signed[] =>
  policies.map((policy) => {
    const { number, digest } = desk.signing.policies.must(policy);
    return { policy, number, digest };
  });

/** By which the texts are known that somebody has in front of them. */
export const readBy = (ctx: Context, task: Task): string => readingDigest(versionsFor(ctx, task));

export const pagesOf = (ctx: Context, task: Task): readonly Page[] =>
  task.policies.flatMap((policy) => pagesOfPolicy(ctx, policy, task.changesOnly));

function pagesOfPolicy({ desk, me, reader }: Context, policy: string, changesOnly: boolean): readonly Page[] {
  const { policies, signers } = desk.signing;
  const { content } = policies.must(policy);
  const title = content.title[reader.locale];
  const since = changesOnly ? signers.signed(me, policy) : undefined;
  const before = since === undefined ? undefined : policies.version(policy, since);
  if (!before) return wholePages(title, content.clauses, reader);
  const changes = changesBetween(before.content, content);
  if (changes.length === 0) return [{ title, blocks: [note(reader.t.signing.nothingNew)] }];
  return changePages(title, changes, reader);
}

/** A page for each part of a policy: its clauses with the same number before the point. */
export function wholePages(title: string, clauses: readonly ClauseText[], { locale }: Reader): readonly Page[] {
  const parts = Map.groupBy(clauses, ({ number }) => number.split('.')[0]);
  return [...parts.values()].map((part) => ({ title, blocks: part.flatMap((clause) => clauseOn(clause, locale)) }));
}

const clauseOn = ({ number, title, text: body }: ClauseText, locale: Reader['locale']): readonly Block[] => [
  text([{ b: `${number} ${title[locale]}` }]),
  ...clauseBlocks(body[locale]),
];

/** Changes in the order of their clauses, a few on a page. */
export function changePages(title: string, changes: readonly Change[], reader: Reader): readonly Page[] {
  const number = (change: Change) => clauseOf(change).number;
  const sorted = [...changes].sort((a, b) => number(a).localeCompare(number(b), 'en', { numeric: true }));
  const pages: Page[] = [];
  for (let at = 0; at < sorted.length; at += CHANGES)
    pages.push({ title, blocks: sorted.slice(at, at + CHANGES).flatMap((change) => changeBlocks(change, reader)) });
  return pages;
}
