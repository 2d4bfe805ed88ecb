import type { ReviewDto } from '@ccs/contract';

/** How many changes that were asked for are not settled. */
export function openChangesOf({ feedback }: Pick<ReviewDto, 'feedback'>): number {
  return feedback.filter(({ kind, state }) => kind === 'change_request' && state === 'open').length;
}
