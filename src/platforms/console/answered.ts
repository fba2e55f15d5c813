/** Replies as the page gets them: every card and form already an Adaptive Card. */
import type { Instant } from '#src/core/event.ts';
import type { Host } from '#src/view/adaptive/buttons.ts';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import { adaptiveForm, type FormState } from '#src/view/adaptive/form.ts';
import type { OpenForm } from '#src/view/form.ts';
import type { Interaction, Receive, Reply } from '../platform.ts';
import type { ConsolePerson } from './options.ts';
import type { Answered } from './protocol.ts';

/** Where the page finds a file of a card; who asks is part of the address, because the page can act as anybody. */
export const FILES = '/console/files/';
export const hostFor = (account: string, now: Instant): Host => ({
  ...{ styles: true, dialogs: 'execute', uploads: true, writing: { now, stays: false } },
  fileUrl: ({ digest }) => `${FILES}${digest}?as=${encodeURIComponent(account)}`,
});

/** Hands an interaction in and renders what comes of it. */
export async function answered(
  receive: Receive,
  interaction: Interaction,
  reader: ConsolePerson,
  people: readonly ConsolePerson[],
): Promise<{ readonly reply: Reply; readonly answer: Answered }> {
  const reply = await receive(interaction);
  const host = hostFor(interaction.account, interaction.at);
  const form = (open: OpenForm, state?: FormState) => adaptiveForm(open, state, { ...host, ...reader, people });
  return { reply, answer: await rendered(reply) };

  async function rendered(reply: Reply): Promise<Answered> {
    switch (reply.type) {
      case 'show':
      case 'replace':
      case 'home':
        return { type: reply.type, card: adaptiveCard(reply.card, host), summary: reply.card.summary };
      case 'open':
        return { type: 'open', title: reply.form.view.title, card: form(reply.form) };
      case 'errors':
        return corrected(reply);
      case 'done':
        return reply;
    }
  }

  /** The form once more, asked for anew so that nobody has to remember it, with the errors and what was typed. */
  async function corrected(errors: Reply & { type: 'errors' }): Promise<Answered> {
    const { does, cause } = interaction;
    const said = [errors.form, ...Object.values(errors.fields)].filter(Boolean).join(' ');
    if (does.type !== 'submit') return { type: 'errors', form: said };
    const again = { type: 'open', form: does.form, args: does.args } as const;
    const opened = await receive({ ...interaction, cause: `${cause}/again`, does: again });
    if (opened.type !== 'open') return { type: 'errors', form: said };
    const { inputs } = opened.form.view;
    // An error at an input that is not there would go unseen.
    const stray = Object.keys(errors.fields).filter((name) => !(name in inputs));
    const formError = [errors.form, ...stray.map((name) => errors.fields[name])].filter(Boolean).join(' ');
    const state = { values: does.values, errors: errors.fields, ...(formError && { formError }) };
    return { type: 'errors', card: form(opened.form, state), ...(formError && { form: formError }) };
  }
}
