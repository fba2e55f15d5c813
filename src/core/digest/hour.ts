/** Times of day as people type them. */

/** `8:30`, `08:30`, `8.30`, `8点`, `8点半`, `早上8点30分`, `下午2点`: minutes since midnight; undefined when it is none. */
export function minuteOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const [, part = '', hour = '', minute, half, suffix = ''] =
    /^(早上|上午|中午|下午|晚上)?(\d{1,2})(?:(?:[:.点时h]([0-5]\d)分?)|([点时h]半?))?(am|pm)?$/.exec(plain) ?? [];
  if (hour === '' || (minute === undefined && half === undefined && suffix === '')) return undefined;
  const given = Number(hour);
  const later =
    (suffix === 'pm' || part === '下午' || part === '晚上' || (part === '中午' && given < 11)) && given < 12;
  const hours = suffix === 'am' && given === 12 ? 0 : later ? given + 12 : given;
  const minutes = minute === undefined ? (half?.endsWith('半') ? 30 : 0) : Number(minute);
  return hours < 24 && (suffix === '' || given <= 12) ? hours * 60 + minutes : undefined;
}

/** `08:30`. */
export const hourText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
