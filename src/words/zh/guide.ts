/** 本地控制台的引导：下一步试什么，以谁的身份。 */
import type { Words } from '../words.ts';

export const guide: Words['guide'] = {
  channel: '每个个案在此只有一张卡片，随进展更新。',
  steps: {
    report: { title: '上报一条帖子', hint: '切换为李梅，在主页点“上报…”；也可以在私信中输入“上报”加上看到的内容。' },
    claim: { title: '认领个案', hint: '切换为陈云，卡片就在响应频道。' },
    verify: { title: '核实事实', hint: '点“核实…”：帖子说了什么？是否属实？' },
    draft: { title: '拟写回复', hint: '点“拟稿…”，选一个模板，正文留空后保存，系统会填好供您修改。' },
    submit: { title: '送审', hint: '文稿已自动检查，每条提示都注明依据的条款。点“送审”交审批人。' },
    approve: { title: '由另一人批准', hint: '切换为王伟，待审批的回复在他的私信里。' },
    publish: { title: '登记发布', hint: '切换为陈云，点“已发布…”，填写发布位置。' },
    effect: { title: '评估效果', hint: '通常三天后到期，这里可以立即评估；严重程度为“低”的个案无需评估。' },
    close: { title: '结案', hint: '写明根本原因和责任团队，上报人会收到结果。' },
  },
};
