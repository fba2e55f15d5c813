/** What answering needs, and the facts about an activity that decide how it is answered. */
import type { Interaction, Receive } from '../platform.ts';
import type { Incoming } from './activity.ts';
import type { Content, Thread } from './connector.ts';
import type { Drawing, TeamsReader } from './content.ts';

export type Asked = {
  readonly incoming: Incoming;
  readonly interaction: Interaction;
  readonly personal: boolean;
};

export type Tools = {
  readonly receive: Receive;
  readonly reader: (asked: Asked) => TeamsReader;
  readonly draw: Drawing;
  /** Who may have a view of their own of a shared card, by their ids on Teams. */
  readonly viewers: () => readonly string[];
  /** Says something where it was asked; never awaited by an answer. */
  readonly say: (content: Content) => void;
  /** To the person alone, where they asked it so that nobody else saw; told whether it arrived. */
  readonly whisper: (content: Content) => Promise<boolean>;
  /** To the person alone, in their chat with us; told whether it arrived. */
  readonly tell: (account: string, content: Content) => Promise<boolean>;
  /** The message that was clicked becomes this, for whoever sees it. */
  readonly rewrite: (thread: Thread, activity: string, content: Content) => void;
  /** Work that goes on after Teams was answered; a stop waits for it. */
  readonly background: (work: Promise<void>) => void;
};
