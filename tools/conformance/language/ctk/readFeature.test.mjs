import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFeature } from './readFeature.mjs';

const text = `Feature: Things
  As somebody

  # A comment
  Scenario: One
    Given a thing:
    """yaml
    a: 1
      b: 2
    """
    And given more
    When it happens
    Then it is so

  Scenario: Two
    Then nothing
`;

test('feature: reads scenarios, steps and texts without their margin', () => {
  assert.deepEqual(readFeature(text), {
    name: 'Things',
    scenarios: [
      {
        name: 'One',
        steps: [
          { text: 'a thing:', doc: 'a: 1\n  b: 2' },
          { text: 'given more' },
          { text: 'it happens' },
          { text: 'it is so' },
        ],
      },
      { name: 'Two', steps: [{ text: 'nothing' }] },
    ],
  });
});

test('feature: refuses a text that does not end', () => {
  assert.throws(
    () => readFeature('Scenario: x\n  Given a:\n  """\n  b'),
    /line 3/,
  );
});
