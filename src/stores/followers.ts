/** Those who are told of every append. One that throws cannot undo an append that is already durable. */
import type { Entry } from '#src/core/event.ts';
import type { OnFault } from './faults.ts';
import type { Follower, Store } from './store.ts';

export type Followers = { follow: Store['follow']; tell(stream: string, appended: readonly Entry[]): void };

/** An empty list of followers; what one of them throws goes to `onFault`. */
export function followers(onFault: OnFault): Followers {
  const all = new Set<{ readonly call: Follower }>();
  return {
    follow(call) {
      const one = { call };
      all.add(one);
      return () => all.delete(one);
    },
    tell(stream, appended) {
      for (const { call } of all) {
        try {
          call(stream, appended);
        } catch (error) {
          onFault(`a follower failed on ${stream}`, error);
        }
      }
    },
  };
}
