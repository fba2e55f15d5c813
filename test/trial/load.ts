/** Four people who report, join, claim and dismiss as fast as they are answered, and what was answered to each. */
import { randomUUID } from 'node:crypto';
import type { Answered, Asked } from '#src/platforms/console/protocol.ts';
import { behind, type Person, person } from '#test/road/person.ts';
import { speech } from '#test/road/speech.ts';

/** The same cause again is the same deed: whoever got no answer does it again, as platforms do. */
export type Deed = { readonly who: Person; readonly does: Asked['does']; readonly cause: string; answer?: Answered };

const { label } = speech('en');

export type Load = ReturnType<typeof load>;

/** `url` is asked each time, because a desk that was killed comes back elsewhere. */
export function load(url: () => string) {
  const [emma, mei, james] = ['emma', 'mei', 'james'].map((as) => person(url, as)) as [Person, Person, Person];
  const deeds: Deed[] = [];
  const posts: string[] = [];
  let joined = 0;

  async function does(who: Person, what: Asked['does']): Promise<void> {
    const deed: Deed = { who, does: what, cause: randomUUID() };
    deeds.push(deed);
    deed.answer = await who.does(what, { cause: deed.cause });
  }
  const report = (who: Person, post: string) =>
    does(who, { type: 'command', name: 'report', text: `${post} the kettle leaks` });

  async function reports(): Promise<void> {
    const post = `https://weibo.com/1234567/N${randomUUID().slice(0, 8)}`;
    posts.push(post);
    await report(emma, post);
  }
  /** Each post once: whoever reports it again is told again. */
  async function joins(): Promise<void> {
    const post = posts[joined];
    if (post === undefined) return reports();
    joined += 1;
    await report(mei, post);
  }
  async function works(): Promise<void> {
    const news = (await james.reads()).filter(({ place }) => place.kind === 'channel').map(({ card }) => card);
    for (const card of news.slice(-5)) {
      const claim = claimIn(card);
      if (!claim) continue;
      await does(james, claim);
      const args = 'args' in claim ? claim.args : {};
      await does(james, { type: 'submit', form: 'case.dismiss', args, values: { why: 'spam', note: 'seen' } });
    }
  }

  /** Goes on until it is told to stop or nobody answers any more. */
  async function worker(task: () => Promise<void>, going: () => boolean): Promise<void> {
    try {
      while (going()) await task();
    } catch (error) {
      if (going() && !(error instanceof TypeError)) throw error;
    }
  }

  return {
    deeds,
    /** How many were answered so far. */
    answered: () => deeds.filter(({ answer }) => answer !== undefined).length,
    /** Begins; what is returned stops it and waits for the last answers. */
    begin() {
      let going = true;
      const workers = [reports, joins, works].map((task) => worker(task, () => going));
      return async () => {
        going = false;
        await Promise.all(workers);
      };
    },
    /** Does again what was not answered. */
    async again(): Promise<void> {
      for (const deed of deeds)
        if (deed.answer === undefined) deed.answer = await deed.who.does(deed.does, { cause: deed.cause });
    },
  };
}

function claimIn(card: Parameters<typeof behind>[0]): Asked['does'] | undefined {
  try {
    return behind(card, label.claim);
  } catch {
    return undefined;
  }
}
