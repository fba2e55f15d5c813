/** A policy's text has changed: whoever answers for it says whether it matters; then those concerned sign again (K17). */
import { changesBetween } from '#src/core/policy/changes.ts';
import { askedAbout, ownersOf } from '#src/core/policy/owners.ts';
import { newest, type PolicyEvent, type PolicyState } from '#src/core/policy/policy.ts';
import { Refused } from '#src/core/refused.ts';
import type { Desk } from '#src/desk/desk.ts';
import type { WantedCard, Wants } from '#src/desk/wanted.ts';
import { type Context, done, type Handler, replace, show } from '#src/handler.ts';
import { type Args, type Block, heading } from '#src/view/card.ts';
import { acting } from './acting.ts';
import { CHANGES, questionCard, RULE, ruled, ruledCard } from './signing/change-card.ts';
import { pageCard } from './signing/page-card.ts';
import { changePages } from './signing/reading.ts';

/** The question while it is open, and the answer in its place. Each change has a card of its own. */
const policyWants =
  ({ rules, signing }: Desk): Wants<PolicyState, PolicyEvent> =>
  ({ id, state }, team) => {
    const [now, last] = [newest(state), ruled(state)];
    if (!now) return { cards: [], notices: [] };
    const cards = (owner: string, digest: string, number: number, card: WantedCard['card']) =>
      askedAbout(owner, rules, team).map(
        (person): WantedCard => ({ key: `change/${number}/${digest.slice(0, 16)}`, to: { person }, card }),
      );
    const { pending } = state;
    const signed = () => signing.signers.whoSigned(id).length;
    const asked = pending
      ? cards(pending.content.owner, pending.digest, now.number + 1, (reader) =>
          questionCard(id, pending, now, signed(), reader),
        )
      : [];
    const told = last ? cards(last.content.owner, last.digest, last.number, (reader) => ruledCard(last, reader)) : [];
    return { cards: [...asked, ...told], notices: [] };
  };

/** Only those who would be asked may look at a text that is not in force yet. */
function pendingFor({ desk, roles }: Context, { policy = '', digest = '' }: Args) {
  const state = desk.signing.policies.state(policy);
  const now = state && newest(state);
  if (!state || !now) throw new Refused({ code: 'policy_unknown', what: policy });
  const need = ownersOf((state.pending?.content ?? now.content).owner, desk.rules);
  if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'policy_not_owner', need });
  if (state.pending?.digest !== digest) throw new Refused({ code: 'policy_changed_again' });
  return { now, pending: state.pending };
}

export const policyChange = {
  actions: {
    [RULE]: async (ctx, { policy = '', digest = '', material }) => {
      const { records } = ctx.desk.signing.policies;
      await records.act(policy, { type: 'rule', digest, material: material === 'yes' }, acting(ctx));
      return done();
    },
    [CHANGES]: (ctx, args) => {
      const { now, pending } = pendingFor(ctx, args);
      const { policy = '', digest = '', page, own } = args;
      const title = ctx.reader.t.signing.change.titleFor(pending.content.title[ctx.reader.locale]);
      const pages = changePages(title, changesBetween(now.content, pending.content), ctx.reader);
      const card = pageCard(pages, Number(page) || 0, CHANGES, { policy, digest }, ctx.reader);
      return own === undefined ? show(card) : replace(card);
    },
  },
  home({ desk, roles, reader }): readonly Block[] | undefined {
    const waiting = desk.policies.some(({ id }) => {
      const pending = desk.signing.policies.state(id)?.pending;
      return pending && ownersOf(pending.content.owner, desk.rules).some((role) => roles.includes(role));
    });
    return waiting ? [heading(reader.t.signing.home.owner)] : undefined;
  },
  watch({ desk, outbox }) {
    outbox.watch(desk.signing.policies.records, policyWants(desk), ({ pending }) => pending !== undefined);
  },
} satisfies Handler;
