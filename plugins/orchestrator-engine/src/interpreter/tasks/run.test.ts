import { standardError } from '../WorkflowError';
import { runCases } from '../../__testUtils__/runCases';

runCases({
  'run workflow': [
    {
      does: 'starts it with its own input, and gives its output',
      input: { a: 1 },
      child: ({ input }) => ({ output: { got: input } }),
      tasks: `
        - sub:
            run:
              workflow: { namespace: team, name: other, version: 1.0.0, input: { n: '\${ .a }' } }`,
      children: [
        {
          id: '/do/0/sub:child',
          workflowId: 'team.other',
          version: '1.0.0',
          input: { n: 1 },
          isAwaited: true,
        },
      ],
      output: { got: { n: 1 } },
    },
    {
      does: 'hands its input on when there is no other, in the default namespace',
      input: { a: 1 },
      tasks: `
        - sub:
            input: { from: '{ b: .a }' }
            run: { workflow: { namespace: default, name: other, version: latest } }`,
      children: [{ workflowId: 'other', version: 'latest', input: { b: 1 } }],
      output: { b: 1 },
    },
    {
      does: 'gives its own input when nobody waits',
      input: { a: 1 },
      child: () => 'never',
      tasks: `
        - sub:
            run:
              workflow: { namespace: default, name: other, version: latest, input: {} }
              await: false`,
      children: [{ isAwaited: false }],
      output: { a: 1 },
    },
    {
      does: 'fails as it fails, and can catch that',
      child: () => ({
        error: standardError('communication', 'child failed', 503).details,
      }),
      tasks: `
        - guard:
            try:
              - sub: { run: { workflow: { namespace: default, name: other, version: latest } } }
            catch:
              errors: { with: { status: 503 } }
              do:
                - note: { set: { caught: '\${ $error.detail }' } }`,
      output: { caught: 'child failed' },
    },
    {
      does: 'stops it when the time is over',
      child: () => 'never',
      tasks: `
        - sub:
            run: { workflow: { namespace: default, name: other, version: latest } }
            timeout: { after: PT5S }`,
      error: { status: 408 },
      elapsedMs: 5000,
    },
  ],
  'run script': [
    {
      does: 'asks for it, with its code as it is written',
      input: { name: 'Ada' },
      answer: () => ({ value: 'hello' }),
      tasks: `
        - script:
            run:
              script:
                language: js
                code: 'console.log(\`\${1 + 1}\`)'
                stdin: '\${ . }'
                arguments: [ '\${ .name }', two ]
                environment: { N: '\${ 7 }' }`,
      effects: [
        {
          kind: 'script',
          language: 'js',
          // eslint-disable-next-line no-template-curly-in-string
          code: 'console.log(`${1 + 1}`)',
          stdin: '{"name":"Ada"}',
          arguments: ['Ada', 'two'],
          environment: { N: '7' },
          return: 'stdout',
        },
      ],
      output: 'hello',
    },
  ],
  'run shell': [
    {
      does: 'only begins it when nobody waits',
      input: { kept: true },
      answer: () => ({ value: null }),
      tasks: `- sh: { run: { shell: { command: 'echo \${ .kept }' }, await: false } }`,
      effects: [{ kind: 'shell', command: 'echo true', isDetached: true }],
      output: { kept: true },
    },
    {
      does: 'gives it in the form that is asked for',
      answer: () => ({ value: { code: 0, stdout: '', stderr: '' } }),
      tasks: `- sh: { run: { shell: { command: ls }, return: all } }`,
      effects: [{ kind: 'shell', return: 'all' }],
      output: { code: 0, stdout: '', stderr: '' },
    },
  ],
  'run container': [
    {
      does: 'asks for it',
      tasks: `
        - box:
            run:
              container:
                image: alpine
                command: ls
                ports: { '8080': 80 }
                lifetime: { cleanup: eventually, after: PT30M }`,
      effects: [
        {
          kind: 'container',
          image: 'alpine',
          command: 'ls',
          ports: { 8080: 80 },
          pullPolicy: 'ifNotPresent',
          lifetime: { cleanup: 'eventually', afterMs: 1_800_000 },
        },
      ],
    },
  ],
});
