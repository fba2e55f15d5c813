/** The right side: what to try next, ticking itself off as it happens. */
import type { GuideStep } from '../protocol.ts';
import { button, byId, el, fill, ICONS, icon } from './dom.ts';
import { closeDrawers } from './panels.ts';
import { locale, state, words } from './state.ts';

export function renderGuide(become: (account: string) => void): void {
  const { sync, as } = state;
  const steps = sync?.guide ?? [];
  byId('guide', HTMLElement).hidden = steps.length === 0;
  const next = steps.find(({ done }) => !done);
  fill(byId('guide', HTMLElement), [steps, as, locale()], () => {
    const t = words();
    const done = steps.filter((step) => step.done).length;
    const progress = el('progress', {
      attributes: { max: String(steps.length), value: String(done), 'aria-label': t.guide },
    });
    return [
      el(
        'header',
        {},
        el('h2', { text: t.guideTitle }),
        el('span', { class: 'count', text: `${done} / ${steps.length}` }),
        button(
          { class: 'quiet round drawer-close', attributes: { 'aria-label': t.close }, onclick: closeDrawers },
          icon(ICONS.close),
        ),
      ),
      progress,
      el('ol', {}, ...steps.map((step) => stepElement(step, step === next, become))),
      !next && steps.length > 0 && el('p', { class: 'finished', text: t.guideDone }),
    ];
  });
}

function stepElement(step: GuideStep, next: boolean, become: (account: string) => void): HTMLElement {
  const t = words();
  const person = state.sync?.people.find(({ account }) => account === step.as?.[locale()]);
  const other = person && person.account !== state.as;
  return el(
    'li',
    {
      class: step.done ? 'step done' : next ? 'step next' : 'step',
      testid: `step-${step.id}`,
      attributes: { 'aria-current': next ? 'step' : undefined, 'data-done': String(step.done) },
    },
    el('span', { class: 'tick' }, step.done && icon(ICONS.check)),
    el(
      'div',
      {},
      el('strong', { text: step.title[locale()] }),
      step.done && el('span', { class: 'hidden', text: t.stepDone }),
      next && el('p', { text: step.hint[locale()] }),
      next && other && button({ class: 'soft', text: t.actAs(person.name), onclick: () => become(person.account) }),
    ),
  );
}
