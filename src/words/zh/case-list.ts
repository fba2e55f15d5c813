/** 个案命令、列表和主页的词句。 */
import type { Words } from '../words.ts';

export const caseList: Words['caseList'] = {
  usage: {
    report: '上报涉及公司的帖子，可附链接或一句话；什么都不写则打开表单',
    mine: '待您办理的事项、您处理的个案和您的上报',
    open: '所有未结个案',
    overdue: '已超时未回应的个案',
    case: '按编号打开个案，例如 RM-2026-0042',
  },
  mine: '待您办理',
  working: '您处理的个案',
  unclaimed: '待认领',
  open: '未结个案',
  overdue: '已超时',
  reports: '您的上报',
  none: {
    mine: '暂无待您办理的事项。',
    open: '没有未结个案。',
    overdue: '没有超时的个案。',
  },
  decide: '等您审批',
  publish: '已获批准，请发布',
  effect: '请评估效果',
  confirm: '应对方案等您确认',
  more: (count) => `另有 ${count} 件`,
  reportOpen: '处理中',
  reportEnded: '已办结',
  whichCase: '要打开哪个个案？请写编号，例如“desk 个案 RM-2026-0042”。',
};
