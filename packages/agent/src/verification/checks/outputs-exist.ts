import { missingOutputs } from '../../workspace/outputs.ts';
import { fails, passes } from '../results.ts';
import { type Check, inLanguage } from './check.ts';

/** Every output of the phase is on disk and not empty. */
export const outputsExist: Check = async (key, { run }) => {
  const { language, phase, workspacePath } = run;
  const outputs = phase.steps.flatMap((step) => step.outputs);
  const missing = await missingOutputs(workspacePath, outputs);
  if (missing.length === 0) {
    return passes(
      key,
      inLanguage(language, {
        en: outputs.length === 1 ? 'The one output is there.' : `All ${outputs.length} outputs are there.`,
        ko: `산출물 ${outputs.length}개가 모두 있습니다.`,
      }),
    );
  }
  const names = missing.map((output) => (output.kind === 'file' ? output.path : output.label));
  const list = names.join(', ');
  const nothing = inLanguage(language, { en: 'not there, or empty', ko: '없거나 비어 있음' });
  return fails(
    key,
    inLanguage(language, {
      en: `${missing.length} of ${outputs.length} outputs are missing or empty: ${list}.`,
      ko: `산출물 ${outputs.length}개 중 ${missing.length}개가 없거나 비어 있습니다: ${list}.`,
    }),
    missing.flatMap((output) =>
      output.kind === 'file' ? [{ path: output.path, line: null, text: nothing }] : [],
    ),
    inLanguage(language, { en: `Write what is missing: ${list}.`, ko: `빠진 것을 작성하세요: ${list}.` }),
  );
};
