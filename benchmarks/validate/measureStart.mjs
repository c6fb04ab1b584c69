// In a process of its own: prints how many milliseconds loading a contender and checking its first definition take.
import { readFileSync } from 'node:fs';
import { contenders } from './contenders.mjs';

const [name, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const began = performance.now();
const messages = contenders[name]().whole(text);
const elapsed = performance.now() - began;
if (messages.length > 0) throw new Error(messages[0]);
console.log(elapsed);
