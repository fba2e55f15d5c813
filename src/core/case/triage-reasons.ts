/** The names of the reasons that no company rule names. */
import type { Bilingual } from '../rules.ts';

export const REASON = {
  link: { en: 'from the link', zh: '根据链接' },
  named: { en: 'named in the text', zh: '文中提到' },
  noLink: { en: 'neither a known link nor a medium named', zh: '没有可识别的链接，文中也未提到平台' },
  reporter: { en: 'chosen by the reporter', zh: '上报人选择' },
  words: { en: 'words in the text', zh: '文中用词' },
  noWords: { en: 'no telling words in the text', zh: '文中没有可判断的用词' },
  audience: { en: 'number of followers or views', zh: '粉丝数或浏览量' },
  stated: { en: 'the post says', zh: '帖文提到' },
  largeMedium: { en: 'a medium with a large audience', zh: '受众广的媒体' },
  audienceUnknown: { en: 'audience not known', zh: '受众规模未知' },
  category: { en: 'always at least this severe', zh: '此类别不低于该级别' },
  noFactors: { en: 'nothing makes it more severe', zh: '没有加重因素' },
} as const satisfies Record<string, Bilingual>;
