import type { WorkspaceRepository } from '../workspace/workspace-repository.ts';
import { commitFailedWords } from '../workspace/workspace-words.ts';
import { createChatRole } from './chat-role.ts';
import { holdConversation, type Work } from './hold-conversation.ts';
import { messageOf } from './message-of.ts';
import { withAgent } from './open-agent.ts';
import { openRunWorkspace } from './open-run-workspace.ts';
import type { RunnerContext } from './runner-context.ts';
import { workEnd, type WorkResult } from './work-on-phase.ts';

/** Goes on with a free conversation. Each turn that changed files is a commit. */
export async function workOnChat(context: RunnerContext, work: Work): Promise<WorkResult> {
  const { run, desk } = work;
  const opened = await openRunWorkspace(context, run, desk);
  if ('outcome' in opened) return opened;
  const { repository } = opened;
  let commits: Promise<void> = Promise.resolve();
  const commit = (): void => {
    commits = commits.then(() => commitTurn(repository, work));
  };
  const worked = await withAgent({ context, run, desk }, (agent) =>
    holdConversation(
      work,
      agent,
      (conversation) => createChatRole(work, conversation, { resumed: agent.place.resume, onTurn: commit }),
      () => undefined,
    ),
  );
  await commits;
  // What was written while Claude Code ended.
  if (!(await repository.isClean())) commit();
  await commits;
  const end = workEnd(worked);
  if (end !== 'completed') return end;
  return { outcome: 'completed', outputs: [], baseCommit: null, commit: await repository.head() };
}

async function commitTurn(repository: WorkspaceRepository, { run, desk }: Work): Promise<void> {
  try {
    await repository.commit(`Conversation: ${run.title}`);
  } catch (error) {
    desk.log('system', commitFailedWords(messageOf(error)), { isError: true });
  }
}
