/** The buttons that everybody uses, wherever somebody begins: in the home and in the help. */
import { RUN } from '#src/handler.ts';
import { act, type Button, opens } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';

export function everyday({ t }: Reader): readonly Button[] {
  const words = t.desk.home;
  return [
    opens(words.report, 'report.new', {}, { look: 'primary' }),
    opens(words.check, 'check.text', {}),
    act(words.policies, RUN, { name: 'policy', text: '' }),
    act(words.quiz, RUN, { name: 'quiz', text: '' }),
  ];
}
