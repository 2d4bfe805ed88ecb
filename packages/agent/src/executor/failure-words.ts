import { FAILURES, type FailureCode } from '@ccs/core/vocabulary/failures';
import type { Language } from '@ccs/core/vocabulary/language';

interface FailureWords {
  readonly meaning: string;
  readonly whatToDo: string;
}

/** What a failure means and what a person can do, for the task's log. */
export function failureWords(code: FailureCode, language: Language): FailureWords {
  return language === 'ko' ? KOREAN[code] : FAILURES[code];
}

const KOREAN: Readonly<Record<FailureCode, FailureWords>> = {
  agent_not_signed_in: {
    meaning: 'Claude Code에 로그인 정보가 없어 작업을 시작하지 못했습니다.',
    whatToDo:
      '서버 폴더에서 `npm run login`으로 로그인하거나 ANTHROPIC_API_KEY를 설정하고 서버를 다시 시작한 뒤 재시도하세요.',
  },
  agent_authentication_failed: {
    meaning: 'API가 Claude Code의 인증 정보를 거부했습니다.',
    whatToDo: 'API 키를 확인하거나 서버 폴더에서 `npm run login`으로 다시 로그인한 뒤 재시도하세요.',
  },
  agent_rate_limited: {
    meaning: '사용 한도에 도달해 API가 요청을 더 받지 않습니다.',
    whatToDo: '한도가 초기화된 뒤 재시도하세요. 대화와 파일은 그대로 있습니다.',
  },
  agent_overloaded: {
    meaning: 'API에 부하가 몰렸고, Claude Code가 재시도하는 동안 회복되지 않았습니다.',
    whatToDo: '몇 분 뒤 재시도하세요. 대화와 파일은 그대로 있습니다.',
  },
  agent_api_error: {
    meaning: 'API 오류가 나서 Claude Code가 더 나아가지 못했습니다.',
    whatToDo: '자세한 내용을 확인한 뒤 재시도하세요. 대화와 파일은 그대로 있습니다.',
  },
  agent_connection_failed: {
    meaning: 'Claude Code가 API에 연결하지 못했습니다.',
    whatToDo: '네트워크와 ANTHROPIC_BASE_URL을 확인한 뒤 재시도하세요.',
  },
  agent_credit_exhausted: {
    meaning: '계정에 남은 크레딧이 없습니다.',
    whatToDo: '크레딧을 충전한 뒤 재시도하세요.',
  },
  agent_context_exceeded: {
    meaning: '대화가 모델이 받을 수 있는 길이를 넘었습니다.',
    whatToDo: '재시도해 보고, 또 실패하면 작업을 더 작게 나누세요.',
  },
  agent_model_not_found: {
    meaning: '설정된 모델이 없거나 이 계정으로는 쓸 수 없습니다.',
    whatToDo: 'ANTHROPIC_MODEL을 고치고 서버를 다시 시작한 뒤 재시도하세요.',
  },
  agent_binary_missing: {
    meaning: 'Claude Code 프로그램을 시작하지 못했습니다.',
    whatToDo:
      '`claude-code-server doctor`로 점검하세요. `npm ci --include=optional`로 다시 설치하면 복구됩니다.',
  },
  agent_exited: {
    meaning: 'Claude Code 프로세스가 할 일을 마치기 전에 끝났습니다.',
    whatToDo: '로그의 마지막 줄을 확인한 뒤 재시도하세요. 대화와 파일은 그대로 있습니다.',
  },
  agent_turn_failed: {
    meaning: 'Claude Code가 오류로 실행을 마쳤습니다.',
    whatToDo: '자세한 내용을 확인한 뒤 재시도하세요.',
  },
  phase_incomplete: {
    meaning: '에이전트가 단계에 필요한 결과물을 다 만들지 않은 채 여러 번 멈췄습니다.',
    whatToDo: '자세한 내용에서 빠진 것을 확인하고 재시도하거나 요청 내용을 고치세요.',
  },
  verifier_no_verdict: {
    meaning: '검증 에이전트가 읽을 수 있는 판정 없이 끝났습니다. 통과도 실패도 아닙니다.',
    whatToDo: '파일을 직접 보고 결정하거나, 수정을 요청해 단계를 다시 검증하세요.',
  },
  workspace_source_unavailable: {
    meaning: '고칠 프로젝트를 작업 폴더로 가져오지 못했습니다.',
    whatToDo: '자세한 내용을 읽고 폴더나 주소, 브랜치를 확인한 뒤 다시 시도하세요.',
  },
  workspace_unavailable: {
    meaning: '작업 폴더를 만들거나 쓸 수 없습니다.',
    whatToDo: '출력 폴더가 있는지, 쓸 수 있는지, 공간이 남았는지 확인한 뒤 재시도하세요.',
  },
  git_missing: {
    meaning: '`git` 프로그램을 찾지 못했습니다. 모든 작업 폴더는 git 저장소입니다.',
    whatToDo: 'git을 설치하고 서버의 PATH에 있는지 확인한 뒤 재시도하세요.',
  },
  cancelled: {
    meaning: '직접 취소한 작업입니다.',
    whatToDo: '다시 실행하면 멈춘 곳에서 이어집니다.',
  },
  internal_error: {
    meaning: '이 작업을 실행하던 중 플랫폼 자체에서 오류가 났습니다. 제품 결함입니다.',
    whatToDo: '재시도해 보고, 또 생기면 자세한 내용과 함께 알려 주세요.',
  },
};
