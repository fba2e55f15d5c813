/** An invoke and a message, with and without a durable write, through our Teams and through the vendor's adapter alone. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invokes, says } from '#test/platforms/teams/activities.ts';
import { teams as smallTeams, type Teams } from '#test/platforms/teams/teams.fixture.ts';
import { type Line, percentile, times } from './stats.ts';

const ROUNDS = 7;
const REQUESTS = 1_500;
const AT_ONCE = 8;

const emma = { name: 'Emma', aad: '00000000-0000-4000-8000-000000000001', locale: 'en-GB' };
const data = { action: { type: 'Action.Execute', verb: 'act', data: { action: 'case.none', args: {} } } };
const ASKED = [
  ['an invoke', () => invokes(emma, 'adaptiveCard/action', data)],
  ['a message', () => says(emma, 'hello')],
] as const;

type Server = { readonly port: number; readonly child: ChildProcess };

async function started(side: 'ours' | 'bare', does: 'nothing' | 'write', chat: Teams): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
  const file = fileURLToPath(new URL('teams-server.ts', import.meta.url));
  const child = fork(file, [side, does, dir, chat.url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (said: { port: number }) => resolve(said.port));
    child.once('exit', (status) => reject(new Error(`the server ended: ${status}`)));
  });
  return { port, child };
}

/** Requests a second, `AT_ONCE` under way at any time over connections kept alive, with the token that Teams sends for an hour. */
async function rate(port: number, { url, token }: Teams, activity: () => object): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const headers = { 'content-type': 'application/json', authorization: token() };
  const sent = Array.from({ length: REQUESTS }, () => JSON.stringify({ serviceUrl: url, ...activity() }));
  const from = performance.now();
  const lane = async () => {
    for (let body = sent.pop(); body !== undefined; body = sent.pop()) await send(agent, port, headers, body);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const seconds = (performance.now() - from) / 1000;
  agent.destroy();
  return REQUESTS / seconds;
}

function send(agent: Agent, port: number, headers: Record<string, string>, body: string): Promise<void> {
  const where = { agent, port, host: '127.0.0.1', path: '/api/messages', method: 'POST' };
  return new Promise((resolve, reject) => {
    const asked = request(
      { ...where, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`not taken: ${answer.statusCode}`));
        answer.resume().once('end', resolve);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Both in turn, round after round, so that what else the machine does falls on both; the medians. */
export async function teams(): Promise<Line[]> {
  const chat = await smallTeams();
  const lines: Line[] = [];
  for (const does of ['nothing', 'write'] as const) {
    const servers = [await started('ours', does, chat), await started('bare', does, chat)];
    for (const [what, activity] of ASKED) {
      const rates: number[][] = [[], []];
      // The first round warms both up.
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const [side, { port }] of servers.entries()) {
          const now = await rate(port, chat, activity);
          if (round > 0) rates[side]?.push(now);
        }
      const [ours = 0, theirs = 0] = rates.map((all) => percentile(all, 0.5));
      const figure = `${ours.toFixed(0)} a second; the vendor's adapter alone ${theirs.toFixed(0)}`;
      const then = does === 'write' ? 'with one durable write' : 'that changes nothing';
      lines.push({ what: `Teams: ${what} ${then}`, figure, ratio: times(ours, theirs), aim: '≥ 0.8 ×' });
    }
    for (const { child } of servers) child.kill();
  }
  await chat.stop();
  return lines;
}
