/** 值班表。 */
import type { Words } from '../words.ts';

export const duty: Words['duty'] = {
  usage: '每周值班安排，可与同事换班',
  title: '值班表',
  intro: '无人认领的个案会找当周值班人员，节假日也不例外；没有排班的一周，通知所有处理人。',
  thisWeek: (range) => `本周（${range}）`,
  nobody: '所有处理人',
  off: (holiday, days) => `${holiday}放假 ${days} 天`,
  worked: (days) => `周末上班 ${days} 天`,
  unknown: (years) => `${years} 年的放假安排尚未公布，暂按周末计算。`,
  noCalendar: '没有适用于公司所在时区的工作日历，节假日未能列出。',
  set: '排班…',
  swap: '换班…',
  onDuty: '本周由您值班。',
  form: {
    title: '安排值班',
    submit: '保存',
    week: '哪一周',
    first: '值班人',
    further: '同时值班',
    hint: '全部留空，则通知所有处理人。',
  },
  swapForm: {
    title: '换班',
    submit: '确认换班',
    intro: '换班后会通知双方。',
    mine: '换出的一周',
    theirs: '换入的一周',
  },
  turn: (name, range) => `${range}：${name}`,
  assigned: (name, range) => `${name}安排您在${range}值班。`,
  swapped: (name, given, taken) => `${name}与您换班：您改为${taken}值班，${given}不再值班。`,
  swappedFor: (name, given, taken) => `${name}调整了您的值班：改为${taken}，${given}不再值班。`,
  began: (range) => `本周（${range}）由您值班。`,
  together: (names) => `同班：${names}。`,
  means: '无人认领的个案会找您。如有不便，可用 desk duty 与同事换班。',
};
