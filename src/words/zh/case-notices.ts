/** 主流程的私信：发给上报人、拟稿人、审批人和负责人。 */
import type { Words } from '../words.ts';

export const caseNotice: Words['caseNotice'] = {
  received: {
    title: (number) => `谢谢您！上报已收到，编号 ${number}。`,
    joined: (number) => `谢谢您！这条帖子已在处理，编号 ${number}，您的上报已并入其中。`,
    doNotReply: '请不要自行评论、回复或转发该帖。',
    next: '我们会先核实，再视情况回应；事情了结后会告诉您结果。',
    nextFollow: '我们会先核实，再视情况回应；每一步进展都会通知您。',
    said: (number) => `已收到，编号 ${number}。请不要自行回复该帖。`,
  },
  ended: {
    answered: (number) => `您上报的 ${number} 已办结：公司已作出回应。`,
    praised: (number) => `您上报的 ${number} 已办结：我们已向作者致谢。`,
    dismissed: (number, why) => `您上报的 ${number} 已经查看，公司不作回应。原因：${why}。`,
    quiet: (number) => `您上报的 ${number} 已处理完毕。`,
    thanks: '感谢您及时告知。',
  },
  step: {
    claimed: (number) => `${number}：您的上报已有人处理。`,
    published: (number) => `${number}：公司已作出回应。`,
  },
  decision: {
    title: (number) => `${number}：有一份回复等您审批`,
    from: '送审人',
    approved: (number) => `${number}：您已批准该回复。`,
    rejected: (number) => `${number}：您已驳回该回复。`,
    decided: (number) => `${number} 已由他人审批，无需再操作。`,
    withdrawn: (number) => `${number} 的回复已撤回，无需再操作。`,
    spared: (number) => `${number} 已无需您审批。`,
  },
  undecided: {
    title: (number) => `${number}：回复已送审，但目前没有人可以审批`,
    nobody: '有审批权限的同事都参与了这份回复，不能再由他们审批。',
    away: (names) => `其余有审批权限的同事目前不在岗：${names}。`,
    ask: (admins, role) =>
      `请联系${admins === '' ? '管理员' : `管理员（${admins}）`}，用“desk 团队”为其他同事授予${role}角色，对方会立即收到审批请求。`,
  },
  approved: (number) => `${number}：您拟的回复已获批准。请按原文发布，然后登记。`,
  rejected: (number, name) => `${number}：${name}驳回了您拟的回复。`,
  submitted: (number) => `${number}：回复已送审，有结果会通知您。`,
  withdrawnFact: (number) => `${number}：有一条核实结论被撤销，回复已撤回。请核实后重新送审。`,
  lapsed: {
    facts: (number) => `${number}：事实有变，原批准已失效，回复将重新审批。`,
    severity: (number) => `${number} 的严重程度上调，回复还需进一步批准。`,
  },
  critical: (number) => `紧急：${number} 需要尽快回应。`,
  planToConfirm: (number) => `${number}：应对方案等您确认`,
  deviation: (number) => `${number}：实际发布的内容与批准的不一致，请处理。`,
  handedOver: (name, number) => `${name}已将 ${number} 转交给您。`,
};
