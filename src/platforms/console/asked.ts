/** Reads what a page asks for. It comes from outside, so its shape is checked before anything is believed. */
import { z } from 'zod';
import { HttpFault } from '#src/server/answer.ts';
import type { Asked } from './protocol.ts';

const name = z.string().min(1).max(200);
const args = z.record(z.string(), z.string());
const does = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('command'), name, text: z.string() }),
  z.strictObject({ type: z.literal('message'), text: z.string() }),
  z.strictObject({ type: z.literal('act'), action: name, args }),
  z.strictObject({ type: z.literal('open'), form: name, args }),
  z.strictObject({
    type: z.literal('submit'),
    form: name,
    args,
    values: z.record(z.string(), z.union([z.string(), z.boolean()])),
  }),
  z.strictObject({ type: z.literal('home') }),
]);
const shape = z.strictObject({
  as: name,
  does,
  channel: name.optional(),
  cause: name,
  ref: name.optional(),
});

export function asked(body: unknown): Asked {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new HttpFault(400, `The request is not one of ours: ${first?.path.join('.') || 'body'}: ${first?.message}`);
}
