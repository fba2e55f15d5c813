import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '#src/core/check/mask.ts';
import { personalData } from '#src/core/check/personal-data.ts';

const found = (text: string) => personalData(text).map(({ kind, at }) => [kind, text.slice(...at)]);

describe('personal data', () => {
  it.each([
    ['请打13800138000找我', 'phone', '13800138000'],
    ['电话：138-0013-8000。', 'phone', '138-0013-8000'],
    ['+86 138 0013 8000', 'phone', '+86 138 0013 8000'],
    ['手机１３８００１３８０００', 'phone', '１３８００１３８０００'],
    ['138\u200b00138000', 'phone', '138\u200b00138000'],
    ['见https://t.cn/abc，13800138000', 'phone', '13800138000'],
    ['call +44 20 7946 0958 now', 'phone', '+44 20 7946 0958'],
    ['ring +44 7700 900123, please', 'phone', '+44 7700 900123'],
    ['(415) 555-2671', 'phone', '(415) 555-2671'],
    ['415-555-2671.', 'phone', '415-555-2671'],
    ['my cell is 4155552671', 'phone', '4155552671'],
    ['ring 020 7946 0958', 'phone', '020 7946 0958'],
    ['身份证11010519491231002X', 'id', '11010519491231002X'],
    ['SSN 078-05-1120', 'id', '078-05-1120'],
    ['卡号6222 0212 3456 7890 128', 'card', '6222 0212 3456 7890 128'],
    ['card 4111111111111111', 'card', '4111111111111111'],
    ['发到 zhang.san+a@example.com.cn。', 'email', 'zhang.san+a@example.com.cn'],
    ['护照号：E12345678', 'passport', 'E12345678'],
    ['passport number 533380006', 'passport', '533380006'],
    ['车牌京A·12345', 'plate', '京A·12345'],
    ['粤BD12345停在门口', 'plate', '粤BD12345'],
    ['建国路88号院3号楼1单元502室', 'address', '建国路88号院3号楼1单元502室'],
    ['幸福小区3栋2单元501', 'address', '幸福小区3栋2单元501'],
    ['12 Elm Street, Apt 4B', 'address', '12 Elm Street, Apt 4B'],
    ['she lives at 221b Baker Street', 'address', '221b Baker Street'],
    ['pay DE89 3704 0044 0532 0130 00 please', 'iban', 'DE89 3704 0044 0532 0130 00'],
    ['GB82WEST12345698765432', 'iban', 'GB82WEST12345698765432'],
  ])('in “%s” is found', (text, kind, quote) => expect(found(text)).toEqual([[kind, quote]]));

  it.each([
    '案件 2026-0042 于 2026-11-21 08:00 受理',
    '订单号 202611210001234567',
    '身份证110105194912310021',
    'card 4111111111111112',
    '1732147200000 ms',
    '热线 400-820-8820',
    'call 1-800-555-0199 or 800-555-0199',
    '赔了 1,234,567.89 元，涨了 +100%',
    'version 10.20.3000, 192.168.100.200',
    'https://weibo.com/1/5012345678901237 https://x.com/a/status/1790000000000000001',
    'https://example.com/p/13800138000',
    'icon@2x.png',
    '南京路100号旗舰店',
    'our shop at 12 Elm Street',
    'DE89 3704 0044 0532 0130 01',
    '新款iphone15真好',
    'case 123-45-67890',
    '护照办理需要 7 天',
  ])('is not seen in “%s”', (text) => expect(found(text)).toEqual([]));

  it('is given in order, a number inside an address once', () =>
    expect(found('b@c.com 13800138000@qq.com 13900139000')).toEqual([
      ['email', 'b@c.com'],
      ['email', '13800138000@qq.com'],
      ['phone', '13900139000'],
    ]));
});

describe('a mask', () => {
  it.each([
    ['张三 13800138000，邮箱 a@b.com', '张三 [phone]，邮箱 [email]'],
    ['My card 4111 1111 1111 1111, password: hunter2!', 'My card [card], password: [password]'],
    ['密码：abc123', '密码：[password]'],
    ['nothing here 没有', 'nothing here 没有'],
  ])('of “%s” is “%s”, and stays so', (text, masked) => {
    expect(mask(text)).toBe(masked);
    expect(mask(masked)).toBe(masked);
  });

  it('leaves nothing that the check would find, whatever stands around it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '13800138000',
        '4111111111111111',
        'a@b.com',
        '11010519491231002X',
        'GB82WEST12345698765432',
        '京A12345',
      ),
      fc.constantFrom(
        '+86 ',
        '1',
        '-',
        ' ',
        '：',
        '密码：',
        'password: ',
        'tel',
        '[',
        'https://a.b/',
        '3栋',
        '小区',
        '\u200b',
        '078-05-1120',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(personalData(mask(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
