/** Turns what an operating system says into what a person can act on: full, read-only, damaged, or something else. */
import { StoreFault } from './store.ts';

/** Told of what went wrong without failing anybody's call: a follower that threw, a file that was set aside. */
export type OnFault = (message: string, cause: unknown) => void;

/** The errno of an error (`ENOSPC`), or undefined when it is not one of the operating system's. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether an error says that there is no such file (or that a part of its path is not a folder). */
export function isAbsent(error: unknown): boolean {
  const code = errnoOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const codes: Readonly<Record<string, StoreFault['code']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readonly',
  EACCES: 'readonly',
  EPERM: 'readonly',
};

/** A `StoreFault` for an operating system's error or for one caused by it; all else (a bug, a `Conflict`) as it is. */
function faultOf(error: unknown, path: string): unknown {
  if (error instanceof StoreFault) return error;
  const code = errnoOf(error) ?? (error instanceof Error ? errnoOf(error.cause) : undefined);
  return code === undefined ? error : new StoreFault(codes[code] ?? 'io', path, error);
}

/** Runs a task on a path; an operating system's error comes out as a `StoreFault`. */
export async function faulting<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw faultOf(error, path);
  }
}
