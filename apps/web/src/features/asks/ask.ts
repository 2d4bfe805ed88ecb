import type { DependencyDto, QuestionDto } from '@ccs/contract';

/** What an agent asks of a person: a question, or something that it needs. */
export type Ask =
  | ({ readonly kind: 'question' } & QuestionDto)
  | ({ readonly kind: 'dependency' } & DependencyDto);

/** Questions and dependencies as one list: what work stops for first, each oldest first. */
export function asksOf(
  questions: readonly QuestionDto[],
  dependencies: readonly DependencyDto[],
): readonly Ask[] {
  const asks: Ask[] = [
    ...questions.map((each) => ({ kind: 'question' as const, ...each })),
    ...dependencies.map((each) => ({ kind: 'dependency' as const, ...each })),
  ];
  return asks.toSorted(
    (a, b) =>
      Number(stopsWork(b)) - Number(stopsWork(a)) ||
      a.createdAt.localeCompare(b.createdAt) ||
      a.id.localeCompare(b.id),
  );
}

/** Whether work stops until it is settled: required questions, and all dependencies. */
export function stopsWork(ask: Ask): boolean {
  return ask.kind === 'dependency' || ask.required;
}

/** What becomes of an ask while nobody settles it. */
export type WithoutAnswer =
  | { readonly kind: 'stops' | 'stopsSkippable' | 'goesOn' }
  | { readonly kind: 'default' | 'skipped'; readonly at: string };

export function withoutAnswer(ask: Ask): WithoutAnswer {
  if (ask.required) return { kind: 'stops' };
  if (ask.kind === 'dependency') {
    return ask.expiresAt === null ? { kind: 'stopsSkippable' } : { kind: 'skipped', at: ask.expiresAt };
  }
  return ask.expiresAt === null ? { kind: 'goesOn' } : { kind: 'default', at: ask.expiresAt };
}
