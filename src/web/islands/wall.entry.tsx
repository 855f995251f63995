import { hydrate } from 'preact';
import { classroom as english } from '../i18n/en/classroom.ts';
import { formatFor } from '../i18n/format.ts';
import { classroom as hebrew } from '../i18n/he/classroom.ts';
import { WallIsland, type WallIslandProps } from './wall/wall.island.tsx';

const root = document.getElementById('wall');
if (root?.dataset.props) {
  const props: WallIslandProps = JSON.parse(root.dataset.props);
  const t = props.locale === 'he' ? hebrew : english;
  hydrate(<WallIsland {...props} t={t} format={formatFor(props.locale, props.timeZone)} />, root);
}
