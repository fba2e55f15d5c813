/** What waits at one address, in order: urgent, ordinary, bulk, and in each what was moved to the front before the rest. */
import type { Lane } from './wanted.ts';

export type Job = {
  readonly id: string;
  /** Jobs of the same address run one after the other. */
  readonly address: string;
  lane: Lane;
  /** Undefined when it is over; else when and where in the line it is to run again. Never rejects. */
  run(): Promise<Again | undefined>;
};

export type Again = {
  /** Milliseconds for which the address rests. */
  readonly after: number;
  /** The platform itself asked for the rest: bulk rests everywhere on it. */
  readonly asked?: boolean;
  /** Before the others of its lane, or behind them, so that one that never works cannot block the address. */
  readonly front: boolean;
};

/** Two to a lane: what was moved to its front, and the rest. */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];
export const isUrgent = (level: Level): boolean => level < 2;
export const isBulk = (level: Level): boolean => level > 3;

export function levelOf(lane: Lane, front: boolean): Level {
  switch (lane) {
    case 'urgent':
      return front ? 0 : 1;
    case 'ordinary':
      return front ? 2 : 3;
    case 'bulk':
      return front ? 4 : 5;
  }
}

export class Line {
  /** Something is being delivered here, or the address rests. */
  busy = false;
  readonly #levels = LEVELS.map(() => new Map<string, Job>());

  /** Puts a job into its place, further to the front than before at most; a job is never twice in a line. */
  put(job: Job, level: Level): void {
    const before = this.#levels.findIndex((jobs) => jobs.has(job.id));
    if (before !== -1 && before <= level) return;
    this.#levels[before]?.delete(job.id);
    this.#levels[level]?.set(job.id, job);
  }

  has(job: Job): boolean {
    return this.#levels.some((jobs) => jobs.has(job.id));
  }

  waitsAt(level: Level): boolean {
    return (this.#levels[level]?.size ?? 0) > 0;
  }

  take(level: Level): Job | undefined {
    const [first] = this.#levels[level]?.values() ?? [];
    if (first) this.#levels[level]?.delete(first.id);
    return first;
  }

  get empty(): boolean {
    return this.#levels.every((jobs) => jobs.size === 0);
  }
}
