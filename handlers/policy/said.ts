/** What may follow `policy`, in either language, with or without a space. */

const WORDS = {
  list: ['list', '列表', '目录', '全部'],
  read: ['read', '阅读', '查看', '打开'],
  search: ['search', 'find', '搜索', '查找', '搜'],
  ask: ['ask', '请问', '提问', '问'],
} as const;
type Word = keyof typeof WORDS;

export type Said = { readonly word: Word; readonly rest: string };

/** Whatever begins with none of the words is searched for; nothing at all is the list. */
export function saidIn(text: string): Said {
  const typed = text.trim();
  if (typed === '') return { word: 'list', rest: '' };
  for (const [word, all] of Object.entries(WORDS) as [Word, readonly string[]][])
    for (const one of all) {
      const rest = after(typed, one);
      if (rest !== undefined && (word !== 'list' || rest === '')) return { word, rest };
    }
  return { word: 'search', rest: typed };
}

/** A Latin word ends at a space; a Chinese one of two signs may run on. */
function after(typed: string, word: string): string | undefined {
  if (!typed.toLowerCase().startsWith(word)) return undefined;
  const rest = typed.slice(word.length);
  const parted = rest === '' || /^[\s:：,，]/.test(rest);
  if (!parted && (/[a-z]/.test(word) || word.length < 2)) return undefined;
  return rest.replace(/^[\s:：,，]+/, '');
}
