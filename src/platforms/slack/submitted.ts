/** What somebody filled into a modal, by the names of the form's inputs. */
import type { AwaitedFile } from '#src/core/file/file.ts';
import type { RawValues } from '../platform.ts';
import type { SentFile, StateValues } from './payload.ts';

const ID = /^(in|is)\.(.+)\.([^.]+)$/;

/** The values of all inputs; what was left empty is left out. */
export function valuesIn(state: StateValues): RawValues {
  const values: { [name: string]: NonNullable<RawValues[string]> } = {};
  for (const [block, elements] of Object.entries(state)) {
    const [, kind, name = ''] = ID.exec(block) ?? [];
    for (const element of Object.values(elements)) {
      if (kind === 'is') for (const { value } of element.selected_options ?? []) values[value] = true;
      if (kind !== 'in') continue;
      const files = element.files?.map(sentFile);
      const chosen = element.selected_option?.value ?? element.selected_date ?? element.selected_user;
      const value = files ?? element.value ?? chosen ?? undefined;
      if (value !== undefined) values[name] = value;
    }
  }
  return values;
}

/** Fetched only once its sender was answered: Slack waits for that no longer than three seconds. */
export const sentFile = ({ id, name, mimetype, size }: SentFile): AwaitedFile => ({
  ...{ platform: 'slack', ref: id },
  name: name ?? id,
  media: mimetype ?? '',
  size: size ?? 0,
});

/** The id of each input's block, by the input's name. */
export function blocksIn(state: StateValues): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.keys(state).flatMap((block) => {
      const [, kind, names = ''] = ID.exec(block) ?? [];
      if (kind === 'is') return names.split(',').map((name) => [name, block]);
      return kind === 'in' ? [[names, block]] : [];
    }),
  );
}

/** The nonce of the modal's inputs, so that the same form comes back as itself. */
export const nonceIn = (state: StateValues): string | undefined =>
  Object.keys(state).flatMap((block) => ID.exec(block)?.[3] ?? [])[0];
