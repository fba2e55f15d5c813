/** Hostile interactions and requests against the real process, and what its store may hold afterwards. */
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { handlers } from '#handlers/index.ts';
import { COMPANY } from '#src/platforms/console/company.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { type Dice, dice } from './dice.ts';
import { anyJson, brokenBodies, nasty, nastyRecord, wire } from './nasty.ts';

const PEOPLE = COMPANY.map(({ account }) => account);
const COMMANDS = handlers.flatMap(({ commands = {} }) => Object.keys(commands));
const WORDS = handlers.flatMap(({ desk = {} }) => Object.keys(desk));
const ACTIONS = handlers.flatMap(({ actions = {} }) => Object.keys(actions));
const FORMS = handlers.flatMap(({ forms = {} }) => Object.keys(forms));
const TEAM = ['add', 'roles', 'manager', 'away', 'back', 'edit', 'import', 'export'];
const ARGS = [
  'case',
  'seen',
  'digest',
  'version',
  'own',
  'basedOn',
  'acknowledged',
  'person',
  'template',
  'name',
  'text',
];
/** Milliseconds that an answer may take on a busy machine. */
const PATIENCE = 20_000;

export type Shots = {
  /** Sent, by what came back: a status, or that the connection was closed without one. */
  readonly answers: Map<string, number>;
  /** Causes that were answered with 200: only these may have written something. */
  readonly taken: Set<string>;
  /** What must not have happened. */
  readonly wrong: string[];
};

/** Sends so many, some at once; everything follows from the seed but the order in which answers come. */
export async function fuzz(url: string, count: number, seed: number): Promise<Shots> {
  const shots: Shots = { answers: new Map(), taken: new Set(), wrong: [] };
  const met: Met = { ids: [], forms: [] };
  const held: { destroy(): unknown }[] = [];
  const luck = dice(seed);
  for (let sent = 0; sent < count; sent += 8) {
    const batch = Array.from({ length: 8 }, (_, index) =>
      one(url, dice(luck.roll(2 ** 31)), `f/${seed}/${sent + index}`, met, held),
    );
    for (const { status, cause, what } of await Promise.all(batch)) {
      shots.answers.set(status, (shots.answers.get(status) ?? 0) + 1);
      if (status === '200' && cause !== undefined) shots.taken.add(cause);
      if (status.startsWith('5') || status === 'nothing') shots.wrong.push(`${status}: ${what.slice(0, 500)}`);
    }
  }
  for (const socket of held) socket.destroy();
  return shots;
}

type Shot = { readonly status: string; readonly what: string; readonly cause?: string };
/** What answers let slip, to be used against the desk. */
type Met = { readonly ids: string[]; readonly forms: { form: string; args: object; fields: readonly string[] }[] };

async function one(url: string, luck: Dice, cause: string, met: Met, held: { destroy(): unknown }[]): Promise<Shot> {
  const host = new URL(url).host;
  const kind = luck.roll(100);
  if (kind < 55)
    return interacts(url, { as: luck.one(PEOPLE), does: doing(luck, met), cause, ...where(luck) }, cause, met);
  if (kind < 65) return posts(url, JSON.stringify(anyJson(luck)), undefined);
  if (kind < 72) return posts(url, luck.one(brokenBodies) ?? '', 'x');
  if (kind < 78) return abandons(url, luck);
  const bytes = wire(luck, host);
  if (kind < 82) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(bytes.slice(0, Math.max(1, luck.roll(200))));
    if (held.length < 40) held.push(socket);
    else socket.destroy();
    return { status: 'left open', what: bytes };
  }
  return { status: await raw(Number(new URL(url).port), bytes), what: bytes };
}

const where = (luck: Dice) => (luck.often(15) ? { channel: luck.one(['response', nasty(luck)]) } : {});

function doing(luck: Dice, met: Met): object {
  const name = (known: readonly string[]) => (luck.often(80) ? luck.one(known) : nasty(luck));
  const args = () =>
    nastyRecord(luck, ARGS, (key) => (key === 'case' && luck.often(80) ? luck.one(met.ids) : nasty(luck)) ?? 'x');
  switch (luck.roll(7)) {
    case 0:
      return { type: 'command', name: name(COMMANDS), text: typed(luck) };
    case 1:
      return {
        type: 'command',
        name: 'report',
        text: `${nasty(luck)} https://weibo.com/1/F${luck.roll(40)} ${nasty(luck)}`,
      };
    case 2:
      return { type: 'message', text: luck.often(50) ? typed(luck) : nasty(luck) };
    case 3:
      return { type: 'act', action: name(ACTIONS), args: args() };
    case 4:
      return { type: 'open', form: name(FORMS), args: args() };
    case 5: {
      const known = luck.one(met.forms);
      if (!known) return { type: 'home' };
      const values = nastyRecord(luck, known.fields, () => (luck.often(20) ? luck.often(50) : nasty(luck)));
      return { type: 'submit', form: known.form, args: luck.often(80) ? known.args : args(), values };
    }
    default:
      return {
        type: 'submit',
        form: name(FORMS),
        args: args(),
        values: nastyRecord(luck, ['said', 'link', 'text', 'reason'], () => nasty(luck)),
      };
  }
}

const typed = (luck: Dice): string =>
  [
    luck.one(WORDS),
    luck.often(40) ? luck.one([...TEAM, ...PEOPLE]) : '',
    nasty(luck),
    luck.often(30) ? nasty(luck) : '',
  ]
    .filter(Boolean)
    .join(' ');

async function interacts(url: string, asked: object, cause: string, met: Met): Promise<Shot> {
  const shot = await posts(url, JSON.stringify(asked), cause);
  for (const [id] of shot.body.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)) if (met.ids.length < 500) met.ids.push(id);
  for (const [, form = '', args = '{}'] of shot.body.matchAll(/"form":"([a-z.A-Z]+)","args":(\{[^{}]*\})/g)) {
    const fields = [...shot.body.matchAll(/"id":"(?:in|is)\.([a-zA-Z]+)"/g)].map(([, field = '']) => field);
    if (met.forms.length < 500) met.forms.push({ form, args: JSON.parse(args), fields });
  }
  return shot;
}

async function posts(url: string, body: string, cause: string | undefined): Promise<Shot & { readonly body: string }> {
  const headers = { 'content-type': 'application/json' };
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(`${url}/console/interact`, { method: 'POST', headers, body, signal });
    return {
      status: String(response.status),
      what: body,
      body: await response.text(),
      ...(cause !== undefined && { cause }),
    };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { status: late ? 'nothing' : 'closed', what: body, body: '' };
  }
}

/** Opens the stream of events and goes away. */
async function abandons(url: string, luck: Dice): Promise<Shot> {
  const leave = new AbortController();
  const as = luck.often(70) ? luck.one(PEOPLE) : encodeURIComponent(nasty(luck).toWellFormed().slice(0, 500));
  const what = `/console/events?as=${as}`;
  try {
    const response = await fetch(url + what, { signal: leave.signal });
    if (luck.often(50)) await response.body?.getReader().read();
    leave.abort();
    return { status: `stream ${response.status}`, what };
  } catch {
    return { status: 'closed', what };
  }
}

/** The status of the answer, `closed` when the connection ends without one; `nothing` when neither comes. */
function raw(port: number, bytes: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  const done = () => resolve(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'closed');
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    answer += text;
    if (answer.length > 64) socket.destroy();
  });
  socket.on('close', done);
  socket.on('error', () => undefined);
  // Whoever sends less than they announced ends their side, as a broken client would.
  socket.end(Buffer.from(bytes, 'utf8'));
  void after(PATIENCE, undefined, { ref: false }).then(() => {
    resolve('nothing');
    socket.destroy();
  });
  return promise;
}

/** Entries that no accepted interaction explains; deliveries, the seed and the clock explain themselves. */
export async function unexplained(dir: string, taken: ReadonlySet<string>): Promise<readonly string[]> {
  const store = await openLowdb(dir);
  const strange: string[] = [];
  try {
    for await (const stream of store.streams('')) {
      if (stream.startsWith('delivery/')) continue;
      for (const { cause, number } of await store.read(stream)) {
        const own = /^(demo|due\/|follow(ed)?\/)/.test(cause);
        const from = /^f\/\d+\/\d+/.exec(cause)?.[0] ?? cause;
        if (!own && !taken.has(from)) strange.push(`${stream} #${number} by ${cause}`);
      }
    }
  } finally {
    await store.close();
  }
  return strange;
}
