import type { PendingInput } from '@ccs/core/task/model/pending-input';
import type { QuestionAsk } from '@ccs/core/task/model/asks';
import { z } from 'zod';
import type { Redact } from './redactor.ts';
import type { ToolCall } from './tool-call.ts';

const questionsSchema = z.object({
  questions: z.array(
    z.object({
      question: z.string(),
      multiSelect: z.boolean().optional(),
      options: z.array(z.object({ label: z.string(), description: z.string().optional() })),
    }),
  ),
});

type UserQuestion = z.infer<typeof questionsSchema>['questions'][number];

/** The questions of a call of Claude Code's AskUserQuestion, each as one question; none when its input is malformed. */
export function questionsOf(call: ToolCall, deferred: boolean): readonly QuestionAsk[] {
  return parse(call).map((question) => ({
    source: 'claude_code',
    toolUseId: call.toolUseId,
    deferred,
    category: 'choice',
    question: textOf(question),
    options: question.options.map(({ label }) => label),
    multiSelect: question.multiSelect ?? false,
    default: null,
    required: true,
  }));
}

/** The input with which AskUserQuestion hands these answers to the agent. */
export function withAnswers(
  call: ToolCall,
  inputs: readonly PendingInput[],
  redact: Redact,
): Record<string, unknown> {
  const given = inputs.flatMap((input) => (input.kind === 'answer' ? [[input.question, input.answer]] : []));
  const byQuestion = new Map(given as [string, string][]);
  const answers = parse(call).flatMap((question) => {
    const answer = byQuestion.get(redact(textOf(question)));
    return answer === undefined ? [] : [[question.question, answer] as const];
  });
  return { ...call.input, answers: Object.fromEntries(answers) };
}

function parse({ input }: ToolCall): readonly UserQuestion[] {
  const parsed = questionsSchema.safeParse(input);
  return parsed.success ? parsed.data.questions : [];
}

/** The question, and what the agent says about its options. */
function textOf({ question, options }: UserQuestion): string {
  const described = options.filter(({ description }) => description !== undefined && description !== '');
  if (described.length === 0) return question;
  return `${question}\n\n${described.map(({ label, description }) => `- ${label}: ${description}`).join('\n')}`;
}
