/** The form of `warning` in desk.yaml: when the desk says that mentions rise. */
import { z } from 'zod';
import { SENSITIVITIES } from '#src/core/warning/rules.ts';

const threshold = z.strictObject({ least: z.int().min(2), times: z.number().min(1) });

export const warningSchema = z.strictObject({
  sensitivity: z.enum(SENSITIVITIES),
  levels: z.record(
    z.enum(SENSITIVITIES),
    z.strictObject({ hour: threshold, day: threshold, oneIn: z.number().min(100) }),
  ),
  quietHours: z.number().min(0),
});
