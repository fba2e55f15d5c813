/** A neutral form as a modal, and a card as a modal that only shows it. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Args, Card } from '#src/view/card.ts';
import type { Input, OpenForm } from '#src/view/form.ts';
import { blockKit } from './blocks.ts';
import { cardBlocks } from './card.ts';
import type { FormOptions, FormReader } from './form-options.ts';
import { checkGroup, inputBlock } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { metadataOf } from './metadata.ts';
import { note } from './note.ts';
import type { Files, Page } from './rich.ts';
import { moreRows, plain } from './text.ts';
import { slackWords } from './words.ts';

export const FORM = 'form';
export const CARD = 'card';

/** Undefined when what the form was opened with does not fit into a modal. */
export function formModal(open: OpenForm, reader: FormReader, options: FormOptions): ModalView | undefined {
  const { view } = open;
  const private_metadata = metadataOf(open, options.from);
  if (private_metadata === undefined) return undefined;
  const { locale, timeZone } = reader;
  const page: Page = { locale, timeZone, limits: LIMITS.form };
  const { state } = options;
  const whole: KnownBlock[] =
    view.title.length > LIMITS.modal.title ? blockKit([{ type: 'heading', text: view.title }], page) : [];
  const alarm: KnownBlock[] = state?.formError
    ? blockKit([{ type: 'status', tone: 'alarm', text: state.formError }], page)
    : [];
  const blocks = [...alarm, ...whole, ...blockKit(view.intro ?? [], page), ...inputs(open, reader, page, options)];
  const left = blocks.length - LIMITS.blocks.view;
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata,
    title: plain(view.title, LIMITS.modal.title),
    submit: plain(view.submit, LIMITS.modal.submit),
    close: plain(slackWords[locale].cancel, LIMITS.modal.close),
    // Inputs come last and must all be there, so that it is the introduction that gives way.
    blocks: left > 0 ? [note(moreRows(left + 1, locale), page), ...blocks.slice(left + 1)] : blocks,
  };
}

/** Checks that follow one another share a block: a column of boxes instead of a question to each. */
function inputs({ view }: OpenForm, reader: FormReader, page: Page, { nonce, state }: FormOptions): KnownBlock[] {
  const made: KnownBlock[] = [];
  let checks: [string, Extract<Input, { type: 'check' }>][] = [];
  const flush = () => {
    for (let from = 0; from < checks.length; from += LIMITS.options.checks)
      made.push(checkGroup(checks.slice(from, from + LIMITS.options.checks), state?.values, reader.locale, nonce));
    checks = [];
  };
  for (const [name, input] of Object.entries(view.inputs)) {
    if (input.type === 'check') {
      checks.push([name, input]);
      continue;
    }
    flush();
    made.push(inputBlock(name, input, state?.values[name], reader, nonce));
    const error = state?.errors[name];
    if (error) made.push(note(`⚠ ${error}`, page));
  }
  flush();
  return made;
}

/** A card in a dialog of its own: for whoever clicked on the home or in another dialog. */
export function cardModal(card: Card, channel?: string, files?: Files): ModalView {
  const words = slackWords[card.locale];
  const metadata: Args = channel === undefined ? {} : { channel };
  return {
    type: 'modal',
    callback_id: CARD,
    private_metadata: JSON.stringify(metadata),
    title: plain(words.app, LIMITS.modal.title),
    close: plain(words.close, LIMITS.modal.close),
    blocks: cardBlocks(card, LIMITS.blocks.view, files),
  };
}

/** Somebody's home. */
export const homeView = (card: Card): HomeView => ({ type: 'home', blocks: cardBlocks(card, LIMITS.blocks.view) });
