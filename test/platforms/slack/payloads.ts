/** What Slack sends, in the full shape of its documents. */
import { BOT, TEAM } from './slack.fixture.ts';

let count = 0;
const unique = () => {
  count += 1;
  return `${Date.now()}.${count}`;
};
const trigger = () => `${unique()}.a9c1f2b7d0e34e5f8a6b`;
const team = { id: TEAM, domain: 'northwind' };
const user = (id: string) => ({ id, username: id.toLowerCase(), name: id.toLowerCase(), team_id: TEAM });
const about = { api_app_id: 'A0GOODWORD', token: 'Shh_its_a_seekrit', enterprise: null, is_enterprise_install: false };

type Given = { readonly channel?: string; readonly trigger?: string; readonly respond: string };

export const command = (account: string, name: string, text: string, { channel = 'C0GENERAL', ...given }: Given) => ({
  token: 'Shh_its_a_seekrit',
  team_id: TEAM,
  team_domain: 'northwind',
  channel_id: channel,
  channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
  user_id: account,
  user_name: account.toLowerCase(),
  command: name,
  text,
  api_app_id: 'A0GOODWORD',
  is_enterprise_install: 'false',
  response_url: given.respond,
  trigger_id: given.trigger ?? trigger(),
});

type Action = { readonly action_id: string; readonly value?: string; readonly text?: unknown };

const actions = (action: Action) => [
  { type: 'button', block_id: 'b1', action_ts: unique(), text: { type: 'plain_text', text: 'Button' }, ...action },
];

/** A button of a message, shared or one's own. */
export const pressed = (
  account: string,
  action: Action,
  {
    channel = 'C0RESPONSE',
    ephemeral = false,
    ...given
  }: Given & { readonly ephemeral?: boolean; readonly thread?: string },
) => ({
  type: 'block_actions',
  user: user(account),
  ...about,
  container: {
    ...{ type: 'message', message_ts: '1770000001.000100', channel_id: channel, is_ephemeral: ephemeral },
    ...(given.thread && { thread_ts: given.thread }),
  },
  trigger_id: given.trigger ?? trigger(),
  team,
  channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'response' },
  ...(!ephemeral && {
    message: { type: 'message', user: BOT, ts: '1770000001.000100', bot_id: 'B0GOODWORD', text: '', blocks: [] },
  }),
  state: { values: {} },
  response_url: given.respond,
  actions: actions(action),
});

type SentView = { readonly id: string; readonly view: { readonly [name: string]: unknown } };

const viewOf = ({ id, view }: SentView, hash: string, previous: string | null = null) => ({
  ...{ id, team_id: TEAM, previous_view_id: previous, root_view_id: previous ?? id, hash, external_id: '' },
  ...{ clear_on_close: false, notify_on_close: false, app_id: 'A0GOODWORD', bot_id: 'B0GOODWORD', ...view },
});

/** A button of the home or of a dialog. */
export const pressedInView = (account: string, action: Action, shown: SentView, previous?: string) => ({
  type: 'block_actions',
  user: user(account),
  ...about,
  container: { type: 'view', view_id: shown.id },
  trigger_id: trigger(),
  team,
  view: { ...viewOf(shown, unique(), previous), state: { values: {} } },
  actions: actions(action),
});

/** Files as Slack gives them with a form: what it knows of them, and not their bytes. */
export type Sent = { readonly id: string; readonly name: string; readonly mimetype: string; readonly size: number };
type Typed = { readonly [name: string]: string | boolean | readonly Sent[] };

/** A dialog is sent; `typed` by the names of the inputs, what is left out stays as it was preset. */
export function submission(account: string, shown: SentView, typed: Typed, hash = `${unique()}.h`) {
  const blocks = shown.view['blocks'] as readonly InputBlock[];
  const values = Object.fromEntries(
    blocks.flatMap((block) => (block.type === 'input' ? [[block.block_id, filledIn(block, typed)]] : [])),
  );
  return {
    type: 'view_submission',
    user: user(account),
    ...about,
    team,
    trigger_id: trigger(),
    view: { ...viewOf(shown, hash), state: { values } },
    response_urls: [],
  };
}

type Option = { readonly value: string; readonly text: unknown };
type InputBlock = {
  readonly type: string;
  readonly block_id: string;
  readonly element: {
    readonly type: string;
    readonly action_id: string;
    readonly options?: readonly Option[];
    readonly initial_value?: string;
    readonly initial_option?: Option;
    readonly initial_options?: readonly Option[];
    readonly initial_date?: string;
    readonly initial_user?: string;
  };
};

function filledIn({ block_id, element }: InputBlock, typed: Typed): object {
  const { type, action_id, options = [] } = element;
  const given = typed[/^in\.(.+)\.[^.]+$/.exec(block_id)?.[1] ?? ''];
  const chosen = (value: string) => options.find((one) => one.value === value) ?? { value, text: null };
  switch (type) {
    case 'plain_text_input':
      return { [action_id]: { type, value: given ?? element.initial_value ?? null } };
    case 'static_select':
    case 'radio_buttons': {
      const selected_option = typeof given === 'string' ? chosen(given) : (element.initial_option ?? null);
      return { [action_id]: { type, selected_option } };
    }
    case 'checkboxes': {
      const before = element.initial_options ?? [];
      const ticked = options.filter((one) => typed[one.value] ?? before.some(({ value }) => value === one.value));
      return { [action_id]: { type, selected_options: ticked } };
    }
    case 'file_input':
      return { [action_id]: { type, files: Array.isArray(given) ? given.map(wholeFile) : [] } };
    case 'datepicker':
      return { [action_id]: { type, selected_date: given ?? element.initial_date ?? null } };
    default:
      return { [action_id]: { type, selected_user: given ?? element.initial_user ?? null } };
  }
}

const wholeFile = ({ id, name, mimetype, size }: Sent) => ({
  ...{ id, name, title: name, mimetype, size, created: 1_770_000_000, timestamp: 1_770_000_000, user: 'U0EMMA' },
  ...{ filetype: name.split('.').at(-1), mode: 'hosted', is_external: false, is_public: false, user_team: TEAM },
  url_private: `https://files.slack.com/files-pri/${TEAM}-${id}/${name}`,
  url_private_download: `https://files.slack.com/files-pri/${TEAM}-${id}/download/${name}`,
});

export const closed = (account: string, shown: SentView) => ({
  ...{ type: 'view_closed', user: user(account), ...about, team, is_cleared: false },
  view: viewOf(shown, unique()),
});

export const globalShortcut = (account: string, id: string) => ({
  ...{ type: 'shortcut', token: 'Shh_its_a_seekrit', action_ts: unique(), team, user: user(account) },
  ...{ callback_id: id, trigger_id: trigger(), is_enterprise_install: false, enterprise: null },
});

/** `message`: what is else in the message, as in one of an app or of a thread. */
export const messageShortcut = (
  account: string,
  id: string,
  text: string,
  given: Given & { readonly message?: object },
) => ({
  ...{ type: 'message_action', token: 'Shh_its_a_seekrit', action_ts: unique(), team, user: user(account) },
  channel: { id: given.channel ?? 'C0GENERAL', name: 'general' },
  ...{ is_enterprise_install: false, enterprise: null, callback_id: id, trigger_id: trigger() },
  ...{ response_url: given.respond, message_ts: '1770000123.000200' },
  message: {
    type: 'message',
    user: 'U0OTHER',
    ts: '1770000123.000200',
    client_msg_id: 'c1',
    text,
    team: TEAM,
    blocks: [],
    ...given.message,
  },
});

/** Anything of the Events API. */
export const event = (inner: { readonly type: string; readonly [name: string]: unknown }, id = `Ev${unique()}`) => ({
  ...{ token: 'Shh_its_a_seekrit', team_id: TEAM, api_app_id: 'A0GOODWORD', event: inner, type: 'event_callback' },
  ...{ event_id: id, event_time: 1_770_000_000, event_context: '4-eyJ', is_ext_shared_channel: false },
  authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false }],
});

export const directMessage = (account: string, text: string, id?: string) =>
  event(
    {
      ...{ type: 'message', user: account, ts: '1770000200.000100', client_msg_id: unique(), text, team: TEAM },
      ...{ channel: `D${account.slice(1)}`, event_ts: '1770000200.000100', channel_type: 'im', blocks: [] },
    },
    id,
  );

/** A message that somebody forwards, with or without words of their own. */
export const forwarded = (account: string, text: string, carried: string) => {
  const sent = directMessage(account, text);
  const from_url = 'https://northwind.slack.com/archives/C0GENERAL/p1770000123000200';
  const one = { ts: '1770000123.000200', author_id: 'U0OTHER', channel_id: 'C0GENERAL', channel_team: TEAM, id: 1 };
  const attachment = { ...one, is_msg_unfurl: true, is_share: true, text: carried, fallback: carried, from_url };
  return { ...sent, event: { ...sent.event, attachments: [attachment] } };
};

/** A message with files, as Slack tells of one: each as far as it knows it, and not its bytes. */
export const sharedFiles = (account: string, text: string, files: readonly Sent[], id?: string) => {
  const channel = `D${account.slice(1)}`;
  return event(
    {
      ...{ type: 'message', subtype: 'file_share', text, files: files.map((file) => sharedFile(file, account)) },
      ...{ upload: false, user: account, display_as_bot: false, ts: '1770000200.000100', client_msg_id: unique() },
      ...{ channel, event_ts: '1770000200.000100', channel_type: 'im', blocks: [] },
    },
    id,
  );
};

/** A picture in a message, which has its thumbnails besides. */
const sharedFile = (file: Sent, account: string) => ({
  ...{ ...wholeFile(file), user: account, pretty_type: 'PNG', editable: false, external_type: '' },
  ...{ public_url_shared: false, display_as_bot: false, username: '', media_display_type: 'unknown' },
  ...{
    original_w: 1280,
    original_h: 720,
    thumb_360: 'https://files.slack.com/files-tmb/360.png',
    thumb_tiny: 'AwAbADA',
  },
  ...{ thumb_360_w: 360, thumb_360_h: 203, has_rich_preview: false, file_access: 'visible' },
  permalink: `https://northwind.slack.com/files/${account}/${file.id}/${file.name}`,
  permalink_public: `https://slack-files.com/${TEAM}-${file.id}-0`,
});

export const homeOpened = (account: string, tab = 'home') =>
  event({
    type: 'app_home_opened',
    user: account,
    channel: `D${account.slice(1)}`,
    tab,
    event_ts: '1770000300.000100',
  });
