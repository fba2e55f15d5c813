/** What is refused about channels that take nothing. */
import type { Role } from '../role.ts';

export type ObstacleRefusal = { readonly code: 'obstacle_needs_admin'; readonly need: readonly Role[] };

export const isObstacleRefusal = (r: { readonly code: string }): r is ObstacleRefusal => r.code.startsWith('obstacle_');
