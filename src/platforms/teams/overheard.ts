/**
 * The vendor's library prints what it has against a token, with a stack, for everybody who sends one. Here that goes to
 * whoever asked, who may say it once, in the log.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

type Hear = (why: string) => void;

const asked = new AsyncLocalStorage<Hear>();
let listening = false;

/** Does the work; what is printed as an error in the course of it is heard, and not printed. */
export function overheard<T>(work: () => Promise<T>, hear: Hear): Promise<T> {
  listen();
  return asked.run(hear, work);
}

function listen(): void {
  if (listening) return;
  listening = true;
  const print = console.error;
  console.error = (...said: unknown[]) => {
    const hear = asked.getStore();
    if (hear) hear(said.map(plain).join(' '));
    else print.apply(console, said);
  };
}

/** Without the keys that it lists, and without a stack. */
const plain = (said: unknown): string => (said instanceof Error ? said.message : (String(said).split('. ')[0] ?? ''));
