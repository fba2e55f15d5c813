/** A process that starts a desk on a directory and says in a line of JSON how long that took; then it waits to be ended. */
import { keepCompiled } from '#src/compiled.ts';

keepCompiled();
const { opened } = await import('./house.ts');
const [dir = '', task] = process.argv.slice(2);
const boot = performance.now();
const running = await opened(dir);
const ready = performance.now();
const { user, system } = process.cpuUsage();
globalThis.gc?.();
const { rss, heapUsed } = process.memoryUsage();
if (task === 'change') {
  // As many changes as may wait to be noted, so that what is killed here leaves the most to be read anew.
  const { cases } = running.house.desk;
  const who = { by: 'desk', roles: ['leader'] as const, at: new Date().toISOString() };
  const ids = Array.from({ length: 1900 }, (_, index) => `case-${index * 7 + 1}`);
  for (const id of ids) await cases.act(id, { type: 'note', text: 'looked at again' }, { ...who, cause: `look ${id}` });
  await running.house.outbox.idle();
}
console.log(
  JSON.stringify({
    boot,
    answers: running.chat.answers - boot,
    open: ready - boot,
    cpu: (user + system) / 1000,
    rss,
    heapUsed,
  }),
);
process.once('SIGTERM', () => void running.close().then(() => process.exit()));
setInterval(() => undefined, 60_000);
