/** Why Microsoft gives no token, by the code in its answer, and what to do about it. */
import type { Bilingual } from '#src/core/rules.ts';
import type { TeamsConfig } from './adapter.ts';

export type Trouble = { readonly say: Bilingual; readonly mend: Bilingual };

type Named = Extract<TeamsConfig, { anonymous: false }>;

/** Nothing of the secret is repeated, and of the answer its code only. */
export function troubleOf(error: unknown, config: Named): Trouble {
  const said = error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error);
  const [code] = /AADSTS\d+/.exec(said) ?? [];
  switch (code) {
    case 'AADSTS7000215':
    case 'AADSTS7000216':
      return refused(code, 'the secret is not the right one', '密钥不正确', {
        en: 'Copy the value of the client secret, not its id, into MicrosoftAppPassword.',
        zh: '请将客户端密码的“值”（不是 ID）复制到 MicrosoftAppPassword。',
      });
    case 'AADSTS7000222':
      return refused(code, 'the secret has expired', '密钥已过期', {
        en: 'Make a new client secret in the app registration and copy its value into MicrosoftAppPassword.',
        zh: '请在应用注册中新建客户端密码，并将其“值”复制到 MicrosoftAppPassword。',
      });
    case 'AADSTS700016':
      return refused(code, `there is no app ${config.appId} in this tenant`, `该租户中没有应用 ${config.appId}`, {
        en: 'Check MicrosoftAppId and MicrosoftAppTenantId in the overview of the app registration.',
        zh: '请按应用注册的“概述”核对 MicrosoftAppId 与 MicrosoftAppTenantId。',
      });
    case 'AADSTS90002':
    case 'AADSTS900023':
      return refused(code, `there is no tenant ${config.tenantId ?? ''}`, `没有租户 ${config.tenantId ?? ''}`, {
        en: 'Copy the directory (tenant) id of your company into MicrosoftAppTenantId.',
        zh: '请将贵公司的目录（租户）ID 复制到 MicrosoftAppTenantId。',
      });
    default:
      return config.appType === 'UserAssignedMSI' ? noIdentity(code) : unknown(code);
  }
}

const refused = (code: string, en: string, zh: string, mend: Bilingual): Trouble => ({
  say: { en: `Microsoft gives no token: ${en} (${code}).`, zh: `Microsoft 不发放令牌：${zh}（${code}）。` },
  mend,
});

const noIdentity = (code = ''): Trouble => ({
  say: {
    en: `The managed identity gives no token. ${code}`.trim(),
    zh: `托管标识未能取得令牌。${code}`,
  },
  mend: {
    en: 'A managed identity works on Azure only: assign it to the machine that runs Goodword, or use SingleTenant with a secret.',
    zh: '托管标识只能在 Azure 上使用：请将其分配给运行口碑台的主机，或改用 SingleTenant 和密钥。',
  },
});

const unknown = (code = ''): Trouble => ({
  say: {
    en: `Microsoft was asked for a token and gave none. ${code}`.trim(),
    zh: `向 Microsoft 申请令牌未成功。${code}`,
  },
  mend: {
    en: 'Check that this computer reaches https://login.microsoftonline.com, and the four Microsoft… settings.',
    zh: '请检查本机能否访问 https://login.microsoftonline.com，并核对四项 Microsoft… 设置。',
  },
});
