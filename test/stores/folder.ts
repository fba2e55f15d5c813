/** A folder of its own for each test, gone when the test is over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder. Call it before what uses it, so that it is removed after. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goodword-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
