/** Files that people send: what kinds there are, and how one is known while it is on its way and when it is kept. */

export const PICTURES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
/** A picture that every chat shows. */
export type PictureMedia = (typeof PICTURES)[number];
/** What a form may ask for. Recognised by content (recognise.ts), never by a file's name. */
export type FileMedia = PictureMedia | 'application/pdf';

/** What is known of a file wherever it is. `name` was typed by a person; `media` and `size` hold once it is kept. */
type Described = { readonly name: string; readonly media: string; readonly size: number };

/** In the store, under the SHA-256 of its bytes. */
export type KeptFile = Described & {
  readonly digest: string;
  /** Pixels; 0 for what is no picture, or when unknown. */
  readonly width: number;
  readonly height: number;
};
/** Still with the platform on which it was sent; whoever keeps it asks there for `ref` (desk/fetch.ts). */
export type AwaitedFile = Described & { readonly platform: string; readonly ref: string };
export type SentFile = KeptFile | AwaitedFile;

/** Why a file that was awaited never came; `unreachable`: its chat did not give it, however often it was asked. */
export const LOSSES = ['gone', 'forbidden', 'tooLarge', 'notAccepted', 'unreachable'] as const;
export type Loss = (typeof LOSSES)[number];

export const isPicture = (media: string): media is PictureMedia => PICTURES.some((one) => one === media);
export const isKept = (file: SentFile): file is KeptFile => 'digest' in file;
