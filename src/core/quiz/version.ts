/** What a question said when it was asked: its version is a digest of its content, so that nobody has to number it. */
import { canonical, sha256 } from '../chain.ts';
import type { Question } from './question.ts';

const LENGTH = 16;

/** The same content has the same version, whatever file it stands in and however it is indented. */
export const versionOf = (question: Question): string => sha256(canonical(question)).slice(0, LENGTH);
