/** Starts Goodword. Whatever else it needs is loaded by start.ts, after the cache is set, or it would not be cached. */
import { keepCompiled } from './compiled.ts';

keepCompiled();
await import('./start.ts');
