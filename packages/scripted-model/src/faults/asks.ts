import type { Scenario } from '../scenario/scenario.ts';
import { type Call, type Move, nextMessage } from '../scenario/script.ts';
import { preceded } from './turn-faults.ts';
import type { WhichTurns } from './when.ts';

/*
 * Requests to people, as messages before a phase's own: put them in front of a scenario by `preceded`. Once they have
 * results the scenario goes on.
 */

/** One message with `count` questions as blocks in its text. */
export function questionBlocks(count: number, required = true): Move[] {
  const blocks = numbers(count).map((number) =>
    [
      '[USER_QUESTION]',
      'category: clarification',
      `question: Question ${number} of ${count}?`,
      ...(required ? [] : ['default: no']),
      `required: ${required}`,
      '[/USER_QUESTION]',
    ].join('\n'),
  );
  return [{ say: blocks.join('\n\n'), calls: [bash('true', 'Pause after the questions')] }];
}

/** One message that asks `count` questions by the platform's tool, one call each. */
export function questionCalls(count: number, required = true): Move[] {
  const calls = numbers(count).map((number) => ({
    name: 'mcp__ccs__ask_user',
    input: {
      question: `Question ${number} of ${count}?`,
      category: 'clarification',
      required,
      ...(required ? {} : { default: 'no' }),
    },
  }));
  return [{ say: 'I have some questions.', calls }];
}

/** One call of Claude Code's AskUserQuestion with `count` questions (1 to 4), each with two options. */
export function userQuestions(count: number): Move[] {
  const questions = numbers(count).map((number) => ({
    question: `Which one for ${number}?`,
    header: `Choice ${number}`,
    multiSelect: false,
    options: ['First', 'Second'].map((label) => ({ label, description: `The ${label.toLowerCase()} one` })),
  }));
  return [{ say: 'Please choose.', calls: [{ name: 'AskUserQuestion', input: { questions } }] }];
}

/** One request for something by the platform's tool, by a block, or in a plain sentence. */
export function dependencyRequest(name: string, by: 'tool' | 'block' | 'sentence' = 'tool'): Move[] {
  const input = { type: 'env_variable', name, description: 'For a test.', required: true };
  if (by === 'tool')
    return [{ say: 'I need something.', calls: [{ name: 'mcp__ccs__request_dependency', input }] }];
  const text =
    by === 'block'
      ? `[DEPENDENCY_REQUEST]\n${Object.entries(input)
          .map(([key, value]) => `${key}: ${value}`)
          .join('\n')}\n[/DEPENDENCY_REQUEST]`
      : `I need the environment variable ${name}.`;
  return [{ say: text, calls: [bash('true', `Pause after asking for ${name}`)] }];
}

/** A command that is not harmless: without `claude_auto_accept` a person must allow it. */
export function permissionNeeded(command: string): Move[] {
  return [{ say: 'This needs a permission.', calls: [bash(command, 'Needs a permission')] }];
}

const ASKER = 'Role: asker';

/** Before a phase’s own work a subagent is started, and it is the subagent that asks for `name`. */
export function askingInSubagent(
  scenario: Scenario,
  name: string,
  { by = 'tool', ...which }: WhichTurns & { by?: 'tool' | 'block' } = {},
): Scenario {
  const start: Call = {
    name: 'Agent',
    input: {
      description: 'Find out what is needed',
      prompt: `${ASKER}\nName: ${name}`,
      subagent_type: 'general-purpose',
      run_in_background: false,
    },
  };
  const outer = preceded(scenario, [{ say: 'I let a subagent find out.', calls: [start] }], {
    times: Infinity,
    ...which,
  });
  return {
    name: `${scenario.name}+asking in a subagent`,
    reply: (request) => {
      const { conversation } = request;
      const isAsker = conversation.userTexts.some(({ text }) => text.startsWith(`${ASKER}\nName: ${name}`));
      if (conversation.agentId === undefined || !isAsker) return outer.reply(request);
      const closing = `I asked for ${name}; it is not there yet.`;
      return nextMessage({ moves: dependencyRequest(name, by), closing }, conversation, { since: 0 });
    },
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function bash(command: string, description: string): Call {
  return { name: 'Bash', input: { command, description } };
}
