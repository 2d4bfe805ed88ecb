import type { Pipeline } from './pipeline.ts';

/** A free conversation: no phases, the prompt is worked on and answered, and the person may go on talking. */
export const custom: Pipeline = { type: 'custom', phases: [] };
