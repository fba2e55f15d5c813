/** Where files of Slack's lie. Our token, and what people attached, go nowhere else, whatever an answer says. */

const HOSTS = ['files.slack.com', 'files.slack-gov.com'];

/** The address, if it is one of Slack's own for files, or of the gateway that stands for all of Slack. */
export function fileAddress(address: string | undefined, apiUrl: string | undefined): URL | undefined {
  const url = address === undefined ? undefined : URL.parse(address);
  if (!url) return undefined;
  const gateway = apiUrl === undefined ? undefined : URL.parse(apiUrl);
  if (gateway && url.origin === gateway.origin) return url;
  return url.protocol === 'https:' && url.port === '' && HOSTS.includes(url.hostname) ? url : undefined;
}
