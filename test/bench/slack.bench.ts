/** Slack, in the same run as a bare Bolt app: a click that changes nothing, a durable report, and fifty handlers more. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { button } from '#test/platforms/slack/hands.ts';
import { command, pressed } from '#test/platforms/slack/payloads.ts';
import { formOf, headersFor } from '#test/platforms/slack/signed.ts';
import { slack } from '#test/platforms/slack/slack.fixture.ts';
import { type Line, ms, percentile, times } from './stats.ts';

const AT_ONCE = [1, 16, 64] as const;
const ROUNDS = 5;
/** So many clicks before any is measured: a server runs for weeks, and its code is as quick as it gets after some ten thousand. */
const WARM = 20_000;

type Server = { readonly port: number; readonly child: ChildProcess; cpu(): Promise<number> };
type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly cpu: number };

type Mode = 'goodword' | 'ack' | 'floor' | 'write' | 'all';

async function started(mode: Mode, api: string, more = 0): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
  const file = fileURLToPath(new URL('slack-server.ts', import.meta.url));
  const child = fork(file, [mode, dir, api, String(more)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.once('exit', () => {
    for (const made of [dir, `${dir}-counted`]) rmSync(made, { recursive: true, force: true });
  });
  const said = <T>(key: string) =>
    new Promise<T>((resolve) => {
      child.on('message', function hear(message: { [name: string]: T }) {
        if (!(key in message)) return;
        child.off('message', hear);
        resolve(message[key] as T);
      });
    });
  const port = await said<number>('port');
  return {
    ...{ port, child },
    async cpu() {
      const asked = said<NodeJS.CpuUsage>('cpu');
      child.send('cpu');
      const { user, system } = await asked;
      return (user + system) / 1000;
    },
  };
}

/** So many requests, `atOnce` under way at any time, over connections kept alive as Slack's are. */
async function load({ port, cpu }: Server, count: number, atOnce: number, body: () => string): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const taken: number[] = [];
  // Signed before, so that what is measured is the server and not whoever asks.
  const signed = () => {
    const made = body();
    return { body: made, headers: { ...headersFor(made, Date.now()), 'content-length': Buffer.byteLength(made) } };
  };
  const sent = Array.from({ length: count }, signed);
  // Opening a connection is not what is asked about, and would be all that the slowest hundredth of 64 at once tells.
  await Promise.all(Array.from({ length: atOnce }, () => send(agent, port, signed())));
  const before = await cpu();
  const from = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = sent.pop(); one !== undefined; one = sent.pop()) taken.push(await send(agent, port, one));
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  agent.destroy();
  const used = (await cpu()) - before;
  return { perSecond: count / seconds, p50: percentile(taken, 0.5), p99: percentile(taken, 0.99), cpu: used / count };
}

type Sent = { readonly body: string; readonly headers: Record<string, string | number> };

function send(agent: Agent, port: number, { body, headers }: Sent): Promise<number> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
        response.resume().once('end', () => resolve(performance.now() - from));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Both in turn, several rounds, so that what else the machine does falls on both; the medians. */
async function compared(
  one: Server,
  other: Server,
  count: number,
  atOnce: number,
  bodies: readonly [() => string, () => string],
) {
  const [ours, theirs]: [Load[], Load[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await load(one, count, atOnce, bodies[0]));
    theirs.push(await load(other, count, atOnce, bodies[1]));
  }
  const median = (all: readonly Load[], of: keyof Load) =>
    percentile(
      all.map((each) => each[of]),
      0.5,
    );
  const middle = (all: readonly Load[]): Load => ({
    ...{ perSecond: median(all, 'perSecond'), p50: median(all, 'p50') },
    ...{ p99: median(all, 'p99'), cpu: median(all, 'cpu') },
  });
  return { ours: middle(ours), theirs: middle(theirs) };
}

/** Requests a second, and what each costs the processor, which a busy machine falsifies less. */
const rateRatio = ({ ours, theirs }: { readonly ours: Load; readonly theirs: Load }) =>
  `${times(ours.perSecond, theirs.perSecond)}, CPU ${times(ours.cpu, theirs.cpu)}`;

const rate = ({ perSecond, p50, p99, cpu }: Load) =>
  `${perSecond.toFixed(0)}/s, p50 ${ms(p50)}, p99 ${ms(p99)}, CPU ${ms(cpu)}`;

/** The lines of the table; starts and ends its own processes. */
export async function slackBench(): Promise<readonly Line[]> {
  const chat = await slack();
  for (const [id, name] of [
    ['U0EMMA', 'Emma'],
    ['U0RITA', 'Rita'],
  ] as const)
    chat.users.set(id, { id, name, locale: 'en-GB' });
  const api = `${chat.url}/api/`;
  const respond = `${chat.url}/respond/1`;
  const servers: Server[] = [];
  const start = async (mode: Mode, more?: number) => {
    const server = await started(mode, api, more);
    servers.push(server);
    return server;
  };
  const lines: Line[] = [];
  const report = () =>
    formOf(
      command(
        'U0EMMA',
        '/report',
        `https://weibo.com/1234567/N${Math.random().toString(36).slice(2)} the kettle is bad`,
        { respond },
      ),
    );
  try {
    // `few` is to `fifty` what `ours` would be, had it done no more than those.
    const [ours, few, fifty, ack, floor, write, all] = [
      await start('goodword'),
      await start('goodword'),
      await start('goodword', 50),
      await start('ack'),
      await start('floor'),
      await start('write'),
      await start('all'),
    ];
    const click = await claimed(ours, chat, respond, report);
    const clickFew = await claimed(few, chat, respond, report);
    const clickFifty = await claimed(fifty, chat, respond, report);
    for (const [server, body] of [
      [ours, click],
      [ack, click],
      [floor, click],
      [few, clickFew],
      [fifty, clickFifty],
      [write, report],
      [all, report],
    ] as const)
      await load(server, body === report ? 200 : WARM, 16, body);

    for (const atOnce of AT_ONCE) {
      const made = await compared(ours, ack, 400 + atOnce * 20, atOnce, [click, click]);
      const ratio = `${rateRatio(made)}, p99 ${times(made.ours.p99, made.theirs.p99)}`;
      lines.push(
        {
          what: `click that changes nothing, ${atOnce} at once: Goodword`,
          figure: rate(made.ours),
          ratio,
          aim: '≥ 2 ×, p99 ≤ 0.7 ×',
        },
        { what: `click, ${atOnce} at once: bare Bolt that only acks`, figure: rate(made.theirs) },
      );
      const least = await compared(floor, ack, 400 + atOnce * 20, atOnce, [click, click]);
      lines.push({
        what: `click, ${atOnce} at once: a server of Node that reads nothing and says 200`,
        figure: rate(least.ours),
        ratio: rateRatio(least),
      });
    }
    for (const atOnce of AT_ONCE) {
      const made = await compared(ours, write, 100 + atOnce * 4, atOnce, [report, report]);
      lines.push(
        {
          what: `/report, ${atOnce} at once: Goodword, durable`,
          figure: rate(made.ours),
          ratio: rateRatio(made),
          aim: '≥ 1 ×',
        },
        { what: `/report, ${atOnce} at once: bare Bolt, the appends that it waits for`, figure: rate(made.theirs) },
      );
      // With so many more appends before it acks, Bolt gives up on some of 64 at once.
      if (atOnce > 16) continue;
      const whole = await compared(ours, all, 100 + atOnce * 4, atOnce, [report, report]);
      lines.push({
        what: `/report, ${atOnce} at once: bare Bolt, those of its deliveries too`,
        figure: rate(whole.theirs),
        ratio: `Goodword ${rateRatio(whole)}`,
      });
    }
    // A difference of a tenth is small beside what one run differs from the next: so many that it shows.
    const made = await compared(fifty, few, 8_000, 16, [clickFifty, clickFew]);
    const figure = `${ms(made.ours.cpu)} against ${ms(made.theirs.cpu)} CPU a click`;
    lines.push({ what: '50 handlers more', figure, ratio: times(made.ours.cpu, made.theirs.cpu), aim: '≤ 1.1 ×' });
  } finally {
    for (const { child } of servers) child.kill('SIGKILL');
    await chat.stop();
  }
  return lines;
}

/** A case that Rita holds already: claiming it again goes the whole way and changes nothing. */
async function claimed(
  server: Server,
  chat: Awaited<ReturnType<typeof slack>>,
  respond: string,
  report: () => string,
): Promise<() => string> {
  const posted = chat.next(({ method, args }) => method === 'chat.postMessage' && args['channel'] === 'C0RESPONSE');
  await load(server, 1, 1, report);
  await posted;
  const action = button(chat.at('C0RESPONSE').at(-1)?.blocks, 'act case.claim');
  const click = () => formOf(pressed('U0RITA', action, { respond }));
  await load(server, 1, 1, click);
  return click;
}

if (import.meta.main)
  for (const { what, figure, ratio = '', aim = '' } of await slackBench())
    console.log([what, figure, ratio, aim && `(aim ${aim})`].filter(Boolean).join('  ·  '));
