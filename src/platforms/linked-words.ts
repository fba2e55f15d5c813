/** Words that lead to an address: both chats have them, and a report that lost either would not say what was said. */

/** Whether they are the address itself: whole, shortened, or without its beginning. */
export const areAddress = (words: string, address: string): boolean =>
  words === '' || isPartOf(words, address) || isWhole(words, address);

/** A client may add the slash after a bare host, or write a sign as a number. */
export const isWhole = (words: string, address: string): boolean =>
  /^https?:\/\//i.test(words) && URL.canParse(words) && new URL(words).href === hrefOf(address);

const hrefOf = (address: string): string => (URL.canParse(address) ? new URL(address).href : address);

const isPartOf = (words: string, address: string): boolean =>
  !/\s/.test(words) && /[.@]/.test(words) && address.includes(words.replace(/(?:…|\.\.\.)$/, ''));
