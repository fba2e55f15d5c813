/** Slack's side of files: where they are put, when they are ready, who may have them, and where they are shared. */

export type SlackFile = {
  readonly id: string;
  name: string;
  mimetype: string;
  bytes: Uint8Array;
  /** Said to be whole; before that nobody can use it. */
  complete: boolean;
  /** How often somebody has to ask before Slack has looked at it. */
  looks: number;
  readonly shared: string[];
  deleted?: true;
  /** Where Slack says that it lies, if not with Slack. */
  lies?: string;
};

type Args = { readonly [name: string]: unknown };
type Said = { readonly [name: string]: unknown };

export function slackFiles(url: () => string) {
  const all = new Map<string, SlackFile>();
  const fetched: { readonly path: string; readonly authorization: string | undefined }[] = [];
  let looks = 0;
  let shut = false;

  const add = (name: string, bytes: Uint8Array, mimetype = 'image/png'): SlackFile => {
    const file: SlackFile = {
      id: `F${String(all.size + 1).padStart(3, '0')}`,
      ...{ name, mimetype, bytes, complete: true, looks: 0, shared: [] },
    };
    all.set(file.id, file);
    return file;
  };
  /** Whether a card may show it: there, looked at, and of a kind that Slack draws. */
  const usable = (id: string): boolean => {
    const file = all.get(id);
    return file?.complete === true && file.looks === 0 && !file.deleted && /\.(?:png|jpe?g|gif)$/.test(file.name);
  };

  const api: { readonly [method: string]: (args: Args) => Said } = {
    'files.getUploadURLExternal'({ filename, length }) {
      if (!(Number(length) > 0)) return { ok: false, error: 'invalid_arguments' };
      const file = add(String(filename), new Uint8Array(), '');
      file.complete = false;
      file.looks = looks;
      return { ok: true, file_id: file.id, upload_url: `${url()}/upload/${file.id}` };
    },
    'files.completeUploadExternal'({ files, channel_id }) {
      const [{ id = '' } = {}] = files as { id?: string }[];
      const file = all.get(id);
      if (!file || file.bytes.length === 0) return { ok: false, error: 'file_not_found' };
      if (channel_id !== undefined && !/^[CD]/.test(String(channel_id)))
        return { ok: false, error: 'channel_not_found' };
      file.complete = true;
      if (channel_id !== undefined) file.shared.push(String(channel_id));
      return { ok: true, files: [{ id, title: file.name }] };
    },
    'files.info'({ file: id }) {
      const file = all.get(String(id));
      if (!file) return { ok: false, error: 'file_not_found' };
      if (file.deleted) return { ok: true, file: { id, mode: 'tombstone' } };
      if (file.looks > 0) file.looks -= 1;
      const ready = file.complete && file.looks === 0;
      const lies = file.lies ?? `${url()}/files-pri/${file.id}/${encodeURIComponent(file.name)}`;
      return {
        ok: true,
        file: {
          ...{ id, name: file.name, mode: 'hosted', mimetype: ready ? file.mimetype || 'image/png' : '' },
          ...{ size: file.bytes.length, url_private: lies, url_private_download: lies },
          permalink: `https://northwind.slack.com/files/U0GOODWORD/${file.id}/${encodeURIComponent(file.name)}`,
        },
      };
    },
  };

  return {
    ...{ all, api, add, usable, fetched },
    /** From now on Slack wants to be asked so often before a new file is ready. */
    slow: (times: number) => {
      looks = times;
    },
    /** Whether the place to which files are put answers at all. */
    shut: (is: boolean) => {
      shut = is;
    },
    /** Takes what is put, and gives what is asked for with a token; undefined for other addresses. */
    serve(
      path: string,
      body: Buffer,
      authorization: string | undefined,
    ): { status: number; body?: Buffer } | undefined {
      const [, what, id = ''] = path.split('/');
      const file = all.get(id);
      if (what === 'upload') {
        if (shut) return { status: 503 };
        if (!file) return { status: 404 };
        file.bytes = body;
        return { status: 200 };
      }
      if (what !== 'files-pri') return undefined;
      fetched.push({ path, authorization });
      if (authorization !== 'Bearer xoxb-test') return { status: 302 };
      return file && !file.deleted ? { status: 200, body: Buffer.from(file.bytes) } : { status: 404 };
    },
  };
}
