/** A tab without a browser: the events that one person's stream brings. */
import { onTestFinished } from 'vitest';
import type { Events, ShownMessage, Sync } from '#src/platforms/console/protocol.ts';

export type Heard = {
  /** The next event of this name that was not taken yet; waits for it. */
  next<E extends keyof Events>(name: E): Promise<Events[E]>;
  sync(): Promise<Sync>;
  messages(count: number): Promise<readonly ShownMessage[]>;
};

export function eventsAs(url: string, account: string): Heard {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const heard: { name: string; data: string }[] = [];
  let wake = Promise.withResolvers<void>();
  const reading = read(`${url}/console/events?as=${account}`, stop.signal, (name, data) => {
    heard.push({ name, data });
    wake.resolve();
    wake = Promise.withResolvers();
  });
  async function next<E extends keyof Events>(name: E): Promise<Events[E]> {
    for (;;) {
      const index = heard.findIndex((one) => one.name === name);
      const [found] = index < 0 ? [] : heard.splice(index, 1);
      if (found) return JSON.parse(found.data);
      await Promise.race([wake.promise, reading]);
    }
  }
  return {
    next,
    sync: () => next('sync'),
    async messages(count) {
      const all: ShownMessage[] = [];
      while (all.length < count) all.push(await next('message'));
      return all;
    },
  };
}

async function read(url: string, signal: AbortSignal, tell: (name: string, data: string) => void): Promise<never> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const [, name] = /^event: (.*)$/m.exec(part) ?? [];
      const [, data] = /^data: (.*)$/m.exec(part) ?? [];
      if (name !== undefined && data !== undefined) tell(name, data);
    }
  }
  throw new Error('the stream ended');
}
