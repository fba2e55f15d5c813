/** The fixed vocabularies of a case: what a mention can be, and how it can end. */

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CATEGORIES = [
  'complaint',
  'question',
  'rumour',
  'defamation',
  'impersonation',
  'leak',
  'safety',
  'colleague',
  'praise',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const MEDIA = [
  'weibo',
  'wechat',
  'zhihu',
  'douyin',
  'xiaohongshu',
  'bilibili',
  'tieba',
  'dianping',
  'x',
  'facebook',
  'instagram',
  'linkedin',
  'youtube',
  'reddit',
  'google',
  'news',
  'other',
] as const;
/** Where a post appeared ('google' is Google reviews). */
export type Media = (typeof MEDIA)[number];

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const REACHES = ['small', 'medium', 'large'] as const;
export type Reach = (typeof REACHES)[number];

export const CAUSES = [
  'product',
  'service',
  'price',
  'delivery',
  'staff',
  'privacy',
  'safety',
  'employment',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

export const RISKS = ['none', 'trust', 'legal', 'privacy', 'safety', 'employment'] as const;
export type Risk = (typeof RISKS)[number];

export const VERDICTS = ['true', 'partly', 'false', 'unknown'] as const;
/** What verification found of a claim that the post makes (K6). */
export type Verdict = (typeof VERDICTS)[number];

export const REPLY_KINDS = ['reply', 'clarification', 'apology', 'holding', 'thanks', 'private'] as const;
/** `holding`, `thanks` and `private` (an invitation to talk in private) assert nothing, so the facts gate lets them pass. */
export type ReplyKind = (typeof REPLY_KINDS)[number];
export const assertsNothing = (kind: ReplyKind): boolean =>
  kind === 'holding' || kind === 'thanks' || kind === 'private';

export const EFFECTS = ['solved', 'quieter', 'unchanged', 'worse'] as const;
export type Effect = (typeof EFFECTS)[number];

export const DISMISSALS = ['not_about_us', 'duplicate', 'no_answer_needed', 'spam', 'cannot_verify', 'other'] as const;
export type Dismissal = (typeof DISMISSALS)[number];

export const REOPENINGS = ['new_information', 'problem_returned', 'closed_by_mistake', 'other'] as const;
export type Reopening = (typeof REOPENINGS)[number];
