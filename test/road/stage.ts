/** The whole house with everything that anybody is shown written down: replies, and each version of each card. */
import type { Address, Reply } from '#src/platforms/platform.ts';
import type { Button, Card } from '#src/view/card.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { buttonsOf, CHANNEL, house } from '#test/house.fixture.ts';
import type { Does } from './crowd.ts';

/** Something that somebody was shown: an answer to them, or a card at their address or in the channel. */
export type Sight = {
  readonly to: string;
  readonly shown: Reply | Card;
  readonly deed: number;
  /** Of a card: which message it is, and whether it is its first version. */
  readonly message?: { readonly ref: string; readonly first: boolean };
};

/** Everybody in the house. */
export const ACCOUNTS = ['emma', 'mei', 'rita', 'rob', 'ada', 'amy', 'lea', 'lei', 'hana', 'max'] as const;
/** How many answers somebody keeps on the screen. */
const KEPT = 4;

class Watched extends FakePlatform {
  readonly watch: (to: string, card: Card, message: { ref: string; first: boolean }) => void;
  constructor(watch: Watched['watch']) {
    super();
    this.watch = watch;
  }
  override async send(to: Address, card: Card, key: string): Promise<string> {
    const ref = await super.send(to, card, key);
    this.watch(to.id, card, { ref, first: true });
    return ref;
  }
  override update(to: Address, ref: string, card: Card): Promise<string> {
    this.watch(to.id, card, { ref, first: false });
    return super.update(to, ref, card);
  }
}

export type Stage = Awaited<ReturnType<typeof stage>>;

/** Time stands still but for `pass`, so that two runs of one script agree on it. */
export async function stage() {
  const sights: Sight[] = [];
  const screens = new Map<string, readonly Card[]>();
  let deed = 0;
  const whole = await house({ chat: new Watched((to, shown, message) => sights.push({ to, shown, deed, message })) });

  async function acts(account: string, what: Does): Promise<Reply> {
    deed += 1;
    const at = '2026-03-02T01:00:00.000Z';
    const reply = await whole.receive({ cause: `deed/${deed}`, platform: 'slack', account, at, does: what });
    sights.push({ to: account, shown: reply, deed });
    if ('card' in reply) screens.set(account, [...(screens.get(account) ?? []), reply.card].slice(-KEPT));
    await whole.settled();
    return reply;
  }

  const rolesOf = (account: string) => whole.desk.people.ofAccount('slack', account)?.roles ?? [];
  const cardsAt = (address: string) =>
    whole.chat.messages.filter((message) => message.address === address).map(({ card }) => card);
  /** Everything that somebody could press. Whoever has a role reads the channel. */
  const buttonsFor = (account: string): readonly Button[] =>
    [
      ...(rolesOf(account).length > 0 ? cardsAt(CHANNEL) : []),
      ...cardsAt(account),
      ...(screens.get(account) ?? []),
    ].flatMap(buttonsOf);
  return { ...whole, sights, acts, rolesOf, cardsAt, buttonsFor, deed: () => deed };
}
