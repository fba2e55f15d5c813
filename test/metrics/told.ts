/** Reads what /metrics says: the values of one metric, by its labels. */

export async function told(text: string | Promise<string>, name: string): Promise<Record<string, number>> {
  const lines = (await text).split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return Object.fromEntries(
    lines.map((line) => {
      const [, labels = '', value] = /^\w+(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return [labels, Number(value)];
    }),
  );
}
