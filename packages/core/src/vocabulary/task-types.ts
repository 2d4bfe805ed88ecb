/** The shipped task types (platform specification A1 and its decision on `scheduled`). */
export const TASK_TYPES = ['create_app', 'modify_app', 'workflow', 'custom', 'scheduled'] as const;
export type TaskType = (typeof TASK_TYPES)[number];
