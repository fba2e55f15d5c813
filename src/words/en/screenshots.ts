/** Screenshots of a case: on forms, on the card, in the timeline, and what their sender is told. */
import type { Loss } from '#src/core/file/file.ts';

const why: { readonly [L in Loss]: string } = {
  gone: 'it had been deleted by then',
  forbidden: 'I was not allowed to open it',
  tooLarge: 'it is larger than 10 MB',
  notAccepted: 'it is not a PNG, JPEG, WebP or GIF picture',
  unreachable: 'it could not be fetched',
};

export const screenshot = {
  label: 'Screenshots',
  hint: 'Up to three: PNG, JPEG, WebP or GIF, 10 MB each. Posts can be deleted; a picture stays.',
  usage: 'add screenshots to your last report',
  addTo: (number: string) => `Screenshots for ${number}`,
  added: (number: string, count: number) =>
    count === 1
      ? `Thank you. The picture is with ${number} now.`
      : `Thank you. The ${count} pictures are with ${number} now.`,
  instead: 'Forms take no pictures in Teams. Paste it into our chat afterwards, and it joins your last report.',
  factLabel: 'Screenshots as evidence',
  count: (count: number) => (count === 1 ? '1 screenshot' : `${count} screenshots`),
  /** Follows `count`. */
  coming: (count: number) => `${count} still coming`,
  open: (count: number) => (count === 1 ? 'Screenshot' : `Screenshots (${count})`),
  title: (number: string) => `${number}: screenshots`,
  none: 'There are no screenshots here yet.',
  earlier: (count: number) => `The newest are shown; ${count} more are kept with the case.`,
  alt: (number: string, name: string) => `Screenshot of ${number}: ${name}`,
  forFact: (claim: string) => `Evidence for “${claim}”`,
  digest: (digest: string) => `SHA-256 ${digest}`,
  timeline: {
    sent: (name: string) => `added a screenshot: ${name}`,
    kept: (digest: string) => `kept a screenshot, SHA-256 ${digest}`,
    lost: (reason: Loss) => `could not keep a screenshot: ${why[reason]}`,
  },
  lost: (number: string, reason: Loss) => `${number}: a screenshot of yours could not be kept, because ${why[reason]}.`,
  lostNext:
    'Everything else of your report has arrived. To add the picture, report the same post again with it: both become one.',
};
