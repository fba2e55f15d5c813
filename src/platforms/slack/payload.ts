/** What Slack sends, as far as we read it. It is signed, yet its shape is checked before anything is believed. */
import { z } from 'zod';

const id = z.string().min(1).max(255);
const team = z.object({ id, domain: z.string().optional() }).nullish();
const user = z.object({ id, team_id: id.optional() });
const enterprise = z.object({ id }).nullish();
const origin = { team, user, enterprise, is_enterprise_install: z.boolean().optional() };

export const command = z.object({
  command: z.string().regex(/^\/\S+$/),
  text: z.string().default(''),
  user_id: id,
  channel_id: id,
  team_id: id.optional(),
  enterprise_id: id.optional(),
  trigger_id: id,
  response_url: z.string(),
});

const chosen = z.object({ value: z.string() });
/** A file as an input or a message carries it: what Slack says of it is a claim until it was fetched. */
const sentFile = z.object({
  id,
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nonnegative().nullish(),
});
/** Apps write these, so that one of another shape is passed over, and the message is read all the same. */
const words = z.string().nullish().catch(undefined);
const attachment = z.object({
  ...{ pretext: words, title: words, title_link: words, text: words, fallback: words, from_url: words },
  /** Somebody forwarded a message: this is it. */
  is_share: z.boolean().nullish().catch(undefined),
});
const written = {
  text: z.string().nullish(),
  blocks: z.array(z.unknown()).nullish().catch(undefined),
  attachments: z.array(attachment).nullish().catch(undefined),
};
export type Written = z.infer<z.ZodObject<typeof written>>;

const element = z.object({
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  files: z.array(sentFile).nullish(),
});
export type SentFile = z.infer<typeof sentFile>;
const state = z.record(z.string(), z.record(z.string(), element));
export type StateValues = z.infer<typeof state>;

const view = z.object({
  id,
  type: z.enum(['modal', 'home', 'workflow_step']),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  hash: z.string().default(''),
  root_view_id: id.nullish(),
  previous_view_id: id.nullish(),
});
export type SentView = z.infer<typeof view>;

export const blockActions = z.object({
  ...origin,
  type: z.literal('block_actions'),
  trigger_id: id,
  response_url: z.string().optional(),
  container: z
    .object({ type: z.string(), is_ephemeral: z.boolean().optional(), thread_ts: z.string().nullish() })
    .optional(),
  channel: z.object({ id }).nullish(),
  view: view.nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish() })).min(1),
});

export const viewSubmission = z.object({
  ...origin,
  type: z.literal('view_submission'),
  trigger_id: id,
  view: z.object({ ...view.shape, state: z.object({ values: state }) }),
});

export const shortcut = z.object({
  ...origin,
  type: z.literal('shortcut'),
  callback_id: z.string(),
  trigger_id: id,
});

export const messageAction = z.object({
  ...origin,
  type: z.literal('message_action'),
  callback_id: z.string(),
  trigger_id: id,
  response_url: z.string().optional(),
  channel: z.object({ id }),
  message_ts: z.string().optional(),
  message: z.object({ ...written, ts: z.string().optional(), thread_ts: z.string().optional() }),
});

export const event = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  /** Read again by its type: nothing of it may be left out here. */
  event: z.looseObject({ type: z.string() }),
});

export const said = z.object({
  ...written,
  user: id.optional(),
  channel: id,
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(sentFile).nullish(),
});

export const homeOpened = z.object({ user: id, tab: z.string().optional() });
export const joined = z.object({ user: id, channel: id, inviter: id.optional() });

/** A user as users.info, users.list and the user events give one. */
export const slackUser = z.object({
  id,
  team_id: id.optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  /** In an organisation of several workspaces, which one a person is of, and where they may be. */
  enterprise_id: id.nullish(),
  enterprise_user: z.object({ enterprise_id: id.nullish(), teams: z.array(z.string()).nullish() }).nullish(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_email_confirmed: z.boolean().optional(),
  name: z.string().optional(),
  real_name: z.string().nullish(),
  locale: z.string().optional(),
  tz: z.string().nullish(),
  profile: z
    .object({
      display_name: z.string().nullish(),
      real_name: z.string().nullish(),
      email: z.string().nullish(),
    })
    .optional(),
});
export type SlackUser = z.infer<typeof slackUser>;
export const userEvent = z.object({ user: slackUser });
