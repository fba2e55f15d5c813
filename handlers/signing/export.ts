/** A campaign as a list for a spreadsheet: one line a person, readable in Excel, with what proves each signature. */
import { inOrder, type Line } from '#src/core/campaign/line.ts';
import type { Team } from '#src/core/team.ts';
import { csvOf } from '#src/desk/csv.ts';
import type { Signing } from '#src/desk/signing/signing.ts';
import type { Reader } from '#src/view/reader.ts';
import { titleOf } from './task-card.ts';

export function exportOf(
  lines: readonly Line[],
  team: Team,
  signing: Pick<Signing, 'policies'>,
  reader: Reader,
): Uint8Array {
  const { columns, statuses } = reader.t.signing.campaign;
  const rows = inOrder(lines).map(({ person, task, standing }) => {
    const signature = task.status === 'signed' ? task.signature : undefined;
    const manager = person.manager === undefined ? '' : (team.person(person.manager)?.name ?? '');
    const versions = signature?.versions ?? [];
    return [
      ...[person.name, person.team ?? '', manager, statuses[standing], reader.dayOf(task.until, person.id), task.asked],
      ...[signature?.at ?? '', signature?.name ?? '', signature?.locale ?? '', signature?.platform ?? ''],
      versions
        .map(({ policy, number }) => reader.t.signing.version(titleOf(policy, signing, reader), number))
        .join('; '),
      versions.map(({ digest }) => digest).join('; '),
    ];
  });
  const { name, team: group, manager, status, due, asked } = columns;
  const { signed, typed, language, platform, versions, digests } = columns;
  const head = [name, group, manager, status, due, asked, signed, typed, language, platform, versions, digests];
  return csvOf([head, ...rows]);
}
