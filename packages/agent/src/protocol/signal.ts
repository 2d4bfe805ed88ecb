/**
 * What an agent says to the platform in its text (platform specification D). Dependency, question and error blocks
 * join this union when the platform handles them.
 */
export type ProtocolSignal =
  | { readonly kind: 'step'; readonly phase: number; readonly step: number }
  | { readonly kind: 'phase'; readonly phase: number; readonly documents: readonly string[] };
