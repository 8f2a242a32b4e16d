/**
 * The folder of the package that a module of a bundle is from, with `/` between its parts; null for a module of our own.
 * @throws when it is from neither: then nobody knows under which licence it stands
 */
export function packageOf(root: string, id: string): string | null {
  const base = root.replaceAll('\\', '/');
  // What a tool itself puts into a bundle has a made-up name: a zero byte, then the tool's package.
  const file = (id.startsWith('\0') ? `${base}/node_modules/${id.slice(1)}` : id)
    .replaceAll('\\', '/')
    .replace(/\?.*$/, '');
  const inPackage = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
  if (inPackage !== undefined) return inPackage;
  if (['electron/', 'renderer/', 'shared/', 'package.json'].some((own) => file.startsWith(`${base}/${own}`)))
    return null;
  throw new Error(`${JSON.stringify(id)} is in a bundle, but in no package: under which licence?`);
}
