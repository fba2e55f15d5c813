/** When a new colleague is reminded, and when whoever leads them is told. */
import type { Instant, PersonId } from '../event.ts';
import type { Reach } from '../signer/reach.ts';
import type { PathCommand } from './path.ts';
import type { PathState } from './state.ts';

type Due = { readonly key: string; readonly at: Instant; readonly command: PathCommand };

/** `reach` is asked when the time has come: an absence, an emergency, another manager. */
export const pathDue =
  (reach: (person: PersonId) => Reach, leads: (person: PersonId) => PersonId | undefined) =>
  (state: PathState): readonly Due[] => {
    if (state.status !== 'open') return [];
    const own = reach(state.person);
    const lead = leads(state.person);
    const due = (type: 'remind' | 'remindLate' | 'tell', to: Reach): readonly Due[] => {
      const at = state[type];
      return at === undefined ? [] : [{ key: type, at, command: { type, reach: to } }];
    };
    return [
      ...due('remind', own),
      ...due('remindLate', own),
      ...due('tell', lead === undefined ? { ...own, active: true } : reach(lead)),
    ];
  };
