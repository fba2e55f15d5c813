/** 个案截图：表单、卡片、处理经过，以及给提交人的提示。 */
import type { Loss } from '#src/core/file/file.ts';
import type { Words } from '../words.ts';

const why: { readonly [L in Loss]: string } = {
  gone: '文件已被删除',
  forbidden: '没有读取权限',
  tooLarge: '文件超过 10 MB',
  notAccepted: '不是 PNG、JPEG、WebP 或 GIF 图片',
  unreachable: '多次尝试后仍未能读取',
};

export const screenshot: Words['screenshot'] = {
  label: '截图',
  hint: '最多三张，支持 PNG、JPEG、WebP、GIF，每张不超过 10 MB。帖子可能被删，截图可以留证。',
  usage: '为最近一次上报补充截图',
  addTo: (number) => `为 ${number} 补充截图`,
  added: (number, count) => `谢谢，${count} 张图片已归入 ${number}。`,
  instead: 'Teams 的表单无法添加图片。提交后把图片粘贴到与我的聊天中，即可归入您最近一次上报。',
  factLabel: '截图证据',
  count: (count) => `${count} 张截图`,
  coming: (count) => `另有 ${count} 张正在接收`,
  open: (count) => `截图（${count}）`,
  title: (number) => `${number} 的截图`,
  none: '目前还没有截图。',
  earlier: (count) => `此处显示最近的截图，另有 ${count} 张已随个案保存。`,
  alt: (number, name) => `${number} 的截图：${name}`,
  forFact: (claim) => `用于核实“${claim}”`,
  digest: (digest) => `SHA-256 ${digest}`,
  timeline: {
    sent: (name) => `提交了截图：${name}`,
    kept: (digest) => `已保存截图，SHA-256 ${digest}`,
    lost: (reason) => `截图未能保存：${why[reason]}`,
  },
  lost: (number, reason) => `${number}：您提交的一张截图未能保存，原因：${why[reason]}。`,
  lostNext: '上报的其他内容均已收到。如需补交截图，请带上图片再次上报同一条帖子，系统会自动合并。',
};
