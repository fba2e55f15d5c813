/** Live updates: server-sent events to every open tab, each told only what the person in it may read. */
import type { Line } from '#src/server/answer.ts';
import type { Events } from './protocol.ts';

type Tab = { readonly account: string; readonly line: Line };

export type Feed = {
  /** A tab opens; it is brought up to date first. Returns what to do when it is gone. */
  join(account: string, line: Line, sync: Events['sync']): () => void;
  /** Tells every tab for whose person `data` is not undefined. */
  tell<E extends keyof Events>(event: E, data: (account: string) => Events[E] | undefined): void;
};

/** Proxies and browsers give up on a silent connection; milliseconds. */
const HEARTBEAT = 20_000;

export function feed(): Feed {
  const tabs = new Set<Tab>();
  let id = 0;
  const text = (event: string, data: unknown) => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  return {
    join(account, line, sync) {
      const tab = { account, line };
      tabs.add(tab);
      // Whatever a tab missed, the sync holds it: so there is nothing to replay by Last-Event-ID.
      line.write(`retry: 1000\n${text('sync', sync)}`);
      const beat = setInterval(() => line.write(': alive\n\n'), HEARTBEAT);
      beat.unref();
      return () => {
        clearInterval(beat);
        tabs.delete(tab);
      };
    },
    tell(event, data) {
      id += 1;
      for (const { account, line } of tabs) {
        const said = data(account);
        if (said !== undefined) line.write(text(event, said));
      }
    },
  };
}
