/** What a site rule is: how one site writes the address of a post. */
import { type Address, decoded } from './address.ts';

export type Page = { readonly path: readonly string[]; readonly get: (name: string) => string | undefined };

export type Site = {
  readonly at: RegExp;
  /** The one name of a site that answers to several. */
  readonly home: string;
  /** The post's own address without the host, or undefined for any other page of the site. */
  readonly post: (page: Page) => string | undefined;
  /** Parameters that never say which page it is, on this site only. */
  readonly drop?: readonly string[];
};

export function pageOf({ path, query, hash }: Address): Page {
  // The first hash routers (`twitter.com/#!/name/status/1`) had the whole path behind the mark.
  const behind = path.length === 0 && hash?.startsWith('!/') ? hash.slice(2).split(/[?/]/) : path;
  return {
    path: behind,
    get: (name) => {
      const value = query.find((part) => part[0] === name)?.[1];
      return value === undefined || value === '' ? undefined : decoded(value);
    },
  };
}

/** The first part after one of these names that looks like an id. */
export function after(path: readonly string[], names: readonly string[], id: RegExp): string | undefined {
  const at = path.findIndex((part, index) => names.includes(part) && id.test(path[index + 1] ?? ''));
  return at < 0 ? undefined : path[at + 1];
}

/** `value` if it is an id of this shape. */
export const shaped = (value: string | undefined, id: RegExp): string | undefined =>
  value !== undefined && id.test(value) ? value : undefined;
