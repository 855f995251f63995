/** Names that learning platforms put for the root of their files. */
const ROOTS = /^\$(?:IMS[-_]CC[-_]FILEBASE|IMS_CC_FILE_BASE|WIKI_REFERENCE|CANVAS_COURSE_REFERENCE)\$\/*/i;

/** A reference from a file in a folder of a package, as a path in it; undefined when it leads out of the package. */
export function joinPath(folder: string, href: string): string | undefined {
  const plain = decoded(href)
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  const parts = plain.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of plain.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/**
 * Where a picture may be in a package, likeliest first: beside the file that shows it, at the root, among the files of Canvas. Only names
 * of entries come out, never a path of this machine.
 */
export function picturePaths(src: string, folder: string): string[] {
  const bare = decoded(src);
  const fromRoot = bare.replace(ROOTS, '');
  const found = bare === fromRoot ? [joinPath(folder, src), joinPath('', src)] : [];
  const rooted = [joinPath('web_resources', fromRoot), joinPath('', fromRoot), joinPath(folder, fromRoot)];
  return [...new Set([...found, ...rooted].filter((path) => path !== undefined))];
}

export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
