/** What a signature proves, shown to whoever gave it: texts, time, name, language, place. */
import type { Signature } from '#src/core/signer/state.ts';
import type { Signing } from '#src/desk/signing/signing.ts';
import { act, buttons, type Card, facts, heading, list, note, status } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';

/** Shows a version that was signed, however long ago. */
export const TEXT = 'sign.text';
/** Enough of a digest to compare by eye. */
const SHOWN = 16;

/** A platform that is gone one day is still named in what was signed there. */
function placeName(platform: string, { t }: Reader): string {
  const places: { readonly [name: string]: string } = t.signing.proof.places;
  return places[platform] ?? platform;
}

export function proofCard(
  { versions, at, locale, platform, name }: Signature,
  { policies }: Pick<Signing, 'policies'>,
  reader: Reader,
  thanks = false,
): Card {
  const words = reader.t.signing;
  const { proof } = words;
  const titled = versions.map(({ policy, number, digest }) => {
    const title = policies.version(policy, number)?.content.title[reader.locale] ?? policy;
    return {
      policy,
      number,
      title,
      line: `${words.version(title, number)} · ${proof.digest} ${digest.slice(0, SHOWN)}`,
    };
  });
  const title = thanks ? proof.thanks : proof.title;
  return cardFor(reader, title, [
    thanks ? status('good', title) : heading(title),
    facts([
      { label: proof.at, value: [{ at, show: 'both' }] },
      { label: proof.name, value: name || proof.erased },
      { label: proof.language, value: reader.t.desk.language.names[locale] },
      { label: proof.where, value: placeName(platform, reader) },
    ]),
    list(titled.map(({ line }) => line)),
    note(proof.keeps),
    buttons(
      ...titled.map(({ policy, number, title: own }) =>
        act(proof.text(own), TEXT, { policy, number: String(number), page: '0' }),
      ),
    ),
  ]);
}
