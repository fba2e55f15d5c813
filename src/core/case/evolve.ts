/** What an event makes of a case. Never fails, never looks at rules: events carry results. */
import type { Instant, Meta } from '../event.ts';
import { base } from './base.ts';
import { confided } from './confided.ts';
import type { CaseEvent } from './event.ts';
import { opened, withMention, withReporter } from './evolve-intake.ts';
import { drafted, published, reviewed } from './evolve-reply.ts';
import { remindedBy } from './reminded.ts';
import { joined, withScreenshot } from './screenshots.ts';
import { type CaseState, type ExistingCase, isOpen, ownerOf } from './state.ts';

/** Applies one event. An event that cannot follow (only a tampered stream has one) leaves the case as it was. */
export function evolve(state: CaseState, event: CaseEvent, meta: Meta): CaseState {
  if (event.type === 'reported') return opened(event, meta);
  return state.status === 'none' ? state : next(state, event, meta);
}

function next(state: ExistingCase, event: Exclude<CaseEvent, { type: 'reported' }>, meta: Meta): ExistingCase {
  const { by, at, number } = meta;
  switch (event.type) {
    case 'mentionAdded':
      return withMention(state, event, meta);
    case 'reporterJoined':
      return withReporter(state, { ...event.reporter, person: by, at, note: event.private.note });
    case 'retriaged':
      return { ...state, triage: event.triage, ...timedAnew(state, event, at) };
    case 'corrected': {
      const was = state.triage[event.field];
      const correction = {
        field: event.field,
        value: event.value,
        was: was.value,
        reason: event.private.reason,
        by,
        at,
      };
      const triage = { ...state.triage, [event.field]: { ...was, value: event.value } };
      return { ...state, triage, ...timedAnew(state, event, at), corrections: [...state.corrections, correction] };
    }
    case 'confided':
      return confided(state, event, meta);
    case 'claimed':
      return { ...base(state), status: 'working', owner: event.owner, since: at };
    case 'released':
      return { ...base(state), status: 'new', since: at };
    case 'handedOver':
      return isOpen(state) && state.status !== 'new' ? { ...state, owner: event.to, since: at } : state;
    case 'planned':
      return { ...state, plan: { action: event.private.action, owner: event.owner, due: event.due, by, at } };
    case 'planConfirmed':
      return state.plan ? { ...state, plan: { ...state.plan, confirmed: { by, at } } } : state;
    case 'factRecorded': {
      const fact = { id: event.fact, verdict: event.verdict, ...event.private, by, at, event: number };
      return { ...state, facts: [...state.facts.filter((other) => other.id !== fact.id), fact] };
    }
    case 'factRevoked':
      return { ...state, facts: state.facts.filter((fact) => fact.id !== event.fact) };
    case 'drafted':
      return drafted(state, event, meta);
    case 'overruled': {
      const ruling = { codes: event.codes, by, reason: event.private.reason };
      const drafts = state.drafts.map((draft) =>
        draft.version === event.version ? { ...draft, overruled: [...draft.overruled, ruling] } : draft,
      );
      return { ...state, drafts };
    }
    case 'submitted':
    case 'withdrawn':
    case 'lapsed':
    case 'approved':
    case 'rejected':
      return reviewed(state, event, meta);
    case 'published':
      return published(state, event, meta);
    case 'deviationSettled': {
      const settled = { by, at, note: event.private.note };
      const publications = state.publications.map((publication) =>
        publication.digest === event.digest && publication.deviation && !publication.deviation.settled
          ? { ...publication, deviation: { ...publication.deviation, settled } }
          : publication,
      );
      return { ...state, publications };
    }
    case 'effectMarked': {
      const { effectDue: _, ...judged } = state;
      return { ...judged, effects: [...state.effects, { effect: event.effect, note: event.private.note, by, at }] };
    }
    case 'closed':
      return {
        ...base(state),
        status: 'closed',
        owner: ownerOf(state) ?? by,
        ended: { by, at },
        rootCause: event.rootCause,
        ...event.private,
      };
    case 'dismissed': {
      const owner = ownerOf(state);
      const ended = { by, at };
      return {
        ...base(state),
        status: 'dismissed',
        ended,
        why: event.why,
        note: event.private.note,
        ...(owner && { owner }),
      };
    }
    case 'reopened': {
      const { answered: _, ...rest } = base(state);
      const owner = ownerOf(state);
      const again = { ...rest, timed: at, dueFrom: at, due: event.due, missed: [], reminded: [], snoozes: [] };
      return owner ? { ...again, status: 'working', owner, since: at } : { ...again, status: 'new', since: at };
    }
    case 'merged':
      return { ...base(state), status: 'merged', ended: { by, at }, into: event.into, handed: false };
    case 'absorbed': {
      const known = new Set(state.mentions.map((mention) => mention.id));
      const fresh = event.private.mentions.filter((mention) => !known.has(mention.id));
      const mentions = [...state.mentions, ...fresh.map((mention) => ({ ...mention, event: number }))];
      // They know it by the number that they were given, and would not know what ended under another.
      const theirs = event.private.reporters.map((reporter) => ({ alias: event.from.number, ...reporter }));
      const reporters = theirs.reduce(withReporter, { ...state, mentions }).reporters;
      const absorbed = [...state.absorbed.filter((other) => other.id !== event.from.id), event.from];
      const shots = event.private.screenshots ?? [];
      const more = { ...state, mentions, reporters, absorbed, screenshots: joined(state.screenshots, shots, number) };
      // A case that was itself merged owes these to the case it went into.
      return more.status === 'merged' ? { ...more, handed: false } : more;
    }
    case 'handed':
      return state.status === 'merged' ? { ...state, handed: true } : state;
    case 'screenshotSent':
    case 'screenshotKept':
    case 'screenshotLost':
      return withScreenshot(state, event, meta);
    case 'noted':
      return { ...state, notes: [...state.notes, { text: event.private.text, by, at }] };
    case 'fellDue':
      return { ...state, missed: [...state.missed, event.key], reminded: [...state.reminded, remindedBy(event, at)] };
    case 'reminded':
      return { ...state, reminded: [...state.reminded, remindedBy(event, at)] };
    case 'snoozed':
      return { ...state, snoozes: [...state.snoozes, { by, at, until: event.until, reason: event.private.reason }] };
  }
}

/** A due time that stays as it was goes on being counted from when it was set. */
const timedAnew = (state: ExistingCase, { due }: { readonly due: Instant }, at: Instant) => ({
  due,
  timed: due === state.due ? state.timed : at,
});
