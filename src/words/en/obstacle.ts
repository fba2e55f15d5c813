/** Words about a channel that takes nothing: where, why, what is safe, and what to do. */
import type { Why } from '#src/core/obstacle/obstacle.ts';
import type { ObstacleRefusal } from '#src/core/obstacle/refusal.ts';
import type { Reader } from '#src/view/reader.ts';

const platforms: { readonly [name: string]: string } = { console: 'the console', slack: 'Slack', teams: 'Teams' };
const on = (platform: string): string => platforms[platform] ?? platform;
const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const named = (name: string): string => (name === 'response' ? 'the response channel' : `the channel “${name}”`);

export const obstacle = {
  /** The channels by their names in the settings, and the chat. */
  place: (names: readonly string[], platform: string) => `${and.format(names.map(named))} on ${on(platform)}`,
  blocked: (place: string) => `Nothing arrives in ${place}.`,
  since: 'Since',
  reason: 'Why',
  why: (why: Why, platform: string): string => {
    switch (why) {
      case 'archived':
        return 'The channel is archived.';
      case 'outside':
        return platform === 'teams'
          ? 'Goodword is not installed there.'
          : 'Goodword is not a member of the channel any more.';
      case 'gone':
        return `No such channel is found on ${on(platform)}: it was deleted, or Goodword may not see it.`;
      case 'forbidden':
        return 'Goodword is not allowed to post there.';
      case 'other':
        return `What Goodword posts there is refused by ${on(platform)}. The reason is in the server’s log.`;
    }
  },
  safe: 'Nothing is lost: what belongs there is kept until the channel takes it. Everything else goes on as usual.',
  mend: (why: Why, platform: string): string => {
    const invite = platform === 'teams' ? 'add Goodword to its team' : 'invite Goodword into it';
    switch (why) {
      case 'archived':
        return platform === 'teams'
          ? 'Restore the channel.'
          : 'Take the channel out of the archive and invite Goodword into it again.';
      case 'outside':
        return platform === 'teams'
          ? 'Add Goodword to the team of this channel.'
          : 'Invite Goodword into the channel again.';
      case 'gone':
        return `If the channel still exists, ${invite}.`;
      case 'forbidden':
        return 'Allow Goodword to post in the channel.';
      case 'other':
        return 'Ask whoever runs the server to look into the log.';
    }
  },
  move: (names: readonly string[]) =>
    `Or choose another channel: type ${and.format(names.map((name) => (name === 'response' ? '“desk here”' : `“desk here ${name}”`)))} in it.`,
  again: 'Try again now',
  alone: 'Then press the button. I also try by myself whenever something new is due there.',
  tried: (name: string) => ` · ${name} had me try again; nothing has arrived since.`,
  trying: 'I am trying again. As soon as something arrives there, the card says so.',
  mended: (place: string) => `Messages arrive again in ${place}.`,
  mendedNext: 'What was kept meanwhile is delivered there.',
  moved: (place: string) => `Another channel is now ${place}.`,
  movedNext: 'What was kept meanwhile is delivered there.',
  from: 'Nothing arrived from ',
  until: ' to ',
};

export function obstacleRefusal(r: ObstacleRefusal, _: Reader): string {
  switch (r.code) {
    case 'obstacle_needs_admin':
      return 'Only an administrator can have a channel tried again.';
  }
}
