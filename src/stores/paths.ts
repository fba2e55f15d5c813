/** Where things lie in a data directory. A name that people can influence never becomes a path: its hash does. */
import { sha256 } from '#src/core/chain.ts';

// Relative paths, always with `/`; Node accepts them on Windows too.
export const STREAMS = 'streams';
export const ATTACHMENTS = 'files';
export const DAMAGED = 'damaged';
/** Where files are while they are being written. */
export const WRITING = 'writing';
/** Where a restore keeps what it has not yet looked at. */
export const RESTORING = 'restoring';
export const NOTES = 'notes';

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
  if (slash < 0) return undefined;
  const kind = prefix.slice(0, slash);
  if (kind !== latest.kind) latest = { kind, folder: sha256(JSON.stringify(kind)).slice(0, 12) };
  return latest.folder;
}

/** Many streams of one kind are asked for in a row. */
let latest = { kind: '', folder: sha256('""').slice(0, 12) };

/** Whether a file's name is one that `streamPath` makes; others (`.DS_Store`) are none of ours and left alone. */
export const isStreamFile = (name: string): boolean => /^[0-9a-f]{64}\.json$/.test(name);

/** Whether a name is that of a folder inside those of streams or attachments. */
export const isFolder = (name: string): boolean => /^(single|[0-9a-f]{12}|[0-9a-f]{2})$/.test(name);

/** The file with the notes on all streams that lie in a folder: `notes/<kind>/<2 hex>`. */
export const notesPath = (folder: string): string => folder.replace(/^streams/, NOTES);

/** The folder of a stream's file. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** `files/<2 hex>/<digest>`, or undefined for what is not a digest. */
export function attachmentPath(digest: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(digest) ? `${ATTACHMENTS}/${digest.slice(0, 2)}/${digest}` : undefined;
}

/** Whether a relative path is that of a stream, an attachment or a file set aside: of what a backup holds. */
export const isPathOfOurs = (path: string): boolean =>
  /^streams\/(single|[0-9a-f]{12})\/[0-9a-f]{2}\/[0-9a-f]{64}\.json$/.test(path) ||
  /^files\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(path) ||
  (path.startsWith(`${DAMAGED}/`) && placeOf(path.slice(DAMAGED.length + 1)) !== undefined);

/** The name in `damaged/` that remembers where a file was; `mark` tells several from one place apart. */
export const asideName = (path: string, mark: string): string => `${path.replaceAll('/', '~')}~${mark}`;

/** Where a file in `damaged/` was, or undefined when it was not we who put it there. */
export function placeOf(aside: string): string | undefined {
  return /^(streams|files)(~[0-9a-z]+)+(\.json)?~[0-9a-f]+$/.test(aside)
    ? aside.split('~').slice(0, -1).join('/')
    : undefined;
}
