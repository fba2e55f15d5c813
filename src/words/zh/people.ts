/** 人员相关的词句：角色名称，以及名单的写法。 */
import type { Words } from '../words.ts';

const or = new Intl.ListFormat('zh', { type: 'disjunction' });

export const people: Words['people'] = {
  roles: {
    responder: '处理人',
    approver: '审批人',
    leader: '负责人',
    manager: '主管',
    hr: '人力资源',
    admin: '管理员',
  },
  roleMeans: {
    responder: '跟进和处理个案',
    approver: '审批回复内容',
    leader: '审批重大回复，确认应对方案',
    manager: '查看总体情况，管理团队',
    hr: '处理保密个案',
    admin: '配置口碑台',
  },
  and: (names) => names.join('、'),
  or: (names) => or.format(names),
  some: (names) => (names.length > 5 ? `${names.slice(0, 5).join('、')}等 ${names.length} 人` : names.join('、')),
};
