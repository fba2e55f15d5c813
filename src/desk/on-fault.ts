/** Where the desk reports what went wrong in the background, where nobody waits for an answer. */
export type OnFault = (what: string, error: unknown) => void;
