import type { AgentErrorType, DependencyType, QuestionCategory } from '@ccs/core/vocabulary/asks';

/** The blocks of the protocol, by their tags. */
export type BlockTag = 'DEPENDENCY_REQUEST' | 'USER_QUESTION' | 'ERROR';

/** What an agent says to the platform in its text (platform specification D). */
export type ProtocolSignal =
  | { readonly kind: 'step'; readonly phase: number; readonly step: number }
  | { readonly kind: 'phase'; readonly phase: number; readonly documents: readonly string[] }
  | {
      readonly kind: 'dependency';
      readonly type: DependencyType;
      readonly name: string;
      /** Empty when the agent gave none. */
      readonly description: string;
      readonly required: boolean;
    }
  | {
      readonly kind: 'question';
      readonly category: QuestionCategory;
      readonly question: string;
      readonly options: readonly string[];
      readonly default: string | null;
      readonly required: boolean;
    }
  | {
      readonly kind: 'error';
      readonly type: AgentErrorType;
      readonly message: string;
      readonly details: string | null;
    }
  /** A sentence says that an environment variable is needed, without a block. */
  | {
      readonly kind: 'hint';
      readonly name: string;
      readonly type: 'api_key' | 'env_variable';
      readonly sentence: string;
    }
  /** A block that cannot be understood; `problem` is what the agent is told. */
  | { readonly kind: 'malformed'; readonly block: BlockTag; readonly problem: string };
