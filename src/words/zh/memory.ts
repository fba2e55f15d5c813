/** 温习用语：不时一道小题，帮人记牢。 */
import type { Words } from '../words.ts';

export const memory: Words['memory'] = {
  title: '温习一题',
  intro: '点一下就好，只为自己记牢，不计成绩。',
  later: (days) => (days === 1 ? '明天再答' : `${days} 天后再答`),
  pause: (days) => `暂停 ${days} 天`,
  resume: '恢复温习',
  snoozed: '好的。下次最早的时间：',
  paused: '已暂停温习，恢复时间：',
  resumed: '已恢复，会不时给您一道小题。',
  notPaused: '温习没有暂停。',
  comesBack: '下次再见到这道题：',
  over: '这道题已经结束，下方可能有新的题目。',
};
