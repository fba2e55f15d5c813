/** What somebody sees of a text. One that is made of signs that nobody sees is as good as none. */

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** How many characters there are to see, white space around them not counted. */
export const seenLength = (text: string): number => text.replace(UNSEEN, '').trim().length;

export const isBlank = (text: string): boolean => seenLength(text) === 0;
