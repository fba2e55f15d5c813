/** 频道无法接收消息时的词句：哪个频道、什么原因、是否有遗漏、该怎么办。 */
import type { Words } from '../words.ts';

const platforms: { readonly [name: string]: string } = { console: '本地控制台', slack: 'Slack ', teams: 'Teams ' };
const on = (platform: string): string => platforms[platform] ?? `${platform} `;
const named = (name: string): string => (name === 'response' ? '响应频道' : `“${name}”频道`);

export const obstacle: Words['obstacle'] = {
  place: (names, platform) => `${on(platform)}${names.map(named).join('、')}`,
  blocked: (place) => `${place}目前无法接收消息。`,
  since: '开始时间',
  reason: '原因',
  why: (why, platform) => {
    switch (why) {
      case 'archived':
        return '频道已归档。';
      case 'outside':
        return platform === 'teams' ? '该频道所在团队未安装口碑台。' : '口碑台已不在该频道中。';
      case 'gone':
        return '找不到该频道：可能已被删除，或口碑台无权查看。';
      case 'forbidden':
        return '口碑台没有在该频道发送消息的权限。';
      case 'other':
        return '平台拒绝接收口碑台发送的消息，具体原因见服务器日志。';
    }
  },
  safe: '不会有任何遗漏：应发送到该频道的内容均已保留，频道恢复后即会补发，其他功能不受影响。',
  mend: (why, platform) => {
    const invite = platform === 'teams' ? '请在其所在团队中添加口碑台' : '请邀请口碑台加入';
    switch (why) {
      case 'archived':
        return platform === 'teams' ? '请还原该频道。' : '请取消归档，并重新邀请口碑台加入该频道。';
      case 'outside':
        return platform === 'teams' ? '请在该频道所在团队中添加口碑台。' : '请重新邀请口碑台加入该频道。';
      case 'gone':
        return `如该频道仍在使用，${invite}。`;
      case 'forbidden':
        return '请允许口碑台在该频道发送消息。';
      case 'other':
        return '请联系服务器维护人员查看日志。';
    }
  },
  move: (names) =>
    `也可以改用其他频道：在新频道中发送${names.map((name) => (name === 'response' ? '“desk 这里”' : `“desk 这里 ${name}”`)).join('、')}。`,
  again: '立即重试',
  alone: '处理后请点击“立即重试”；有新内容需要发送到该频道时，也会自动重试。',
  tried: (name) => ` · ${name}已发起重试，目前仍未恢复。`,
  trying: '正在重试，频道恢复后卡片会随之更新。',
  mended: (place) => `${place}已恢复接收消息。`,
  mendedNext: '此前保留的内容会补发到该频道。',
  moved: (place) => `${place}已改用其他频道。`,
  movedNext: '此前保留的内容会发送到新频道。',
  from: '未能接收消息的时段：',
  until: ' 至 ',
};

export const obstacleRefusal: Words['obstacleRefusal'] = (r) => {
  switch (r.code) {
    case 'obstacle_needs_admin':
      return '只有管理员可以要求重试。';
  }
};
