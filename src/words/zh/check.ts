/** check 命令的词句：发帖前自查。 */
import type { Words } from '../words.ts';

export const check: Words['check'] = {
  usage: '发帖前自查，内容不留存',
  form: {
    title: '发帖前自查',
    text: '准备发布的内容',
    hint: '仅您本人可见，不会留存。',
    submit: '检查',
  },
  title: '发帖前自查',
  fine: '没有发现问题。',
  fineNote: '自查只识别用语和格式，是否合适，还请您自己把握。',
  mend: '发布前，请再斟酌以下内容。',
  blocked: '请不要照原样发布。',
  official: '这段话像是在代表公司发言。代表公司发布的内容，须先经他人审核。',
  askDesk: (desk) => `发布前请先咨询${desk}。`,
  askDeskAt: (desk, contact) => `发布前请先咨询${desk}（${contact}）。`,
  because: '：',
  more: (count) => `另有 ${count} 处需要留意。`,
  moreNext: '请先修改以上内容，再检查一遍。',
  again: '再查一段…',
  readClause: (number, title) => `阅读 ${number} ${title}`,
  kept: '内容未留存，仅累计自查次数，不记姓名。',
  count: '本月自查次数',
};
