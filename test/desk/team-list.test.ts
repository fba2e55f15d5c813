/** A team list as people paste it: read whatever spreadsheet wrote it, with every mistake named by its line. */
import { describe, expect, test } from 'vitest';
import { dayIn, endOfDay } from '#src/core/day.ts';
import { dayOf } from '#src/core/person/words.ts';
import { readTeamList, writeTeamList } from '#src/desk/team-list.ts';

const read = (csv: string) => readTeamList(csv, 'slack');
const head = 'name,account,email,roles,manager,team\n';

describe('a team list', () => {
  test('says who somebody is and what they do', () => {
    const { lines, mistakes } = read(`${head}Bob,U1,BOB@example.com,responder; approver,ann@example.com,Service`);
    expect(mistakes).toEqual([]);
    expect(lines).toEqual([
      {
        line: 2,
        name: 'Bob',
        account: { platform: 'slack', id: 'U1' },
        email: 'bob@example.com',
        roles: ['responder', 'approver'],
        manager: 'ann@example.com',
        team: 'Service',
      },
    ]);
  });

  test('may be in Chinese, with semicolons and a byte order mark', () => {
    const { lines, mistakes } = read('\uFEFF姓名;邮箱;角色;部门\n李雷;li@example.com;处理人、审批人;客服部');
    expect(mistakes).toEqual([]);
    expect(lines[0]).toMatchObject({ name: '李雷', roles: ['responder', 'approver'], team: '客服部' });
  });

  test('leaves alone what it does not say, and takes away what it crosses out', () => {
    const { lines } = read(`${head}Bob,U1,,,,\nEve,U2,,-,-,-`);
    expect(lines[0]).toEqual({ line: 2, name: 'Bob', account: { platform: 'slack', id: 'U1' } });
    expect(lines[1]).toMatchObject({ roles: [], manager: null, team: '' });
  });

  test('names every mistake by its line, at once', () => {
    const { mistakes } = read(
      'name,phone,email,roles\n"Bob\nLi",1,not an address,boss\n\nEve,2,,responder chief\nMax,3,m@example.com,',
    );
    expect(mistakes).toMatchObject([
      { line: 1, why: 'unknown_column', column: 'phone' },
      { line: 2, why: 'email_bad', value: 'not an address' },
      { line: 2, why: 'role_unknown', value: 'boss' },
      { line: 5, why: 'nobody_named' },
      { line: 5, why: 'role_unknown', value: 'chief' },
    ]);
  });

  test('that is no CSV is said to be none', () => {
    expect(read(`${head}"Bob,U1`).mistakes).toMatchObject([{ line: 2, why: 'unreadable' }]);
    expect(read('').mistakes).toEqual([{ line: 1, why: 'no_rows' }]);
    expect(read(head).mistakes).toEqual([{ line: 1, why: 'no_rows' }]);
  });

  test('written out can be read again, and no cell is a formula', () => {
    const person = {
      id: 'p',
      name: '=HYPERLINK("x")',
      accounts: [{ platform: 'teams', id: 'T1' }],
      roles: ['leader'],
      active: true,
    } as const;
    const csv = writeTeamList([person], () => '');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(readTeamList(csv, 'slack')).toMatchObject({
      mistakes: [],
      lines: [{ account: { platform: 'teams', id: 'T1' }, roles: ['leader'] }],
    });
  });
});

describe('a day', () => {
  test.each(['2026-03-09', '2026/3/9', '2026.3.9', '2026年3月9日', '２０２６-03-09'])('may be typed as %s', (text) => {
    expect(dayOf(text)).toBe('2026-03-09');
  });

  test.each(['tomorrow', '2026-02-30', '26-3-9', ''])('is not “%s”', (text) => {
    expect(() => dayOf(text)).toThrow('person_date_unclear');
  });

  test.each([
    ['Asia/Shanghai', '2026-03-09T15:59:59.999Z'],
    ['America/New_York', '2026-03-10T03:59:59.999Z'],
    ['UTC', '2026-03-09T23:59:59.999Z'],
  ])('ends in %s at %s', (zone, end) => {
    expect(endOfDay('2026-03-09', zone)).toBe(end);
    expect(dayIn(end, zone)).toBe('2026-03-09');
  });

  test('on which clocks change still ends at midnight', () => {
    expect(endOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-09T03:59:59.999Z');
    expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z');
  });
});
