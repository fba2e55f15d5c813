/** What was published, when, where, and whether it was what was approved (K7, K10). */
import { describe, expect, test } from 'vitest';
import { requireStatus } from '#src/core/case/now.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { days, hours, minutes } from '#test/given.ts';
import {
  answered,
  approve,
  approvedBy,
  claimed,
  close,
  digestOf,
  dismiss,
  does,
  drafted,
  given,
  held,
  holding,
  inReview,
  inReviewAs,
  publish,
  published,
  reported,
  reportedAs,
  submitted,
  verified,
} from './stories.ts';

const approved = [...inReview, approvedBy('ada')];
const settle = (digest: string) => ({ type: 'settle', digest, note: 'A typing error, left standing' }) as const;

describe('a publication', () => {
  test('records where, which account, link and time, and that it is what was approved', () => {
    const story = given(...approved);
    const command = publish(story);
    story.when('rita', command).yields({
      ...{ type: 'published', digest: digestOf(story), media: 'weibo', publishedAt: command.publishedAt },
      ...{ asApproved: true, final: true, late: false },
      private: {
        account: 'Our official account',
        link: 'https://weibo.com/1/reply',
        text: 'Thank you for telling us. The tea was cold; we are sorry.',
      },
    });
  });

  test('needs an approval', () => {
    const story = given(...inReview);
    story.when('rita', publish(story)).isRefused({ code: 'case_not_now', status: 'review' });
  });

  test('needs the digest that was approved', () => {
    const story = given(...approved);
    story.when('rita', publish(story, { digest: 'other' })).isRefused({ code: 'case_text_changed' });
  });

  test('needs the role', () => {
    const story = given(...approved);
    story.when('eve', publish(story)).isRefused({ code: 'case_needs_role', step: 'publish' });
  });

  test('needs a web link, except for what was said in private', () => {
    const story = given(...approved);
    for (const link of ['', 'javascript:alert(1)', 'file:///etc/passwd', 'see above'])
      story.when('rita', publish(story, { link })).isRefused({ code: 'case_link_bad', field: 'link' });
    const quiet = given(reported, claimed, drafted('rita', { kind: 'private' }), submitted, approvedBy('ada'));
    quiet.when('rita', publish(quiet, { link: '' })).yieldsTypes('published');
    quiet.when('rita', publish(quiet, { link: 'javascript:alert(1)' })).isRefused({ code: 'case_link_bad' });
  });

  test('cannot lie in the future, beyond what clocks differ by', () => {
    const story = given(...approved);
    story.when('rita', publish(story, { publishedAt: hours(3) })).isRefused({ code: 'case_time_future' });
    story.when('rita', publish(story, { publishedAt: minutes(9) })).yieldsTypes('published');
  });

  test('once recorded is not recorded again', () => {
    const before = given(...approved);
    const story = given(...approved, published());
    story.when('rob', publish(before)).isRefused({ code: 'case_not_now', status: 'published', by: 'rita' });
  });

  test('is weighed by the rules of the day: the company may have come to ask for more', () => {
    const story = given(...approved);
    const two = { ...rules.approvals, low: { count: 2, leader: true } };
    story
      .when('rita', publish(story), { rules: { ...rules, approvals: two } })
      .isRefused({ code: 'case_needs_leader' });
  });
});

describe('the first answer', () => {
  const late = { publishedAt: hours(5), at: hours(5) };

  test('is late after the due time, by the time it was published', () => {
    const story = given(...inReviewAs('high'), approvedBy('lea'));
    const command = publish(story, { publishedAt: late.publishedAt });
    expect(story.when('rita', command, { at: late.at }).state).toMatchObject({ answered: { late: true } });
    const recordedLate = story.when('rita', publish(story), { at: late.at });
    expect(recordedLate.state).toMatchObject({ answered: { late: false } });
  });

  test('may be a holding statement; what follows it in its own time is not late', () => {
    const story = given(reportedAs('medium'), claimed, verified, ...held);
    expect(story.state).toMatchObject({ status: 'working', answered: { late: false } });
    const after = given(() => story, drafted(), submitted);
    const approved = after.when('ada', approve(after), { at: days(2) });
    const [event] = approved.when('rita', publish(approved)).events;
    expect(event).toMatchObject({ type: 'published', late: false, final: true });
    const first = requireStatus(story.state, 'working').answered;
    expect(approved.when('rita', publish(approved)).state).toMatchObject({ answered: first });
  });

  test('that is a holding statement leaves the case at work', () => {
    const story = given(reported, claimed, drafted('rita', holding), submitted, approvedBy('ada'));
    expect(story.when('rita', publish(story)).state).toMatchObject({ status: 'working', owner: 'rita' });
  });
});

describe('a deviation', () => {
  const deviating = (more: Parameters<typeof publish>[1]) => {
    const story = given(...approved);
    return story.when('rita', publish(story, more));
  };

  test('is other words than approved, and keeps them', () => {
    expect(deviating({ changedText: 'Sory!' }).state).toMatchObject({
      publications: [{ deviation: { text: 'Sory!' } }],
    });
  });

  test('is another account or platform than approved', () => {
    expect(deviating({ account: 'My own account' }).state).toHaveProperty('publications.0.deviation');
    expect(deviating({ media: 'x' }).state).toHaveProperty('publications.0.deviation');
  });

  test('is what went out before it was approved', () => {
    const story = given(...inReview).when('ada', approve(given(...inReview)), { at: hours(2) });
    const early = story.when('rita', publish(story, { publishedAt: hours(1) }), { at: hours(3) });
    expect(early.state).toHaveProperty('publications.0.deviation');
    const rounded = story.when('rita', publish(story, { publishedAt: minutes(-1, hours(2)) }), { at: hours(3) });
    expect(rounded.state).not.toHaveProperty('publications.0.deviation');
  });

  test('is not the same words with other space around them', () => {
    expect(
      deviating({ changedText: 'Thank you for telling us. The tea was cold; we are sorry.\n' }).state,
    ).not.toHaveProperty('publications.0.deviation');
  });

  test('is settled by a leader', () => {
    const story = deviating({ changedText: 'Sory!' });
    const digest = digestOf(given(...approved));
    story.when('ada', settle(digest)).isRefused({ code: 'case_needs_role', step: 'settle', need: ['leader'] });
    const settled = story.when('lea', settle(digest));
    expect(settled.state).toMatchObject({ publications: [{ deviation: { settled: { by: 'lea' } } }] });
    settled.when('leo', settle(digest)).yields();
  });

  test('is not settled by the one who published it', () => {
    const story = given(...approved);
    story
      .when('lea', publish(story, { changedText: 'Sory!' }))
      .when('lea', settle(digestOf(story)))
      .isRefused({ code: 'case_own_deviation' });
  });

  test('that is none cannot be settled', () => {
    given(...approved, published())
      .when('lea', settle('none'))
      .isRefused({ code: 'case_deviation_none' });
  });

  test('stands in the way of closing', () => {
    const story = deviating({ changedText: 'Sory!' });
    story.when('rita', close).isRefused({ code: 'case_deviation_open' });
    story
      .when('lea', settle(digestOf(given(...approved))))
      .when('rita', close)
      .yieldsTypes('closed');
  });

  test('of a holding statement stands in the way of dismissing and merging', () => {
    const calm = [reported, claimed, drafted('rita', holding), submitted, approvedBy('ada')];
    const story = given(...calm, published({ changedText: 'No comment.' }));
    story.when('rita', dismiss).isRefused({ code: 'case_deviation_open' });
    const into = { id: 'a', number: 'RM-1', openedAt: minutes(-9), confidential: false, concerns: [], open: true };
    story.when('rita', { type: 'merge', into, self: 'b' }).isRefused({ code: 'case_deviation_open' });
  });

  test('of the same text can come twice, and each is settled', () => {
    const again = [drafted('rita', holding), submitted, approvedBy('ada'), published({ changedText: 'No comment.' })];
    const first = given(reported, claimed, drafted('rita', holding), submitted, approvedBy('ada'));
    const digest = digestOf(first);
    const twice = given(() => first, published({ changedText: 'Hm.' }), does('lea', settle(digest)), ...again);
    const settled = twice.when('leo', settle(digest));
    settled.yieldsTypes('deviationSettled');
    expect(settled.state).toMatchObject({
      publications: [{ deviation: { settled: { by: 'lea' } } }, { deviation: { settled: { by: 'leo' } } }],
    });
  });
});

describe('the effect review', () => {
  test('falls due some days after an answer, not for a low case, not for a holding statement', () => {
    const { publications, effectDue } = requireStatus(given(...answered).state, 'published');
    expect(effectDue).toBe(days(3, publications[0]?.publishedAt));
    expect(given(...approved, published()).state).not.toHaveProperty('effectDue');
    expect(given(reportedAs('medium'), claimed, ...held).state).not.toHaveProperty('effectDue');
  });
});
