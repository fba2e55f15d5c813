/** The mentions of the last fortnight, by the case that has them, in memory. */
import type { Instant } from '#src/core/event.ts';
import { HOUR } from '#src/core/time.ts';
import { keyOf, type Seen, type Series, type Sighting, Sightings, seriesOf } from '#src/core/warning/series.ts';
import { MEMORY } from '#src/core/warning/survey.ts';

export class Recent {
  /** What is older than this matters no more; asked of the clock once, since a start looks at every case there ever was. */
  #oldest: number;
  readonly #cases = new Map<string, readonly Sighting[]>();
  readonly #sightings = new Sightings();
  #lost = false;
  #version = 0;

  constructor(now: () => Instant) {
    this.#oldest = Date.parse(now()) - MEMORY;
  }

  /** Counts the changes there were. */
  get version(): number {
    return this.#version;
  }

  /** What a case brings now; false when that is what it brought before. */
  set(id: string, seen: readonly Sighting[]): boolean {
    const before = this.#cases.get(id) ?? [];
    const recent = seen.filter(({ at }) => at > this.#oldest);
    // A case of thousands that gets one more must not take each of them out and in again.
    const kept = alike(before, recent);
    if (kept === before.length && kept === recent.length) return false;
    for (const one of before.slice(kept)) this.#sightings.remove(one);
    for (const one of recent.slice(kept)) this.#sightings.add(one);
    if (recent.length > 0) this.#cases.set(id, recent);
    else this.#cases.delete(id);
    this.#lost ||= before.length > recent.length;
    this.#version += 1;
    return true;
  }

  /** Everything that still matters at this time; what does not is forgotten, within the hour. */
  all(now: number): Iterable<Seen> {
    const oldest = now - MEMORY;
    // Back as well: after a clock that was ahead is set right, what comes is not older than all that matters.
    if (Math.abs(oldest - this.#oldest) >= HOUR) {
      this.#oldest = oldest;
      for (const [id, seen] of this.#cases) {
        if (seen.some(({ at }) => at > oldest)) continue;
        for (const one of seen) this.#sightings.remove(one);
        this.#cases.delete(id);
      }
    }
    return this.#sightings.all();
  }

  /** Whether something has stopped counting since this was last asked: a case was confided, merged or set aside. */
  lost(): boolean {
    const lost = this.#lost;
    this.#lost = false;
    return lost;
  }

  /** The cases with a mention in the period (milliseconds since 1970) and in one of the series. */
  cases(series: readonly Series[], from: number, to: number): readonly string[] {
    const keys = new Set(series.map(keyOf));
    return [...this.#cases].flatMap(([id, seen]) => {
      const then = seen.filter(({ at }) => at > from && at <= to);
      return then.some((one) => seriesOf(one).some((each) => keys.has(keyOf(each)))) ? [id] : [];
    });
  }
}

/** How many at the beginning are the same. */
function alike(some: readonly Sighting[], others: readonly Sighting[]): number {
  const different = some.findIndex((one, index) => !isSame(one, others[index]));
  return different < 0 ? some.length : different;
}

const isSame = (one: Sighting, other: Sighting | undefined): boolean =>
  one.at === other?.at && one.media === other.media && one.category === other.category && one.cause === other.cause;
