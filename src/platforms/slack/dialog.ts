/** A dialog that is open already, as far as we know. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { refusalOf } from './faults.ts';

type Dialog = { readonly view_id: string; readonly view: ModalView; readonly hash?: string };

/** Closed, or gone on to something else than what the hash is of. */
const OVER = ['not_found', 'hash_conflict'];

/** Shows something else in a dialog; false when it is too late for that. */
export async function refilled(client: WebClient, dialog: Dialog): Promise<boolean> {
  try {
    await client.views.update(dialog);
    return true;
  } catch (error) {
    const why = refusalOf(error);
    if (why !== undefined && OVER.includes(why)) return false;
    throw error;
  }
}
