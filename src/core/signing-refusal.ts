/** What is refused about policies, campaigns and signatures: worded together, because people meet them together. */
import type { CampaignRefusal } from './campaign/refusal.ts';
import type { PolicyRefusal } from './policy/refusal.ts';
import type { SignatureRefusal } from './signer/refusal.ts';

export type SigningRefusal = PolicyRefusal | CampaignRefusal | SignatureRefusal;

export const isSigningRefusal = <R extends { readonly code: string }>(refusal: R): refusal is R & SigningRefusal =>
  /^(?:policy|campaign|signature)_/.test(refusal.code);
