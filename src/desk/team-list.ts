/** A team list as CSV: what its lines say, and every mistake that can be seen without knowing who is who. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ListMistake } from '#src/core/person/refusal.ts';
import { isNone, roleOf, wordsIn } from '#src/core/person/words.ts';
import type { Role } from '#src/core/role.ts';
import type { Account, Person } from '#src/core/team.ts';

const COLUMNS = ['name', 'account', 'email', 'roles', 'manager', 'team'] as const;
type Column = (typeof COLUMNS)[number];

/** Headings in either language. */
const HEADINGS: { readonly [heading: string]: Column } = {
  姓名: 'name',
  账号: 'account',
  帐号: 'account',
  'e-mail': 'email',
  mail: 'email',
  邮箱: 'email',
  邮件: 'email',
  role: 'roles',
  角色: 'roles',
  上级: 'manager',
  主管: 'manager',
  团队: 'team',
  部门: 'team',
  ...Object.fromEntries(COLUMNS.map((column) => [column, column])),
};

const LONGEST = 80;

/** An empty cell leaves as it is what the desk knows; "-" takes it away (null). */
export type ListLine = {
  readonly line: number;
  readonly name: string;
  readonly account?: Account;
  readonly email?: string;
  readonly roles?: readonly Role[];
  readonly manager?: string | null;
  readonly team?: string;
};

/** `platform`: whose accounts are meant where a line does not say (`slack/U123`). */
export function readTeamList(
  csv: string,
  platform: string,
): { readonly lines: readonly ListLine[]; readonly mistakes: readonly ListMistake[] } {
  let rows: readonly Row[];
  try {
    rows = rowsOf(csv);
  } catch (error) {
    return { lines: [], mistakes: [{ line: lineOf(error), why: 'unreadable' }] };
  }
  const [head, ...body] = rows;
  if (!head || body.length === 0) return { lines: [], mistakes: [{ line: head?.line ?? 1, why: 'no_rows' }] };
  const columns = head.record.map((cell) => HEADINGS[cell.normalize('NFKC').toLowerCase()]);
  const unknown = head.record.filter((cell, index) => cell !== '' && columns[index] === undefined);
  const mistakes: ListMistake[] = unknown.map((column) => ({
    line: head.line,
    why: 'unknown_column',
    column,
    known: COLUMNS,
  }));
  const lines = body.map(({ record, line }) => {
    const cell = (column: Column) => record[columns.indexOf(column)] ?? '';
    return lineFrom(line, cell, platform, mistakes);
  });
  return { lines, mistakes };
}

type Row = { readonly record: readonly string[]; readonly line: number };

function rowsOf(csv: string): readonly Row[] {
  const ends: number[] = [];
  const records: readonly (readonly string[])[] = parse(csv, {
    bom: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    delimiter: delimiterOf(csv),
    on_record: (record: string[], { lines }) => {
      ends.push(lines);
      return record;
    },
  });
  // The parser knows where a record ends; cells of several lines begin earlier.
  return records.map((record, index) => ({
    record,
    line: (ends[index] ?? 1) - record.join('').split('\n').length + 1,
  }));
}

/** What people see in a line, as far as it can be read; what cannot is added to the mistakes. */
function lineFrom(line: number, cell: (column: Column) => string, platform: string, mistakes: ListMistake[]): ListLine {
  const [name, account, email] = [cell('name'), accountOf(cell('account'), platform), cell('email').toLowerCase()];
  const [roles, manager, team] = [cell('roles'), cell('manager'), cell('team')];
  if (!account && !email) mistakes.push({ line, why: 'nobody_named' });
  if (account && !/^[^\s\p{Cc}]{1,200}$/u.test(account.id))
    mistakes.push({ line, why: 'account_bad', value: account.id });
  if (email && !isEmail(email)) mistakes.push({ line, why: 'email_bad', value: email });
  if (name.length > LONGEST) mistakes.push({ line, why: 'name_long', max: LONGEST });
  if (team.length > LONGEST) mistakes.push({ line, why: 'team_long', max: LONGEST });
  const words = isNone(roles) ? [] : wordsIn(roles);
  for (const value of words) if (!roleOf(value)) mistakes.push({ line, why: 'role_unknown', value });
  return {
    line,
    name: name || email || account?.id || '',
    ...(account && { account }),
    ...(email && { email }),
    ...(roles && { roles: words.map(roleOf).filter((role) => role !== undefined) }),
    ...(manager && { manager: isNone(manager) ? null : manager }),
    ...(team && { team: isNone(team) ? '' : team }),
  };
}

function accountOf(cell: string, platform: string): Account | undefined {
  if (cell === '') return undefined;
  const [, named, id] = /^(console|slack|teams)\/(.+)$/.exec(cell) ?? [];
  return named && id ? { platform: named, id } : { platform, id: cell.replace(/^@/, '') };
}

/** The team as such a list, ready to be imported again. Cells that a spreadsheet would compute are made harmless. */
export function writeTeamList(people: Iterable<Person>, nameOf: (person: Person) => string): string {
  const rows = [...people].map((person) => [
    person.name,
    person.accounts[0] ? `${person.accounts[0].platform}/${person.accounts[0].id}` : '',
    person.email ?? '',
    person.roles.join(' '),
    nameOf(person),
    person.team ?? '',
  ]);
  return stringify([[...COLUMNS], ...rows], { escape_formulas: true });
}

export const isEmail = (text: string): boolean => /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(text);

/** Spreadsheets export with commas, semicolons or tabs; the headings show which. */
function delimiterOf(csv: string): string {
  const [head = ''] = csv.split('\n');
  return [',', ';', '\t', '，'].find((sign) => head.includes(sign)) ?? ',';
}

const lineOf = (error: unknown): number =>
  error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
