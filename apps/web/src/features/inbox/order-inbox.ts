import type { InboxItemDto } from '@ccs/contract';

/** The longest waiting first, as the server gives it; but failed tasks last, because no agent waits for them. */
export function orderInbox(items: readonly InboxItemDto[]): readonly InboxItemDto[] {
  const hasFailed = ({ reasons }: InboxItemDto) => reasons[0] === 'failed';
  return [...items.filter((item) => !hasFailed(item)), ...items.filter(hasFailed)];
}
