/** What the agent says while it changes a project. */
export const SAYS = {
  en: {
    look: {
      list: 'First I look at the project as it is: which files there are.',
      files: 'Now the files that tell most: what it says of itself, one source and one test.',
      unlisted: 'I could not list the files. I do without, and read what most projects have.',
    },
    free: 'Without the list I check that the names of the new files are free.',
    documents: {
      '01_structure': 'I write down how the project is built.',
      '02_impact': 'What the change touches, and what it must leave alone.',
      '03_change_plan': 'The plan: the smallest step that can be shown and tested.',
      '04_test_plan': 'How that will be checked.',
      '05_test_report': 'The report says what was run, and quotes what really came of it.',
    } as Record<string, string>,
    change: (name: string) => `I write \`${name}\`, as it was planned.`,
    test: 'Now its test.',
    install: 'Install the packages of the project',
    run: 'I run the tests of the project.',
    status: 'There is no test that I can run here. I look at what has changed.',
    format: 'Bring the new files into the form that the project’s checker wants',
    clean: 'Remove what the test run left behind',
    done: 'Files',
  },
  ko: {
    look: {
      list: '먼저 프로젝트를 있는 그대로 보겠습니다. 어떤 파일이 있는지부터입니다.',
      files: '가장 많은 것을 말해 주는 파일을 읽겠습니다. 소개, 소스 하나, 테스트 하나입니다.',
      unlisted: '파일 목록을 얻지 못했습니다. 목록 없이, 대부분의 프로젝트에 있는 파일을 읽겠습니다.',
    },
    free: '목록이 없으므로 새 파일의 이름이 비어 있는지 확인하겠습니다.',
    documents: {
      '01_structure': '프로젝트가 어떻게 되어 있는지 적습니다.',
      '02_impact': '변경이 닿는 곳과 그대로 두어야 할 곳을 적습니다.',
      '03_change_plan': '보여 주고 시험할 수 있는 가장 작은 걸음으로 계획합니다.',
      '04_test_plan': '그것을 어떻게 확인할지 적습니다.',
      '05_test_report': '무엇을 실행했고 실제로 어떻게 되었는지 보고서에 옮깁니다.',
    } as Record<string, string>,
    change: (name: string) => `계획한 대로 \`${name}\` 함수를 씁니다.`,
    test: '이제 그 테스트를 씁니다.',
    install: '프로젝트의 패키지 설치',
    run: '프로젝트의 테스트를 실행하겠습니다.',
    status: '여기서 실행할 수 있는 테스트가 없습니다. 무엇이 바뀌었는지 보겠습니다.',
    format: '새 파일을 프로젝트 검사기가 바라는 형식으로 맞추기',
    clean: '테스트가 남긴 파일 지우기',
    done: '파일',
  },
};
