/** 值班表为何不能这样改，以及可以怎么办。 */
import { weekRange } from '../week.ts';
import type { Words } from '../words.ts';

export const dutyRefusal: Words['dutyRefusal'] = (r, { name, t, locale }) => {
  const roles = () => ('need' in r ? t.people.or(r.need.map((role) => t.people.roles[role])) : '');
  switch (r.code) {
    case 'duty_needs_role':
      return `排班须由${roles()}操作。您可以调换自己的值班：desk duty。`;
    case 'duty_week_over':
      return `${weekRange(r.week, locale)}这一周已经过去，请选择本周或以后的周。`;
    case 'duty_not_theirs':
      return `${name(r.who)}在${weekRange(r.week, locale)}已不值班，请用 desk duty 重新查看值班表。`;
    case 'duty_already':
      return `${name(r.who)}在${weekRange(r.week, locale)}已有值班，请换一周。`;
    case 'duty_cannot_work':
      return `${name(r.who)}不能认领个案（需要的角色：${roles()}）。请先用 desk team 为其设置角色，或另选他人。`;
  }
};
