/** A process that opens a directory, says so in a line, and holds it until it is killed; `write` makes it append on. */
import { openLowdb } from '#src/stores/lowdb.ts';
import { noted } from './entries.ts';

const [dir = '', task] = process.argv.slice(2);
try {
  const store = await openLowdb(dir);
  console.log('held');
  if (task === 'write') {
    for (let number = 0; ; number += 1) {
      const stream = `case/${number % 7}`;
      const before = await store.read(stream);
      await store.append(stream, before.length, noted(stream, [`${number}`], before));
      console.log(`${number}`);
    }
  }
  // Whoever started it closes this end by dying, too.
  process.stdin.resume().on('end', () => process.exit());
} catch (error) {
  console.log(String(error));
}
