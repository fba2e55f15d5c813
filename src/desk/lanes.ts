/**
 * Decides what a platform delivers next. At one address one thing after the other; over all addresses a bounded number
 * at once, of which one place is kept for what somebody waits for. Bulk goes when nothing else can.
 */
import { isBulk, isUrgent, type Job, LEVELS, type Level, Line, levelOf } from './line.ts';
import type { Tally } from './tally.ts';

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export class Lanes {
  readonly #width: number;
  readonly #wait: Wait;
  readonly #signal: AbortSignal;
  readonly #tally: Tally;
  readonly #lines = new Map<string, Line>();
  /** At each level the addresses that could go on, the one that waited longest first. */
  readonly #ready = LEVELS.map(() => new Set<Line>());
  #running = { urgent: 0, other: 0 };
  #restingBulk = 0;

  /** Waits end when `signal` is aborted, and nothing is begun after that. */
  constructor(width: number, wait: Wait, signal: AbortSignal, tally: Tally) {
    this.#width = width;
    this.#wait = wait;
    this.#signal = signal;
    this.#tally = tally;
  }

  /** Queues a job that is neither waiting nor running. */
  add(job: Job, front: boolean): void {
    const line = this.#lines.get(job.address) ?? new Line();
    this.#lines.set(job.address, line);
    this.#tally.begin();
    this.#put(line, job, front);
  }

  /** Moves a job forward, to the front of its lane or into a lane that it has got since; nothing if it runs already. */
  advance(job: Job, front: boolean): void {
    const line = this.#lines.get(job.address);
    if (line?.has(job)) this.#put(line, job, front);
  }

  #put(line: Line, job: Job, front: boolean): void {
    line.put(job, levelOf(job.lane, front));
    this.#offer(line);
    this.#go();
  }

  #offer(line: Line): void {
    if (!line.busy) for (const level of LEVELS) if (line.waitsAt(level)) this.#ready[level]?.add(line);
  }

  #go(): void {
    for (let next = this.#next(); next; next = this.#next()) void this.#run(next.line, next.job, next.level);
  }

  #next(): { line: Line; job: Job; level: Level } | undefined {
    if (this.#signal.aborted) return undefined;
    for (const level of LEVELS) {
      if (!this.#mayGo(level)) continue;
      for (const line of this.#ready[level] ?? []) {
        const job = line.take(level);
        for (const others of this.#ready) others.delete(line);
        if (job) return { line, job, level };
        this.#offer(line);
      }
    }
    return undefined;
  }

  #mayGo(level: Level): boolean {
    const { urgent, other } = this.#running;
    if (urgent + other >= this.#width) return false;
    return isUrgent(level) || (other < this.#width - 1 && !(isBulk(level) && this.#restingBulk > 0));
  }

  async #run(line: Line, job: Job, level: Level): Promise<void> {
    const slot = isUrgent(level) ? 'urgent' : 'other';
    line.busy = true;
    this.#running[slot] += 1;
    const again = await job.run();
    this.#running[slot] -= 1;
    if (again) {
      line.put(job, levelOf(job.lane, again.front));
      if (again.after > 0) await this.#rest(again.after, again.asked === true);
    } else this.#tally.end();
    line.busy = false;
    if (line.empty) this.#lines.delete(job.address);
    this.#offer(line);
    this.#go();
  }

  async #rest(ms: number, bulk: boolean): Promise<void> {
    if (bulk) this.#restingBulk += 1;
    this.#go();
    await this.#wait(ms, this.#signal).catch(() => undefined);
    if (bulk) this.#restingBulk -= 1;
  }
}
