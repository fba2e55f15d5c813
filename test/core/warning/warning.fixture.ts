/** When an imagined company wants to be warned: the values of policies/desk.yaml. */
import type { WarningRules } from '#src/core/warning/rules.ts';

export const warningRules: WarningRules = {
  sensitivity: 'normal',
  levels: {
    calm: { hour: { least: 10, times: 6 }, day: { least: 40, times: 3 }, oneIn: 10_000_000 },
    normal: { hour: { least: 5, times: 4 }, day: { least: 20, times: 2.5 }, oneIn: 200_000 },
    alert: { hour: { least: 4, times: 3 }, day: { least: 10, times: 2 }, oneIn: 50_000 },
  },
  quietHours: 24,
};
