/** Whether refusals that nobody can read speak of a place, or of single cards. */

type Doubt = { readonly known: Set<string>; fresh: number };

export class Doubts {
  readonly #places = new Map<string, Doubt>();

  /**
   * A place refused something of a record. True when it speaks of the place: cards of two records were refused, and
   * nothing was taken in between. A record counts once, so that a card which never will be taken is not heard again.
   */
  refused(place: string, record: string): boolean {
    const doubt = this.#places.get(place) ?? { known: new Set(), fresh: 0 };
    this.#places.set(place, doubt);
    if (doubt.known.has(record)) return false;
    doubt.known.add(record);
    doubt.fresh += 1;
    return doubt.fresh > 1;
  }

  /** A place took something. */
  taken(place: string): void {
    const doubt = this.#places.get(place);
    if (doubt) doubt.fresh = 0;
  }
}
