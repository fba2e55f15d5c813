/** What answering needs, and what an answer is. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Card } from '#src/view/card.ts';
import type { Receive } from '../platform.ts';
import type { FormReader } from './form-options.ts';
import type { Shelf } from './shelf.ts';

export type Tools = {
  /** For calls that somebody waits for; never the deliveries' one. */
  readonly client: WebClient;
  readonly receive: Receive;
  readonly shelf: Shelf;
  readonly reader: (account: string) => FormReader;
  /** Posts to a response_url. */
  readonly respond: (url: string, body: object) => Promise<void>;
  /** Whether Slack was told already that the answer comes another way. */
  readonly isLate?: () => boolean;
};

/** What an acknowledgement may carry. */
export type Acknowledged =
  | { readonly response_action: 'errors'; readonly errors: { readonly [block: string]: string } }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_type: 'ephemeral'; readonly text: string; readonly blocks: object[] };

/**
 * `ack` is what the acknowledgement carries; `after` what is to be done once it is sent. `card` says the same to somebody
 * who closed the dialog before it could be shown there.
 */
export type Answering = { readonly ack?: Acknowledged; readonly card?: Card; readonly after?: () => Promise<void> };
