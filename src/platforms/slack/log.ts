/** The SDK's log lines through ours: warnings and errors alone, since the rest shows what people wrote. */
import { type Logger, LogLevel } from '@slack/bolt';

export type Log = (what: string, error: unknown) => void;

/** For deliveries: what fails there is thrown and tried again, so that a line for each would only be noise. */
export const silentLogger: Logger = sdkLogger(() => undefined);

export function sdkLogger(log: Log): Logger {
  const say = (...parts: readonly unknown[]) => log(`slack: ${parts.map(String).join(' ')}`, undefined);
  const silent = () => undefined;
  return {
    ...{ debug: silent, info: silent, warn: say, error: say },
    ...{ setLevel: silent, getLevel: () => LogLevel.WARN, setName: silent },
  };
}
