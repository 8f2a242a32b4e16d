import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import * as resedit from 'resedit';

import type { System } from '../../electron/cli/packaging/system.ts';
import { assertNever } from '../../shared/assertNever.ts';

/** What electron-builder has to find in an Electron of a system to pack with it. Nothing of it runs. */
export function writeStandInRuntime(folder: string, system: System): void {
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('version', '45.4.1');
  switch (system) {
    case 'linux':
      write('electron', '');
      write('resources/placeholder', '');
      for (const language of languages) write(`locales/${language}.pak`, '');
      return;
    case 'win':
      write('electron.exe', emptyProgram());
      write('resources/placeholder', '');
      for (const language of languages) write(`locales/${language}.pak`, '');
      return;
    case 'mac':
      writeBundle('Electron.app', 'Electron');
      for (const part of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
        writeBundle(`Electron.app/Contents/Frameworks/Electron Helper${part}.app`, `Electron Helper${part}`);
      }
      for (const language of languages) write(`${framework}/Resources/${language}.lproj/locale.pak`, '');
      return;
    default:
      assertNever(system);
  }

  function writeBundle(path: string, name: string): void {
    write(`${path}/Contents/MacOS/${name}`, '');
    write(`${path}/Contents/Info.plist`, propertyList(name));
  }
}

const framework = 'Electron.app/Contents/Frameworks/Electron Framework.framework/Versions/A';

/** Two that Ringside speaks and one that it does not; the names that all systems use. */
const languages = ['en', 'el', 'fr'];

function propertyList(name: string): string {
  const keys = ['CFBundleIdentifier', 'CFBundleName', 'CFBundleDisplayName', 'CFBundleExecutable'];
  const entries = keys.map((key) => `<key>${key}</key><string>${name}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${entries.join('')}</dict></plist>`;
}

/** A program without code, whose version can be edited. */
function emptyProgram(): Buffer {
  const program = resedit.NtExecutable.createEmpty(false, false);
  const resources = resedit.NtExecutableResource.from(program);
  const version = resedit.Resource.VersionInfo.createEmpty();
  version.setFileVersion(1, 0, 0, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}
