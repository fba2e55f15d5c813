/** 紧急状态的词句。 */
import type { Words } from '../words.ts';

export const emergency: Words['emergency'] = {
  usage: '宣布或解除紧急状态：日常提醒暂停，仅可发布已批准的口径',
  title: '紧急状态',
  on: '现处于紧急状态',
  since: (name) => `由${name}宣布，时间：`,
  reason: '原因',
  meaning: [
    '日常提醒和签收通知暂停发送。',
    '仅可发布已批准的口径，请勿自行发布任何内容。',
    '上报和处理照常进行，预警不受影响。',
  ],
  off: '目前没有宣布紧急状态。',
  offNow: '紧急状态已解除，日常消息将在工作时间恢复发送。',
  declare: '宣布紧急状态…',
  end: '解除紧急状态',
  endTitle: '确定解除紧急状态？',
  endText: '日常消息将在各人的工作时间恢复发送。',
  yes: '确定解除',
  no: '暂不',
  form: {
    title: '宣布紧急状态',
    submit: '宣布',
    reason: '发生了什么？',
    reasonHint: '所有人都会在主页看到，请勿填写须保密的内容。',
  },
  home: '紧急状态：仅可发布已批准的口径，日常消息暂停。',
};
