/** The few operations of a disk that the store needs: a port, so that tests can fill a disk, break it and cut its power. */
/** A file that is being written for the first time. */
type NewFile = {
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when what was written survives a power cut, provided that the file's name does. */
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** Failures are thrown as Node throws them, with an errno in `code`. */
export type Disk = {
  /** Creates a file that must not exist yet. */
  create(path: string): Promise<NewFile>;
  read(path: string): Promise<Buffer>;
  /** The first `size` bytes, or all when there are fewer. */
  head(path: string, size: number): Promise<Buffer>;
  /** A few characters that are others as soon as the file was replaced or written to. */
  mark(path: string): Promise<string>;
  /**
   * A mark that is another one as soon as a file in the folder is made, replaced or taken away; undefined while that
   * happened so recently that the clock of the file system might not tell the next time from it.
   */
  folderMark(folder: string): Promise<string | undefined>;
  list(folder: string): Promise<string[]>;
  /** Creates one folder; false when it was there. Its parent must exist. */
  makeFolder(path: string): Promise<boolean>;
  /** Replaces what is at `to` in one step. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Resolves when the names in a folder survive a power cut. */
  syncFolder(path: string): Promise<void>;
};
