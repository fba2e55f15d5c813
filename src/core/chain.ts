/** The chain that makes a stream tamper-evident (K29): each entry's digest covers the entry before it. */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import type { DomainEvent, Entry, Happened, Json, Meta, PrivatePart } from './event.ts';

/** JSON with keys in sorted order, so that the same content has the same digest whoever wrote it. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** SHA-256 as lower-case hex. */
export const sha256 = (text: string | Uint8Array): string => hash('sha256', text);

/** The digest that an entry should have. */
function digestOf({ digest: _, private: part, ...rest }: Entry): string {
  return sha256(canonical({ ...rest, ...(part && { private: part.digest }) }));
}

const privateDigest = (salt: string, value: Json | undefined): string => sha256(salt + canonical(value));

/** Makes the entry that follows `prev` ('' for the first): ids drawn, private part salted, digest set. */
export function seal(
  stream: string,
  event: DomainEvent,
  facts: Omit<Meta, 'id'> & { version: number; prev: string },
): Entry {
  const { type, private: value, ...data } = event as DomainEvent & Entry['data'];
  const salt = randomBytes(16).toString('hex');
  const part: PrivatePart | undefined =
    value === undefined ? undefined : { salt, digest: privateDigest(salt, value), value };
  const entry = { id: randomUUID(), stream, ...facts, type, data, ...(part && { private: part }), digest: '' };
  return { ...entry, digest: digestOf(entry) };
}

/** The same entry with its salt and every string of its private part blanked: the shape stays, so projections go on. */
export function erase(entry: Entry): Entry {
  if (!entry.private) return entry;
  return { ...entry, private: { ...entry.private, salt: '', value: blank(entry.private.value) } };
}

function blank(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map((part) => blank(part) ?? null);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, blank(part)]));
  return value;
}

/** An entry as deciders see it. */
export function opened(entry: Entry): Happened {
  const event = { type: entry.type, ...entry.data, ...(entry.private && { private: entry.private.value ?? null }) };
  const { id, number, at, by, cause } = entry;
  return { event, meta: { id, number, at, by, cause } };
}

/** The first thing wrong with a stream, or undefined. A private part must match its digest or be wholly blank. */
export function flaw(entries: readonly Entry[]): { number: number; why: 'order' | 'changed' | 'private' } | undefined {
  let prev = '';
  for (const [index, entry] of entries.entries()) {
    if (entry.number !== index || entry.prev !== prev) return { number: index, why: 'order' };
    if (digestOf(entry) !== entry.digest) return { number: index, why: 'changed' };
    if (entry.private && !privateHolds(entry.private)) return { number: index, why: 'private' };
    prev = entry.digest;
  }
  return undefined;
}

function privateHolds({ salt, digest, value }: PrivatePart): boolean {
  return privateDigest(salt, value) === digest || canonical(blank(value)) === canonical(value);
}
