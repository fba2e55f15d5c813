/** What somebody's signatures want them to see: a card for each task once they are told, and the newest reminder. */
import type { SignerEvent } from '#src/core/signer/signer.ts';
import { openTasks, type SignerState, type Task } from '#src/core/signer/state.ts';
import type { Signing } from '#src/desk/signing/signing.ts';
import type { WantedCard, WantedNotice, Wants } from '#src/desk/wanted.ts';
import { reminderCard, taskCard } from './task-card.ts';

export const signerWants =
  (signing: Signing): Wants<SignerState, SignerEvent> =>
  ({ id, state, history }, team) => {
    const { person: to } = state;
    const person = to === undefined ? undefined : team.person(to);
    // A record that became somebody else's is not shown any more: they are asked in their own.
    if (to === undefined || person?.id !== id) return { cards: [], notices: [] };
    const cards = state.tasks.filter(isTold).map(
      (task): WantedCard => ({
        key: `sign/${task.campaign}`,
        to: { person: to },
        // To thousands while it is asked; somebody waits for it when they have signed.
        lane: task.status === 'open' ? 'bulk' : 'ordinary',
        card: (reader) => taskCard(task, to, signing, reader),
      }),
    );
    const last = history.findLast(({ event }) => event.type === 'reminded');
    const open = openTasks(state).filter(isTold);
    if (!last || open.length === 0) return { cards, notices: [] };
    const { id: event, number, at } = last.meta;
    const notice: WantedNotice = {
      ...{ key: 'remind', event: { id: event, number }, to, lane: 'bulk' },
      card: (reader) => reminderCard(open, to, at, signing, reader),
    };
    return { cards, notices: [notice] };
  };

const isTold = ({ told }: Task): boolean => told !== undefined;
