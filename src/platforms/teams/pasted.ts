/** Pictures that somebody pasted into a message. Nothing that a message calls an address is followed: Teams keeps each by an id. */
import type { AwaitedFile } from '#src/core/file/file.ts';
import type { Incoming } from './activity.ts';

/** In order; under the name that Teams gives them, if it gives one. */
export const picturesIn = ({ attachments }: Incoming): readonly AwaitedFile[] =>
  (attachments ?? []).flatMap(({ contentType, contentUrl, name }, index): readonly AwaitedFile[] => {
    const [, ref] = /\/v3\/attachments\/([^/?#]+)\/views\//.exec(contentUrl ?? '') ?? [];
    if (!contentType?.startsWith('image/') || ref === undefined) return [];
    return [{ platform: 'teams', ref, name: name || `${index + 1}`, media: contentType, size: 0 }];
  });
