/** What a person does in this tab, and what becomes of the answer. */
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import type { Asked, Place } from '../protocol.ts';
import { Failed, interact } from './api.ts';
import { showForm } from './dialog.ts';
import { toast } from './panels.ts';
import { addLocal, changed, changeLocal, state, words } from './state.ts';

/** Where something was done: the place, and the card it was done on. */
export type From = { readonly place?: Place; readonly ref?: string; readonly local?: string };

/** Says whether it arrived; what is wrong is shown to the person. */
export async function perform(does: Asked['does'], from: From = {}): Promise<boolean> {
  const { as } = state;
  const place = from.place ?? { kind: 'direct', id: as };
  const channel = place.kind === 'channel' ? place.id : undefined;
  try {
    const answer = await interact({ as, does, channel, ref: from.ref });
    // The answer is for the one who asked, not for whom the tab has become since.
    if (state.as !== as) return true;
    if (does.type === 'home' && 'card' in answer && answer.card) {
      // Whatever is shown in answer to it, a refusal too, is what the home shows.
      state.home = answer.card;
      changed();
      return true;
    }
    switch (answer.type) {
      case 'replace':
        // A stored card changes by the feed, for every tab alike.
        if (from.local) changeLocal(from.local, { type: 'card', card: answer.card, summary: answer.summary });
        else if (!from.ref) addLocal(place, { type: 'card', card: answer.card, summary: answer.summary });
        break;
      case 'show':
        showOnly(place, answer.card, answer.summary);
        break;
      case 'home':
        state.home = answer.card;
        changed();
        break;
      case 'open':
        showForm(answer.title, answer.card, (sent) => submit(sent, from));
        break;
      case 'errors':
        toast(answer.form ?? words().noAddress, 'bad');
        break;
      case 'done':
        if (answer.say) toast(answer.say, 'good');
        break;
    }
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}

/** A form goes out; it stays open while something is wrong with it. */
async function submit(does: Asked['does'], from: From): Promise<AdaptiveCard | 'close' | 'stay'> {
  const { as } = state;
  const place = from.place ?? { kind: 'direct', id: as };
  try {
    const channel = place.kind === 'channel' ? place.id : undefined;
    const answer = await interact({ as, does, channel });
    if (answer.type === 'errors') {
      if (!answer.card) toast(answer.form ?? words().noAddress, 'bad');
      return answer.card ?? 'stay';
    }
    if (answer.type === 'replace' && from.local)
      changeLocal(from.local, { type: 'card', card: answer.card, summary: answer.summary });
    else if (answer.type === 'show' || answer.type === 'replace') showOnly(place, answer.card, answer.summary);
    if (answer.type === 'done') toast(answer.say ?? words().done, 'good');
    // The next form opens when this one has closed.
    if (answer.type === 'open') setTimeout(() => showForm(answer.title, answer.card, (sent) => submit(sent, from)));
    return 'close';
  } catch (error) {
    failed(error);
    return 'stay';
  }
}

/** An answer for one person stands where they look; on the home, that is their direct messages. */
function showOnly(place: Place, card: AdaptiveCard, summary: string): void {
  addLocal(place, { type: 'card', card, summary });
  if (state.view.kind !== 'home') return;
  state.view = place;
  changed();
}

function failed(error: unknown): void {
  toast((error instanceof Failed ? error.said : undefined) ?? words().notSent, 'bad');
}
