/** Teams needs an app id with its password, or a managed identity; anonymous access is for a local test client. */
import type { Mistake } from '../mistake.ts';
import { clash, type Given, lacking, orUnset } from './found.ts';

export function teams(given: Given): readonly Mistake[] {
  const {
    MicrosoftAppId: id,
    MicrosoftAppPassword: password,
    MicrosoftAppType: type,
    MicrosoftAppTenantId: tenant,
  } = given;
  const anonymous = given.TEAMS_ANONYMOUS === '1';
  const mistakes: Mistake[] = [];
  if (id && !password && type !== 'UserAssignedMSI') {
    mistakes.push(
      lacking(given, 'MicrosoftAppId', ['MicrosoftAppPassword'], orUnset('MicrosoftAppPassword', ['MicrosoftAppId'])),
    );
  }
  for (const key of ['MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'].filter(
    (name) => given[name] && !id,
  )) {
    mistakes.push(lacking(given, key, ['MicrosoftAppId'], orUnset('MicrosoftAppId', [key])));
  }
  if (id && (type === 'SingleTenant' || type === 'UserAssignedMSI') && !tenant) {
    mistakes.push(
      lacking(given, 'MicrosoftAppType', ['MicrosoftAppTenantId'], {
        en: 'Set MicrosoftAppTenantId to the id of your directory (Entra tenant).',
        zh: '请将 MicrosoftAppTenantId 设为贵公司目录（Entra 租户）的 ID。',
      }),
    );
  }
  if (id && type !== 'SingleTenant' && type !== 'UserAssignedMSI' && !tenant) {
    mistakes.push(
      lacking(given, 'MicrosoftAppId', ['MicrosoftAppTenantId'], {
        en: 'Set MicrosoftAppTenantId to the id of your directory (Entra tenant): people of other companies are not let in.',
        zh: '请将 MicrosoftAppTenantId 设为贵公司目录（Entra 租户）的 ID：其他公司的人员不得进入。',
      }),
    );
  }
  if (anonymous && id) {
    mistakes.push(
      clash(
        given,
        'TEAMS_ANONYMOUS',
        {
          en: 'This lets everybody in without credentials, and MicrosoftAppId is set as well.',
          zh: '此项允许无凭据访问，却同时设置了 MicrosoftAppId。',
        },
        {
          en: 'Unset TEAMS_ANONYMOUS; it is only for a local test client.',
          zh: '请取消 TEAMS_ANONYMOUS；它只用于本机测试。',
        },
      ),
    );
  }
  return mistakes;
}
