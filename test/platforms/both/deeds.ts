/** What people do at random on two platforms: they report, press any button of any card before them, and fill in what opens. */

import { buttonsIn as slackButtons } from '#test/platforms/slack/hands.ts';
import { command, pressed, submission } from '#test/platforms/slack/payloads.ts';
import { invokes, says } from '#test/platforms/teams/activities.ts';
import { buttonsIn as teamsButtons } from '#test/platforms/teams/hands.ts';
import type { Dice } from '#test/road/dice.ts';
import { type Both, SLACK, SLACKERS, TEAMERS, TEAMS } from './house.ts';
import { marksFor } from './texts.ts';

/** Of whom most is asked comes most often: whoever reports presses little. */
const turn = (luck: Dice): number => luck.one([0, 1, 1, 1, 2, 2, 3]) ?? 0;
const report = (luck: Dice) => `https://weibo.com/1234567/N${luck.roll(8)} the lid does not close, ${luck.roll(1000)}`;

/** Mostly the step that the card offers first, else any. */
const nextOf = <T>(buttons: readonly T[], luck: Dice): T | undefined =>
  luck.often(65) ? buttons[0] : luck.one(buttons);

/** One deed in Slack; resolves when it was answered and, where a form opened, that one was sent. */
export async function inSlack({ left, postSlack }: Both, luck: Dice): Promise<void> {
  const who = SLACKERS[turn(luck)] ?? SLACKERS[0];
  const respond = `${left.url}/respond/1`;
  if (who.roles.length === 0 || luck.often(5)) {
    await postSlack(command(who.id, '/report', report(luck), { respond }));
    return;
  }
  const own = `D${who.id.slice(1)}`;
  const message = luck.one([...left.at(SLACK), ...left.at(own).slice(-6)]);
  const button = nextOf(slackButtons(message?.blocks), luck);
  if (!message || !button) return;
  const shown = left.next(({ method }) => ANSWERS.includes(method));
  const before = left.views.length;
  await postSlack(pressed(who.id, button, { respond, channel: message.channel }));
  if (!button.action_id.startsWith('open ')) return;
  await shown;
  const view = left.views[before];
  if (view) await postSlack(submission(who.id, view, marksFor(luck)));
}

/** By which of its calls somebody sees what came of a button that opens a form. */
const ANSWERS = ['views.open', 'views.push', 'response_url', 'chat.postEphemeral'];

/** One deed in Teams, likewise. */
export async function inTeams({ right, postTeams }: Both, luck: Dice): Promise<void> {
  const who = TEAMERS[turn(luck)] ?? TEAMERS[0];
  if (who.roles.length === 0 || luck.often(5)) {
    await postTeams(says(who, `上报 ${report(luck)}`));
    return;
  }
  const message = luck.one([...right.at(TEAMS), ...right.at(`a:${who.aad}`).slice(-6)]);
  const button = nextOf(teamsButtons(message?.card), luck);
  if (!message || !button) return;
  const channel = message.conversation === TEAMS ? TEAMS : undefined;
  const { type, verb, data } = button;
  if (type === 'Action.Execute') {
    await postTeams(invokes(who, 'adaptiveCard/action', { action: { type, verb, data } }, channel));
    return;
  }
  const { body } = await postTeams(invokes(who, 'task/fetch', { data }, channel));
  const card: unknown = JSON.parse(body || '{}')?.task?.value?.card?.content;
  const submit = teamsButtons(card).find((one) => one.data['verb'] === 'submit');
  if (!submit) return;
  const typed = Object.entries(marksFor(luck)).map(([name, value]) =>
    typeof value === 'boolean' ? [`is.${name}`, String(value)] : [`in.${name}`, value],
  );
  const sent = { ...submit.data, ...standing(card), ...Object.fromEntries(typed) };
  await postTeams(invokes(who, 'task/submit', { data: sent }, channel));
}

/** What stands in the inputs of a form as it is shown. */
function standing(card: unknown): { readonly [id: string]: unknown } {
  const { body = [] } = card as { readonly body?: readonly { type: string; id?: string; value?: unknown }[] };
  return Object.fromEntries(
    body.flatMap(({ type, id, value }) => (type.startsWith('Input.') && id ? [[id, value ?? '']] : [])),
  );
}
