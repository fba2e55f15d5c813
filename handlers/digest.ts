/** The daily digest (K28): it comes to managers and leaders at their hour, and shows any period on demand. */
import { requestOf } from '#src/core/digest/request.ts';
import { due } from '#src/core/subscription/due.ts';
import { type Answer, type Context, type Handler, open } from '#src/handler.ts';
import { glance } from './digest/glance.ts';
import { changed, settingsForm } from './digest/settings.ts';
import { mayReadDigest, requireReader, shown } from './digest/show.ts';
import { digestWants } from './digest/wants.ts';

async function run(ctx: Context, typed: string): Promise<Answer> {
  requireReader(ctx);
  const asked = requestOf(typed);
  switch (asked.type) {
    case 'span':
    case 'days':
      return shown(ctx, asked);
    case 'on':
      return changed(ctx, { type: 'turnOn' });
    case 'off':
      return changed(ctx, { type: 'turnOff' });
    case 'at':
      return changed(ctx, { type: 'setMinute', minute: asked.minute });
    case 'settings':
      return open('digest.settings');
  }
}

export const digest = {
  commands: {
    digest: { usage: (t) => t.digest.usage, group: 'cases', for: mayReadDigest, also: ['日报', '简报'], run },
  },
  actions: {
    'digest.show': (ctx, { of = '' }) => run(ctx, of),
  },
  forms: { 'digest.settings': settingsForm },
  home: glance,
  watch({ desk, clock, outbox }) {
    clock.watch(desk.digests.subscriptions, due(desk.rules));
    outbox.watch(desk.digests.issued, digestWants(desk.rules), () => false);
  },
} satisfies Handler;
