import { readFileSync, readdirSync } from 'node:fs';

/** A process and everything it has started, as far as that has not been left to others. Linux alone. */
export function processTree(pid: number): number[] {
  const all = processes();
  const below = (parent: number): number[] => [
    parent,
    ...all.filter((each) => each.parent === parent).flatMap((each) => below(each.pid)),
  ];
  return below(pid);
}

/** Every process of this machine, with its arguments as every user can read them. Zombies are none. */
export function processes(): { pid: number; parent: number; args: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), args }];
      } catch {
        return [];
      }
    });
}
