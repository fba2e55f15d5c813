/** Tells a record that cannot be read until somebody mends it, which the store has said already, from other faults. */
import { StoreFault } from '#src/stores/store.ts';

export const isDamaged = (error: unknown): boolean => error instanceof StoreFault && error.code === 'damaged';
