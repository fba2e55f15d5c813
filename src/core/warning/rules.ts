/** What a company decides about early warnings (K14). */

/** How soon the desk speaks up. */
export const SENSITIVITIES = ['calm', 'normal', 'alert'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** The last hour against the twelve before, or the last day against the fortnight before. */
export const WINDOWS = ['hour', 'day'] as const;
export type Window = (typeof WINDOWS)[number];

/** What one window must show before it counts as a surge. Every condition must hold. */
export type Threshold = {
  /** Fewer mentions are never a surge, however rare they are otherwise. */
  readonly least: number;
  /** At least so many times what is usual. */
  readonly times: number;
};

export type WarningRules = {
  readonly sensitivity: Sensitivity;
  readonly levels: Readonly<
    Record<
      Sensitivity,
      Readonly<Record<Window, Threshold>> & {
        /** Chance alone would bring it about once in so many looks. */ readonly oneIn: number;
      }
    >
  >;
  /** Hours for which a topic that somebody called no surge stays quiet, unless it doubles. */
  readonly quietHours: number;
};
