/** Words that say nothing about what somebody looks for. */

const WORDS = new Set(
  [
    'a an the and or but if of to in on at by for from with as is are was be been am do does did done have has had will would',
    'can could may might must shall should i me my we us our you your he him his she her it its they them their this that these',
    'those there here what which who whom how why when where not no so just about into up out any some ok okay please hi hello',
    'get got go let make want need someone somebody something anyone anybody im ive whats dont cant',
  ]
    .join(' ')
    .split(' '),
);

const SIGNS = new Set(
  [
    '的 了 吗 呢 吧 啊 呀 嘛 么 是 在 有 和 与 或 及 也 都 就 还 又 很 太 被 把 给 让 对 向 从 到 为 以 于 之 其 该 个 这 那 哪 谁 我 你 您 他 她 它 们 我们 你们',
    '他们 咱们 自己 什么 怎么 怎样 如何 怎么办 怎么样 为什么 可以 可不可以 能 能不能 能否 会 会不会 要 要不要 想 应该 应当 需要 请问 一下 一个 是不是 有没有 是否 直接',
    '时候 这样 那样 这个 那个 哪些 哪个 行 行不行 不 没 没有 上 下 里 中 等 并 而 但 所 如 去 来 说 跟 得',
  ]
    .join(' ')
    .split(' '),
);

/** Of a folded word. */
export const isStopWord = (word: string): boolean => WORDS.has(word.replaceAll("'", '')) || SIGNS.has(word);
