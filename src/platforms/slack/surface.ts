/** Where on Slack something was done, which decides how it is answered. */
import type { Interaction } from '../platform.ts';
import type { StateValues } from './payload.ts';

export type Surface =
  | { readonly type: 'command'; readonly trigger: string; readonly responseUrl: string }
  /** A button of a message. `own`: only this person sees it; `direct`: it is in their messages with us, in a thread or not. */
  | {
      readonly type: 'button';
      readonly trigger: string;
      readonly responseUrl: string | undefined;
      readonly own: boolean;
      readonly direct: boolean;
      readonly thread: string | undefined;
    }
  /** A button of a dialog that shows a card; `depth` is 1 for the lowest dialog of a stack. */
  | { readonly type: 'dialog'; readonly trigger: string; readonly view: string; readonly depth: number }
  | { readonly type: 'home'; readonly trigger: string }
  | { readonly type: 'shortcut'; readonly trigger: string; readonly responseUrl: string | undefined }
  | { readonly type: 'form'; readonly view: string; readonly state: StateValues; readonly fromHome: boolean }
  | { readonly type: 'direct'; readonly channel: string; readonly thread: string | undefined }
  | { readonly type: 'mention'; readonly channel: string; readonly thread: string | undefined }
  /** Somebody looks at their home: it is shown there, whatever is answered. */
  | { readonly type: 'tab' };

/** An interaction as far as its payload tells, and where it is answered. */
export type Incoming = {
  readonly interaction: Pick<Interaction, 'cause' | 'account' | 'channel' | 'does'>;
  readonly surface: Surface;
};
