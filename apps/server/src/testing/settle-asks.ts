import { dependencyListSchema } from '@ccs/contract';

/** The API as a test reaches it. */
export interface Api {
  get(path: string): Promise<unknown>;
  send(method: 'POST', path: string, body?: object): Promise<unknown>;
}

/** Skips what a task's agent could do without, as a person might who does not want to be asked. */
export async function skipWhatIsOptional(api: Api, taskId: string): Promise<void> {
  const { items } = dependencyListSchema.parse(await api.get(`/api/tasks/${taskId}/dependencies`));
  for (const { id, status } of items) {
    if (status === 'pending') await api.send('POST', `/api/dependencies/${id}/provide`, { skip: true });
  }
}
