import type { EventDto } from '@ccs/contract';

/** A value of a payload that is a word or a number, as text; nothing for anything else. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

/** The key of the sentence for an event, below `history`; several types are told apart further. */
export function eventKey({ type, payload }: EventDto): string {
  if (type === 'PhaseStarted' && Number(payload['attempt']) > 1) return 'event.PhaseStartedAgain';
  if (type === 'DependencyRequested' && payload['permission']) return 'event.PermissionRequested';
  if (type === 'RunRequested' && wordOf(payload['purpose']) !== 'phase')
    return `purpose.${wordOf(payload['purpose'])}`;
  return `event.${type}`;
}

/** What stands beside the sentence in the event's own words: an answer, a text, a note; null without one. */
export function eventNote({ type, payload }: EventDto): string | null {
  const { permission } = payload as { permission?: { summary?: unknown } | null };
  const words: Partial<Record<string, unknown>> = {
    ReviewApproved: payload['note'],
    ReviewChangesRequested: payload['summary'],
    FeedbackAdded: payload['body'],
    FeedbackResolutionProposed: payload['note'],
    QuestionAnswered: payload['answer'],
    QuestionExpired: payload['answer'],
    DependencyRequested: permission?.summary ?? payload['description'],
    MessageSent: payload['text'],
  };
  return wordOf(words[type]) || null;
}
