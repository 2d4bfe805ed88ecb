/** The project that a task changes could not be brought into its workspace. The message is for people, without secrets. */
export class WorkspaceSourceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WorkspaceSourceError';
  }
}
