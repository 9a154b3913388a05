import type { ScreenGroupShown } from '@zhiheng/office';
import { useState } from 'react';
import { Select } from '../staff/Field.js';
import { useAreaNames } from '../staff/useAreaNames.js';
import { useWords } from '../words/words.js';
import { labelledKeys, type MemberKey, memberKeys } from './member-keys.js';
import { NodeShape } from './NodeShape.js';
import { linkPath, mostNodes, networkPlaces } from './network-places.js';
import { textWords } from './screening-words.js';
import { shareText } from './share-text.js';

const keyWords: Readonly<Record<MemberKey, string>> = {
  party: 'screening.holder',
  agency: 'screening.agency',
  area: 'screening.area',
};

export interface MemberNetworkProps {
  readonly shown: ScreenGroupShown;
  readonly current: string | null;
}

/** Members as nodes, links by how alike their texts are; the same as lists below. */
export function MemberNetwork({ shown, current }: MemberNetworkProps) {
  const { word, language } = useWords();
  const [by, setBy] = useState<MemberKey>('party');
  const { members, links, linksTotal, group } = shown;
  const ids = members.map(({ application }) => application);
  const { places, reach } = networkPlaces(ids, group.core !== null && ids.includes(group.core) ? group.core : null);
  const keys = labelledKeys(members, by);
  const { nameOf } = useAreaNames(by === 'area' ? keys.map(({ key }) => key) : []);
  const keyOf = new Map(keys.map((one) => [one.key, one]));
  const drawn = links.filter(({ a, b }) => places.has(a) && places.has(b));
  const holderOf = (key: string) => members.find(({ party }) => party === key)?.holder ?? '';
  return (
    <section className="block" aria-labelledby="group-network">
      <h2 id="group-network">{word('screening.network')}</h2>
      <div className="choices">
        <Select
          label={word('screening.network.by')}
          value={by}
          set={(value) => setBy(memberKeys.find((one) => one === value) ?? 'party')}
          options={memberKeys.map((one) => [one, word(keyWords[one])] as const)}
        />
      </div>
      <div className="network">
        <svg
          viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
          style={{ maxWidth: `${3 * reach}px` }}
          role="img"
          aria-label={word('screening.network.alt', { members: places.size, links: drawn.length })}
        >
          {[...drawn].reverse().map(({ a, b, jaccard }) => {
            const [one, other] = [places.get(a), places.get(b)];
            return (
              <path
                key={`${a} ${b}`}
                className={jaccard >= 0.9 ? 'link-close' : jaccard >= 0.7 ? 'link-near' : 'link-far'}
                d={one === undefined || other === undefined ? '' : linkPath(one, other)}
              />
            );
          })}
          {members.map((member) => {
            const place = places.get(member.application);
            if (place === undefined) return null;
            const key = keyOf.get(member[by] ?? '');
            const kind = member.application === current ? 'node current' : 'node';
            return (
              <g key={member.application} transform={`translate(${place.x.toFixed(1)} ${place.y.toFixed(1)})`}>
                <title>{`${member.application} ${member.filed ?? ''} ${member.title ?? ''}`}</title>
                {member.core ? <circle r={18} className="node-core" /> : null}
                <NodeShape shape={key?.shape ?? 0} className={kind} />
                <text dy="4">{key?.letter ?? '–'}</text>
              </g>
            );
          })}
        </svg>
        <div className="network-keys">
          <p className="remark">{word('screening.network.lines')}</p>
          <ul className="plain-list">
            {keys.map(({ key, letter, shape, members: count }) => (
              <li key={key}>
                <svg viewBox="-16 -16 32 32" width="24" height="24" aria-hidden="true">
                  <NodeShape shape={shape} className="node" />
                </svg>{' '}
                <strong>{letter}</strong>{' '}
                {by === 'area' ? nameOf(key) : by === 'party' ? `${holderOf(key)} ${key}` : key}{' '}
                <span className="unit">{word('screening.members-n', { n: count })}</span>
              </li>
            ))}
          </ul>
          {keys.length === 0 ? <p className="empty-line">{word('screening.network.unknown')}</p> : null}
          {members.length - places.size > 0 ? (
            <p className="remark">
              {word('screening.network.more', { n: members.length - places.size, most: mostNodes })}
            </p>
          ) : null}
          <details>
            <summary>{word('screening.network.list', { n: linksTotal })}</summary>
            <ul className="link-list">
              {links.map(({ a, b, field, jaccard }) => (
                <li key={`${a} ${b}`}>
                  <code>{a}</code> – <code>{b}</code>{' '}
                  <span className="unit">
                    {word(textWords[field])} {shareText(jaccard, language)}
                  </span>
                </li>
              ))}
            </ul>
            {links.length === linksTotal ? null : (
              <p className="remark">{word('screening.network.list-first', { n: links.length })}</p>
            )}
          </details>
        </div>
      </div>
    </section>
  );
}
