/** Settings that only work together: configured by half is a mistake, never a guess. */
import type { Mistake } from '../mistake.ts';
import { channel } from './channel.ts';
import type { Given } from './found.ts';
import { exposure } from './host.ts';
import { model } from './model.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';

export const halves = (given: Given): readonly Mistake[] => [
  ...slack(given),
  ...teams(given),
  ...model(given),
  ...exposure(given),
  ...channel(given),
];
