import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrief, makeItem, nextItem, withheldFor } from '../../../../test/support/teaching-brief.ts';
import type { BankQuestion, TeacherPorts } from '../ports.ts';
import { TEACHER_TOOLS } from './teacher-tools.ts';

const open = makeItem();
const pose = nextItem();
const brief = makeBrief({ kind: 'small talk', text: 'hi', open, pose }, { withheld: [withheldFor(open)] });

function bankQuestion(parts: Partial<BankQuestion>): BankQuestion {
  return {
    qaId: 40,
    unitName: 'Two-step equations',
    use: 'for study',
    level: 2,
    question: 'Solve $2x = 8$.',
    choices: [],
    answer: '4',
    explanation: 'Halve both sides.',
    ...parts,
  };
}

const bank: BankQuestion[] = [
  bankQuestion({}),
  bankQuestion({ qaId: 41, use: 'for test', question: 'A secret test question', answer: 'test-key' }),
  bankQuestion({ qaId: open.qaId, question: open.question, answer: 'open-key', explanation: 'open-explanation' }),
  bankQuestion({ qaId: pose.qaId, question: pose.question, answer: 'posed-key', explanation: 'posed-explanation' }),
  bankQuestion({ qaId: 99, question: ` ${open.question}`, answer: 'twin-key', explanation: 'twin-explanation' }),
];

function portsWith(parts: Partial<TeacherPorts> = {}): TeacherPorts {
  return {
    getStudentProgress: async () => ({ courseName: 'Algebra', progress: 0.5, units: [] }),
    findQuestionsOfUnit: async () => bank,
    listUpcomingTests: async () => [],
    searchQuestions: async () => bank.map((each) => ({ ...each, coverage: 0.5 })),
    findPrerequisiteStatus: async () => undefined,
    ...parts,
  };
}

async function call(name: string, args: unknown, ports = portsWith()) {
  const tool = TEACHER_TOOLS.find((each) => each.definition.name === name);
  assert.ok(tool, name);
  return await tool.call(typeof args === 'string' ? args : JSON.stringify(args), ports, brief);
}

test('five tools are offered, each with an object of arguments that takes nothing else', () => {
  assert.deepEqual(TEACHER_TOOLS.map((tool) => tool.definition.name).toSorted(), [
    'get_prerequisite_status',
    'get_qa_for_learning_unit',
    'get_student_progress',
    'get_upcoming_tests',
    'search_qa_by_question',
  ]);
  for (const { definition } of TEACHER_TOOLS) {
    assert.equal(definition.parameters.type, 'object');
    assert.equal(definition.parameters.additionalProperties, false);
  }
});

test('questions for tests never come back, nor the answers of questions that are open or about to open', async () => {
  for (const [name, args] of [
    ['get_qa_for_learning_unit', { unit_name: 'Two-step equations', limit: 8 }],
    ['search_qa_by_question', { question: 'solve', limit: 5 }],
  ] as const) {
    const { content, error } = await call(name, args);
    assert.equal(error, undefined);
    assert.doesNotMatch(content, /test-key|secret|open-|posed-|twin-/);
    assert.match(content, /Halve both sides/);
    assert.match(content, /Solve \$3x/, 'the open question itself may be seen');
  }
});

test('the answer of a choice comes as its text', async () => {
  const choices = [
    { id: 'a', text: 'the nucleus' },
    { id: 'b', text: 'the wall' },
  ];
  const ports = portsWith({ findQuestionsOfUnit: async () => [bankQuestion({ choices, answer: 'b' })] });
  const { content } = await call('get_qa_for_learning_unit', { unit_name: 'x' }, ports);
  assert.equal(JSON.parse(content).questions[0].answer, 'the wall');
});

test('arguments that name a pupil or a course are refused', async () => {
  assert.ok((await call('get_student_progress', { student_id: 5 })).error);
  assert.ok((await call('get_upcoming_tests', { course: 'other' })).error);
  assert.ok((await call('search_qa_by_question', { question: 'x', course_id: 3 })).error);
});

test('bad arguments come back as an error that says what is wrong', async () => {
  for (const args of [
    '{',
    '[]',
    'null',
    '"x"',
    '{"unit_name":""}',
    '{"unit_name":"x","limit":0}',
    '{"unit_name":"x","limit":1e9}',
    '{}',
  ])
    assert.ok(JSON.parse((await call('get_qa_for_learning_unit', args)).content).error, args);
  assert.ok((await call('search_qa_by_question', { question: 'x'.repeat(5000) })).error);
});

test('no arguments at all are fine where none are needed', async () => {
  assert.equal((await call('get_student_progress', '')).error, undefined);
});

test('what a port hands out beyond the result is cut off', async () => {
  const ports = portsWith({
    getStudentProgress: async () => ({ courseName: 'Algebra', progress: 0.5, units: [], surname: 'Levi' }),
  });
  assert.doesNotMatch((await call('get_student_progress', {}, ports)).content, /Levi/);
});

test('a result that is not what it should be is not passed on', async () => {
  const ports = portsWith({ getStudentProgress: async () => ({ courseName: 'Algebra', progress: 7, units: [] }) });
  const { content, error } = await call('get_student_progress', {}, ports);
  assert.deepEqual(JSON.parse(content), { error: 'Not available just now.' });
  assert.match(error ?? '', /progress/);
});

test('a port that fails is an answer, not a crash, and tells the model nothing of the inside', async () => {
  const ports = portsWith({
    listUpcomingTests: async () => {
      throw new Error('select * from tests: no such table');
    },
  });
  const { content, error } = await call('get_upcoming_tests', {}, ports);
  assert.doesNotMatch(content, /select/);
  assert.match(error ?? '', /no such table/);
});

test('a result that is too large is not sent', async () => {
  const unit = {
    unitName: 'u'.repeat(400),
    state: 'in progress' as const,
    progress: 0,
    mastery: null,
    answers: 0,
    dueForReview: false,
  };
  const ports = portsWith({
    getStudentProgress: async () => ({
      courseName: 'Algebra',
      progress: 0,
      units: Array.from({ length: 40 }, () => unit),
    }),
  });
  const { content } = await call('get_student_progress', {}, ports);
  assert.ok(content.length < 8_000);
  assert.ok(JSON.parse(content).error);
});

test('an unknown unit is said to be unknown', async () => {
  const { content } = await call('get_prerequisite_status', { unit_name: 'Alchemy' });
  assert.deepEqual(JSON.parse(content), { unitName: 'Alchemy', unknown: true });
});
