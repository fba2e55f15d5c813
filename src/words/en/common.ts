/** Words that every feature uses. */
export const common = {
  clock: 'the clock',
  desk: 'Goodword',
  someone: 'someone unknown',
  /** Between a name and what it is. */
  colon: ': ',
  /** Put in place of a card that is not shown here any more. */
  nothingHere: 'Nothing more to do here.',
};
