'use client';

import type { DependencyDto } from '@ccs/contract';
import type { Settlement } from './settle-ask.ts';
import { AllowForm } from './allow-form.tsx';
import { FileForm } from './file-form.tsx';
import { ValueForm } from './value-form.tsx';

/** What the forms of a dependency are given. */
export interface DependencyFormProps {
  readonly ask: { readonly kind: 'dependency' } & DependencyDto;
  readonly settle: (settlement: Settlement) => void;
  readonly isSending: boolean;
}

/** The single input that a dependency waits for: a value, a file, or a decision. */
export function DependencyForm(props: DependencyFormProps) {
  const { provisions } = props.ask;
  if (provisions.includes('value')) return <ValueForm {...props} />;
  return provisions.includes('file') ? <FileForm {...props} /> : <AllowForm {...props} />;
}
