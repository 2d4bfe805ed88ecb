/** How the agent says that steps and the phase are done. */
export function completionRules(phase: number): string {
  return `How the platform follows your work:
- Work through the steps in order and write the files with your tools.
- After each step write this line by itself in your answer, outside any code block (N is the step):
=== STEP ${phase}.N COMPLETE ===
${phaseClaim(phase)}
- The tools mcp__ccs__complete_step and mcp__ccs__complete_phase say the same as these lines; use either.
- The platform checks the files on disk. A claim without the files does not count.`;
}

/** How the agent says that the phase is done after its steps were claimed before. */
export function phaseClaim(phase: number): string {
  return `- When every step is done and every output is on disk, end with:
=== PHASE ${phase} COMPLETE ===
Documents:
- <path of each document you wrote>`;
}
