/** Who of somebody's people is new and how far they are: whether it is due or done, never what anybody answered. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { PathState } from '#src/core/path/state.ts';
import { TOPICS, type Topic } from '#src/core/quiz/question.ts';
import { failures } from '#src/core/quiz/state.ts';
import type { Role } from '#src/core/role.ts';
import type { Person } from '#src/core/team.ts';
import { DAY, plus } from '#src/core/time.ts';
import { TRAINERS } from '#src/core/training/may.ts';
import { breather } from '#src/desk/breather.ts';
import type { Desk } from '#src/desk/desk.ts';

export type Standing = {
  readonly person: Person;
  readonly joined: Instant;
  readonly due: Instant;
  readonly status: 'overdue' | 'open' | 'finished';
  readonly passed: boolean;
  readonly unsigned: number;
  readonly finished?: Instant;
  /** Their attempts are used up: whoever leads them has to give another. */
  readonly stuck: boolean;
};

export type Asking = {
  readonly me: PersonId;
  readonly roles: readonly Role[];
  readonly at: Instant;
  readonly desk: Desk;
};

/** Finished ones are shown for so many days after. */
const SHOWN_DAYS = 60;
const ORDER = ['overdue', 'open', 'finished'] as const;

/** Everybody below somebody; for human resources and administrators, everybody. */
export function mayLook({ me, roles, desk }: Omit<Asking, 'at'>, person: PersonId): boolean {
  return TRAINERS.some((role) => roles.includes(role)) || desk.people.above(person).includes(me);
}

/** Overdue first, then by when it is due; whoever is through comes last, and not for ever. */
export async function standings(asking: Asking): Promise<readonly Standing[]> {
  const { desk, at } = asking;
  const found: Standing[] = [];
  for (const state of await desk.training.newcomers.since(plus(at, -SHOWN_DAYS * DAY))) {
    const person = desk.people.team().person(state.person);
    if (!person?.active || person.id !== state.person || !mayLook(asking, person.id)) continue;
    found.push(await standingOf(person, state, asking));
  }
  return found.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.due < b.due ? -1 : 1));
}

async function standingOf(
  person: Person,
  state: Extract<PathState, { status: 'open' | 'finished' }>,
  { desk, at }: Asking,
): Promise<Standing> {
  const common = { person, joined: state.joined, due: state.plan.due };
  if (state.status === 'finished')
    return { ...common, status: 'finished', passed: true, unsigned: 0, stuck: false, finished: state.finished };
  const quiz = await desk.training.quizzes.of(person.id, 'joining');
  const passed = state.passed !== undefined;
  const stuck = !passed && failures(quiz) >= desk.rules.training.quiz.attempts + quiz.extra;
  const status = state.plan.due < at ? 'overdue' : 'open';
  return { ...common, status, passed, unsigned: state.unsigned, stuck };
}

export type Strength = { readonly topic: Topic; readonly percent: number; readonly people: number };

/**
 * How sure it is that a group knows a topic today. One group for each who asks, all their people together: two
 * overlapping groups would tell about the difference. Nothing below the smallest size.
 */
export async function strengths(asking: Asking): Promise<readonly Strength[]> {
  const { desk, at, me } = asking;
  const sums = new Map<string, { readonly sum: number; readonly people: number }>();
  const breathe = breather();
  for (const { id, active } of [...desk.people.team().all()]) {
    await breathe();
    if (!active || id === me || !mayLook(asking, id)) continue;
    for (const [topic, recall] of desk.training.recallOf(id, at)) {
      const { sum, people } = sums.get(topic) ?? { sum: 0, people: 0 };
      sums.set(topic, { sum: sum + recall, people: people + 1 });
    }
  }
  return TOPICS.flatMap((topic) => {
    const { sum, people } = sums.get(topic) ?? { sum: 0, people: 0 };
    if (people < desk.rules.training.smallestGroup) return [];
    return [{ topic, percent: Math.round((sum / people) * 100), people }];
  });
}
