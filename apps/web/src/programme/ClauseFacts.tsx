import { Link } from '@tanstack/react-router';
import type { ProgrammeAnswer, ShownClause } from '@zhiheng/office';
import { Fragment, type ReactNode } from 'react';
import { FactList } from '../frame/FactList.js';
import { departmentName } from '../overview/department-name.js';
import { useWords } from '../words/words.js';

export interface ClauseFactsProps {
  readonly answer: ProgrammeAnswer;
  readonly clause: ShownClause;
}

/** Owners as in the text and as proposed, steps, evidence wanted, and where its targets and figures open. */
export function ClauseFacts({ answer, clause }: ClauseFactsProps) {
  const words = useWords();
  const { word, own, language } = words;
  const listed = (names: readonly string[]) =>
    names.map((name) => departmentName(words, answer.departments, name)).join(word('list.comma'));
  const lines = clause.source?.lines;
  const facts: [string, ReactNode][] = [
    [
      word('programme.fact.owners'),
      clause.owners.length === 0
        ? word('programme.names-none')
        : listed(clause.owners) + (clause.joint ? word('programme.joint') : ''),
    ],
    [word('programme.fact.proposed'), clause.proposed.length === 0 ? null : listed(clause.proposed)],
    [word('programme.fact.supporting'), clause.supporting.length === 0 ? null : listed(clause.supporting)],
    [word('programme.fact.wanted'), clause.wanted === null ? null : own(clause.wanted)],
    [
      word('programme.fact.targets'),
      joined(
        clause.targets.map(({ id, names }) => (
          <Link
            key={id}
            className="opens"
            to="/$language/targets/$programme/$target"
            params={{ language, programme: answer.id, target: id }}
          >
            {names === null ? id : own(names)}
          </Link>
        )),
        word('list.semicolon'),
      ),
    ],
    [
      word('programme.fact.indicators'),
      joined(
        clause.indicators.map(({ id, names }) =>
          names === null ? (
            <span key={id}>
              <code>{id}</code> <span className="unit">{word('programme.no-definition')}</span>
            </span>
          ) : (
            <Link key={id} className="opens" to="/$language/indicators/$indicator" params={{ language, indicator: id }}>
              {own(names)}
            </Link>
          ),
        ),
        word('list.semicolon'),
      ),
    ],
    [
      word('programme.fact.milestones'),
      clause.milestones.length === 0
        ? null
        : clause.milestones
            .map(({ names, due }) => (due === null ? own(names) : `${own(names)} ${due}`))
            .join(word('programme.then')),
    ],
    [
      word('programme.fact.evidence'),
      clause.evidence.length === 0 ? null : clause.evidence.map((one) => own(one)).join(word('list.comma')),
    ],
    [
      word('programme.fact.flows'),
      joined(
        clause.flows.map((flow) => (
          <span key={flow.id}>
            {own(flow.names)}
            {flow.built ? null : <span className="unit"> {word('programme.not-built')}</span>}
          </span>
        )),
        word('list.semicolon'),
      ),
    ],
    [
      word('programme.fact.source'),
      lines === undefined
        ? null
        : lines[0] === lines[1]
          ? word('programme.line', { line: lines[0] })
          : word('programme.lines', { from: lines[0], until: lines[1] }),
    ],
  ];
  return <FactList facts={facts} />;
}

function joined(parts: readonly ReactNode[], between: string): ReactNode {
  if (parts.length === 0) return null;
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts keep their order
    <Fragment key={index}>
      {index === 0 ? null : between}
      {part}
    </Fragment>
  ));
}
