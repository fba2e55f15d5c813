/** Which names a schema knows at a place, so that an unknown one can be told what it was probably meant to be. */
import { z } from 'zod';
import type { Path } from './yaml.ts';

const bare = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodExactOptional ||
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodDefault
    ? bare(schema.def.innerType)
    : schema;

function inside(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodArray) return schema.def.element;
  if (schema instanceof z.ZodRecord) return schema.def.valueType;
  return undefined;
}

export function known(schema: unknown, path: Path): readonly string[] {
  let place = bare(schema);
  for (const step of path) place = bare(inside(place, step));
  if (place instanceof z.ZodObject) return Object.keys(place.shape);
  if (place instanceof z.ZodRecord && place.def.keyType instanceof z.ZodEnum)
    return place.def.keyType.options.map(String);
  return [];
}
