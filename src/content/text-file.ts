/** A file of content as it was read: its name for people, and its text. */
export type TextFile = { readonly file: string; readonly text: string };

/** `policies/templates/delivery-delay.yaml` → `delivery-delay`. */
export const stem = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\..*$/, '');
