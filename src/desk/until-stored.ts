/** Work that nobody waits for, done again until the store takes it: a full disk is mended by people, who need their time. */
import { StoreFault } from '#src/stores/store.ts';
import { backoff } from './backoff.ts';
import { isDamaged } from './damaged.ts';
import type { Wait } from './lanes.ts';
import type { OnFault } from './on-fault.ts';

type Options = { readonly wait: Wait; readonly random: () => number; readonly onFault: OnFault };

/** Never rejects. Whatever else goes wrong is told, and ends it as success or `stop` does. */
export async function untilStored(
  what: string,
  task: () => Promise<unknown>,
  { wait, random, onFault }: Options,
  stop: AbortSignal,
): Promise<void> {
  for (let tries = 1; !stop.aborted; tries += 1) {
    try {
      await task();
      return;
    } catch (error) {
      onFault(what, error);
      if (!(error instanceof StoreFault) || isDamaged(error)) return;
    }
    await wait(backoff(tries, random), stop).catch(() => undefined);
  }
}
