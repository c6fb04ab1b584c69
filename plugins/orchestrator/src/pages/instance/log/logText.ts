import type { LogLevel, LogLine } from '../../../api/useLogLines';

/** What each level is called. */
export const levelLabels: Readonly<Record<LogLevel, string>> = {
  info: 'Info',
  warn: 'Warning',
  error: 'Error',
};

/** The lines that have a text, letters of either case; all of them for the empty text. */
export function linesWith(
  lines: readonly LogLine[],
  text: string,
): readonly LogLine[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return lines;
  return lines.filter(({ message, task = '' }) =>
    `${message}\n${task}`.toLowerCase().includes(wanted),
  );
}

/** Lines as a text file has them: time, level, task and message, separated by tabs. */
export function logFile(lines: readonly LogLine[]): string {
  return lines
    .map(({ time, level, task = '', message }) =>
      [time, level, task, message].join('\t'),
    )
    .map(line => `${line}\n`)
    .join('');
}

/** A text in parts, those at odd places being what was searched for. */
export function partsAround(text: string, wanted: string): readonly string[] {
  const trimmed = wanted.trim();
  if (!trimmed) return [text];
  const literal = trimmed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.split(new RegExp(`(${literal})`, 'i'));
}
