/** Cards and forms as what Teams takes: an activity with one Adaptive Card, and never text beside it. */
import type { Locale } from '#src/core/rules.ts';
import type { Host } from '#src/view/adaptive/buttons.ts';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { adaptiveForm, type FormState } from '#src/view/adaptive/form.ts';
import type { Choosable } from '#src/view/adaptive/inputs.ts';
import { weight } from '#src/view/adaptive/limits.ts';
import type { AdaptiveCard, Refresh } from '#src/view/adaptive/types.ts';
import type { Card } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import type { OpenForm } from '#src/view/form.ts';
import type { Content } from './connector.ts';
import { LIMITS } from './limits.ts';
import { teamsWords } from './words.ts';

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

/** What a client says that fetches somebody's own view of a card. */
export const VIEW = 'view';

export const CARD = 'application/vnd.microsoft.card.adaptive';
const attachment = (content: AdaptiveCard) => ({ contentType: CARD, content });

const message = (card: AdaptiveCard, summary: string): Content => ({
  type: 'message',
  summary,
  attachments: [attachment(card)],
});

export type Drawing = ReturnType<typeof drawing>;

/** Draws cards and forms; `fileUrl` says where their pictures and files are to be had. */
export function drawing(fileUrl: NonNullable<Host['fileUrl']> = () => undefined) {
  const cardIn = (card: Card, where: 'chat' | 'dialog'): AdaptiveCard =>
    adaptiveCard(card, { ...(where === 'chat' ? CHAT : DIALOG), fileUrl });
  const posted = (card: Card): Content => message(cardIn(card, 'chat'), card.summary);

  /** A card that many read, or somebody's own view of it: `viewers`, by their ids on Teams, fetch theirs where there is one. */
  function sharedIn(card: Card, viewers: readonly string[]): AdaptiveCard {
    const refresh = refreshOf(card, viewers);
    if (!refresh) return cardIn(card, 'chat');
    return { ...adaptiveCard(card, { ...CHAT, fileUrl }, weight({ refresh })), refresh };
  }
  const shared = (card: Card, viewers: readonly string[]): Content => message(sharedIn(card, viewers), card.summary);

  /** A form that was asked for by a typed word, where no dialog can open: it stands in the chat. */
  const formIn = (form: OpenForm, reader: TeamsReader, state?: FormState): AdaptiveCard =>
    adaptiveForm(form, state, { ...POSTED, fileUrl, ...readingOf(form, reader, state) });
  const postedForm = (form: OpenForm, reader: TeamsReader): Content => message(formIn(form, reader), form.view.title);
  const formDialog = (form: OpenForm, reader: TeamsReader, state?: FormState) =>
    dialog(form.view.title, adaptiveForm(form, state, { ...DIALOG, fileUrl, ...readingOf(form, reader, state) }));

  return { cardIn, posted, sharedIn, shared, formIn, postedForm, formDialog };
}

/** What opens, or goes on in, a dialog. */
export const dialog = (title: string, card: AdaptiveCard, height: 'small' | 'large' = LIMITS.dialog.height) => ({
  task: {
    type: 'continue',
    value: {
      title: cut(title, LIMITS.dialog.title).kept,
      width: LIMITS.dialog.width,
      height,
      card: attachment(card),
    },
  },
});

/** With more viewers than Teams serves the card is the same for all, rather than another for some. */
function refreshOf({ ownView, locale }: Card, viewers: readonly string[]): Refresh | undefined {
  if (!ownView || viewers.length === 0 || viewers.length > LIMITS.views) return undefined;
  const { action, args } = ownView;
  const title = teamsWords[locale].refresh;
  return { action: { type: 'Action.Execute', title, verb: VIEW, data: { action, args } }, userIds: viewers };
}

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
