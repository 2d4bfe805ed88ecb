'use client';

import { AllowForm } from './allow-form.tsx';
import type { DependencyFormProps } from './dependency-form-props.ts';
import { FileForm } from './file-form.tsx';
import { ValueForm } from './value-form.tsx';

/** The single input that a dependency waits for: a value, a file, or a decision. */
export function DependencyForm(props: DependencyFormProps) {
  const { provisions } = props.ask;
  if (provisions.includes('value')) return <ValueForm {...props} />;
  return provisions.includes('file') ? <FileForm {...props} /> : <AllowForm {...props} />;
}
