/** Takes over a whole team list: checked against who is who first, so that nothing of it is done when a line is wrong. */
import type { PersonId } from '#src/core/event.ts';
import type { ListMistake } from '#src/core/person/refusal.ts';
import { Refused } from '#src/core/refused.ts';
import type { People } from './people.ts';
import type { Who } from './records.ts';
import { type ListLine, readTeamList } from './team-list.ts';

/** Somebody in the list: whom the desk knows already by their id, others by their line. */
type Node = PersonId;
type Resolved = { readonly line: ListLine; readonly node: Node; readonly manager: Node | null | undefined };

/** How many lines were taken over. Refuses with every mistake at once; importing the same list again changes nothing. */
export async function importTeam(
  people: People,
  csv: string,
  field: string,
  platform: string,
  who: Who,
): Promise<number> {
  if (!who.roles.includes('admin')) throw new Refused({ code: 'person_needs_role', need: ['admin'] });
  const { lines, mistakes: unreadable } = readTeamList(csv, platform);
  const mistakes = [...unreadable];
  const resolved = resolve(people, lines, mistakes);
  mistakes.push(...circles(people, resolved));
  if (mistakes.length > 0)
    throw new Refused({ code: 'person_list_mistakes', field, mistakes: mistakes.sort((a, b) => a.line - b.line) });
  keepAnAdmin(people, resolved);
  await takeOver(people, resolved, who);
  return resolved.length;
}

function resolve(people: People, lines: readonly ListLine[], mistakes: ListMistake[]): readonly Resolved[] {
  const first = new Map<Node, number>();
  const nodes = lines.map((line) => {
    const byAccount = line.account && people.ofAccount(line.account.platform, line.account.id);
    const byEmail = line.email === undefined ? undefined : people.ofEmail(line.email);
    const { account, email = '' } = line;
    if (account && byAccount && byEmail && byAccount.id !== byEmail.id)
      mistakes.push({ line: line.line, why: 'two_people', account: account.id, email });
    const node: Node = (byAccount ?? byEmail)?.id ?? `line ${account ? `${account.platform}/${account.id}` : email}`;
    const before = first.get(node);
    if (before === undefined) first.set(node, line.line);
    else mistakes.push({ line: line.line, why: 'twice', first: before });
    return { line, node };
  });
  return nodes.map(({ line, node }) => ({ line, node, manager: managerOf(people, line, nodes, mistakes) }));
}

type Named = { readonly line: ListLine; readonly node: Node };

/** The manager may stand in the list or be known already; an e-mail or account goes before a name. */
function managerOf(people: People, { line, manager }: ListLine, nodes: readonly Named[], mistakes: ListMistake[]) {
  if (manager === undefined || manager === null) return manager;
  const text = manager.toLowerCase();
  const says = (of: (line: ListLine) => string | undefined) =>
    nodes.filter((one) => of(one.line)?.toLowerCase() === text).map((one) => one.node);
  const known = people.find(manager).map(({ id }) => id);
  const sure = [...says(({ email }) => email), ...says(({ account }) => account?.id)];
  const found = new Set(sure.length > 0 ? sure : [...says(({ name }) => name), ...known]);
  const [only] = found;
  if (only !== undefined && found.size === 1) return only;
  mistakes.push({ line, why: only === undefined ? 'manager_unknown' : 'manager_ambiguous', value: manager });
  return undefined;
}

/** Lines whose manager would, going upwards, lead back to the person. */
function circles(people: People, all: readonly Resolved[]): readonly ListMistake[] {
  const changed = new Map(
    all.filter(({ manager }) => manager !== undefined).map(({ node, manager }) => [node, manager]),
  );
  const above = (node: Node) =>
    (changed.has(node) ? changed.get(node) : people.team().person(node)?.manager) ?? undefined;
  return all.flatMap(({ line: { line, manager: value }, node, manager }): ListMistake[] => {
    if (manager === undefined || manager === null || !value) return [];
    if (manager === node) return [{ line, why: 'manager_self' }];
    const seen = new Set<Node>();
    for (let next = above(manager); next !== undefined && !seen.has(next); next = above(next)) {
      if (next === node) return [{ line, why: 'manager_circle', value }];
      seen.add(next);
    }
    return [];
  });
}

function keepAnAdmin(people: People, all: readonly Resolved[]): void {
  const leaves = (id: PersonId) => all.some(({ node, line }) => node === id && line.roles?.includes('admin') === false);
  const [who, ...others] = people.team().holding('admin');
  const stays = others.some((id) => !leaves(id)) || all.some(({ line }) => line.roles?.includes('admin'));
  if (who !== undefined && leaves(who) && !stays) throw new Refused({ code: 'person_last_admin', who });
}

/** New administrators come before old ones go, and every old manager goes before a new one comes: no step is refused. */
async function takeOver(people: People, all: readonly Resolved[], who: Who): Promise<void> {
  const ids = new Map<Node, PersonId>();
  const cause = (step: string, { line }: ListLine) => `${who.cause}/${step}/${line}`;
  for (const { line, node } of all) {
    const person = await people.enrol(line, { at: who.at, cause: cause('enrol', line) });
    ids.set(node, person.id);
  }
  const idOf = (node: Node): PersonId => ids.get(node) ?? node;
  const adminsFirst = [...all].sort((a, b) => Number(isAdmin(b)) - Number(isAdmin(a)));
  for (const { line, node, manager } of adminsFirst) {
    const { roles, team } = line;
    const before = people.team().person(idOf(node))?.manager;
    const moves = manager !== undefined && before !== undefined && (manager === null || idOf(manager) !== before);
    const changes = { ...(roles && { roles }), ...(team !== undefined && { team }), ...(moves && { manager: null }) };
    await people.change(idOf(node), changes, { ...who, cause: cause('set', line) });
  }
  for (const { line, node, manager } of all)
    if (manager) await people.change(idOf(node), { manager: idOf(manager) }, { ...who, cause: cause('manager', line) });
}

const isAdmin = ({ line }: Resolved): boolean => line.roles?.includes('admin') ?? false;
