/** The part of Adaptive Cards 1.5 that we write, so that the compiler checks what we send. */

type Color = 'accent' | 'attention';
export type ContainerStyle = 'emphasis' | 'good' | 'warning' | 'attention';
type Spacing = 'none' | 'small' | 'medium' | 'large';

export type TextRun = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: 'small' | 'large';
  readonly weight?: 'bolder';
  readonly italic?: true;
  readonly isSubtle?: true;
  readonly color?: Color;
  readonly selectAction?: OpenUrl;
};

type Placed = {
  readonly id?: string;
  readonly separator?: true;
  readonly spacing?: Spacing;
  readonly isVisible?: false;
};

export type RichTextBlock = Placed & { readonly type: 'RichTextBlock'; readonly inlines: readonly TextRun[] };
export type Container = Placed & {
  readonly type: 'Container';
  readonly style?: ContainerStyle;
  readonly items: readonly Element[];
};
export type Image = Placed & {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  /** Pixels; the platform scales a larger picture down to the card. */
  readonly width?: string;
  readonly selectAction?: OpenUrl;
};
type Column = { readonly type: 'Column'; readonly width: string; readonly items: readonly Element[] };
export type ColumnSet = Placed & { readonly type: 'ColumnSet'; readonly columns: readonly Column[] };
export type ActionSet = Placed & { readonly type: 'ActionSet'; readonly actions: readonly Action[] };

export type Choice = { readonly title: string; readonly value: string };
export type InputElement = Placed & { readonly id: string } & (
    | {
        readonly type: 'Input.Text';
        readonly label: string;
        readonly isMultiline?: true;
        readonly placeholder?: string;
        readonly value?: string;
        /** Ours: the host puts an input for files here, and their digests, parted by commas, into the value. */
        readonly files?: { readonly accept: readonly string[]; readonly most: number; readonly maxBytes: number };
      }
    | {
        readonly type: 'Input.ChoiceSet';
        readonly label: string;
        readonly style: 'compact' | 'expanded';
        readonly choices: readonly Choice[];
        readonly wrap?: true;
        readonly placeholder?: string;
        readonly value?: string;
      }
    | { readonly type: 'Input.Toggle'; readonly title: string; readonly wrap: true; readonly value: 'true' | 'false' }
    | { readonly type: 'Input.Date'; readonly label: string; readonly value?: string }
  );

export type Element = RichTextBlock | Image | Container | ColumnSet | ActionSet | InputElement;

type Look = { readonly title: string; readonly style?: 'positive' | 'destructive' };
/** What comes back on a click; plain JSON. */
export type Data = { readonly [key: string]: string | { readonly [key: string]: string } };

type OpenUrl = { readonly type: 'Action.OpenUrl'; readonly title?: string; readonly url: string };
type Execute = Look & {
  readonly type: 'Action.Execute';
  readonly verb: string;
  readonly data: Data;
  readonly associatedInputs?: 'none';
};
type Submit = Look & {
  readonly type: 'Action.Submit';
  readonly data: Data;
  readonly associatedInputs?: 'none';
};
type ToggleVisibility = Look & {
  readonly type: 'Action.ToggleVisibility';
  readonly targetElements: readonly { readonly elementId: string; readonly isVisible: boolean }[];
};
export type Action = OpenUrl | Execute | Submit | ToggleVisibility;

/** By which these users' clients fetch a view of their own; at most 60 of them. */
export type Refresh = { readonly action: Execute; readonly userIds: readonly string[] };

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: 'en' | 'zh-CN';
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly refresh?: Refresh;
};
