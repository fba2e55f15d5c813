/** What every platform promises the outbox and the bot, whatever chat it is. */
import { describe, expect, test } from 'vitest';
import type { Address, Interaction, Platform } from '#src/platforms/platform.ts';
import { act, buttons, type Card, file, heading, picture, text } from '#src/view/card.ts';

/** A platform with what a test needs of its far end. */
export type Side = {
  readonly platform: Platform;
  /** Every interaction that came in, in order. */
  readonly seen: readonly Interaction[];
  readonly channel: Address;
  readonly direct: Address;
  /** An address at which there is nothing. */
  readonly nowhere: Address;
  /** What somebody reads at an address, oldest first: all words of each message. */
  reads(at: Address): Promise<readonly string[]>;
  /** The person behind `direct` does this, the way the platform's users do; `id` names it when it is sent twice. */
  types(command: string, text: string, id?: string): Promise<unknown>;
};

const card = (words: string): Card => ({
  summary: words,
  locale: 'en',
  timeZone: 'UTC',
  blocks: [heading(words), text('A small card.'), buttons(act('Go', 'case.claim', { case: 'c1' }))],
});

export function platformContract(name: string, side: () => Promise<Side>): void {
  describe(`${name} keeps the contract of a platform`, () => {
    test('what is sent can be read, in a channel and by a person', async () => {
      const { platform, channel, direct, reads } = await side();
      await platform.send(channel, card('For all'), 'k1');
      await platform.send(direct, card('For one'), 'k2');
      expect(await reads(channel)).toEqual([expect.stringContaining('For all')]);
      expect(await reads(direct)).toEqual([expect.stringContaining('For one')]);
    });

    test('an edit changes the message and keeps its place', async () => {
      const { platform, channel, reads } = await side();
      const ref = await platform.send(channel, card('First'), 'k1');
      await platform.send(channel, card('Second'), 'k2');
      const now = await platform.update(channel, ref, card('First, edited'));
      await platform.update(channel, now, card('First, edited again'));
      expect(await reads(channel)).toEqual([
        expect.stringContaining('First, edited again'),
        expect.stringContaining('Second'),
      ]);
    });

    test('a delivery is found by its key where it was sent, and nowhere else, or nobody can look', async () => {
      const { platform, channel, direct } = await side();
      const ref = await platform.send(channel, card('One'), 'k1');
      const found = await platform.find(channel, 'k1');
      expect(['cannot', ref]).toContain(found);
      expect(await platform.find(channel, 'k2')).toBe(found === 'cannot' ? 'cannot' : undefined);
      expect([undefined, 'cannot']).toContain(await platform.find(direct, 'k1'));
    });

    test('a place or a message that is not there is gone', async () => {
      const { platform, channel, nowhere } = await side();
      const gone = { name: 'DeliveryFault', why: 'gone' };
      await expect(platform.send(nowhere, card('x'), 'k')).rejects.toMatchObject(gone);
      const ref = await platform.send(channel, card('x'), 'k1');
      await expect(platform.update(channel, `${ref}9`, card('x'))).rejects.toMatchObject(gone);
    });

    test('an interaction says who, where and what, and the same one twice has one cause', async () => {
      const { platform, seen, direct, types } = await side();
      await types('report', 'one <!channel> & two', 'a');
      await types('report', 'one <!channel> & two', 'a');
      await types('report', 'three', 'b');
      expect(seen[0]).toMatchObject({
        platform: platform.name,
        account: direct.id,
        does: { type: 'command', name: 'report', text: expect.stringMatching(/^one .*channel.* & two$/) },
      });
      const causes = seen.map(({ cause }) => cause);
      expect(new Set(causes).size).toBe(2);
      expect(causes[0]).not.toBe(causes.at(-1));
      expect(causes[0]).toMatch(/./);
    });

    test('pictures and files whose bytes are gone are told in words, and keep no card from arriving', async () => {
      const { platform, channel, reads } = await side();
      const digest = 'd'.repeat(64);
      const lost = [
        picture({ digest, media: 'image/png', alt: 'Cases by week', width: 1, height: 1 }),
        file({ digest, name: 'cases.csv', media: 'text/csv', size: 12 }),
      ];
      await platform.send(channel, { ...card('Figures'), blocks: [heading('Figures'), ...lost] }, 'k1');
      const [shown = ''] = await reads(channel);
      for (const words of ['Figures', 'Cases by week', 'cases.csv']) expect(shown).toContain(words);
    });

    test('a card too large for it arrives all the same, and says that it is shortened', async () => {
      const { platform, channel, reads } = await side();
      const blocks = Array.from({ length: 150 }, () => text('长'.repeat(3000)));
      await platform.send(channel, { ...card('Large'), blocks }, 'k1');
      expect((await reads(channel))[0]).toMatch(/more (?:characters|not shown here)/);
    });
  });
}
