/** Nothing new unread: what arrived after the draft stops submit and approve once. */
import { describe, expect, test } from 'vitest';
import type { Refusal } from '#src/core/refused.ts';
import {
  another,
  approve,
  type CaseStory,
  claimed,
  corrected,
  does,
  draft,
  drafted,
  fact,
  given,
  inReview,
  joined,
  mention,
  reported,
  submit,
  submitted,
  verified,
} from './stories.ts';

const news = (more: object): Partial<Refusal> & { code: 'case_news' } => ({ code: 'case_news', ...more });
/** The number of the newest mention's event. */
const newest = ({ state }: CaseStory): number => (state.status === 'none' ? -1 : (state.mentions.at(-1)?.event ?? -1));

describe('a mention that arrived after the draft was written', () => {
  const before = [reported, claimed, verified, drafted(), joined('ed')];

  test('stops the submission once, and the refusal shows it', () => {
    const story = given(...before);
    const upTo = newest(story);
    story.when('rita', submit(story)).isRefused(news({ news: { mentions: [{ id: 'mention-2' }], facts: [], upTo } }));
    story.when('rita', { ...submit(story), acknowledged: upTo }).yieldsTypes('submitted');
  });

  test('stops the approver, too: they have not read it', () => {
    const story = given(...before).when('rita', { type: 'submit', version: 1, acknowledged: 99 });
    story.when('ada', approve(story)).isRefused(news({}));
    story.when('ada', { ...approve(story), acknowledged: newest(story) }).yieldsTypes('approved');
  });

  test('stops again when yet another arrives', () => {
    const story = given(...before);
    const more = joined('ed', another({ id: 'mention-3', key: 'link:c' }))(story);
    more
      .when('rita', { ...submit(more), acknowledged: newest(story) })
      .isRefused(news({ news: { mentions: [{ id: 'mention-3' }], facts: [], upTo: newest(more) } }));
  });

  test('does not stop the one who brought it', () => {
    const story = given(reported, claimed, verified, drafted(), joined('rita'));
    story.when('rita', submit(story)).yieldsTypes('submitted');
  });

  test('does not stop a draft written since', () => {
    const story = given(...before, drafted('rita', { text: 'To both of you: sorry.' }));
    story.when('rita', submit(story)).yieldsTypes('submitted');
  });

  test('does not give away who reported it and asked not to be named', () => {
    const story = given(reported, claimed, verified, drafted(), joined('ed', another({ hidden: true })));
    story
      .when('rita', submit(story))
      .isRefused(
        news({ news: { mentions: [{ id: 'mention-2', reportedBy: 'withheld' }], facts: [], upTo: newest(story) } }),
      );
  });
});

describe('a fact that was recorded after the draft was written', () => {
  const second = does('rob', fact({ fact: 'fact-2', claim: 'The cup was dirty' }));

  test('stops the submission once', () => {
    const story = given(reported, claimed, verified, drafted(), second);
    story.when('rita', submit(story)).isRefused(news({}));
    story.when('rita', { ...submit(story), acknowledged: 99 }).yieldsTypes('submitted');
  });

  test('stops the approver once', () => {
    const story = given(...inReview, second);
    story.when('ada', approve(story)).isRefused(news({}));
    story.when('ada', { ...approve(story), acknowledged: 99 }).yieldsTypes('approved');
  });
});

describe('a draft begun on an older card', () => {
  test('has not read what came while it was being written', () => {
    const story = given(reported, claimed, verified, joined('ed'));
    const drafted = story.when('rita', draft(story), { seen: 2 });
    drafted.when('rita', submit(drafted)).isRefused(news({}));
  });

  test('rests on the fact that its author recorded along with it, for the approver, too', () => {
    const fresh = given(reported, claimed);
    const story = fresh.when('rita', fact(), { seen: 1 });
    const ready = given(() => story.when('rita', draft(story), { seen: 1 }), submitted);
    ready.when('ada', approve(ready)).yieldsTypes('approved');
  });
});

test('nothing else is news: another reporter of the same post, a correction, a note', () => {
  const story = given(
    ...[reported, claimed, verified, drafted(), joined('ed', mention())],
    ...[corrected('rob', 'medium'), does('rob', { type: 'note', text: 'called the shop' })],
  );
  story.when('rita', submit(story)).yieldsTypes('submitted');
  expect(story.state).toMatchObject({ reporters: [{ person: 'eve' }, { person: 'ed' }] });
});
