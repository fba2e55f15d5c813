/** Talks with the server: what a person does goes out, what happens comes in. */
import type { Answered, Asked, Events } from '../protocol.ts';
import { state } from './state.ts';

/** The server's own words about what is wrong, or undefined when it did not answer at all. */
export class Failed extends Error {
  readonly said: string | undefined;
  constructor(said: string | undefined, cause?: unknown) {
    super(said ?? 'no answer', { cause });
    this.said = said;
  }
}

export async function interact(asked: Omit<Asked, 'cause'>): Promise<Answered> {
  // Drawn here, once for each click: a repeated delivery of it does nothing new.
  const body = JSON.stringify({ ...asked, cause: crypto.randomUUID() });
  const response = await post(body)
    .catch(() => post(body))
    .catch((cause: unknown) => {
      throw new Failed(undefined, cause);
    });
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as Answered;
  throw new Failed(String((answer as { error?: unknown }).error ?? response.statusText));
}

/** Sends a file up, and gives its digest. */
export async function sendFile(file: File): Promise<string> {
  const query = new URLSearchParams({ as: state.as, name: file.name });
  const response = await fetch(`/console/files?${query}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Failed(String((answer as { error?: unknown }).error ?? response.statusText));
  return String((answer as { digest?: unknown }).digest);
}

const post = (body: string) =>
  fetch('/console/interact', { method: 'POST', headers: { 'content-type': 'application/json' }, body });

export type Heard = { readonly [E in keyof Events]: (data: Events[E]) => void } & {
  /** `refused`: the server knows nobody of this account. */
  readonly connected: (is: 'open' | 'waiting' | 'refused') => void;
};

/** Listens as one person until the returned function is called. The browser reconnects; each time all is sent anew. */
export function listen(account: string, heard: Heard): () => void {
  const source = new EventSource(`/console/events?as=${encodeURIComponent(account)}`);
  const on = <D>(name: keyof Events, tell: (data: D) => void) =>
    source.addEventListener(name, (event) => {
      const data: D = JSON.parse(event.data);
      tell(data);
    });
  on('sync', heard.sync);
  on('message', heard.message);
  on('guide', heard.guide);
  on('changed', heard.changed);
  source.addEventListener('open', () => heard.connected('open'));
  source.addEventListener('error', () =>
    heard.connected(source.readyState === EventSource.CLOSED ? 'refused' : 'waiting'),
  );
  return () => source.close();
}
