/** Whether our own address leads here when somebody asks from outside, as Teams does. */
import type { Finding, TeamsCheckOptions } from './doctor.ts';
import { FILES_PATH } from './links.ts';

const PATIENCE = 5_000;

const good = (en: string, zh: string): Finding => ({ is: 'good', say: { en, zh } });

/** Our own address must refuse whoever is not Teams: then it is ours, and it is reached. */
export async function endpoint({
  publicUrl,
  config,
}: Pick<TeamsCheckOptions, 'publicUrl' | 'config'>): Promise<readonly Finding[]> {
  if (publicUrl === undefined) {
    return config.anonymous
      ? []
      : [
          {
            is: 'poor',
            say: {
              en: 'Nobody has said by which address Teams reaches this desk, so it cannot be checked, and cards show no pictures.',
              zh: '未说明 Teams 通过哪个地址访问口碑台，无法检查；卡片也不能显示图片。',
            },
            mend: {
              en: 'Set PUBLIC_URL to https://your-host, whose /api/messages is the bot’s messaging endpoint.',
              zh: '请将 PUBLIC_URL 设为 https://your-host；机器人的消息终结点即该地址加 /api/messages。',
            },
          },
        ];
  }
  const address = `${publicUrl}/api/messages`;
  const heard = await answerAt(address, 400, 'This is no activity.');
  if (heard === 'ours')
    return [good(`${address} leads here.`, `${address} 可以访问到口碑台。`), ...(await shows(publicUrl))];
  return [
    {
      is: 'bad',
      say: { en: `${address} does not lead here: ${heard}`, zh: `${address} 访问不到口碑台：${heard}` },
      mend: {
        en: 'Start Goodword, let your proxy hand that path to it, and enter the same address as messaging endpoint of the Azure bot.',
        zh: '请启动口碑台，由代理转发该路径，并将同一地址填为 Azure 机器人的消息终结点。',
      },
    },
  ];
}

/** Pictures come from a path of their own, which a proxy may have forgotten. */
async function shows(publicUrl: string): Promise<readonly Finding[]> {
  const address = `${publicUrl}${FILES_PATH}`;
  const heard = await answerAt(`${address}x`, 404, 'There is nothing here.');
  if (heard === 'ours') return [];
  return [
    {
      is: 'poor',
      say: {
        en: `${address} does not lead here, so cards show no pictures: ${heard}`,
        zh: `${address} 访问不到口碑台，卡片无法显示图片：${heard}`,
      },
      mend: { en: 'Let your proxy hand on that path, too.', zh: '请让代理一并转发该路径。' },
    },
  ];
}

/** 'ours' when it answers as this desk does there, else what was heard instead. */
async function answerAt(address: string, status: 400 | 404, sentence: string): Promise<string> {
  try {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(address, { ...(status === 400 && post), signal });
    const said = (await answer.text()).slice(0, 200);
    return answer.status === status && said.includes(sentence) ? 'ours' : `${answer.status} ${answer.statusText}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}
