/** The text of a policy as it is published and signed, and the digests by which a signature names it. */
import { canonical, sha256 } from '../chain.ts';
import type { Bilingual } from '../rules.ts';

export type ClauseText = {
  /** Stable for ever: `online-reputation#3.2`. */
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
};

export type PolicyContent = {
  readonly title: Bilingual;
  /** What the file calls this version. People decide it; digests decide what was signed. */
  readonly label: string;
  /** Who answers for it, as the file names them; `policyOwners` in desk.yaml says which roles these are. */
  readonly owner: string;
  readonly clauses: readonly ClauseText[];
};

/** Covers title and text in both languages, so that nobody signs one language and is held to the other. */
export const clauseDigest = ({ id, title, text }: ClauseText): string => sha256(canonical({ id, title, text }));

/** Covers the title and every clause in its order; neither the label nor the owner, which change nobody's duties. */
export const contentDigest = ({ title, clauses }: PolicyContent): string =>
  sha256(canonical({ title, clauses: clauses.map(clauseDigest) }));
