/** 口碑台自身的回应：没看懂、出故障，以及引导上报。 */
import type { Words } from '../words.ts';

export const bot: Words['bot'] = {
  unknownCommand: (word) => `没有“${word}”这个命令。`,
  didYouMean: (name) => `您要找的是“${name}”吗？`,
  runInstead: (name) => `执行“${name}”`,
  seeHelp: '发送“desk 帮助”，查看全部功能。',
  unknownButton: '此按钮已失效，请从最新的消息中操作。',
  unknownForm: '此表单已失效，请从最新的消息中重新打开。',
  fault: (id) => `系统出了点问题，请稍后重试。如仍未解决，请联系管理员并提供编号：${id}。`,
  storeFull: (id) => `服务器磁盘已满，内容未能保存。请联系管理员（编号 ${id}），稍后再试。`,
  storeReadonly: (id) => `服务器磁盘不可写入，内容未能保存。请联系管理员（编号 ${id}），稍后再试。`,
  whoCan: (refusal, names) => `${refusal}可联系：${names}。`,
  offer: '这条内容与公司有关吗？',
  offerText: '您可以直接上报，会有专人跟进。请不要自行回复或评论。',
  offerLong: '内容较长，无法一键上报，请打开表单后粘贴。',
  offerPictures: '图片尚未保存。请单独重新发送图片，图片会归入您最近一次上报的内容。',
  report: '立即上报',
  reportForm: '上报…',
  help: '查看全部功能',
  notUnderstood: '不好意思，没看懂您的意思。',
  notUnderstoodHelp: '如需上报，请发送链接，或输入“上报”加上您看到的内容。',
  home: '口碑台主页',
  homeEmpty: '暂无待办事项。',
};
