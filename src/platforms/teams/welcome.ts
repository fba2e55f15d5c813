/** The first thing that somebody, or a team, hears from us. */
import { buttons, type Card, heading, list, note, opens } from '#src/view/card.ts';
import type { TeamsReader } from './content.ts';
import { REPORT_FORM } from './reported.ts';
import { sentence } from './said.ts';
import { teamsWords } from './words.ts';

/** The reporter's three sentences, and the button that a report takes. */
export function welcome({ locale, timeZone }: TeamsReader): Card {
  const { title, three, report, help } = teamsWords[locale].welcome;
  return {
    ...{ summary: `${title}. ${three[0]}`, locale, timeZone },
    blocks: [heading(title), list(three), buttons(opens(report, REPORT_FORM, {}, { look: 'primary' })), note(help)],
  };
}

export const toTeam = (reader: TeamsReader): Card => sentence(reader, 'neutral', teamsWords[reader.locale].channel);
