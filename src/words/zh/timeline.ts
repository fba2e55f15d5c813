/** 处理经过：每个事件一行，接在姓名之后。 */
import type { CaseEvent } from '#src/core/case/event.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Words } from '../words.ts';

export const timelineLine: Words['timelineLine'] = (event, { name, t, when }) => {
  switch (event.type) {
    case 'reported':
      return `上报，研判为“${t.case.severity[event.triage.severity.value]}”`;
    case 'mentionAdded':
      return '又上报一条帖子';
    case 'reporterJoined':
      return '上报了同一条帖子';
    case 'retriaged':
      return `提及增多，升为“${t.case.severity[event.triage.severity.value]}”`;
    case 'corrected':
      return `更正${t.case.field[event.field]}：${event.private.reason}`;
    case 'confided':
      return event.private.reason ? `转为保密：${event.private.reason}` : '进一步缩小了知情范围';
    case 'claimed':
      return '认领';
    case 'released':
      return '退回待认领';
    case 'handedOver':
      return `转交给${name(event.to)}`;
    case 'planned':
      return `制定方案：${event.private.action}`;
    case 'planConfirmed':
      return '确认方案';
    case 'factRecorded':
      return `核实为“${t.case.verdict[event.verdict]}”：${event.private.claim}`;
    case 'factRevoked':
      return `撤销一条核实结论：${event.private.reason}`;
    case 'drafted':
      return `写成第 ${event.version} 稿`;
    case 'overruled':
      return `准予放行：${event.private.reason}`;
    case 'submitted':
      return `将第 ${event.version} 稿送审`;
    case 'withdrawn':
      return event.why === 'asked' ? '撤回回复' : '改动了文字或事实，回复随之撤回';
    case 'lapsed':
      return event.why === 'facts' ? '事实有变，原批准失效' : '严重程度上调，还需进一步批准';
    case 'approved':
      return `以${t.people.roles[event.as]}身份批准`;
    case 'rejected':
      return `驳回：${event.private.reason}`;
    case 'published':
      return event.asApproved ? '按批准的文字发布' : '发布时有改动';
    case 'deviationSettled':
      return `处理发布偏差：${event.private.note}`;
    case 'effectMarked':
      return `评估效果：${t.case.effect[event.effect]}`;
    case 'closed':
      return '结案';
    case 'dismissed':
      return `不予受理：${t.case.dismissal[event.why]}`;
    case 'reopened':
      return `重新处理：${event.private.note}`;
    case 'merged':
      return `将本案并入 ${event.into.number}`;
    case 'absorbed':
      return `将 ${event.from.number} 并入本案`;
    case 'screenshotSent':
      return t.screenshot.timeline.sent(event.private.name);
    case 'screenshotKept':
      return t.screenshot.timeline.kept(event.digest.slice(0, 16));
    case 'screenshotLost':
      return t.screenshot.timeline.lost(event.why);
    case 'handed':
      return '并案完成';
    case 'noted':
      return `备注：${event.private.text}`;
    case 'fellDue':
      return `${event.what === 'answer' ? '首次回应已超时' : '效果评估到期'}${late(event, when)}`;
    case 'reminded':
      return `${reminded(event)}${late(event, when)}`;
    case 'snoozed':
      return `请在${when(event.until)}再提醒：${event.private.reason}`;
  }
};

function reminded({ what, percent = 0 }: Extract<CaseEvent, { type: 'reminded' }>): string {
  switch (what) {
    case 'answer':
      return percent < 100 ? `提醒：首次回应的时限已过 ${percent}%` : '提醒：首次回应仍未发出';
    case 'unclaimed':
      return '无人认领，已通知值班人员';
    case 'decision':
      return '提醒：回复仍在等待审批';
  }
}

const late = ({ late: owed }: { readonly late?: string }, when: Reader['when']): string =>
  owed === undefined ? '' : `（应于${when(owed)}提醒，当时系统未运行）`;
