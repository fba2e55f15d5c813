/** A headless Chromium for browser tests, wherever this machine has one. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** Quiet and alone: no update, no call home, no first-run page. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is; undefined when there is none. CHROMIUM_PATH goes before all. */
const chromiumPath: string | undefined = [
  ...(process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : []),
  ...NAMES.flatMap((name) => FOLDERS.map((folder) => join(folder, name))),
  ...ELSEWHERE,
].find(runs);

/** For `describe.skipIf(noBrowser)(browserTitle('…'))`: a skipped suite says why. */
export const noBrowser = chromiumPath === undefined;
export const browserTitle = (title: string): string =>
  noBrowser ? `${title} (skipped: no Chromium found; install one or set CHROMIUM_PATH)` : title;

export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium found; install one or set CHROMIUM_PATH');
  return chromium.launch({ executablePath: chromiumPath, args: ARGUMENTS });
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
