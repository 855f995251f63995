import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stem } from './stem.ts';

/** The examples of Porter's paper, step by step. */
const PAPER = `caresses:caress ponies:poni ties:ti caress:caress cats:cat feed:feed agreed:agre plastered:plaster bled:bled
motoring:motor sing:sing conflated:conflat troubled:troubl sized:size hopping:hop tanned:tan falling:fall hissing:hiss
fizzed:fizz failing:fail filing:file happy:happi sky:sky relational:relat conditional:condit rational:ration valenci:valenc
digitizer:digit conformabli:conform radicalli:radic differentli:differ vileli:vile analogousli:analog
vietnamization:vietnam predication:predic operator:oper feudalism:feudal decisiveness:decis hopefulness:hope
callousness:callous formaliti:formal sensitiviti:sensit sensibiliti:sensibl triplicate:triplic formative:form
formalize:formal electriciti:electr electrical:electr hopeful:hope goodness:good revival:reviv allowance:allow
inference:infer airliner:airlin gyroscopic:gyroscop adjustable:adjust defensible:defens irritant:irrit
replacement:replac adjustment:adjust dependent:depend adoption:adopt homologou:homolog communism:commun activate:activ
angulariti:angular homologous:homolog effective:effect bowdlerize:bowdler probate:probat rate:rate cease:ceas
controll:control roll:roll`;

test('words are stemmed as in Porter’s paper', () => {
  for (const pair of PAPER.split(/\s+/)) {
    const [word = '', wanted = ''] = pair.split(':');
    assert.equal(stem(word), wanted, word);
  }
});

test('forms of a word that pupils use meet in one stem', () => {
  assert.equal(new Set(['connect', 'connected', 'connecting', 'connection', 'connections'].map(stem)).size, 1);
  assert.equal(stem('equations'), stem('equation'));
  assert.equal(stem('multiplying'), stem('multiply'));
});

test('other scripts, numbers and very short words stay as they are', () => {
  for (const word of ['משוואה', '12', 'is', 'x', 'café']) assert.equal(stem(word), word);
});

test('property: a stem is never longer than its word by more than an e', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => assert.ok(stem(word).length <= word.length + 1)));
});
