/** What the rules of somebody's signatures refuse. */
export type SignatureRefusal =
  | { readonly code: 'signature_not_asked' }
  /** The campaign is over; nothing is to be signed any more. */
  | { readonly code: 'signature_withdrawn' }
  /** A new version came out while they were reading. */
  | { readonly code: 'signature_text_changed' }
  | { readonly code: 'signature_no_consent'; readonly field: string }
  /** `name` is what the desk knows them by. */
  | { readonly code: 'signature_name_differs'; readonly field: string; readonly typed: string; readonly name: string };
