import { SharedReads } from './SharedReads';

/** Reads that are answered one by one. */
function pendingReads() {
  const answers: ((value: string) => void)[] = [];
  const reads = new SharedReads<string>(
    () => new Promise(resolve => answers.push(resolve)),
  );
  return { reads, answers };
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

it('reads once for all who ask before it begins', async () => {
  const { reads, answers } = pendingReads();
  const asked = [reads.get('a'), reads.get('a'), reads.get('a')];
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]('one');
  expect(await Promise.all(asked)).toEqual(['one', 'one', 'one']);
});

it('gives nobody what was read before he asked, and reads once for all who come meanwhile', async () => {
  const { reads, answers } = pendingReads();
  const early = reads.get('a');
  await turn();
  const late = [reads.get('a')];
  await turn();
  late.push(reads.get('a'));
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]('old');
  expect(await early).toBe('old');
  await turn();
  expect(answers).toHaveLength(2);
  answers[1]('new');
  expect(await Promise.all(late)).toEqual(['new', 'new']);
});

it('reads other things at the same time', async () => {
  const { reads, answers } = pendingReads();
  void reads.get('a');
  void reads.get('b');
  await turn();
  expect(answers).toHaveLength(2);
});

it('reads again after a read has failed', async () => {
  let isAway = true;
  const reads = new SharedReads(async () => {
    if (isAway) throw new Error('away');
    return 'there';
  });
  await expect(reads.get('a')).rejects.toThrow('away');
  isAway = false;
  await expect(reads.get('a')).resolves.toBe('there');
});
