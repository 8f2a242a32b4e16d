/** Of one workflow: where it breaks a rule of ours, as `line: what`. The linter knows nothing of these. */
export function brokenRules(text: string): readonly string[] {
  const lines = text.split('\n');
  return [
    ...lines.flatMap((line, index) => (isPinned(line) ? [] : [`${index + 1}: not pinned by a hash with its version`])),
    ...lines.flatMap((line, index) =>
      line.includes('actions/checkout@') && !stepAt(lines, index).includes('persist-credentials: false')
        ? [`${index + 1}: leaves its token in the checkout`]
        : [],
    ),
    ...scriptLines(lines).flatMap((index) =>
      lines[index]?.includes('${{') === true ? [`${index + 1}: puts an expression into a script`] : [],
    ),
    ...(/^permissions:\n {2}contents: read\n(?! )/m.test(text) ? [] : ['1: takes more rights than to read']),
    ...(/\bpull_request_target\b/.test(text) ? ['1: runs the code of strangers with our rights'] : []),
    ...jobs(lines)
      .filter(({ body }) => !body.some((line) => /^ {4}(?:timeout-minutes: \d+|uses: \.\/)/.test(line)))
      .map(({ line, name }) => `${line}: ${name} may run for hours`),
  ];
}

/** Whether a line uses no action, one of this repository, or one by its whole hash with the version beside it. */
function isPinned(line: string): boolean {
  const used = /^\s*(?:- )?uses:\s*(.*)$/.exec(line)?.[1];
  return used === undefined || used.startsWith('./') || /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used);
}

/** The text of the step that a line belongs to. */
function stepAt(lines: readonly string[], index: number): string {
  const start = lines.findLastIndex((line, at) => at <= index && /^\s*- /.test(line));
  const end = lines.findIndex((line, at) => at > start && indent(line) <= indent(lines[start] ?? '') && line !== '');
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

/** The lines of every script: that of `run:` itself, and those below it that are further in. */
function scriptLines(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line, index) => {
    if (!/^\s*(?:- )?run:/.test(line)) return [];
    const column = line.indexOf('run:');
    const end = lines.findIndex((below, at) => at > index && below !== '' && indent(below) <= column);
    return Array.from({ length: (end < 0 ? lines.length : end) - index }, (_, offset) => index + offset);
  });
}

function jobs(lines: readonly string[]): readonly { line: number; name: string; body: readonly string[] }[] {
  const start = lines.indexOf('jobs:') + 1;
  const heads = lines.flatMap((line, index) => (index >= start && /^ {2}[\w-]+:$/.test(line) ? [index] : []));
  return heads.map((head, at) => ({
    line: head + 1,
    name: (lines[head] ?? '').trim().slice(0, -1),
    body: lines.slice(head, heads[at + 1]),
  }));
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}
