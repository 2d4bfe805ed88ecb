import type { DependencyDto } from '@ccs/contract';
import type { Settlement } from './settle-ask.ts';

/** What the forms of a dependency are given. */
export interface DependencyFormProps {
  readonly ask: { readonly kind: 'dependency' } & DependencyDto;
  readonly settle: (settlement: Settlement) => void;
  readonly isSending: boolean;
}
