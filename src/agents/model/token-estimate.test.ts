import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelRequest } from '../../../test/support/model-calls.ts';
import { estimateUsage } from './token-estimate.ts';

test('an estimate is always marked as one', () => {
  assert.equal(estimateUsage(modelRequest(), '').estimated, true);
});

test('everything that is sent counts: system, messages, tool calls, tools and schema', () => {
  const plain = estimateUsage(modelRequest(), '').inputTokens;
  const more = [
    modelRequest({ system: 'You are a very patient teacher of mathematics.' }),
    modelRequest({
      messages: [...modelRequest().messages, { role: 'tool', toolCallId: 'a', content: '{"mastery":0.8}' }],
    }),
    modelRequest({ tools: [{ name: 'look', description: 'Looks', parameters: {} }] }),
    modelRequest({ responseSchema: { name: 'a', schema: { type: 'object' } } }),
  ];
  for (const request of more) assert.ok(estimateUsage(request, '').inputTokens > plain);
  const call = {
    role: 'assistant',
    content: '',
    toolCalls: [{ id: 'a', name: 'look', arguments: '{"unit":"Fractions"}' }],
  } as const;
  const bare = estimateUsage(modelRequest({ messages: [{ role: 'assistant', content: '' }] }), '').inputTokens;
  assert.equal(
    estimateUsage(modelRequest({ messages: [{ ...call, toolCalls: [...call.toolCalls] }] }), '').inputTokens,
    bare + 1 + 5,
  );
});

test('a sentence of English is four letters a token, the same length in Hebrew more', () => {
  const english = estimateUsage(modelRequest(), 'What is a half of ten?').outputTokens;
  const hebrew = estimateUsage(modelRequest(), 'כמה הם חצי מעשר בבקשה?').outputTokens;
  assert.equal(english, 6);
  assert.ok(hebrew > english);
});
