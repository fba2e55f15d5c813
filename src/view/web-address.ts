/** Which links may be live. */

/** The address in its normal form if it is one of the web's; a link to anything else is shown as text. */
export function webAddress(link: string): string | undefined {
  const url = URL.parse(link);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}
