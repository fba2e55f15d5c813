/**
 * Prints the Slack manifest for the handlers there are: `npm run --silent manifest > manifest.json` for Socket Mode, and
 * with your own address, `npm run --silent manifest -- https://goodword.example.com`, for HTTP.
 */
import { handlers } from '#handlers/index.ts';
import { manifestOf } from './platforms/slack/manifest.ts';
import { listed } from './slack.ts';

const [host] = process.argv.slice(2);
console.log(JSON.stringify(manifestOf(listed(handlers), host), null, 2));
