/** The real process: src/main.ts under plain Node, as `npm start` runs it, with a free port and a data directory of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const path = (name: string) => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
/** What a process needs of this machine; no setting of whoever runs the tests gets in. */
const MACHINE = Object.fromEntries(
  ['PATH', 'HOME', 'SystemRoot', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

export type Ended = {
  readonly status: number | null;
  /** What it printed, and what it complained of. */
  readonly said: string;
  readonly complained: string;
};
export type Running = {
  readonly child: ChildProcess;
  /** The address it printed; fails when it ends without one. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
  complained(): string;
  /** Sends the signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<Ended>;
};
type Options = { readonly env?: { readonly [name: string]: string }; readonly cwd?: string };

/** Starts the desk on a data directory. Whoever starts it ends it. */
export const launch = (dir: string, { env = {}, cwd }: Options = {}): Running =>
  run([path('main.ts')], { env: { DATA_DIR: dir, PORT: '0', LC_ALL: 'en_GB.UTF-8', ...env }, ...(cwd && { cwd }) });

/** The same for one test, gone at its end. */
export function started(dir: string, options?: Options): Running {
  const running = launch(dir, options);
  onTestFinished(async () => void (await running.end('SIGKILL')));
  return running;
}

/** What `npm run verify` says of a data directory. */
export const verified = (dir: string): Promise<Ended> => run([path('verify.ts'), dir], {}).ended;

/** What `npm run backup`, `restore` and `doctor` say, in English. */
export const backedUp = (file: string, dir: string): Promise<Ended> => typed('backup.ts', file, dir);
export const restored = (file: string, dir: string): Promise<Ended> => typed('restore.ts', file, dir);

export const examined = (dir: string, env: { readonly [name: string]: string } = {}): Promise<Ended> =>
  run([path('doctor.ts')], { env: { DATA_DIR: dir, LC_ALL: 'en_GB.UTF-8', ...env } }).ended;

/** What `npm run teams:package` says. */
export const packaged = (args: readonly string[], env: { readonly [name: string]: string }): Promise<Ended> =>
  run([path('teams-package.ts'), ...args], { env }).ended;

const typed = (name: string, ...args: readonly string[]): Promise<Ended> =>
  run([path(name), ...args], { env: { LC_ALL: 'en_GB.UTF-8' } }).ended;

/** The commands are begun dozens of times; the desk sets this for itself. */
const CACHE = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/goodword', import.meta.url)) };

function run(args: readonly string[], { env = {}, cwd }: Options): Running {
  const child = spawn(process.execPath, args, {
    env: { ...MACHINE, ...(args[0] !== path('main.ts') && CACHE), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd && { cwd }),
  });
  let [said, complained] = ['', ''];
  const address = Promise.withResolvers<string>();
  const over = Promise.withResolvers<Ended>();
  // Who waits for its end need not have asked for its address.
  address.promise.catch(() => {});
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const [, found] = /Open\s+(http:\S+)\s/.exec(said) ?? [];
    if (found) address.resolve(found);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  child.once('error', over.reject);
  child.once('close', (status) => {
    address.reject(new Error(`It ended with status ${status}: ${complained}`));
    over.resolve({ status, said, complained });
  });
  return {
    child,
    url: address.promise,
    ended: over.promise,
    complained: () => complained,
    end(signal) {
      child.kill(signal);
      return over.promise;
    },
  };
}
