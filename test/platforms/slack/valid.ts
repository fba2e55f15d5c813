/** Block Kit as its documents bound it; what breaks a bound is what Slack would refuse as `invalid_blocks`. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.literal(false) });
const markdown = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.literal(true) });
const actionId = z.string().min(1).max(255);
const blockId = z.string().min(1).max(255).optional();
const url = z.url({ protocol: /^https?$/ }).max(3000);
const style = z.strictObject({ bold: z.literal(true).optional(), italic: z.literal(true).optional() }).optional();

const confirm = z.strictObject({
  title: plain(100),
  text: plain(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: actionId,
  value: z.string().max(2000).optional(),
  url: url.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
});

const buttons = z
  .array(button)
  .min(1)
  .max(25)
  .refine((all) => new Set(all.map(({ action_id }) => action_id)).size === all.length, 'an action_id twice in a block');

const run = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('link'), url, text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string().regex(/^[a-z_]+$/) }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int().positive(),
    format: z.string().min(1),
    fallback: z.string().min(1),
    style,
  }),
]);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(run).min(1) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(run).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.literal('bullet'),
          elements: z.array(section).min(1),
        }),
      ]),
    )
    .min(1),
});

const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(75), description: plain(75).optional() });
const options = z.array(option).min(1);
/** What is preset must be one of the options, as it stands there. */
const preset = <S extends z.ZodType<{ readonly options: readonly unknown[]; readonly initial_option?: unknown }>>(
  schema: S,
) =>
  schema.refine(
    ({ options: all, initial_option: one }) => one === undefined || all.some((each) => isDeepStrictEqual(each, one)),
    'a preset that is no option',
  );
const element = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      action_id: actionId,
      multiline: z.boolean().optional(),
      max_length: z.int().min(1).max(3000),
      placeholder: plain(150).optional(),
      initial_value: z.string().max(3000).optional(),
    })
    .refine(({ initial_value = '', max_length }) => initial_value.length <= max_length, 'more preset than fits'),
  preset(
    z.strictObject({
      type: z.literal('static_select'),
      action_id: actionId,
      options: options.max(100),
      initial_option: option.optional(),
    }),
  ),
  preset(
    z.strictObject({
      type: z.literal('radio_buttons'),
      action_id: actionId,
      options: options.max(10),
      initial_option: option.optional(),
    }),
  ),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: actionId,
    options: options.max(10),
    initial_options: options.optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), action_id: actionId, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: actionId,
    filetypes: z.array(z.string().regex(/^[a-z]+$/)).min(1),
    max_files: z.int().min(1).max(10),
  }),
  z.strictObject({ type: z.literal('users_select'), action_id: actionId, initial_user: z.string().optional() }),
]);

const shown = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('image'),
    block_id: blockId,
    slack_file: z.strictObject({ id: z.string().regex(/^F\w+$/) }),
    alt_text: z.string().min(1).max(2000),
  }),
  richText,
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z
      .array(z.union([plain(3000), markdown(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('section'),
    block_id: blockId,
    fields: z
      .array(z.union([plain(2000), markdown(2000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), block_id: blockId, elements: buttons }),
]);
const input = z.strictObject({
  type: z.literal('input'),
  block_id: z.string().min(1).max(255),
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  element,
});

const messageBlocks = z.array(shown).min(1).max(50);
const viewBlocks = z
  .array(z.union([shown, input]))
  .min(1)
  .max(100);
const modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: z.string().max(255),
  private_metadata: z.string().max(3000),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  blocks: viewBlocks,
});
const home = z.strictObject({ type: z.literal('home'), blocks: viewBlocks });

/** What is wrong with the blocks of a message; empty when Slack would take them. */
export const wrongBlocks = (blocks: unknown): readonly string[] => [...issues(messageBlocks, blocks), ...whole(blocks)];

/** The same of a modal or a home. */
export const wrongView = (view: unknown): readonly string[] => {
  const isModal = typeof view === 'object' && view !== null && 'type' in view && view.type === 'modal';
  const needsSubmit = JSON.stringify(view).includes('"type":"input"') && !JSON.stringify(view).includes('"submit":{');
  return [
    ...issues(isModal ? modal : home, view),
    ...whole(view),
    ...(needsSubmit ? ['inputs without a submit button'] : []),
  ];
};

function issues(schema: z.ZodType, value: unknown): readonly string[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function whole(value: unknown): readonly string[] {
  const [ids, blocks]: [string[], string[]] = [[], []];
  let text = 0;
  each(value, (key, inside) => {
    if (key === 'action_id') ids.push(inside);
    if (key === 'block_id') blocks.push(inside);
    if (key === 'text') text += inside.length;
  });
  return [
    ...(new Set(ids).size < ids.length && !JSON.stringify(value).includes('"input"') ? ['an action_id twice'] : []),
    ...(new Set(blocks).size < blocks.length ? ['a block_id twice'] : []),
    ...(text > 13_000 ? ['msg_blocks_too_long'] : []),
  ];
}

/** Every string in something, with the key it stands at. */
export function each(
  value: unknown,
  visit: (key: string, text: string, within: object) => void,
  key = '',
  within: object = {},
): void {
  if (typeof value === 'string') visit(key, value, within);
  else if (Array.isArray(value)) for (const one of value) each(one, visit, key, within);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value)) each(inside, visit, name, value);
}
