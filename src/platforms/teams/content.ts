/** Cards and forms as what Teams takes: an activity with one Adaptive Card, and never text beside it. */
import type { Locale } from '#src/core/rules.ts';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { adaptiveForm, type FormState } from '#src/view/adaptive/form.ts';
import type { Choosable } from '#src/view/adaptive/inputs.ts';
import type { AdaptiveCard } from '#src/view/adaptive/types.ts';
import type { Card } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import type { OpenForm } from '#src/view/form.ts';
import type { Content } from './connector.ts';
import { LIMITS } from './limits.ts';

/** In a chat a form opens as a dialog; within a dialog everything is sent through it; a form in a chat sends itself. */
const CHAT = { styles: false, dialogs: 'task' } as const;
const DIALOG = { styles: false, dialogs: 'submit' } as const;
const POSTED = { styles: false, dialogs: 'execute', heading: true } as const;

/** Who reads: their language and zone, and whom their forms offer to choose from. */
export type TeamsReader = {
  readonly locale: Locale;
  readonly timeZone: string;
  people(): readonly Choosable[];
};

export const CARD = 'application/vnd.microsoft.card.adaptive';
const attachment = (content: AdaptiveCard) => ({ contentType: CARD, content });

const message = (card: AdaptiveCard, summary: string): Content => ({
  type: 'message',
  summary,
  attachments: [attachment(card)],
});

export const cardIn = (card: Card, where: 'chat' | 'dialog'): AdaptiveCard =>
  adaptiveCard(card, where === 'chat' ? CHAT : DIALOG);
export const posted = (card: Card): Content => message(cardIn(card, 'chat'), card.summary);

/** A form that was asked for by a typed word, where no dialog can open: it stands in the chat. */
export const formIn = (form: OpenForm, reader: TeamsReader, state?: FormState): AdaptiveCard =>
  adaptiveForm(form, state, { ...POSTED, ...readingOf(form, reader, state) });
export const postedForm = (form: OpenForm, reader: TeamsReader): Content =>
  message(formIn(form, reader), form.view.title);

/** What opens, or goes on in, a dialog. */
export const dialog = (title: string, card: AdaptiveCard) => ({
  task: {
    type: 'continue',
    value: {
      title: cut(title, LIMITS.dialog.title).kept,
      width: LIMITS.dialog.width,
      height: LIMITS.dialog.height,
      card: attachment(card),
    },
  },
});
export const formDialog = (form: OpenForm, reader: TeamsReader, state?: FormState) =>
  dialog(form.view.title, adaptiveForm(form, state, { ...DIALOG, ...readingOf(form, reader, state) }));

/** The first of the people, and always those who stand in the form already. */
function readingOf({ view }: OpenForm, { locale, timeZone, people }: TeamsReader, state: FormState | undefined) {
  const asked = Object.entries(view.inputs).flatMap(([name, input]) =>
    input.type === 'person' ? [{ typed: state?.values[name], initial: input.initial }] : [],
  );
  if (asked.length === 0) return { locale, timeZone, people: [] };
  const chosen = ({ account, person }: Choosable) =>
    asked.some(({ typed, initial }) => typed === account || (initial !== undefined && initial === person));
  const offered = people().filter((one, index) => index < LIMITS.people || chosen(one));
  return { locale, timeZone, people: offered };
}
