/** What was compiled is kept for the next start: half of a start is compiling. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * For all modules that are loaded after this. The folder is as trusted as the packages it lies among, may be deleted at
 * any time, and where it cannot be written nothing is kept and nothing else happens.
 */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/goodword'));
}
