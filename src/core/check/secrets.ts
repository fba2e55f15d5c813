/** Secrets in a text (K20): keys, tokens, passwords, and the marks and addresses of what is internal. */
import { outermost, type Pattern, type Span, spansOf } from './span.ts';

export type SecretKind = 'key' | 'password' | 'internal';

/** Keys whose makers gave them a shape. Upper and lower case matter, so these read the text as it is. */
const KEYS: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?:[^-]|-(?!----END ))*(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bLTAI[0-9A-Za-z]{12,24}\b/g,
  /\bAKID[0-9A-Za-z]{13,40}\b/g,
  /\bAIza[\w-]{35}/g,
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[\w-]{20,}/g,
  /\b(?:gh[opsur]_[0-9A-Za-z]{30,}|github_pat_\w{22,}|glpat-[\w-]{20,}|npm_[0-9A-Za-z]{30,})/g,
  /\bxox[abeprs]-[\w-]{10,}|\bxapp-[\w-]{10,}/g,
  /(?<![\w-])eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/g,
  /\bhooks\.slack\.com\/services\/[\w/]{20,}/g,
  /\b[Bb]earer [\w.~+/-]{20,}=*/g,
  /(?<=:\/\/)[^\s/@:]{1,64}:[^\s/@]{1,64}(?=@[\w.-])/g,
];

/** Words that follow “password:” in a sentence about passwords. */
const PROSE =
  /^(?:required|reset|changed|wrong|forgotten|forgot|protected|please|none|null|invalid|expired|incorrect|https?:.*)$/;

/** A value after a colon: anything with a digit or sign in it, or one lone word that no sentence goes on from. */
const NAME =
  'password|passwd|passcode|pwd|passphrase|secret key|secret|api[ _-]?key|access[ _-]?key|access[ _-]?token|token|密码|口令|密钥|秘钥|令牌';

const patterns: readonly Pattern<SecretKind>[] = [
  {
    kind: 'password',
    looks: new RegExp(
      `(?:${NAME}) ?[:=] ?["'\`]?(?<it>(?=[a-z]{0,63}[^a-z\\s])[!-~]{4,400}|[a-z]{4,64}(?= ?(?:$|[^!-~ ])))`,
      'dg',
    ),
    holds: (value) => !value.startsWith('[') && !PROSE.test(value.replace(/[.,;!?'")]+$/, '')),
    alsoInLinks: true,
  },
  {
    kind: 'password',
    looks: new RegExp(`(?:${NAME}) ?(?:is|是|为) ?["'\`]?(?<it>(?=[!-~]{0,63}\\d)(?!\\[)[!-~]{6,400})`, 'dg'),
  },
  {
    kind: 'password',
    looks: /(?:验证码|verification code|one-time code|otp) ?(?:[:=]|is|是|为) ?(?<it>\d{4,8})(?!\d)/dg,
  },
  {
    kind: 'internal',
    looks:
      /[[(【〔](?:内部|机密|绝密|秘密|internal|confidential|secret)[\])】〕]|(?:机密|绝密|秘密)[★☆]|严禁外传|请勿外传|仅供内部(?:使用|参考|传阅)?|\b(?:for )?internal use only\b|\bdo not distribute\b/dg,
  },
  {
    kind: 'internal',
    looks:
      /(?<![\w.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\w]|\.\d)|(?<![\w.-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:internal|corp|intranet|lan)\b/dg,
    alsoInLinks: true,
  },
];

/** Every secret, in order of place. */
export function secrets(text: string): readonly Span<SecretKind>[] {
  const keys = KEYS.flatMap((looks) =>
    [...text.matchAll(looks)].map(
      ({ 0: key, index }): Span<SecretKind> => ({ kind: 'key', at: [index, index + key.length] }),
    ),
  );
  return outermost([...keys, ...spansOf(text, patterns)]);
}
