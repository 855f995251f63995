import type { FigureDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { imageType } from '../../domain/curriculum/image-type.ts';
import { LIMITS } from '../../domain/curriculum/import/limits.ts';
import { shorten } from '../../domain/curriculum/import/shorten.ts';
import { hasTooManyPixels } from '../../domain/curriculum/picture-size.ts';
import { ItemRefused, type QtiItem } from '../../domain/curriculum/qti/item.ts';
import { folderOf, picturePaths } from '../../domain/curriculum/qti/package/paths.ts';
import { FileRefused } from './bounded-files.ts';
import type { PackageFiles } from './package-files.ts';

const DATA = /^data:image\/[a-z.+-]{1,20};base64,([A-Za-z0-9+/=\s]+)$/;

/**
 * The pictures of an item as figures; descriptions that are too long are cut, and `tell` is told what is gone. Throws `ItemRefused`
 * for a picture that is missing, elsewhere, too large or none by its bytes.
 */
export async function readPictures(
  item: QtiItem,
  file: string,
  files: PackageFiles,
  tell: (note: string) => void,
): Promise<FigureDraft[]> {
  const count = item.pictures.length;
  if (count > LIMITS.figuresEach)
    throw new ItemRefused(`it has ${count} pictures; at most ${LIMITS.figuresEach} are taken`);
  const figures: FigureDraft[] = [];
  for (const { src, alt } of item.pictures) {
    const bytes = await bytesOf(src, file, files);
    const name = nameOf(src);
    if (bytes.length > LIMITS.figure) throw new ItemRefused(`its picture ${name} is larger than 2 MB`);
    const mediaType = imageType(bytes);
    if (mediaType === null) throw new ItemRefused(`its picture ${name} is no PNG, JPEG, GIF or WebP`);
    if (hasTooManyPixels(bytes)) throw new ItemRefused(`its picture ${name} has more than 16 million pixels`);
    const words = described(alt, item, figures.length);
    const what = `the description of its picture ${name}`;
    figures.push({ fileName: name, mediaType, alt: shorten(what, words, LIMITS.title, tell), bytes });
  }
  return figures;
}

async function bytesOf(src: string, file: string, files: PackageFiles): Promise<Uint8Array> {
  const data = DATA.exec(src)?.[1];
  if (data !== undefined) return Buffer.from(data, 'base64');
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src))
    throw new ItemRefused(`its picture stands on another site: ${src.slice(0, 80)}`);
  const paths = picturePaths(src, folderOf(file));
  const path = paths.find((one) => files.has(one)) ?? onlyOneBelow(paths, files);
  if (path === undefined) throw new ItemRefused(`its picture ${src.slice(0, 80)} is not in the package`);
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof FileRefused) throw new ItemRefused(`its picture cannot be read: ${error.message}`);
    throw error;
  }
}

/** Some exporters leave out the folder under which their pictures are: taken where just one file of the package ends so. */
function onlyOneBelow(paths: readonly string[], files: PackageFiles): string | undefined {
  const tails = paths.filter((path) => path !== '').map((path) => `/${path}`);
  const [found, ...more] = files.names.filter((name) => tails.some((tail) => name.endsWith(tail)));
  return more.length === 0 ? found : undefined;
}

const nameOf = (src: string): string =>
  src.startsWith('data:')
    ? 'picture'
    : (
        src
          .replace(/[?#].*$/, '')
          .split('/')
          .at(-1) ?? ''
      ).slice(0, 120);

/** The source's description; the name of a file is none. */
function described(alt: string, item: QtiItem, index: number): string {
  if (alt !== '' && !/^\S+\.(?:png|jpe?g|gif|webp|svg|bmp)$/i.test(alt)) return alt;
  const which = item.pictures.length > 1 ? `Picture ${index + 1} of ${item.pictures.length}` : 'Picture';
  return `${which} of this question; the source has no description of it`;
}
