/** 各处通用的词句。 */
import type { Words } from '../words.ts';

export const common: Words['common'] = {
  colon: '：',
  clock: '系统时钟',
  desk: '口碑台',
  someone: '未知人员',
  nothingHere: '此事已无需处理。',
};
