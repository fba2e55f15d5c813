/** Where things lie in a data directory. A name that people can influence never becomes a path: its hash does. */
import { sha256 } from '#src/core/chain.ts';

// Relative paths, always with `/`; Node accepts them on Windows too.
export const STREAMS = 'streams';
const ATTACHMENTS = 'files';
export const DAMAGED = 'damaged';

/**
 * `streams/<kind>/<2 hex>/<64 hex>.json`. The kind is the hash of the name up to its first `/`, so that listing
 * `case/` does not open every claim. The name is hashed as JSON because UTF-8 would merge names with broken surrogates.
 */
export function streamPath(stream: string): string {
  const hash = sha256(JSON.stringify(stream));
  return `${STREAMS}/${kindFolder(stream) ?? 'single'}/${hash.slice(0, 2)}/${hash}.json`;
}

/** The folder of every stream that starts with `prefix`; undefined when they may be in several. */
export function kindFolder(prefix: string): string | undefined {
  const slash = prefix.indexOf('/');
  return slash < 0 ? undefined : sha256(JSON.stringify(prefix.slice(0, slash))).slice(0, 12);
}

/** Whether a file's name is one that `streamPath` makes; others (`.DS_Store`) are none of ours and left alone. */
export const isStreamFile = (name: string): boolean => /^[0-9a-f]{64}\.json$/.test(name);

/** Whether a name is that of a folder of streams or attachments, at whatever depth. */
export const isFolder = (name: string): boolean => /^(streams|files|single|[0-9a-f]{12}|[0-9a-f]{2})$/.test(name);

/** `files/<2 hex>/<digest>`, or undefined for what is not a digest. */
export function attachmentPath(digest: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(digest) ? `${ATTACHMENTS}/${digest.slice(0, 2)}/${digest}` : undefined;
}

/** The name in `damaged/` that remembers where a file was; `mark` tells several from one place apart. */
export const asideName = (path: string, mark: string): string => `${path.replaceAll('/', '~')}~${mark}`;

/** Where a file in `damaged/` was, or undefined when it was not we who put it there. */
export function placeOf(aside: string): string | undefined {
  return /^(streams|files)(~[0-9a-z]+)+(\.json)?~[0-9a-f]+$/.test(aside)
    ? aside.split('~').slice(0, -1).join('/')
    : undefined;
}
